#pragma once

#include "cart/edit.h"

namespace evencart {

struct MergeReport
{
    std::size_t lines = 0;   // lines of the target that get something
    bool nothingNew = false; // the target already has all that the source holds
};

// Writes into `edit` (of the target cart) what `source` has that the target does not have from it yet. The source is
// only read.
//
// Quantities travel as contributions, exported per origin: the source's own under its own id at its position (the
// weight of its vector: how many deltas it stands for), those it had from other carts under theirs. What came from the
// target itself is left out. So the same merge twice, by two people at once or around a circle adds nothing twice, and
// a source that grew adds its growth only, also where the target removed the line meanwhile. Notes join as siblings;
// bought marks, likes and claims are united; category and price fill what is empty; places stay the target's, new lines
// go last.
Result<MergeReport> mergeCart(Edit &edit, const CartView &source);

} // namespace evencart
