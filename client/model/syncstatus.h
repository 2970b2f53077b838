#pragma once

#include "engine/cartupdate.h"

#include <QObject>
#include <QString>
#include <qqmlregistration.h>

namespace evencart {

// The one place that says how the sync stands: a state with a word and a sentence for it, how many changes wait, and
// when all was last the same.
class SyncStatus : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by AppSession")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString word READ word NOTIFY changed)         // "Online"
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed) // what it means and, where there is something, what to do
    Q_PROPERTY(int waiting READ waiting NOTIFY changed)
    Q_PROPERTY(QString lastSynced READ lastSynced NOTIFY changed)               // "14:02"; empty for never
    Q_PROPERTY(QString lastSyncedExactly READ lastSyncedExactly NOTIFY changed) // with day and seconds
    Q_PROPERTY(int refusals READ refusals NOTIFY changed)
    Q_PROPERTY(bool workOffline READ workOffline NOTIFY changed)
    Q_PROPERTY(bool hasServer READ hasServer NOTIFY changed)

public:
    enum State
    {
        OnlyHere, // no server: nothing to sync with
        Online,   // the server has everything
        Syncing,  // connected, changes on their way
        Connecting,
        Offline,     // cannot be reached; it is tried again
        WorkOffline, // by choice
        ActionNeeded // it is not tried again until somebody does something
    };
    Q_ENUM(State)

    using QObject::QObject;

    State state() const;
    QString word() const;
    QString sentence() const;
    int waiting() const { return m_waiting; }
    QString lastSynced() const;
    QString lastSyncedExactly() const;
    int refusals() const { return m_refusals; }
    bool workOffline() const { return m_connection.workOffline; }
    bool hasServer() const { return m_connection.hasServer; }

    void setConnection(const ConnectionState &connection);
    void setCarts(const std::vector<CartSummary> &carts);
    // The disk: nothing can be saved any more. Stays until the program is started again.
    void setStorageProblem(const QString &problem);
    // Own changes that the server refused and that nobody has dealt with (story/pendingmodel.h): they keep the state at
    // ActionNeeded.
    void setRefusals(int refusals);

Q_SIGNALS:
    void changed();

private:
    ConnectionState m_connection;
    int m_waiting = 0;
    std::uint64_t m_lastSynced = 0; // when the cart that is furthest behind was last the same
    QString m_refused;
    QString m_storageProblem;
    int m_refusals = 0;
};

} // namespace evencart
