#pragma once

#include "workspace/workspace.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace evencart {

// What goes on paper: the lines to buy, aisle by aisle in the order of the shop. Plain values, so that pages can be
// painted on any thread.
struct PrintedCart
{
    struct Line
    {
        QString amount; // "2", "500 g"
        QString name;
        QString note;
        QString who; // whom it is assigned to; empty for nobody
        bool bought = false;
        friend bool operator==(const Line &, const Line &) = default;
    };
    struct Aisle
    {
        QString name; // empty: lines without a category
        std::vector<Line> lines;
        friend bool operator==(const Aisle &, const Aisle &) = default;
    };

    QString title;
    std::vector<Aisle> aisles;

    std::size_t lineCount() const;
};

enum class PrintWhat
{
    ToBuy,
    Everything
};

// Amounts in the default locale. On the workspace's thread.
PrintedCart printedCart(Workspace &workspace, const CartReplica &cart, const QStringList &shopOrder, PrintWhat what);

} // namespace evencart
