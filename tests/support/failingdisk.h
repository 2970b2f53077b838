#pragma once

#include <cstdint>

namespace evencart::test {

// SQLite's disk, which stops at a write that a test picks: half of that write arrives, and nothing of what comes after,
// as when the process is killed there or the power goes. Every database that is opened while one lives is on it. One at
// a time, one thread.
class FailingDisk
{
public:
    FailingDisk();
    ~FailingDisk();
    FailingDisk(const FailingDisk &) = delete;
    FailingDisk &operator=(const FailingDisk &) = delete;

    // The n-th write, sync or truncation from now on fails, and all behind it; from 1.
    void stopAt(std::uint64_t n);
    bool hasStopped() const;
    // Another process looks at what is there.
    void goOn();
};

} // namespace evencart::test
