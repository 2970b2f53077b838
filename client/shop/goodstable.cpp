#include "shop/goodstable.h"

#include "text/normalize.h"

#include <algorithm>

namespace evencart {

bool GoodsTable::isBefore(const Row &a, const Row &b)
{
    const int compared = a.place.compare(b.place);
    return compared < 0 || (compared == 0 && a.good.sku < b.good.sku);
}

GoodsTable::GoodsTable(const QLocale &locale, const std::vector<KnownGood> &goods) : m_collator(locale)
{
    m_collator.setNumericMode(true);
    m_rows.reserve(goods.size());
    m_bySku.reserve(goods.size());
    for (const KnownGood &good : goods) {
        m_rows.push_back(rowFor(good));
        m_bySku[good.sku] = m_rows.back();
    }
    std::sort(m_rows.begin(), m_rows.end(), [](const auto &a, const auto &b) { return isBefore(*a, *b); });
}

std::shared_ptr<GoodsTable::Row> GoodsTable::rowFor(const KnownGood &good) const
{
    const std::string folded = normalizedName(good.name);
    return std::make_shared<Row>(Row{good, QString::fromStdString(good.name),
                                     folded + '\n' + normalizedName(good.category) + '\n' + normalizedName(good.sku),
                                     m_collator.sortKey(QString::fromStdString(folded))});
}

int GoodsTable::placeOf(const Row &row) const
{
    const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), row,
                                     [](const auto &a, const Row &wanted) { return isBefore(*a, wanted); });
    return static_cast<int>(at - m_rows.begin());
}

const GoodsTable::Row *GoodsTable::find(const std::string &sku) const
{
    const auto found = m_bySku.find(sku);
    return found == m_bySku.end() ? nullptr : found->second.get();
}

GoodsTable::Change GoodsTable::put(const KnownGood &good)
{
    auto row = rowFor(good);
    const auto known = m_bySku.find(good.sku);
    if (known == m_bySku.end()) {
        m_rows.insert(m_rows.begin() + placeOf(*row), row);
        m_bySku[good.sku] = std::move(row);
        return Change::Added;
    }
    const std::shared_ptr<Row> there = known->second;
    KnownGood unnumbered = there->good;
    unnumbered.revision = good.revision;
    if (unnumbered == good) {
        there->good = good;
        return Change::None;
    }
    if (there->name == row->name) {
        *there = *std::move(row);
        return Change::Values;
    }
    m_rows.erase(m_rows.begin() + placeOf(*there));
    *there = *std::move(row);
    m_rows.insert(m_rows.begin() + placeOf(*there), there);
    return Change::Place;
}

} // namespace evencart
