#pragma once

#include "engine/cartupdate.h"

#include <QAbstractListModel>
#include <qqmlregistration.h>

namespace evencart {

// The carts of the profile for the sidebar: those in use first, by age, then the archived ones.
class CartListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by AppSession")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role
    {
        IdRole = Qt::UserRole,
        NameRole,
        LinesRole,   // number
        OpenRole,    // not bought yet
        MarkedRole,  // lines with something to look at
        PendingRole, // own changes that the server has not got
        SettledRole, // the server has the same
        ArchivedRole,
        SharedRoleRole, // "owner", "editor", "viewer"
        RefusedRole,    // why the server does not let us in; empty: it does
        LastSyncedRole, // text, empty for never
        AccessibleTextRole
    };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return static_cast<int>(m_carts.size()); }
    Q_INVOKABLE QString idAt(int row) const;
    Q_INVOKABLE int rowOf(const QString &id) const; // -1 where there is none
    const CartSummary *find(const CartId &id) const;
    const std::vector<CartSummary> &carts() const { return m_carts; }

    void apply(std::vector<CartSummary> carts);
    // Whether there is a server that changes can wait for: without one the sentence of a cart does not speak of it.
    void setShared(bool shared);

Q_SIGNALS:
    void countChanged();

private:
    std::vector<CartSummary> m_carts;
    bool m_shared = true;
};

} // namespace evencart
