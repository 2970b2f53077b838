#pragma once

#include "base/result.h"
#include "base/sha256.h"
#include "crdt/state.h"

namespace evencart {

// The canonical encoding of a state, also the content of a snapshot (PROTOCOL.md, `state`): context, then the live
// facts sorted by subject and dot. Equal states have equal bytes, and only they.
Bytes encodeState(const State &state);

// Accepts what encodeState() writes, in canonical order and within the limits, and nothing else.
Result<State> decodeState(ByteView bytes);

// SHA-256 of the canonical encoding. Equal digests mean equal carts.
Hash256 digestOf(const State &state);

} // namespace evencart
