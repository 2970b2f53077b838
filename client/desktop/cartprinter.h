#pragma once

#include "model/appsession.h"
#include "print/printedcart.h"

#include <QUrl>

namespace evencart {

// Makes the open cart into pages, off the interface's thread. "Print" writes them to a temporary file and opens it with
// the desktop's viewer, which has the printers; "save" writes them where the user says.
class CartPrinter : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(evencart::AppSession *session MEMBER m_session REQUIRED)
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)

public:
    using QObject::QObject;

    bool isBusy() const { return m_busy; }
    Q_INVOKABLE void printCart(bool everything);
    Q_INVOKABLE void save(const QUrl &file, bool everything);

Q_SIGNALS:
    void busyChanged();
    void saved(const QString &file);
    void failed(const QString &sentence);

private:
    void make(const QString &file, bool everything, std::function<void()> then);
    void paint(const PrintedCart &cart, const QString &file, std::function<void()> then);
    void setBusy(bool busy);

    AppSession *m_session = nullptr;
    bool m_busy = false;
};

} // namespace evencart
