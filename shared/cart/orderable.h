#pragma once

#include "cart/cartview.h"

#include <optional>
#include <string_view>
#include <vector>

namespace evencart {

// What of a cart can be ordered: the lines that name a good (an sku) and are not bought yet, in the cart's order, each
// with what is still open of it. Client and server read it alike, so that they mean the same cart.
struct OrderableLine
{
    LineId line;
    std::string sku;
    std::string name;
    std::string unit;
    std::int64_t quantity = 0;  // thousandths, above 0
    std::optional<Money> price; // as written on the line
    friend bool operator==(const OrderableLine &, const OrderableLine &) = default;
};

std::vector<OrderableLine> orderableLines(const CartView &cart);
// Nothing where the line cannot be ordered.
std::optional<OrderableLine> orderableOf(const LineView &line);

// How much of a good a line wants, in the unit that the good is sold by: a line that names no unit means the good's,
// and grams may be written of what is sold by the kilogram. Nothing where the two cannot be compared, or where it is a
// part of something that comes whole.
std::optional<std::int64_t> wantedOf(const OrderableLine &line, std::string_view unitOfGood);
// Back from it: so much of the good, in the line's unit. REQUIRES: wantedOf() has compared them
// What so much of a good costs, in its unit and currency: as every line (lineTotalMinor), but what has a price is not
// given away because it is little.
std::int64_t saleTotalMinor(const Money &price, const std::string &unitOfGood, std::int64_t quantity);
std::int64_t inUnitOf(const OrderableLine &line, std::string_view unitOfGood, std::int64_t quantity);

} // namespace evencart
