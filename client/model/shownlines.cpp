#include "model/shownlines.h"

#include "model/wording.h"
#include "text/normalize.h"

#include <algorithm>

namespace evencart {

ShownLines::ShownLines(LineModel &lines, const People &people, QObject *parent)
    : QSortFilterProxyModel(parent), m_lines(lines), m_people(people)
{
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    m_collator.setNumericMode(true);
    setSourceModel(&lines);
    setDynamicSortFilter(true);
    sort(0);
    connect(this, &QAbstractItemModel::rowsInserted, this, &ShownLines::countChanged);
    connect(this, &QAbstractItemModel::rowsRemoved, this, &ShownLines::countChanged);
    connect(this, &QAbstractItemModel::modelReset, this, &ShownLines::countChanged);
    connect(this, &QAbstractItemModel::layoutChanged, this, &ShownLines::countChanged);
    const auto forget = [this] { m_sectionCounts.reset(); };
    connect(this, &QAbstractItemModel::rowsInserted, this, forget);
    connect(this, &QAbstractItemModel::rowsRemoved, this, forget);
    connect(this, &QAbstractItemModel::modelReset, this, forget);
    connect(this, &QAbstractItemModel::layoutChanged, this, forget);
    connect(this, &QAbstractItemModel::dataChanged, this, forget);
}

void ShownLines::rearrange()
{
    invalidate();
    Q_EMIT arrangementChanged();
}

void ShownLines::setGrouping(Grouping grouping)
{
    if (std::exchange(m_grouping, grouping) != grouping)
        rearrange();
}

void ShownLines::setSorting(Sorting sorting)
{
    if (std::exchange(m_sorting, sorting) != sorting)
        rearrange();
}

void ShownLines::setFilter(Filter filter)
{
    if (std::exchange(m_filter, filter) != filter)
        rearrange();
}

void ShownLines::setSearch(const QString &search)
{
    if (std::exchange(m_search, search) == search)
        return;
    m_foldedSearch = normalizedName(search.toStdString());
    rearrange();
}

void ShownLines::setShopOrder(const QStringList &categories)
{
    if (std::exchange(m_shopOrder, categories) == categories)
        return;
    m_ranks.clear();
    for (int rank = 0; rank < categories.size(); ++rank)
        m_ranks.try_emplace(normalizedName(categories[rank].toStdString()), rank);
    m_aisles.clear();
    rearrange();
}

bool ShownLines::standsWithBought(int sourceRow) const
{
    return m_lines.line(sourceRow).checked && !m_lines.isResting(sourceRow);
}

const ShownLines::Aisle &ShownLines::aisleOf(const std::string &category) const
{
    if (const auto known = m_aisles.find(category); known != m_aisles.end())
        return known->second;
    const int unknown = static_cast<int>(m_shopOrder.size());
    Aisle aisle{unknown + 1, tr("Everything else")};
    if (!category.empty()) {
        const auto rank = m_ranks.find(normalizedName(category));
        aisle = rank == m_ranks.end() ? Aisle{unknown, wording::text(category)}
                                      : Aisle{rank->second, m_shopOrder[rank->second]};
    }
    return m_aisles.emplace(category, std::move(aisle)).first->second;
}

bool ShownLines::isRanked(int rank) const
{
    return rank < m_shopOrder.size();
}

bool ShownLines::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const LineView &a = m_lines.line(left.row());
    const LineView &b = m_lines.line(right.row());
    const bool boughtA = standsWithBought(left.row());
    const bool boughtB = standsWithBought(right.row());
    if (boughtA != boughtB)
        return boughtB;
    if (m_grouping == ByCategory && !boughtA && a.category != b.category) {
        const int rankA = aisleOf(a.category).rank;
        const int rankB = aisleOf(b.category).rank;
        if (rankA != rankB)
            return rankA < rankB;
        // Of the same aisle, however it was typed, where the shop's order knows it; else each spelling is its own.
        if (!isRanked(rankA)) {
            if (const int order = m_collator.compare(wording::text(a.category), wording::text(b.category)); order != 0)
                return order < 0;
            return a.category < b.category;
        }
    }
    switch (m_sorting) {
    case CartOrder:
        break;
    case ByName:
        if (const int order = m_collator.compare(wording::text(a.name), wording::text(b.name)); order != 0)
            return order < 0;
        break;
    case NewestFirst:
        if (a.birth != b.birth)
            return b.birth < a.birth;
        break;
    case MostLiked:
        if (a.likes.size() != b.likes.size())
            return a.likes.size() > b.likes.size();
        break;
    }
    return left.row() < right.row();
}

bool ShownLines::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    const LineView &line = m_lines.line(sourceRow);
    const auto contains = [this](const std::string &text) {
        return !text.empty() && normalizedName(text).find(m_foldedSearch) != std::string::npos;
    };
    if (!m_foldedSearch.empty() && !contains(line.name) && !contains(line.note) && !contains(line.category))
        return false;
    switch (m_filter) {
    case Everything:
        break;
    case OnlyOpen:
        return !standsWithBought(sourceRow);
    case OnlyBought:
        return line.checked;
    case OnlyMine:
        if (line.assignee || !line.claimedBy.empty())
            return (line.assignee && m_people.isSelf(*line.assignee)) ||
                   std::binary_search(line.claimedBy.begin(), line.claimedBy.end(), m_people.self());
        return std::any_of(line.wantedBy.begin(), line.wantedBy.end(),
                           [this](const Share &share) { return m_people.isSelf(share.member); });
    case OnlyMarked:
        return wantsALook(line);
    }
    return true;
}

QString ShownLines::sectionOf(int sourceRow) const
{
    if (standsWithBought(sourceRow))
        return tr("Bought");
    if (m_grouping == NoGroups)
        return {};
    return aisleOf(m_lines.line(sourceRow).category).section;
}

int ShownLines::sectionCount(const QString &section) const
{
    if (!m_sectionCounts) {
        m_sectionCounts.emplace();
        for (int row = 0; row < rowCount(); ++row)
            ++(*m_sectionCounts)[sectionOf(mapToSource(index(row, 0)).row())];
    }
    return m_sectionCounts->value(section);
}

QString ShownLines::idAt(int row) const
{
    const QModelIndex at = index(row, 0);
    return at.isValid() ? at.data(LineModel::IdRole).toString() : QString();
}

int ShownLines::rowOfId(const QString &id) const
{
    const auto line = LineId::fromString(id.toStdString());
    const int row = line ? m_lines.rowOf(*line) : -1;
    return row < 0 ? -1 : mapFromSource(m_lines.index(row)).row();
}

QVariant ShownLines::data(const QModelIndex &index, int role) const
{
    if (role == SectionRole)
        return index.isValid() ? sectionOf(mapToSource(index).row()) : QVariant();
    return QSortFilterProxyModel::data(index, role);
}

QHash<int, QByteArray> ShownLines::roleNames() const
{
    QHash<int, QByteArray> names = m_lines.roleNames();
    names.insert(SectionRole, "section");
    return names;
}

} // namespace evencart
