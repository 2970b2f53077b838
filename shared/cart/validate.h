#pragma once

#include "base/result.h"
#include "crdt/delta.h"

namespace evencart {

// The one predicate by which client and server judge a delta's content: known fields must have well-formed bodies
// within the limits of base/limits.h; unknown fields pass, because a later client may have written them. If only one of
// the two refused, a ghost would stay on the other side for ever (memry pull 2268).
Result<void> validateContent(const Delta &delta);

} // namespace evencart
