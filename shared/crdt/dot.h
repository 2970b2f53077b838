#pragma once

#include "base/ids.h"

#include <compare>
#include <cstdint>

namespace evencart {

// The name of one fact: the index-th add of the delta (replica, seq). Given once, never reused, never given to other
// content. seq starts at 1. Ordered by (replica, seq, index), which is also the canonical order.
struct Dot
{
    ReplicaId replica;
    std::uint64_t seq = 0;
    std::uint32_t index = 0;

    friend auto operator<=>(const Dot &, const Dot &) = default;
};

} // namespace evencart

template <>
struct std::hash<evencart::Dot>
{
    std::size_t operator()(const evencart::Dot &dot) const noexcept
    {
        // Replica ids are random; seq and index are small and spread by an odd multiplier (Knuth's 64-bit golden
        // ratio).
        return static_cast<std::size_t>(dot.replica.value ^ ((dot.seq << 16 ^ dot.index) * 0x9e3779b97f4a7c15ULL));
    }
};
