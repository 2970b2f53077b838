#pragma once

#include "base/random.h"

#include <random>

namespace evencart::test {

// The same bytes for the same seed.
class SeededRandom final : public RandomSource
{
public:
    explicit SeededRandom(std::uint64_t seed) : m_engine(seed) {}
    Bytes bytes(std::size_t count) override
    {
        Bytes result;
        while (result.size() < count)
            result += static_cast<char>(m_engine());
        return result;
    }
    std::uint64_t below(std::uint64_t bound) { return m_engine() % bound; }

private:
    std::mt19937_64 m_engine;
};

} // namespace evencart::test
