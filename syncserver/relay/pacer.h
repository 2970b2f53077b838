#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace evencart::relay {

// A bucket of tokens, of bytes or of work: how much of something may be done for one peer now. Lets a chunk pass
// whenever anything is left, so it may overdraw by one chunk.
//
// Of catch-up, because a large snapshot would be queued at once, and the network would cut the peer as too slow (live
// records are not paced). Of questions about goods, because all of them are answered by the one thread that everybody
// waits for.
class Pacer
{
public:
    Pacer(std::size_t burst, std::size_t perSecond)
        : m_burst(static_cast<double>(burst)), m_perMillisecond(static_cast<double>(perSecond) / 1000), m_left(m_burst)
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
    void took(std::size_t amount) { m_left -= static_cast<double>(amount); }

private:
    double m_burst;
    double m_perMillisecond;
    double m_left;
    std::uint64_t m_refilled = 0;
};

} // namespace evencart::relay
