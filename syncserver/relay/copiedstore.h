#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "store/logstore.h"

namespace evencart::relay {

// For a store that is an older copy of the one that was served last: the server and every cart get a new epoch, with
// nothing before it, so that whoever was synced compares with what there is now instead of being counted on from where
// he was. `incarnation` is the token that the server's row holds from now on. One transaction. REQUIRES: none is open,
// and no core works on the store.
Result<void> beginNewLife(store::LogStore &log, const Bytes &incarnation, RandomSource &random, const Clock &clock);

// The other case, a store that is what it should be: only the token changes.
Result<void> goOnLiving(store::LogStore &log, const Bytes &incarnation, RandomSource &random, const Clock &clock);

} // namespace evencart::relay
