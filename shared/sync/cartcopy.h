#pragma once

#include "storage/records.h"
#include "sync/hiddenfacts.h"

#include <deque>
#include <unordered_map>

namespace evencart {

// An own delta that the server has not sequenced.
struct PendingDelta
{
    Delta delta;
    Bytes bytes; // as encoded once; sent as they are
    std::string label;
};

// A cart in memory, two layers deep: the base (what the server has sequenced) and the overlay (own deltas that it has
// not). `shown` is both joined. Invariants:
//  1. the own deltas record.ackedSeq + 1 ... record.ownSeq are pending; `overlay` holds them in order once it is
//  loaded. A cart
//     that has no server has all of its deltas pending, so they are read when a server is met and not when the cart is
//     opened;
//  2. a fact belongs to the base unless its dot is of a pending delta;
//  3. base = the facts of the base in `shown` + those in `hidden`.
struct CartCopy
{
    CartRecord record;
    State shown;
    HiddenFacts hidden; // without those of pending deltas while the overlay is not loaded
    VersionVector base;
    bool overlayLoaded = false;
    std::deque<PendingDelta> overlay;
    // Own deltas out of the time before this cart was found damaged, under the replica id of then: not in `shown`. They
    // are made again when the base is back. By seq; loaded with the overlay.
    std::deque<PendingDelta> kept;
    std::unordered_map<LineId, std::uint64_t> positions; // the last log entry that touched the line

    std::size_t pendingCount() const { return record.ownSeq - record.ackedSeq; }
    bool isPending(const Dot &dot) const { return dot.replica == record.ownReplica && dot.seq > record.ackedSeq; }
    void touch(const LineId &line, std::uint64_t position)
    {
        std::uint64_t &last = positions[line];
        last = std::max(last, position);
    }
};

// The base as a state of its own, for digests and joins.
State baseOf(const CartCopy &copy);

} // namespace evencart
