#include "engine/shopdesk.h"

#include "engine/engineroom.h"
#include "engine/serverwait.h"
#include "shopping/ordering.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace evencart {

namespace {

using Outcome = OrderBook::Outcome;

Error needsServer(const std::string &why)
{
    return {ErrorCode::Unreachable, why};
}

} // namespace

// One order that is being sent.
struct ShopDesk::Sending
{
    Ordering ordering;
    CartId cart;
    OrderNews::Cause cause;
    Answer<OrderNews> answer;
};

ShopDesk::ShopDesk(EngineRoom &room) : m_room(room), m_book(room.workspace())
{
    connect(&room.client(), &SyncClient::goodsUpdated, this, &ShopDesk::tellGoods);
    // Queued: off the stack of the connection, which goes on reading.
    connect(&room.client(), &SyncClient::welcomed, this, &ShopDesk::welcomed, Qt::QueuedConnection);
}

std::uint64_t ShopDesk::ageOf(const ShopRecord &record) const
{
    const std::uint64_t now = m_room.workspace().clock().wallMilliseconds();
    return now > record.heard ? now - record.heard : 0;
}

// ---- goods

void ShopDesk::followGoods()
{
    m_follows = true;
    m_told.reset();
    tellGoods();
    tellOpenOrders();
}

void ShopDesk::tellGoods()
{
    if (!m_follows)
        return;
    ShopCopy &copy = m_room.workspace().profile().store().shop();
    const auto record = copy.record();
    if (!record)
        return Q_EMIT m_room.storageBroken(record.error());
    GoodsUpdate update;
    update.record = *record;
    update.age = ageOf(*record);
    update.isWhole =
        !m_told || m_told->life != record->life || m_told->revision == 0 || m_told->revision > record->revision;
    auto goods = record->heard == 0 ? Result<std::vector<KnownGood>>(std::vector<KnownGood>())
                 : update.isWhole   ? copy.goods()
                                    : copy.goodsBehind(m_told->revision);
    if (!goods)
        return Q_EMIT m_room.storageBroken(goods.error());
    update.goods = std::make_shared<const std::vector<KnownGood>>(*std::move(goods));
    m_told = *record;
    Q_EMIT goodsUpdated(update);
}

void ShopDesk::refreshGoods(Answer<ShopRecord> answer)
{
    ServerWait::untilWelcome(m_room, [this, answer = std::move(answer)](const Result<void> &welcome) {
        if (!welcome)
            return answer(welcome.error());
        m_room.client().refreshGoods(answer);
    });
}

// ---- looking

Result<CartLook> ShopDesk::look(const CartId &cart)
{
    const auto replica = m_room.workspace().cart(cart);
    if (!replica)
        return replica.error();
    ShopCopy &copy = m_room.workspace().profile().store().shop();
    CartLook look;
    look.cart = cart;
    const auto record = copy.record();
    if (!record)
        return record.error();
    look.record = *record;
    look.age = ageOf(*record);
    look.lines = orderableLines((*replica)->view());
    const auto mine = m_room.reservations().mineFor(cart);
    look.outlooks = outlookOf(look.lines, [&](const std::string &sku) -> std::optional<KnownGood> {
        const auto good = record->heard == 0 ? Result<std::optional<KnownGood>>(std::nullopt) : copy.good(sku);
        return good && good->has_value() ? std::optional(seenWith(**good, mine)) : std::nullopt;
    });
    for (const LineView *line : (*replica)->view().lines()) {
        const bool isAsked = std::any_of(look.lines.begin(), look.lines.end(),
                                         [&](const OrderableLine &asked) { return asked.line == line->id; });
        if (!isAsked)
            look.others.push_back({line->name, line->quantity, line->unit, !line->sku.empty()});
    }
    auto seen = m_book.look(**replica);
    if (seen)
        look.seen = *std::move(seen);
    else
        look.problem = seen.error();
    const auto open = openOrders();
    if (!open)
        return open.error();
    const auto ofThisCart = [&](const std::vector<OwnOrder> &orders) -> std::optional<OwnOrder> {
        const auto found =
            std::find_if(orders.begin(), orders.end(), [&](const OwnOrder &order) { return order.cart == cart; });
        return found == orders.end() ? std::nullopt : std::optional(*found);
    };
    look.open = ofThisCart(open->unknown);
    look.kept = ofThisCart(open->kept);
    return look;
}

