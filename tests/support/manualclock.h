#pragma once

#include "base/clock.h"

namespace evencart::test {

// Time by hand.
class ManualClock final : public Clock
{
public:
    std::uint64_t wallMilliseconds() const override { return wall; }
    std::uint64_t monotonicMilliseconds() const override { return monotonic; }
    void advance(std::uint64_t ms)
    {
        wall += ms;
        monotonic += ms;
    }

    std::uint64_t wall = 1'700'000'000'000;
    std::uint64_t monotonic = 1'000;
};

} // namespace evencart::test
