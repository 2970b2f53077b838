#pragma once

#include "engine/engineroom.h"

namespace evencart {

// A change of somebody else that the author of an entry had not got.
struct Missed
{
    MemberId member;
    Happening happening;
};

// The newest entries of a cart, or of one of its lines, newest first, as values for the interface's thread. A change of
// thousands of lines comes with its first happenings alone.
struct ActivityPage
{
    struct Row
    {
        HistoryEntry entry;
        std::size_t happenings = 0; // of the whole entry
        std::vector<Missed> missed; // concerning the same lines, some of them
    };
    std::vector<Row> rows;
    bool more = false; // there are older ones
    bool cut = false;  // older ones than those at hand were let go
    std::optional<Error> error;
};

// On the engine's thread.
ActivityPage activityPage(EngineRoom &room, const CartId &cart, const std::optional<LineId> &line, std::size_t most);

} // namespace evencart
