#include "crdt/hlc.h"

#include <algorithm>

namespace evencart {

Hlc HybridClock::next(std::uint64_t wallMilliseconds)
{
    m_latest = std::max(Hlc::fromMilliseconds(wallMilliseconds), Hlc{m_latest.value + 1});
    return m_latest;
}

void HybridClock::witness(Hlc stamp) { m_latest = std::max(m_latest, stamp); }

void HybridClock::lowerTo(Hlc floor) { m_latest = std::min(m_latest, floor); }

} // namespace evencart
