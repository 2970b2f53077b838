#pragma once

#include "net/peerhandler.h"
#include "net/receivebudget.h"

#include <memory>

namespace evencart::net {

// What a worker tells the core thread.
struct PeerEvent
{
    enum class Kind
    {
        Opened,
        Received,
        Closed
    };

    Kind kind;
    PeerId peer;
    PeerInfo info;                         // Opened
    Bytes message;                         // Received
    std::shared_ptr<ReceiveBudget> budget; // Received

    // What a waiting message costs, its own bookkeeping included, so that a flood of empty ones is bounded too.
    static constexpr std::int64_t overhead = 256;
    std::int64_t cost() const { return static_cast<std::int64_t>(message.size()) + overhead; }
};

} // namespace evencart::net
