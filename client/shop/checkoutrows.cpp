#include "shop/checkoutrows.h"

#include "model/wording.h"

#include <QStringList>

#include <algorithm>

namespace evencart {

int CheckoutRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QHash<int, QByteArray> CheckoutRows::roleNames() const
{
    return {{IdRole, "lineId"},
            {NameRole, "name"},
            {AmountRole, "amount"},
            {PriceRole, "price"},
            {TotalRole, "total"},
            {StateRole, "rowState"},
            {StateTextRole, "stateText"},
            {ReasonRole, "reason"},
            {ActionTextRole, "actionText"},
            {AccessibleTextRole, "accessibleText"}};
}

QString CheckoutRows::stateText(const CheckoutRow &row)
{
    switch (row.state) {
    case CheckoutRow::State::Asked:
        return tr("asked");
    case CheckoutRow::State::Confirmed:
        return tr("guaranteed");
    case CheckoutRow::State::Refused:
        return tr("refused");
    case CheckoutRow::State::Saved:
    case CheckoutRow::State::Foreseen:
        break;
    }
    return tr("saved here");
}

QString CheckoutRows::actionText(const CheckoutRow &row)
{
    switch (row.action) {
    case CheckoutRow::Action::Take:
        return tr("Take %1").arg(wording::quantity(row.left));
    case CheckoutRow::Action::Accept:
        return tr("Accept %1").arg(wording::money(*row.actualPrice));
    case CheckoutRow::Action::Remove:
        return tr("Remove");
    case CheckoutRow::Action::None:
        break;
    }
    return {};
}

QVariant CheckoutRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CheckoutRow &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case IdRole:
        return wording::text(row.line.toString());
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case AmountRole:
        return row.amount;
    case PriceRole:
        return row.price;
    case TotalRole:
        return row.total;
    case StateRole:
        return static_cast<State>(row.state);
    case StateTextRole:
        return stateText(row);
    case ReasonRole:
        return row.reason;
    case ActionTextRole:
        return actionText(row);
    case AccessibleTextRole: {
        QStringList parts{row.name};
        for (const QString &part : {row.amount, row.total, stateText(row), row.reason}) {
            if (!part.isEmpty())
                parts << part;
        }
        return parts.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

const CheckoutRow *CheckoutRows::find(const QString &line) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const CheckoutRow &row) { return wording::text(row.line.toString()) == line; });
    return found == m_rows.end() ? nullptr : &*found;
}

void CheckoutRows::apply(std::vector<CheckoutRow> rows)
{
    const auto isAmong = [](const std::vector<CheckoutRow> &all, const LineId &line) {
        return std::any_of(all.begin(), all.end(), [&](const CheckoutRow &row) { return row.line == line; });
    };
    const int before = count();
    for (int at = count() - 1; at >= 0; --at) {
        if (isAmong(rows, m_rows[static_cast<std::size_t>(at)].line))
            continue;
        beginRemoveRows({}, at, at);
        m_rows.erase(m_rows.begin() + at);
        endRemoveRows();
    }
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const int row = static_cast<int>(at);
        if (at < m_rows.size() && m_rows[at].line == rows[at].line) {
            if (m_rows[at] == rows[at])
                continue;
            m_rows[at] = std::move(rows[at]);
            Q_EMIT dataChanged(index(row), index(row));
            continue;
        }
        if (isAmong(m_rows, rows[at].line)) { // the lines stand in another order by now
            beginResetModel();
            for (std::size_t rest = 0; rest < at; ++rest)
                rows[rest] = m_rows[rest];
            m_rows = std::move(rows);
            endResetModel();
            break;
        }
        beginInsertRows({}, row, row);
        m_rows.insert(m_rows.begin() + row, std::move(rows[at]));
        endInsertRows();
    }
    if (count() != before)
        Q_EMIT countChanged();
}

} // namespace evencart
