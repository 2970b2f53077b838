#pragma once

#include "cart/lineview.h"
#include "text/quickadd.h"

#include <string>

namespace evencart {

// A line as quick add reads it again, also in a pasted list: "2 l milk, semi-skimmed #dairy @1.99EUR". For files,
// numbers have a point, whatever the locale; for a field that a person types in, they are written as that person does.
struct QuickAddText
{
    std::string text;
    bool complete = true; // false: something does not fit the grammar (a note of several lines, say) and is left out
};

QuickAddText quickAddText(const LineView &line, DecimalSeparator decimal = DecimalSeparator::Point);

} // namespace evencart
