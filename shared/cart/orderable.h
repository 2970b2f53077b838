#pragma once

#include "cart/cartview.h"

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

} // namespace evencart
