#include "rawclient.h"
#include "testcore.h"

#include "net/servercertificate.h"

#include <QFile>
#include <QSignalSpy>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QWebSocket>

using namespace evencart;
using namespace evencart::net;
using namespace std::chrono_literals;

namespace {

constexpr int binaryFrame = 0x82;
constexpr int textFrame = 0x81;
constexpr int openBinaryFrame = 0x02;
constexpr int openContinuation = 0x00;
constexpr int pingFrame = 0x89;

// A sanitizer keeps freed memory for a while, so only the plain build can judge by the resident size.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool canMeasureMemory = false;
#elif defined(__has_feature)
constexpr bool canMeasureMemory = !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer);
#else
constexpr bool canMeasureMemory = true;
#endif

qint64 residentKibibytes()
{
    if (!canMeasureMemory)
        return 0;
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

} // namespace

// What a stranger or a broken client can do to the server: every limit, and that an honest client still gets in.
class TestNetLimits : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::optional<ServerCertificate> m_certificate;

    void honestClientGetsIn(TestServer &server)
    {
        const bool isEncrypted = server.options.policy.tls.has_value();
        QWebSocket client;
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates({m_certificate->configuration().localCertificate()});
        client.setSslConfiguration(tls);
        QSignalSpy answers(&client, &QWebSocket::binaryMessageReceived);
        QSignalSpy opened(&client, &QWebSocket::connected);
        const QString scheme = isEncrypted ? QStringLiteral("wss") : QStringLiteral("ws");
        client.open(QUrl(QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(server.server.port())));
        QTRY_COMPARE(opened.count(), 1);
        client.sendBinaryMessage("still there?");
        QTRY_COMPARE(answers.count(), 1);
    }

    // Opens a raw connection up to the WebSocket and leaves it in `client`.
    static bool upgrade(RawClient &client)
    {
        client.upgrade();
        return QTest::qWaitFor([&] { return client.isUpgraded(); });
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto certificate = ServerCertificate::loadOrCreate(m_folder.filePath(QStringLiteral("tls.pem")).toStdString());
        QVERIFY(certificate.ok());
        m_certificate = std::move(*certificate);
    }

    // A stock QWebSocketServer in secure mode never accepts anybody again after this.
    void fortyHangUpsBeforeTheTlsHello()
    {
        TestServer server;
        server.options.policy.tls = m_certificate->configuration();
        QVERIFY(server.start().ok());
        for (int i = 0; i < 40; ++i) {
            RawClient client(server.server.port());
            QVERIFY(client.socket().waitForConnected());
            client.socket().abort();
        }
        honestClientGetsIn(server);
        QTRY_COMPARE(server.ended(EndCause::BadHandshake), std::uint64_t(40));
    }

    void idleConnectionsBeforeTheTlsHello()
    {
        TestServer server;
        server.options.policy.tls = m_certificate->configuration();
        QVERIFY(server.start().ok());
        std::vector<std::unique_ptr<RawClient>> idle;
        for (int i = 0; i < 100; ++i)
            idle.push_back(std::make_unique<RawClient>(server.server.port()));
        QTRY_COMPARE(server.server.statistics().connections.load(), 100);
        honestClientGetsIn(server);
    }

    void strangersMakePlaceForNewcomers()
    {
        TestServer server;
        server.limits().unauthenticated = 8;
        QVERIFY(server.start().ok());
        std::vector<std::unique_ptr<RawClient>> idle;
        for (int i = 0; i < 30; ++i)
            idle.push_back(std::make_unique<RawClient>(server.server.port()));
        QTRY_COMPARE(server.ended(EndCause::NotAuthenticated), std::uint64_t(22));
        QVERIFY(server.server.statistics().unauthenticated <= 8);
        honestClientGetsIn(server);
        QTRY_VERIFY(idle.front()->isGone());
        QVERIFY(!idle.back()->isGone());
    }

    void connectionsAboveTheCapAreClosedAtOnce()
    {
        TestServer server;
        server.limits().connections = 3;
        QVERIFY(server.start().ok());
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 5; ++i) {
            clients.push_back(std::make_unique<RawClient>(server.server.port()));
            QVERIFY(clients.back()->socket().waitForConnected());
        }
        QTRY_COMPARE(server.server.statistics().refusedTotal.load(), std::uint64_t(2));
        QTRY_VERIFY(clients.back()->isGone());
        clients.clear();
        QTRY_COMPARE(server.server.statistics().connections.load(), 0);
        honestClientGetsIn(server);
    }

    // Out of descriptors accept() fails in a busy loop; newcomers wait in the kernel's queue instead.
    void acceptingPausesBeforeDescriptorsRunOut()
    {
        TestServer server;
        server.options.mostDescriptors = 3;
        QVERIFY(server.start().ok());
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 5; ++i) {
            clients.push_back(std::make_unique<RawClient>(server.server.port()));
            clients.back()->upgrade();
        }
        QTRY_COMPARE(server.core.opened.load(), 3);
        QTRY_VERIFY(clients.back()->socket().state() == QAbstractSocket::ConnectedState);
        QVERIFY(server.server.statistics().connections == 3);
        clients.erase(clients.begin(), clients.begin() + 3);
        QTRY_COMPARE(server.core.opened.load(), 5);
        QCOMPARE(server.server.statistics().refusedTotal.load(), std::uint64_t(0));
    }

    void whoDoesNotAuthenticateInTimeIsClosed_data()
    {
        QTest::addColumn<QByteArray>("says");
        QTest::addColumn<bool>("upgrades");
        QTest::newRow("says nothing") << QByteArray() << false;
        QTest::newRow("half a request") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\n") << false;
        QTest::newRow("upgrades and stays silent") << QByteArray() << true;
        QTest::newRow("upgrades and talks without a credential") << RawClient::frame(binaryFrame, "hello") << true;
    }
    void whoDoesNotAuthenticateInTimeIsClosed()
    {
        QFETCH(QByteArray, says);
        QFETCH(bool, upgrades);
        TestServer server;
        server.limits().authenticationDeadline = 150ms;
        server.core.authenticatesOnOpen = false;
        server.core.echoes = false;
        QVERIFY(server.start().ok());
        RawClient client(server.server.port());
        if (upgrades)
            QVERIFY(upgrade(client));
        client.write(says);
        QTRY_VERIFY(client.isGone());
        if (upgrades)
            QCOMPARE(client.closeCode(), 4001);
        QTRY_COMPARE(server.ended(EndCause::NotAuthenticated), std::uint64_t(1));
    }

    void anEndlessHttpHeaderIsCut()
    {
        TestServer server;
        QVERIFY(server.start().ok());
        RawClient client(server.server.port());
        client.write("GET / HTTP/1.1\r\n");
        const QByteArray junk = "X-Junk: " + QByteArray(8000, 'x') + "\r\n";
        for (int i = 0; i < 500; ++i)
            client.write(junk);
        QTRY_VERIFY(client.isGone());
        QTRY_COMPARE(server.ended(EndCause::BadHandshake), std::uint64_t(1));
        honestClientGetsIn(server);
    }

    void whatIsNotHttpIsClosed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("an ordinary page request") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        QTest::newRow("a POST") << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello");
        QTest::newRow("a TLS hello") << QByteArray::fromHex("16030100a5010000a10303") + QByteArray(200, '\1') +
                                            "\r\n\r\n";
        QTest::newRow("noise") << QByteArray(3000, '\xff') + "\r\n\r\n";
    }
    void whatIsNotHttpIsClosed()
    {
        QFETCH(QByteArray, bytes);
        TestServer server;
        QVERIFY(server.start().ok());
        RawClient client(server.server.port());
        client.write(bytes);
        QTRY_VERIFY(client.isGone());
        QTRY_COMPARE(server.server.statistics().connections.load(), 0);
        QCOMPARE(server.core.opened.load(), 0);
    }

    void aStrangersMessageIsSmall()
    {
        TestServer server;
        server.core.authenticatesOnOpen = false;
        QVERIFY(server.start().ok());
        RawClient client(server.server.port());
        QVERIFY(upgrade(client));
        client.write(RawClient::frame(binaryFrame, QByteArray(4097, 'x')));
        QTRY_VERIFY(client.isGone());
        QCOMPARE(client.closeCode(), 1009);
        QCOMPARE(server.core.messages.load(), 0);
        QTRY_COMPARE(server.ended(EndCause::TooLarge), std::uint64_t(1));
    }

    void aMessageAboveTheLimitEndsIn1009()
    {
        TestServer server;
        server.limits().messageBytes = 100000;
        QVERIFY(server.start().ok());
        RawClient client(server.server.port());
        QVERIFY(upgrade(client));
        QTRY_COMPARE(server.server.statistics().unauthenticated.load(), 0);
        client.write(RawClient::frame(binaryFrame, QByteArray(5 * 1000 * 1000, 'x')));
        QTRY_VERIFY(client.isGone());
        QCOMPARE(client.closeCode(), 1009);
        QCOMPARE(server.core.messages.load(), 0);
    }

    void messagesInTooManyFramesEndIn1009()
    {
        TestServer server;
        QVERIFY(server.start().ok());
        RawClient client(server.server.port());
        QVERIFY(upgrade(client));
        client.write(RawClient::frame(openBinaryFrame, {}));
        for (int i = 0; i < 100000; ++i)
            client.write(RawClient::frame(openContinuation, {}));
        QTRY_VERIFY(client.isGone());
        QCOMPARE(client.closeCode(), 1009);
        QTRY_COMPARE(server.ended(EndCause::TooLarge), std::uint64_t(1));
    }

    void aMessageOf96FramesIsFine()
    {
        TestServer server;
        server.core.echoes = false;
        QVERIFY(server.start().ok());
        RawClient client(server.server.port());
        QVERIFY(upgrade(client));
        client.write(RawClient::frame(openBinaryFrame, "a"));
        for (int i = 0; i < 94; ++i)
            client.write(RawClient::frame(openContinuation, "b"));
        client.write(RawClient::frame(0x80, "c"));
        QTRY_COMPARE(server.core.messages.load(), 1);
        QCOMPARE(server.core.bytes.load(), std::uint64_t(96));
    }

    void textEndsIn1003()
    {
        TestServer server;
        QVERIFY(server.start().ok());
        RawClient client(server.server.port());
        QVERIFY(upgrade(client));
        client.write(RawClient::frame(textFrame, "{\"hello\":1}"));
        QTRY_VERIFY(client.isGone());
        QCOMPARE(client.closeCode(), 1003);
        QTRY_COMPARE(server.ended(EndCause::ProtocolViolation), std::uint64_t(1));
    }

    void nonsenseFramesEndIn1002()
    {
        TestServer server;
        QVERIFY(server.start().ok());
        RawClient client(server.server.port());
        QVERIFY(upgrade(client));
        client.write(QByteArray::fromHex("f37f") + QByteArray(1000, '\xff'));
        QTRY_VERIFY(client.isGone());
        QCOMPARE(client.closeCode(), 1002);
    }

    void tooManyMessagesEndIn4009()
    {
        TestServer server;
        server.core.echoes = false;
        server.limits().messagesPerSecond = 1;
        server.limits().messageBurst = 50;
        QVERIFY(server.start().ok());
        RawClient client(server.server.port());
        QVERIFY(upgrade(client));
        for (int i = 0; i < 200; ++i)
            client.write(RawClient::frame(binaryFrame, "x"));
        QTRY_VERIFY(client.isGone());
        QCOMPARE(client.closeCode(), 4009);
        QTRY_VERIFY(server.core.closed == 1);
        QVERIFY(server.core.messages >= 50 && server.core.messages <= 53);
    }

    void tooManyBytesEndIn4009()
    {
        TestServer server;
        server.core.echoes = false;
        server.limits().bytesPerSecond = 1000;
        server.limits().byteBurst = 100000;
        QVERIFY(server.start().ok());
        RawClient client(server.server.port());
        QVERIFY(upgrade(client));
        for (int i = 0; i < 50; ++i)
            client.write(RawClient::frame(binaryFrame, QByteArray(10000, 'x')));
        QTRY_VERIFY(client.isGone());
        QCOMPARE(client.closeCode(), 4009);
        QVERIFY(server.core.bytes <= 110000);
    }

    // A client that pings and never reads took 1.4 GiB of a server with no cap in four seconds.
    void aPingFloodIsCut()
    {
        TestServer server;
        QVERIFY(server.start().ok());
        const qint64 before = residentKibibytes();
        RawClient client(server.server.port());
        QVERIFY(upgrade(client));
        client.socket().setReadBufferSize(1);
        const QByteArray pings = RawClient::frame(pingFrame, QByteArray(125, 'p')).repeated(1000);
        for (int i = 0; i < 100 && !client.isGone(); ++i)
            client.write(pings);
        QTRY_COMPARE(server.ended(EndCause::TooFast), std::uint64_t(1));
        QVERIFY(residentKibibytes() - before < 40 * 1024);
        honestClientGetsIn(server);
    }

    void slowReaders_data()
    {
        QTest::addColumn<bool>("isEncrypted");
        QTest::newRow("ws") << false;
        QTest::newRow("wss, where bytesToWrite() shows nothing") << true;
    }

    // Asks for far more than it reads. The server may keep pendingOutputBytes for it and no more.
    void slowReaders()
    {
        QFETCH(bool, isEncrypted);
        TestServer server;
        if (isEncrypted)
            server.options.policy.tls = m_certificate->configuration();
        server.limits().pendingOutputBytes = 2 * 1024 * 1024;
        auto large = std::make_shared<const Bytes>(512 * 1024, 'x');
        server.core.onMessage = [large](PeerGateway &gateway, PeerId peer, const Bytes &) {
            for (int i = 0; i < 10; ++i)
                gateway.send(peer, large);
        };
        QVERIFY(server.start().ok());
        QSslSocket client;
        client.setPeerVerifyMode(QSslSocket::VerifyNone);
        client.setReadBufferSize(1024);
        if (isEncrypted)
            client.connectToHostEncrypted(QStringLiteral("127.0.0.1"), server.server.port());
        else
            client.connectToHost(QStringLiteral("127.0.0.1"), server.server.port());
        client.write("GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                     "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        QTRY_COMPARE(server.core.opened.load(), 1);
        const qint64 before = residentKibibytes();
        for (int i = 0; i < 20; ++i)
            client.write(RawClient::frame(binaryFrame, "more"));
        QTRY_COMPARE(server.ended(EndCause::TooSlow), std::uint64_t(1));
        QTRY_COMPARE(server.core.closed.load(), 1);
        QVERIFY(residentKibibytes() - before < 60 * 1024);
    }

    void whoTakesNothingForTooLongIsCut()
    {
        TestServer server;
        server.limits().slowReaderDeadline = 200ms;
        auto large = std::make_shared<const Bytes>(7 * 1024 * 1024, 'x');
        server.core.onMessage = [large](PeerGateway &gateway, PeerId peer, const Bytes &) {
            gateway.send(peer, large);
        };
        QVERIFY(server.start().ok());
        RawClient client(server.server.port());
        QVERIFY(upgrade(client));
        client.socket().setReadBufferSize(1024);
        client.write(RawClient::frame(binaryFrame, "more"));
        QTRY_COMPARE(server.ended(EndCause::TooSlow), std::uint64_t(1));
    }

    void aSlowButSteadyReaderGetsEverything()
    {
        TestServer server;
        server.limits().slowReaderDeadline = 500ms;
        auto large = std::make_shared<const Bytes>(7 * 1024 * 1024, 'x');
        server.core.onMessage = [large](PeerGateway &gateway, PeerId peer, const Bytes &) {
            gateway.send(peer, large);
        };
        QVERIFY(server.start().ok());
        RawClient client(server.server.port());
        QVERIFY(upgrade(client));
        client.socket().setReadBufferSize(64 * 1024);
        client.write(RawClient::frame(binaryFrame, "more"));
        qint64 received = 0;
        QTimer reader;
        connect(&reader, &QTimer::timeout, this, [&] { received += client.socket().read(64 * 1024).size(); });
        reader.start(2);
        QTRY_VERIFY_WITH_TIMEOUT(received > 7 * 1024 * 1024, 20000);
        QCOMPARE(server.ended(EndCause::TooSlow), std::uint64_t(0));
    }

    void aMessageThatNeverEndsIsClosed()
    {
        TestServer server;
        server.limits().messageDeadline = 150ms;
        QVERIFY(server.start().ok());
        RawClient client(server.server.port());
        QVERIFY(upgrade(client));
        client.write(RawClient::frame(binaryFrame, QByteArray(1000, 'x')).left(500));
        QTRY_VERIFY(client.isGone());
        QCOMPARE(client.closeCode(), 4008);
    }

    void aSilentPeerIsPingedAndThenCut()
    {
        TestServer server;
        server.limits().pingAfter = 50ms;
        server.limits().deadAfter = 300ms;
        QVERIFY(server.start().ok());
        RawClient dead(server.server.port()); // never answers a ping
        QVERIFY(upgrade(dead));
        QWebSocket living;
        living.open(QUrl(QStringLiteral("ws://127.0.0.1:%1").arg(server.server.port())));
        QTRY_COMPARE(server.ended(EndCause::Dead), std::uint64_t(1));
        QVERIFY(dead.answer().contains(QByteArray::fromHex("8900")));
        QCOMPARE(living.state(), QAbstractSocket::ConnectedState);
    }

    void aFloodWaitsForABusyCore_data()
    {
        QTest::addColumn<bool>("isEncrypted");
        QTest::newRow("ws") << false;
        QTest::newRow("wss") << true;
    }

    // The core is busy; a peer sends on. The queue stays within the peer's budget, and nothing is lost when the core
    // returns.
    void aFloodWaitsForABusyCore()
    {
        QFETCH(bool, isEncrypted);
        constexpr int count = 2000;
        constexpr int size = 10000;
        TestServer server;
        if (isEncrypted)
            server.options.policy.tls = m_certificate->configuration();
        server.core.echoes = false;
        server.limits().receiveQueueBytes = 1024 * 1024;
        server.limits().messageBytes = 100 * 1024;
        QVERIFY(server.start().ok());
        QWebSocket client;
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates({m_certificate->configuration().localCertificate()});
        client.setSslConfiguration(tls);
        const QString scheme = isEncrypted ? QStringLiteral("wss") : QStringLiteral("ws");
        client.open(QUrl(QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(server.server.port())));
        QTRY_COMPARE(server.core.opened.load(), 1);
        QTRY_COMPARE(server.server.statistics().unauthenticated.load(), 0);

        std::unique_lock busy(server.core.blocker);
        for (int i = 0; i < count; ++i)
            client.sendBinaryMessage(QByteArray(size, 'x'));
        const NetStatistics &statistics = server.server.statistics();
        QTRY_VERIFY(statistics.readingPaused > 0);
        for (int i = 0; i < 50; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        QVERIFY2(statistics.receiveQueueBytes < 1400 * 1024, qPrintable(QString::number(statistics.receiveQueueBytes)));
        busy.unlock();
        QTRY_COMPARE_WITH_TIMEOUT(server.core.messages.load(), count, 20000);
        QTRY_COMPARE(statistics.receiveQueueBytes.load(), 0);
        QCOMPARE(client.state(), QAbstractSocket::ConnectedState);
    }
};

QTEST_GUILESS_MAIN(TestNetLimits)
#include "tst_netlimits.moc"
