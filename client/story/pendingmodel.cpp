#include "story/pendingmodel.h"

#include "history/salvage.h"
#include "model/wording.h"
#include "story/storywords.h"
#include "translations/errorsentences.h"

#include <algorithm>

namespace evencart {

namespace {

constexpr int burstMilliseconds = 80;
constexpr std::size_t mostListed = 200;

QString dismissedKey()
{
    return QStringLiteral("dismissed_refusals");
}

} // namespace

PendingModel::PendingModel(QObject *parent) : QAbstractListModel(parent)
{
    m_burst.setSingleShot(true);
    m_burst.setInterval(burstMilliseconds);
    connect(&m_burst, &QTimer::timeout, this, &PendingModel::refresh);
}

void PendingModel::setSession(AppSession *session)
{
    if (m_session == session || !session)
        return;
    m_session = session;
    // Whatever changes the number of waiting changes changes a summary.
    const auto soon = [this] {
        if (!m_burst.isActive())
            m_burst.start();
    };
    connect(&session->engine(), &Engine::cartsChanged, this, soon);
    connect(&session->engine(), &Engine::editsRejected, this, soon);
    connect(&session->engine(), &Engine::profileChanged, this, soon);
    Q_EMIT sessionChanged();
    refresh();
}

QString PendingModel::nameOf(const Row &row)
{
    return wording::text(row.cart.toString() + ":" + row.replica.toString() + ":" + std::to_string(row.seq));
}

// On the engine's thread.
PendingModel::Answer PendingModel::ask(EngineRoom &room)
{
    Answer answer;
    const bool hasServer = !room.workspace().profile().record().serverUrl.empty();
    std::vector<Row> waiting;
    for (const CartId &id : room.workspace().carts()) {
        const auto cart = room.workspace().cart(id);
        const auto rejected = room.workspace().profile().store().rejected(id);
        if (!cart || !rejected) {
            answer.error = cart ? rejected.error() : cart.error();
            return answer;
        }
        const std::string name = (*cart)->view().name();
        for (const StoredDelta &delta : *rejected) {
            const auto decoded = decodeDelta(delta.bytes);
            answer.rows.push_back({id, delta.replica, delta.seq, true,
                                   decoded && !itemsMeant(*decoded, (*cart)->view()).empty(), delta.reason,
                                   delta.effective.milliseconds(), delta.label, name});
        }
        if (!hasServer || (*cart)->record().archived)
            continue;
        answer.notListed += (*cart)->pendingCount();
        if ((*cart)->pendingCount() == 0 || waiting.size() >= mostListed)
            continue;
        const auto pending = (*cart)->pending();
        if (!pending) {
            answer.error = pending.error();
            return answer;
        }
        for (const PendingDelta &delta : **pending) {
            if (waiting.size() < mostListed)
                waiting.push_back({id, delta.delta.replica, delta.delta.seq, false, false, 0,
                                   delta.delta.stamp.milliseconds(), delta.label, name});
        }
    }
    answer.notListed -= waiting.size();
    answer.rows.insert(answer.rows.end(), waiting.begin(), waiting.end());
    return answer;
}

void PendingModel::refresh()
{
    m_session->engine().ask<Answer>(this, &PendingModel::ask, [this, question = ++m_asked](Answer answer) {
        if (question == m_asked)
            take(std::move(answer));
    });
}

void PendingModel::take(Answer answer)
{
    m_problem = answer.error ? errorSentence(*answer.error) : QString();
    m_notListed = static_cast<int>(answer.notListed);
    const QStringList dismissed = m_session->preferences()->remembered(dismissedKey()).toStringList();
    std::vector<Row> &rows = answer.rows;
    std::erase_if(rows, [&](const Row &row) { return row.refused && dismissed.contains(nameOf(row)); });
    const auto same = [](const Row &a, const Row &b) {
        return a.cart == b.cart && a.replica == b.replica && a.seq == b.seq && a.refused == b.refused;
    };
    for (int row = count() - 1; row >= 0; --row) {
        const Row &old = m_rows[static_cast<std::size_t>(row)];
        if (std::none_of(rows.begin(), rows.end(), [&](const Row &each) { return same(each, old); })) {
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
        }
    }
    // Both lists are in the same order (carts, then numbers), so what is left of the old one is a part of the new one;
    // where it is not (a re-key), the row is put in at its new place.
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const int at = static_cast<int>(i);
        if (i < m_rows.size() && same(m_rows[i], rows[i])) {
            if (!(m_rows[i] == rows[i])) {
                m_rows[i] = rows[i];
                Q_EMIT dataChanged(index(at), index(at));
            }
            continue;
        }
        const auto later =
            std::find_if(m_rows.begin() + at, m_rows.end(), [&](const Row &row) { return same(row, rows[i]); });
        if (later != m_rows.end()) {
            const int from = static_cast<int>(later - m_rows.begin());
            beginRemoveRows({}, from, from);
            m_rows.erase(later);
            endRemoveRows();
        }
        beginInsertRows({}, at, at);
        m_rows.insert(m_rows.begin() + at, rows[i]);
        endInsertRows();
    }
    m_session->sync()->setRefusals(refused());
    Q_EMIT countChanged();
}

