#pragma once

#include "base/error.h"
#include "storage/records.h"

namespace evencart {

// What the rows of SqliteStore carry against damage (docs/decisions.md, "a checksum a row"). `cart` is a number of the
// table; what changes on its own in a fact is added to its sum as SQL does it, see sql/0002_whole_row_sums.sql.
std::int64_t sumOf(std::int64_t cart, const StoredFact &stored);
std::int64_t sumOf(const CartRecord &record);
std::int64_t sumOf(const VersionVector::Entry &entry);
std::int64_t sumOf(const StoredDelta &delta);
std::int64_t sumOf(const UndoStep &step);
std::int64_t sumOfRemoved(ByteView line, std::uint64_t removedAt, ByteView removedBy, ByteView facts);

// What a row that does not fit its sum is told as.
Error damaged(const char *what);

} // namespace evencart
