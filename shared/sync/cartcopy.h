#pragma once

#include "storage/records.h"

#include <deque>
#include <unordered_map>

namespace evencart {

// An own delta that the server has not sequenced, with what it hides: the facts that come back if it is refused.
struct PendingDelta
{
    Delta delta;
    Bytes bytes; // as encoded once; sent as they are
    std::string label;
    std::vector<Fact> hidden;
};

// A cart in memory, two layers deep: the base (what the server has sequenced) and the overlay (own deltas that it has not).
// `shown` is both joined. Invariants:
//  1. overlay holds the own seqs record.ownSeq - overlay.size() + 1 ... record.ownSeq, in order;
//  2. a fact of `shown` belongs to the base unless its dot is of an overlay delta;
//  3. base = shown - facts of overlay deltas + everything that they hide.
struct CartCopy
{
    CartRecord record;
    State shown;
    VersionVector base;
    std::deque<PendingDelta> overlay;
    std::unordered_map<LineId, std::uint64_t> positions; // the last log entry that touched the line

    std::uint64_t ackedSeq() const { return record.ownSeq - overlay.size(); }
    bool isPending(const Dot &dot) const { return dot.replica == record.ownReplica && dot.seq > ackedSeq(); }
    void touch(const LineId &line, std::uint64_t position)
    {
        std::uint64_t &last = positions[line];
        last = std::max(last, position);
    }
};

// The base as a state of its own, for digests and joins.
State baseOf(const CartCopy &copy);

} // namespace evencart
