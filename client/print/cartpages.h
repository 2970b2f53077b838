#pragma once

#include "print/printedcart.h"

#include "base/result.h"

#include <QString>

namespace evencart {

// The words on the pages, in the user's language.
struct PageWords
{
    QString noAisle; // over lines without a category
    QString printed; // below the title: when, and how many things
    QString page;    // "Page %1 of %2"
};

// Paints the cart as A4 pages into `file` (whole or not at all): two columns, a box to tick before each line, the aisle
// above its lines and never alone at a column's foot. Any thread. Io where the file cannot be written.
Result<void> writePages(const PrintedCart &cart, const PageWords &words, const QString &file);

} // namespace evencart
