#include "rawclient.h"
#include "testcore.h"

#include "net/servercertificate.h"

#include <QSignalSpy>
#include <QSslCertificate>
#include <QTemporaryDir>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

using namespace evencart;
using namespace evencart::net;
using namespace std::chrono_literals;

// What an honest client gets: messages in order, of every size, over ws and wss, and a clear end.
class TestNetServer : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::optional<ServerCertificate> m_certificate;

    void useTls(TestServer &server) { server.options.policy.tls = m_certificate->configuration(); }

    void connectTo(QWebSocket &socket, const TestServer &server, bool isEncrypted,
                   const QStringList &subprotocols = {QStringLiteral("evencart.v1")})
    {
        if (isEncrypted) {
            QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
            tls.setCaCertificates({m_certificate->configuration().localCertificate()});
            socket.setSslConfiguration(tls);
        }
        QWebSocketHandshakeOptions options;
        options.setSubprotocols(subprotocols);
        const QString scheme = isEncrypted ? QStringLiteral("wss") : QStringLiteral("ws");
        socket.open(QUrl(QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(server.server.port())), options);
    }

    static void eachTransport()
    {
        QTest::addColumn<bool>("isEncrypted");
        QTest::newRow("ws") << false;
        QTest::newRow("wss, the server's certificate as the only authority") << true;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto certificate = ServerCertificate::loadOrCreate(m_folder.filePath(QStringLiteral("tls.pem")).toStdString());
        QVERIFY(certificate.ok());
        m_certificate = std::move(*certificate);
    }

    void echoesMessagesOfEverySizeInOrder_data() { eachTransport(); }
    void echoesMessagesOfEverySizeInOrder()
    {
        QFETCH(bool, isEncrypted);
        TestServer server;
        if (isEncrypted)
            useTls(server);
        QVERIFY(server.start().ok());
        QWebSocket client;
        QList<QByteArray> received;
        connect(&client, &QWebSocket::binaryMessageReceived, this, [&](const QByteArray &m) { received.append(m); });
        connectTo(client, server, isEncrypted);
        QTRY_COMPARE(server.core.opened.load(), 1);
        QTRY_VERIFY(client.isValid()); // its side of the handshake may end later
        QCOMPARE(client.subprotocol(), QStringLiteral("evencart.v1"));
        QCOMPARE(server.core.lastInfo().isEncrypted, isEncrypted);
        QCOMPARE(server.core.lastInfo().address, std::string("127.0.0.1"));
        QVERIFY(server.core.lastInfo().isLoopback);

        QList<QByteArray> sent;
        for (const int size : {0, 1, 125, 126, 65535, 65536, 200000, 1280 * 1024})
            sent.append(QByteArray(size, static_cast<char>('a' + sent.size())));
        for (const QByteArray &message : sent)
            client.sendBinaryMessage(message);
        QTRY_COMPARE(received, sent);
        client.close();
        QTRY_COMPARE(server.core.closed.load(), 1);
        QCOMPARE(server.ended(EndCause::PeerLeft), std::uint64_t(1));
    }

    // Many whole messages per read, of a size that never fits the read buffer evenly: a socket with a full buffer must
    // go on reading once half of it is taken.
    void losesNothingOfALongBurst_data() { eachTransport(); }
    void losesNothingOfALongBurst()
    {
        QFETCH(bool, isEncrypted);
        TestServer server;
        if (isEncrypted)
            useTls(server);
        QVERIFY(server.start().ok());
        QWebSocket client;
        int received = 0;
        connect(&client, &QWebSocket::binaryMessageReceived, this, [&] { ++received; });
        connectTo(client, server, isEncrypted);
        QTRY_COMPARE(server.core.opened.load(), 1);
        QTRY_VERIFY(client.isValid());
        constexpr int count = 3000;
        for (int i = 0; i < count; ++i)
            client.sendBinaryMessage(QByteArray(7001, 'x'));
        QTRY_COMPARE_WITH_TIMEOUT(received, count, 20000);
    }

    void aClientThatAsksForNoSubprotocolIsWelcome()
    {
        TestServer server;
        QVERIFY(server.start().ok());
        QWebSocket client;
        connectTo(client, server, false, {});
        QTRY_COMPARE(server.core.opened.load(), 1);
        QTRY_VERIFY(client.isValid());
        QCOMPARE(client.subprotocol(), QString());
    }

    void anOriginMustBeOnTheList_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("isWelcome");
        QTest::newRow("none, as native clients") << QByteArray() << true;
        QTest::newRow("a listed one") << QByteArray("Origin: https://cart.example.org\r\n") << true;
        QTest::newRow("another") << QByteArray("Origin: https://evil.example\r\n") << false;
        QTest::newRow("a longer one") << QByteArray("Origin: https://cart.example.org.evil.example\r\n") << false;
        QTest::newRow("null") << QByteArray("Origin: null\r\n") << false;
    }
    void anOriginMustBeOnTheList()
    {
        QFETCH(QByteArray, header);
        QFETCH(bool, isWelcome);
        TestServer server;
        server.options.policy.allowedOrigins = QStringList{QStringLiteral("https://cart.example.org")};
        QVERIFY(server.start().ok());
        RawClient client(server.server.port());
        client.upgrade(header);
        if (isWelcome) {
            QTRY_VERIFY(client.isUpgraded());
        } else {
            QTRY_VERIFY(client.isGone());
            QVERIFY(client.answer().startsWith("HTTP/1.1 403"));
            QCOMPARE(server.core.opened.load(), 0);
        }
    }

    void aWrongCertificateIsNotAccepted()
    {
        TestServer server;
        const auto other =
            ServerCertificate::loadOrCreate(m_folder.filePath(QStringLiteral("other.pem")).toStdString());
        QVERIFY(other.ok());
        server.options.policy.tls = other->configuration();
        QVERIFY(server.start().ok());
        QWebSocket client;
        QSignalSpy errors(&client, &QWebSocket::sslErrors);
        connectTo(client, server, true);
        QTRY_VERIFY(errors.count() > 0);
        QTRY_COMPARE(server.ended(EndCause::BadHandshake), std::uint64_t(1));
        QCOMPARE(server.core.opened.load(), 0);
    }

    void sendsToManyAndToEachWorker()
    {
        TestServer server;
        server.core.onMessage = [&server](PeerGateway &gateway, PeerId, const Bytes &message) {
            gateway.sendToMany(server.core.peers(), std::make_shared<const Bytes>(message));
        };
        QVERIFY(server.start().ok());
        constexpr int count = 20;
        std::vector<std::unique_ptr<QWebSocket>> clients;
        int received = 0;
        for (int i = 0; i < count; ++i) {
            clients.push_back(std::make_unique<QWebSocket>());
            connect(clients.back().get(), &QWebSocket::binaryMessageReceived, this, [&] { ++received; });
            connectTo(*clients.back(), server, false);
        }
        QTRY_COMPARE(server.core.opened.load(), count);
        for (const auto &client : clients)
            QTRY_VERIFY(client->isValid());
        clients.front()->sendBinaryMessage(QByteArray(100, 'x'));
        clients.back()->sendBinaryMessage(QByteArray(100000, 'y'));
        QTRY_COMPARE(received, 2 * count);
        QCOMPARE(server.server.statistics().connections.load(), count);
        QCOMPARE(server.server.statistics().unauthenticated.load(), 0);
    }

    void theCoreClosesWithACodeAndAReason_data() { eachTransport(); }
    void theCoreClosesWithACodeAndAReason()
    {
        QFETCH(bool, isEncrypted);
        TestServer server;
        if (isEncrypted)
            useTls(server);
        server.core.onMessage = [](PeerGateway &gateway, PeerId peer, const Bytes &) {
            gateway.send(peer, std::make_shared<const Bytes>("last words"));
            gateway.close(peer, CloseCode::Forbidden, "membership withdrawn");
            gateway.send(peer, std::make_shared<const Bytes>("never"));
        };
        QVERIFY(server.start().ok());
        QWebSocket client;
        QList<QByteArray> received;
        connect(&client, &QWebSocket::binaryMessageReceived, this, [&](const QByteArray &m) { received.append(m); });
        QSignalSpy left(&client, &QWebSocket::disconnected);
        connectTo(client, server, isEncrypted);
        QTRY_COMPARE(server.core.opened.load(), 1);
        QTRY_VERIFY(client.isValid());
        client.sendBinaryMessage("hello");
        client.sendBinaryMessage("too late");
        QTRY_COMPARE(left.count(), 1);
        QCOMPARE(int(client.closeCode()), 4003);
        QCOMPARE(client.closeReason(), QStringLiteral("membership withdrawn"));
        QCOMPARE(received, (QList<QByteArray>{"last words"}));
        QTRY_COMPARE(server.core.closed.load(), 1);
        QCOMPARE(server.ended(EndCause::ClosedByServer), std::uint64_t(1));
    }

    void ticksWithoutAnyPeer()
    {
        TestServer server;
        server.options.tickInterval = 5ms;
        QVERIFY(server.start().ok());
        QTRY_VERIFY(server.core.ticks >= 3);
        QTRY_VERIFY(server.core.turns >= 3);
    }

    void postedTasksRunOnTheCoreThread()
    {
        TestServer server;
        QVERIFY(server.start().ok());
        std::atomic<bool> isElsewhere{false};
        const auto here = std::this_thread::get_id();
        server.server.post([&] { isElsewhere = std::this_thread::get_id() != here; });
        QTRY_VERIFY(isElsewhere.load());
    }

    void stoppingTellsEverybodyAndTheCore()
    {
        TestServer server;
        QVERIFY(server.start().ok());
        QWebSocket client;
        QSignalSpy left(&client, &QWebSocket::disconnected);
        connectTo(client, server, false);
        RawClient deaf(server.server.port()); // never answers the close frame
        deaf.upgrade();
        QTRY_COMPARE(server.core.opened.load(), 2);
        QTRY_VERIFY(client.isValid());
        server.options.policy.limits.closeGrace = 100ms;
        server.server.reconfigure(server.options.policy);
        server.server.stop();
        QCOMPARE(server.core.closed.load(), 2);
        QTRY_COMPARE(left.count(), 1);
        QCOMPARE(int(client.closeCode()), 1001);
        QCOMPARE(server.server.statistics().connections.load(), 0);
    }

    void aTakenPortIsAnError()
    {
        TestServer first;
        QVERIFY(first.start().ok());
        TestServer second;
        second.options.port = first.server.port();
        const auto started = second.start();
        QVERIFY(!started.ok());
        QCOMPARE(started.error().code, ErrorCode::InUse);
    }

    void newConnectionsUseTheNewPolicy()
    {
        TestServer server;
        QVERIFY(server.start().ok());
        RawClient before(server.server.port());
        before.upgrade("Origin: https://new.example\r\n");
        QTRY_VERIFY(before.isGone());
        server.options.policy.allowedOrigins = QStringList{QStringLiteral("https://new.example")};
        server.server.reconfigure(server.options.policy);
        RawClient after(server.server.port());
        after.upgrade("Origin: https://new.example\r\n");
        QTRY_VERIFY(after.isUpgraded());
    }

    void ipv6NeighboursCountAsOne()
    {
        PeerInfo one;
        one.address = "2001:db8:1:2::1";
        PeerInfo other;
        other.address = "2001:db8:1:2:ffff::9";
        PeerInfo stranger;
        stranger.address = "2001:db8:1:3::1";
        QCOMPARE(networkOf(one), networkOf(other));
        QVERIFY(networkOf(one) != networkOf(stranger));
        one.address = "192.0.2.7";
        QCOMPARE(networkOf(one), std::string("192.0.2.7"));
    }
};

QTEST_GUILESS_MAIN(TestNetServer)
#include "tst_netserver.moc"
