#pragma once

#include "identity/credentials.h"

#include <QObject>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTimer>
#include <QUrl>

#include <memory>

namespace evencart {

// Looks at the certificate of a server: a TLS handshake in which nothing is verified and nothing of ours is sent.
// Whether to trust what it shows is decided elsewhere. Ends exactly once per start(), with shown() or failed(). One
// thread.
class CertificateProbe : public QObject
{
    Q_OBJECT

public:
    explicit CertificateProbe(QObject *parent = nullptr);
    ~CertificateProbe() override;

    // REQUIRES: a wss:// address
    void start(const QUrl &url, int timeoutMilliseconds);
    void cancel(); // quietly

Q_SIGNALS:
    // `vouchedFor`: a certificate authority of this system says that it belongs to this address.
    void shown(const QSslCertificate &certificate, bool vouchedFor);
    void failed(const evencart::Error &reason); // Unreachable

private:
    void fail(const QString &why);

    QUrl m_url;
    std::unique_ptr<QSslSocket> m_socket;
    QTimer m_deadline;
};

// SHA-256 of its DER form.
Fingerprint fingerprintOf(const QSslCertificate &certificate);

} // namespace evencart
