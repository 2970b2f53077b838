#pragma once

#include "base/result.h"
#include "sqlite/statement.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>

struct sqlite3;

namespace evencart::sqlite {

// One connection to one SQLite file, with the settings that we rely on: WAL with synchronous=FULL (NORMAL loses
// acknowledged commits in a power cut), foreign keys on, nothing in the file trusted (trusted_schema off, cell sizes
// checked, defensive mode), no waiting for locks. Not an object mapper: it makes SQLite's return codes impossible to
// overlook and nothing else.
//
// Movable while no Statement or Transaction of it is alive. One thread at a time: that which opened it, until
// detachFromThread(); asserted at every call. Two connections that write or checkpoint one file at the same time
// can corrupt it in Debian 12's SQLite 3.40.1 (sqlite.org/wal.html#walresetbug), so a program keeps one writing
// connection per file.
//
// Errors: Io (disk full, read-only, cannot be opened; the message says which), Corrupt (damaged, or not a database),
// InUse (locked by another connection), Limit (a value too large).
class Database
{
public:
    enum class Mode
    {
        Create,   // read and write; made if it is not there
        Existing, // read and write; Io if it is not there
        ReadOnly, // never writes or checkpoints, so it may stand beside a writer
    };

    static Result<Database> open(const std::string &path, Mode mode);
    Database(Database &&) noexcept = default;
    Database &operator=(Database &&) noexcept = default;
    ~Database();

    // Binds `values` to the statement's parameters in their order: integers, ByteView and Bytes (blobs), Text,
    // optionals of them. Prepared statements are kept for the next call with the same text.
    template <typename... Values>
    Statement query(std::string_view sql, const Values &...values)
    {
        Statement statement = prepare(sql);
        int index = 0;
        (statement.bind(++index, values), ...);
        return statement;
    }
    // A statement whose rows, if any, do not matter.
    template <typename... Values>
    Result<void> run(std::string_view sql, const Values &...values)
    {
        Statement statement = query(sql, values...);
        while (statement.next()) {
        }
        return statement.finish();
    }
    // Several statements in one text, without parameters: a migration.
    Result<void> runScript(const std::string &sql);

    // Rows changed by the latest INSERT, UPDATE or DELETE.
    std::int64_t changes() const;
    std::int64_t lastInsertRowId() const;

    // A transaction that may write, from its beginning. REQUIRES (begin): none is open. An error from commit() means
    // "unknown", not "no": the transaction is closed either way, and the caller reads again what it believed.
    Result<void> begin();
    Result<void> commit();
    void rollBack(); // nothing if none is open
    // A transaction that only reads: what is read from here to rollBack() is of one moment, whatever a writer beside
    // this one commits. It keeps the write-ahead log from being emptied, so it should end. REQUIRES: none is open.
    Result<void> beginReading();
    bool isInTransaction() const;

    // SQLite's own look at every page (PRAGMA quick_check). Corrupt with its first finding.
    Result<void> quickCheck();
    // The same, and every index against its table (PRAGMA integrity_check).
    Result<void> fullCheck();
    // Copies the whole database as it stands into a new file, while it is in use (sqlite3_backup). The copy is one
    // complete, synced file when this returns. REQUIRES: no open transaction. InvalidInput if the file exists.
    Result<void> backUpTo(const std::string &path);
    // Moves the write-ahead log into the file and empties it.
    Result<void> checkpoint();

    // Hands the connection over: the thread that uses it next has it from then on. REQUIRES: no statement or
    // transaction is alive, and the two threads are synchronised (one starts or ends the other).
    void detachFromThread();

    const std::string &path() const { return m_path; }

private:
    friend class Statement;
    struct Close
    {
        void operator()(sqlite3 *handle) const;
    };
    struct Finalize
    {
        void operator()(sqlite3_stmt *prepared) const;
    };
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    Database(std::string path, sqlite3 *handle, Mode mode);
    Result<void> configure(Mode mode);
    Result<void> check(std::string_view pragma);
    Result<void> copyTo(Database &target);
    Statement prepare(std::string_view sql);
    void giveBack(std::string sql, sqlite3_stmt *prepared);
    Error errorOf(int code) const;
    void assertThread() const;

    std::string m_path;
    std::unique_ptr<sqlite3, Close> m_handle;
    Mode m_mode;
    std::unordered_map<std::string, std::unique_ptr<sqlite3_stmt, Finalize>, TextHash, std::equal_to<>>
        m_idle;                       // after m_handle: goes first
    mutable std::thread::id m_thread; // none: the next thread that comes
};

// Rolls back what was not committed. REQUIRES: outlived by its database.
class Transaction
{
public:
    static Result<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    Result<void> commit();

private:
    explicit Transaction(Database &database) : m_database(&database) {}
    Database *m_database; // null: committed or moved from
};

} // namespace evencart::sqlite
