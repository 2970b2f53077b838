#include "demo/cable.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace evencart;

namespace {

// Says back what it hears.
class Echo : public QTcpServer
{
public:
    Echo()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *guest = nextPendingConnection()) {
                ++guests;
                connect(guest, &QTcpSocket::readyRead, guest, [guest] { guest->write(guest->readAll()); });
            }
        });
    }
    int guests = 0;
};

} // namespace

// A cable carries both ways, can be pulled at any moment, and does so in silence: its warnings stood between the
// sentences of a demonstration.
class TestCable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
        m_echo = std::make_unique<Echo>();
        QVERIFY(m_echo->listen(QHostAddress::LocalHost));
        m_cable = std::make_unique<Cable>();
        m_cable->leadTo(m_echo->serverPort());
        QVERIFY(m_cable->plug());
    }

    void bytesComeBack()
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_cable->port());
        socket.write("milk"); // before the far end is there
        QTRY_COMPARE(socket.bytesAvailable(), 4);
        QCOMPARE(socket.readAll(), QByteArray("milk"));
        socket.disconnectFromHost();
        QTRY_VERIFY(m_cable->findChildren<QTcpSocket *>().isEmpty());
    }
    void pulledItCutsOff()
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_cable->port());
        QTRY_COMPARE(m_echo->guests, 1);
        socket.write("milk");
        m_cable->pull();
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        const std::uint16_t port = m_cable->port();
        QVERIFY(m_cable->plug());
        QCOMPARE(m_cable->port(), port);
        socket.connectToHost(QHostAddress::LocalHost, port);
        socket.write("bread");
        QTRY_COMPARE(socket.bytesAvailable(), 5);
    }
    void pulledWhileItIsConnecting()
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_cable->port());
        QTRY_VERIFY(!m_cable->findChildren<QTcpSocket *>().isEmpty());
        m_cable->pull();
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    }
    void nobodyIsThere()
    {
        m_echo->close();
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_cable->port());
        socket.write("milk");
        QSignalSpy gone(&socket, &QTcpSocket::disconnected);
        QTRY_COMPARE(gone.size(), 1);
        QTRY_VERIFY(m_cable->findChildren<QTcpSocket *>().isEmpty());
    }
    void theServerGoesAway()
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_cable->port());
        QTRY_COMPARE(m_echo->guests, 1);
        m_echo.reset();
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    }

private:
    std::unique_ptr<Echo> m_echo;
    std::unique_ptr<Cable> m_cable;
};

QTEST_GUILESS_MAIN(TestCable)
#include "tst_cable.moc"