// ---- ordering

std::optional<Error> ShopDesk::whyUnreachable() const
{
    if (m_room.workspace().profile().record().serverUrl.empty())
        return needsServer("No server is set.");
    if (m_room.worksOffline())
        return needsServer("You chose to work offline; switch that off first.");
    const SyncClient &client = m_room.client();
    if (client.status() == SyncClient::Status::Offline || client.status() == SyncClient::Status::Stopped)
        return needsServer(client.lastError() ? client.lastError()->message : "It cannot be reached now.");
    return std::nullopt;
}

void ShopDesk::order(const SeenCart &seen, Answer<OrderNews> answer)
{
    if (const auto why = whyUnreachable())
        return answer(*why);
    const auto open = m_book.openOrder(seen.cart);
    if (!open || open->has_value())
        return answer(open ? Error{ErrorCode::Refused, "It is not known yet whether this cart was ordered: ask for "
                                                       "that first."}
                           : open.error());
    // Changes of this machine that the server has not got would stand against it.
    ServerWait::untilCaughtUp(m_room, seen.cart,
                              [this, seen, answer = std::move(answer)](const Result<void> &caughtUp) {
                                  if (!caughtUp)
                                      return answer(caughtUp.error());
                                  send(seen, {}, OrderNews::Cause::Asked, answer);
                              });
}

void ShopDesk::send(const SeenCart &seen, const std::string &key, OrderNews::Cause cause,
                    const Answer<OrderNews> &answer)
{
    sendNext(std::make_shared<Sending>(Sending{Ordering(m_book, seen, false, key), seen.cart, cause, answer}));
}

void ShopDesk::sendNext(const std::shared_ptr<Sending> &sending)
{
    const auto checkout = sending->ordering.next();
    if (!checkout) {
        m_underWay.erase(sending->ordering.key()); // where it had been sent before
        tellOpenOrders();
        if (checkout.error().code != ErrorCode::InvalidInput)
            Q_EMIT m_room.storageBroken(checkout.error());
        return sending->answer(checkout.error());
    }
    m_underWay.insert(checkout->key);
    tellOpenOrders();
    m_room.client().checkout(*checkout,
                             [self = QPointer(this), sending](const Result<ClientEngine::OrderOutcome> &outcome) {
                                 if (self)
                                     self->took(sending, outcome);
                             });
}

void ShopDesk::took(const std::shared_ptr<Sending> &sending, const Result<Outcome> &outcome)
{
    const auto taken = sending->ordering.take(outcome);
    if (taken && !taken->has_value())
        return sendNext(sending);
    m_underWay.erase(sending->ordering.key());
    OrderNews news;
    news.key = sending->ordering.key();
    news.cart = sending->cart;
    news.cause = sending->cause;
    // What the server said is true also where the local disk does not take it.
    if (taken || sending->ordering.said())
        news = newsOf(taken ? **taken : *sending->ordering.said(), sending->cart, sending->cause);
    else if (taken.error().code == ErrorCode::Refused)
        news.refusal = protocol::NotOrdered{1, {}, news.key, protocol::OrderProblem::NotAllowed, 0, {}};
    const bool isKnownHere = taken || taken.error().code == ErrorCode::Refused;
    if (!isKnownHere && taken.error().code != ErrorCode::Unreachable)
        Q_EMIT m_room.storageBroken(taken.error());
    tellOpenOrders();
    sending->answer(news);
    Q_EMIT orderEnded(news);
}

OrderNews ShopDesk::newsOf(const Outcome &outcome, const CartId &cart, OrderNews::Cause cause) const
{
    OrderNews news;
    news.cart = cart;
    news.cause = cause;
    if (const auto *ordered = std::get_if<protocol::Ordered>(&outcome)) {
        news.key = ordered->order.key;
        news.order = ordered->order;
        return news;
    }
    news.refusal = std::get<protocol::NotOrdered>(outcome);
    news.key = news.refusal->key;
    const auto replica = m_room.workspace().cart(cart);
    for (const protocol::NotOrdered::Line &line : news.refusal->lines) {
        const LineView *shown = replica ? (*replica)->view().line(line.line) : nullptr;
        news.names.push_back(shown ? shown->name : std::string());
    }
    return news;
}

// ---- what is not settled

