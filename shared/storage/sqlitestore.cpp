#include "storage/sqlitestore.h"

#include "crdt/statecodec.h"
#include "storage/checksum.h"
#include "storage/profileschema.h"

#include <utility>

namespace evencart {

namespace {

using sqlite::Text;

Error damaged(const char *what)
{
    return {ErrorCode::Corrupt, std::string("The local database is damaged: ") + what + "."};
}

// The sum leaves out position and hidden_by, which change on their own; a wrong one shows in the digest.
std::int64_t sumOf(const Fact &fact)
{
    return Checksum()
        .add(fact.dot.replica.value)
        .add(fact.dot.seq)
        .add(fact.dot.index)
        .add(fact.subject.bytes())
        .add(fact.field)
        .add(fact.author.bytes())
        .add(fact.body)
        .value();
}

std::int64_t sumOf(const CartRecord &record)
{
    return Checksum()
        .add(record.id.bytes())
        .add(record.proof)
        .add(record.role)
        .add(record.archived)
        .add(record.epoch.bytes())
        .add(record.cursor)
        .add(record.ownReplica.value)
        .add(record.ownSeq)
        .add(record.ackedSeq)
        .add(record.lastSynced)
        .add(record.created)
        .value();
}

std::int64_t sumOf(const VersionVector::Entry &entry)
{
    return Checksum().add(entry.first.value).add(entry.second).value();
}

std::int64_t sumOf(const StoredDelta &delta)
{
    return Checksum()
        .add(delta.replica.value)
        .add(delta.seq)
        .add(static_cast<int>(delta.kind))
        .add(delta.position)
        .add(delta.effective.value)
        .add(delta.reason)
        .add(delta.received)
        .add(ByteView(delta.label))
        .add(ByteView(delta.bytes))
        .value();
}

// The facts of a line that went away, as a partial state.
Bytes encodeFacts(const std::vector<Fact> &facts)
{
    State part;
    CausalContext context;
    for (const Fact &fact : facts) {
        context.addToCloud(fact.dot);
        part.restoreFact(fact);
    }
    part.restoreContext(std::move(context));
    return encodeState(part);
}

Result<std::vector<Fact>> decodeFacts(ByteView bytes, const LineId &line)
{
    const auto part = decodeState(bytes);
    if (!part)
        return damaged("a removed line cannot be read");
    return part->facts().of(line);
}

CartRecord readRecord(const sqlite::Statement &row)
{
    CartRecord record;
    record.id = CartId::fromBytes(row.view(0));
    record.proof = row.bytes(1);
    record.role = static_cast<std::uint8_t>(row.integer(2));
    record.archived = row.integer(3) != 0;
    record.epoch = Epoch::fromBytes(row.view(4));
    record.cursor = row.unsignedInteger(5);
    record.ownReplica = ReplicaId{row.unsignedInteger(6)};
    record.ownSeq = row.unsignedInteger(7);
    record.ackedSeq = row.unsignedInteger(8);
    record.lastSynced = row.unsignedInteger(9);
    record.created = row.unsignedInteger(10);
    return record;
}

} // namespace

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::string &path)
{
    auto database = sqlite::Database::open(path, sqlite::Database::Mode::Create);
    if (!database)
        return database.error();
    if (auto migrated = sqlite::migrate(*database, schema::profile::migrations); !migrated)
        return migrated.error();
    std::unique_ptr<SqliteStore> store(new SqliteStore(std::move(*database)));
    if (auto loaded = store->loadAuthors(); !loaded)
        return loaded.error();
    return store;
}

Result<void> SqliteStore::loadAuthors()
{
    auto rows = m_database.query("SELECT number, member FROM author");
    while (rows.next()) {
        if (rows.view(1).size() != 16)
            continue; // told as damage by the fact that needs it
        const MemberId member = MemberId::fromBytes(rows.view(1));
        m_authors[member] = rows.integer(0);
        m_members[rows.integer(0)] = member;
    }
    return rows.finish();
}

