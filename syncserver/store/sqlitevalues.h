#pragma once

#include "sqlite/statement.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <vector>

namespace evencart::store {

// A fixed-size value from a blob column. The schema's CHECKs fix the sizes; a column that is shorter after all gives
// zeros.
template <typename Array>
Array arrayFrom(ByteView view)
{
    Array value{};
    if (!view.empty())
        std::memcpy(value.data(), view.data(), std::min(view.size(), value.size()));
    return value;
}

template <typename Array>
ByteView viewOf(const Array &value)
{
    return {reinterpret_cast<const char *>(value.data()), value.size()};
}

template <typename Row, typename Read>
Result<std::vector<Row>> allRows(sqlite::Statement statement, const Read &read)
{
    std::vector<Row> rows;
    while (statement.next())
        rows.push_back(read(statement));
    if (auto finished = statement.finish(); !finished)
        return finished.error();
    return rows;
}

// The first row, or nothing.
template <typename Row, typename Read>
Result<std::optional<Row>> oneRow(sqlite::Statement statement, const Read &read)
{
    std::optional<Row> row;
    if (statement.next())
        row = read(statement);
    if (auto finished = statement.finish(); !finished)
        return finished.error();
    return row;
}

} // namespace evencart::store
