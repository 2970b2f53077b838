#pragma once

#include "base/bytes.h"
#include "cart/facts.h"

namespace evencart {

// The order of lines: byte strings, compared as bytes, with the line id as tie-break. A key never ends in a zero byte,
// so there is always room below it.
//
// A line that was never moved has the key of its birth, so lines stand in the order in which they came and a pasted run
// stays together (its lines differ in the last bytes alone).
Bytes orderKeyOfBirth(const Birth &birth);

// A key between two others. An empty `low` or `high` is the end on that side. `salt` makes keys that two people put
// into the same gap at once differ, so that something still fits between them later (random, or a hash of the replica
// and its seq). REQUIRES: low < high where both are given, and no trailing zero bytes.
Bytes orderKeyBetween(ByteView low, ByteView high, ByteView salt);

// The key of the index-th line of a run that was given `prefix` as a whole, so that runs pasted into one gap stay
// contiguous.
Bytes orderKeyInRun(ByteView prefix, std::size_t index);

// The index-th of `count` evenly spread short keys, all of them before every key of a birth.
// REQUIRES: index < count
Bytes orderKeySpread(std::size_t index, std::size_t count);

// Past this length a move spreads all keys of the cart anew (placement.h).
inline constexpr std::size_t orderKeyLengthToSpread = 56;

} // namespace evencart
