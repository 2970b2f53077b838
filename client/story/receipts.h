#pragma once

#include "engine/engineroom.h"

namespace evencart {

// Whether a member's device has what a line says now.
struct Receipt
{
    MemberId member;
    DeviceId device;
    bool has = false;
    bool online = false;
    bool only = true;        // the member has no other device here
    std::uint64_t heard = 0; // when it was last connected, milliseconds; 0: not known

    friend bool operator==(const Receipt &, const Receipt &) = default;
};

// One for each device of the other members, read off how far they have come in the log. Empty for a cart that nobody
// else has opened. On the engine's thread.
std::vector<Receipt> receiptsOf(EngineRoom &room, const CartReplica &cart, const LineId &line);

} // namespace evencart
