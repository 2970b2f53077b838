#include "desktop/desktopnotifications.h"
#include "desktop/systemcolours.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QVariantMap>

using namespace evencart;

// The desktop's side, as its specifications have it.
class FakeNotifications : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Bubble
    {
        uint replaces;
        QString title;
        QString text;
        QStringList actions;
        QVariantMap hints;
    };
    QList<Bubble> shown;
    QList<uint> taken;

public Q_SLOTS:
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &text,
                const QStringList &actions, const QVariantMap &hints, int)
    {
        shown.append({replaces, title, text, actions, hints});
        return replaces != 0 ? replaces : 40 + static_cast<uint>(shown.size());
    }
    void CloseNotification(uint id) { taken.append(id); }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
};

class FakeSettings : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint scheme = 1;

public Q_SLOTS:
    QDBusVariant Read(const QString &, const QString &)
    {
        return QDBusVariant(QVariant::fromValue(QDBusVariant(scheme)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &space, const QString &key, const QDBusVariant &value);
};

// What goes over the session bus, on a bus of the test's own.
class TestSessionBus : public QObject
{
    Q_OBJECT

    FakeNotifications m_notifications;
    FakeSettings m_settings;

private Q_SLOTS:
    void initTestCase()
    {
        QDBusConnection bus = QDBusConnection::sessionBus();
        QVERIFY(bus.isConnected());
        const auto everything = QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals;
        QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), &m_notifications, everything));
        QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.Notifications")));
        QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &m_settings, everything));
        QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
        QGuiApplication::setDesktopFileName(QStringLiteral("org.evencart.Evencart"));
    }

    void aBubbleIsShownReplacedAndTaken()
    {
        DesktopNotifications bubbles;
        bubbles.show(QStringLiteral("cart"), QStringLiteral("Groceries"), QStringLiteral("Ben <b> added 1 thing."));
        QTRY_COMPARE(m_notifications.shown.size(), 1);
        const FakeNotifications::Bubble first = m_notifications.shown.front();
        QCOMPARE(first.replaces, 0U);
        QCOMPARE(first.title, QStringLiteral("Groceries"));
        QCOMPARE(first.text, QStringLiteral("Ben &lt;b&gt; added 1 thing.")); // no markup of a member's making
        QCOMPARE(first.actions.front(), QStringLiteral("default"));
        QCOMPARE(first.hints.value(QStringLiteral("desktop-entry")).toString(),
                 QStringLiteral("org.evencart.Evencart"));

        QTRY_VERIFY(bubbles.isShown(QStringLiteral("cart")));
        bubbles.show(QStringLiteral("cart"), QStringLiteral("Groceries"), QStringLiteral("Ben added 2 things."));
        QTRY_COMPARE(m_notifications.shown.size(), 2);
        QCOMPARE(m_notifications.shown.back().replaces, 41U);

        bubbles.take(QStringLiteral("cart"));
        QTRY_COMPARE(m_notifications.taken, QList<uint>{41});
        bubbles.take(QStringLiteral("cart")); // once is enough
        QCOMPARE(m_notifications.taken.size(), 1);
    }

    void aClickNamesItsCart()
    {
        m_notifications.shown.clear();
        DesktopNotifications bubbles;
        QSignalSpy clicked(&bubbles, &DesktopNotifications::clicked);
        bubbles.show(QStringLiteral("other"), QStringLiteral("Party"), QStringLiteral("text"));
        QTRY_COMPARE(m_notifications.shown.size(), 1);
        QTRY_VERIFY(bubbles.isShown(QStringLiteral("other")));
        Q_EMIT m_notifications.ActionInvoked(999, QStringLiteral("default")); // another program's
        Q_EMIT m_notifications.ActionInvoked(41, QStringLiteral("default"));
        QTRY_COMPARE(clicked.count(), 1);
        QCOMPARE(clicked.front().front().toString(), QStringLiteral("other"));
    }

    void coloursFollowTheDesktop()
    {
        SystemColours colours;
        QTRY_VERIFY(colours.isDark());
        QSignalSpy changed(&colours, &SystemColours::changed);
        const QString appearance = QStringLiteral("org.freedesktop.appearance");
        Q_EMIT m_settings.SettingChanged(appearance, QStringLiteral("accent-color"), QDBusVariant(2U));
        Q_EMIT m_settings.SettingChanged(appearance, QStringLiteral("color-scheme"), QDBusVariant(2U));
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(!colours.isDark());
    }
};

// A bus for this process alone, before Qt looks for one.
int main(int argc, char **argv)
{
    QProcess daemon;
    daemon.start(QStringLiteral("dbus-daemon"),
                 {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address=1")});
    if (!daemon.waitForReadyRead(20000)) {
        qWarning("there is no dbus-daemon; tools/setup installs it");
        return 1;
    }
    qputenv("DBUS_SESSION_BUS_ADDRESS", daemon.readLine().trimmed());
    int result = 1;
    {
        QGuiApplication application(argc, argv);
        TestSessionBus test;
        result = QTest::qExec(&test, argc, argv);
    }
    daemon.terminate();
    daemon.waitForFinished();
    return result;
}

#include "tst_sessionbus.moc"
