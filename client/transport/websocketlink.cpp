#include "transport/websocketlink.h"

#include "base/sha256.h"
#include "protocol/protocollimits.h"

#include <QMaskGenerator>
#include <QNetworkRequest>
#include <QRandomGenerator>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QWebSocketHandshakeOptions>

#include <algorithm>

namespace evencart {

namespace {

constexpr int connectMilliseconds = 10'000;
constexpr quint64 frameBytes = 64 * 1024;
constexpr quint64 mostFrameBytes = protocol::messageBytes;

// RFC 6455 asks for masks that cannot be predicted; Qt's own generator is not cryptographic
// (qdefaultmaskgenerator_p.cpp).
class SystemMaskGenerator final : public QMaskGenerator
{
public:
    bool seed() noexcept override { return true; }
    quint32 nextMask() noexcept override { return QRandomGenerator::system()->generate(); }
};

Hash256 fingerprintOf(const QSslCertificate &certificate)
{
    const QByteArray der = certificate.toDer();
    return sha256(ByteView(der.constData(), static_cast<std::size_t>(der.size())));
}

std::string textOf(const QString &text)
{
    return text.toStdString();
}

// Qt's reasons end with a full stop or not, and some begin with the name of a function.
std::string reasonFrom(QString text)
{
    while (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    const qsizetype name = text.indexOf(QStringLiteral("::"));
    const qsizetype behindName = text.indexOf(QStringLiteral(": "), name);
    return textOf(name > 0 && behindName > name ? text.mid(behindName + 2) : text);
}

Error unreachable(const QUrl &url, const QString &why)
{
    return {ErrorCode::Unreachable,
            "The server " + textOf(url.toString()) + " cannot be reached: " + reasonFrom(why) + "."};
}

// Qt has one error code for a server that is not there and for one that answers something else than a WebSocket's
// opening; its text tells them apart.
Error notOpened(const QUrl &url, const QString &why)
{
    if (!why.contains(QStringLiteral("Handshake")) && !why.contains(QStringLiteral("upgrade")))
        return unreachable(url, why);
    return {ErrorCode::Unreachable, "What answers at " + textOf(url.toString()) +
                                        " is no Evencart server: " + reasonFrom(why) + "; check the address."};
}

} // namespace

WebSocketLink::WebSocketLink(QObject *parent) : QObject(parent)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        finish({ErrorCode::Unreachable, "The server " + textOf(m_url.toString()) + " did not answer in time."});
    });
}

WebSocketLink::~WebSocketLink()
{
    discard();
}

void WebSocketLink::open(const QUrl &url, const std::string &fingerprint)
{
    discard();
    m_url = url;
    m_pinned = QSslCertificate();
    m_deadline.start(connectMilliseconds);
    if (url.scheme() == QStringLiteral("wss") && !fingerprint.empty())
        fetchCertificate(fingerprint);
    else
        connectSocket();
}

void WebSocketLink::fetchCertificate(const std::string &fingerprint)
{
    m_probe = std::make_unique<QSslSocket>();
    // Nothing is verified and nothing is sent in this handshake: it only shows the certificate, which is then held to
    // the fingerprint.
    m_probe->setPeerVerifyMode(QSslSocket::QueryPeer);
    connect(m_probe.get(), &QSslSocket::encrypted, this, [this, fingerprint] {
        const QSslCertificate shown = m_probe->peerCertificate();
        m_probe->disconnect(this);
        m_probe.release()->deleteLater();
        if (toHex(asBytes(fingerprintOf(shown))) != fingerprint) {
            finish({ErrorCode::Untrusted, "The server " + textOf(m_url.toString()) +
                                              " is not the one that this profile trusts: its certificate has another "
                                              "fingerprint. Nothing was sent "
                                              "to it. If the server was set up anew, ask its owner for the new "
                                              "fingerprint and use \"server set\"."});
            return;
        }
        m_pinned = shown;
        connectSocket();
    });
    connect(m_probe.get(), &QSslSocket::errorOccurred, this, [this] {
        if (m_probe->isEncrypted())
            return;
        finish(unreachable(m_url, m_probe->errorString()));
    });
    m_probe->connectToHostEncrypted(m_url.host(), static_cast<quint16>(m_url.port(443)));
}

void WebSocketLink::connectSocket()
{
    m_socket = std::make_unique<QWebSocket>();
    QWebSocket *socket = m_socket.get();
    static SystemMaskGenerator masks;
    socket->setMaskGenerator(&masks);
    socket->setMaxAllowedIncomingFrameSize(mostFrameBytes);
    socket->setMaxAllowedIncomingMessageSize(mostFrameBytes);
    socket->setOutgoingFrameSize(frameBytes);
    if (!m_pinned.isNull()) {
        QSslConfiguration tls = socket->sslConfiguration();
        tls.setCaCertificates({m_pinned});
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        socket->setSslConfiguration(tls);
        // A self-hosted server is reached by names and addresses that its certificate cannot all know. The pin says who
        // it is; this excuses the name alone, of exactly this certificate. Every other finding still ends the
        // connection.
        socket->ignoreSslErrors({QSslError(QSslError::HostNameMismatch, m_pinned)});
    }
    connect(socket, &QWebSocket::connected, this, [this] {
        m_deadline.stop();
        m_open = true;
        const QSslCertificate shown = m_url.scheme() == QStringLiteral("wss")
                                          ? m_socket->sslConfiguration().peerCertificate()
                                          : QSslCertificate();
        Q_EMIT opened(shown.isNull() ? plainFingerprint : fingerprintOf(shown));
    });
    connect(socket, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray &message) {
        Q_EMIT received(Bytes(message.constData(), static_cast<std::size_t>(message.size())));
    });
    connect(socket, &QWebSocket::textMessageReceived, this, [this] {
        finish({ErrorCode::Corrupt, "The server does not speak Evencart's protocol."});
    });
    connect(socket, &QWebSocket::disconnected, this, [this] {
        if (!m_open)
            return finish(notOpened(m_url, m_socket->errorString()));
        const QString reason = m_socket->closeReason();
        finish({ErrorCode::Unreachable, "The connection to the server ended" +
                                            (reason.isEmpty() ? std::string(".") : ": " + reasonFrom(reason) + ".")});
    });
    connect(socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, [this] {
        if (!m_open)
            finish(notOpened(m_url, m_socket->errorString()));
    });
    QNetworkRequest request(m_url);
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({QString::fromLatin1(protocol::subprotocol)});
    socket->open(request, options);
}

void WebSocketLink::send(const Bytes &message)
{
    if (m_socket && m_open)
        m_socket->sendBinaryMessage(QByteArray(message.data(), static_cast<qsizetype>(message.size())));
}

void WebSocketLink::close()
{
    if (m_socket && m_open) {
        // What was sent last still goes out: the socket lives on until it is closed.
        QWebSocket *socket = m_socket.release();
        socket->disconnect(this);
        connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
        socket->close();
    }
    discard();
}

void WebSocketLink::discard()
{
    m_deadline.stop();
    m_open = false;
    // We may be inside of a signal of theirs (qwebsocketdataprocessor.cpp reads on after a slot), so they die later.
    if (m_probe) {
        m_probe->disconnect(this);
        m_probe->abort();
        m_probe.release()->deleteLater();
    }
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket.release()->deleteLater();
    }
}

void WebSocketLink::finish(const Error &reason)
{
    const Error kept = reason;
    discard();
    Q_EMIT closed(kept);
}

} // namespace evencart
