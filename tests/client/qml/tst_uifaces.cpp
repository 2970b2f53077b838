#include "windowtest.h"

#include "people/sharingtasks.h"
#include "protocol/codec.h"

#include <QFile>
#include <QProcess>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace evencart;
using namespace evencart::test;

// What the window shows when there is nothing yet, not yet, or something is wrong: each has a face that says what to
// do.
class TestUiFaces : public WindowTest
{
    Q_OBJECT

    QString database() const { return profile() + QStringLiteral("/carts.db"); }

    [[nodiscard]] bool openTwoCarts()
    {
        if (!makeOwnCart(profile(), "Hardware", {QStringLiteral("screws")}))
            return false;
        Desk desk(profile());
        return desk.open() && desk.openNewCart("Groceries") && desk.settle();
    }

private Q_SLOTS:
    void loading()
    {
        QVERIFY(makeOwnCart(profile(), "Groceries", {QStringLiteral("milk")}));
        m_window = std::make_unique<AppWindow>(profile());
        QVERIFY(m_window->start());
        QVERIFY(m_window->says("Opening your carts …")); // before the engine can have answered
        QVERIFY(m_window->waitUntilOpen());
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, not bought"));
        QVERIFY(!m_window->says("Opening your carts …"));
    }

    void loadingACart()
    {
        QVERIFY(openTwoCarts());
        QVERIFY(openProfile(profile()));
        QVERIFY(m_window->waitFor(Part::ListItem, "Hardware, 1 to buy"));
        QVERIFY(m_window->waitUntilSaid("Nothing in this cart yet"));
        CartListModel &carts = *m_window->session().carts();
        for (int row = 0; row < carts.count(); ++row) {
            if (carts.index(row).data(CartListModel::NameRole).toString() == QStringLiteral("Hardware"))
                m_window->session().openCart(carts.idAt(row));
        }
        QVERIFY(m_window->says("Opening the cart …")); // likewise
        QVERIFY(!m_window->says("Nothing in this cart yet"));
        QVERIFY(m_window->waitFor(Part::ListItem, "screws, 1, not bought"));
    }

    // Nobody begins in front of nothing: there is a cart to try things on, and the way into somebody else's.
    void theFirstStart()
    {
        m_window = std::make_unique<AppWindow>(profile());
        QVERIFY(m_window->open());
        QVERIFY(m_window->waitFor(Part::ListItem, "Try me, 35 to buy"));
        QVERIFY(m_window->waitFor(Part::List, "Try me"));
        QVERIFY(m_window->press(Part::Button, "Join a cart…"));
        QVERIFY(m_window->waitFor(Part::Dialog, "Join a cart"));
        m_window->key(Qt::Key_Escape);
        QVERIFY(m_window->waitUntilGone(Part::Dialog, "Join a cart"));
    }

