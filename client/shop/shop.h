#pragma once

#include "shop/cartstock.h"
#include "shop/checkoutflow.h"
#include "shop/goodsmodel.h"
#include "shop/orderreceipt.h"
#include "shop/ordersmodel.h"
#include "shop/reservations.h"

#include <QElapsedTimer>
#include <QTimer>

#include <functional>
#include <vector>

namespace evencart {

// The shop as a window sees it: what it sells as far as is known here and how old that is, the checkout of the open
// cart, my orders. One for a window; makes its parts and tells them what comes from the engine.
class Shop : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(evencart::AppSession *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(evencart::GoodsModel *goods READ goods CONSTANT)
    Q_PROPERTY(evencart::CartStock *stock READ stock CONSTANT)
    Q_PROPERTY(evencart::Reservations *reservations READ reservations CONSTANT)
    Q_PROPERTY(evencart::CheckoutFlow *checkout READ checkout CONSTANT)
    Q_PROPERTY(evencart::OrdersModel *orders READ orders CONSTANT)
    Q_PROPERTY(evencart::OrderReceipt *receipt READ receipt CONSTANT)
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString age READ age NOTIFY ageChanged)   // "12 s ago"; empty without a copy
    Q_PROPERTY(QString asOf READ asOf NOTIFY ageChanged) // "as of 12 s ago"
    // How the orders of the open cart stand that are not settled.
    Q_PROPERTY(Waiting waiting READ waiting NOTIFY waitingChanged)
    Q_PROPERTY(bool refreshing READ isRefreshing NOTIFY refreshingChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY refreshingChanged) // why the last asking for news of goods failed

public:
    enum State
    {
        NoServer,     // none is set
        NothingKnown, // there is a server, and no copy of its goods yet
        SellsNothing, // the server has no shop, or nothing in it
        OldCopy,      // there is one, and no connection
        Open
    };
    Q_ENUM(State)
    enum Waiting
    {
        Settled,
        ForServer, // kept for when it is back
        ForAnswer  // not known what came of it
    };
    Q_ENUM(Waiting)

    explicit Shop(QObject *parent = nullptr);

    AppSession *session() const { return m_session; }
    void setSession(AppSession *session);
    GoodsModel *goods() { return &m_goods; }
    CartStock *stock() { return &m_stock; }
    Reservations *reservations() { return &m_reservations; }
    CheckoutFlow *checkout() { return &m_checkout; }
    OrdersModel *orders() { return &m_orders; }
    OrderReceipt *receipt() { return &m_receipt; }
    State state() const { return m_state; }
    Waiting waiting() const { return m_waiting; }
    QString age() const;
    QString asOf() const;
    bool isRefreshing() const { return m_refreshing; }
    const QString &problem() const { return m_problem; }

    Q_INVOKABLE void refresh(); // asks for a fresh copy and waits for it
    // The same for a row of the open cart; told() or failed() tells how that stands now.
    Q_INVOKABLE void refreshFor(const QString &line);
    // Into the open cart, as many as typed ("2", "0.5"; empty: one). A sentence where that is no number, else empty.
    Q_INVOKABLE QString add(const QString &sku, const QString &amount);
    Q_INVOKABLE void forgetKept(const QString &key);
    Q_INVOKABLE void askAgain();

Q_SIGNALS:
    void sessionChanged();
    void stateChanged();
    void waitingChanged();
    void ageChanged();
    void refreshingChanged();
    // What became of an order that no open sheet tells of; `key`: of the order, empty where it was not placed.
    void orderTold(const QString &sentence, const QString &key);
    void failed(const QString &sentence);
    void told(const QString &sentence);

private:
    void follow();
    void takeMine();
    void askForCopy(std::function<void(const Result<ShopRecord> &)> then);
    void take(const GoodsUpdate &update);
    void build(std::shared_ptr<const std::vector<KnownGood>> goods);
    void built(std::shared_ptr<GoodsTable> table);
    void decide();
    void findWaiting();
    void tick();
    std::uint64_t ageNow() const;

    AppSession *m_session = nullptr;
    GoodsModel m_goods;
    Reservations m_reservations;
    CartStock m_stock{m_goods, m_reservations};
    CheckoutFlow m_checkout;
    OrdersModel m_orders;
    OrderReceipt m_receipt{m_orders};
    State m_state = NoServer;
    Waiting m_waiting = Settled;
    OpenOrders m_open;
    QString m_server;
    ConnectionState m_connection;
    ShopRecord m_record;
    std::uint64_t m_age = 0; // of the copy when it was told
    QElapsedTimer m_told;
    QTimer m_tick;
    bool m_refreshing = false;
    bool m_hasNoShop = false; // the server said so
    QString m_problem;
    int m_building = 0; // tables that are being made, by number; 0: none
    int m_lastBuilding = 0;
    std::vector<GoodsUpdate> m_behind;         // what came while a table was being made
    std::vector<protocol::Reservation> m_mine; // as they are reckoned in the table
};

} // namespace evencart
