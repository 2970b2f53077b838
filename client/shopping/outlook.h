#pragma once

#include "cart/orderable.h"
#include "protocol/message.h"
#include "storage/shopcopy.h"

#include <functional>
#include <optional>
#include <vector>

namespace evencart {

// How a line of a cart stands to the goods as they are known here. A look ahead, as old as the copy: only the server
// decides, and what it says replaces this.
struct LineOutlook
{
    enum class Stock
    {
        Enough,
        Fewer,   // `left` is there, less than wanted
        SoldOut, // nothing is
        NotSold  // no such good, or one that is sold by a unit that the line's cannot be compared with
    };

    Stock stock = Stock::NotSold;
    std::int64_t wanted = 0;       // in the good's unit, as is `left`
    std::int64_t left = 0;         // for this line: what lines before it want of the same good is taken off
    std::optional<KnownGood> good; // nothing: no such good
    bool priceDiffers = false;     // the line names another price than the good has
};

// The good as somebody sees it who orders from a cart: `mine`, what is reserved for him and that cart, is not in
// `reserved`.
KnownGood seenWith(KnownGood good, const std::vector<protocol::Reservation> &mine);
// What can be ordered of it: all that is in stock, without what is reserved for others.
std::int64_t availableOf(const KnownGood &good);

// For each line in turn. `find` gives the good of an sku.
using FindGood = std::function<std::optional<KnownGood>(const std::string &sku)>;
std::vector<LineOutlook> outlookOf(const std::vector<OrderableLine> &lines, const FindGood &find);

// What `wanted` of a good costs, as the server reckons it.
std::int64_t costOf(const KnownGood &good, std::int64_t wanted);

} // namespace evencart
