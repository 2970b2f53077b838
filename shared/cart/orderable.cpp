#include "cart/orderable.h"

namespace evencart {

std::vector<OrderableLine> orderableLines(const CartView &cart)
{
    std::vector<OrderableLine> lines;
    for (const LineView *line : cart.lines()) {
        const std::int64_t open = saturatingAdd(line->quantity, -line->bought());
        if (!line->sku.empty() && !line->checked && open > 0)
            lines.push_back({line->id, line->sku, line->name, line->unit, open, line->price});
    }
    return lines;
}

} // namespace evencart
