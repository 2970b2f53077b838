#pragma once

#include "net/peergateway.h"
#include "relay/access.h"
#include "relay/cartservice.h"
#include "relay/operatorturn.h"
#include "relay/shopservice.h"

namespace evencart::relay {

// What administrators ask for from where they are, and what the operator asks for at the server while it runs. Judges
// by access.h, writes into the turn's transaction, as CartService does; the same rules for errors. Not the shop: what
// is done to goods is done by ShopService.
class Administration
{
public:
    struct Context
    {
        store::LogStore &log;
        RoomTable &rooms;
        Turn &turn;
        const Clock &clock;
        const ServerOptions &options;
        CartService &carts;
        ShopService &shop;
        net::PeerGateway &gateway; // for answers that come when the turn is committed
    };
    explicit Administration(const Context &context) : m_context(context) {}

    using Peer = CartService::Peer;
    Result<void> handle(const Peer &peer, const protocol::Join &join); // REQUIRES: it names no cart
    Result<void> handle(const Peer &peer, const protocol::Administer &asked);

    // REQUIRES: the command is known, to access.h or to shop/. `answer` comes once, when the turn has been committed or
    // is lost.
    void operate(const shop::OperatorCommand &command, const OperatorAnswer &answer);

private:
    // Somebody's membership, as the cart in memory has to know it, too.
    Result<void> putMembership(const CartId &cart, const store::MembershipRow &membership);
    void answer(PeerId peer, protocol::Request request, const Result<std::string> &said);
    void fail(const Peer &peer, protocol::Request request, protocol::FailureCode code, const char *reason);
    void internal(const Peer &peer, protocol::Request request, const Error &error);
    std::uint64_t now() const { return m_context.clock.wallMilliseconds(); }

    Context m_context;
};

} // namespace evencart::relay
