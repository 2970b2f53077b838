#pragma once

#include "base/result.h"

#include <QUrl>

namespace evencart::bench {

// How many orders a second a server takes, and how long one waits for its answer: `buyers` clients with a cart each put
// one thing of `sku` into it, order it, and begin again when it has left the cart, until `orders` were placed
// altogether. The server sells it, and has enough. Prints orders_per_second and the percentiles of the time between
// asking and "ordered", in milliseconds. Runs an event loop.
struct OrderRun
{
    QUrl url;
    std::string sku;
    std::size_t buyers = 1;
    std::size_t orders = 0;
};
Result<void> placeOrders(const OrderRun &run);

} // namespace evencart::bench
