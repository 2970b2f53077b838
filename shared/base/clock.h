#pragma once

#include <cstdint>

namespace evencart {

// The only way in which time enters: wall time for stamps, monotonic time for deadlines. Implemented over the system's
// clocks in the programs and by hand in tests and in the simulator.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual std::uint64_t wallMilliseconds() const = 0;      // since 1970-01-01 UTC; may jump in either direction
    virtual std::uint64_t monotonicMilliseconds() const = 0; // since some fixed point; never goes back
};

} // namespace evencart
