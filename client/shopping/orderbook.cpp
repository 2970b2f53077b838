#include "shopping/orderbook.h"

#include "base/textcodec.h"
#include "profile/serverplace.h"
#include "protocol/codec.h"
#include "protocol/protocollimits.h"

#include <algorithm>

namespace evencart {

namespace {

constexpr std::size_t keyBytes = 16; // of randomness in a key that nobody chose

Result<void> checkKey(const std::string &key)
{
    if (protocol::isOrderKey(key))
        return {};
    return Error{ErrorCode::InvalidInput, "A key has 1 to " + std::to_string(protocol::orderKeyBytes) +
                                              " letters, digits, blanks and signs, of those that every keyboard has."};
}

std::optional<protocol::Checkout> askedIn(const OwnOrder &order)
{
    const auto message = protocol::decodeClientMessage(order.asked);
    const auto *checkout = message ? std::get_if<protocol::Checkout>(&*message) : nullptr;
    return checkout ? std::optional(*checkout) : std::nullopt;
}

} // namespace

OrderBook::OrderBook(Workspace &workspace) : m_workspace(workspace) {}

Result<SeenCart> seenIn(const CartReplica &cart, ShopCopy &goods)
{
    if (auto may = cart.mayEdit(); !may)
        return may.error();
    SeenCart seen;
    seen.cart = cart.record().id;
    for (const OrderableLine &line : orderableLines(cart.view())) {
        const auto good = goods.good(line.sku);
        if (!good)
            return good.error();
        protocol::Checkout::Line asked{line.line, line.sku, line.quantity, {}, 0};
        if (line.price && line.price->minor >= 0) {
            asked.currency = line.price->currency;
            asked.price = line.price->minor;
        } else if (good->has_value()) {
            asked.currency = (**good).currency;
            asked.price = (**good).price;
        }
        seen.lines.push_back(std::move(asked));
    }
    if (seen.lines.empty())
        return Error{ErrorCode::InvalidInput, "Nothing in this cart can be ordered: only lines with an article of the "
                                              "catalogue can (\"add CART TEXT --sku ID\")."};
    if (seen.lines.size() > protocol::orderLines)
        return Error{ErrorCode::Limit,
                     "An order has up to " + std::to_string(protocol::orderLines) + " lines: order in two carts."};
    return seen;
}

Result<SeenCart> OrderBook::look(const CartReplica &cart) const
{
    return evencart::seenIn(cart, m_workspace.profile().store().shop());
}

Result<std::vector<OwnOrder>> OrderBook::ordersIn(OwnOrder::State state, bool atThisServer) const
{
    auto orders = m_workspace.profile().store().shop().ordersIn(state);
    if (!orders)
        return orders;
    std::erase_if(*orders, [&](const OwnOrder &order) { return isOfThisServer(order) != atThisServer; });
    return orders;
}

bool OrderBook::isOfThisServer(const OwnOrder &order) const
{
    return isSameServer(order.server, m_workspace.profile().record().serverUrl);
}

Result<std::vector<OwnOrder>> OrderBook::open() const
{
    return ordersIn(OwnOrder::State::Unknown, true);
}

Result<std::vector<OwnOrder>> OrderBook::openElsewhere() const
{
    return ordersIn(OwnOrder::State::Unknown, false);
}

Result<std::vector<OwnOrder>> OrderBook::kept() const
{
    auto orders = ordersIn(OwnOrder::State::Kept, true);
    if (orders)
        std::reverse(orders->begin(), orders->end());
    return orders;
}

Result<std::vector<protocol::Order>> OrderBook::placedHere() const
{
    const auto own = ordersIn(OwnOrder::State::Ordered, true);
    if (!own)
        return own.error();
    std::vector<protocol::Order> orders;
    for (const OwnOrder &order : *own) {
        if (auto placed = OrderBook::placed(order))
            orders.push_back(*std::move(placed));
    }
    return orders;
}

// One wish for a cart at a time: what was kept of it, at whatever server, goes in the transaction that writes `order`.
Result<void> OrderBook::writeInPlaceOfKept(const OwnOrder &order)
{
    ShopCopy &shop = m_workspace.profile().store().shop();
    auto orders = shop.ordersIn(OwnOrder::State::Kept);
    if (!orders)
        return orders.error();
    std::erase_if(*orders, [&](const OwnOrder &kept) { return kept.cart != order.cart || kept.key == order.key; });
    for (OwnOrder &kept : *orders)
        kept.state = OwnOrder::State::NotOrdered;
    orders->push_back(order);
    return shop.putOrders(*orders);
}

Result<OwnOrder> OrderBook::keep(const SeenCart &seen)
{
    protocol::Checkout checkout;
    checkout.request = 1;
    checkout.key = toHex(m_workspace.random().bytes(keyBytes));
    checkout.cart = seen.cart;
    checkout.lines = seen.lines;
    OwnOrder order;
    order.key = checkout.key;
    order.server = m_workspace.profile().record().serverUrl;
    order.cart = seen.cart;
    order.state = OwnOrder::State::Kept;
    order.made = m_workspace.clock().wallMilliseconds();
    order.asked = protocol::encode(protocol::ClientMessage(checkout));
    if (auto written = writeInPlaceOfKept(order); !written)
        return written.error();
    return order;
}

Result<void> OrderBook::forget(const std::string &key)
{
    const auto known = find(key);
    if (!known)
        return known.error();
    if (!known->has_value() || (**known).state != OwnOrder::State::Kept)
        return {};
    OwnOrder order = **known;
    order.state = OwnOrder::State::NotOrdered;
    return write(order);
}

Result<std::optional<OwnOrder>> OrderBook::openOrder(const CartId &cart) const
{
    const auto orders = open();
    if (!orders)
        return orders.error();
    const auto found =
        std::find_if(orders->begin(), orders->end(), [&](const OwnOrder &order) { return order.cart == cart; });
    return found == orders->end() ? std::optional<OwnOrder>() : std::optional(*found);
}

Result<std::optional<OwnOrder>> OrderBook::find(const std::string &key) const
{
    if (auto checked = checkKey(key); !checked)
        return checked.error();
    return m_workspace.profile().store().shop().order(key);
}

Result<void> OrderBook::mayAskAgain(const OwnOrder &known, const CartId &cart) const
{
    if (known.cart != cart)
        return Error{ErrorCode::InvalidInput,
                     "The key \"" + known.key + "\" is that of an order of another cart: take another key."};
    const bool isOpen = known.state == OwnOrder::State::Unknown;
    if (isOpen && !isOfThisServer(known))
        return Error{ErrorCode::InvalidInput,
                     "What became of the order \"" + known.key + "\" only the server " + known.server +
                         " knows, where it was asked for: set that one again, or take another key."};
    return {};
}

Result<protocol::Checkout> OrderBook::ask(const std::string &key, const SeenCart &seen, bool acceptPrices)
{
    const auto known = key.empty() ? Result<std::optional<OwnOrder>>(std::nullopt) : find(key);
    if (!known)
        return known.error();
    if (auto fits = known->has_value() ? mayAskAgain(**known, seen.cart) : Result<void>(); !fits)
        return fits.error();
    const bool isOpen = known->has_value() && (**known).state == OwnOrder::State::Unknown;
    protocol::Checkout checkout;
    checkout.request = 1; // the connection gives it its number
    checkout.key = key.empty() ? toHex(m_workspace.random().bytes(keyBytes)) : key;
    checkout.cart = seen.cart;
    checkout.acceptPrices = acceptPrices;
    checkout.lines = seen.lines;
    OwnOrder order;
    if (known->has_value()) {
        order = **known;
        // What was asked and not answered is asked again to the letter: it may be an order by now.
        const auto before = isOpen ? askedIn(order) : std::nullopt;
        if (before)
            checkout = *before;
        checkout.acceptPrices = checkout.acceptPrices || acceptPrices;
    }
    checkout.attempt = order.attempt + 1;
    order.key = checkout.key;
    order.server = m_workspace.profile().record().serverUrl;
    order.cart = seen.cart;
    order.attempt = checkout.attempt;
    order.state = OwnOrder::State::Unknown;
    order.made = order.made == 0 ? m_workspace.clock().wallMilliseconds() : order.made;
    order.asked = protocol::encode(protocol::ClientMessage(checkout));
    order.answer.clear();
    if (auto written = writeInPlaceOfKept(order); !written)
        return written.error();
    return checkout;
}

Result<void> OrderBook::conclude(const Outcome &outcome)
{
    const auto *ordered = std::get_if<protocol::Ordered>(&outcome);
    const auto *refused = std::get_if<protocol::NotOrdered>(&outcome);
    auto known = find(ordered ? ordered->order.key : refused->key);
    if (!known)
        return known.error();
    if (!known->has_value())
        return {}; // ordered on another device of this member
    OwnOrder order = **known;
    if (ordered) {
        order.state = OwnOrder::State::Ordered;
        order.answer = protocol::encode(protocol::ServerMessage(*ordered));
    } else {
        order.state = OwnOrder::State::NotOrdered;
        order.attempt = std::max(order.attempt, refused->attempt);
        order.answer = protocol::encode(protocol::ServerMessage(*refused));
    }
    return write(order);
}

bool asksFor(const SeenCart &asked, const SeenCart &wanted)
{
    return std::all_of(wanted.lines.begin(), wanted.lines.end(), [&](const auto &line) {
        return std::any_of(asked.lines.begin(), asked.lines.end(), [&](const auto &each) {
            return each.line == line.line && each.sku == line.sku && each.quantity == line.quantity;
        });
    });
}

std::optional<SeenCart> OrderBook::seenIn(const OwnOrder &order)
{
    const auto asked = askedIn(order);
    return asked ? std::optional(SeenCart{asked->cart, asked->lines}) : std::nullopt;
}

std::optional<protocol::Order> OrderBook::placed(const OwnOrder &order)
{
    if (order.state != OwnOrder::State::Ordered)
        return std::nullopt;
    const auto message = protocol::decodeServerMessage(order.answer);
    const auto *ordered = message ? std::get_if<protocol::Ordered>(&*message) : nullptr;
    return ordered ? std::optional(ordered->order) : std::nullopt;
}

} // namespace evencart
