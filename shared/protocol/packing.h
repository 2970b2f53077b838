#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <cstddef>
#include <cstdint>

namespace evencart::protocol {

// Large batches travel compressed: [31, raw-size, zstd] from a client, [30, raw-size, zstd] from a server, around a
// whole encoded Push, RepairPush or Records. The codec packs and unpacks by itself; nobody else has to know. Snapshots
// and repair states are compressed as a whole already and are never packed.
inline constexpr std::uint64_t packedByClient = 31;
inline constexpr std::uint64_t packedByServer = 30;
inline constexpr std::size_t packingFloor = 4096; // smaller messages are not worth it

// The message itself where it is small or does not shrink.
Bytes packed(Bytes message, std::uint64_t number);

// What is inside; empty where `message` is no packed one. Limit or Corrupt where it is one and may not be believed.
Result<Bytes> unpacked(ByteView message, std::uint64_t number);

} // namespace evencart::protocol
