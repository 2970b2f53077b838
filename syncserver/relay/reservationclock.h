#pragma once

#include "base/clock.h"

#include <algorithm>
#include <cstdint>

namespace evencart::relay {

// The time by which reservations end: the wall clock's when the server began, and from there on as the monotonic clock
// runs, so that a clock that is set meanwhile neither ends a reservation nor keeps it. Never before the latest one that
// was made: a clock that was set back between two runs costs the time of the pause, not more. Milliseconds since 1970.
class ReservationClock
{
public:
    ReservationClock(const Clock &clock, std::uint64_t lastMade)
        : m_clock(clock), m_began(std::max(clock.wallMilliseconds(), lastMade)),
          m_monotonic(clock.monotonicMilliseconds())
    {
    }

    std::uint64_t now() const { return m_began + (m_clock.monotonicMilliseconds() - m_monotonic); }

private:
    const Clock &m_clock;
    std::uint64_t m_began;
    std::uint64_t m_monotonic;
};

} // namespace evencart::relay
