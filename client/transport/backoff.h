#pragma once

#include "base/random.h"

#include <chrono>
#include <cstdint>

namespace evencart {

// How long to wait before connecting again: the ceiling doubles from 0.5 to 30 s, and the wait is anywhere below it
// ("full jitter"), so that the clients of a server that restarts do not come back all at once.
class Backoff
{
public:
    explicit Backoff(RandomSource &random) : m_random(random) {}

    std::chrono::milliseconds next();
    void reset() { m_failures = 0; } // after a connection that worked

private:
    RandomSource &m_random;
    int m_failures = 0;
};

} // namespace evencart
