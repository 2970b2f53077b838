#pragma once

#include "base/clock.h"

#include <chrono>

namespace evencart {

// The machine's clocks.
class SystemClock final : public Clock
{
public:
    std::uint64_t wallMilliseconds() const override { return sinceEpoch(std::chrono::system_clock::now()); }
    std::uint64_t monotonicMilliseconds() const override { return sinceEpoch(std::chrono::steady_clock::now()); }

private:
    template <typename TimePoint>
    static std::uint64_t sinceEpoch(TimePoint point)
    {
        const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(point.time_since_epoch()).count();
        return since < 0 ? 0 : static_cast<std::uint64_t>(since);
    }
};

} // namespace evencart
