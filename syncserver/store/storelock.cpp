#include "store/storelock.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace evencart::store {

Result<StoreLock> StoreLock::take(const std::string &folder)
{
    const std::string file = folder + "/evencartd.lock";
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return Error{ErrorCode::Io, "The data folder " + folder + " cannot be used (" + std::strerror(errno) +
                                        "): check that it exists and that this user may write to it."};
    StoreLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        return lock;
    if (errno == EWOULDBLOCK)
        return Error{ErrorCode::InUse, "Another evencartd uses the data folder " + folder + ": stop it first."};
    return Error{ErrorCode::Io, "The data folder " + folder + " cannot be locked (" + std::strerror(errno) + ")."};
}

StoreLock::~StoreLock()
{
    // Nothing was written through it, so there is nothing that closing could lose.
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace evencart::store
