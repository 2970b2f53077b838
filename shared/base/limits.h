#pragma once

#include <cstddef>
#include <cstdint>

// Every bound on what a peer or a user can give us, in one place. Client and server compile the same numbers, so both
// judge alike.
namespace evencart::limits {

inline constexpr std::size_t deltaBytes = 1024 * 1024;  // one user action, encoded
inline constexpr std::size_t deltaFacts = 16384;        // adds in one delta
inline constexpr std::size_t deltaRemoves = 262144;     // removes in one delta (clearing a large cart)
inline constexpr std::size_t factBodyBytes = 16 * 1024; // one fact's payload
inline constexpr std::size_t nameBytes = 512;           // an item's or a cart's name, UTF-8
inline constexpr std::size_t noteBytes = 4096;          // a note, UTF-8
inline constexpr std::size_t shortTextBytes = 128;      // unit, category, catalogue id, member name

inline constexpr std::int64_t quantityThousandths = 1'000'000'000; // |n| of one fact: a million pieces
inline constexpr std::int64_t priceMinor = 1'000'000'000'000;      // |price| in minor units

inline constexpr std::int64_t stockThousandths = 1'000'000'000'000'000; // of one good: a million million pieces
inline constexpr std::int64_t orderMinor = 1'000'000'000'000'000'000;   // an order's total

inline constexpr std::size_t cartLines = 20000;
inline constexpr std::size_t cartReplicas = 4096;
inline constexpr std::size_t snapshotBytes = 64 * 1024 * 1024; // decoded state of one cart

inline constexpr std::uint64_t clockAheadMilliseconds = 5 * 60 * 1000; // a stamp further ahead of the server is clamped

} // namespace evencart::limits
