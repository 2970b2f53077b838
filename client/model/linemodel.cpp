#include "model/linemodel.h"

#include "model/linevalues.h"
#include "model/wording.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace evencart {

namespace {

std::tuple<const Bytes &, const LineId &> placeOf(const LineView &line)
{
    return {line.orderKey, line.id};
}

} // namespace

LineModel::LineModel(const People &people, QObject *parent) : QAbstractListModel(parent), m_people(people)
{
    m_restTimer.setSingleShot(true);
    connect(&m_restTimer, &QTimer::timeout, this, &LineModel::endRest);
    connect(&people, &People::changed, this, [this] {
        if (count() > 0)
            Q_EMIT dataChanged(index(0), index(count() - 1),
                               {WantedByRole, BoughtByRole, LikedByRole, AssigneeRole, ClaimedByRole, ConflictsRole,
                                ChangedMeanwhileRole, AccessibleTextRole});
    });
}

int LineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

int LineModel::lowerBound(const LineView &line) const
{
    const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), line, [](const auto &row, const LineView &wanted) {
        return placeOf(row->shown) < placeOf(wanted);
    });
    return static_cast<int>(at - m_rows.begin());
}

int LineModel::rowOf(const LineId &id) const
{
    const auto row = m_byId.find(id);
    return row == m_byId.end() ? -1 : lowerBound(row->second->shown);
}

const LineView *LineModel::find(const LineId &id) const
{
    const auto row = m_byId.find(id);
    return row == m_byId.end() ? nullptr : &row->second->shown;
}

void LineModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_byId.clear();
    m_told.clear();
    m_expected.clear();
    m_held.reset();
    m_resting.clear();
    m_restTimer.stop();
    endResetModel();
    Q_EMIT countChanged();
    Q_EMIT contentChanged();
}

void LineModel::apply(const CartUpdate &update)
{
    if (update.source == CartUpdate::Source::Opened) {
        beginResetModel();
        m_rows.clear();
        m_byId.clear();
        m_told.clear();
        m_rows.reserve(update.lines.size());
        for (const LineEntry &entry : update.lines) {
            m_told[entry.view.id] = entry;
            auto row = std::make_shared<Row>();
            row->shown = entry.view;
            row->state = entry.state;
            m_byId[entry.view.id] = row;
            m_rows.push_back(std::move(row));
        }
        std::sort(m_rows.begin(), m_rows.end(),
                  [](const auto &a, const auto &b) { return placeOf(a->shown) < placeOf(b->shown); });
        endResetModel();
        Q_EMIT countChanged();
        // What was asked for while the cart was being read stands on top of it.
        for (const Expected &outstanding : m_expected)
            show(outstanding.line, false);
        Q_EMIT contentChanged();
        return;
    }
    // Whose prediction ends is shown again too, also where the engine says nothing of it: then nothing has happened.
    std::vector<std::pair<LineId, bool>> touched;
    while (!m_expected.empty() && m_expected.front().ticket <= update.ticket) {
        touched.push_back({m_expected.front().line, false});
        m_expected.pop_front();
    }
    for (const LineEntry &entry : update.lines) {
        m_told[entry.view.id] = entry;
        touched.push_back(
            {entry.view.id, update.source == CartUpdate::Source::Others && !m_people.isSelf(entry.view.changedBy)});
    }
    for (const LineId &id : update.gone) {
        m_told.erase(id);
        touched.push_back({id, false});
    }
    for (const auto &[id, glow] : touched)
        show(id, glow);
    if (!touched.empty())
        Q_EMIT contentChanged();
}

void LineModel::predict(const Intent &intent, Ticket ticket)
{
    m_expected.push_back({ticket, intent.line, intent});
    const auto row = m_byId.find(intent.line);
    if (row != m_byId.end() && intent.kind == Intent::Kind::Check)
        rest(*row->second);
    show(intent.line, false);
    Q_EMIT contentChanged();
}

void LineModel::predictAdded(LineView line, Ticket ticket)
{
    const LineId id = line.id;
    m_expected.push_back({ticket, id, std::move(line)});
    show(id, false);
    Q_EMIT contentChanged();
}

