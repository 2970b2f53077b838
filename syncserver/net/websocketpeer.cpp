#include "net/websocketpeer.h"

#include "net/socketoptions.h"

#include <QWebSocket>
#include <QWebSocketCorsAuthenticator>
#include <QWebSocketServer>

#include <algorithm>
#include <cassert>
#include <sys/socket.h>
#include <unistd.h>

namespace evencart::net {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t longestFrameHeader = 14;
constexpr qsizetype worthSharing = 16 * 1024; // below it a copy is cheaper than a separate write

const QString &subprotocol()
{
    static const QString name = QStringLiteral("evencart.v1");
    return name;
}

} // namespace

WebSocketPeer::WebSocketPeer(AcceptedConnection connection, NetStatistics &statistics, PeerSink &sink, QObject *parent)
    : QObject(parent), m_connection(std::move(connection)), m_statistics(statistics), m_sink(sink),
      m_messageTokens(limits().messagesPerSecond, limits().messageBurst, Clock::now()),
      m_byteTokens(limits().bytesPerSecond, limits().byteBurst, Clock::now()),
      m_controlTokens(limits().controlFramesPerSecond, limits().controlFrameBurst, Clock::now()),
      m_acceptedAt(Clock::now()), m_receivedAt(m_acceptedAt), m_pingedAt(m_acceptedAt), m_outputMovedAt(m_acceptedAt),
      m_closingAt(m_acceptedAt)
{
    if (m_connection.policy->tls)
        makeSocket<QSslSocket>();
    else
        makeSocket<QTcpSocket>();
}

WebSocketPeer::~WebSocketPeer()
{
    m_socket->disconnect(this);
    // Before the socket, which it still points at.
    delete m_webSocket;
    delete m_server;
}

template <typename Socket>
void WebSocketPeer::makeSocket()
{
    auto *socket = new CappedSocket<Socket>(*this, limits().unauthenticatedOutputBytes, this);
    m_socket = socket;
    m_output = socket;
    if constexpr (std::is_base_of_v<QSslSocket, Socket>)
        connect(socket, &QSslSocket::encryptedBytesWritten, this, &WebSocketPeer::bytesLeft);
    else
        connect(socket, &QTcpSocket::bytesWritten, this, &WebSocketPeer::bytesLeft);
}

void WebSocketPeer::start()
{
    setServerSocketOptions(m_connection.descriptor);
    m_socket->setReadBufferSize(limits().handshakeBytes + 1);
    if (!m_socket->setSocketDescriptor(m_connection.descriptor)) {
        ::close(static_cast<int>(m_connection.descriptor));
        m_cause = EndCause::BadHandshake;
        end();
        return;
    }
    connect(m_socket, &QTcpSocket::readyRead, this, &WebSocketPeer::bytesArrived);
    connect(m_socket, &QTcpSocket::disconnected, this, &WebSocketPeer::end);
    if (m_connection.policy->tls)
        beginEncryption();
    else
        beginUpgrade();
}

void WebSocketPeer::beginEncryption()
{
    m_state = State::Encrypting;
    auto *socket = static_cast<QSslSocket *>(m_socket);
    socket->setSslConfiguration(*m_connection.policy->tls);
    connect(socket, &QSslSocket::encrypted, this, &WebSocketPeer::beginUpgrade);
    socket->startServerEncryption();
}

void WebSocketPeer::beginUpgrade()
{
    m_state = State::Upgrading;
    m_server = new QWebSocketServer(QStringLiteral("evencart"), QWebSocketServer::NonSecureMode, this);
    m_server->setSupportedSubprotocols({subprotocol()});
    connect(m_server, &QWebSocketServer::originAuthenticationRequired, this, &WebSocketPeer::judgeOrigin);
    connect(m_server, &QWebSocketServer::newConnection, this, &WebSocketPeer::upgraded);
    m_server->handleConnection(m_socket);
}

void WebSocketPeer::judgeOrigin(QWebSocketCorsAuthenticator *authenticator) const
{
    const QString origin = authenticator->origin();
    authenticator->setAllowed(origin.isEmpty() || m_connection.policy->allowedOrigins.contains(origin));
}

void WebSocketPeer::upgraded()
{
    m_webSocket = m_server->nextPendingConnection();
    m_webSocket->setParent(this);
    m_server->deleteLater(); // we are inside one of its functions
    m_server = nullptr;
    m_state = State::Open;
    applyMessageLimits();
    connectWebSocket();
    m_sink.opened(*this);
}

