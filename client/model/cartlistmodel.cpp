#include "model/cartlistmodel.h"

#include "model/wording.h"
#include "translations/errorsentences.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace evencart {

int CartListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QHash<int, QByteArray> CartListModel::roleNames() const
{
    return {{IdRole, "cartId"},
            {NameRole, "name"},
            {LinesRole, "lines"},
            {OpenRole, "open"},
            {MarkedRole, "marked"},
            {PendingRole, "pending"},
            {SettledRole, "settled"},
            {ArchivedRole, "archived"},
            {SharedRoleRole, "role"},
            {RefusedRole, "refused"},
            {LastSyncedRole, "lastSynced"},
            {AccessibleTextRole, "accessibleText"}};
}

QString CartListModel::idAt(int row) const
{
    return row >= 0 && row < count() ? wording::text(m_carts[static_cast<std::size_t>(row)].id.toString()) : QString();
}

int CartListModel::rowOf(const QString &id) const
{
    for (int row = 0; row < count(); ++row) {
        if (idAt(row) == id)
            return row;
    }
    return -1;
}

const CartSummary *CartListModel::find(const CartId &id) const
{
    const auto at =
        std::find_if(m_carts.begin(), m_carts.end(), [&](const CartSummary &cart) { return cart.id == id; });
    return at == m_carts.end() ? nullptr : &*at;
}

// Few carts, few changes: rows are taken out, put in and moved one by one, so that a selection stays where it is.
void CartListModel::apply(std::vector<CartSummary> carts)
{
    std::stable_sort(carts.begin(), carts.end(), [](const CartSummary &a, const CartSummary &b) {
        return std::tie(a.archived, a.created) < std::tie(b.archived, b.created);
    });
    const auto place = [](const std::vector<CartSummary> &list, const CartId &id) {
        return std::find_if(list.begin(), list.end(), [&](const CartSummary &cart) { return cart.id == id; });
    };
    const int before = count();
    for (int row = count() - 1; row >= 0; --row) {
        if (place(carts, m_carts[static_cast<std::size_t>(row)].id) == carts.end()) {
            beginRemoveRows({}, row, row);
            m_carts.erase(m_carts.begin() + row);
            endRemoveRows();
        }
    }
    for (std::size_t row = 0; row < carts.size(); ++row) {
        const auto known = place(m_carts, carts[row].id);
        const int at = static_cast<int>(row);
        if (known == m_carts.end()) {
            beginInsertRows({}, at, at);
            m_carts.insert(m_carts.begin() + at, carts[row]);
            endInsertRows();
            continue;
        }
        const int from = static_cast<int>(known - m_carts.begin());
        if (from != at) {
            beginMoveRows({}, from, from, {}, at); // everything before `at` is in place, so it comes from behind
            std::rotate(m_carts.begin() + at, m_carts.begin() + from, m_carts.begin() + from + 1);
            endMoveRows();
        }
        if (!(m_carts[row] == carts[row])) {
            m_carts[row] = carts[row];
            Q_EMIT dataChanged(index(at), index(at));
        }
    }
    if (count() != before)
        Q_EMIT countChanged();
}

namespace {

QString roleName(protocol::Role role)
{
    switch (role) {
    case protocol::Role::Viewer:
        return QStringLiteral("viewer");
    case protocol::Role::Editor:
        return QStringLiteral("editor");
    case protocol::Role::Owner:
        break;
    }
    return QStringLiteral("owner");
}

} // namespace

void CartListModel::setShared(bool shared)
{
    if (std::exchange(m_shared, shared) != shared && count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1), {AccessibleTextRole});
}

QVariant CartListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CartSummary &cart = m_carts[static_cast<std::size_t>(index.row())];
    switch (role) {
    case IdRole:
        return wording::text(cart.id.toString());
    case Qt::DisplayRole:
    case NameRole:
        return wording::text(cart.name);
    case LinesRole:
        return static_cast<int>(cart.lines);
    case OpenRole:
        return static_cast<int>(cart.open);
    case MarkedRole:
        return static_cast<int>(cart.marked);
    case PendingRole:
        return static_cast<int>(cart.pending);
    case SettledRole:
        return cart.settled;
    case ArchivedRole:
        return cart.archived;
    case SharedRoleRole:
        return roleName(cart.role);
    case RefusedRole:
        return errorSentence({ErrorCode::Refused, cart.refused});
    case LastSyncedRole:
        return wording::clock(cart.lastSynced, QDateTime::currentDateTime());
    case AccessibleTextRole: {
        QStringList parts{wording::text(cart.name), tr("%n to buy", nullptr, static_cast<int>(cart.open))};
        if (m_shared && cart.pending > 0)
            parts << tr("%n change(s) waiting", nullptr, static_cast<int>(cart.pending));
        if (cart.marked > 0)
            parts << tr("%n to look at", nullptr, static_cast<int>(cart.marked));
        if (cart.archived)
            parts << tr("archived");
        return parts.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

} // namespace evencart
