#include "desktop/commandlist.h"

#include "desktop/fuzzymatch.h"

#include <QKeySequence>

#include <algorithm>

namespace evencart {

namespace {

// Menus mark a letter with &, and end with an ellipsis where a question follows; the first is not for reading.
QString nameOf(const QObject &action)
{
    return action.property("text").toString().remove(QLatin1Char('&'));
}

QString shortcutOf(const QObject &action)
{
    if (const QString keys = action.property("keys").toString(); !keys.isEmpty())
        return QKeySequence::fromString(keys).toString(QKeySequence::NativeText);
    const QVariant shortcut = action.property("shortcut");
    const QList<QKeySequence> sequences =
        shortcut.userType() == QMetaType::Int
            ? QKeySequence::keyBindings(static_cast<QKeySequence::StandardKey>(shortcut.toInt()))
            : QList<QKeySequence>{QKeySequence::fromString(shortcut.toString())};
    return sequences.isEmpty() ? QString() : sequences.front().toString(QKeySequence::NativeText);
}

} // namespace

int CommandList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant CommandList::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= count())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case GroupRole:
        return row.group;
    case ShortcutRole:
        return row.shortcut;
    case EnabledRole:
        return row.enabled;
    case ObstacleRole:
        return row.obstacle;
    default:
        return {};
    }
}

QHash<int, QByteArray> CommandList::roleNames() const
{
    return {{NameRole, "name"},
            {GroupRole, "group"},
            {ShortcutRole, "shortcut"},
            {EnabledRole, "enabled"},
            {ObstacleRole, "obstacle"}};
}

void CommandList::setActions(const QVariantList &actions)
{
    m_actions = actions;
    Q_EMIT actionsChanged();
    refresh();
}

void CommandList::setSearch(const QString &search)
{
    if (m_search == search)
        return;
    m_search = search;
    Q_EMIT searchChanged();
    refresh();
}

void CommandList::setOnlyWithShortcut(bool only)
{
    if (m_onlyWithShortcut == only)
        return;
    m_onlyWithShortcut = only;
    Q_EMIT searchChanged();
    refresh();
}

void CommandList::refresh()
{
    std::vector<Row> rows;
    for (const QVariant &entry : std::as_const(m_actions)) {
        auto *action = entry.value<QObject *>();
        if (!action)
            continue;
        Row row{action,
                nameOf(*action),
                action->property("group").toString(),
                shortcutOf(*action),
                action->property("obstacle").toString(),
                action->property("enabled").toBool()};
        const auto score = fuzzyMatch(m_search, row.name);
        if (!score || row.name.isEmpty() || (m_onlyWithShortcut && row.shortcut.isEmpty()))
            continue;
        row.score = *score;
        rows.push_back(std::move(row));
    }
    // What cannot be done now stands last; otherwise the best first, and else as the window has them.
    if (!m_search.isEmpty()) {
        std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
            return a.enabled != b.enabled ? a.enabled : a.score > b.score;
        });
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    Q_EMIT countChanged();
}

bool CommandList::run(int row)
{
    if (row < 0 || row >= count())
        return false;
    QObject *action = m_rows[static_cast<std::size_t>(row)].action;
    return action && action->property("enabled").toBool() && QMetaObject::invokeMethod(action, "trigger");
}

} // namespace evencart
