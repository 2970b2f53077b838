#pragma once

#include "base/bytes.h"
#include "net/closecode.h"
#include "net/peerhandler.h"

#include <memory>
#include <string>
#include <vector>

namespace evencart::net {

// What the server core calls to reach its peers.
//
// Core thread only. Nothing is sent before the turn ends; then everything goes to each worker in one batch, in the
// order of the calls, and each socket is flushed once. A call for a peer that has gone is silently ignored: its
// peerClosed() is on its way. Sending is not delivering: what waits for a peer is lost when it is cut, so only an
// answer from it means arrival.
class PeerGateway
{
public:
    virtual ~PeerGateway() = default;

    virtual void send(PeerId peer, std::shared_ptr<const Bytes> message) = 0;

    // The same message to many, encoded once in each worker. Costs one reference per peer, not one copy, when the
    // message is large.
    virtual void sendToMany(const std::vector<PeerId> &peers, std::shared_ptr<const Bytes> message) = 0;

    // Ends the deadline for strangers and lifts their small limits.
    virtual void setAuthenticated(PeerId peer) = 0;

    // What was sent before still goes out; nothing that arrives later is handed over. `reason` is at most 123 bytes of
    // UTF-8 and is seen by the client.
    virtual void close(PeerId peer, CloseCode code, std::string reason) = 0;
};

} // namespace evencart::net
