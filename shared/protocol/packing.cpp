#include "protocol/packing.h"

#include "base/cbor.h"
#include "protocol/protocollimits.h"
#include "protocol/zstdblock.h"

namespace evencart::protocol {

namespace {

constexpr int fastLevel = 1; // packed once per batch, on a thread that others wait for

} // namespace

Bytes packed(Bytes message, std::uint64_t number)
{
    if (message.size() < packingFloor)
        return message;
    cbor::Writer out;
    out.array(3);
    out.unsignedInteger(number);
    out.unsignedInteger(message.size());
    out.bytes(compress(message, fastLevel));
    return out.view().size() < message.size() ? out.take() : message;
}

Result<Bytes> unpacked(ByteView message, std::uint64_t number)
{
    cbor::Reader in(message);
    in.arrayExactly(3);
    if (in.unsignedInteger() != number || in.failed())
        return Bytes();
    const std::uint64_t rawSize = in.unsignedInteger();
    const ByteView frame = in.bytes(messageBytes);
    if (in.failed() || !in.atEnd() || rawSize < packingFloor)
        return Error{ErrorCode::Corrupt, "A compressed message is damaged; connect again."};
    return decompress(frame, rawSize, messageBytes);
}

} // namespace evencart::protocol
