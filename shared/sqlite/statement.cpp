#include "sqlite/statement.h"

#include "sqlite/database.h"

#include <sqlite3.h>

#include <cassert>
#include <utility>

namespace evencart::sqlite {

Statement::Statement(Database &database, std::string sql, sqlite3_stmt *prepared)
    : m_database(&database), m_sql(std::move(sql)), m_prepared(prepared)
{
}

Statement::Statement(Statement &&other) noexcept
    : m_database(other.m_database), m_sql(std::move(other.m_sql)), m_prepared(std::exchange(other.m_prepared, nullptr)),
      m_error(std::exchange(other.m_error, std::nullopt))
{
}

Statement::~Statement()
{
    assert(!m_error && "an error that nobody asked for");
    if (m_prepared)
        m_database->giveBack(std::move(m_sql), m_prepared);
}

bool Statement::next()
{
    if (m_error)
        return false;
    m_database->assertThread();
    const int code = sqlite3_step(m_prepared);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        note(code);
    return false;
}

Result<void> Statement::finish()
{
    if (m_prepared)
        sqlite3_reset(m_prepared); // repeats the code of the last step, which note() has
    if (auto error = std::exchange(m_error, std::nullopt))
        return std::move(*error);
    return {};
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_prepared, column);
}

ByteView Statement::view(int column) const
{
    const void *data = sqlite3_column_blob(m_prepared, column);
    const int size = sqlite3_column_bytes(m_prepared, column);
    return data ? ByteView(static_cast<const char *>(data), static_cast<std::size_t>(size)) : ByteView();
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_prepared, column) == SQLITE_NULL;
}

void Statement::bindInteger(int index, std::int64_t value)
{
    if (m_prepared)
        note(sqlite3_bind_int64(m_prepared, index, value));
}

void Statement::bind(int index, ByteView blob)
{
    if (!m_prepared)
        return;
    // An empty view may have no address, which SQLite would take for NULL.
    const int code = blob.empty() ? sqlite3_bind_zeroblob(m_prepared, index, 0)
                                  : sqlite3_bind_blob64(m_prepared, index, blob.data(), blob.size(), SQLITE_TRANSIENT);
    note(code);
}

void Statement::bind(int index, Text text)
{
    if (!m_prepared)
        return;
    const char *data = text.utf8.empty() ? "" : text.utf8.data();
    note(sqlite3_bind_text64(m_prepared, index, data, text.utf8.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(int index, std::nullopt_t)
{
    if (m_prepared)
        note(sqlite3_bind_null(m_prepared, index));
}

void Statement::note(int code)
{
    if (code != SQLITE_OK && !m_error)
        m_error = m_database->errorOf(code);
}

} // namespace evencart::sqlite
