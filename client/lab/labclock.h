#pragma once

#include "base/clock.h"
#include "base/random.h"

#include <random>

namespace evencart {

// The laboratory's time: passes only when it is told to.
class LabClock final : public Clock
{
public:
    std::uint64_t wallMilliseconds() const override { return began + m_passed; }
    std::uint64_t monotonicMilliseconds() const override { return 1 + m_passed; }
    std::uint64_t passed() const { return m_passed; } // since the laboratory was opened
    void moveTo(std::uint64_t passed) { m_passed = passed; }

    static constexpr std::uint64_t began = 1'767'258'000'000; // 2026-01-01 09:00 UTC

private:
    std::uint64_t m_passed = 0;
};

// Chance that is the same each time. For keys that protect nothing.
class LabRandom final : public RandomSource
{
public:
    explicit LabRandom(std::uint64_t seed) : m_engine(seed) {}

    Bytes bytes(std::size_t count) override
    {
        Bytes bytes(count, '\0');
        for (char &byte : bytes)
            byte = static_cast<char>(m_engine() & 0xff);
        return bytes;
    }
    // REQUIRES: bound > 0
    std::uint64_t below(std::uint64_t bound) { return m_engine() % bound; }

private:
    std::mt19937_64 m_engine;
};

} // namespace evencart
