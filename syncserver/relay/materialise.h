#pragma once

#include "base/result.h"
#include "crdt/state.h"
#include "store/logstore.h"

#include <functional>

namespace evencart::relay {

// Corrupt where a delta's bytes do not have its hash: a flipped bit on disk is never merged nor sent.
Result<void> checkEntry(const CartId &cart, const store::LogEntry &entry);

// One log entry on top of the state before it. Corrupt where it does not follow.
Result<void> applyEntry(State &state, const store::LogEntry &entry);

// The state at the cart's head: the newest snapshot and the entries behind it. Corrupt where they do not fit together.
Result<State> materialise(store::LogStore &log, const store::CartRow &cart);

// Calls `visit` for the entries from..cart.head in order, in batches of bounded size. Corrupt where one is missing.
Result<void> forEachEntry(store::LogStore &log, const store::CartRow &cart, std::uint64_t from,
                          const std::function<Result<void>(const store::LogEntry &)> &visit);

// Decompresses and decodes the snapshot at `position`, or nothing if its content is not kept.
Result<std::optional<State>> snapshotState(store::LogStore &log, const CartId &cart, const store::SnapshotRow &row);

} // namespace evencart::relay
