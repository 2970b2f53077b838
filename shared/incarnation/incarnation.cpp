#include "incarnation/incarnation.h"

#include "base/cbor.h"
#include "base/ids.h"
#include "base/sha256.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSysInfo>

#include <sys/stat.h>

namespace evencart {

namespace {

Bytes bytesOf(const QByteArray &array)
{
    return Bytes(array.constData(), static_cast<std::size_t>(array.size()));
}

} // namespace

Incarnation::Incarnation(const QString &databasePath, QString stateDirectory, RandomSource &random)
    : m_databasePath(QFileInfo(databasePath).absoluteFilePath()), m_stateDirectory(std::move(stateDirectory)),
      m_random(random)
{
}

QString Incarnation::stateDirectoryOf(const QString &program)
{
    QString base = qEnvironmentVariable("XDG_STATE_HOME");
    if (base.isEmpty())
        base = QDir::homePath() + QStringLiteral("/.local/state");
    return base + QLatin1Char('/') + program + QStringLiteral("/incarnations");
}

QString Incarnation::outsidePath() const
{
    const QFileInfo database(m_databasePath);
    const QString canonical =
        QFileInfo(database.absolutePath()).canonicalFilePath() + QLatin1Char('/') + database.fileName();
    const Hash256 hash = sha256(bytesOf(QFile::encodeName(canonical)));
    return m_stateDirectory + QLatin1Char('/') + QString::fromLatin1(toHex(asBytes(hash).substr(0, 16)).c_str());
}

Bytes Incarnation::placeIdentity() const
{
    struct stat status = {};
    ::stat(QFile::encodeName(m_databasePath).constData(), &status);
    cbor::Writer out;
    out.array(3);
    out.bytes(bytesOf(QSysInfo::machineUniqueId()));
    out.unsignedInteger(status.st_dev);
    out.unsignedInteger(status.st_ino);
    return Bytes(asBytes(sha256(out.view())));
}

bool Incarnation::isSame(const Bytes &token) const
{
    QFile outside(outsidePath());
    if (token.empty())
        return !outside.exists();
    if (!outside.open(QIODevice::ReadOnly))
        return false;
    const Bytes content = bytesOf(outside.read(1024));
    cbor::Reader in(content);
    in.arrayExactly(3);
    const Bytes place(in.bytesExactly(32));
    const Bytes first(in.bytes(tokenBytes));
    const Bytes second(in.bytes(tokenBytes));
    return !in.failed() && place == placeIdentity() && (token == first || token == second);
}

Result<Bytes> Incarnation::next(const Bytes &before)
{
    const Bytes token = m_random.bytes(tokenBytes);
    if (auto written = write(isSame(before) ? before : token, token); !written)
        return written.error();
    return token;
}

Result<void> Incarnation::settled(const Bytes &token)
{
    return write(token, token);
}

Result<void> Incarnation::write(const Bytes &first, const Bytes &second) const
{
    cbor::Writer out;
    out.array(3);
    out.bytes(placeIdentity());
    out.bytes(first);
    out.bytes(second);
    const QString path = outsidePath();
    QSaveFile file(path);
    const Bytes content = out.take();
    const bool written =
        QDir().mkpath(QFileInfo(path).absolutePath()) && file.open(QIODevice::WriteOnly) &&
        file.write(content.data(), static_cast<qint64>(content.size())) == static_cast<qint64>(content.size()) &&
        file.commit();
    if (written)
        return {};
    return Error{ErrorCode::Io, "Cannot write " + path.toStdString() + ": " + file.errorString().toStdString() +
                                    ". Make this directory writable or set XDG_STATE_HOME."};
}

} // namespace evencart
