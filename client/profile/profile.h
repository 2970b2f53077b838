#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "crdt/hlc.h"
#include "identity/credentials.h"
#include "incarnation/filelock.h"
#include "incarnation/incarnation.h"
#include "profile/keyfile.h"
#include "storage/sqlitestore.h"

#include <QString>

#include <memory>
#include <optional>

namespace evencart {

// A person's data on this machine: one directory with the database (carts.db), the keys (profile/keyfile.h) and a lock.
// Opening it makes what is missing, takes the lock (InUse says who has it), and finds out whether the database was
// copied or restored (incarnation/incarnation.h): then it goes on under a new replica id. Owned by the workspace; lives
// as long as the program works on the profile. One thread.
class Profile
{
public:
    // `name`: for a profile that is new; an existing one keeps its own. `vault` (outlives this): a keychain, in
    // programs that have one.
    static Result<std::unique_ptr<Profile>> open(const QString &directory, const QString &name, const Clock &clock,
                                                 RandomSource &random, KeyVault *vault = nullptr);
    // The platform's data location.
    static QString defaultDirectory();
    static bool existsIn(const QString &directory);

    const Credentials &credentials() const { return m_credentials; }
    MemberId memberId() const { return m_credentials.memberId(); }
    ProfileStore &store() { return *m_store; }
    SqliteStore &database() { return *m_store; }
    const ProfileRecord &record() const { return m_record; }
    HybridClock &hlc() { return m_hlc; }
    const QString &directory() const { return m_directory; }
    bool wasRekeyed() const { return m_rekeyed; } // in this opening
    bool keysAreInVault() const { return m_keys.isInVault(); }

    Result<void> setName(const QString &name, const Clock &clock);
    // What was known of another server's goods is gone then.
    Result<void> setServer(const std::string &url, const std::string &fingerprint);
    Result<void> moveKeysToVault() { return m_keys.moveToVault(m_credentials, m_random); }
    Result<void> moveKeysToFile() { return m_keys.moveToFile(m_credentials); }
    // A new replica id, durable when it returns. The carts are to be opened again.
    Result<void> mintReplica();

private:
    Profile(QString directory, RandomSource &random, KeyVault *vault);

    Result<void> lock();
    Result<void> begin(const QString &name, const Clock &clock);
    void removeDatabase(); // which this one made
    Result<void> checkIncarnation();
    Result<void> change(const ProfileRecord &record, bool isAtAnotherServer = false);
    ReplicaId randomReplica();

    QString m_directory;
    RandomSource &m_random;
    std::optional<FileLock> m_lock;
    KeyFile m_keys;
    std::unique_ptr<SqliteStore> m_store;
    Credentials m_credentials;
    ProfileRecord m_record;
    HybridClock m_hlc;
    bool m_rekeyed = false;
};

} // namespace evencart
