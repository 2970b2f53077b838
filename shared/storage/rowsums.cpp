#include "storage/rowsums.h"

#include "storage/checksum.h"

namespace evencart {

Error damaged(const char *what)
{
    return {ErrorCode::Corrupt, std::string("The local database is damaged: ") + what + "."};
}

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

} // namespace evencart
