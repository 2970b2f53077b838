#pragma once

#include "model/appsession.h"

namespace evencart {

// Tells when the story of the open cart may read differently: an edit, something from the server, a device that comes
// or goes, another cart. A burst is told once. Interface thread.
class CartEvents : public QObject
{
    Q_OBJECT

public:
    explicit CartEvents(AppSession &session, QObject *parent = nullptr);

Q_SIGNALS:
    void changed();
    void cartChanged(); // another cart is open, or none; changed() follows

private:
    void touched(const CartId &cart);

    AppSession &m_session;
    QTimer m_burst;
};

} // namespace evencart
