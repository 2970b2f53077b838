// The part of SqliteStore that reads a cart.
#include "crdt/statecodec.h"
#include "storage/rowsums.h"
#include "storage/sqlitestore.h"

#include <functional>
#include <utility>

namespace evencart {

namespace {

// Rows from before schema 2 have none.
bool hasSum(const sqlite::Statement &row, int column, std::int64_t sum)
{
    return row.isNull(column) || row.integer(column) == sum;
}

Result<std::vector<Fact>> decodeFacts(ByteView bytes, const LineId &line)
{
    const auto part = decodeState(bytes);
    if (!part)
        return damaged("a removed line cannot be read");
    return part->facts().of(line);
}

// Own and pending, and hidden by another pending change.
bool isBuried(const StoredFact &stored)
{
    return stored.position == 0 && stored.hiddenBy > 0;
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
    auto facts = readFacts(*number);
    if (!facts)
        return facts.error();
    loaded.facts = std::move(*facts);
    std::erase_if(loaded.facts, isBuried);
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
    if (!number)
        return number.error();
    auto facts = readFacts(*number);
    if (facts)
        std::erase_if(*facts, std::not_fn(isBuried));
    return facts;
}

// All of them: which are wanted rests on columns that are checked here.
Result<std::vector<StoredFact>> SqliteStore::readFacts(std::int64_t cart)
{
    auto rows = m_database.query(
        "SELECT replica, seq, idx, line, field, stamp, author, body, position, hidden_by, sum FROM fact WHERE cart = ?",
        cart);
    std::vector<StoredFact> facts;
    std::int64_t sums = 0;
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
        intact = intact && sumOf(cart, stored) == rows.integer(10);
        sums += rows.integer(10);
    }
    if (auto read = rows.finish(); !read)
        return read.error();
    auto total = m_database.query("SELECT fact_sums FROM cart WHERE number = ?", cart);
    intact = total.next() && total.integer(0) == sums && intact;
    if (auto read = total.finish(); !read)
        return read.error();
    return intact ? Result(std::move(facts)) : damaged("what is known of a line is not what was written");
}

StoredDelta SqliteStore::readDelta(const sqlite::Statement &row)
{
    StoredDelta delta;
    delta.replica = ReplicaId{row.unsignedInteger(0)};
    delta.seq = row.unsignedInteger(1);
    delta.kind = static_cast<StoredDelta::Kind>(row.integer(2));
    delta.position = row.unsignedInteger(3);
    delta.effective = Hlc{row.unsignedInteger(4)};
    delta.reason = static_cast<std::uint8_t>(row.integer(5));
    delta.received = row.unsignedInteger(6);
    delta.label = row.bytes(7);
    delta.bytes = row.bytes(8);
    return delta;
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
        deltas.push_back(readDelta(rows));
        intact = intact && sumOf(deltas.back()) == rows.integer(9);
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
    auto rows = m_database.query("SELECT id, stack, seq, record, sum FROM undo WHERE cart = ? ORDER BY id", *number);
    std::vector<UndoStep> steps;
    bool intact = true;
    while (rows.next()) {
        steps.push_back({rows.unsignedInteger(0), static_cast<UndoStep::Stack>(rows.integer(1)),
                         rows.unsignedInteger(2), rows.bytes(3)});
        intact = intact && hasSum(rows, 4, sumOf(steps.back()));
    }
    if (auto read = rows.finish(); !read)
        return read.error();
    return intact ? Result(std::move(steps)) : damaged("a step that can be undone is not what was written");
}

Result<std::vector<RemovedLine>> SqliteStore::removedLines(const CartId &cart)
{
    const auto number = numberOf(cart);
    if (!number)
        return number.error();
    auto rows =
        m_database.query("SELECT line, removed_at, removed_by, facts, sum FROM removed WHERE cart = ?", *number);
    std::vector<RemovedLine> lines;
    std::optional<Error> damage;
    while (rows.next()) {
        if (rows.view(0).size() != 16 || rows.view(2).size() != 16) {
            damage = damaged("a removed line has no id");
            continue;
        }
        if (!hasSum(rows, 4, sumOfRemoved(rows.view(0), rows.unsignedInteger(1), rows.view(2), rows.view(3)))) {
            damage = damaged("a removed line is not what was written");
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

} // namespace evencart
