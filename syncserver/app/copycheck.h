#pragma once

#include "base/clock.h"
#include "incarnation/incarnation.h"
#include "store/sqlitelogstore.h"

namespace evencart::app {

struct CopyCheck
{
    bool isCopy = false;             // every cart has a new epoch now
    std::optional<Error> notWritten; // the token outside of the data directory: a copy is not noticed at the next start
};

// At each start, before anything is served: is this data directory the one that a server ran on here last? A copy that
// was put back by hand, or a restored backup, gets new epochs (relay/copiedstore.h).
//
// A state directory that cannot be written does not keep the server from starting: each client still notices, when it
// opens a cart, that this log is not the one that it followed. An error is the store's.
Result<CopyCheck> checkForCopy(store::SqliteLogStore &store, Incarnation &incarnation, RandomSource &random,
                               const Clock &clock);

} // namespace evencart::app
