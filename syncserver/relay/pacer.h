#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace evencart::relay {

// How much of a catch-up may go to one peer now. Without it a large snapshot would be queued at once, and the network
// would cut the peer as too slow. Live records are not paced. Lets a chunk pass whenever anything is left, so it may
// overdraw by one chunk.
class Pacer
{
public:
    Pacer(std::size_t burstBytes, std::size_t bytesPerSecond)
        : m_burst(static_cast<double>(burstBytes)), m_perMillisecond(static_cast<double>(bytesPerSecond) / 1000),
          m_left(m_burst)
    {
    }

    bool mayTake(std::uint64_t monotonicMilliseconds)
    {
        if (monotonicMilliseconds > m_refilled)
            m_left =
                std::min(m_burst, m_left + static_cast<double>(monotonicMilliseconds - m_refilled) * m_perMillisecond);
        m_refilled = std::max(m_refilled, monotonicMilliseconds);
        return m_left > 0;
    }
    void took(std::size_t bytes) { m_left -= static_cast<double>(bytes); }

private:
    double m_burst;
    double m_perMillisecond;
    double m_left;
    std::uint64_t m_refilled = 0;
};

} // namespace evencart::relay
