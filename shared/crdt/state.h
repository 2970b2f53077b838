#pragma once

#include "crdt/causalcontext.h"
#include "crdt/delta.h"
#include "crdt/factset.h"

#include <cstdint>
#include <vector>

namespace evencart {

// A cart as the kernel sees it: an observed-remove set of facts without tombstones (Bieniusa et al., "An optimized
// conflict-free replicated set", 2012; riak_dt's ORSWOT). Everything that is shown is a pure function of facts().
//
// Laws, byte for byte in the canonical encoding (statecodec.h):
//   join(X,X) = X · join(X,Y) = join(Y,X) · join(X,join(Y,Z)) = join(join(X,Y),Z)
//   applying deltas in any order that apply() accepts ≡ joining the states that they produce ≡ any mix of both
// Invariants: every live dot is covered by the context; the payload of a dot never changes.
// Not a log: who removed what, and when, is not in here. Not thread-safe.
class State
{
public:
    enum class Outcome
    {
        Applied,
        Duplicate,  // seen before: nothing to do
        Gap,        // an earlier delta of the same replica is missing
        Unobserved, // it removes something that has not arrived yet
    };

    // Whether `delta` could be applied now.
    Outcome judge(const Delta &delta) const;

    // Applies it if judge() says so; otherwise leaves everything as it was. The subjects it touched are appended to
    // `touched`. `effective` is the stamp that the server gave it, or its own.
    Outcome apply(const Delta &delta, Hlc effective, std::vector<LineId> *touched = nullptr);
    Outcome apply(const Delta &delta) { return apply(delta, delta.stamp); }

    // A refused delta: its number is used up, its content is not there. REQUIRES: seq is the next of that replica.
    void applyVoid(ReplicaId replica, std::uint64_t seq);

    // Keeps a dot when both have it or when the other's context does not cover it. One fact with two stamps can only
    // come from a log that was lost after it had lowered one (a clock that ran ahead): the lower stamp stays, here and
    // in apply() of a delta that is known.
    void join(const State &other, std::vector<LineId> *touched = nullptr);

    // The part of the state that `subjects` select, with a context of exactly the dots it carries.
    State partial(const std::vector<LineId> &subjects) const;

    const FactSet &facts() const { return m_facts; }
    const CausalContext &context() const { return m_context; }
    const VersionVector &vector() const { return m_context.vector(); }

    // The ways in for storage and for the decoder, which check what they bring. Not for edits.
    // REQUIRES: the context covers the fact's dot before the state is used.
    void restoreFact(Fact fact) { m_facts.insert(std::move(fact)); }
    void restoreContext(CausalContext context) { m_context = std::move(context); }
    void reserve(std::size_t facts) { m_facts.reserve(facts); }
    // Undoes what a local delta that was refused did to this state: storage knows both lists.
    void withdraw(const std::vector<Dot> &added, std::vector<Fact> removed);
    void restamp(const Dot &dot, Hlc stamp) { m_facts.restamp(dot, stamp); }

    friend bool operator==(const State &, const State &) = default;

private:
    void lowerStamp(const Dot &dot, Hlc stamp, std::vector<LineId> *touched);

    FactSet m_facts;
    CausalContext m_context;
};

} // namespace evencart
