#pragma once

#include "history/happening.h"
#include "model/appsession.h"

#include <QAbstractListModel>

namespace evencart {

// Own changes over all carts that are not settled: those that the server refused (first, until somebody deals with
// them) and those that it has not got yet, by name. Without a server nothing waits. Keeps itself up to date as long as
// it lives, and tells SyncStatus how many refusals nobody has dealt with; so one of them lives as long as the window.
class PendingModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(evencart::AppSession *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int refused READ refused NOTIFY countChanged)
    Q_PROPERTY(int notListed READ notListed NOTIFY countChanged) // waiting ones beyond those that are listed
    Q_PROPERTY(QString problem READ problem NOTIFY countChanged)

public:
    enum Role
    {
        WhatRole = Qt::UserRole, // "Add milk"
        CartNameRole,
        TimeRole,
        RefusedRole, // false: it waits
        ReasonRole,  // a sentence; of refused ones
        CanKeepRole, // there is something to put into a cart of my own
        AccessibleTextRole
    };
    Q_ENUM(Role)

    explicit PendingModel(QObject *parent = nullptr);

    AppSession *session() const { return m_session; }
    void setSession(AppSession *session);
    int count() const { return static_cast<int>(m_rows.size()); }
    int refused() const;
    int notListed() const { return m_notListed; }
    QString problem() const { return m_problem; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    // Puts what was refused into a cart of my own, which is made where there is none, and deals with it by that.
    Q_INVOKABLE void keep(int row);
    // "I have seen it."
    Q_INVOKABLE void dismiss(int row);

Q_SIGNALS:
    void sessionChanged();
    void countChanged();

private:
    struct Row
    {
        CartId cart;
        ReplicaId replica;
        std::uint64_t seq = 0;
        bool refused = false;
        bool canKeep = false;
        std::uint8_t reason = 0;
        std::uint64_t time = 0;
        std::string what;
        std::string cartName;

        friend bool operator==(const Row &, const Row &) = default;
    };
    struct Answer
    {
        std::vector<Row> rows;
        std::size_t notListed = 0;
        std::optional<Error> error;
    };

    static Answer ask(EngineRoom &room);
    static QString nameOf(const Row &row);
    void refresh();
    void take(Answer answer);
    void dealtWith(const QString &name);

    AppSession *m_session = nullptr;
    QTimer m_burst;
    std::vector<Row> m_rows;
    int m_notListed = 0;
    QString m_problem;
    quint64 m_asked = 0;
};

} // namespace evencart
