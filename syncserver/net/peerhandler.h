#pragma once

#include "base/bytes.h"

#include <cstdint>
#include <string>

namespace evencart::net {

// One connection; never reused in a process. Not a member, a device or a replica: those are learnt from messages.
using PeerId = std::uint64_t;

struct PeerInfo
{
    std::string address; // the remote IP address as text; personal data, so never above debug level in a log
    bool isLoopback = false;
    bool isEncrypted = false; // by us; a proxy in front may have done it instead
};

// What the server core implements and the network calls.
//
// Every call comes on ONE thread, the core thread (see corethread.h), so an implementation needs no locks. A turn is:
// any number of the peer calls, maybe tick(), then turnEnded(). For a given peer the order is opened, received…,
// closed; nothing comes after closed. A peer that fails before the WebSocket upgrade is never seen here.
//
// An implementation must not block for long: while it works, at most NetLimits::receiveQueueBytes per peer wait for it.
class PeerHandler
{
public:
    virtual ~PeerHandler() = default;

    virtual void peerOpened(PeerId peer, const PeerInfo &info) = 0;
    virtual void peerReceived(PeerId peer, Bytes message) = 0; // one whole binary message, within the limits
    virtual void peerClosed(PeerId peer) = 0;

    // About once a second.
    virtual void tick() = 0;

    // The end of a batch of events: the place to commit what they changed and to release the answers. What is sent
    // through the PeerGateway during a turn leaves when this returns.
    virtual void turnEnded() = 0;
};

} // namespace evencart::net
