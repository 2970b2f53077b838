#pragma once

#include <compare>
#include <cstdint>

namespace evencart {

// A hybrid logical clock stamp (Kulkarni et al. 2014): 48 bits of milliseconds since 1970, 16 bits of counter, in one
// integer. Not a time to show to people as the time of an edit without saying so: it may run ahead of the wall clock.
struct Hlc
{
    std::uint64_t value = 0;

    friend auto operator<=>(const Hlc &, const Hlc &) = default;

    std::uint64_t milliseconds() const { return value >> 16; }
    static Hlc fromMilliseconds(std::uint64_t ms) { return {ms << 16}; }
};

// Gives stamps to local edits. Invariants:
//  1. next() is greater than every stamp it gave or witnessed before, whatever the wall clock does; it never fails and
//  never wraps.
//     When more than 65,536 stamps fall into one millisecond, the counter carries into the next one.
//  2. Nothing but next(), witness() and lowerTo() moves it; a caller that rolls a change back restores the value it had
//  (latest()).
// Not persistent by itself: latest() is stored in the same transaction as the change that used it. One thread.
class HybridClock
{
public:
    explicit HybridClock(Hlc latest = {}) : m_latest(latest) {}

    Hlc next(std::uint64_t wallMilliseconds);
    void witness(Hlc stamp);
    // After the server clamped a stamp of ours: forget that we ran ahead. Never goes below `floor`.
    void lowerTo(Hlc floor);
    Hlc latest() const { return m_latest; }

private:
    Hlc m_latest;
};

} // namespace evencart
