#pragma once

#include "model/appsession.h"

#include <QAbstractListModel>

#include <map>
#include <variant>
#include <vector>

namespace evencart {

// My orders: those that wait for the server, those of which nobody knows yet, then those that were placed, newest
// first. Orders are told apart by their keys: the numbers of the ledger repeat where a server was restored. What is
// known here shows at once; the shop's own list comes when it is looked at and there is a server.
class OrdersModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Shop")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int unsettled READ unsettled NOTIFY countChanged) // of them waiting or not known
    Q_PROPERTY(bool reading READ isReading NOTIFY readingChanged)
    Q_PROPERTY(bool hasMore READ hasMore NOTIFY readingChanged) // older ones at the shop
    Q_PROPERTY(
        QString problem READ problem NOTIFY readingChanged) // why this is only what is known here; empty: it is all

public:
    enum Role
    {
        KeyRole = Qt::UserRole,
        KindRole,  // Kind
        TitleRole, // "Order 12"
        WhenRole,
        CartRole, // its name
        TotalRole,
        SummaryRole, // "Milk, Bread and 3 more"
        AccessibleTextRole
    };
    Q_ENUM(Role)
    enum Kind
    {
        Kept,
        Unknown,
        Placed
    };
    Q_ENUM(Kind)

    explicit OrdersModel(QObject *parent = nullptr);
    void setSession(AppSession *session);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return static_cast<int>(m_rows.size()); }
    int unsettled() const;
    bool isReading() const { return m_reading; }
    bool hasMore() const { return m_hasMore; }
    const QString &problem() const { return m_problem; }
    const protocol::Order *order(const std::string &key) const; // nullptr: it was not placed, or is not here
    QString cartName(const CartId &cart) const;

    Q_INVOKABLE void read();     // the newest
    Q_INVOKABLE void readMore(); // older ones

Q_SIGNALS:
    void countChanged();
    void readingChanged();

private:
    struct Pending
    {
        OwnOrder order;
        Kind kind = Kept;
    };
    using Row = std::variant<Pending, protocol::Order>;

    void readKnown();
    void nameCarts();
    void setOpen(const OpenOrders &open);
    bool add(const protocol::Order &order); // whether it is news
    void ask(std::uint64_t before);
    void took(std::uint64_t before, const Result<protocol::Orders> &orders);
    void removeRow(int row);
    void insertRow(int at, Row row);
    QVariant pendingData(const Pending &pending, int role) const;
    QVariant placedData(const protocol::Order &order, int role) const;

    AppSession *m_session = nullptr;
    QString m_server;                  // whose orders these are
    std::map<CartId, QString> m_names; // of all carts, as they were shown last
    std::vector<Row> m_rows;
    bool m_reading = false;
    bool m_hasMore = false;
    std::uint64_t m_readDownTo = 0; // the number that the last page read from the shop ended with
    QString m_problem;
};

} // namespace evencart
