#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>

// What the random tests here have in common. EVENCART_SEED replays a run.
namespace evencart::test {

inline std::mt19937_64 seededGenerator(const char *what)
{
    const char *given = std::getenv("EVENCART_SEED");
    const std::uint64_t seed = given ? std::strtoull(given, nullptr, 10) : std::random_device{}();
    std::printf("%s: EVENCART_SEED=%llu\n", what, static_cast<unsigned long long>(seed));
    return std::mt19937_64(seed);
}

inline std::string randomBytes(std::mt19937_64 &random, std::size_t most)
{
    std::string bytes(random() % (most + 1), '\0');
    for (char &byte : bytes)
        byte = static_cast<char>(random());
    return bytes;
}

// Pieces that mean something to the grammar under test, in an order that means nothing.
template <std::size_t N>
std::string randomPieces(std::mt19937_64 &random, const char *const (&pieces)[N], std::size_t most)
{
    std::string text;
    for (std::size_t left = random() % (most + 1); left > 0; --left)
        text += pieces[random() % N];
    return text;
}

} // namespace evencart::test
