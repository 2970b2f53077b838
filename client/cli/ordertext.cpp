#include "cli/ordertext.h"

#include "cli/values.h"
#include "portability/json.h"

namespace evencart::cli {

namespace {

using protocol::LineProblem;
using protocol::NotOrdered;
using protocol::OrderProblem;

const char *problemName(LineProblem problem)
{
    switch (problem) {
    case LineProblem::SoldOut:
        return "sold_out";
    case LineProblem::PriceChanged:
        return "price_changed";
    case LineProblem::CartChanged:
        return "cart_changed";
    case LineProblem::NotSold:
        break;
    }
    return "not_sold";
}

std::string problemText(const Environment &environment, const NotOrdered::Line &line, const std::string &name)
{
    switch (line.problem) {
    case LineProblem::SoldOut:
        return name + " is sold out (" + amountText(environment, line.left, {}) + " left)";
    case LineProblem::PriceChanged:
        return "the price of " + name + " is " + moneyText(environment, {line.currency, line.price}) +
               " now (take it with --accept-prices)";
    case LineProblem::CartChanged:
        return name + " has changed in the cart";
    case LineProblem::NotSold:
        break;
    }
    return name + " is not sold here";
}

QJsonValue moneyJson(const std::string &currency, std::int64_t minor)
{
    return currency.empty() ? QJsonValue() : jsonMoney(Money{currency, minor});
}

} // namespace

std::string orderText(const Environment &environment, const protocol::Order &order)
{
    std::string text = "Order " + std::to_string(order.number) + ", " + timeText(order.placed) + ", " +
                       moneyText(environment, {order.currency, order.total}) + ", key " + order.key;
    for (const protocol::OrderLine &line : order.lines)
        text += "\n  " + amountText(environment, line.quantity, line.unit) + "  " + line.name + "  " +
                moneyText(environment, {order.currency, line.total});
    return text;
}

QJsonObject goodJson(const KnownGood &good)
{
    return jsonObject({{"sku", jsonText(good.sku)},
                       {"name", jsonText(good.name)},
                       {"unit", jsonText(good.unit)},
                       {"category", jsonText(good.category)},
                       {"price", moneyJson(good.currency, good.price)},
                       {"stock", jsonQuantity(good.stock)},
                       {"revision", jsonNumber(good.revision)}});
}

std::string refusalText(const Environment &environment, const NotOrdered &refusal, const LineNames &nameOf)
{
    switch (refusal.problem) {
    case OrderProblem::Lines:
        break;
    case OrderProblem::NotAllowed:
        return "Not ordered: you may not order from this cart; ask one of its owners.";
    case OrderProblem::KeyTaken:
        return "Not ordered: the key \"" + refusal.key + "\" is that of another order; take another key.";
    case OrderProblem::Superseded:
    case OrderProblem::Unknown:
        return "Not ordered: nothing came of the key \"" + refusal.key + "\"; order again.";
    }
    std::string reasons;
    bool hasChanged = false;
    for (const NotOrdered::Line &line : refusal.lines) {
        reasons += (reasons.empty() ? "" : "; ") + problemText(environment, line, nameOf(line.line));
        hasChanged = hasChanged || line.problem == LineProblem::CartChanged;
    }
    return "Not ordered: " + reasons + (hasChanged ? ". Look at the cart and order again." : ".");
}

QJsonArray refusedLinesJson(const NotOrdered &refusal, const LineNames &nameOf)
{
    QJsonArray lines;
    for (const NotOrdered::Line &line : refusal.lines)
        lines.append(jsonObject({{"line", jsonId(line.line)},
                                 {"name", jsonText(nameOf(line.line))},
                                 {"reason", jsonText(problemName(line.problem))},
                                 {"left", jsonQuantity(line.left)},
                                 {"price", moneyJson(line.currency, line.price)}}));
    return lines;
}

std::string ageText(std::uint64_t milliseconds)
{
    const std::uint64_t seconds = milliseconds / 1000;
    if (seconds < 120)
        return std::to_string(seconds) + " s";
    if (seconds < 2 * 3600)
        return std::to_string(seconds / 60) + " min";
    if (seconds < 2 * 86400)
        return std::to_string(seconds / 3600) + " h";
    return std::to_string(seconds / 86400) + " days";
}

} // namespace evencart::cli
