#pragma once

#include "base/result.h"
#include "protocol/message.h"

namespace evencart::protocol {

// One message is one binary WebSocket message: a CBOR array whose first element is the message's number. The decoders
// accept exactly what the encoders write (shortest forms, definite lengths, fixed element counts, limits of
// protocollimits.h) and nothing else, and never allocate more than the input can fill. A decoded message is
// well-formed; whether it makes sense is the engines' business.
Bytes encode(const ClientMessage &message);
Bytes encode(const ServerMessage &message);
Result<ClientMessage> decodeClientMessage(ByteView bytes);
Result<ServerMessage> decodeServerMessage(ByteView bytes);

} // namespace evencart::protocol
