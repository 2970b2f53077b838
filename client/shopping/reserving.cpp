#include "shopping/reserving.h"

#include "base/limits.h"
#include "base/textcodec.h"
#include "cart/orderable.h"

#include <algorithm>

namespace evencart {

namespace {

constexpr std::size_t keyBytes = 16; // of randomness

} // namespace

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
    protocol::Reserve reserve;
    reserve.request = 1; // the connection gives it its number
    reserve.key = toHex(workspace.random().bytes(keyBytes));
    reserve.cart = cart.record().id;
    reserve.sku = found->sku;
    reserve.unit = found->unit;
    reserve.quantity = quantity.value_or(found->quantity);
    reserve.milliseconds = milliseconds;
    return reserve;
}

} // namespace evencart