Result<ProfileRecord> SqliteStore::profile()
{
    auto rows = m_database.query(
        "SELECT replica, incarnation, clock, member_name, name_stamp, server_url, server_fingerprint FROM profile");
    ProfileRecord record;
    bool found = false;
    while (rows.next()) {
        found = true;
        record.replica = ReplicaId{rows.unsignedInteger(0)};
        record.incarnation = rows.bytes(1);
        record.clock = Hlc{rows.unsignedInteger(2)};
        record.memberName = rows.bytes(3);
        record.nameStamp = Hlc{rows.unsignedInteger(4)};
        record.serverUrl = rows.bytes(5);
        record.serverFingerprint = rows.bytes(6);
    }
    if (auto read = rows.finish(); !read)
        return read.error();
    return found ? Result<ProfileRecord>(record) : damaged("it has no profile");
}

Result<void> SqliteStore::setProfile(const ProfileRecord &record)
{
    return m_database.run(
        "UPDATE profile SET replica = ?, incarnation = ?, clock = ?, member_name = ?, name_stamp = ?, server_url = ?, "
        "server_fingerprint = ?",
        record.replica.value, record.incarnation, record.clock.value, Text{record.memberName}, record.nameStamp.value,
        Text{record.serverUrl}, Text{record.serverFingerprint});
}

Result<std::vector<CartRecord>> SqliteStore::carts()
{
    auto rows = m_database.query("SELECT id, proof, role, archived, epoch, cursor, own_replica, own_seq, acked_seq, "
                                 "last_synced, created, sum FROM cart "
                                 "ORDER BY created, number");
    std::vector<CartRecord> records;
    bool intact = true;
    while (rows.next()) {
        intact = intact && rows.view(0).size() == 16 && rows.view(4).size() == 16;
        if (!intact)
            continue;
        records.push_back(readRecord(rows));
        intact = sumOf(records.back()) == rows.integer(11);
    }
    if (auto read = rows.finish(); !read)
        return read.error();
    return intact ? Result(std::move(records)) : damaged("the entry of a cart is not what was written");
}

Result<std::int64_t> SqliteStore::numberOf(const CartId &cart)
{
    if (const auto known = m_carts.find(cart); known != m_carts.end())
        return known->second;
    auto rows = m_database.query("SELECT number FROM cart WHERE id = ?", cart.bytes());
    std::int64_t number = 0;
    while (rows.next())
        number = rows.integer(0);
    if (auto read = rows.finish(); !read)
        return read.error();
    if (number == 0)
        return Error{ErrorCode::NotFound, "This profile has no such cart."};
    m_carts[cart] = number;
    return number;
}

Result<LoadedCart> SqliteStore::loadCart(const CartId &cart)
{
    const auto number = numberOf(cart);
    if (!number)
        return number.error();
    auto records = carts();
    if (!records)
        return records.error();
    LoadedCart loaded;
    for (CartRecord &record : *records) {
        if (record.id == cart)
            loaded.record = std::move(record);
    }
    auto vector = readVector(*number);
    if (!vector)
        return vector.error();
    loaded.vector = std::move(*vector);
    auto facts = readFacts(*number, "cart = ? AND NOT (position = 0 AND hidden_by > 0)");
    if (!facts)
        return facts.error();
    loaded.facts = std::move(*facts);
    return loaded;
}

Result<VersionVector> SqliteStore::readVector(std::int64_t cart)
{
    auto rows = m_database.query("SELECT replica, seq, sum FROM vector WHERE cart = ?", cart);
    VersionVector vector;
    bool intact = true;
    while (rows.next()) {
        const VersionVector::Entry entry{ReplicaId{rows.unsignedInteger(0)}, rows.unsignedInteger(1)};
        intact = intact && sumOf(entry) == rows.integer(2);
        vector.advance(entry.first, entry.second);
    }
    if (auto read = rows.finish(); !read)
        return read.error();
    return intact ? Result(std::move(vector)) : damaged("the version vector of a cart is not what was written");
}

