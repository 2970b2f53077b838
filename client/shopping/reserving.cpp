#include "shopping/reserving.h"

#include "base/limits.h"
#include "base/textcodec.h"
#include "cart/orderable.h"

#include <algorithm>

namespace evencart {

namespace {

constexpr std::size_t keyBytes = 16; // of randomness

struct Amount
{
    std::int64_t quantity = 0;
    std::string unit;
};

// Of all lines with the good of `named`, in the unit that it is sold by where that is known here, otherwise in that of
// `named`. Lines that cannot be compared with it are no part of the sum: the server would not take them for the good.
Amount openOf(const std::vector<OrderableLine> &lines, const OrderableLine &named, const std::optional<KnownGood> &good)
{
    Amount open{0, good && wantedOf(named, good->unit) ? good->unit : named.unit};
    for (const OrderableLine &line : lines) {
        const auto wanted = line.sku == named.sku ? wantedOf(line, open.unit) : std::nullopt;
        open.quantity = saturatingAdd(open.quantity, wanted.value_or(0));
    }
    open.quantity = std::min(open.quantity, limits::quantityThousandths);
    return open;
}

} // namespace

std::size_t linesWith(const CartView &cart, const std::string &sku)
{
    const auto lines = orderableLines(cart);
    return static_cast<std::size_t>(
        std::count_if(lines.begin(), lines.end(), [&](const OrderableLine &line) { return line.sku == sku; }));
}

Result<protocol::Reserve> reservationOf(Workspace &workspace, const CartReplica &cart, const LineId &line,
                                        std::optional<std::int64_t> quantity, std::uint64_t milliseconds)
{
    if (auto may = cart.mayEdit(); !may)
        return may.error();
    const auto lines = orderableLines(cart.view());
    const auto found =
        std::find_if(lines.begin(), lines.end(), [&](const OrderableLine &each) { return each.line == line; });
    if (found == lines.end())
        return Error{ErrorCode::InvalidInput, "Only what can be ordered can be reserved: a line with an article of the "
                                              "catalogue that is not bought yet."};
    if (quantity && (*quantity <= 0 || *quantity > limits::quantityThousandths))
        return Error{ErrorCode::InvalidInput, "How much to reserve has to be above 0."};
    if (milliseconds == 0)
        return Error{ErrorCode::InvalidInput, "How long to reserve it has to be above 0."};
    const auto good = workspace.profile().store().shop().good(found->sku);
    if (!good)
        return good.error();
    const Amount amount = quantity ? Amount{*quantity, found->unit} : openOf(lines, *found, *good);
    protocol::Reserve reserve;
    reserve.request = 1; // the connection gives it its number
    reserve.key = toHex(workspace.random().bytes(keyBytes));
    reserve.cart = cart.record().id;
    reserve.sku = found->sku;
    reserve.unit = amount.unit;
    reserve.quantity = amount.quantity;
    reserve.milliseconds = milliseconds;
    return reserve;
}

} // namespace evencart
