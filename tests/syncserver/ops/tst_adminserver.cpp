#include "ops/adminserver.h"

#include <QTcpSocket>
#include <QTest>

using namespace evencart;
using namespace evencart::ops;
using namespace std::chrono_literals;

class TestAdminServer : public QObject
{
    Q_OBJECT

    struct Provider final : StatusProvider
    {
        StatusSnapshot now;
        StatusSnapshot status() override { return now; }
    };

    struct Server
    {
        Provider provider;
        Metrics metrics;
        AdminServer admin;
        explicit Server(AdminLimits limits = {}) : admin(provider, metrics, limits)
        {
            provider.now.isReady = true;
            provider.now.version = "1.2.3";
            started = admin.start(QHostAddress(QHostAddress::LocalHost), 0).ok();
        }
        bool started = false;
    };

    // Everything that the server says until it closes.
    static QByteArray ask(const Server &server, const QByteArray &request)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.admin.serverPort());
        socket.write(request);
        if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, test::patience))
            return "still open";
        return socket.readAll();
    }
    static QByteArray get(const Server &server, const QByteArray &path)
    {
        return ask(server, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

private Q_SLOTS:
    void saysWhetherItIsHealthyAndReady_data()
    {
        QTest::addColumn<bool>("isHealthy");
        QTest::addColumn<bool>("isReady");
        QTest::addColumn<int>("health");
        QTest::addColumn<int>("readiness");
        QTest::newRow("all is well") << true << true << 200 << 200;
        QTest::newRow("starting") << true << false << 200 << 503;
        QTest::newRow("broken") << false << true << 503 << 503;
    }
    void saysWhetherItIsHealthyAndReady()
    {
        QFETCH(bool, isHealthy);
        QFETCH(bool, isReady);
        QFETCH(int, health);
        QFETCH(int, readiness);
        Server server;
        QVERIFY(server.started);
        server.provider.now.isHealthy = isHealthy;
        server.provider.now.isReady = isReady;
        server.provider.now.reason = "the disk is full";
        QVERIFY(get(server, "/healthz").startsWith("HTTP/1.1 " + QByteArray::number(health)));
        const QByteArray ready = get(server, "/readyz?verbose=1");
        QVERIFY(ready.startsWith("HTTP/1.1 " + QByteArray::number(readiness)));
        QCOMPARE(ready.contains("the disk is full"), readiness == 503);
    }

    void servesMetrics()
    {
        Server server;
        server.metrics.counter("evencart_test_total", "Tests.").add(3);
        const QByteArray answer = get(server, "/metrics");
        QVERIFY(answer.startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(answer.contains("Content-Type: text/plain; version=0.0.4"));
        QVERIFY(answer.contains("\nevencart_test_total 3\n"));
    }

    void showsAPageThatEscapesWhatItIsTold()
    {
        Server server;
        server.provider.now.sections = {{"Carts", {{"open", "12"}, {"<script>", "a & b"}}}};
        const QByteArray page = get(server, "/");
        QVERIFY(page.startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(page.contains("Content-Security-Policy: default-src 'none'"));
        QVERIFY(page.contains("prefers-color-scheme: dark"));
        QVERIFY(page.contains("&lt;script&gt;") && !page.contains("<script>"));
        QVERIFY(page.contains("a &amp; b") && page.contains("1.2.3") && page.contains("Ready"));
        const auto body = page.mid(page.indexOf("\r\n\r\n") + 4);
        QVERIFY(page.contains("Content-Length: " + QByteArray::number(body.size()) + "\r\n"));
    }

    void headHasNoBody()
    {
        Server server;
        const QByteArray answer = ask(server, "HEAD /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QVERIFY(answer.startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(answer.endsWith("\r\n\r\n"));
    }

    void refusesEverythingElse_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::newRow("another path") << QByteArray("GET /admin HTTP/1.1\r\n\r\n") << 404;
        QTest::newRow("a path outside") << QByteArray("GET /../etc/passwd HTTP/1.1\r\n\r\n") << 404;
        QTest::newRow("a POST") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n") << 405;
        QTest::newRow("not HTTP") << QByteArray("hello\r\n\r\n") << 400;
        QTest::newRow("nothing") << QByteArray("\r\n\r\n") << 400;
        QTest::newRow("HTTP/2") << QByteArray("PRI * HTTP/2.0\r\n\r\n") << 400;
        QTest::newRow("a header too large") << QByteArray("GET / HTTP/1.1\r\nX: ") + QByteArray(9000, 'x') << 431;
        QTest::newRow("a name that a web page could own")
            << QByteArray("GET / HTTP/1.1\r\nHost: evil.example:8788\r\n\r\n") << 403;
        QTest::newRow("another address") << QByteArray("GET / HTTP/1.1\r\nHost: 192.0.2.1\r\n\r\n") << 403;
    }
    void refusesEverythingElse()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        Server server;
        const QByteArray answer = ask(server, request);
        QVERIFY2(answer.startsWith("HTTP/1.1 " + QByteArray::number(status)), answer.left(100).constData());
    }

    void answersToEveryLoopbackName_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::newRow("name") << QByteArray("localhost:8788");
        QTest::newRow("IPv4") << QByteArray("127.0.0.1:8788");
        QTest::newRow("IPv6") << QByteArray("[::1]:8788");
    }
    void answersToEveryLoopbackName()
    {
        QFETCH(QByteArray, host);
        Server server;
        QVERIFY(ask(server, "GET /healthz HTTP/1.1\r\nHost: " + host + "\r\n\r\n").startsWith("HTTP/1.1 200"));
    }

    void cutsWhoTakesTooLong()
    {
        AdminLimits limits;
        limits.deadline = 100ms;
        Server server(limits);
        QCOMPARE(ask(server, "GET / HT"), QByteArray());
    }

    void takesOnlySoManyAtOnce()
    {
        AdminLimits limits;
        limits.connections = 2;
        Server server(limits);
        std::vector<std::unique_ptr<QTcpSocket>> idle;
        for (int i = 0; i < 2; ++i) {
            idle.push_back(std::make_unique<QTcpSocket>());
            idle.back()->connectToHost(QHostAddress(QHostAddress::LocalHost), server.admin.serverPort());
            QVERIFY(idle.back()->waitForConnected());
        }
        QCOMPARE(get(server, "/healthz"), QByteArray());
        idle.clear();
        QTRY_VERIFY(get(server, "/healthz").startsWith("HTTP/1.1 200"));
    }

    void aTakenPortIsAnError()
    {
        Server server;
        Server other;
        AdminServer third(other.provider, other.metrics);
        const auto started = third.start(QHostAddress(QHostAddress::LocalHost), server.admin.serverPort());
        QVERIFY(!started.ok());
        QCOMPARE(started.error().code, ErrorCode::InUse);
    }
};

QTEST_GUILESS_MAIN(TestAdminServer)
#include "tst_adminserver.moc"
