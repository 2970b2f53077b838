#include "net/servercertificate.h"

#include "base/ids.h"
#include "base/sha256.h"
#include "net/selfsigned.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>
#include <QSslKey>
#include <QSysInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace evencart::net {

namespace {

constexpr qint64 largestPem = 256 * 1024;

Error ioError(const std::string &what, const std::string &path)
{
    return {ErrorCode::Io, what + " " + path + ": " + std::strerror(errno)};
}

bool writeAll(int descriptor, ByteView bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(descriptor) == 0;
}

bool syncFolderOf(const std::string &path)
{
    const auto folder = QFileInfo(QString::fromStdString(path)).absolutePath().toStdString();
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool ok = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return ok;
}

// Private from its first byte on, complete under its name or absent, and never in the place of an existing file.
Result<void> writeSecretFile(const std::string &path, ByteView bytes)
{
    const std::string draft = path + ".new";
    ::unlink(draft.c_str());
    const int descriptor = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return ioError("cannot write", draft);
    bool ok = writeAll(descriptor, bytes);
    ok = ::close(descriptor) == 0 && ok;
    ok = ok && ::link(draft.c_str(), path.c_str()) == 0 && syncFolderOf(path);
    const int reason = errno;
    ::unlink(draft.c_str());
    errno = reason;
    if (!ok)
        return ioError("cannot write", path);
    return {};
}

Result<QByteArray> readPem(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, "cannot read " + path + ": " + file.errorString().toStdString()};
    return file.read(largestPem);
}

// Others must not be able to read the key.
Result<void> checkPrivate(const std::string &path)
{
    struct stat status
    {
    };
    if (::stat(path.c_str(), &status) != 0)
        return ioError("cannot read", path);
    if (status.st_mode & (S_IRWXG | S_IRWXO))
        return Error{ErrorCode::Refused, path + " holds a private key and others may open it; run: chmod 600 " + path};
    return {};
}

QSslKey readKey(const QByteArray &pem)
{
    const QSslKey key(pem, QSsl::Ec);
    return key.isNull() ? QSslKey(pem, QSsl::Rsa) : key;
}

} // namespace

Result<ServerCertificate> ServerCertificate::loadOrCreate(const std::string &path)
{
    if (::access(path.c_str(), F_OK) != 0) {
        const std::string host = QSysInfo::machineHostName().toStdString();
        std::vector<std::string> names{"localhost", "127.0.0.1", "::1"};
        if (!host.empty() && host != "localhost")
            names.insert(names.begin(), host);
        const auto pem = makeSelfSigned(names);
        if (!pem)
            return pem.error();
        if (const auto written = writeSecretFile(path, *pem); !written)
            return written.error();
    }
    if (const auto isPrivate = checkPrivate(path); !isPrivate)
        return isPrivate.error();
    const auto pem = readPem(path);
    if (!pem)
        return pem.error();
    return fromPem(*pem, *pem, path);
}

Result<ServerCertificate> ServerCertificate::load(const std::string &certificatePath, const std::string &keyPath)
{
    const auto certificates = readPem(certificatePath);
    if (!certificates)
        return certificates.error();
    const auto key = readPem(keyPath);
    if (!key)
        return key.error();
    return fromPem(*certificates, *key, certificatePath);
}

Result<ServerCertificate> ServerCertificate::fromPem(const QByteArray &certificates, const QByteArray &key,
                                                     const std::string &path)
{
    const QList<QSslCertificate> chain = QSslCertificate::fromData(certificates, QSsl::Pem);
    const QSslKey privateKey = readKey(key);
    if (chain.isEmpty() || privateKey.isNull()) {
        return Error{ErrorCode::Corrupt,
                     path + " is not a PEM file with a certificate and its private key; restore it from a "
                            "backup, or move it away to get a new one, which every client must then accept"};
    }
    ServerCertificate loaded;
    const QByteArray der = chain.first().toDer();
    loaded.m_fingerprint = toHex(asBytes(sha256({der.constData(), static_cast<std::size_t>(der.size())})));
    loaded.m_isSelfSigned = chain.first().isSelfSigned();
    loaded.m_expiresAt = chain.first().expiryDate().toSecsSinceEpoch();
    QSslConfiguration &configuration = loaded.m_configuration;
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(privateKey);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    // We verify nobody; without this every connection would parse the system's authorities anew.
    configuration.setCaCertificates({});
    return loaded;
}

} // namespace evencart::net
