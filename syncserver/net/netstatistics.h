#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace evencart::net {

// Why a connection ended, for the counters. The order is that of endCauseNames.
enum class EndCause
{
    PeerLeft,          // or its network did
    ClosedByServer,    // PeerGateway::close or shutdown
    ProtocolViolation, // Qt's parser refused a frame: 1002, 1007, 1009
    BadHandshake,      // TLS or HTTP failed, or the HTTP request is too large
    NotAuthenticated,  // the deadline for strangers passed, or a newcomer took the place
    TooLarge,
    TooFast,
    TooSlow,
    Dead, // no byte for NetLimits::deadAfter
    Count
};

inline constexpr std::array<const char *, static_cast<std::size_t>(EndCause::Count)> endCauseNames{
    "peer_left", "closed_by_server", "protocol_violation", "bad_handshake", "not_authenticated",
    "too_large", "too_fast",         "too_slow",           "dead"};

// Counters of the network side. Any thread may read or add; values only grow unless called a gauge.
struct NetStatistics
{
    using Counter = std::atomic<std::uint64_t>;
    using Gauge = std::atomic<std::int64_t>;

    Counter accepted{0};
    Counter refusedTotal{0};      // at the global cap
    Counter refusedPerAddress{0}; // at the cap of one address
    Gauge connections{0};
    Gauge unauthenticated{0};
    Counter messagesReceived{0};
    Counter bytesReceived{0};
    Counter messagesSent{0};
    Counter bytesSent{0};        // handed to sockets, framing included
    Counter readingPaused{0};    // times that a peer was made to wait for the core
    Gauge receiveQueueBytes{0};  // waiting for the core, with a fixed cost per message
    Gauge pendingOutputBytes{0}; // waiting for slow peers, as of the last sweep
    std::array<Counter, static_cast<std::size_t>(EndCause::Count)> ended{};
};

} // namespace evencart::net
