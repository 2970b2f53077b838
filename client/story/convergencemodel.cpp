#include "story/convergencemodel.h"

#include "model/wording.h"

#include <algorithm>

namespace evencart {

namespace {

constexpr int burstMilliseconds = 300;
constexpr std::size_t halfDigits = 4;

std::string shortFingerprint(const Hash256 &digest)
{
    std::string hex =
        QByteArray(reinterpret_cast<const char *>(digest.data()), halfDigits).toHex().toUpper().toStdString();
    hex.insert(halfDigits, " ");
    return hex;
}

} // namespace

ConvergenceModel::ConvergenceModel(QObject *parent) : QAbstractListModel(parent)
{
    m_burst.setSingleShot(true);
    m_burst.setInterval(burstMilliseconds);
    connect(&m_burst, &QTimer::timeout, this, &ConvergenceModel::refresh);
}

void ConvergenceModel::setSession(AppSession *session)
{
    if (m_session == session || !session)
        return;
    m_session = session;
    const auto soon = [this] {
        if (!m_burst.isActive())
            m_burst.start();
    };
    connect(&session->engine(), &Engine::cartsChanged, this, soon);
    connect(&session->engine(), &Engine::presenceUpdated, this, soon);
    connect(&session->engine(), &Engine::cartSettled, this, soon);
    Q_EMIT sessionChanged();
    refresh();
}

void ConvergenceModel::setActive(bool active)
{
    if (std::exchange(m_active, active) == active)
        return;
    Q_EMIT activeChanged();
    refresh();
}

std::vector<ConvergenceModel::Row> ConvergenceModel::ask(EngineRoom &room)
{
    std::vector<Row> rows;
    for (const CartId &id : room.workspace().carts()) {
        const auto cart = room.workspace().cart(id);
        if (!cart || (*cart)->record().archived)
            continue;
        const CartRecord &record = (*cart)->record();
        Row row;
        row.cart = id;
        row.name = (*cart)->view().name();
        row.fingerprint = shortFingerprint((*cart)->baseDigest());
        row.comparable = !record.epoch.isNull();
        row.verified = room.client().isSettled(id);
        row.same = (*cart)->pendingCount() == 0 ? 1 : 0;
        for (const KnownCursor &cursor : (*cart)->cursors()) {
            if (cursor.device == room.profileInfo().device)
                continue;
            ++row.devices;
            row.same += cursor.position == record.cursor ? 1 : 0;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

void ConvergenceModel::refresh()
{
    if (m_session && m_active)
        m_session->engine().ask<std::vector<Row>>(this, &ConvergenceModel::ask,
                                                  [this](std::vector<Row> rows) { take(std::move(rows)); });
}

void ConvergenceModel::take(std::vector<Row> rows)
{
    const int before = count();
    const int after = static_cast<int>(rows.size());
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_rows.resize(rows.size());
        endRemoveRows();
    }
    for (int row = 0; row < std::min(before, after); ++row) {
        Row &shown = m_rows[static_cast<std::size_t>(row)];
        if (shown == rows[static_cast<std::size_t>(row)])
            continue;
        shown = rows[static_cast<std::size_t>(row)];
        Q_EMIT dataChanged(index(row), index(row));
    }
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_rows = std::move(rows);
        endInsertRows();
    }
    if (before != after)
        Q_EMIT countChanged();
}

int ConvergenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QHash<int, QByteArray> ConvergenceModel::roleNames() const
{
    return {
        {NameRole, "name"}, {FingerprintRole, "fingerprint"}, {ProofRole, "proofText"}, {IdenticalRole, "identical"}};
}

QVariant ConvergenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return wording::text(row.name);
    case FingerprintRole:
        return wording::text(row.fingerprint);
    case ProofRole:
        if (!row.comparable)
            return tr("On this device only");
        if (row.devices == 1)
            return row.verified ? tr("Identical to the server") : tr("Not compared with the server yet");
        if (!row.verified)
            return tr("The same changes on %1 of %n device(s); being compared", nullptr, row.devices).arg(row.same);
        return tr("Identical on %1 of %n device(s)", nullptr, row.devices).arg(row.same);
    case IdenticalRole:
        return row.comparable && row.verified && row.same == row.devices;
    default:
        return {};
    }
}

} // namespace evencart
