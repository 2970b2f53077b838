#pragma once

#include "base/result.h"
#include "cli/environment.h"

#include <string>

namespace evencart::cli {

// What is in a file that was named on the command line, "-" for standard input. Io where it cannot be read, Limit where
// there is more than `most` bytes in it.
Result<std::string> readInputFile(const Environment &environment, const std::string &path, std::size_t most);

} // namespace evencart::cli
