#pragma once

#include "base/error.h"
#include "storage/records.h"

namespace evencart {

// What the rows of SqliteStore carry against damage (docs/decisions.md, "a checksum a row"). The sum of a fact leaves
// out position and hidden_by, which change on their own; a wrong one shows in the digest.
std::int64_t sumOf(const Fact &fact);
std::int64_t sumOf(const CartRecord &record);
std::int64_t sumOf(const VersionVector::Entry &entry);
std::int64_t sumOf(const StoredDelta &delta);

// What a row that does not fit its sum is told as.
Error damaged(const char *what);

} // namespace evencart
