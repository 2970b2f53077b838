#include "crdt/hlc.h"

#include <algorithm>

namespace evencart {

Hlc HybridClock::next(std::uint64_t wallMilliseconds)
{
    // At the end of time stamps repeat (their tie is broken by the replica) and never start over.
    const Hlc following{m_latest.value + (m_latest.value != UINT64_MAX)};
    m_latest = std::max(Hlc::fromMilliseconds(wallMilliseconds), following);
    return m_latest;
}

void HybridClock::witness(Hlc stamp)
{
    m_latest = std::max(m_latest, stamp);
}

void HybridClock::lowerTo(Hlc floor)
{
    m_latest = std::min(m_latest, floor);
}

} // namespace evencart
