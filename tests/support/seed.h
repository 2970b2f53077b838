#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>

// Where a random test begins: at a seed of its own each time, which it prints, or at EVENCART_SEED, which replays a
// run.
namespace evencart::test {

inline std::uint64_t runSeed(const char *what)
{
    const char *given = std::getenv("EVENCART_SEED");
    const std::uint64_t seed = given ? std::strtoull(given, nullptr, 10) : std::random_device{}();
    std::printf("%s: EVENCART_SEED=%llu\n", what, static_cast<unsigned long long>(seed));
    std::fflush(stdout);
    return seed;
}

inline std::mt19937_64 seededGenerator(const char *what)
{
    return std::mt19937_64(runSeed(what));
}

} // namespace evencart::test
