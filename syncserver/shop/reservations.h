#pragma once

#include "protocol/message.h"
#include "store/shopstore.h"

#include <optional>
#include <vector>

// What is kept for somebody's order. A reservation takes nothing from the stock: it takes from what others can have of
// it, so nothing is ever sold twice, whatever clocks do. It ends when it is ordered or released, or at its time.
//
// `now` is the reservations' own time (relay/reservationclock.h). What has lapsed stands there until endLapsed(), and
// counts: call that before anything is judged. Every change of what is reserved of a good takes the shop's next
// revision.
namespace evencart::shop {

// Takes away what has lapsed. Writes where hasLapsed() says so; REQUIRES an open transaction then.
Result<bool> hasLapsed(store::ShopStore &shop, std::uint64_t now);
Result<void> endLapsed(store::ShopStore &shop, std::uint64_t now);

// How much of a good nobody but this member's order from this cart can have; never below 0.
Result<std::int64_t> availableTo(store::ShopStore &shop, const protocol::Good &good, const MemberId &member,
                                 const CartId &cart);

// The verdict on one question. Reads, writes nothing. Whether the member may order from the cart is the caller's to
// ask.
struct ReservationVerdict
{
    std::optional<protocol::ReservationProblem> problem;
    std::int64_t left = 0;                         // with SoldOut and TooMany
    std::optional<store::ReservationRow> standing; // it is the one that stands there under this key
    store::ReservationRow row;                     // to be written, where there is neither
};
Result<ReservationVerdict> judgeReservation(store::ShopStore &shop, const MemberId &member,
                                            const protocol::Reserve &reserve, std::uint64_t now);

// REQUIRES: an open transaction in which judgeReservation() gave this row.
Result<void> reserve(store::ShopStore &shop, store::ReservationRow row);
// It has been ordered, or is not wanted any more. Nothing where there is none. REQUIRES: an open transaction.
Result<void> endReservation(store::ShopStore &shop, const MemberId &member, const CartId &cart, const std::string &sku);

// All of a member's for one cart, from which he may not order any more. REQUIRES: an open transaction.
Result<void> endReservationsFor(store::ShopStore &shop, const MemberId &member, const CartId &cart);
// The stock of a good may have become less than what is reserved of it: then the latest ones end, so that those who
// came first, and others behind them, can be sold what is there. REQUIRES: an open transaction.
Result<void> endReservationsBeyondStock(store::ShopStore &shop, const std::string &sku);

// Those of a member that hold.
Result<std::vector<store::ReservationRow>> standingReservations(store::ShopStore &shop, const MemberId &member);
protocol::Reservation describe(const store::ReservationRow &row, std::uint64_t now);

// A sentence for each that cannot have come about. Reads only.
Result<std::vector<std::string>> checkReservations(store::ShopStore &shop);

} // namespace evencart::shop
