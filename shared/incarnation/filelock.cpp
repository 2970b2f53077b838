#include "incarnation/filelock.h"

#include <cerrno>
#include <cstring>
#include <fstream>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace evencart {

Result<FileLock> FileLock::take(const std::string &file, const std::string &program)
{
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return Error{ErrorCode::Io, std::strerror(errno)};
    FileLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return Error{errno == EWOULDBLOCK ? ErrorCode::InUse : ErrorCode::Io, std::strerror(errno)};
    const std::string holder = std::to_string(::getpid()) + "\n" + program + "\n";
    // Only a name in a sentence: where it cannot be written, on a full disk, there is none.
    [[maybe_unused]] const bool isTold =
        ::ftruncate(descriptor, 0) == 0 && ::pwrite(descriptor, holder.data(), holder.size(), 0) >= 0;
    return lock;
}

FileLock::Holder FileLock::holderOf(const std::string &file)
{
    Holder holder;
    std::ifstream lines(file);
    if (lines >> holder.process)
        lines >> holder.program;
    else
        holder.process = 0;
    return holder;
}

FileLock::~FileLock()
{
    // Nothing was written through it that closing could lose.
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace evencart
