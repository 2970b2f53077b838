#pragma once

#include "base/ids.h"

#include <cstdint>
#include <string_view>

namespace evencart {

// What makes two items the same line: the name as normalizedName() folds it, the unit and the catalogue id.
struct LineIdentity
{
    std::string_view name; // as typed; normalised inside
    std::string_view unit;
    std::string_view sku;
};

// The id of a line: a 128-bit hash of the cart, the identity and a suffix, so that two people who add "Milk" and "milk
// " apart get one line (Loro's ensure_mergeable derives ids alike). Suffix 0 unless that id belongs to a line that was
// renamed to something else (CartView::lineFor). The normaliser's version goes in: a later one gives other ids, never
// other lines the same id.
LineId lineIdFor(const CartId &cart, const LineIdentity &identity, std::uint32_t suffix = 0);

// Whether an item with this identity belongs into a line that is shown as `shown`.
bool sameItem(const LineIdentity &a, const LineIdentity &b);

} // namespace evencart
