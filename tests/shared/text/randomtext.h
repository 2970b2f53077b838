#pragma once

#include "support/seed.h"

#include <cstddef>
#include <random>
#include <string>

// Text for tests that try what nobody would type.
namespace evencart::test {

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
