#pragma once

#include "desktop/desktopnotifications.h"
#include "desktop/newsbundler.h"
#include "desktop/quiethours.h"
#include "model/appsession.h"

#include <QTimer>

namespace evencart {

// Tells a person who is looking elsewhere what the others did: bundled, one bubble a cart, not of carts that are muted;
// and what became of an order of his own, at once. Not in the quiet hours, and never while the window is active.
// Interface thread.
class NewsAnnouncer : public QObject
{
    Q_OBJECT

public:
    NewsAnnouncer(AppSession &session, const Clock &clock, QObject *parent = nullptr);

    // The window that is in front is read, so nothing is announced and what stands there goes.
    void setWindowActive(bool active);
    // Called by its own timer; in a test, after the clock was moved.
    void announceDue();

Q_SIGNALS:
    // A bubble is to be shown. Apart from the desktop's service, so that a test can listen.
    void announced(const QString &cart, const QString &title, const QString &text);
    // A bubble was clicked.
    void cartWanted(const QString &cart);

private:
    void take(const CartNews &news);
    void tellOrder(const OrderNews &news);
    bool isQuiet() const;
    void waitForNext();

    AppSession &m_session;
    const Clock &m_clock;
    NewsBundler m_bundler;
    DesktopNotifications m_bubbles;
    QTimer m_timer;
    bool m_windowActive = true;
};

} // namespace evencart
