#include "profile/profile.h"

#include "base/limits.h"
#include "base/textcodec.h"
#include "profile/serverplace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace evencart {

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

std::string pathText(const QString &path)
{
    return QDir::toNativeSeparators(path).toStdString();
}

} // namespace

Profile::Profile(QString directory, RandomSource &random, KeyVault *vault)
    : m_directory(std::move(directory)), m_random(random), m_keys(m_directory, vault),
      m_credentials(Credentials::generate(random))
{
}

QString Profile::defaultDirectory()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/evencart");
}

bool Profile::existsIn(const QString &directory)
{
    return QFile::exists(directory + QStringLiteral("/carts.db"));
}

Result<std::unique_ptr<Profile>> Profile::open(const QString &directory, const QString &name, const Clock &clock,
                                               RandomSource &random, KeyVault *vault)
{
    if (auto ready = initCrypto(); !ready)
        return ready.error();
    if (directory.isEmpty())
        return Error{ErrorCode::InvalidInput, "A profile needs a directory; name one with --profile."};
    if (!QDir().mkpath(directory))
        return Error{ErrorCode::Io, "Cannot make the profile directory " + pathText(directory) +
                                        "; choose another one with --profile."};
    QFile::setPermissions(directory, ownerOnly | QFile::ExeOwner);
    std::unique_ptr<Profile> profile(new Profile(directory, random, vault));
    if (auto locked = profile->lock(); !locked)
        return locked.error();
    const bool isNew = !existsIn(directory);
    if (auto begun = profile->begin(name, clock); !begun) {
        if (isNew) // half a profile is none
            profile->removeDatabase();
        return begun.error();
    }
    return profile;
}

Result<void> Profile::begin(const QString &name, const Clock &clock)
{
    // A database that was made has pages, and keys are made after it. To SQLite a file of one byte is as new as an
    // empty one.
    const QFileInfo file(m_directory + QStringLiteral("/carts.db"));
    if (file.exists() && file.size() <= 1 && m_keys.exists())
        return Error{ErrorCode::Corrupt, "The database " + pathText(file.filePath()) +
                                             " is empty: what was in it was cut off. Put it back from a backup, or "
                                             "delete the file to start with no carts."};
    auto store = SqliteStore::open(file.filePath().toStdString());
    if (!store)
        return store.error();
    m_store = std::move(*store);
    auto record = m_store->profile();
    if (!record)
        return record.error();
    m_record = std::move(*record);
    // New keys would make another member of this person, whom the carts do not know.
    if (m_record.replica.value != 0 && !m_keys.exists())
        return Error{ErrorCode::NotFound, "The keys of this profile are gone: there is no file \"keys\" in " +
                                              pathText(m_directory) +
                                              ". Put it back from a backup, or start with another profile and let "
                                              "somebody invite you again."};
    auto keys = m_keys.open(m_random);
    if (!keys)
        return keys.error();
    m_credentials = std::move(*keys);
    m_hlc = HybridClock(m_record.clock);
    if (auto checked = checkIncarnation(); !checked)
        return checked;
    return m_record.memberName.empty() ? setName(name, clock) : Result<void>();
}

void Profile::removeDatabase()
{
    m_store.reset();
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(m_directory + QStringLiteral("/carts.db") + QLatin1String(suffix));
}

Result<void> Profile::lock()
{
    const std::string file = QFile::encodeName(m_directory + QStringLiteral("/lock")).toStdString();
    auto taken = FileLock::take(file, QCoreApplication::applicationName().toStdString());
    if (taken) {
        m_lock.emplace(*std::move(taken));
        return {};
    }
    if (taken.error().code != ErrorCode::InUse)
        return Error{ErrorCode::Io, "Cannot write in the profile directory " + pathText(m_directory) +
                                        "; make it writable, make room on its disk, or choose another one."};
    const FileLock::Holder holder = FileLock::holderOf(file);
    if (holder.process == 0)
        return Error{ErrorCode::InUse, "The profile " + pathText(m_directory) + " is in use by another program."};
    return Error{ErrorCode::InUse, "The profile " + pathText(m_directory) + " is in use by " + holder.program +
                                       " (process " + std::to_string(holder.process) +
                                       "); close it or choose another profile."};
}

Result<void> Profile::checkIncarnation()
{
    Incarnation incarnation(m_directory + QStringLiteral("/carts.db"),
                            Incarnation::stateDirectoryOf(QStringLiteral("evencart")), m_random);
    ProfileRecord record = m_record;
    if (record.replica.value == 0) {
        record.replica = randomReplica(); // a new profile
    } else if (!incarnation.isSame(record.incarnation)) {
        record.replica = randomReplica();
        m_rekeyed = true;
    }
    auto token = incarnation.next(record.incarnation);
    if (!token)
        return token.error();
    record.incarnation = *token;
    if (auto saved = change(record); !saved)
        return saved;
    return incarnation.settled(*token);
}

ReplicaId Profile::randomReplica()
{
    ReplicaId replica;
    while (replica.value == 0) {
        for (const char byte : m_random.bytes(8))
            replica.value = replica.value << 8 | static_cast<std::uint8_t>(byte);
    }
    return replica;
}

Result<void> Profile::change(const ProfileRecord &record, bool isAtAnotherServer)
{
    if (auto saved = isAtAnotherServer ? m_store->moveProfile(record) : m_store->setProfile(record); !saved)
        return saved;
    m_record = record;
    return {};
}

Result<void> Profile::setName(const QString &name, const Clock &clock)
{
    ProfileRecord record = m_record;
    record.memberName = name.simplified().toStdString();
    if (record.memberName.empty() || record.memberName.size() > limits::shortTextBytes ||
        !isCleanText(record.memberName))
        return Error{ErrorCode::InvalidInput, "A member's name has to be text of up to 128 bytes."};
    record.nameStamp = m_hlc.next(clock.wallMilliseconds());
    record.clock = m_hlc.latest();
    return change(record);
}

Result<void> Profile::setServer(const std::string &url, const std::string &fingerprint)
{
    ProfileRecord record = m_record;
    record.clock = m_hlc.latest();
    record.serverUrl = url;
    record.serverFingerprint = fingerprint;
    return change(record, !isSameServer(url, m_record.serverUrl));
}

Result<void> Profile::mintReplica()
{
    ProfileRecord record = m_record;
    record.clock = m_hlc.latest();
    record.replica = randomReplica();
    m_rekeyed = true;
    return change(record);
}

} // namespace evencart
