#pragma once

#include "base/bytes.h"

#include <QByteArray>

#include <cstdint>

namespace evencart::net {

// One binary message as the unmasked WebSocket frames of a server (RFC 6455 section 5.2), ready to be written to any
// number of sockets. Why not QWebSocket::sendBinaryMessage: it copies the message for each receiver and writes each
// header on its own. REQUIRES: largestFrame > 0
QByteArray encodeBinaryMessage(ByteView message, std::int64_t largestFrame);

} // namespace evencart::net
