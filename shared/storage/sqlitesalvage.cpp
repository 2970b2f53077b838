// SqliteStore's way out of a damaged cart.
#include "base/textcodec.h"
#include "storage/rowsums.h"
#include "storage/sqlitestore.h"

#include <algorithm>

namespace evencart {

namespace {

// The label of a damaged row may be what is damaged.
std::string nameOf(const StoredDelta &delta)
{
    return delta.label.empty() || !isCleanText(delta.label) ? std::string("a change") : delta.label;
}

bool isOwnUnsent(const StoredDelta &delta, const CartRecord &record)
{
    return delta.replica == record.ownReplica && delta.seq > record.ackedSeq && delta.seq <= record.ownSeq;
}

// What a damaged delta added may stand in rows of its own; what it took away stood in the delta alone. Nothing where
// facts are missing, because later ones would get other names than those by which they are spoken of.
std::optional<StoredDelta> rebuilt(const StoredDelta &broken, const std::vector<StoredFact> &facts)
{
    std::vector<const Fact *> added;
    for (const StoredFact &stored : facts) {
        if (stored.fact.dot.replica == broken.replica && stored.fact.dot.seq == broken.seq)
            added.push_back(&stored.fact);
    }
    std::sort(added.begin(), added.end(), [](const Fact *a, const Fact *b) { return a->dot < b->dot; });
    if (added.empty() || added.back()->dot.index + 1 != added.size())
        return std::nullopt;
    Delta delta;
    delta.replica = broken.replica;
    delta.seq = broken.seq;
    delta.stamp = added.front()->stamp;
    delta.author = added.front()->author;
    for (const Fact *fact : added)
        delta.adds.push_back({fact->subject, fact->field, fact->body});
    StoredDelta stored;
    stored.replica = broken.replica;
    stored.seq = broken.seq;
    stored.effective = delta.stamp;
    stored.label = nameOf(broken);
    stored.bytes = encodeDelta(delta);
    return stored;
}

} // namespace

Result<SqliteStore::Salvaged> SqliteStore::salvage(const CartId &cart, ReplicaId replica)
{
    auto records = carts();
    if (!records)
        return records.error();
    const auto number = numberOf(cart);
    if (!number)
        return number.error();
    const auto found =
        std::find_if(records->begin(), records->end(), [&](const auto &each) { return each.id == cart; });
    if (found == records->end())
        return damaged("a cart is not where its index says");
    CartRecord record = *found;
    Salvaged salvaged;
    salvaged.wasSynced = !record.epoch.isNull();
    auto transaction = sqlite::Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    if (auto done = sortOutDeltas(record, *number, salvaged); !done)
        return done.error();
    std::vector<const char *> tables{"fact", "vector", "undo", "cursor"};
    if (const auto removed = removedLines(cart); !removed)
        tables.push_back("removed");
    for (const char *table : tables) {
        if (auto done = m_database.run(std::string("DELETE FROM ") + table + " WHERE cart = ?", *number); !done)
            return done.error();
    }
    // The triggers took away what the rows said; what damage changed is left in the total.
    if (auto done = m_database.run("UPDATE cart SET fact_sums = 0 WHERE number = ?", *number); !done)
        return done.error();
    record.epoch = {};
    record.cursor = 0;
    record.ownReplica = replica;
    record.ownSeq = 0;
    record.ackedSeq = 0;
    if (auto done = writeRecord(record); !done)
        return done.error();
    if (auto done = transaction->commit(); !done)
        return done.error();
    return salvaged;
}

// The damaged ones go. Of those that the server has it has what they did, too.
Result<void> SqliteStore::sortOutDeltas(const CartRecord &record, std::int64_t cart, Salvaged &salvaged)
{
    auto rows = m_database.query("SELECT replica, seq, kind, position, effective, reason, received, label, bytes, sum "
                                 "FROM delta WHERE cart = ?",
                                 cart);
    std::vector<StoredDelta> broken;
    std::uint64_t own = 0; // that are accounted for
    while (rows.next()) {
        StoredDelta delta = readDelta(rows);
        const bool intact = sumOf(delta) == rows.integer(9) && (delta.bytes.empty() || decodeDelta(delta.bytes));
        if (!intact)
            broken.push_back(std::move(delta));
        else if (delta.kind == StoredDelta::Kind::Pending) {
            ++salvaged.kept;
            own += isOwnUnsent(delta, record) ? 1 : 0;
        }
    }
    if (auto read = rows.finish(); !read)
        return read;
    const std::vector<StoredFact> facts = broken.empty() ? std::vector<StoredFact>() : intactFacts(record.id);
    ChangeSet change(record.id);
    for (const StoredDelta &delta : broken) {
        change.deltaErase.emplace_back(delta.replica, delta.seq);
        if (!isOwnUnsent(delta, record))
            continue;
        ++own;
        auto whole = rebuilt(delta, facts);
        (whole ? salvaged.partly : salvaged.lost).push_back(nameOf(delta));
        if (whole)
            change.deltas.push_back(std::move(*whole));
    }
    for (; own < record.ownSeq - record.ackedSeq; ++own)
        salvaged.lost.emplace_back("a change");
    return writeDeltas(cart, change);
}

// All of them or, where one is damaged, none.
std::vector<StoredFact> SqliteStore::intactFacts(const CartId &cart)
{
    auto loaded = loadCart(cart);
    auto hidden = buried(cart);
    if (!loaded || !hidden)
        return {};
    loaded->facts.insert(loaded->facts.end(), hidden->begin(), hidden->end());
    return std::move(loaded->facts);
}

} // namespace evencart
