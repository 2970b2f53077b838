#pragma once

#include "net/peerhandler.h"
#include "protocol/message.h"

#include <memory>
#include <optional>

namespace evencart::relay {

// A snapshot on its way to one subscriber. The bytes are shared by all who get the same one.
struct SnapshotTransfer
{
    std::shared_ptr<const Bytes> zstd;
    std::uint64_t position = 0;
    std::uint64_t rawSize = 0;
    std::uint32_t nextPart = 0;
};

// A state that a repairing client is sending in parts.
struct IncomingState
{
    Bytes zstd;
    std::uint32_t nextPart = 0;
};

// One open cart on one connection.
struct Subscriber
{
    enum class Phase
    {
        Repair,     // it sends what we lack; nothing goes out until RepairDone
        CatchingUp, // a snapshot, then records from sent + 1
        Live,       // records as they are committed
        Behind,     // we know less than it does and may not change that; nothing goes out
    };

    net::PeerId peer = 0;
    protocol::Channel channel = 0;
    MemberId member;
    DeviceId device;
    ReplicaId replica;     // that it writes under
    bool isFenced = false; // offered other content under a number that was taken: nothing more until it opens again
    Phase phase = Phase::CatchingUp;
    std::uint64_t sent = 0; // log position up to which everything was handed to the gateway
    std::optional<SnapshotTransfer> snapshot;
    IncomingState incoming;
    std::uint64_t nextDigestRepair = 0; // monotonic milliseconds; not sooner

    bool is(net::PeerId otherPeer, protocol::Channel otherChannel) const
    {
        return peer == otherPeer && channel == otherChannel;
    }
};

} // namespace evencart::relay