// What the engine said of this line, with what is outstanding on top, in the order in which it was asked for.
std::optional<LineView> LineModel::expected(const LineId &id) const
{
    std::optional<LineView> view;
    if (const auto told = m_told.find(id); told != m_told.end())
        view = told->second.view;
    for (const Expected &outstanding : m_expected) {
        if (outstanding.line != id)
            continue;
        if (const auto *intent = std::get_if<Intent>(&outstanding.what)) {
            if (view)
                view = predicted(std::move(*view), *intent, m_people.self());
        } else if (!view || !view->present) {
            view = std::get<LineView>(outstanding.what);
        }
    }
    return view && view->present ? view : std::nullopt;
}

// Brings the row of this line to what is expected of it.
void LineModel::show(const LineId &id, bool glow)
{
    const int row = rowOf(id);
    if (m_held == id && row >= 0) {
        Q_EMIT dataChanged(index(row), index(row), {ChangedMeanwhileRole});
        return;
    }
    auto view = expected(id);
    if (!view) {
        if (row >= 0)
            removeRow(row);
        return;
    }
    const bool outstanding = std::any_of(m_expected.begin(), m_expected.end(),
                                         [&](const Expected &expected) { return expected.line == id; });
    const auto state = outstanding ? CartReplica::LineState::Local : m_told.at(id).state;
    if (row >= 0) {
        if (view->orderKey.empty())
            view->orderKey = m_rows[static_cast<std::size_t>(row)]->shown.orderKey;
        changeRow(row, std::move(*view), state, glow);
        return;
    }
    if (view->orderKey.empty() && !m_rows.empty())
        view->orderKey = m_rows.back()->shown.orderKey + Bytes(1, '\xff'); // being added: at the end
    auto added = std::make_shared<Row>();
    added->shown = std::move(*view);
    added->state = state;
    added->glow = glow ? 1 : 0;
    insertRow(std::move(added));
}

void LineModel::insertRow(std::shared_ptr<Row> row)
{
    const int at = lowerBound(row->shown);
    beginInsertRows({}, at, at);
    m_byId[row->shown.id] = row;
    m_rows.insert(m_rows.begin() + at, std::move(row));
    endInsertRows();
    Q_EMIT countChanged();
}

void LineModel::removeRow(int row)
{
    beginRemoveRows({}, row, row);
    m_byId.erase(m_rows[static_cast<std::size_t>(row)]->shown.id);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
    Q_EMIT countChanged();
}

void LineModel::changeRow(int row, LineView view, CartReplica::LineState state, bool glow)
{
    const std::shared_ptr<Row> changed = m_rows[static_cast<std::size_t>(row)];
    const bool sameContent = changed->shown == view;
    if (sameContent && changed->state == state)
        return;
    if (!sameContent && view.orderKey != changed->shown.orderKey) {
        // Where it will stand among the others, then the move, in the numbering of beginMoveRows().
        int to = lowerBound(view);
        if (to != row && to != row + 1) {
            beginMoveRows({}, row, row, {}, to);
            if (to > row)
                std::rotate(m_rows.begin() + row, m_rows.begin() + row + 1, m_rows.begin() + to);
            else
                std::rotate(m_rows.begin() + to, m_rows.begin() + row, m_rows.begin() + row + 1);
            changed->shown.orderKey = view.orderKey;
            endMoveRows();
            row = to > row ? to - 1 : to;
        }
    }
    changed->shown = std::move(view);
    changed->state = state;
    changed->glow += glow && !sameContent ? 1 : 0;
    Q_EMIT dataChanged(index(row), index(row));
}

void LineModel::rest(Row &row)
{
    if (m_restMilliseconds <= 0)
        return;
    row.resting = true;
    m_resting.push_back(row.shown.id);
    m_restTimer.start(m_restMilliseconds); // the last tick counts: a row must not slip away under the next click
}

void LineModel::endRest()
{
    for (const LineId &id : std::exchange(m_resting, {})) {
        const int row = rowOf(id);
        if (row < 0)
            continue;
        m_rows[static_cast<std::size_t>(row)]->resting = false;
        Q_EMIT dataChanged(index(row), index(row), {RestingRole});
    }
    Q_EMIT contentChanged();
}

void LineModel::setShared(bool shared)
{
    if (std::exchange(m_shared, shared) != shared && count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1), {AccessibleTextRole});
}