Result<OpenOrders> ShopDesk::openOrders() const
{
    auto unknown = m_book.open();
    if (!unknown)
        return unknown.error();
    auto kept = m_book.kept();
    if (!kept)
        return kept.error();
    std::erase_if(*unknown, [&](const OwnOrder &order) { return m_underWay.contains(order.key); });
    return OpenOrders{*std::move(unknown), *std::move(kept)};
}

void ShopDesk::tellOpenOrders()
{
    const auto orders = openOrders();
    if (orders)
        Q_EMIT openOrdersChanged(*orders);
    else
        Q_EMIT m_room.storageBroken(orders.error());
}

void ShopDesk::welcomed()
{
    if (const auto asked = askAgain(); !asked && asked.error().code != ErrorCode::Unreachable)
        Q_EMIT m_room.storageBroken(asked.error());
}

Result<void> ShopDesk::askAgain()
{
    if (m_asking > 0)
        return {}; // it is being asked
    if (m_room.client().status() != SyncClient::Status::Online) {
        m_room.syncNow();
        return whyUnreachable().value_or(needsServer("The server is being connected."));
    }
    const auto open = openOrders();
    if (!open)
        return open.error();
    m_asking = open->unknown.size();
    for (const OwnOrder &order : open->unknown) {
        m_room.client().askOrder(order.key, order.attempt,
                                 [self = QPointer(this), order](const Result<Outcome> &outcome) {
                                     if (self)
                                         self->resolved(order, outcome);
                                 });
    }
    if (open->unknown.empty())
        sendKept();
    return {};
}

void ShopDesk::resolved(const OwnOrder &order, const Result<Outcome> &outcome)
{
    --m_asking;
    const auto concluded = outcome ? m_book.conclude(*outcome) : Result<void>();
    if (!concluded)
        Q_EMIT m_room.storageBroken(concluded.error());
    if (outcome) { // true, whether it could be written down or not
        tellOpenOrders();
        Q_EMIT orderEnded(newsOf(*outcome, order.cart, OrderNews::Cause::AskedAgain));
    }
    if (m_asking == 0 && outcome && concluded)
        QMetaObject::invokeMethod(this, &ShopDesk::sendKept, Qt::QueuedConnection);
}

Result<OwnOrder> ShopDesk::keep(const SeenCart &seen)
{
    auto kept = m_book.keep(seen);
    if (!kept)
        return kept;
    tellOpenOrders();
    if (m_room.client().status() == SyncClient::Status::Online) // it has come back meanwhile
        sendKept();
    return kept;
}

Result<void> ShopDesk::forgetKept(const std::string &key)
{
    if (auto forgotten = m_book.forget(key); !forgotten)
        return forgotten;
    tellOpenOrders();
    return {};
}

// As the cart was seen when it was kept, whatever has become of it: the server compares.
void ShopDesk::sendKept()
{
    const auto kept = m_book.kept();
    if (!kept)
        return Q_EMIT m_room.storageBroken(kept.error());
    for (const OwnOrder &order : *kept) {
        if (!m_keptUnderWay.insert(order.cart).second)
            continue;
        ServerWait::untilCaughtUp(
            m_room, order.cart, [this, key = order.key, cart = order.cart](const Result<void> &caughtUp) {
                m_keptUnderWay.erase(cart);
                const auto known = m_book.find(key);
                if (!known)
                    return Q_EMIT m_room.storageBroken(known.error());
                if (!known->has_value() || (**known).state != OwnOrder::State::Kept)
                    return; // taken back while it waited
                if (caughtUp)
                    return send(OrderBook::seenIn(**known).value_or(SeenCart{(**known).cart, {}}), key,
                                OrderNews::Cause::Kept, [](const Result<OrderNews> &) {});
                if (caughtUp.error().code != ErrorCode::Refused)
                    return; // the server is away again: it stays kept
                if (auto forgotten = forgetKept(key); !forgotten)
                    return Q_EMIT m_room.storageBroken(forgotten.error());
                const protocol::NotOrdered refusal{1, {}, key, protocol::OrderProblem::NotAllowed, 0, {}};
                Q_EMIT orderEnded(newsOf(refusal, cart, OrderNews::Cause::Kept));
            });
    }
}

// ---- orders

Result<std::vector<protocol::Order>> ShopDesk::knownOrders() const
{
    return m_book.placedHere();
}

void ShopDesk::readOrders(std::uint64_t before, Answer<protocol::Orders> answer)
{
    m_room.client().readOrders(before, std::move(answer));
}

} // namespace evencart
