#include "rawclient.h"
#include "residentmemory.h"
#include "testcore.h"

#include "net/servercertificate.h"

#include <QElapsedTimer>
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

} // namespace

// Peers that are slow, silent, or faster than the core: what the server keeps for them, and for how long.
class TestSlowPeers : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::optional<ServerCertificate> m_certificate;

private Q_SLOTS:
    void initTestCase()
    {
        auto certificate = ServerCertificate::loadOrCreate(m_folder.filePath(QStringLiteral("tls.pem")).toStdString());
        QVERIFY(certificate.ok());
        m_certificate = std::move(*certificate);
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
        QVERIFY(client.open());
        client.socket().setReadBufferSize(1024);
        client.write(RawClient::frame(binaryFrame, "more"));
        QTRY_COMPARE(server.ended(EndCause::TooSlow), std::uint64_t(1));
    }

    void aSlowButSteadyReaderGetsEverything()
    {
        TestServer server;
        server.limits().slowReaderDeadline = 2s;
        auto large = std::make_shared<const Bytes>(7 * 1024 * 1024, 'x');
        server.core.onMessage = [large](PeerGateway &gateway, PeerId peer, const Bytes &) {
            gateway.send(peer, large);
        };
        QVERIFY(server.start().ok());
        RawClient client(server.server.port());
        QVERIFY(client.open());
        client.socket().setReadBufferSize(64 * 1024);
        client.write(RawClient::frame(binaryFrame, "more"));
        qint64 received = 0;
        QTimer reader;
        connect(&reader, &QTimer::timeout, this, [&] { received += client.socket().read(64 * 1024).size(); });
        QElapsedTimer lasted;
        lasted.start();
        reader.start(30);
        QTRY_VERIFY(received > 7 * 1024 * 1024);
        QVERIFY(lasted.elapsed() > server.limits().slowReaderDeadline.count()); // else it shows nothing
        QCOMPARE(server.ended(EndCause::TooSlow), std::uint64_t(0));
    }

    void aMessageThatNeverEndsIsClosed()
    {
        TestServer server;
        server.limits().messageDeadline = 150ms;
        QVERIFY(server.start().ok());
        RawClient client(server.server.port());
        QVERIFY(client.open());
        client.write(RawClient::frame(binaryFrame, QByteArray(1000, 'x')).left(500));
        QTRY_VERIFY(client.isGone());
        QCOMPARE(client.closeCode(), 4008);
    }

    void aSilentPeerIsPingedAndThenCut()
    {
        TestServer server;
        server.limits().pingAfter = 200ms;
        server.limits().deadAfter = 3s;
        QVERIFY(server.start().ok());
        QWebSocket living;
        living.open(QUrl(QStringLiteral("ws://127.0.0.1:%1").arg(server.server.port())));
        QTRY_VERIFY(living.isValid());
        RawClient dead(server.server.port()); // never answers a ping
        QVERIFY(dead.open());
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
        QTRY_VERIFY(client.isValid()); // before that it drops what it is to send

        std::unique_lock busy(server.core.blocker);
        for (int i = 0; i < count; ++i)
            client.sendBinaryMessage(QByteArray(size, 'x'));
        const NetStatistics &statistics = server.server.statistics();
        QTRY_VERIFY(statistics.readingPaused > 0);
        for (int i = 0; i < 50; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        QVERIFY2(statistics.receiveQueueBytes < 1400 * 1024, qPrintable(QString::number(statistics.receiveQueueBytes)));
        busy.unlock();
        QTRY_COMPARE(server.core.messages.load(), count);
        QTRY_COMPARE(statistics.receiveQueueBytes.load(), 0);
        QCOMPARE(client.state(), QAbstractSocket::ConnectedState);
    }
};

QTEST_GUILESS_MAIN(TestSlowPeers)
#include "tst_slowpeers.moc"
