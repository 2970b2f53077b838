#pragma once

#include "history/linestory.h"
#include "model/opencart.h"

namespace evencart {

// One thing that a person can do about a verdict, as a new change.
struct VerdictAction
{
    enum class Kind
    {
        KeepValue,    // `party` is the value that shall show
        SetQuantity,  // n
        TakeMineBack, // my purchase
        Split,
        Remove,
        Uncheck,
        BringBack
    };
    Kind kind = Kind::Remove;
    QString text; // of the button
    Field field = Field::Quantity;
    Party party;
    std::int64_t n = 0;
};

std::vector<VerdictAction> actionsFor(const People &people, const LineView &line, const Verdict &verdict);

// Does it on the open cart: one undo step, told with a toast like the others.
void perform(OpenCart &cart, const LineView &line, const VerdictAction &action);

} // namespace evencart
