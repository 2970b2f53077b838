#include "shop/shopwords.h"

#include "model/wording.h"
#include "translations/unitwords.h"

#include <QCoreApplication>
#include <QStringList>

namespace evencart::shopwords {

namespace {

class Words // the context of the translations
{
    Q_DECLARE_TR_FUNCTIONS(ShopWords)
};

using protocol::LineProblem;
using protocol::OrderProblem;

constexpr std::int64_t few = 3000; // thousandths
constexpr std::uint64_t second = 1000;
constexpr std::uint64_t minute = 60 * second;
constexpr std::uint64_t hour = 60 * minute;
constexpr std::uint64_t day = 24 * hour;

} // namespace

QString unitPrice(const Money &price, const std::string &unit)
{
    return unit.empty() ? wording::money(price) : wording::money(price) + QLatin1Char('/') + unitWord(unit, 1000);
}

QString stock(std::int64_t stock, const std::string &unit)
{
    if (stock <= 0)
        return Words::tr("sold out");
    return (stock <= few ? Words::tr("only %1 left") : Words::tr("in stock %1")).arg(wording::amount(stock, unit));
}

QString left(std::int64_t left, const std::string &unit)
{
    return left <= 0 ? Words::tr("sold out") : Words::tr("only %1 left").arg(wording::amount(left, unit));
}

QString age(std::uint64_t milliseconds)
{
    const auto count = [&](std::uint64_t unit) { return static_cast<int>(milliseconds / unit); };
    if (milliseconds < 2 * second)
        return Words::tr("just now");
    if (milliseconds < 2 * minute)
        return Words::tr("%n s ago", nullptr, count(second));
    if (milliseconds < 2 * hour)
        return Words::tr("%n min ago", nullptr, count(minute));
    if (milliseconds < 2 * day)
        return Words::tr("%n hour(s) ago", nullptr, count(hour));
    return Words::tr("%n day(s) ago", nullptr, count(day));
}

QString asOf(std::uint64_t milliseconds)
{
    return Words::tr("as of %1", "the age of the copy: \"as of 12 s ago\"").arg(age(milliseconds));
}

QString kept(std::int64_t quantity, const std::string &unit, std::uint64_t remaining)
{
    const auto minutes = static_cast<int>((remaining + minute - 1) / minute);
    return Words::tr("%1 kept for you, %n min", nullptr, minutes).arg(wording::amount(quantity, unit));
}

QString notReserved(const protocol::NotReserved &refusal, const QString &name)
{
    switch (refusal.problem) {
    case protocol::ReservationProblem::SoldOut:
        return Words::tr("%1 is not reserved: %2.", "an item and what there is of it")
            .arg(name, left(refusal.left, {}));
    case protocol::ReservationProblem::NotSold:
        return Words::tr("%1 is not reserved: it is not sold here like this.").arg(name);
    case protocol::ReservationProblem::NotAllowed:
        return Words::tr("You may not order from this cart; ask one of its owners.");
    case protocol::ReservationProblem::TooMany:
        return Words::tr("%1 is not reserved: you have as many reservations as anybody may have.").arg(name);
    case protocol::ReservationProblem::Ended:
        break;
    }
    return Words::tr("%1 is not reserved: what was asked for has ended meanwhile. Try again.").arg(name);
}

QString problem(const protocol::NotOrdered::Line &line, const std::string &unit)
{
    switch (line.problem) {
    case LineProblem::SoldOut:
        return left(line.left, unit);
    case LineProblem::PriceChanged:
        return Words::tr("the price is %1 now").arg(unitPrice({line.currency, line.price}, unit));
    case LineProblem::CartChanged:
        return Words::tr("changed in the cart since you looked");
    case LineProblem::NotSold:
        break;
    }
    return Words::tr("not sold here");
}

QString problem(const LineOutlook &outlook)
{
    switch (outlook.stock) {
    case LineOutlook::Stock::Fewer:
    case LineOutlook::Stock::SoldOut:
        return left(outlook.left, outlook.good->unit);
    case LineOutlook::Stock::NotSold:
        return Words::tr("not sold here");
    case LineOutlook::Stock::Enough:
        break;
    }
    if (!outlook.priceDiffers)
        return {};
    return Words::tr("the price is %1 now")
        .arg(unitPrice({outlook.good->currency, outlook.good->price}, outlook.good->unit));
}

QString refusal(const OrderNews &news)
{
    switch (news.refusal->problem) {
    case OrderProblem::Lines:
        break;
    case OrderProblem::NotAllowed:
        return Words::tr("You may not order from this cart; ask one of its owners.");
    case OrderProblem::KeyTaken:
        return Words::tr("Another order has been placed under this key; order again.");
    case OrderProblem::Superseded:
    case OrderProblem::Unknown:
        return Words::tr("The shop has not got the order, and it will not come any more. Order again if you want to.");
    }
    QStringList reasons;
    for (std::size_t line = 0; line < news.refusal->lines.size(); ++line) {
        const bool isNamed = line < news.names.size() && !news.names[line].empty();
        reasons << Words::tr("%1: %2", "an item and why it was not ordered")
                       .arg(isNamed ? wording::text(news.names[line]) : Words::tr("a line that is gone"),
                            problem(news.refusal->lines[line], {}));
    }
    return reasons.join(QStringLiteral("; "));
}

QString news(const OrderNews &news, const QString &cart)
{
    if (news.order)
        return Words::tr("Ordered from %1: order %2, %3.")
            .arg(cart)
            .arg(news.order->number)
            .arg(wording::money({news.order->currency, news.order->total}));
    if (news.refusal)
        return Words::tr("Not ordered from %1. %2").arg(cart, refusal(news));
    return Words::tr("It is not known whether %1 was ordered. The shop is asked when it can be reached.").arg(cart);
}

} // namespace evencart::shopwords
