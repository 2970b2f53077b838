#pragma once

#include "base/random.h"

#include <random>

namespace evencart::test {

// The same bytes in every run. For keys and nonces of tests; nothing that a test shows is secret.
class FixedRandom : public RandomSource
{
public:
    explicit FixedRandom(std::uint64_t seed = 1) : m_random(seed) {}

    Bytes bytes(std::size_t count) override
    {
        Bytes bytes(count, '\0');
        for (char &byte : bytes)
            byte = static_cast<char>(m_random());
        return bytes;
    }

private:
    std::mt19937_64 m_random;
};

} // namespace evencart::test
