#pragma once

#include "base/limits.h"

#include <cstddef>

// What one message may hold. Compiled into both ends.
namespace evencart::protocol {

inline constexpr std::size_t messageBytes = limits::deltaBytes + 256 * 1024; // of an authenticated peer
inline constexpr std::size_t helloBytes = 4 * 1024;                          // before that
inline constexpr std::size_t pushDeltas = 1024;                              // deltas in one push
inline constexpr std::size_t recordsPerMessage = 4096;
inline constexpr std::size_t recordsBytes = 256 * 1024; // a sender starts a new message past this
inline constexpr std::size_t chunkBytes = 256 * 1024;   // of a snapshot or a repair state
inline constexpr std::size_t chunks = 512;
inline constexpr std::size_t proofBytes = 16 * 1024;
inline constexpr std::size_t joinedStateBytes =
    limits::deltaBytes; // compressed; a larger one reaches others as a Snapshot
inline constexpr std::size_t members = 4096;
inline constexpr std::size_t cursors = 4096;     // in one message; the rest goes into the next
inline constexpr std::size_t versions = 16;      // that a Hello may offer
inline constexpr std::size_t sessionBytes = 16;  // exactly
inline constexpr std::size_t failureBytes = 512; // the sentence of a Failure
inline constexpr std::size_t goodsPerMessage = 1000;
inline constexpr std::size_t ordersPerMessage = 50; // and no more than recordsBytes, after the first
inline constexpr std::size_t orderLines = 1000;     // of one order
inline constexpr std::size_t reservationsOfAMember = 50;
inline constexpr std::uint64_t reservationMilliseconds = 30 * 60 * 1000; // that one lasts at most
inline constexpr std::size_t goodsOfAShop = 250'000;
inline constexpr std::size_t administerWords = 8; // each a short text
inline constexpr std::size_t administerFileBytes = limits::deltaBytes;
inline constexpr std::size_t administeredBytes = 256 * 1024;           // one part
inline constexpr std::size_t administeredTotalBytes = 4 * 1024 * 1024; // all parts of one answer
inline constexpr std::size_t openCarts = 1024;                         // channels of one connection

} // namespace evencart::protocol
