#include "portability/orderfile.h"

#include "portability/csv.h"
#include "portability/json.h"
#include "text/quantity.h"

namespace evencart {

namespace {

QJsonValue moneyJson(const protocol::Order &order, std::int64_t minor)
{
    return order.currency.empty() ? QJsonValue() : jsonMoney(Money{order.currency, minor});
}

std::string amountText(const protocol::Order &order, std::int64_t minor)
{
    const std::string text = formatMoney({order.currency, minor});
    return text.substr(0, text.find(' '));
}

} // namespace

QJsonObject orderJson(const protocol::Order &order)
{
    QJsonArray lines;
    for (const protocol::OrderLine &line : order.lines)
        lines.append(jsonObject({{"line", jsonId(line.line)},
                                 {"sku", jsonText(line.sku)},
                                 {"name", jsonText(line.name)},
                                 {"unit", jsonText(line.unit)},
                                 {"quantity", jsonQuantity(line.quantity)},
                                 {"price", moneyJson(order, line.price)},
                                 {"total", moneyJson(order, line.total)}}));
    return jsonObject({{"order", jsonText(order.key)},
                       {"ledger", jsonNumber(order.number)},
                       {"lines", lines},
                       {"total", moneyJson(order, order.total)},
                       {"cart", jsonId(order.cart)},
                       {"placed", jsonTime(order.placed)},
                       {"state", jsonText("ordered")}});
}

std::string orderCsv(const protocol::Order &order)
{
    std::string text =
        csv::toLine({"ledger", "placed", "sku", "name", "quantity", "unit", "price", "total", "currency"});
    for (const protocol::OrderLine &line : order.lines)
        text += csv::toLine({std::to_string(order.number), timeText(order.placed), line.sku, line.name,
                             formatQuantity(line.quantity), line.unit, amountText(order, line.price),
                             amountText(order, line.total), order.currency});
    return text;
}

} // namespace evencart
