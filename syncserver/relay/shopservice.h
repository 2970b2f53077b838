#pragma once

#include "cart/cartview.h"
#include "relay/cartservice.h"
#include "relay/operatorturn.h"
#include "relay/reservationclock.h"

#include <map>
#include <optional>

namespace evencart::relay {

// What an authenticated peer can ask about goods and orders, and what the operator does to them while the server runs.
// Judges by shop/, writes into the turn's transaction and queues the answers, as CartService does; the same rules for
// errors.
//
// Who watches the goods is told of changes after the commit, with the tick, so that a busy till is one message a
// second.
class ShopService
{
public:
    struct Context
    {
        store::LogStore &log;
        Turn &turn;
        const Clock &clock;
        const ServerOptions &options;
        Metrics &metrics;
        CartService &carts;
        Epoch life; // of this data directory
        ReservationClock reservationClock;
    };
    explicit ShopService(const Context &context) : m_context(context) {}

    using Peer = CartService::Peer;
    Result<void> handle(const Peer &peer, const protocol::ReadGoods &read);
    Result<void> handle(const Peer &peer, const protocol::ReadOrders &read);
    Result<void> handle(const Peer &peer, const protocol::Checkout &checkout);
    Result<void> handle(const Peer &peer, const protocol::AskOrder &ask);
    Result<void> handle(const Peer &peer, const protocol::Reserve &reserve);
    Result<void> handle(const Peer &peer, const protocol::Release &release);
    Result<void> handle(const Peer &peer, const protocol::ReadReservations &read);
    // About once a second: reservations whose time has come end.
    Result<void> tick();

    // `answer` comes once, when the turn has been committed or is lost. A catalogue of more than some goods goes in
    // with several turns, part by part, so that carts do not wait; its answer comes with the last one.
    void operate(const shop::OperatorCommand &command, OperatorAnswer answer);
    // The next part, in the turn's transaction.
    bool isImporting() const { return m_import.has_value(); }
    Result<void> continueImport();

    void leave(PeerId peer) { m_watchers.erase(peer); }
    // REQUIRES: no transaction is open.
    Result<void> tellWatchers(net::PeerGateway &gateway);

private:
    Result<protocol::ShopPoint> here();
    // True where this server is not behind; otherwise the answer is on its way.
    bool hasReached(PeerId peer, protocol::Request request, const Epoch &life, std::uint64_t least,
                    const protocol::ShopPoint &point);
    void sayBehind(PeerId peer, protocol::Request request);
    // False where this peer has asked for more than its share of the server's time; then that is the answer.
    bool mayAsk(const Peer &peer, protocol::Request request);

    // ---- orders (checkout.cpp)
    Result<bool> answerKnownKey(const Peer &peer, const protocol::Checkout &checkout, const protocol::ShopPoint &point);
    Result<void> judge(const Peer &peer, const protocol::Checkout &checkout, Room &room);
    static bool mayWrite(const Peer &peer, const Room *room);
    Result<void> closeEarlierAttempts(const Peer &peer, const protocol::Checkout &checkout);
    Result<void> giveUp(const Peer &peer, const std::string &key, std::uint64_t attempt);
    Result<bool> isKnownPerson(const Peer &peer);
    bool hasPlaceForServer(const Room &room) const;
    Result<void> takeOutOfCart(Room &room, const MemberId &buyer, const protocol::Order &order);
    void refuse(const Peer &peer, const protocol::Checkout &checkout, const protocol::ShopPoint &point,
                protocol::OrderProblem problem, std::uint64_t attempt, std::vector<protocol::NotOrdered::Line> lines);

    // ---- reservations (reservations.cpp)
    // Asked before anything is judged: what has lapsed must not count.
    Result<bool> hasLapsed();
    Result<void> endLapsed();
    Result<void> tellReservations(const Peer &peer, protocol::Request request);

    // ---- imports (imports.cpp)
    struct Import
    {
        std::vector<shop::CatalogRow> rows;
        std::size_t next = 0;
        std::size_t atOnce = 0; // in one turn
        shop::Imported imported;
        OperatorAnswer answer;
    };
    void beginImport(const shop::OperatorCommand &command, OperatorAnswer answer);
    void partCommitted(const Result<void> &committed);

    // ---- goods
    Result<protocol::Goods> goodsBehind(std::uint64_t revision, const protocol::ShopPoint &point);
    void internal(PeerId peer, protocol::Request request, const Error &error);
    std::uint64_t now() const { return m_context.clock.wallMilliseconds(); }
    void reply(PeerId peer, const protocol::ServerMessage &message) { m_context.turn.replies.send(peer, message); }

    Context m_context;
    std::map<PeerId, std::uint64_t> m_watchers; // and the revision up to which they were told
    std::optional<Import> m_import;
};

} // namespace evencart::relay
