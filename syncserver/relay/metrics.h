#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace evencart::relay {

// What the core counts, for the metrics page and for tests. Counters only grow while the process lives; gauges are as
// of now. Plain values of the core thread: other threads ask for a copy through the core's queue.
struct Metrics
{
    // Deltas.
    std::uint64_t accepted = 0;
    std::array<std::uint64_t, 6> voided{}; // by the number of protocol::VoidReason
    std::uint64_t duplicates = 0;
    std::uint64_t equivocations = 0;
    std::uint64_t gaps = 0;
    std::uint64_t retries = 0; // told to offer it again later
    std::uint64_t clamps = 0;

    // Catching up and repair.
    std::uint64_t opened = 0;
    std::uint64_t refusedOpens = 0;
    std::uint64_t repairs = 0;
    std::uint64_t repairedDeltas = 0;
    std::uint64_t joinedStates = 0;
    std::uint64_t epochsMinted = 0; // because a client knew more than our log
    std::uint64_t digestChecks = 0;
    std::uint64_t digestMismatches = 0; // an alarm: it must stay 0
    std::uint64_t statesRebuilt = 0;    // a state in memory that did not equal its log; likewise
    std::uint64_t snapshots = 0;

    // The till.
    std::uint64_t orders = 0;
    std::uint64_t repeatedOrders = 0; // asked again under their key
    std::uint64_t refusedOrders = 0;

    // Storage.
    std::uint64_t commits = 0;
    std::uint64_t failedCommits = 0;
    std::uint64_t commitMilliseconds = 0;

    // Gauges.
    std::uint64_t peers = 0;
    std::uint64_t liveRooms = 0;
    std::uint64_t channels = 0;
    std::uint64_t stateBytes = 0;
};

} // namespace evencart::relay
