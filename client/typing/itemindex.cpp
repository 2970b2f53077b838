#include "typing/itemindex.h"

#include "text/normalize.h"

#include <algorithm>
#include <functional>

namespace evencart {

ItemIndex::ItemIndex(const LineModel &lines, QObject *parent) : QObject(parent), m_lines(lines)
{
    connect(&lines, &LineModel::contentChanged, this, [this] {
        m_stale = true;
        Q_EMIT changed();
    });
}

void ItemIndex::update()
{
    if (!m_stale)
        return;
    m_stale = false;
    // Normalising is what takes time, so a name that was seen before keeps its key.
    auto before = std::move(m_names);
    m_names.clear();
    m_byKey.clear();
    std::vector<std::pair<Birth, std::string>> open;
    for (int row = 0; row < m_lines.count(); ++row) {
        const LineView &line = m_lines.line(row);
        const auto known = before.find(line.id);
        const bool same = known != before.end() && known->second.first == line.name;
        std::string key = same ? std::move(known->second.second) : normalizedName(line.name);
        m_byKey.emplace(key, line.id);
        if (!line.checked)
            open.push_back({line.birth, key});
        m_names.emplace(line.id, std::pair(line.name, std::move(key)));
    }
    std::sort(open.begin(), open.end(), std::greater<>());
    m_openKeys.clear();
    for (auto &[birth, key] : open)
        m_openKeys.push_back(std::move(key));
}

std::vector<const LineView *> ItemIndex::named(const std::string &name)
{
    update();
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
    update();
    return m_openKeys;
}

} // namespace evencart
