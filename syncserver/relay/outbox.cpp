#include "relay/outbox.h"

#include <algorithm>
#include <utility>

namespace evencart::relay {

namespace {

constexpr std::size_t mostReasonBytes = 123; // of a WebSocket close frame (RFC 6455 section 5.5); ours are ASCII

} // namespace

void Outbox::send(PeerId peer, const protocol::ServerMessage &message)
{
    m_actions.push_back({Action::Kind::Send, peer, packed(message), {}, {}});
}

void Outbox::setAuthenticated(PeerId peer)
{
    m_actions.push_back({Action::Kind::Authenticate, peer, {}, {}, {}});
}

void Outbox::close(PeerId peer, net::CloseCode code, std::string reason)
{
    reason.resize(std::min(reason.size(), mostReasonBytes));
    m_actions.push_back({Action::Kind::Close, peer, {}, code, std::move(reason)});
}

void Outbox::release(net::PeerGateway &gateway)
{
    for (Action &action : std::exchange(m_actions, {})) {
        switch (action.kind) {
        case Action::Kind::Send:
            gateway.send(action.peer, std::move(action.message));
            break;
        case Action::Kind::Authenticate:
            gateway.setAuthenticated(action.peer);
            break;
        case Action::Kind::Close:
            gateway.close(action.peer, action.code, std::move(action.reason));
            break;
        }
    }
}

} // namespace evencart::relay
