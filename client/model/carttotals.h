#pragma once

#include "model/linemodel.h"

#include <QStringList>

namespace evencart {

// What the lines of a cart come to, as its window says it.
struct CartTotals
{
    int open = 0; // not bought yet
    int bought = 0;
    int marked = 0;         // with something to look at
    QString all;            // "12.40 € + 3.00 $"; empty without prices
    QString left;           // of what is not bought yet
    QStringList categories; // in use, by name
};

CartTotals totalsOf(const LineModel &lines);

} // namespace evencart
