#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3_stmt;

namespace evencart::sqlite {

class Database;

// A parameter that SQLite is to hold as text rather than as a blob.
struct Text
{
    std::string_view utf8;
};

// One execution of a prepared statement, bound when it was made (Database::query). Rows are walked with next(); what
// went wrong at any point, preparing and binding included, is kept and told once, by finish().
//
//     auto rows = database.query("SELECT seq FROM log WHERE cart = ?", cart);
//     while (rows.next())
//         seqs.push_back(rows.integer(0));
//     if (auto read = rows.finish(); !read)
//         return read.error();
//
// next() returning false means "no more rows or an error": a caller that leaves out finish() would take damage for the
// end of the list, so destroying a failed statement whose error nobody asked for is an assertion. Views are valid until
// the next call of next() or finish(). Belongs to the thread of its database and must not outlive it.
class Statement
{
public:
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    bool next();
    [[nodiscard]] Result<void> finish();

    // Columns of the current row, from 0. A NULL reads as 0 or empty.
    std::int64_t integer(int column) const;
    std::uint64_t unsignedInteger(int column) const { return static_cast<std::uint64_t>(integer(column)); }
    ByteView view(int column) const;
    Bytes bytes(int column) const { return Bytes(view(column)); }
    bool isNull(int column) const;

private:
    friend class Database;
    Statement(Database &database, std::string sql, sqlite3_stmt *prepared);

    // Unsigned 64-bit values are kept as the signed integer of the same bits.
    template <std::integral Integer>
    void bind(int index, Integer value)
    {
        bindInteger(index, static_cast<std::int64_t>(value));
    }
    void bind(int index, ByteView blob);
    void bind(int index, const Bytes &blob) { bind(index, ByteView(blob)); }
    void bind(int index, Text text);
    void bind(int index, std::nullopt_t);
    template <typename T>
    void bind(int index, const std::optional<T> &value)
    {
        if (value)
            bind(index, *value);
        else
            bind(index, std::nullopt);
    }
    void bindInteger(int index, std::int64_t value);
    void note(int code);

    Database *m_database;
    std::string m_sql;
    sqlite3_stmt *m_prepared; // null: preparing failed
    std::optional<Error> m_error;
};

} // namespace evencart::sqlite