    // Garbage in the place of the carts; when a good copy is back, the same window goes on.
    void damaged()
    {
        QVERIFY(makeOwnCart(profile(), "Groceries", {QStringLiteral("milk")}));
        const QString copy = m_directory->filePath(QStringLiteral("copy.db"));
        QVERIFY(QFile::copy(database(), copy));
        QFile file(database());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        const QByteArray garbage(20'000, '\x5a');
        QCOMPARE(file.write(garbage), garbage.size());
        file.close();

        m_window = std::make_unique<AppWindow>(profile());
        QVERIFY(m_window->open());
        QVERIFY(m_window->waitUntilSaid("The file with your carts is damaged"));
        QVERIFY(m_window->says("*Nothing was changed.*evencartctl doctor*"));
        QVERIFY(!m_window->has(Part::EditableText, "Add an item"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), garbage);
        file.close();

        QVERIFY(QFile::remove(database()));
        QVERIFY(QFile::copy(copy, database()));
        QVERIFY(m_window->press(Part::Button, "Try again"));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, not bought"));
    }

    void inUse()
    {
        QVERIFY(makeOwnCart(profile(), "Groceries", {QStringLiteral("milk")}));
        auto other = std::make_unique<Desk>(profile());
        QVERIFY(other->open());
        m_window = std::make_unique<AppWindow>(profile());
        QVERIFY(m_window->open());
        QVERIFY(m_window->waitUntilSaid("Another program has your carts open"));
        QVERIFY(m_window->says("*Close the other program and try again.*"));
        other.reset();
        m_window->key(Qt::Key_Tab); // the one thing to do, by the keys
        QCOMPARE(m_window->focused()->text(QAccessible::Name), QStringLiteral("Try again"));
        m_window->key(Qt::Key_Space);
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, not bought"));
    }

    void savedByALaterVersion()
    {
        QVERIFY(makeOwnCart(profile(), "Groceries", {QStringLiteral("milk")}));
        QFile file(database());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(60)); // SQLite's user_version, big-endian
        QCOMPARE(file.write(QByteArray::fromHex("00002700")), 4);
        file.close();
        m_window = std::make_unique<AppWindow>(profile());
        QVERIFY(m_window->open());
        QVERIFY(m_window->waitUntilSaid("Your carts were saved by a newer Evencart"));
        QVERIFY(m_window->says("*Install the newer version again to go on.*"));
        QVERIFY(m_window->has(Part::Button, "Try again"));
    }

    void keysThatAreGone()
    {
        QVERIFY(makeOwnCart(profile(), "Groceries", {QStringLiteral("milk")}));
        QVERIFY(QFile::remove(profile() + QStringLiteral("/keys")));
        m_window = std::make_unique<AppWindow>(profile());
        QVERIFY(m_window->open());
        QVERIFY(m_window->waitUntilSaid("The keys to your carts are out of reach"));
        QVERIFY(m_window->says("*Nothing was changed.*there is no file \"keys\"*"));
        QVERIFY(!QFile::exists(profile() + QStringLiteral("/keys"))); // no new ones: that would be somebody else
        QVERIFY(m_window->has(Part::Button, "Try again"));
    }

    // Started without the server: everything is there and can be edited.
    void offlineFromTheStart()
    {
        m_shared = std::make_unique<SharedCart>();
        QVERIFY(m_shared->makeAlone({QStringLiteral("milk")}));
        m_shared->server().stop();
        QVERIFY(openProfile(m_shared->annsProfile()));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, not bought"));
        QVERIFY(m_window->waitFor(Part::Button, "Offline. The server cannot be reached. *"));
        QVERIFY(m_window->press(Part::CheckBox, "Tick milk"));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, bought, waiting to sync"));
    }

    void aServerThatIsTooOld()
    {
        QWebSocketServer old(QStringLiteral("old"), QWebSocketServer::NonSecureMode);
        QVERIFY(old.listen(QHostAddress::LocalHost));
        connect(&old, &QWebSocketServer::newConnection, &old, [&old] {
            QWebSocket *socket = old.nextPendingConnection();
            protocol::Challenge challenge;
            challenge.version = protocol::oldestVersion - 1;
            const Bytes bytes = encode(protocol::ServerMessage(challenge));
            socket->sendBinaryMessage(QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
        });
        QVERIFY(makeOwnCart(profile(), "Groceries", {QStringLiteral("milk")}));
        {
            Desk desk(profile());
            QVERIFY(desk.open());
            const std::string url = "ws://127.0.0.1:" + std::to_string(old.serverPort());
            QVERIFY(desk.ask<bool>([url](EngineRoom &room) { return changeServer(room, url, {}).ok(); }));
        }
        QVERIFY(openProfile(profile()));
        QVERIFY(m_window->waitFor(Part::Button, "Action needed. The server speaks version 0 *whoever hosts it*"));
        QVERIFY(m_window->press(Part::CheckBox, "Tick milk")); // the cart goes on
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, bought, waiting to sync"));
        QVERIFY(m_window->press(Part::Button, "Action needed. *"));
        QVERIFY(m_window->waitFor(Part::StatusBar, "Action needed. *"));
    }
};

QTEST_MAIN(TestUiFaces)
#include "tst_uifaces.moc"
