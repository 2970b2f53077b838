#include "sync/rekey.h"

#include "cart/facts.h"

#include <algorithm>

namespace evencart {

namespace {

class Renumbering
{
public:
    Renumbering(ReplicaId from, ReplicaId to, std::uint64_t firstSeq) : m_from(from), m_to(to), m_firstSeq(firstSeq) {}

    std::uint64_t seq(std::uint64_t old) const { return old - m_firstSeq + 1; }
    Dot dot(const Dot &old) const
    {
        return old.replica == m_from && old.seq >= m_firstSeq ? Dot{m_to, seq(old.seq), old.index} : old;
    }

private:
    ReplicaId m_from;
    ReplicaId m_to;
    std::uint64_t m_firstSeq;
};

} // namespace

Bytes renamedBody(const Add &add, const std::function<Dot(const Dot &)> &renamed)
{
    auto title = add.field == number(Field::Title) ? decodeTitle(add.body) : std::nullopt;
    if (!title)
        return add.body;
    for (Dot &observed : title->observed)
        observed = renamed(observed);
    return encodeBody(*title);
}

Rekeyed rekeyPending(const CartCopy &copy, State base, ReplicaId to)
{
    const ReplicaId from = copy.record.ownReplica;
    const std::uint64_t firstSeq = copy.record.ackedSeq + 1;
    const Renumbering renumber(from, to, firstSeq);
    Rekeyed result{{}, from, firstSeq};
    CartCopy &fresh = result.copy;
    fresh.record = copy.record;
    fresh.record.ownReplica = to;
    fresh.record.ownSeq = 0;
    fresh.record.ackedSeq = 0;
    fresh.overlayLoaded = true;
    fresh.base = copy.base;
    fresh.positions = copy.positions;
    fresh.kept = copy.kept;
    fresh.shown = std::move(base);
    for (const PendingDelta &old : copy.overlay) {
        PendingDelta pending{old.delta, {}, old.label};
        pending.delta.replica = to;
        pending.delta.seq = renumber.seq(old.delta.seq);
        for (Add &add : pending.delta.adds)
            add.body = renamedBody(add, [&](const Dot &dot) { return renumber.dot(dot); });
        for (Dot &dot : pending.delta.removes)
            dot = renumber.dot(dot);
        std::sort(pending.delta.removes.begin(), pending.delta.removes.end());
        pending.bytes = encodeDelta(pending.delta);
        for (const Dot &dot : pending.delta.removes) {
            if (const Fact *fact = fresh.shown.facts().find(dot))
                fresh.hidden.insert(*fact, pending.delta.seq);
        }
        fresh.shown.apply(pending.delta, pending.delta.stamp);
        fresh.record.ownSeq = pending.delta.seq;
        fresh.overlay.push_back(std::move(pending));
    }
    return result;
}

} // namespace evencart
