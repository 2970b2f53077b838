#include "print/printedcart.h"

#include "text/normalize.h"
#include "text/quantity.h"
#include "translations/unitwords.h"

#include <QLocale>

#include <algorithm>
#include <map>

namespace evencart {

namespace {

QString amountOf(const LineView &line)
{
    const char decimal = QLocale().decimalPoint() == QStringLiteral(",") ? ',' : '.';
    const QString number = QString::fromStdString(formatQuantity(line.quantity, decimal));
    return line.unit.empty() ? number : number + QChar(0x00A0) + unitWord(line.unit, line.quantity);
}

PrintedCart::Line printedLine(Workspace &workspace, const LineView &line)
{
    PrintedCart::Line printed;
    printed.amount = amountOf(line);
    printed.name = QString::fromStdString(line.name);
    printed.note = QString::fromStdString(line.note).simplified();
    printed.bought = line.checked;
    if (line.assignee)
        printed.who = QString::fromStdString(workspace.memberName(*line.assignee));
    return printed;
}

} // namespace

std::size_t PrintedCart::lineCount() const
{
    std::size_t count = 0;
    for (const Aisle &aisle : aisles)
        count += aisle.lines.size();
    return count;
}

PrintedCart printedCart(Workspace &workspace, const CartReplica &cart, const QStringList &shopOrder, PrintWhat what)
{
    std::map<std::string, int> ranks; // of categories, as the shop has them
    for (const QString &category : shopOrder)
        ranks.emplace(normalizedName(category.toStdString()), static_cast<int>(ranks.size()));
    const int unknown = static_cast<int>(ranks.size());
    const int none = unknown + 1;

    std::map<std::pair<int, std::string>, PrintedCart::Aisle> aisles; // known ones by rank, others by name, none last
    for (const LineView *line : cart.view().lines()) {
        if (what == PrintWhat::ToBuy && line->checked)
            continue;
        const std::string key = normalizedName(line->category);
        const auto rank = ranks.find(key);
        PrintedCart::Aisle &aisle = aisles[{key.empty() ? none : rank == ranks.end() ? unknown : rank->second, key}];
        if (aisle.lines.empty())
            aisle.name = QString::fromStdString(line->category);
        aisle.lines.push_back(printedLine(workspace, *line));
    }
    PrintedCart printed;
    printed.title = QString::fromStdString(cart.view().name());
    for (auto &[place, aisle] : aisles)
        printed.aisles.push_back(std::move(aisle));
    return printed;
}

} // namespace evencart