Result<std::vector<StoredFact>> SqliteStore::buried(const CartId &cart)
{
    const auto number = numberOf(cart);
    return number ? readFacts(*number, "cart = ? AND hidden_by > 0 AND position = 0") : number.error();
}

Result<std::vector<StoredFact>> SqliteStore::readFacts(std::int64_t cart, std::string_view where)
{
    static const std::string select =
        "SELECT replica, seq, idx, line, field, stamp, author, body, position, hidden_by, sum FROM fact WHERE ";
    auto rows = m_database.query(select + std::string(where), cart);
    std::vector<StoredFact> facts;
    bool intact = true;
    while (rows.next()) {
        const auto author = m_members.find(rows.integer(6));
        if (rows.view(3).size() != 16 || author == m_members.end()) {
            intact = false;
            continue;
        }
        StoredFact &stored = facts.emplace_back();
        stored.fact.dot = {ReplicaId{rows.unsignedInteger(0)}, rows.unsignedInteger(1),
                           static_cast<std::uint32_t>(rows.integer(2))};
        stored.fact.subject = LineId::fromBytes(rows.view(3));
        stored.fact.field = static_cast<std::uint32_t>(rows.integer(4));
        stored.fact.stamp = Hlc{rows.unsignedInteger(5)};
        stored.fact.author = author->second;
        stored.fact.body = rows.bytes(7);
        stored.position = rows.unsignedInteger(8);
        stored.hiddenBy = rows.unsignedInteger(9);
        intact = intact && sumOf(stored.fact) == rows.integer(10);
    }
    if (auto read = rows.finish(); !read)
        return read.error();
    return intact ? Result(std::move(facts)) : damaged("what is known of a line is not what was written");
}

Result<void> SqliteStore::commit(const ChangeSet &change)
{
    const auto written = commitOnce(change);
    if (!written) {
        // Numbers that were given inside of it may not exist.
        m_carts.erase(change.cart);
        m_authors.clear();
        m_members.clear();
        if (auto read = loadAuthors(); !read)
            return read;
    }
    return written;
}

Result<void> SqliteStore::commitOnce(const ChangeSet &change)
{
    auto transaction = sqlite::Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    if (auto written = write(change); !written)
        return written;
    return transaction->commit();
}

Result<void> SqliteStore::write(const ChangeSet &change)
{
    if (change.record) {
        if (auto done = writeRecord(*change.record); !done)
            return done;
    }
    if (change.clock) {
        if (auto done = m_database.run("UPDATE profile SET clock = ?", change.clock->value); !done)
            return done;
    }
    const auto cart = numberOf(change.cart);
    if (!cart)
        return cart.error();
    for (const auto step : {&SqliteStore::writeFacts, &SqliteStore::writeSequenced, &SqliteStore::writeDeltas,
                            &SqliteStore::writeUndo, &SqliteStore::writeRemoved}) {
        if (auto done = (this->*step)(*cart, change); !done)
            return done;
    }
    return {};
}

Result<void> SqliteStore::writeRecord(const CartRecord &record)
{
    return m_database.run("INSERT INTO cart (id, proof, role, archived, epoch, cursor, own_replica, own_seq, "
                          "acked_seq, last_synced, created, sum) "
                          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET proof = "
                          "excluded.proof, role = excluded.role, "
                          "archived = excluded.archived, epoch = excluded.epoch, cursor = excluded.cursor, own_replica "
                          "= excluded.own_replica, "
                          "own_seq = excluded.own_seq, acked_seq = excluded.acked_seq, last_synced = "
                          "excluded.last_synced, created = excluded.created, sum = excluded.sum",
                          record.id.bytes(), record.proof, record.role, record.archived ? 1 : 0, record.epoch.bytes(),
                          record.cursor, record.ownReplica.value, record.ownSeq, record.ackedSeq, record.lastSynced,
                          record.created, sumOf(record));
}

Result<std::int64_t> SqliteStore::authorNumber(const MemberId &member)
{
    if (const auto known = m_authors.find(member); known != m_authors.end())
        return known->second;
    if (auto added = m_database.run("INSERT INTO author (member) VALUES (?)", member.bytes()); !added)
        return added.error();
    const std::int64_t number = m_database.lastInsertRowId();
    m_authors[member] = number;
    m_members[number] = member;
    return number;
}

