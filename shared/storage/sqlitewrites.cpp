// The part of SqliteStore that writes a change to a cart: one transaction.
#include "crdt/statecodec.h"
#include "storage/rowsums.h"
#include "storage/sqlitestore.h"

#include <utility>

namespace evencart {

namespace {

using sqlite::Text;

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

} // namespace

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
                          fact.stamp.value, *author, fact.body, stored.position, stored.hiddenBy, sumOf(cart, stored));
}

Result<void> SqliteStore::writeFacts(std::int64_t cart, const ChangeSet &change)
{
    if (change.forgetPending) {
        for (const char *sql :
             {"DELETE FROM fact WHERE cart = ? AND position = 0",
              "UPDATE fact SET sum = sum - hidden_by % 2147483647, hidden_by = 0 WHERE cart = ? AND hidden_by > 0",
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
                m_database.run("UPDATE fact SET sum = sum + ?1 % 2147483647 - hidden_by % 2147483647, hidden_by = ?1 "
                               "WHERE cart = ?2 AND replica = ?3 AND seq = ?4 AND idx = ?5",
                               seq, cart, dot.replica.value, dot.seq, dot.index);
            !done)
            return done;
    }
    return {};
}

// likely(): without it SQLite 3.40 takes "> 0", which is there for the partial index alone, for the range to look
// through, and every removal reads all facts that are hidden.
Result<void> SqliteStore::writeSequenced(std::int64_t cart, const ChangeSet &change)
{
    for (const std::uint64_t seq : change.eraseHiddenBy) {
        if (auto done = m_database.run("DELETE FROM fact WHERE cart = ? AND hidden_by = ? AND likely(hidden_by > 0)",
                                       cart, seq);
            !done)
            return done;
    }
    for (const std::uint64_t seq : change.unhide) {
        if (auto done = m_database.run("UPDATE fact SET sum = sum - hidden_by % 2147483647, hidden_by = 0 "
                                       "WHERE cart = ? AND hidden_by = ? AND likely(hidden_by > 0)",
                                       cart, seq);
            !done)
            return done;
    }
    for (const auto &[dot, stamp] : change.restamp) {
        if (auto done = m_database.run("UPDATE fact SET sum = sum + ?1 % 2147483647 - stamp % 2147483647, stamp = ?1 "
                                       "WHERE cart = ?2 AND replica = ?3 AND seq = ?4 AND idx = ?5",
                                       stamp.value, cart, dot.replica.value, dot.seq, dot.index);
            !done)
            return done;
    }
    for (const auto &[dot, position] : change.sequenced) {
        if (auto done =
                m_database.run("UPDATE fact SET sum = sum + ?1 % 2147483647 - position % 2147483647, position = ?1 "
                               "WHERE cart = ?2 AND replica = ?3 AND seq = ?4",
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
    for (const auto &[replica, seq] : change.deltaErase) {
        if (auto done = m_database.run("DELETE FROM delta WHERE cart = ? AND replica = ? AND seq = ?", cart,
                                       replica.value, seq);
            !done)
            return done;
    }
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
        if (auto done = m_database.run("INSERT OR REPLACE INTO undo VALUES (?, ?, ?, ?, ?, ?)", cart, step.id,
                                       static_cast<int>(step.stack), step.seq, step.record, sumOf(step));
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
        const Bytes facts = encodeFacts(line.facts);
        if (auto done = m_database.run("INSERT OR REPLACE INTO removed VALUES (?, ?, ?, ?, ?, ?)", cart,
                                       line.line.bytes(), line.removedAt, line.removedBy.bytes(), facts,
                                       sumOfRemoved(line.line.bytes(), line.removedAt, line.removedBy.bytes(), facts));
            !done)
            return done;
    }
    for (const LineId &line : change.removedErase) {
        if (auto done = m_database.run("DELETE FROM removed WHERE cart = ? AND line = ?", cart, line.bytes()); !done)
            return done;
    }
    return {};
}

} // namespace evencart
