#include "transport/backoff.h"

#include <algorithm>

namespace evencart {

std::chrono::milliseconds Backoff::next()
{
    constexpr std::uint64_t shortest = 500;
    constexpr std::uint64_t longest = 30'000;
    const std::uint64_t ceiling = std::min(longest, shortest << std::min(m_failures, 16));
    ++m_failures;
    std::uint64_t random = 0;
    for (const char byte : m_random.bytes(4))
        random = random << 8 | static_cast<std::uint8_t>(byte);
    return std::chrono::milliseconds(50 + random % ceiling);
}

} // namespace evencart
