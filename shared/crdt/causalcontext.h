#pragma once

#include "crdt/dot.h"
#include "crdt/versionvector.h"

#include <set>

namespace evencart {

// Which dots a state has seen, live or not: a version vector plus a cloud of single dots beyond it
// (Almeida, Shoker, Baquero, "Delta state replicated data types", 2018, section 7.2).
//
// A full state has an empty cloud. A partial one (one aisle of a cart) has an empty vector and exactly the dots it
// carries in the cloud: a context wider than its content reads as a mass delete at the receiver, the commonest
// data-loss bug of its kind (akka-core 22890, delta_crdt_ex 65).
class CausalContext
{
public:
    bool covers(const Dot &dot) const
    {
        return dot.seq <= m_vector.seen(dot.replica) || (!m_cloud.empty() && m_cloud.contains(dot));
    }
    const VersionVector &vector() const { return m_vector; }
    const std::set<Dot> &cloud() const { return m_cloud; }

    void advance(ReplicaId replica, std::uint64_t seq);
    void addToCloud(const Dot &dot);
    void merge(const CausalContext &other);

    friend bool operator==(const CausalContext &, const CausalContext &) = default;

private:
    void absorbCloud(); // drops what the vector covers by now, so that equal contexts are equal values

    VersionVector m_vector;
    std::set<Dot> m_cloud;
};

} // namespace evencart
