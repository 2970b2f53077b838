#pragma once

#include "base/result.h"
#include "sqlite/database.h"

#include <span>

namespace evencart::sqlite {

// One numbered step of a schema: NNNN_name.sql, compiled in by evencart_embed_sql() (cmake/EvencartSql.cmake). Never
// edited once released; numbered 1, 2, 3 ... without gaps.
struct Migration
{
    int version;
    const char *sql;
};

// Brings the file to the last of `steps`. Each step and the new PRAGMA user_version are one transaction, so that a
// crash leaves the file at one version or the next. TooNew if the file was written by a later version of the program;
// it is not touched then.
Result<void> migrate(Database &database, std::span<const Migration> steps);

// TooNew or Corrupt (older than the program can read without migrating) unless the file is at exactly the last of
// `steps`.
Result<void> requireVersion(Database &database, std::span<const Migration> steps);

} // namespace evencart::sqlite
