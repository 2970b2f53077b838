#include "sqlite/database.h"

#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <filesystem>
#include <utility>

namespace evencart::sqlite {

namespace {

ErrorCode codeOf(int sqliteCode)
{
    switch (sqliteCode & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_CONSTRAINT: // the schema says what we believe; data that contradicts it is damaged
    case SQLITE_ERROR:      // our statements are fixed: it is the schema that lacks what they name
        return ErrorCode::Corrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::InUse;
    case SQLITE_TOOBIG:
        return ErrorCode::Limit;
    default:
        return ErrorCode::Io;
    }
}

// SQLite quotes the schema, over several lines and with whatever damage made of it.
std::string readable(std::string_view detail)
{
    std::string line(detail.substr(0, detail.find('\n')));
    std::replace_if(
        line.begin(), line.end(), [](char letter) { return letter < ' ' || letter > '~'; }, '?');
    return line;
}

std::string adviceFor(int sqliteCode, const std::string &path)
{
    switch (sqliteCode & 0xff) {
    case SQLITE_FULL:
        return "The disk is full: nothing was written to " + path + "; make room and try again";
    case SQLITE_READONLY:
        return path + " cannot be written: check its permissions and those of its folder";
    case SQLITE_CANTOPEN:
        return path + " cannot be opened: check that the folder exists and its permissions";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR:
        return path + " is damaged: restore a backup";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return path + " is in use by another program";
    case SQLITE_IOERR:
        return path + " could not be read or written";
    default:
        return path + " could not be used";
    }
}

} // namespace

void Database::Close::operator()(sqlite3 *handle) const
{
    // _v2 never refuses: with a statement left it closes when that goes. Its only error would be a misuse of ours.
    const int code = sqlite3_close_v2(handle);
    assert(code == SQLITE_OK);
    static_cast<void>(code);
}

void Database::Finalize::operator()(sqlite3_stmt *prepared) const
{
    sqlite3_finalize(prepared); // repeats the code of the last step, which was told then
}

Database::Database(std::string path, sqlite3 *handle, Mode mode)
    : m_path(std::move(path)), m_handle(handle), m_mode(mode), m_thread(std::this_thread::get_id())
{
}

Database::~Database() = default;

Result<Database> Database::open(const std::string &path, Mode mode)
{
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW;
    flags |= mode == Mode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    flags |= mode == Mode::Create ? SQLITE_OPEN_CREATE : 0;
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
    Database database(path, handle, mode); // also after a failure there is a handle to close, and it knows the reason
    if (code != SQLITE_OK)
        return database.errorOf(code);
    if (auto configured = database.configure(mode); !configured)
        return configured.error();
    return database;
}

Result<void> Database::configure(Mode mode)
{
    const int code = sqlite3_db_config(m_handle.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    if (code != SQLITE_OK)
        return errorOf(code);
    for (const char *pragma : {"PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON", "PRAGMA foreign_keys = ON",
                               "PRAGMA temp_store = MEMORY"}) {
        if (auto set = run(pragma); !set)
            return set;
    }
    if (mode == Mode::ReadOnly)
        return {};
    auto journal = query("PRAGMA journal_mode = WAL");
    const bool isWal = journal.next() && journal.view(0) == "wal";
    if (auto set = journal.finish(); !set)
        return set;
    if (!isWal && m_path != ":memory:")
        return Error{ErrorCode::Io, m_path + " cannot keep a write-ahead log: its file system does not support it"};
    return run("PRAGMA synchronous = FULL");
}

Statement Database::prepare(std::string_view sql)
{
    assertThread();
    if (const auto idle = m_idle.find(sql); idle != m_idle.end()) {
        auto node = m_idle.extract(idle);
        return Statement(*this, std::move(node.key()), node.mapped().release());
    }
    sqlite3_stmt *prepared = nullptr;
    const int code = sqlite3_prepare_v3(m_handle.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
    Statement statement(*this, std::string(sql), prepared);
    statement.note(code);
    return statement;
}

void Database::giveBack(std::string sql, sqlite3_stmt *prepared)
{
    assertThread();
    std::unique_ptr<sqlite3_stmt, Finalize> owned(prepared);
    sqlite3_reset(prepared); // repeats the code of the last step
    if (sqlite3_clear_bindings(prepared) == SQLITE_OK)
        m_idle.try_emplace(std::move(sql), std::move(owned));
}

Result<void> Database::runScript(const std::string &sql)
{
    assertThread();
    const int code = sqlite3_exec(m_handle.get(), sql.c_str(), nullptr, nullptr, nullptr);
    return code == SQLITE_OK ? Result<void>() : errorOf(code);
}

std::int64_t Database::changes() const
{
    return sqlite3_changes64(m_handle.get());
}
std::int64_t Database::lastInsertRowId() const
{
    return sqlite3_last_insert_rowid(m_handle.get());
}
bool Database::isInTransaction() const
{
    return sqlite3_get_autocommit(m_handle.get()) == 0;
}

Result<void> Database::begin()
{
    assert(!isInTransaction());
    return run("BEGIN IMMEDIATE");
}

Result<void> Database::beginReading()
{
    assert(!isInTransaction());
    if (auto begun = run("BEGIN"); !begun)
        return begun;
    // The moment is that of the first reading.
    auto read = run("SELECT 1 FROM sqlite_schema");
    if (!read)
        rollBack();
    return read;
}

Result<void> Database::commit()
{
    // Some errors end the transaction by themselves; then there is nothing left to commit.
    if (!isInTransaction())
        return Error{ErrorCode::Io, m_path + " gave up a transaction: nothing of it was stored"};
    auto committed = run("COMMIT");
    if (!committed)
        rollBack();
    return committed;
}

void Database::rollBack()
{
    // A rollback that fails leaves the transaction open, and the next begin() reports it.
    if (isInTransaction())
        static_cast<void>(run("ROLLBACK").ok());
}

Result<void> Database::quickCheck()
{
    return check("PRAGMA quick_check(1)");
}

Result<void> Database::fullCheck()
{
    return check("PRAGMA integrity_check(1)");
}

Result<void> Database::check(std::string_view pragma)
{
    auto rows = query(pragma);
    std::string finding;
    if (rows.next())
        finding = rows.bytes(0);
    if (auto read = rows.finish(); !read)
        return read;
    if (finding != "ok")
        return Error{ErrorCode::Corrupt, m_path + " is damaged (" + finding + "): restore a backup"};
    return {};
}

Result<void> Database::copyTo(Database &target)
{
    sqlite3_backup *backup = sqlite3_backup_init(target.m_handle.get(), "main", m_handle.get(), "main");
    if (!backup)
        return target.errorOf(sqlite3_errcode(target.m_handle.get()));
    const int stepped = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (finished != SQLITE_OK || stepped != SQLITE_DONE)
        return target.errorOf(finished != SQLITE_OK ? finished : stepped);
    return target.run("PRAGMA journal_mode = DELETE"); // a backup is one file, not a file and its log
}

Result<void> Database::backUpTo(const std::string &path)
{
    assertThread();
    assert(!isInTransaction());
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored))
        return Error{ErrorCode::InvalidInput, path + " exists already: choose another name for the backup"};
    auto target = open(path, Mode::Create);
    if (!target)
        return target.error();
    auto copied = copyTo(*target);
    if (!copied)
        std::filesystem::remove(path, ignored); // half a backup is none
    return copied;
}

Result<void> Database::checkpoint()
{
    return run("PRAGMA wal_checkpoint(TRUNCATE)");
}

Error Database::errorOf(int code) const
{
    // A file that may be written, and that SQLite does not write all the same: its header names a way of writing that
    // there is not.
    if (code == SQLITE_READONLY && m_mode != Mode::ReadOnly && ::access(m_path.c_str(), W_OK) == 0)
        return errorOf(SQLITE_CORRUPT);
    const char *detail = m_handle ? sqlite3_errmsg(m_handle.get()) : sqlite3_errstr(code);
    return {codeOf(code), adviceFor(code, m_path) + " (SQLite: " + readable(detail) + ")."};
}

void Database::detachFromThread()
{
    m_thread = {};
}

void Database::assertThread() const
{
    if (m_thread == std::thread::id())
        m_thread = std::this_thread::get_id();
    assert(m_thread == std::this_thread::get_id());
}

Result<Transaction> Transaction::begin(Database &database)
{
    if (auto begun = database.begin(); !begun)
        return begun.error();
    return Transaction(database);
}

Transaction::~Transaction()
{
    if (m_database)
        m_database->rollBack();
}

Result<void> Transaction::commit()
{
    assert(m_database);
    return std::exchange(m_database, nullptr)->commit();
}

} // namespace evencart::sqlite
