#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace evencart {

// An order on paper, in words that are ready to be read.
struct PrintedReceipt
{
    struct Line
    {
        QString amount; // "2 l"
        QString name;
        QString price; // of one
        QString total;
        friend bool operator==(const Line &, const Line &) = default;
    };

    QString title;
    QStringList facts; // below it: when, from which cart, under which key
    std::vector<Line> lines;
    QString totalLabel;
    QString total;
    QString page; // "Page %1 of %2"
};

// Paints it as A4 pages into `file`, whole or not at all: a row for each line, the total at the end and never alone on
// a page. Any thread. Io where the file cannot be written.
Result<void> writeReceipt(const PrintedReceipt &receipt, const QString &file);

} // namespace evencart
