#include "cart/orderable.h"

#include "text/quantity.h"
#include "text/units.h"

namespace evencart {

namespace {

constexpr std::int64_t finerStep = 1000; // from kg to g and from l to ml

} // namespace

std::optional<OrderableLine> orderableOf(const LineView &line)
{
    const std::int64_t open = saturatingAdd(line.quantity, -line.bought());
    if (line.sku.empty() || line.checked || open <= 0)
        return std::nullopt;
    return OrderableLine{line.id, line.sku, line.name, line.unit, open, line.price};
}

std::vector<OrderableLine> orderableLines(const CartView &cart)
{
    std::vector<OrderableLine> lines;
    for (const LineView *line : cart.lines()) {
        if (auto orderable = orderableOf(*line))
            lines.push_back(*std::move(orderable));
    }
    return lines;
}

std::optional<std::int64_t> wantedOf(const OrderableLine &line, std::string_view unitOfGood)
{
    if (line.unit.empty() || line.unit == unitOfGood)
        return isCounted(unitOfGood) && line.quantity % oneThing != 0 ? std::nullopt : std::optional(line.quantity);
    const bool isFiner = priceUnit(line.unit) == unitOfGood && line.quantity % finerStep == 0;
    return isFiner ? std::optional(line.quantity / finerStep) : std::nullopt;
}

std::int64_t saleTotalMinor(const Money &price, const std::string &unitOfGood, std::int64_t quantity)
{
    LineView priced;
    priced.quantity = quantity;
    priced.unit = unitOfGood;
    priced.price = price;
    const std::int64_t total = lineTotalMinor(priced);
    return total == 0 && price.minor > 0 && quantity > 0 ? 1 : total;
}

std::int64_t inUnitOf(const OrderableLine &line, std::string_view unitOfGood, std::int64_t quantity)
{
    return line.unit.empty() || line.unit == unitOfGood ? quantity : quantity * finerStep;
}

} // namespace evencart
