#pragma once

#include "base/result.h"
#include "base/sha256.h"
#include "crdt/fact.h"

#include <span>
#include <vector>

namespace evencart {

// A new fact inside a delta; its dot is (replica, seq, position among the adds).
struct Add
{
    LineId subject;
    std::uint32_t field = 0;
    Bytes body;

    friend bool operator==(const Add &, const Add &) = default;
};

// Where an author stood: the server's log and the number up to which it had been applied when the delta was made.
struct Base
{
    std::uint32_t epochTag = 0; // the first four bytes of the epoch; 0: no server yet
    std::uint64_t head = 0;

    friend bool operator==(const Base &, const Base &) = default;
};

// Everything one user action did: one local transaction, one number, applied whole or not at all.
// `removes` lists the dots that the author had seen and takes away; it never names what the author had not seen.
// A remove of one of the delta's own adds is allowed: that fact is never live (riak_dt batch_order).
struct Delta
{
    ReplicaId replica;
    std::uint64_t seq = 0; // 1, 2, 3 ... per replica and cart, without gaps
    Base base;
    Hlc stamp;
    MemberId author;
    std::vector<Add> adds;
    std::vector<Dot> removes; // sorted, unique

    Dot dotOf(std::size_t addIndex) const { return {replica, seq, static_cast<std::uint32_t>(addIndex)}; }
    Fact factOf(std::size_t addIndex, Hlc effectiveStamp) const;

    friend bool operator==(const Delta &, const Delta &) = default;
};

// The one encoding of a delta (PROTOCOL.md, `delta`). Encoded once, by its author; hashed, stored and relayed as those
// bytes.
Bytes encodeDelta(const Delta &delta);

// Checks everything that can be checked without the cart: shape, limits, order. A decoded delta is valid; apply cannot
// fail. Trailing elements that a later version may add are accepted and ignored; the bytes keep them.
Result<Delta> decodeDelta(ByteView bytes);

// What two deltas of one (replica, seq) are compared by. The cart goes in, so that a delta cannot be replayed into
// another one.
Hash256 deltaHash(const CartId &cart, ByteView encoded);

} // namespace evencart
