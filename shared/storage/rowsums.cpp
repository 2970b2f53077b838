#include "storage/rowsums.h"

#include "storage/checksum.h"

namespace evencart {

namespace {

// A column that changes on its own, as part of a fact's sum: what SQL calls column % 2147483647.
std::int64_t part(std::uint64_t value)
{
    return static_cast<std::int64_t>(value) % 2147483647;
}

} // namespace

Error damaged(const char *what)
{
    return {ErrorCode::Corrupt, std::string("The local database is damaged: ") + what + "."};
}

std::int64_t sumOf(std::int64_t cart, const StoredFact &stored)
{
    const Fact &fact = stored.fact;
    const std::int64_t fixed = Checksum()
                                   .add(fact.dot.replica.value)
                                   .add(fact.dot.seq)
                                   .add(fact.dot.index)
                                   .add(fact.subject.bytes())
                                   .add(fact.field)
                                   .add(fact.author.bytes())
                                   .add(fact.body)
                                   .value();
    return fixed + cart + part(fact.stamp.value) + part(stored.position) + part(stored.hiddenBy);
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

std::int64_t sumOf(const UndoStep &step)
{
    return Checksum().add(step.id).add(static_cast<int>(step.stack)).add(step.seq).add(ByteView(step.record)).value();
}

std::int64_t sumOfRemoved(ByteView line, std::uint64_t removedAt, ByteView removedBy, ByteView facts)
{
    return Checksum().add(line).add(removedAt).add(removedBy).add(facts).value();
}

} // namespace evencart
