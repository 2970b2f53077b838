#include "desktop/desktopnotifications.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QVariantMap>

namespace evencart {

namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");
const QString openAction = QStringLiteral("default"); // a click on the bubble itself
constexpr int desktopDecides = -1;                    // how long it stays

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

} // namespace

DesktopNotifications::DesktopNotifications(QObject *parent) : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(service, path, service, QStringLiteral("ActionInvoked"), this, SLOT(actionInvoked(uint, QString)));
    bus.connect(service, path, service, QStringLiteral("NotificationClosed"), this, SLOT(closed(uint, uint)));
}

void DesktopNotifications::show(const QString &key, const QString &title, const QString &text)
{
    if (!QDBusConnection::sessionBus().isConnected())
        return;
    QDBusMessage notify = call(QStringLiteral("Notify"));
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QGuiApplication::desktopFileName()},
                            {QStringLiteral("category"), QStringLiteral("presence")}};
    // The text may be read as markup, and it holds what people typed.
    notify << QGuiApplication::applicationDisplayName() << m_shown.value(key, 0U) << QGuiApplication::desktopFileName()
           << title << text.toHtmlEscaped() << QStringList{openAction, tr("Open the cart")} << hints << desktopDecides;
    auto *answer = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(notify), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, key](QDBusPendingCallWatcher *watcher) {
        const QDBusPendingReply<uint> id = *watcher;
        if (!id.isError())
            m_shown[key] = id.value();
        watcher->deleteLater();
    });
}

void DesktopNotifications::take(const QString &key)
{
    if (const uint id = m_shown.take(key); id != 0) {
        QDBusMessage close = call(QStringLiteral("CloseNotification"));
        close << id;
        QDBusConnection::sessionBus().asyncCall(close);
    }
}

void DesktopNotifications::actionInvoked(uint id, const QString &action)
{
    const QString key = m_shown.key(id);
    if (!key.isEmpty() && action == openAction)
        Q_EMIT clicked(key);
}

void DesktopNotifications::closed(uint id, uint)
{
    m_shown.remove(m_shown.key(id));
}

} // namespace evencart