int PendingModel::refused() const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.refused; }));
}

void PendingModel::dealtWith(const QString &name)
{
    QStringList dismissed = m_session->preferences()->remembered(dismissedKey()).toStringList();
    if (!dismissed.contains(name))
        dismissed << name;
    m_session->preferences()->remember(dismissedKey(), dismissed);
    refresh();
}

void PendingModel::dismiss(int row)
{
    if (row >= 0 && row < count() && m_rows[static_cast<std::size_t>(row)].refused)
        dealtWith(nameOf(m_rows[static_cast<std::size_t>(row)]));
}

namespace {

// The first cart of that name that is mine alone to write in; made where there is none.
Result<CartId> ownCart(EngineRoom &room, const std::string &name)
{
    for (const CartId &id : room.workspace().carts()) {
        const auto cart = room.workspace().cart(id);
        if (cart && (*cart)->view().name() == name && !(*cart)->record().archived &&
            static_cast<protocol::Role>((*cart)->record().role) == protocol::Role::Owner)
            return id;
    }
    return room.workspace().createCart(name);
}

Result<void> keepRefused(EngineRoom &room, const CartId &from, ReplicaId replica, std::uint64_t seq,
                         const std::string &cartName, const std::string &label)
{
    const auto source = room.workspace().cart(from);
    if (!source)
        return source.error();
    const auto rejected = room.workspace().profile().store().rejected(from);
    if (!rejected)
        return rejected.error();
    const auto refused = std::find_if(rejected->begin(), rejected->end(), [&](const StoredDelta &delta) {
        return delta.replica == replica && delta.seq == seq;
    });
    if (refused == rejected->end())
        return Error{ErrorCode::NotFound, "This change is not here any more."};
    const auto delta = decodeDelta(refused->bytes);
    if (!delta)
        return delta.error();
    const std::vector<NewItem> items = itemsMeant(*delta, (*source)->view());
    const auto target = ownCart(room, cartName);
    if (!target)
        return target.error();
    const auto cart = room.workspace().cart(*target);
    if (!cart)
        return cart.error();
    const auto edited = (*cart)->edit(label, [&](Edit &edit) -> Result<void> {
        for (const NewItem &item : items) {
            if (const auto added = edit.add(item); !added)
                return added.error();
        }
        return {};
    });
    if (!edited)
        return edited.error();
    room.cartTouched(*target, edited->touched);
    return {};
}

} // namespace

void PendingModel::keep(int row)
{
    if (row < 0 || row >= count() || !m_rows[static_cast<std::size_t>(row)].canKeep)
        return;
    const Row kept = m_rows[static_cast<std::size_t>(row)];
    const QString cartName = tr("Kept from %1", "name of a cart").arg(wording::text(kept.cartName));
    m_session->engine().ask<Result<void>>(
        this,
        [kept, cartName = cartName.toStdString()](EngineRoom &room) {
            return keepRefused(room, kept.cart, kept.replica, kept.seq, cartName, kept.what);
        },
        [this, cartName, name = nameOf(kept)](const Result<void> &done) {
            if (!done) {
                Q_EMIT m_session->failure(errorSentence(done.error()));
                return;
            }
            dealtWith(name);
            Q_EMIT m_session->notice(tr("It is in your cart “%1” now.").arg(cartName), false);
        });
}

int PendingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QHash<int, QByteArray> PendingModel::roleNames() const
{
    return {{WhatRole, "what"},
            {CartNameRole, "cartName"},
            {TimeRole, "time"},
            {RefusedRole, "refused"},
            {ReasonRole, "reason"},
            {CanKeepRole, "canKeep"},
            {AccessibleTextRole, "accessibleText"}};
}

QVariant PendingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case WhatRole:
        return wording::text(row.what);
    case CartNameRole:
        return wording::text(row.cartName);
    case TimeRole:
        return wording::clock(row.time, QDateTime::currentDateTime());
    case RefusedRole:
        return row.refused;
    case ReasonRole:
        return row.refused ? storywords::reason(row.reason) : QString();
    case CanKeepRole:
        return row.canKeep;
    case AccessibleTextRole:
        return row.refused
                   ? tr("Refused: %1, in %2. %3")
                         .arg(wording::text(row.what), wording::text(row.cartName), storywords::reason(row.reason))
                   : tr("Waiting: %1, in %2").arg(wording::text(row.what), wording::text(row.cartName));
    default:
        return {};
    }
}

} // namespace evencart
