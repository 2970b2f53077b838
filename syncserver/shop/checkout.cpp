#include "shop/checkout.h"

#include "protocol/codec.h"
#include "protocol/protocollimits.h"
#include "shop/reservations.h"
#include "shop/stockroom.h"

#include <map>
#include <optional>

namespace evencart::shop {

namespace {

using protocol::Checkout;
using protocol::Good;
using protocol::LineProblem;

// The goods of one checkout, each read once, with what its lines have left of it so far.
class Shelf
{
public:
    Shelf(store::ShopStore &shop, const MemberId &member, const CartId &cart)
        : m_shop(shop), m_member(member), m_cart(cart)
    {
    }

    struct Item
    {
        Good good;
        std::int64_t left = 0; // to this order, behind the lines so far
    };
    // nullptr: no such good.
    Result<Item *> find(const std::string &sku)
    {
        auto known = m_items.find(sku);
        if (known == m_items.end()) {
            auto good = m_shop.good(sku);
            if (!good)
                return good.error();
            const auto available =
                good->has_value() ? availableTo(m_shop, **good, m_member, m_cart) : Result<std::int64_t>(0);
            if (!available)
                return available.error();
            auto item = good->has_value() ? std::optional(Item{**good, *available}) : std::nullopt;
            known = m_items.emplace(sku, std::move(item)).first;
        }
        return known->second ? &*known->second : nullptr;
    }

private:
    store::ShopStore &m_shop;
    const MemberId &m_member;
    const CartId &m_cart;
    std::map<std::string, std::optional<Item>> m_items;
};

// `currency`: of the lines before it; empty: it is the first.
std::optional<LineProblem> problemOf(const Checkout &checkout, const Checkout::Line &asked, const OrderableLine *inCart,
                                     const Shelf::Item *item, const std::string &currency)
{
    if (!item || (!currency.empty() && currency != item->good.currency))
        return LineProblem::NotSold;
    if (!inCart || inCart->sku != asked.sku || inCart->quantity != asked.quantity)
        return LineProblem::CartChanged;
    const auto wanted = amountOf(item->good, inCart->unit, inCart->quantity);
    if (!wanted)
        return LineProblem::NotSold;
    if (item->left < *wanted)
        return LineProblem::SoldOut;
    const bool isSeenPrice = asked.currency == item->good.currency && asked.price == item->good.price;
    return isSeenPrice || checkout.acceptPrices ? std::nullopt : std::optional(LineProblem::PriceChanged);
}

protocol::NotOrdered::Line describe(const LineId &line, LineProblem problem, const Shelf::Item *item)
{
    if (!item)
        return {line, problem, 0, {}, 0};
    return {line, problem, item->left, item->good.currency, item->good.price};
}

protocol::OrderLine saleOf(const OrderableLine &inCart, std::int64_t wanted, const Good &good)
{
    const std::int64_t total = saleTotalMinor({good.currency, good.price}, good.unit, wanted);
    return {inCart.line, good.sku, good.name, good.unit, wanted, good.price, total};
}

} // namespace

std::optional<std::int64_t> amountOf(const Good &good, const std::string &unit, std::int64_t quantity)
{
    OrderableLine line;
    line.unit = unit;
    line.quantity = quantity;
    return wantedOf(line, good.unit);
}

Result<Verdict> judgeCheckout(store::ShopStore &shop, const MemberId &member, const Checkout &checkout,
                              const std::vector<OrderableLine> &cart)
{
    Verdict verdict;
    Shelf shelf(shop, member, checkout.cart);
    std::map<LineId, const OrderableLine *> notAsked;
    for (const OrderableLine &line : cart)
        notAsked.emplace(line.line, &line);
    for (const Checkout::Line &asked : checkout.lines) {
        const auto item = shelf.find(asked.sku);
        if (!item)
            return item.error();
        const auto found = notAsked.find(asked.line);
        const OrderableLine *inCart = found == notAsked.end() ? nullptr : found->second;
        if (inCart)
            notAsked.erase(found); // named twice, the second time it is not there
        if (const auto problem = problemOf(checkout, asked, inCart, *item, verdict.currency)) {
            verdict.problems.push_back(describe(asked.line, *problem, *item));
            continue;
        }
        verdict.lines.push_back(
            saleOf(*inCart, *amountOf((*item)->good, inCart->unit, inCart->quantity), (*item)->good));
        (*item)->left -= verdict.lines.back().quantity;
        verdict.currency = (*item)->good.currency;
        verdict.total = saturatingAdd(verdict.total, verdict.lines.back().total);
    }
    for (const OrderableLine &line : cart) {
        if (!notAsked.contains(line.line) || verdict.problems.size() >= protocol::orderLines)
            continue;
        const auto item = shelf.find(line.sku);
        if (!item)
            return item.error();
        verdict.problems.push_back(describe(line.line, LineProblem::CartChanged, *item));
    }
    return verdict;
}

Hash256 contentOf(const Checkout &checkout)
{
    Checkout asked = checkout;
    asked.request = 1;
    asked.attempt = 1;
    asked.acceptPrices = false;
    return sha256(protocol::encode(protocol::ClientMessage(asked)));
}

Result<store::LedgerRow> sell(store::ShopStore &shop, const MemberId &member, const Checkout &checkout,
                              const Verdict &verdict, std::uint64_t now)
{
    const auto last = shop.lastOrder();
    if (!last)
        return last.error();
    store::LedgerRow row;
    row.member = member;
    row.content = contentOf(checkout);
    row.order = {*last + 1, checkout.key, checkout.cart, now, verdict.currency, verdict.total, verdict.lines};
    for (const protocol::OrderLine &line : verdict.lines) {
        const auto good = shop.good(line.sku);
        if (!good)
            return good.error();
        if (auto moved = moveStock(shop, **good, -line.quantity, row.order.number, now); !moved)
            return moved.error();
        if (auto ended = endReservation(shop, member, checkout.cart, line.sku); !ended)
            return ended.error();
    }
    const auto revision = shop.revision();
    if (!revision)
        return revision.error();
    row.revision = *revision;
    if (auto appended = shop.appendOrder(row); !appended)
        return appended.error();
    return row;
}

} // namespace evencart::shop
