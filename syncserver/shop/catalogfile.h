#pragma once

#include "base/result.h"
#include "protocol/message.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace evencart::shop {

// One row of a catalogue file.
struct CatalogRow
{
    protocol::Good good;               // without stock and revision
    std::optional<std::int64_t> stock; // nothing: leave it as it is
};

inline constexpr std::size_t catalogBytes = 64 * 1024 * 1024;

// Reads comma-separated values (RFC 4180, LF or CRLF, UTF-8) whose first line names the columns, in any order: sku,
// name, price and currency have to be there; unit, stock and category may. Every row is checked before anything is
// believed.
//
// InvalidInput names what is wrong by line and column, a line of text each, the first twenty; a column is counted in
// fields, as spreadsheets do, and named.
Result<std::vector<CatalogRow>> readCatalog(std::string_view csv);

} // namespace evencart::shop
