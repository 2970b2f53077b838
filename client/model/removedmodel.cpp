#include "model/removedmodel.h"

#include "model/wording.h"

#include <algorithm>

namespace evencart {

RemovedModel::RemovedModel(Engine &engine, OpenCart &cart, QObject *parent)
    : QAbstractListModel(parent), m_engine(engine), m_cart(cart)
{
    connect(&cart, &OpenCart::cartChanged, this, [this] {
        show({}); // what is asked for now is another cart's
        refresh();
    });
    connect(&cart, &OpenCart::totalsChanged, this, &RemovedModel::refresh);
}

int RemovedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QHash<int, QByteArray> RemovedModel::roleNames() const
{
    return {{IdRole, "lineId"}, {NameRole, "name"}, {AmountRole, "amount"}, {NoteRole, "note"}};
}

QVariant RemovedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const LineView &line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case IdRole:
        return wording::text(line.id.toString());
    case Qt::DisplayRole:
    case NameRole:
        return wording::text(line.name);
    case AmountRole:
        return wording::amount(line.quantity, line.unit);
    case NoteRole:
        return wording::text(line.note);
    default:
        return {};
    }
}

void RemovedModel::setActive(bool active)
{
    if (std::exchange(m_active, active) == active)
        return;
    Q_EMIT activeChanged();
    refresh();
}

void RemovedModel::refresh()
{
    const auto cart = m_cart.id();
    if (!m_active || !cart)
        return;
    m_engine.ask<std::vector<LineView>>(
        this,
        [cart = *cart](EngineRoom &room) -> std::vector<LineView> {
            const auto replica = room.workspace().cart(cart);
            if (!replica)
                return {};
            auto lines = (*replica)->removedLines();
            return lines ? std::move(*lines) : std::vector<LineView>();
        },
        [this, cart](std::vector<LineView> lines) {
            if (m_cart.id() != cart)
                return;
            std::stable_sort(lines.begin(), lines.end(),
                             [](const LineView &a, const LineView &b) { return b.changed < a.changed; });
            show(std::move(lines));
        });
}

void RemovedModel::show(std::vector<LineView> lines)
{
    if (lines == m_lines)
        return;
    beginResetModel(); // another list altogether; nothing in it is being edited
    m_lines = std::move(lines);
    endResetModel();
    Q_EMIT countChanged();
}

void RemovedModel::restore(std::vector<LineView> lines, const QString &label)
{
    if (lines.empty())
        return;
    m_cart.perform(label, [lines = std::move(lines)](Edit &edit) -> Result<void> {
        for (const LineView &line : lines) {
            if (auto restored = edit.restore(line); !restored)
                return restored;
        }
        return {};
    });
}

void RemovedModel::restore(const QString &id)
{
    for (const LineView &line : m_lines) {
        if (wording::text(line.id.toString()) == id)
            return restore({line}, tr("Bring back %1").arg(wording::text(line.name)));
    }
}

void RemovedModel::restoreAll()
{
    restore(m_lines, tr("Bring back %n line(s)", nullptr, count()));
}

} // namespace evencart
