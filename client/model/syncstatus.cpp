#include "model/syncstatus.h"

#include "model/wording.h"
#include "translations/errorsentences.h"

#include <QLocale>

#include <algorithm>

namespace evencart {

void SyncStatus::setConnection(const ConnectionState &connection)
{
    m_connection = connection;
    Q_EMIT changed();
}

void SyncStatus::setCarts(const std::vector<CartSummary> &carts)
{
    m_waiting = 0;
    m_refused.clear();
    std::optional<std::uint64_t> oldest;
    for (const CartSummary &cart : carts) {
        if (cart.archived)
            continue;
        m_waiting += static_cast<int>(cart.pending);
        if (!cart.refused.empty() && m_refused.isEmpty())
            m_refused = tr("%1: %2").arg(wording::text(cart.name), errorSentence({ErrorCode::Refused, cart.refused}));
        oldest = std::min(oldest.value_or(cart.lastSynced), cart.lastSynced);
    }
    m_lastSynced = oldest.value_or(0);
    Q_EMIT changed();
}

void SyncStatus::setStorageProblem(const QString &problem)
{
    m_storageProblem = problem;
    Q_EMIT changed();
}

void SyncStatus::setRefusals(int refusals)
{
    if (std::exchange(m_refusals, refusals) != refusals)
        Q_EMIT changed();
}

SyncStatus::State SyncStatus::state() const
{
    if (!m_storageProblem.isEmpty())
        return ActionNeeded;
    if (!m_connection.hasServer)
        return OnlyHere;
    if (m_refusals > 0)
        return ActionNeeded;
    if (m_connection.workOffline)
        return WorkOffline;
    if (m_connection.final || !m_refused.isEmpty())
        return ActionNeeded;
    switch (m_connection.status) {
    case SyncClient::Status::Online:
        return m_connection.caughtUp ? Online : Syncing;
    case SyncClient::Status::Connecting:
        return m_connection.error ? Offline : Connecting; // while it is tried again it stays what it was
    case SyncClient::Status::Offline:
        return m_connection.error ? Offline : Connecting;
    case SyncClient::Status::Stopped:
        break;
    }
    return Offline;
}

QString SyncStatus::word() const
{
    switch (state()) {
    case OnlyHere:
        return tr("On this device");
    case Online:
        return tr("Online");
    case Syncing:
        return tr("Syncing");
    case Connecting:
        return tr("Connecting");
    case Offline:
        return tr("Offline");
    case WorkOffline:
        return tr("Working offline");
    case ActionNeeded:
        break;
    }
    return tr("Action needed");
}

QString SyncStatus::sentence() const
{
    switch (state()) {
    case OnlyHere:
        return tr("Everything is saved on this device. Invite somebody or set a server to share it.");
    case Online:
        return tr("The server has everything.");
    case Syncing:
        return m_waiting > 0 ? tr("%n change(s) on the way to the server.", nullptr, m_waiting)
                             : tr("Comparing with the server.");
    case Connecting:
        return tr("Looking for the server. Everything you do is saved here.");
    case Offline:
        return tr("The server cannot be reached. Everything you do is saved here and goes out by itself.");
    case WorkOffline:
        return tr("You chose to work offline. Everything you do is saved here.");
    case ActionNeeded:
        break;
    }
    if (!m_storageProblem.isEmpty())
        return m_storageProblem;
    if (m_connection.final && m_connection.error)
        return errorSentence(*m_connection.error);
    if (!m_refused.isEmpty())
        return m_refused;
    return tr("The server refused %n of your changes. Everything else is fine.", nullptr, m_refusals);
}

QString SyncStatus::lastSyncedExactly() const
{
    return m_lastSynced == 0 ? QString()
                             : QLocale().toString(QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(m_lastSynced)),
                                                  QStringLiteral("d MMMM yyyy HH:mm:ss"));
}

QString SyncStatus::lastSynced() const
{
    return wording::clock(m_lastSynced, QDateTime::currentDateTime());
}

} // namespace evencart
