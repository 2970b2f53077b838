#pragma once

#include <cstdint>

namespace evencart::net {

// Why the server ends a connection, as the WebSocket close code that the client sees. 1000-1999 are RFC 6455's own
// (some of them are sent by Qt's parser, not by us); 4000-4999 are this protocol's. "Retry" is what the client should
// do about it.
//
// Not every end has a code on the wire: a peer that does not read cannot be told anything and is cut.
enum class CloseCode : std::uint16_t
{
    GoingAway = 1001,     // the server stops, or a frame stalled for 5 s; retry with back-off
    ProtocolError = 1002, // not a WebSocket frame; retry never
    Unsupported = 1003,   // a text message: we speak binary only; retry never
    TooLarge = 1009, // a message, a frame or the number of frames is above the limit; retry never with that message
    AuthenticationFailed = 4001, // retry never without another credential
    Forbidden = 4003,            // the right was withdrawn; retry never
    Malformed = 4007,            // a message that the protocol does not know; retry never
    TooSlow = 4008,              // the peer read too slowly; retry with back-off and catch up
    TooFast = 4009,              // more messages, bytes or pings than allowed; retry with back-off
    UpgradeNeeded = 4010,        // the client is too old; retry never
};

constexpr std::uint16_t number(CloseCode code)
{
    return static_cast<std::uint16_t>(code);
}

} // namespace evencart::net
