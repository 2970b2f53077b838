#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <QSslConfiguration>

#include <cstdint>
#include <string>

namespace evencart::net {

// The server's TLS identity. Clients trust it by its fingerprint, which travels in invitation links, so it must outlive
// restarts and upgrades: a damaged file is an error for a person to look at, never a reason to make a new one.
//
// A value; loading is done once, configuration() is then shared by all connections.
class ServerCertificate
{
public:
    // Reads `path`, a PEM file with the private key and the certificate; makes it when there is none: ECDSA P-256,
    // self-signed, valid for ten years, for localhost, 127.0.0.1, ::1 and this machine's name. Mode 0600, written whole
    // or not at all, never over an existing file.
    static Result<ServerCertificate> loadOrCreate(const std::string &path);

    // The host's own, for example from a public authority: PEM, the chain's other certificates after the server's.
    static Result<ServerCertificate> load(const std::string &certificatePath, const std::string &keyPath);

    // Lower-case hexadecimal SHA-256 of the certificate's DER form.
    const std::string &fingerprint() const { return m_fingerprint; }

    bool isSelfSigned() const { return m_isSelfSigned; }   // nobody vouches for it
    std::int64_t expiresAt() const { return m_expiresAt; } // seconds since 1970-01-01 UTC

    // TLS 1.2 or later; asks for no client certificate.
    QSslConfiguration configuration() const { return m_configuration; }

private:
    ServerCertificate() = default;
    static Result<ServerCertificate> fromPem(const QByteArray &certificates, const QByteArray &key,
                                             const std::string &path);

    std::string m_fingerprint;
    bool m_isSelfSigned = true;
    std::int64_t m_expiresAt = 0;
    QSslConfiguration m_configuration;
};

} // namespace evencart::net
