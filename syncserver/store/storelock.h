#pragma once

#include "incarnation/filelock.h"

namespace evencart::store {

// Keeps a second program from writing to the same data folder: a lock on DIR/evencartd.lock. Does not keep readers out.
// InUse where another holds it; Io where the folder is missing or cannot be written.
Result<FileLock> lockFolder(const std::string &folder);

} // namespace evencart::store
