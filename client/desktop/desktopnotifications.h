#pragma once

#include <QHash>
#include <QObject>

namespace evencart {

// The desktop's notification bubbles (org.freedesktop.Notifications on the session bus). One bubble per key: a newer
// one replaces it. Without such a service nothing is shown, and nobody waits for an answer. Interface thread.
class DesktopNotifications : public QObject
{
    Q_OBJECT

public:
    explicit DesktopNotifications(QObject *parent = nullptr);

    void show(const QString &key, const QString &title, const QString &text);
    void take(const QString &key); // away with it
    // The service has answered: the bubble can be replaced, taken away and clicked.
    bool isShown(const QString &key) const { return m_shown.contains(key); }

Q_SIGNALS:
    void clicked(const QString &key);

private Q_SLOTS:
    void actionInvoked(uint id, const QString &action);
    void closed(uint id, uint reason);

private:
    QHash<QString, uint> m_shown; // the service's id by key
};

} // namespace evencart
