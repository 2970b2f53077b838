#pragma once

#include "cart/cartview.h"

#include <string>
#include <vector>

namespace evencart {

// What merging cart `from` into cart `into` would come to, line by line, under three rules, before anything is done.
// Lines of two carts are the same where name, unit and catalogue id are. Quantities in thousandths; 0: not there.
struct MergeRow
{
    std::string name;
    std::string unit;
    std::string sku;
    std::int64_t from = 0;
    std::int64_t into = 0;
    std::int64_t lastWriteWins = 0; // the cart whose line was touched later gives the number, the other is lost
    std::int64_t merged = 0;        // mergeCart(): what each contributed, added once however often it is merged
    bool loses = false;             // last write wins throws a number away
};

struct MergePreview
{
    std::vector<MergeRow> rows; // those of `into` in its order, then those that only `from` has
    bool nothingNew = false;    // `into` has all of it already
};

// Works on a copy of the target's state. For the engine's thread: takes as long as merging does.
Result<MergePreview> previewMerge(const CartView &from, const CartView &into, const MemberId &self);

} // namespace evencart