Result<void> SqliteStore::insertFact(std::int64_t cart, const StoredFact &stored)
{
    const Fact &fact = stored.fact;
    const auto author = authorNumber(fact.author);
    if (!author)
        return author.error();
    return m_database.run("INSERT OR REPLACE INTO fact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", cart,
                          fact.dot.replica.value, fact.dot.seq, fact.dot.index, fact.subject.bytes(), fact.field,
                          fact.stamp.value, *author, fact.body, stored.position, stored.hiddenBy, sumOf(fact));
}

Result<void> SqliteStore::writeFacts(std::int64_t cart, const ChangeSet &change)
{
    if (change.forgetPending) {
        for (const char *sql : {"DELETE FROM fact WHERE cart = ? AND position = 0",
                                "UPDATE fact SET hidden_by = 0 WHERE cart = ? AND hidden_by > 0",
                                "DELETE FROM delta WHERE cart = ? AND kind = 0"}) {
            if (auto done = m_database.run(sql, cart); !done)
                return done;
        }
    }
    for (const StoredFact &stored : change.insert) {
        if (auto done = insertFact(cart, stored); !done)
            return done;
    }
    for (const Dot &dot : change.erase) {
        if (auto done = m_database.run("DELETE FROM fact WHERE cart = ? AND replica = ? AND seq = ? AND idx = ?", cart,
                                       dot.replica.value, dot.seq, dot.index);
            !done)
            return done;
    }
    for (const auto &[dot, seq] : change.hide) {
        if (auto done =
                m_database.run("UPDATE fact SET hidden_by = ? WHERE cart = ? AND replica = ? AND seq = ? AND idx = ?",
                               seq, cart, dot.replica.value, dot.seq, dot.index);
            !done)
            return done;
    }
    return {};
}

Result<void> SqliteStore::writeSequenced(std::int64_t cart, const ChangeSet &change)
{
    for (const std::uint64_t seq : change.eraseHiddenBy) {
        if (auto done =
                m_database.run("DELETE FROM fact WHERE cart = ? AND hidden_by = ? AND hidden_by > 0", cart, seq);
            !done)
            return done;
    }
    for (const std::uint64_t seq : change.unhide) {
        if (auto done = m_database.run(
                "UPDATE fact SET hidden_by = 0 WHERE cart = ? AND hidden_by = ? AND hidden_by > 0", cart, seq);
            !done)
            return done;
    }
    for (const auto &[dot, stamp] : change.restamp) {
        if (auto done =
                m_database.run("UPDATE fact SET stamp = ? WHERE cart = ? AND replica = ? AND seq = ? AND idx = ?",
                               stamp.value, cart, dot.replica.value, dot.seq, dot.index);
            !done)
            return done;
    }
    for (const auto &[dot, position] : change.sequenced) {
        if (auto done = m_database.run("UPDATE fact SET position = ? WHERE cart = ? AND replica = ? AND seq = ?",
                                       position, cart, dot.replica.value, dot.seq);
            !done)
            return done;
    }
    for (const auto &entry : change.vector) {
        // Never back: entries of one batch come in any order.
        if (auto done = m_database.run(
                "INSERT INTO vector VALUES (?, ?, ?, ?) ON CONFLICT (cart, replica) DO UPDATE SET seq = excluded.seq, "
                "sum = excluded.sum WHERE excluded.seq > seq",
                cart, entry.first.value, entry.second, sumOf(entry));
            !done)
            return done;
    }
    return {};
}

Result<void> SqliteStore::writeDeltas(std::int64_t cart, const ChangeSet &change)
{
    for (const StoredDelta &delta : change.deltas) {
        if (auto done = m_database.run("INSERT OR REPLACE INTO delta VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", cart,
                                       delta.replica.value, delta.seq, static_cast<int>(delta.kind), delta.position,
                                       delta.effective.value, delta.reason, delta.received, Text{delta.label},
                                       delta.bytes, sumOf(delta));
            !done)
            return done;
    }
    return {};
}

