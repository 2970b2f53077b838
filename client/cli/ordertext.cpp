#include "cli/ordertext.h"

#include "cli/values.h"
#include "portability/json.h"
#include "shopping/outlook.h"

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

QJsonObject goodJson(const KnownGood &good, const std::vector<protocol::Reservation> &mine)
{
    QJsonArray reserved;
    for (const protocol::Reservation &reservation : mine) {
        if (reservation.sku == good.sku)
            reserved.append(jsonObject({{"cart", jsonId(reservation.cart)},
                                        {"quantity", jsonQuantity(reservation.quantity)},
                                        {"until", jsonTime(reservation.until)},
                                        {"remaining", static_cast<double>(reservation.remaining) / 1000}}));
    }
    return jsonObject({{"sku", jsonText(good.sku)},
                       {"name", jsonText(good.name)},
                       {"unit", jsonText(good.unit)},
                       {"category", jsonText(good.category)},
                       {"price", moneyJson(good.currency, good.price)},
                       {"stock", jsonQuantity(good.stock)},
                       {"revision", jsonNumber(good.revision)},
                       {"reserved", jsonQuantity(good.reserved)},
                       {"available", jsonQuantity(availableOf(seenWith(good, mine)))},
                       {"my_reservations", reserved}});
}

std::string stockText(const Environment &environment, const KnownGood &good,
                      const std::vector<protocol::Reservation> &mine)
{
    if (good.stock == 0)
        return "sold out";
    std::string text = "in stock " + amountText(environment, good.stock, good.unit);
    if (good.reserved > 0)
        text += ", " + amountText(environment, good.reserved, good.unit) + " of it reserved";
    for (const protocol::Reservation &reservation : mine) {
        if (reservation.sku == good.sku)
            text += ", " + amountText(environment, reservation.quantity, good.unit) + " for me (" +
                    ageText(reservation.remaining) + ")";
    }
    return text;
}

const char *problemName(protocol::ReservationProblem problem)
{
    switch (problem) {
    case protocol::ReservationProblem::SoldOut:
        return "sold_out";
    case protocol::ReservationProblem::NotSold:
        return "not_sold";
    case protocol::ReservationProblem::NotAllowed:
        return "not_allowed";
    case protocol::ReservationProblem::TooMany:
        return "too_many";
    case protocol::ReservationProblem::Ended:
        break;
    }
    return "ended";
}

std::string notReservedText(const Environment &environment, const protocol::NotReserved &refusal,
                            const std::string &name)
{
    switch (refusal.problem) {
    case protocol::ReservationProblem::SoldOut:
        return "Not reserved: " + name + " is sold out or reserved by others (" +
               amountText(environment, refusal.left, {}) + " left).";
    case protocol::ReservationProblem::NotSold:
        return "Not reserved: " + name + " is not sold here like this.";
    case protocol::ReservationProblem::NotAllowed:
        return "Not reserved: you may not order from this cart; ask one of its owners.";
    case protocol::ReservationProblem::TooMany:
        return "Not reserved: you have as many reservations as anybody may have; order or release some.";
    case protocol::ReservationProblem::Ended:
        break;
    }
    return "Not reserved: what was asked for has ended meanwhile; reserve it again.";
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
