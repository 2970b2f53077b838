#pragma once

#include "print/receiptpages.h"
#include "shop/ordersmodel.h"

#include <QUrl>
#include <QVariantList>

namespace evencart {

// One order as its receipt: on the screen, on paper, as a file, as text for elsewhere.
class OrderReceipt : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Shop")
    Q_PROPERTY(QString key READ key NOTIFY changed) // of the order; empty: none is shown
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QStringList facts READ facts NOTIFY changed) // when, from which cart, under which key
    Q_PROPERTY(QString total READ total NOTIFY changed)
    Q_PROPERTY(QVariantList lines READ lines NOTIFY changed) // of {amount, name, price, total}
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)

public:
    explicit OrderReceipt(const OrdersModel &orders, QObject *parent = nullptr);
    void setSession(AppSession *session) { m_session = session; }

    QString key() const { return m_order ? QString::fromStdString(m_order->key) : QString(); }
    const QString &title() const { return m_printed.title; }
    const QStringList &facts() const { return m_printed.facts; }
    const QString &total() const { return m_printed.total; }
    QVariantList lines() const;
    bool isBusy() const { return m_busy; }

    Q_INVOKABLE void show(const QString &key); // an order that the list of orders has
    Q_INVOKABLE QString text() const;
    Q_INVOKABLE void copyText();
    // As a name of a file; ending: "pdf", "txt", "csv" or "json".
    Q_INVOKABLE QString fileName(const QString &ending) const;
    // What the file's ending says.
    Q_INVOKABLE void save(const QUrl &file);
    Q_INVOKABLE void print(); // opens the pages with the desktop's viewer, which has the printers

Q_SIGNALS:
    void changed();
    void busyChanged();
    void told(const QString &sentence);
    void failed(const QString &sentence);

private:
    void writePages(const QString &file, std::function<void()> then);
    void setBusy(bool busy);

    const OrdersModel &m_orders;
    AppSession *m_session = nullptr;
    std::optional<protocol::Order> m_order;
    PrintedReceipt m_printed;
    bool m_busy = false;
};

} // namespace evencart
