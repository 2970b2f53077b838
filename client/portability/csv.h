#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

// Comma-separated values (RFC 4180): rows end with CRLF; a field with a comma, a quote or a line end stands in quotes.
namespace evencart::csv {

struct Row
{
    std::size_t line = 0; // on which it begins, from 1
    std::vector<std::string> fields;
};

std::string toLine(const std::vector<std::string> &fields);

// Reads rows; LF alone ends one too, a byte order mark and empty lines are passed over. InvalidInput for a quote that
// is not closed or that text follows.
Result<std::vector<Row>> read(std::string_view text);

} // namespace evencart::csv
