#pragma once

#include "cart/orderable.h"
#include "protocol/message.h"
#include "store/shopstore.h"

#include <optional>
#include <string>
#include <vector>

namespace evencart::shop {

// The verdict on one checkout: an order to be written, or what stands against it, line by line.
struct Verdict
{
    std::vector<protocol::NotOrdered::Line> problems; // empty: it is an order
    std::vector<protocol::OrderLine> lines;           // in the cart's order; the rest has meaning for an order only
    std::string currency;
    std::int64_t total = 0;
};

// Judges all lines against the cart and the goods as they are now; reads, writes nothing. The cart has to hold exactly
// the lines that were asked for, each good at least what all its lines together want besides what is reserved for
// others, and each price has to be the one that was seen, unless any is accepted; all of them in one currency. Amounts
// are compared in the good's unit. `cart`: as the server has it (orderableLines). REQUIRES: what has lapsed was ended
// (reservations.h).
Result<Verdict> judgeCheckout(store::ShopStore &shop, const MemberId &member, const protocol::Checkout &checkout,
                              const std::vector<OrderableLine> &cart);

// How much of a good is meant by a quantity in this unit, in the good's: no unit means the good's, and grams may be
// written of what is sold by the kilogram. Nothing where the two cannot be compared.
std::optional<std::int64_t> amountOf(const protocol::Good &good, const std::string &unit, std::int64_t quantity);

// What was asked under a key, the attempt and the readiness for any price left out: the same key with another hash is
// another order.
Hash256 contentOf(const protocol::Checkout &checkout);

// Writes the order into the ledger and takes it out of the stock; what was reserved for it ends. REQUIRES: an open
// transaction in which judgeCheckout() found nothing against it.
Result<store::LedgerRow> sell(store::ShopStore &shop, const MemberId &member, const protocol::Checkout &checkout,
                              const Verdict &verdict, std::uint64_t now);

} // namespace evencart::shop
