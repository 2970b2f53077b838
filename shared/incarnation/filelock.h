#pragma once

#include "base/result.h"

#include <string>
#include <utility>

namespace evencart {

// Keeps a second program out: flock() on a file of its own, which stays. The system gives it up when the process ends,
// however it ends, and a copy of the file holds nothing. What stands in the file is for a sentence and never decides:
// the number of the process that took it last, and a line with its name. On one machine only, and not where the file
// system knows no locks (some network mounts): there it is Io.
class FileLock
{
public:
    struct Holder
    {
        long process = 0; // 0: nothing legible stands there
        std::string program;
    };

    // InUse where another program holds it; Io, with the system's word for it, where the file cannot be made or locked.
    static Result<FileLock> take(const std::string &file, const std::string &program);
    // Who took it last.
    static Holder holderOf(const std::string &file);

    FileLock(FileLock &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    FileLock &operator=(FileLock &&) = delete;
    ~FileLock();

private:
    explicit FileLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

} // namespace evencart
