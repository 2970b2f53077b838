#pragma once

#include "cart/orderable.h"
#include "protocol/message.h"
#include "storage/shopcopy.h"
#include "workspace/workspace.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace evencart {

// What a person saw of a cart when they said "order this": the lines, each with the price that was in sight (the line's
// own, else that of the copy of the goods).
struct SeenCart
{
    CartId cart;
    std::vector<protocol::Checkout::Line> lines;
};

// What is seen of it here and now, by the copy of the goods. InvalidInput where nothing in the cart can be ordered,
// UpdateNeeded where this version may not write into it.
Result<SeenCart> seenIn(const CartReplica &cart, ShopCopy &goods);

// Whether `asked` has every line of `wanted`, as much of it and of the same good; prices aside.
bool asksFor(const SeenCart &asked, const SeenCart &wanted);

// A profile's orders by key. Writes each one down before it is asked for, so that whatever happens to the connection,
// to the server or to this program, what became of it can be asked: the same key is the same order.
//
// Says what to send and takes what came; the network is somebody else's (ClientEngine).
class OrderBook
{
public:
    explicit OrderBook(Workspace &workspace);

    // As seenIn(), by this profile's copy.
    Result<SeenCart> look(const CartReplica &cart) const;

    // An order of that cart whose outcome is not known: to be asked for again before anything else is ordered from it.
    Result<std::optional<OwnOrder>> openOrder(const CartId &cart) const;
    Result<std::optional<OwnOrder>> find(const std::string &key) const;
    // Those whose outcome is not known, at this profile's server; and at servers that it had before, which only they
    // can tell.
    Result<std::vector<OwnOrder>> open() const;
    Result<std::vector<OwnOrder>> openElsewhere() const;
    // The orders that this profile's server placed, as known here, latest first.
    Result<std::vector<protocol::Order>> placedHere() const;

    // InvalidInput where that key cannot stand for an order of this cart at this server: it is another cart's, or what
    // became of it only another server knows.
    Result<void> mayAskAgain(const OwnOrder &known, const CartId &cart) const;

    // On the disk when it returns, and what was kept of that cart is forgotten with it: the cart is not to be ordered
    // a second time later. A new order of what was seen; or, where the key's outcome is not known, the same
    // question once more (with any price, if either time that was said). `key` empty: a new one. InvalidInput as from
    // mayAskAgain(), or where no key can look like that. REQUIRES: the key's order was not placed.
    Result<protocol::Checkout> ask(const std::string &key, const SeenCart &seen, bool acceptPrices);
    // Writes down that this is to be ordered, as it was seen, once the server can be reached, in place of what was kept
    // of that cart before. Nothing is asked for yet; ask() with its key does that, forget() takes it back.
    Result<OwnOrder> keep(const SeenCart &seen);
    Result<std::vector<OwnOrder>> kept() const; // at this profile's server, the earliest first
    Result<void> forget(const std::string &key);

    // What came of it, written down.
    using Outcome = std::variant<protocol::Ordered, protocol::NotOrdered>;
    Result<void> conclude(const Outcome &outcome);

    // What had been seen when it was asked for, or kept.
    static std::optional<SeenCart> seenIn(const OwnOrder &order);
    // The order that was placed under it; nothing for other states.
    static std::optional<protocol::Order> placed(const OwnOrder &order);

private:
    Result<std::vector<OwnOrder>> ordersIn(OwnOrder::State state, bool atThisServer) const;
    bool isOfThisServer(const OwnOrder &order) const;
    Result<void> writeInPlaceOfKept(const OwnOrder &order);
    Result<void> write(const OwnOrder &order) { return m_workspace.profile().store().shop().putOrders({order}); }

    Workspace &m_workspace;
};

} // namespace evencart
