#include "transport/certificateprobe.h"

#include "base/sha256.h"

namespace evencart {

CertificateProbe::CertificateProbe(QObject *parent) : QObject(parent)
{
    m_deadline.setParent(this);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail(QStringLiteral("it did not answer in time")); });
}

CertificateProbe::~CertificateProbe()
{
    cancel();
}

void CertificateProbe::start(const QUrl &url, int timeoutMilliseconds)
{
    cancel();
    m_url = url;
    m_socket = std::make_unique<QSslSocket>();
    m_socket->setPeerVerifyMode(QSslSocket::QueryPeer);
    connect(m_socket.get(), &QSslSocket::encrypted, this, [this] {
        const QSslCertificate certificate = m_socket->peerCertificate();
        const bool vouchedFor = m_socket->sslHandshakeErrors().isEmpty();
        cancel();
        Q_EMIT shown(certificate, vouchedFor);
    });
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, [this] {
        if (!m_socket->isEncrypted())
            fail(m_socket->errorString());
    });
    m_deadline.start(timeoutMilliseconds);
    m_socket->connectToHostEncrypted(url.host(), static_cast<quint16>(url.port(443)));
}

void CertificateProbe::cancel()
{
    m_deadline.stop();
    if (!m_socket)
        return;
    // We may be inside of a signal of its.
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket.release()->deleteLater();
}

void CertificateProbe::fail(const QString &why)
{
    cancel();
    Q_EMIT failed({ErrorCode::Unreachable,
                   "The server " + m_url.toString().toStdString() + " cannot be reached: " + why.toStdString() + "."});
}

Fingerprint fingerprintOf(const QSslCertificate &certificate)
{
    const QByteArray der = certificate.toDer();
    return sha256(ByteView(der.constData(), static_cast<std::size_t>(der.size())));
}

} // namespace evencart
