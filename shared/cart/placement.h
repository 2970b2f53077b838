#pragma once

#include "cart/edit.h"

namespace evencart {

// Where a line is to stand. Exactly one of them.
struct Placement
{
    enum class Where
    {
        Before,
        After,
        First,
        Last
    };
    Where where = Where::Last;
    LineId neighbour; // Before, After
};

// Writes the places that put `lines` there, in their order, as one run. Where the gap has no room (both neighbours
// carry the same key, or keys have grown past orderKeyLengthToSpread) every line of the cart gets a new, short key in
// the same draft. `salt`: see orderKeyBetween.
Result<void> place(Edit &edit, const std::vector<LineId> &lines, const Placement &placement, ByteView salt);

} // namespace evencart
