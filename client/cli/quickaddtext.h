#pragma once

#include "cart/lineview.h"
#include "text/quickadd.h"

#include <string>

namespace evencart::cli {

// A line as quick add reads it again: "2 l milk, semi-skimmed #dairy @1.99EUR". Numbers with a point, whatever the
// locale.
struct QuickAddText
{
    std::string text;
    bool complete = true; // false: something does not fit the grammar (a note of several lines, say) and is left out
};

QuickAddText quickAddText(const LineView &line);

} // namespace evencart::cli
