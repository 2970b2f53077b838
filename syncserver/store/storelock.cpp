#include "store/storelock.h"

namespace evencart::store {

Result<FileLock> lockFolder(const std::string &folder)
{
    auto lock = FileLock::take(folder + "/evencartd.lock", "evencartd");
    if (lock)
        return lock;
    if (lock.error().code == ErrorCode::InUse)
        return Error{ErrorCode::InUse, "Another evencartd uses the data folder " + folder + ": stop it first."};
    return Error{ErrorCode::Io, "The data folder " + folder + " cannot be used (" + lock.error().message +
                                    "): check that it exists and that this user may write to it."};
}

} // namespace evencart::store
