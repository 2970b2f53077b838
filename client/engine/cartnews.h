#pragma once

#include "sync/cartreplica.h"

#include <cstdint>
#include <string>
#include <vector>

namespace evencart {

// What other members did in a cart, counted, as it came in from the server: the stuff of "Ben added 4 things". By each
// line's latest change; removals have no author any more and are not in it.
struct CartNews
{
    struct Deeds
    {
        MemberId member;
        int added = 0;
        int bought = 0;
        int changed = 0; // in any other way
        friend bool operator==(const Deeds &, const Deeds &) = default;
    };

    CartId cart;
    std::string name;
    std::vector<Deeds> deeds; // by member, each once

    bool isEmpty() const { return deeds.empty(); }
};

// The news in `lines`, which have just arrived.
CartNews newsIn(const CartReplica &replica, const std::vector<LineId> &lines, const MemberId &self);

} // namespace evencart
