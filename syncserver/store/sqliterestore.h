#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"

#include <string>

namespace evencart::store {

// Makes the log in `folder` what the backup holds, with a new epoch for the server and for every cart, so that clients
// that know more bring it back instead of being wound back. The backup is checked first; until the last step, which is
// one rename, the old log stays. The folder must exist and no server may use it (InUse). Errors otherwise as
// SqliteLogStore::open().
Result<void> restoreSqliteLog(const std::string &folder, const std::string &backup, RandomSource &random,
                              const Clock &clock);

} // namespace evencart::store
