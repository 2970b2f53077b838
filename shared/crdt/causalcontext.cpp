#include "crdt/causalcontext.h"

namespace evencart {

void CausalContext::advance(ReplicaId replica, std::uint64_t seq)
{
    m_vector.advance(replica, seq);
    // The cloud is sorted by replica first, so this does not look through all of it for each delta.
    const auto from = m_cloud.lower_bound(Dot{replica, 0, 0});
    m_cloud.erase(from, m_cloud.upper_bound(Dot{replica, m_vector.seen(replica), UINT32_MAX}));
}

void CausalContext::addToCloud(const Dot &dot)
{
    if (!covers(dot))
        m_cloud.insert(dot);
}

void CausalContext::merge(const CausalContext &other)
{
    m_vector.merge(other.m_vector);
    m_cloud.insert(other.m_cloud.begin(), other.m_cloud.end());
    absorbCloud();
}

void CausalContext::absorbCloud()
{
    if (!m_cloud.empty())
        std::erase_if(m_cloud, [this](const Dot &dot) { return dot.seq <= m_vector.seen(dot.replica); });
}

} // namespace evencart