Result<void> SqliteStore::writeUndo(std::int64_t cart, const ChangeSet &change)
{
    for (const UndoStep &step : change.undoAdd) {
        if (auto done = m_database.run("INSERT OR REPLACE INTO undo VALUES (?, ?, ?, ?, ?)", cart, step.id,
                                       static_cast<int>(step.stack), step.seq, step.record);
            !done)
            return done;
    }
    for (const std::uint64_t id : change.undoErase) {
        if (auto done = m_database.run("DELETE FROM undo WHERE cart = ? AND id = ?", cart, id); !done)
            return done;
    }
    return {};
}

Result<void> SqliteStore::writeRemoved(std::int64_t cart, const ChangeSet &change)
{
    for (const RemovedLine &line : change.removedAdd) {
        if (auto done = m_database.run("INSERT OR REPLACE INTO removed VALUES (?, ?, ?, ?, ?)", cart, line.line.bytes(),
                                       line.removedAt, line.removedBy.bytes(), encodeFacts(line.facts));
            !done)
            return done;
    }
    for (const LineId &line : change.removedErase) {
        if (auto done = m_database.run("DELETE FROM removed WHERE cart = ? AND line = ?", cart, line.bytes()); !done)
            return done;
    }
    return {};
}

Result<std::vector<StoredDelta>> SqliteStore::readDeltas(const CartId &cart, std::string_view sql)
{
    const auto number = numberOf(cart);
    if (!number)
        return number.error();
    auto rows = m_database.query(sql, *number);
    std::vector<StoredDelta> deltas;
    bool intact = true;
    while (rows.next()) {
        StoredDelta &delta = deltas.emplace_back();
        delta.replica = ReplicaId{rows.unsignedInteger(0)};
        delta.seq = rows.unsignedInteger(1);
        delta.kind = static_cast<StoredDelta::Kind>(rows.integer(2));
        delta.position = rows.unsignedInteger(3);
        delta.effective = Hlc{rows.unsignedInteger(4)};
        delta.reason = static_cast<std::uint8_t>(rows.integer(5));
        delta.received = rows.unsignedInteger(6);
        delta.label = rows.bytes(7);
        delta.bytes = rows.bytes(8);
        intact = intact && sumOf(delta) == rows.integer(9);
    }
    if (auto read = rows.finish(); !read)
        return read.error();
    return intact ? Result(std::move(deltas)) : damaged("a change is not what was written");
}

Result<std::vector<StoredDelta>> SqliteStore::pending(const CartId &cart)
{
    return readDeltas(cart,
                      "SELECT replica, seq, kind, position, effective, reason, received, label, bytes, sum FROM delta "
                      "WHERE cart = ? AND kind = 0 ORDER BY seq");
}

Result<std::vector<StoredDelta>> SqliteStore::history(const CartId &cart, std::uint64_t beyond)
{
    return readDeltas(cart,
                      "SELECT replica, seq, kind, position, effective, reason, received, label, bytes, sum FROM delta "
                      "WHERE cart = ? AND (position = 0 OR position > " +
                          std::to_string(beyond) + ") ORDER BY position = 0, position, replica, seq");
}

Result<std::vector<StoredDelta>> SqliteStore::rejected(const CartId &cart)
{
    return readDeltas(cart,
                      "SELECT replica, seq, kind, position, effective, reason, received, label, bytes, sum FROM delta "
                      "WHERE cart = ? AND kind = 2 AND bytes != x'' ORDER BY position, replica, seq");
}

Result<std::vector<UndoStep>> SqliteStore::undoSteps(const CartId &cart)
{
    const auto number = numberOf(cart);
    if (!number)
        return number.error();
    auto rows = m_database.query("SELECT id, stack, seq, record FROM undo WHERE cart = ? ORDER BY id", *number);
    std::vector<UndoStep> steps;
    while (rows.next())
        steps.push_back({rows.unsignedInteger(0), static_cast<UndoStep::Stack>(rows.integer(1)),
                         rows.unsignedInteger(2), rows.bytes(3)});
    if (auto read = rows.finish(); !read)
        return read.error();
    return steps;
}

