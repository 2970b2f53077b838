#pragma once

#include "protocol/message.h"
#include "workspace/workspace.h"

#include <optional>

namespace evencart {

inline constexpr std::uint64_t usualReservationMilliseconds = 10 * 60 * 1000;

// The question to the server that keeps a line's good for this member's order from that cart. There is one reservation
// of a good for a cart, and a new one replaces it: without `quantity` (of the line's unit, thousandths) it is for all
// that is open of that good, in all lines of the cart. Under a new key: where its answer is lost, the same
// message is sent again (ClientEngine::reserve). Nothing is written down, because a reservation ends by itself; what
// holds is the server's to tell (ClientEngine::readReservations).
//
// InvalidInput where the line is not one that can be ordered, UpdateNeeded where this version may not write into the
// cart.
Result<protocol::Reserve> reservationOf(Workspace &workspace, const CartReplica &cart, const LineId &line,
                                        std::optional<std::int64_t> quantity,
                                        std::uint64_t milliseconds = usualReservationMilliseconds);

// How many lines of the cart such a reservation is for.
std::size_t linesWith(const CartView &cart, const std::string &sku);

} // namespace evencart
