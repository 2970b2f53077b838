#pragma once

#include "engine/shopupdate.h"
#include "sync/clientengine.h"

#include <QObject>

#include <functional>
#include <optional>
#include <set>

namespace evencart {

class EngineRoom;

// The engine's part of shopping: tells of the goods, sends orders, and sees to those that are not settled by itself:
// after each welcome it asks what became of the unknown ones, and then for those that were kept. Lives in an
// EngineRoom, on its thread.
//
// Not the one that decides: the server does. Not the memory either: that is the profile's (OrderBook).
class ShopDesk : public QObject
{
    Q_OBJECT

public:
    explicit ShopDesk(EngineRoom &room);

    // From now on goodsUpdated() tells, all of them first.
    void followGoods();
    template <typename T>
    using Answer = std::function<void(Result<T>)>;
    // Waits for a server that can be reached. Refused where it has no goods.
    void refreshGoods(Answer<ShopRecord> answer);

    Result<CartLook> look(const CartId &cart);
    // Answers Unreachable where that needs the server, which is not there; then nothing was written down or asked for.
    // Once it was asked for there is an answer in any case: what came of it, or that it is not known.
    void order(const SeenCart &seen, Answer<OrderNews> answer);
    Result<OwnOrder> keep(const SeenCart &seen);
    Result<void> forgetKept(const std::string &key);
    // What became of the unknown ones? orderEnded() tells. Unreachable where nobody can be asked.
    Result<void> askAgain();

    Result<OpenOrders> openOrders() const;
    Result<std::vector<protocol::Order>> knownOrders() const; // as known here, latest first
    void readOrders(std::uint64_t before, Answer<protocol::Orders> answer);

Q_SIGNALS:
    void goodsUpdated(const evencart::GoodsUpdate &update);
    void openOrdersChanged(const evencart::OpenOrders &orders);
    void orderEnded(const evencart::OrderNews &news); // every order, however it was asked for

private:
    void tellGoods();
    void tellOpenOrders();
    void welcomed();
    void send(const SeenCart &seen, const std::string &key, OrderNews::Cause cause, const Answer<OrderNews> &answer);
    struct Sending;
    void sendNext(const std::shared_ptr<Sending> &sending);
    void took(const std::shared_ptr<Sending> &sending, const Result<OrderBook::Outcome> &outcome);
    void sendKept();
    void resolved(const OwnOrder &order, const Result<OrderBook::Outcome> &outcome);
    std::optional<Error> whyUnreachable() const;
    OrderNews newsOf(const OrderBook::Outcome &outcome, const CartId &cart, OrderNews::Cause cause) const;
    std::uint64_t ageOf(const ShopRecord &record) const;

    EngineRoom &m_room;
    OrderBook m_book;
    bool m_follows = false;
    std::optional<ShopRecord> m_told;
    std::set<std::string> m_underWay; // keys
    std::set<CartId> m_keptUnderWay;
    std::size_t m_asking = 0; // questions about unknown ones that are not answered
};

} // namespace evencart
