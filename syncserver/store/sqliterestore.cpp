#include "store/sqliterestore.h"

#include "sqlite/database.h"
#include "store/migrations.h"
#include "store/sqlitelogstore.h"
#include "store/storelock.h"

#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

namespace evencart::store {

namespace {

using sqlite::Database;

Result<void> copyBackup(const std::string &backup, const std::string &target)
{
    auto source = Database::open(backup, Database::Mode::ReadOnly);
    if (!source)
        return source.error();
    if (auto sound = source->quickCheck(); !sound)
        return sound;
    return source->backUpTo(target);
}

Result<void> giveNewEpochs(Database &database, RandomSource &random, const Clock &clock)
{
    auto transaction = sqlite::Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    auto carts = database.query("SELECT number FROM cart ORDER BY number");
    while (carts.next()) {
        auto changed = database.run("UPDATE cart SET epoch = ? WHERE number = ?", random.bytes(16), carts.integer(0));
        if (!changed) {
            static_cast<void>(carts.finish().ok()); // the first error is the one to tell
            return changed;
        }
    }
    if (auto read = carts.finish(); !read)
        return read;
    if (auto forgotten = database.run("DELETE FROM past_epoch"); !forgotten)
        return forgotten;
    if (auto put = database.run("INSERT OR REPLACE INTO server(one, epoch, created) VALUES(1, ?, ?)", random.bytes(16),
                                clock.wallMilliseconds());
        !put)
        return put;
    return transaction->commit();
}

// Brings the copy to our schema, gives it its new life and leaves it as a single file.
Result<void> prepare(const std::string &file, RandomSource &random, const Clock &clock)
{
    auto database = Database::open(file, Database::Mode::Existing);
    if (!database)
        return database.error();
    if (auto migrated = sqlite::migrate(*database, migrations); !migrated)
        return migrated;
    if (auto renewed = giveNewEpochs(*database, random, clock); !renewed)
        return renewed;
    return database->run("PRAGMA journal_mode = DELETE");
}

// SUBTLE: a write-ahead log that is left beside a file put in its place would be replayed into it. Closing the only
// connection to the old file removes its log; what cannot be opened has a log that nobody can use.
Result<void> retire(const std::string &file)
{
    std::error_code failed;
    if (std::filesystem::exists(file, failed)) {
        if (auto old = Database::open(file, Database::Mode::Existing); old)
            static_cast<void>(old->checkpoint().ok()); // a damaged old log is no reason not to restore
    }
    std::filesystem::remove(file + "-wal", failed);
    if (!failed)
        std::filesystem::remove(file + "-shm", failed);
    if (failed)
        return Error{ErrorCode::Io, "The old log's " + file + "-wal cannot be removed: " + failed.message() + "."};
    return {};
}

Result<void> moveIntoPlace(const std::string &from, const std::string &to, const std::string &folder)
{
    std::error_code failed;
    std::filesystem::rename(from, to, failed);
    if (failed)
        return Error{ErrorCode::Io, "The restored log cannot be put in place: " + failed.message() + "."};
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool isSynced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0)
        ::close(descriptor);
    if (!isSynced)
        return Error{ErrorCode::Io,
                     "The restored log is in place, but the folder " + folder + " could not be synced: restore again."};
    return {};
}

} // namespace

Result<void> restoreSqliteLog(const std::string &folder, const std::string &backup, RandomSource &random,
                              const Clock &clock)
{
    const auto lock = lockFolder(folder);
    if (!lock)
        return lock.error();
    const std::string fresh = folder + "/restoring.db";
    std::error_code ignored;
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        std::filesystem::remove(fresh + suffix, ignored); // of a restore that was cut off
    if (auto copied = copyBackup(backup, fresh); !copied)
        return copied;
    if (auto prepared = prepare(fresh, random, clock); !prepared)
        return prepared;
    const std::string file = SqliteLogStore::fileIn(folder);
    if (auto retired = retire(file); !retired)
        return retired;
    return moveIntoPlace(fresh, file, folder);
}

} // namespace evencart::store
