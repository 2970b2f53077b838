#pragma once

#include "support/seededrandom.h"

#include <cstdint>

namespace evencart::test {

// SQLite's disk, which stops at a write that a test picks: half of that write arrives, and nothing of what comes after,
// as when the process is killed there, the power goes or no room is left. Every database that is opened while one lives
// is on it. One at a time, one thread.
class FailingDisk
{
public:
    FailingDisk();
    ~FailingDisk();
    FailingDisk(const FailingDisk &) = delete;
    FailingDisk &operator=(const FailingDisk &) = delete;

    enum class Stop
    {
        Broken, // nothing works any more
        Full    // what needs room fails, all the rest goes on
    };
    // The n-th write, sync or truncation from now on fails, and all behind it; from 1.
    void stopAt(std::uint64_t n, Stop how = Stop::Broken);
    void stopNow();
    bool hasStopped() const;
    // After a kill, what was written is there. After a power cut, of what was written behind the last sync of its file
    // some is, in whatever order it reached the disk. REQUIRES: every database on it is closed.
    void losePower(SeededRandom &random);
    // Another process looks at what is there; or there is room again.
    void goOn();
};

} // namespace evencart::test
