#include "typing/itemindex.h"

#include "text/normalize.h"

namespace evencart {

ItemIndex::ItemIndex(const LineModel &lines, QObject *parent) : QObject(parent), m_lines(lines)
{
    const auto readRows = [this](int first, int last) {
        for (int row = first; row <= last; ++row)
            put(m_lines.line(row));
    };
    connect(&lines, &QAbstractItemModel::rowsInserted, this,
            [readRows](const QModelIndex &, int first, int last) { readRows(first, last); });
    connect(&lines, &QAbstractItemModel::dataChanged, this,
            [readRows](const QModelIndex &first, const QModelIndex &last) { readRows(first.row(), last.row()); });
    connect(&lines, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int last) {
        for (int row = first; row <= last; ++row)
            take(m_lines.line(row).id);
    });
    connect(&lines, &QAbstractItemModel::modelReset, this, &ItemIndex::readAll);
    connect(&lines, &LineModel::contentChanged, this, &ItemIndex::changed);
    readAll();
}

void ItemIndex::readAll()
{
    m_entries.clear();
    m_byKey.clear();
    m_open.clear();
    m_openKeys.reset();
    for (int row = 0; row < m_lines.count(); ++row)
        put(m_lines.line(row));
}

void ItemIndex::put(const LineView &line)
{
    const auto known = m_entries.find(line.id);
    if (known != m_entries.end()) {
        const Entry &entry = known->second;
        if (entry.name == line.name && entry.birth == line.birth && entry.open == !line.checked)
            return;
        take(line.id);
    }
    Entry entry{line.name, normalizedName(line.name), line.birth, !line.checked};
    m_byKey.emplace(entry.key, line.id);
    if (entry.open) {
        m_open.emplace(std::pair(entry.birth, line.id), entry.key);
        m_openKeys.reset();
    }
    m_entries.emplace(line.id, std::move(entry));
}

void ItemIndex::take(const LineId &line)
{
    const auto known = m_entries.extract(line);
    if (!known)
        return;
    const Entry &entry = known.mapped();
    const auto [begin, end] = m_byKey.equal_range(entry.key);
    for (auto at = begin; at != end; ++at) {
        if (at->second == line) {
            m_byKey.erase(at);
            break;
        }
    }
    if (entry.open) {
        m_open.erase({entry.birth, line});
        m_openKeys.reset();
    }
}

std::vector<const LineView *> ItemIndex::named(const std::string &name)
{
    std::vector<const LineView *> lines;
    const auto [begin, end] = m_byKey.equal_range(normalizedName(name));
    for (auto at = begin; at != end; ++at) {
        if (const LineView *line = m_lines.find(at->second))
            lines.push_back(line);
    }
    return lines;
}

const LineView *ItemIndex::find(const NewItem &item)
{
    for (const LineView *line : named(item.name)) {
        if (line->unit == item.unit && line->sku == item.sku)
            return line;
    }
    return nullptr;
}

const LineView *ItemIndex::inAnotherUnit(const NewItem &item)
{
    for (const LineView *line : named(item.name)) {
        if (line->unit != item.unit && line->sku == item.sku)
            return line;
    }
    return nullptr;
}

const std::vector<std::string> &ItemIndex::openKeys()
{
    if (!m_openKeys) {
        m_openKeys.emplace();
        m_openKeys->reserve(m_open.size());
        for (const auto &[birth, key] : m_open)
            m_openKeys->push_back(key);
    }
    return *m_openKeys;
}

} // namespace evencart
