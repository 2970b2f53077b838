#pragma once

#include "identity/credentials.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace evencart::relay {

// When a snapshot is made, and how much of the log stays behind it.
struct SnapshotPolicy
{
    std::uint64_t everyEntries = 500;
    std::uint64_t everyBytes = 256 * 1024;
    // The tail that is kept: back to the second newest snapshot and for so long, whichever reaches further.
    std::uint64_t keepMilliseconds = 30ULL * 24 * 60 * 60 * 1000;
};

// What a host may set. A plain value, read when the core is made.
struct ServerOptions
{
    std::string software = "evencartd";          // at most limits::shortTextBytes
    Fingerprint fingerprint{};                   // of the certificate that encrypted peers see
    std::optional<Fingerprint> proxyFingerprint; // of a proxy's that does the TLS in front of us
    bool isFollower =
        false; // a copy that may lag behind the leader: knowing less than a client is no reason for a new epoch
    SnapshotPolicy snapshots;
    std::size_t carts = 1'000'000;               // more are not founded here
    std::size_t stateBytes = 256 * 1024 * 1024;  // of materialised carts; beyond it those used longest ago are dropped
    std::size_t repairBytes = 256 * 1024 * 1024; // of states that clients are sending, all together
    std::uint64_t idleRoomMilliseconds = 60'000; // then a cart that nobody watches leaves memory
    std::size_t catchUpBurstBytes = 4 * 1024 * 1024; // to one peer at once; below the network's cap
    std::size_t catchUpBytesPerSecond = 1024 * 1024;
    std::size_t shopBurstRows =
        200'000; // of goods and lines that questions of one peer make the server look at, at once
    std::size_t shopRowsPerSecond = 40'000;
    std::function<void(const Error &)> storageFailed; // for the log and the health page; may be empty
    std::function<void()> wantsTurn;                  // there is more to do than one turn is for; may be empty
};

} // namespace evencart::relay
