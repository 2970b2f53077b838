#pragma once

#include "base/result.h"

#include <string>
#include <utility>

namespace evencart::store {

// Keeps a second program from writing to the same data folder: flock() on DIR/evencartd.lock. The system gives it up
// when the process ends, however it ends. Does not keep readers out.
class StoreLock
{
public:
    // InUse where another holds it; Io where the folder is missing or cannot be written.
    static Result<StoreLock> take(const std::string &folder);
    StoreLock(StoreLock &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    StoreLock &operator=(StoreLock &&) = delete;
    ~StoreLock();

private:
    explicit StoreLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

} // namespace evencart::store
