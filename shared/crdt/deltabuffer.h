#pragma once

#include "crdt/state.h"

#include <map>
#include <optional>
#include <utility>

namespace evencart {

// Holds deltas that came too early (a gap before them, or a remove of something unseen) and applies them when their
// time comes. What waits is invisible. Deltas of other replicas flow past a gap; the gap itself is reported by
// missing(). Bounded: beyond `capacity` the newest are turned away, and the sender has to offer them again. Not
// thread-safe.
class DeltaBuffer
{
public:
    explicit DeltaBuffer(std::size_t capacity = 4096) : m_capacity(capacity) {}

    enum class Offer
    {
        Applied,
        Duplicate,
        Waiting,
        Full
    };

    // Applies `delta` to `state`, and everything that waited for it; or keeps it.
    Offer offer(State &state, Delta delta, Hlc effective);

    struct Gap
    {
        ReplicaId replica;
        std::uint64_t have = 0; // the state has this seq of the replica; have + 1 is what we wait for
    };
    // The replicas of which an earlier delta is missing.
    std::vector<Gap> missing(const State &state) const;
    std::size_t waiting() const { return m_waiting.size(); }

    // Applies what can be applied by now. To be called after a join, which may have filled a gap.
    void drain(State &state);

private:
    std::map<std::pair<ReplicaId, std::uint64_t>, std::pair<Delta, Hlc>> m_waiting;
    std::size_t m_capacity;
};

} // namespace evencart
