#pragma once

#include "sync/cartcopy.h"

#include <functional>

namespace evencart {

// The body of an add whose facts go by other names: a rename names the quantity facts that its author saw.
Bytes renamedBody(const Add &add, const std::function<Dot(const Dot &)> &renamed);

struct Rekeyed
{
    CartCopy copy;
    ReplicaId from;
    std::uint64_t firstSeq = 1; // the first own seq that was pending; it became 1
};

// The same cart with its pending deltas under another replica id, numbered from 1: what happens after a copied or
// restored database was found out (docs/decisions.md, "four nets"). Removes and observed dots that name pending facts
// follow; nothing else changes, so nothing is lost. `base` is what the server has sequenced, as stored: under our old
// id there may be facts of the other copy that the in-memory layers would take for pending ones of ours. REQUIRES: the
// copy's overlay is loaded. The old id stays behind as one that nobody writes under any more.
Rekeyed rekeyPending(const CartCopy &copy, State base, ReplicaId to);

} // namespace evencart