void LineModel::hold(const QString &id)
{
    release();
    m_held = LineId::fromString(id.toStdString());
}

void LineModel::release()
{
    if (!m_held)
        return;
    const LineId id = *std::exchange(m_held, std::nullopt);
    show(id, false);
    Q_EMIT contentChanged();
}

// ---- reading

QHash<int, QByteArray> LineModel::roleNames() const
{
    return {{IdRole, "lineId"},
            {NameRole, "name"},
            {UnitRole, "unit"},
            {QuantityRole, "quantity"},
            {AmountRole, "amount"},
            {CheckedRole, "checked"},
            {BoughtAmountRole, "boughtAmount"},
            {NoteRole, "note"},
            {CategoryRole, "category"},
            {PriceRole, "price"},
            {PriceUnitRole, "priceUnit"},
            {LineTotalRole, "lineTotal"},
            {WantedByRole, "wantedBy"},
            {BoughtByRole, "boughtBy"},
            {LikesRole, "likes"},
            {LikedByRole, "likedBy"},
            {LikedByMeRole, "likedByMe"},
            {AssigneeRole, "assignee"},
            {ClaimedByRole, "claimedBy"},
            {ClaimedByMeRole, "claimedByMe"},
            {StateRole, "syncState"},
            {StateTextRole, "syncStateText"},
            {ConflictsRole, "conflicts"},
            {CheckQuantityRole, "checkQuantity"},
            {BoughtTwiceRole, "boughtTwice"},
            {OldNamesRole, "oldNames"},
            {AttentionRole, "attention"},
            {GlowRole, "glow"},
            {ChangedMeanwhileRole, "changedMeanwhile"},
            {RestingRole, "resting"},
            {AccessibleTextRole, "accessibleText"}};
}

QString LineModel::stateText(const Row &row) const
{
    switch (row.state) {
    case CartReplica::LineState::Local:
        return tr("Saved here, not on the server yet");
    case CartReplica::LineState::Server:
        return tr("On the server, not seen by everybody yet");
    case CartReplica::LineState::Seen:
        break;
    }
    return tr("Seen by the others");
}

QString LineModel::changedMeanwhile(const Row &row) const
{
    if (m_held != row.shown.id)
        return {};
    const auto told = m_told.find(row.shown.id);
    if (told == m_told.end())
        return tr("Somebody removed this meanwhile");
    const LineView &now = told->second.view;
    return now == row.shown || m_people.isSelf(now.changedBy) // an answer to what was done here just before
               ? QString()
               : tr("%1 changed this meanwhile").arg(m_people.shownName(now.changedBy));
}

QString LineModel::accessibleText(const Row &row) const
{
    const LineView &line = row.shown;
    QStringList parts{wording::text(line.name), wording::amount(line.quantity, line.unit),
                      line.checked ? tr("bought") : tr("not bought")};
    if (!line.note.empty())
        parts << wording::text(line.note);
    for (const MemberId &member : line.claimedBy)
        parts << (m_people.isSelf(member) ? tr("you take it") : tr("%1 takes it").arg(m_people.shownName(member)));
    if (line.assignee && std::ranges::find(line.claimedBy, *line.assignee) == line.claimedBy.end())
        parts << (m_people.isSelf(*line.assignee) ? tr("you are to take it")
                                                  : tr("%1 is to take it").arg(m_people.shownName(*line.assignee)));
    if (line.boughtTwice)
        parts << tr("bought twice?");
    if (line.checkQuantity)
        parts << tr("check quantity");
    if (!line.conflicts.empty())
        parts << tr("values differ");
    if (m_shared && row.state == CartReplica::LineState::Local)
        parts << tr("waiting to sync");
    return parts.join(QStringLiteral(", "));
}

QVariant LineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = *m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case StateRole:
        return row.state == CartReplica::LineState::Local    ? SavedHere
               : row.state == CartReplica::LineState::Server ? OnServer
                                                             : SeenByOthers;
    case StateTextRole:
        return stateText(row);
    case GlowRole:
        return row.glow;
    case ChangedMeanwhileRole:
        return changedMeanwhile(row);
    case RestingRole:
        return row.resting;
    case AccessibleTextRole:
        return accessibleText(row);
    default:
        return lineValue(row.shown, role, m_people);
    }
}

} // namespace evencart
