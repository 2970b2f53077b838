#include "profile/keyfile.h"

#include "base/textcodec.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace evencart {

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr qint64 mostBytes = 4096;
constexpr std::size_t entryBytes = 16;

// For a person who looks into the file; the entry's name follows. No CBOR begins with this letter and ends so.
constexpr std::string_view pointer = "The keys of this profile are in the desktop's keychain, under this name:\n";

Result<Credentials> decoded(std::string_view secret)
{
    auto bytes = fromBase64Url(secret);
    if (!bytes)
        return Error{ErrorCode::Corrupt, "it is not what was written there."};
    auto credentials = decodeCredentials(*bytes);
    wipe(*bytes);
    return credentials;
}

} // namespace

KeyFile::KeyFile(const QString &directory, KeyVault *vault)
    : m_path(directory + QStringLiteral("/keys")), m_vault(vault)
{
}

std::string KeyFile::pathText() const
{
    return QDir::toNativeSeparators(m_path).toStdString();
}

bool KeyFile::exists() const
{
    return QFile::exists(m_path);
}

Result<Credentials> KeyFile::open(RandomSource &random)
{
    m_entry.clear();
    QFile file(m_path);
    if (!file.exists()) {
        const Credentials made = Credentials::generate(random);
        if (m_vault && m_vault->isOpen() && moveToVault(made, random))
            return made;
        if (auto saved = moveToFile(made); !saved)
            return saved.error();
        return made;
    }
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io,
                     "Cannot read the keys in " + pathText() + ": " + file.errorString().toStdString() + "."};
    const QByteArray content = file.read(mostBytes);
    const ByteView bytes(content.constData(), static_cast<std::size_t>(content.size()));
    if (bytes.starts_with(pointer)) {
        const std::string entry =
            QByteArray(content.mid(static_cast<qsizetype>(pointer.size()))).trimmed().toStdString();
        auto credentials = readFrom(entry);
        if (credentials)
            m_entry = entry;
        return credentials;
    }
    auto credentials = decodeCredentials(bytes);
    if (!credentials)
        return Error{credentials.error().code,
                     "The keys in " + pathText() + " cannot be used: " + credentials.error().message};
    return credentials;
}

Result<Credentials> KeyFile::readFrom(const std::string &entry)
{
    if (!m_vault)
        return Error{ErrorCode::NotFound,
                     "The keys of this profile are in the desktop's keychain, which this program does not use. Open "
                     "the profile with evencart; its settings can put the keys back into a file that both read. Or use "
                     "another --profile."};
    auto secret = m_vault->read(entry);
    if (!secret && secret.error().code == ErrorCode::NotFound)
        return Error{ErrorCode::NotFound,
                     "The keys of this profile are not in " + m_vault->name() + " (entry " + entry +
                         "). Is this the machine and the user they were made for? Bring the keychain "
                         "back from a backup, or start with another profile."};
    if (!secret)
        return Error{ErrorCode::NotFound, "The keys of this profile are in " + m_vault->name() +
                                              ", and it does not give them: " + secret.error().message};
    auto credentials = decoded(*secret);
    wipe(*secret);
    if (!credentials)
        return Error{credentials.error().code, "The keys of this profile in " + m_vault->name() + " (entry " + entry +
                                                   ") cannot be used: " + credentials.error().message};
    return credentials;
}

Result<void> KeyFile::moveToVault(const Credentials &credentials, RandomSource &random)
{
    if (!m_vault)
        return Error{ErrorCode::Io, "There is no keychain here; the keys stay in their file."};
    // A new name each time: what another copy of this directory rests on is never written over.
    const std::string entry = "evencart-" + toHex(random.bytes(entryBytes));
    Bytes content = encodeCredentials(credentials);
    std::string secret = toBase64Url(content);
    wipe(content);
    const auto written = m_vault->write(entry, secret);
    wipe(secret);
    if (!written)
        return written;
    const auto kept = readFrom(entry);
    if (!kept)
        return kept.error();
    if (!(*kept == credentials))
        return Error{ErrorCode::Io, "What " + m_vault->name() +
                                        " gives back is not what it was given; the keys stay "
                                        "where they are."};
    if (auto pointed = writeFile(std::string(pointer) + entry + "\n"); !pointed)
        return pointed;
    m_entry = entry;
    return {};
}

Result<void> KeyFile::moveToFile(const Credentials &credentials)
{
    Bytes content = encodeCredentials(credentials);
    const auto written = writeFile(content);
    wipe(content);
    if (written)
        m_entry.clear();
    return written;
}

Result<void> KeyFile::writeFile(ByteView content)
{
    QSaveFile file(m_path);
    const bool written =
        file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly) &&
        file.write(content.data(), static_cast<qint64>(content.size())) == static_cast<qint64>(content.size()) &&
        file.commit();
    if (!written)
        return Error{ErrorCode::Io,
                     "Cannot save the keys in " + pathText() + ": " + file.errorString().toStdString() + "."};
    return {};
}

} // namespace evencart
