#include "laboratory/lablinesmodel.h"

#include "text/quantity.h"

#include <algorithm>

namespace evencart {

namespace {

QString fromUtf8(const std::string &text)
{
    return QString::fromStdString(text);
}

QString wantedBy(const LabPerson &person, const LineView &line)
{
    if (line.wantedBy.size() < 2)
        return {};
    QStringList names;
    for (const Share &share : line.wantedBy)
        names << fromUtf8(person.nameOf(share.member)) + QLatin1Char(' ') + fromUtf8(formatQuantity(share.quantity));
    return names.join(QStringLiteral(", "));
}

QString conflictIn(const LineView &line)
{
    QStringList values;
    for (const FieldConflict &conflict : line.conflicts) {
        for (const std::string &value : conflict.values) {
            if (value != line.note && value != line.name)
                values << fromUtf8(value);
        }
    }
    return values.join(QStringLiteral(", "));
}

} // namespace

int LabLinesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QHash<int, QByteArray> LabLinesModel::roleNames() const
{
    return {{NameRole, "name"},       {QuantityRole, "quantity"}, {NoteRole, "note"},
            {StateRole, "lineState"}, {LikesRole, "likes"},       {LikedRole, "liked"},
            {CheckedRole, "checked"}, {ConflictRole, "conflict"}, {WantedByRole, "wantedBy"},
            {LineIdRole, "lineId"}};
}

QVariant LabLinesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case NameRole:
    case Qt::DisplayRole:
        return row.name;
    case QuantityRole:
        return row.quantity;
    case NoteRole:
        return row.note;
    case StateRole:
        return row.state;
    case LikesRole:
        return row.likes;
    case LikedRole:
        return row.isLiked;
    case CheckedRole:
        return row.isChecked;
    case ConflictRole:
        return row.conflict;
    case WantedByRole:
        return row.wantedBy;
    case LineIdRole:
        return fromUtf8(row.id.toString());
    default:
        return {};
    }
}

void LabLinesModel::show(const LabPerson &person, const CartReplica &cart)
{
    std::vector<Row> rows;
    for (const LineView *line : cart.view().lines()) {
        rows.push_back({line->id, fromUtf8(line->name),
                        fromUtf8(formatQuantity(line->quantity) + (line->unit.empty() ? "" : " " + line->unit)),
                        fromUtf8(line->note), static_cast<int>(cart.stateOf(line->id)),
                        static_cast<int>(line->likes.size()), std::ranges::count(line->likes, person.member()) > 0,
                        line->checked, conflictIn(*line), wantedBy(person, *line)});
    }
    if (std::ranges::equal(rows, m_rows, {}, &Row::id, &Row::id)) {
        for (std::size_t n = 0; n < rows.size(); ++n) {
            if (rows[n] == m_rows[n])
                continue;
            m_rows[n] = rows[n];
            const QModelIndex changed = index(static_cast<int>(n));
            Q_EMIT dataChanged(changed, changed);
        }
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

} // namespace evencart
