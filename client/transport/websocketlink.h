#pragma once

#include "transport/certificateprobe.h"

#include <QObject>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>

#include <memory>

namespace evencart {

// One WebSocket connection to a server, made anew for each attempt: TLS with a pinned certificate, own connect deadline
// (Qt 6.4 stays in Connecting for ever with a mute server), binary messages only, limits set. Ends exactly once per
// attempt with closed().
//
// Pinning: the certificate is the only authority that is trusted for the connection. It is fetched in a first handshake
// that sends nothing, and accepted only if its SHA-256 is the fingerprint we hold; nothing of ours is sent to another
// server. Without a fingerprint the system's authorities decide. Lives on one thread.
class WebSocketLink : public QObject
{
    Q_OBJECT

public:
    explicit WebSocketLink(QObject *parent = nullptr);
    ~WebSocketLink() override;

    // REQUIRES: not open. `fingerprint` in hexadecimal, empty for none.
    void open(const QUrl &url, const std::string &fingerprint);
    void close(); // quietly: no closed() follows
    void send(const Bytes &message);
    bool isOpen() const { return m_open; }

Q_SIGNALS:
    void opened(const evencart::Fingerprint &server); // plainFingerprint on plain ws
    void received(const evencart::Bytes &message);
    void closed(const evencart::Error &reason);

private:
    void fetchCertificate(const std::string &fingerprint);
    void connectSocket();
    void finish(const Error &reason);
    void discard();

    QUrl m_url;
    QSslCertificate m_pinned;
    CertificateProbe m_probe;
    std::unique_ptr<QWebSocket> m_socket;
    QTimer m_deadline;
    bool m_open = false;
};

} // namespace evencart