void WebSocketPeer::connectWebSocket()
{
    // Again, so that it comes after QWebSocket's own slot: see watchPartialMessage().
    disconnect(m_socket, &QTcpSocket::readyRead, this, nullptr);
    connect(m_socket, &QTcpSocket::readyRead, this, &WebSocketPeer::bytesArrived);
    connect(m_webSocket, &QWebSocket::binaryFrameReceived, this, &WebSocketPeer::frameArrived);
    connect(m_webSocket, &QWebSocket::binaryMessageReceived, this, &WebSocketPeer::messageArrived);
    connect(m_webSocket, &QWebSocket::textFrameReceived, this,
            [this] { close(CloseCode::Unsupported, "binary messages only", EndCause::ProtocolViolation); });
    connect(m_webSocket, &QWebSocket::pong, this, &WebSocketPeer::pongArrived);
    connect(m_webSocket, &QWebSocket::aboutToClose, this, &WebSocketPeer::webSocketClosing);
}

void WebSocketPeer::applyMessageLimits()
{
    const std::int64_t most = m_isAuthenticated ? limits().messageBytes : limits().unauthenticatedMessageBytes;
    m_webSocket->setMaxAllowedIncomingFrameSize(static_cast<quint64>(most));
    m_webSocket->setMaxAllowedIncomingMessageSize(static_cast<quint64>(most));
    // A frame must fit whole, or it can never be completed.
    if (!m_isReadingPaused)
        m_socket->setReadBufferSize(most + longestFrameHeader);
}

void WebSocketPeer::setAuthenticated()
{
    if (m_state != State::Open || m_isAuthenticated)
        return;
    m_isAuthenticated = true;
    m_output->setPendingLimit(limits().pendingOutputBytes);
    applyMessageLimits();
}

void WebSocketPeer::bytesArrived()
{
    m_receivedAt = Clock::now();
    if (m_state == State::Upgrading && m_socket->bytesAvailable() > limits().handshakeBytes)
        cut(EndCause::BadHandshake);
    else if (m_state == State::Open)
        watchPartialMessage(m_receivedAt);
    else if (m_state == State::Closing)
        discardInput();
}

void WebSocketPeer::discardInput()
{
    if (m_socket->isOpen())
        m_socket->skip(m_socket->bytesAvailable());
}

// QWebSocket has read what it could before this is called; what is left is an unfinished frame.
void WebSocketPeer::watchPartialMessage(TimePoint now)
{
    const bool isPartial = m_framesOfMessage > 0 || m_socket->bytesAvailable() > 0;
    if (!isPartial)
        m_partialSince.reset();
    else if (!m_partialSince)
        m_partialSince = now;
}

void WebSocketPeer::frameArrived(const QByteArray &payload, bool isLast)
{
    if (m_state != State::Open)
        return;
    m_framesOfMessage = isLast ? 0 : m_framesOfMessage + 1;
    if (m_framesOfMessage >= limits().framesPerMessage)
        close(CloseCode::TooLarge, "too many frames in one message", EndCause::TooLarge);
    else if (!m_byteTokens.take(static_cast<double>(payload.size()), Clock::now()))
        close(CloseCode::TooFast, "too many bytes per second", EndCause::TooFast);
}

void WebSocketPeer::messageArrived(const QByteArray &message)
{
    if (m_state != State::Open)
        return;
    m_partialSince.reset();
    if (!m_messageTokens.take(1, Clock::now())) {
        close(CloseCode::TooFast, "too many messages per second", EndCause::TooFast);
        return;
    }
    m_statistics.messagesReceived.fetch_add(1, std::memory_order_relaxed);
    m_statistics.bytesReceived.fetch_add(static_cast<std::uint64_t>(message.size()), std::memory_order_relaxed);
    m_sink.received(*this, Bytes(message.constData(), static_cast<std::size_t>(message.size())));
}

void WebSocketPeer::controlFrameArrived()
{
    if (m_state == State::Open && !m_controlTokens.take(1, Clock::now()))
        close(CloseCode::TooFast, "too many control frames per second", EndCause::TooFast);
}

void WebSocketPeer::pongArrived()
{
    if (m_pongsAwaited > 0)
        --m_pongsAwaited;
    else
        controlFrameArrived();
}

void WebSocketPeer::sendPing()
{
    ++m_pongsAwaited;
    m_webSocket->ping();
}

void WebSocketPeer::controlReplyWritten()
{
    controlFrameArrived();
}

void WebSocketPeer::outputOverflowed()
{
    cut(EndCause::TooSlow);
}

std::int64_t WebSocketPeer::pendingOutput() const
{
    return m_output->pendingBytes();
}

void WebSocketPeer::send(const QByteArray &frames)
{
    if (!isWritable())
        return;
    if (m_output->pendingBytes() == 0)
        m_outputMovedAt = Clock::now();
    m_statistics.bytesSent.fetch_add(static_cast<std::uint64_t>(frames.size()), std::memory_order_relaxed);
    m_statistics.messagesSent.fetch_add(1, std::memory_order_relaxed);
    // Between two calls of ours QWebSocket has never written half a frame, so writing past it is safe.
    if (frames.size() < worthSharing)
        m_socket->write(frames.constData(), frames.size());
    else
        m_socket->write(frames);
}