Result<std::vector<RemovedLine>> SqliteStore::removedLines(const CartId &cart)
{
    const auto number = numberOf(cart);
    if (!number)
        return number.error();
    auto rows = m_database.query("SELECT line, removed_at, removed_by, facts FROM removed WHERE cart = ?", *number);
    std::vector<RemovedLine> lines;
    std::optional<Error> damage;
    while (rows.next()) {
        if (rows.view(0).size() != 16 || rows.view(2).size() != 16) {
            damage = damaged("a removed line has no id");
            continue;
        }
        const LineId line = LineId::fromBytes(rows.view(0));
        auto facts = decodeFacts(rows.view(3), line);
        if (!facts)
            damage = facts.error();
        else
            lines.push_back({line, rows.unsignedInteger(1), MemberId::fromBytes(rows.view(2)), std::move(*facts)});
    }
    if (auto read = rows.finish(); !read)
        return read.error();
    return damage ? Result<std::vector<RemovedLine>>(*damage) : Result(std::move(lines));
}

Result<std::vector<KnownMember>> SqliteStore::members()
{
    auto rows = m_database.query("SELECT member, name FROM member");
    std::vector<KnownMember> members;
    while (rows.next()) {
        if (rows.view(0).size() == 16)
            members.push_back({MemberId::fromBytes(rows.view(0)), rows.bytes(1)});
    }
    if (auto read = rows.finish(); !read)
        return read.error();
    return members;
}

Result<void> SqliteStore::rememberMembers(const std::vector<KnownMember> &members)
{
    auto transaction = sqlite::Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    for (const KnownMember &member : members) {
        if (auto done =
                m_database.run("INSERT OR REPLACE INTO member VALUES (?, ?)", member.member.bytes(), Text{member.name});
            !done)
            return done;
    }
    return transaction->commit();
}

Result<std::vector<KnownCursor>> SqliteStore::cursors(const CartId &cart)
{
    const auto number = numberOf(cart);
    if (!number)
        return number.error();
    auto rows = m_database.query("SELECT member, device, position, heard FROM cursor WHERE cart = ?", *number);
    std::vector<KnownCursor> cursors;
    while (rows.next()) {
        if (rows.view(0).size() == 16 && rows.view(1).size() == 16)
            cursors.push_back({MemberId::fromBytes(rows.view(0)), DeviceId::fromBytes(rows.view(1)),
                               rows.unsignedInteger(2), rows.unsignedInteger(3)});
    }
    if (auto read = rows.finish(); !read)
        return read.error();
    return cursors;
}

Result<void> SqliteStore::rememberCursors(const CartId &cart, const std::vector<KnownCursor> &cursors)
{
    const auto number = numberOf(cart);
    if (!number)
        return number.error();
    auto transaction = sqlite::Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    for (const KnownCursor &cursor : cursors) {
        if (auto done = m_database.run("INSERT OR REPLACE INTO cursor (cart, device, member, position, heard) "
                                       "VALUES (?, ?, ?, ?, ?)",
                                       *number, cursor.device.bytes(), cursor.member.bytes(), cursor.position,
                                       cursor.heard);
            !done)
            return done;
    }
    return transaction->commit();
}

Result<void> SqliteStore::verify()
{
    if (auto checked = m_database.quickCheck(); !checked)
        return checked;
    const auto records = carts();
    if (!records)
        return records.error();
    for (const CartRecord &record : *records) {
        if (const auto loaded = loadCart(record.id); !loaded)
            return loaded.error();
        if (const auto facts = buried(record.id); !facts)
            return facts.error();
        if (const auto deltas = history(record.id); !deltas)
            return deltas.error();
        if (const auto removed = removedLines(record.id); !removed)
            return removed.error();
    }
    return {};
}

} // namespace evencart
