#include "history/salvage.h"

#include <map>

namespace evencart {

namespace {

std::int64_t amountOf(const QuantityFact &fact)
{
    return std::visit([](const auto &what) { return what.n; }, fact.what);
}

} // namespace

std::vector<NewItem> itemsMeant(const Delta &delta, const CartView &view)
{
    std::vector<LineId> order;
    std::map<LineId, NewItem> items;
    const auto itemOf = [&](const LineId &line) -> NewItem & {
        const auto [place, isNew] = items.try_emplace(line);
        NewItem &item = place->second;
        if (isNew) {
            order.push_back(line);
            if (const LineView *there = view.line(line))
                item = {there->name, there->unit, there->sku, there->quantity, {}, {}, {}, false};
        }
        return item;
    };
    for (const Add &add : delta.adds) {
        if (add.subject.isNull())
            continue;
        NewItem &item = itemOf(add.subject);
        switch (static_cast<Field>(add.field)) {
        case Field::Quantity:
            if (const auto body = decodeQuantity(add.body)) {
                item.name = body->line.name;
                item.unit = body->line.unit;
                item.sku = body->line.sku;
                if (amountOf(*body) > 0)
                    item.quantity = amountOf(*body);
            }
            break;
        case Field::Title:
            if (const auto title = decodeTitle(add.body))
                item.name = title->name;
            break;
        case Field::Note:
            item.note = decodeText(add.body).value_or(std::string());
            break;
        case Field::Category:
            item.category = decodeText(add.body).value_or(std::string());
            break;
        case Field::Price:
            item.price = decodePrice(add.body);
            break;
        default:
            break;
        }
    }
    std::vector<NewItem> meant;
    for (const LineId &line : order) {
        if (!items[line].name.empty() && items[line].quantity > 0)
            meant.push_back(std::move(items[line]));
    }
    return meant;
}

} // namespace evencart
