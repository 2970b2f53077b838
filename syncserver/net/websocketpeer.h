#pragma once

#include "net/cappedsocket.h"
#include "net/closecode.h"
#include "net/netlimits.h"
#include "net/netstatistics.h"
#include "net/peerhandler.h"
#include "net/receivebudget.h"
#include "net/tokenbucket.h"

#include <QObject>
#include <QSslConfiguration>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>
#include <string>

class QWebSocket;
class QWebSocketCorsAuthenticator;
class QWebSocketServer;

namespace evencart::net {

// How connections are treated; shared and never changed, so that a new configuration is a new object.
struct ConnectionPolicy
{
    NetLimits limits;
    std::optional<QSslConfiguration> tls; // nothing: plain ws
    QStringList allowedOrigins;           // of browsers; everybody else sends none
};

// A connection that the listener has accepted and no worker has yet taken.
struct AcceptedConnection
{
    qintptr descriptor;
    PeerId id;
    PeerInfo info;
    std::shared_ptr<const ConnectionPolicy> policy;
};

class WebSocketPeer;

// What a peer tells its worker. Called from inside Qt's parsing code: nothing may be deleted in them.
class PeerSink
{
public:
    virtual void opened(WebSocketPeer &peer) = 0;
    virtual void received(WebSocketPeer &peer, Bytes message) = 0;
    virtual void ended(WebSocketPeer &peer, EndCause cause) = 0; // exactly once, also for one that never opened

protected:
    ~PeerSink() = default;
};

// One connection from accept to its end: TLS, HTTP upgrade, messages, close. Not the protocol: it does not look into
// messages.
//
// Owned by its WorkerLoop, lives in the worker's thread, and is deleted with deleteLater() only. Its deadlines are
// looked at in sweep(), so ten thousand peers need no ten thousand timers.
//
//   Encrypting → Upgrading → Open → Closing → Ended      (plain ws starts at Upgrading; every state may jump to Ended)
//
// Built around the following of Qt WebSockets 6.4: handshakes that hold a server's accept slots for ever (own accept
// loop, a QWebSocketServer per handshake that never listens); 2 GB default limits; a read buffer below the largest
// frame; endless empty fragments; unanswered pings' unbounded pongs; a write buffer without limit, and TLS hiding it
// (CappedSocket); close() that resets the connection or waits for ever; a handshake timeout that is counted three
// times; 800 KiB of HTTP header; every Origin allowed; no TCP_NODELAY and no keep-alive on server sockets; moveToThread
// leaving the inner socket behind; use after free when a slot deletes the socket. Left as they are: unmasked client
// frames are accepted; a frame that makes no progress for 5 s is closed with 1001.
class WebSocketPeer final : public QObject, private CappedSocketOwner
{
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    WebSocketPeer(AcceptedConnection connection, NetStatistics &statistics, PeerSink &sink, QObject *parent);
    ~WebSocketPeer() override;

    // Takes the descriptor. May call ended().
    void start();

    PeerId id() const { return m_connection.id; }
    const PeerInfo &info() const { return m_connection.info; }
    const NetLimits &limits() const { return m_connection.policy->limits; }
    bool isAuthenticated() const { return m_isAuthenticated; }
    bool isWritable() const { return m_state == State::Open && !m_output->isShut(); }
    bool wasOpened() const { return m_webSocket != nullptr; }
    const std::shared_ptr<ReceiveBudget> &budget() const { return m_budget; }
    std::int64_t pendingOutput() const;

    void send(const QByteArray &frames); // of encodeBinaryMessage; queued until flush()
    void flush();
    void setAuthenticated();
    void close(CloseCode code, const std::string &reason, EndCause cause = EndCause::ClosedByServer);
    void cut(EndCause cause); // at once, from the next pass of the loop on
    void pauseReading();
    void resumeReading();

    // Looks at every deadline. `outputLimit` is what may wait for an authenticated peer as things are.
    void sweep(TimePoint now, std::int64_t outputLimit);

private:
    enum class State
    {
        Encrypting,
        Upgrading,
        Open,
        Closing,
        Ended
    };

    template <typename Socket>
    void makeSocket();
    void beginEncryption();
    void beginUpgrade();
    void judgeOrigin(QWebSocketCorsAuthenticator *authenticator) const;
    void upgraded();
    void connectWebSocket();
    void applyMessageLimits();

    void bytesArrived();
    void discardInput();
    void frameArrived(const QByteArray &payload, bool isLast);
    void messageArrived(const QByteArray &message);
    void controlFrameArrived();
    void pongArrived();
    void sendPing();
    void bytesLeft();
    void webSocketClosing();
    void shutDownWhenFlushed();
    void end();

    void sweepOpen(TimePoint now);
    void watchPartialMessage(TimePoint now);

    void outputOverflowed() override;
    void controlReplyWritten() override;
    void lingerStarted() override;

    AcceptedConnection m_connection;
    NetStatistics &m_statistics;
    PeerSink &m_sink;
    std::shared_ptr<ReceiveBudget> m_budget = std::make_shared<ReceiveBudget>();

    State m_state = State::Upgrading;
    EndCause m_cause = EndCause::PeerLeft;
    bool m_isCauseSet = false;
    bool m_isAuthenticated = false;
    bool m_isReadingPaused = false;
    int m_framesOfMessage = 0;
    int m_pongsAwaited = 0;

    QTcpSocket *m_socket = nullptr;       // a child
    CappedOutput *m_output = nullptr;     // the same object
    QWebSocketServer *m_server = nullptr; // a child, during the upgrade only
    QWebSocket *m_webSocket = nullptr;    // a child; writes to m_socket

    TokenBucket m_messageTokens;
    TokenBucket m_byteTokens;
    TokenBucket m_controlTokens;

    TimePoint m_acceptedAt;
    TimePoint m_receivedAt;
    TimePoint m_pingedAt;
    TimePoint m_outputMovedAt;
    TimePoint m_closingAt;
    std::optional<TimePoint> m_partialSince; // an unfinished message
};

} // namespace evencart::net
