#include "shop/goodsfilter.h"

#include "shopping/outlook.h"
#include "text/normalize.h"

#include <algorithm>

namespace evencart {

std::vector<std::string> GoodsFilter::wordsOf(std::string_view typed)
{
    const std::string folded = normalizedName(typed);
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', begin), folded.size());
        if (end > begin)
            words.push_back(folded.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

bool GoodsFilter::fits(const GoodsTable::Row &row) const
{
    return (!onlyInStock || availableOf(row.good) > 0) && (category.empty() || row.good.category == category) &&
           std::all_of(words.begin(), words.end(),
                       [&](const std::string &word) { return row.words.find(word) != std::string::npos; });
}

bool GoodsFilter::isWithin(const GoodsFilter &other) const
{
    return (onlyInStock || !other.onlyInStock) && (other.category.empty() || other.category == category) &&
           std::all_of(other.words.begin(), other.words.end(), [&](const std::string &wanted) {
               return std::any_of(words.begin(), words.end(),
                                  [&](const std::string &word) { return word.find(wanted) != std::string::npos; });
           });
}

GoodsSearch::GoodsSearch(const GoodsTable &table, GoodsFilter filter) : m_table(table), m_filter(std::move(filter)) {}

GoodsSearch::GoodsSearch(const GoodsTable &table, GoodsFilter filter, std::vector<const GoodsTable::Row *> among)
    : m_table(table), m_filter(std::move(filter)), m_isAmong(true), m_among(std::move(among))
{
}

bool GoodsSearch::step(int rows)
{
    const std::size_t count = m_isAmong ? m_among.size() : static_cast<std::size_t>(m_table.count());
    const std::size_t end = std::min(count, m_at + static_cast<std::size_t>(rows));
    for (; m_at < end; ++m_at) {
        const GoodsTable::Row *row = m_isAmong ? m_among[m_at] : &m_table.row(static_cast<int>(m_at));
        if (m_filter.fits(*row))
            m_found.push_back(row);
    }
    return m_at == count;
}

} // namespace evencart
