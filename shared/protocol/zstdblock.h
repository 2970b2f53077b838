#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <cstddef>

// One block of bytes as one zstd frame (RFC 8878) that states its content's size and carries a checksum: snapshots and
// repair states. Not a stream. The frame may come from a peer: nothing is allocated on its word alone.
namespace evencart::protocol {

inline constexpr int compressionLevel = 3;

// `level` as zstd counts them, 1 to 19: more is smaller and slower.
Bytes compress(ByteView raw, int level = compressionLevel);

// The content of `frame`, which is exactly `rawSize` bytes or an error. Limit where rawSize > maxRawSize, before
// anything is read; Corrupt where the frame states another size than `rawSize`, could not hold that much, is not alone
// in its bytes, or is damaged.
Result<Bytes> decompress(ByteView frame, std::size_t rawSize, std::size_t maxRawSize);

} // namespace evencart::protocol
