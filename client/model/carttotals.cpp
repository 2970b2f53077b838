#include "model/carttotals.h"

#include "model/wording.h"

#include <map>
#include <set>

namespace evencart {

namespace {

using Sums = std::map<std::string, std::int64_t>; // by currency

void add(Sums &sums, const LineView &line)
{
    std::int64_t &sum = sums[line.price->currency];
    sum = saturatingAdd(sum, lineTotalMinor(line));
}

QString textOf(const Sums &sums)
{
    std::vector<Total> totals;
    for (const auto &[currency, minor] : sums)
        totals.push_back({currency, minor});
    return wording::totals(totals);
}

} // namespace

CartTotals totalsOf(const LineModel &lines)
{
    CartTotals totals;
    Sums all;
    Sums left;
    std::set<std::string_view> categories;
    for (int row = 0; row < lines.count(); ++row) {
        const LineView &line = lines.line(row);
        ++(line.checked ? totals.bought : totals.open);
        totals.marked += wantsALook(line) ? 1 : 0;
        if (!line.category.empty())
            categories.insert(line.category);
        if (!line.price)
            continue;
        add(all, line);
        if (!line.checked)
            add(left, line);
    }
    totals.all = textOf(all);
    totals.left = textOf(left);
    for (const std::string_view category : categories)
        totals.categories << QString::fromUtf8(category.data(), static_cast<qsizetype>(category.size()));
    totals.categories.sort();
    return totals;
}

} // namespace evencart
