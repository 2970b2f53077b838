#pragma once

#include "shop/goodstable.h"

#include <string>
#include <string_view>
#include <vector>

namespace evencart {

// What of the goods is to be seen.
struct GoodsFilter
{
    std::vector<std::string> words; // each is in the name, the category or the sku; as normalizedName() folds them
    std::string category;           // empty: all
    bool onlyInStock = false;

    static std::vector<std::string> wordsOf(std::string_view typed);
    bool fits(const GoodsTable::Row &row) const;
    // Everything that this lets through, `other` does too.
    bool isWithin(const GoodsFilter &other) const;
    friend bool operator==(const GoodsFilter &, const GoodsFilter &) = default;
};

// Goes through a table in pieces, so that a window that looks for something among a hundred thousand goods goes on
// painting. Forget it when the table changes.
class GoodsSearch
{
public:
    // Through the whole table, or through `among` of it.
    GoodsSearch(const GoodsTable &table, GoodsFilter filter);
    GoodsSearch(const GoodsTable &table, GoodsFilter filter, std::vector<const GoodsTable::Row *> among);

    // The next `rows` rows at most. True: that was all.
    bool step(int rows);
    const std::vector<const GoodsTable::Row *> &found() const { return m_found; } // in the table's order
    const GoodsFilter &filter() const { return m_filter; }

private:
    const GoodsTable &m_table;
    GoodsFilter m_filter;
    bool m_isAmong = false;
    std::vector<const GoodsTable::Row *> m_among;
    std::size_t m_at = 0;
    std::vector<const GoodsTable::Row *> m_found;
};

} // namespace evencart
