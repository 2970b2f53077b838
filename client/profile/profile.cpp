#include "profile/profile.h"

#include "base/limits.h"
#include "base/textcodec.h"
#include "profile/serverplace.h"

#include <QDir>
#include <QFile>
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
    : m_directory(std::move(directory)), m_random(random), m_lock(m_directory + QStringLiteral("/lock")),
      m_keys(m_directory, vault), m_credentials(Credentials::generate(random))
{
    m_lock.setStaleLockTime(0); // a lock is stale when its process is gone, however old it is
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
    if (!QDir().mkpath(directory))
        return Error{ErrorCode::Io, "Cannot make the profile directory " + pathText(directory) +
                                        "; choose another one with --profile."};
    QFile::setPermissions(directory, ownerOnly | QFile::ExeOwner);
    std::unique_ptr<Profile> profile(new Profile(directory, random, vault));
    if (auto locked = profile->lock(); !locked)
        return locked.error();
    auto store = SqliteStore::open((directory + QStringLiteral("/carts.db")).toStdString());
    if (!store)
        return store.error();
    profile->m_store = std::move(*store);
    auto record = profile->m_store->profile();
    if (!record)
        return record.error();
    profile->m_record = std::move(*record);
    // New keys would make another member of this person, whom the carts do not know.
    if (profile->m_record.replica.value != 0 && !profile->m_keys.exists())
        return Error{ErrorCode::NotFound, "The keys of this profile are gone: there is no file \"keys\" in " +
                                              pathText(directory) +
                                              ". Put it back from a backup, or start with another profile and let "
                                              "somebody invite you again."};
    auto keys = profile->m_keys.open(random);
    if (!keys)
        return keys.error();
    profile->m_credentials = std::move(*keys);
    profile->m_hlc = HybridClock(profile->m_record.clock);
    if (auto checked = profile->checkIncarnation(); !checked)
        return checked.error();
    if (profile->m_record.memberName.empty()) {
        if (auto named = profile->setName(name, clock); !named)
            return named.error();
    }
    return profile;
}

Result<void> Profile::lock()
{
    if (m_lock.tryLock(0))
        return {};
    qint64 pid = 0;
    QString host;
    QString program;
    if (m_lock.error() == QLockFile::LockFailedError && m_lock.getLockInfo(&pid, &host, &program))
        return Error{ErrorCode::InUse, "The profile " + pathText(m_directory) + " is in use by " +
                                           program.toStdString() + " (process " + std::to_string(pid) +
                                           "); close it or choose another profile."};
    if (m_lock.error() == QLockFile::LockFailedError)
        return Error{ErrorCode::InUse, "The profile " + pathText(m_directory) + " is in use by another program."};
    return Error{ErrorCode::Io, "Cannot write in the profile directory " + pathText(m_directory) +
                                    "; make it writable, make room on its disk, or choose another one."};
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
