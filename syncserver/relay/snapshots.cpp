#include "relay/snapshots.h"

#include "base/limits.h"
#include "crdt/statecodec.h"
#include "protocol/zstdblock.h"

#include <algorithm>

namespace evencart::relay {

namespace {

// False: too large.
Result<bool> storeSnapshot(store::LogStore &log, Room &room, std::uint64_t now)
{
    const auto state = room.state();
    if (!state)
        return state.error();
    const Bytes raw = encodeState(**state);
    if (raw.size() > limits::snapshotBytes)
        return false;
    const store::SnapshotRow row{room.row().head, now, sha256(raw), raw.size()};
    if (auto put = log.putSnapshot(room.cart(), row, protocol::compress(raw)); !put)
        return put.error();
    return true;
}

// The contents of the two newest are kept.
Result<void> dropOldContents(store::LogStore &log, const CartId &cart, const std::vector<store::SnapshotRow> &snapshots)
{
    if (snapshots.size() < 3)
        return {};
    return log.dropSnapshotContents(cart, snapshots[snapshots.size() - 2].position);
}

} // namespace

bool isSnapshotDue(const Room &room, const SnapshotPolicy &policy)
{
    return room.entriesSinceSnapshot() >= policy.everyEntries || room.bytesSinceSnapshot() >= policy.everyBytes;
}

std::uint64_t firstToKeep(const std::vector<store::SnapshotRow> &snapshots, const SnapshotPolicy &policy,
                          std::uint64_t now)
{
    std::uint64_t first = 1;
    for (std::size_t i = 0; i + 1 < snapshots.size(); ++i) {
        if (snapshots[i].created + policy.keepMilliseconds <= now)
            first = snapshots[i].position + 1;
    }
    return first;
}

Result<void> makeSnapshot(store::LogStore &log, Room &room, const SnapshotPolicy &policy, std::uint64_t now)
{
    if (room.row().head != room.row().snapshotPosition) {
        const auto stored = storeSnapshot(log, room, now);
        if (!stored)
            return stored.error();
        if (!*stored) {
            room.postponeSnapshot();
            return {};
        }
    }
    const auto snapshots = log.snapshots(room.cart());
    if (!snapshots)
        return snapshots.error();
    if (auto dropped = dropOldContents(log, room.cart(), *snapshots); !dropped)
        return dropped;
    const std::uint64_t oldest = std::max(room.row().oldest, firstToKeep(*snapshots, policy, now));
    if (oldest > room.row().oldest) {
        if (auto trimmed = log.trim(room.cart(), oldest); !trimmed)
            return trimmed;
    }
    room.snapshotMade(room.row().head, oldest);
    return {};
}

} // namespace evencart::relay
