#pragma once

#include "base/bytes.h"
#include "base/ids.h"
#include "crdt/dot.h"
#include "crdt/hlc.h"

#include <cstdint>
#include <tuple>

namespace evencart {

// What one dot says. Immutable, save for `stamp` before the server has sequenced the delta: a stamp too far ahead of
// the server's clock is replaced there, once, for every replica. The kernel does not read `field` and `body`: that is
// the cart's business (cart/facts.h). Unknown fields are carried like known ones.
struct Fact
{
    Dot dot;
    Hlc stamp; // effective: as sequenced
    MemberId author;
    LineId subject; // the line that it is about; null: the cart itself
    std::uint32_t field = 0;
    Bytes body;

    friend bool operator==(const Fact &, const Fact &) = default;
};

// Who wins among concurrent siblings: the later stamp, then the higher replica, then the higher seq and index. A total
// order, the same everywhere; equal stamps without it leave replicas apart (delta-enabled-crdts, LWWReg).
inline bool winsOver(const Fact &a, const Fact &b)
{
    return std::tie(a.stamp, a.dot) > std::tie(b.stamp, b.dot);
}

} // namespace evencart
