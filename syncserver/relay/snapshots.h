#pragma once

#include "relay/room.h"
#include "relay/serveroptions.h"

namespace evencart::relay {

bool isSnapshotDue(const Room &room, const SnapshotPolicy &policy);

// Where the log may be cut: the first position to keep. A pure function of when snapshots were made. `snapshots` are in
// order and the last one holds the head's side; 1 where nothing may go.
std::uint64_t firstToKeep(const std::vector<store::SnapshotRow> &snapshots, const SnapshotPolicy &policy,
                          std::uint64_t now);

// Stores the state at the head as a snapshot and trims the log behind it. REQUIRES: an open transaction; the caller
// flushes the room. Nothing where the newest snapshot is at the head already, save the trimming. A state that is too
// large to be sent (limits::snapshotBytes) gets no snapshot: the log stays whole.
Result<void> makeSnapshot(store::LogStore &log, Room &room, const SnapshotPolicy &policy, std::uint64_t now);

} // namespace evencart::relay
