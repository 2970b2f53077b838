#pragma once

#include "history/linestory.h"

namespace evencart {

// Where a window stood when it was last looked at: a place in the log and in the own changes. Compared by causality,
// never by clocks.
struct Frontier
{
    Epoch epoch;
    std::uint64_t position = 0;
    ReplicaId replica;
    std::uint64_t ownSeq = 0;

    friend bool operator==(const Frontier &, const Frontier &) = default;
};

Frontier frontierOf(const CartReplica &cart);

// What happened in a cart behind a frontier: mine, theirs, and what both touched with how it came out.
struct AwayReview
{
    struct Both
    {
        LineStory story; // of the line as it is now
        bool gone = false;
        std::vector<HistoryEntry> mine;
        std::vector<HistoryEntry> theirs;
    };

    std::vector<HistoryEntry> mine; // oldest first
    std::vector<HistoryEntry> theirs;
    std::vector<Both> both;
    std::size_t moreTheirs = 0; // that are not in the list, because it is long
    bool comparable = true;     // false: the log is another one since, nothing can be said
    bool canUndoMine = false;   // nothing of mine came after it
};

// What came behind `from`, up to `until`. REQUIRES: the chronicle is up to date.
Result<AwayReview> reviewBetween(Workspace &workspace, CartReplica &cart, const Chronicle &chronicle,
                                 const Frontier &from, const Frontier &until);

} // namespace evencart