void WebSocketPeer::flush()
{
    if (m_state == State::Open)
        m_socket->flush();
}

void WebSocketPeer::bytesLeft()
{
    m_outputMovedAt = Clock::now();
    if (m_state == State::Closing)
        shutDownWhenFlushed();
}

void WebSocketPeer::close(CloseCode code, const std::string &reason, EndCause cause)
{
    if (m_state != State::Open) {
        if (m_state != State::Closing)
            cut(cause);
        return;
    }
    m_cause = cause;
    m_isCauseSet = true;
    m_webSocket->close(static_cast<QWebSocketProtocol::CloseCode>(number(code)), QString::fromStdString(reason));
}

// Ours, the peer's or the parser's: QWebSocket has just written a close frame.
void WebSocketPeer::webSocketClosing()
{
    const auto code = m_webSocket->closeCode();
    if (!m_isCauseSet && code != QWebSocketProtocol::CloseCodeNormal && code != QWebSocketProtocol::CloseCodeGoingAway)
        m_cause = code == QWebSocketProtocol::CloseCodeTooMuchData ? EndCause::TooLarge : EndCause::ProtocolViolation;
    m_isCauseSet = true;
    m_output->lingerOnNextClose();
}

void WebSocketPeer::lingerStarted()
{
    m_state = State::Closing;
    m_closingAt = Clock::now();
    disconnect(m_socket, &QIODevice::readyRead, m_webSocket, nullptr);
    m_socket->setReadBufferSize(0);
    discardInput();
    m_socket->flush();
    shutDownWhenFlushed();
}

// The end of our side; the peer closes when it has seen it, and the sweep cuts one that does not.
void WebSocketPeer::shutDownWhenFlushed()
{
    if (m_output->pendingBytes() == 0)
        ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
}

void WebSocketPeer::cut(EndCause cause)
{
    if (m_state == State::Ended)
        return;
    if (!m_isCauseSet)
        m_cause = cause;
    m_isCauseSet = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_socket->abort();
            end();
        },
        Qt::QueuedConnection);
}

void WebSocketPeer::end()
{
    if (m_state == State::Ended)
        return;
    const bool wasHandshaking = m_state == State::Encrypting || m_state == State::Upgrading;
    m_state = State::Ended;
    m_sink.ended(*this, wasHandshaking && !m_isCauseSet ? EndCause::BadHandshake : m_cause);
}

void WebSocketPeer::pauseReading()
{
    if (m_state != State::Open || m_isReadingPaused)
        return;
    m_isReadingPaused = true;
    m_statistics.readingPaused.fetch_add(1, std::memory_order_relaxed);
    m_socket->setReadBufferSize(1);
}

void WebSocketPeer::resumeReading()
{
    if (m_state != State::Open || !m_isReadingPaused)
        return;
    m_isReadingPaused = false;
    m_partialSince.reset();
    m_receivedAt = Clock::now();
    applyMessageLimits();
    // SUBTLE: QSslSocket decrypts what it already holds only when something is written or arrives; a ping makes it
    // look.
    if (info().isEncrypted) {
        sendPing();
        m_socket->flush();
    }
}

void WebSocketPeer::sweep(TimePoint now, std::int64_t outputLimit)
{
    if (m_state == State::Ended)
        return;
    if (m_state == State::Closing) {
        if (now - m_closingAt >= limits().closeGrace)
            cut(m_cause);
    } else if (!m_isAuthenticated && now - m_acceptedAt >= limits().authenticationDeadline) {
        close(CloseCode::AuthenticationFailed, "too slow to authenticate", EndCause::NotAuthenticated);
    } else if (m_state == State::Open) {
        if (m_isAuthenticated)
            m_output->setPendingLimit(outputLimit);
        sweepOpen(now);
    }
}

void WebSocketPeer::sweepOpen(TimePoint now)
{
    if (pendingOutput() > 0 && now - m_outputMovedAt >= limits().slowReaderDeadline) {
        cut(EndCause::TooSlow);
        return;
    }
    if (m_isReadingPaused)
        return;
    if (m_partialSince && now - *m_partialSince >= limits().messageDeadline) {
        close(CloseCode::TooSlow, "message took too long", EndCause::TooSlow);
    } else if (now - m_receivedAt >= limits().deadAfter) {
        cut(EndCause::Dead);
    } else if (now - std::max(m_receivedAt, m_pingedAt) >= limits().pingAfter) {
        m_pingedAt = now;
        sendPing();
    }
}

} // namespace evencart::net
