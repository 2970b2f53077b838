#pragma once

#include <chrono>
#include <cstdint>

namespace evencart::net {

// Every bound on what a stranger or a member can make the server hold or do, as set by the host. A plain value: a new
// one takes effect for connections that are accepted after it (NetServer::reconfigure).
//
// Bytes are bytes of application payload unless said. Rates are token buckets: `perSecond` refills, `burst` is the most
// that can be saved up.
struct NetLimits
{
    using Milliseconds = std::chrono::milliseconds;

    // Connections. Loopback is exempt from the per-address cap only. An IPv6 address counts as its /64 network.
    int connections = 12000;        // more are closed at accept
    int connectionsPerAddress = 64; // likewise
    int unauthenticated = 512;      // above it the oldest stranger is dropped, so that a newcomer always gets a turn

    // From accept to PeerGateway::setAuthenticated: one deadline over TCP, TLS, HTTP and the first messages.
    Milliseconds authenticationDeadline{5000};
    std::int64_t handshakeBytes = 16 * 1024;              // HTTP request
    std::int64_t unauthenticatedMessageBytes = 4 * 1024;  // the largest message and frame of a stranger
    std::int64_t unauthenticatedOutputBytes = 256 * 1024; // what may wait for a stranger who does not read

    // Messages of an authenticated peer. A frame may be as large as a message: clients of other makes do not fragment.
    std::int64_t messageBytes = 1280 * 1024;
    int framesPerMessage = 96;
    Milliseconds messageDeadline{20000}; // from a message's first byte to its last
    double messagesPerSecond = 500;
    double messageBurst = 5000;
    double bytesPerSecond = 8.0 * 1024 * 1024;
    double byteBurst = 32.0 * 1024 * 1024;
    double controlFramesPerSecond = 10; // pings and unasked-for pongs
    double controlFrameBurst = 100;

    // What waits for the core. Above it we stop reading from that peer until the core has caught up.
    std::int64_t receiveQueueBytes = 4 * 1024 * 1024;        // of one peer
    std::int64_t receiveQueueTotalBytes = 256 * 1024 * 1024; // of all together

    // What waits for a peer that reads slowly. Above it the peer is cut and catches up later.
    std::int64_t pendingOutputBytes = 8 * 1024 * 1024;
    std::int64_t pendingOutputTotalBytes =
        512LL * 1024 * 1024;                // beyond it each peer may keep an eighth of the line above
    Milliseconds slowReaderDeadline{10000}; // no byte taken for so long while some wait
    std::int64_t outgoingFrameBytes = 64 * 1024;

    // A peer that says nothing.
    Milliseconds pingAfter{20000};
    Milliseconds deadAfter{45000};
    Milliseconds closeGrace{2000}; // from our close frame to the cut

    // How often deadlines are looked at; their precision.
    Milliseconds sweepInterval{250};
};

} // namespace evencart::net
