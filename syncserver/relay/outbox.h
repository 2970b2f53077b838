#pragma once

#include "net/peergateway.h"
#include "protocol/codec.h"

#include <memory>
#include <string>
#include <vector>

namespace evencart::relay {

using net::PeerId;

inline std::shared_ptr<const Bytes> packed(const protocol::ServerMessage &message)
{
    return std::make_shared<const Bytes>(protocol::encode(message));
}

// Answers that wait for the turn's commit, in their order. Nothing of it reaches the gateway before release().
class Outbox
{
public:
    void send(PeerId peer, const protocol::ServerMessage &message);
    void setAuthenticated(PeerId peer);
    // What was queued for the peer before still goes out.
    void close(PeerId peer, net::CloseCode code, std::string reason);

    void release(net::PeerGateway &gateway);
    void discard() { m_actions.clear(); }

private:
    struct Action
    {
        enum class Kind
        {
            Send,
            Authenticate,
            Close
        };

        Kind kind;
        PeerId peer;
        std::shared_ptr<const Bytes> message;
        net::CloseCode code = net::CloseCode::GoingAway;
        std::string reason;
    };
    std::vector<Action> m_actions;
};

} // namespace evencart::relay
