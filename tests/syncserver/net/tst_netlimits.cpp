#include "rawclient.h"
#include "residentmemory.h"
#include "testcore.h"

#include "net/servercertificate.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
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
        server.limits().authenticationDeadline = 120s;
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
        server.limits().authenticationDeadline = upgrades ? 3s : 150ms; // the time in which it is to upgrade, too
        server.core.authenticatesOnOpen = false;
        server.core.echoes = false;
        QVERIFY(server.start().ok());
        RawClient client(server.server.port());
        if (upgrades)
            QVERIFY(client.open());
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
        QVERIFY(client.open());
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
        QVERIFY(client.open());
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
        QVERIFY(client.open());
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
        QVERIFY(client.open());
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
        QVERIFY(client.open());
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
        QVERIFY(client.open());
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
        QVERIFY(client.open());
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
        QVERIFY(client.open());
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
        QVERIFY(client.open());
        client.socket().setReadBufferSize(1);
        const QByteArray pings = RawClient::frame(pingFrame, QByteArray(125, 'p')).repeated(1000);
        for (int i = 0; i < 100 && !client.isGone(); ++i)
            client.write(pings);
        QTRY_COMPARE(server.ended(EndCause::TooFast), std::uint64_t(1));
        QVERIFY(residentKibibytes() - before < 40 * 1024);
        honestClientGetsIn(server);
    }
};

QTEST_GUILESS_MAIN(TestNetLimits)
#include "tst_netlimits.moc"
