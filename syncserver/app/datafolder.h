#pragma once

#include "base/result.h"

#include <string>

namespace evencart::app {

// Makes what is missing of a folder for the server's files, which is its owner's alone. Io names `option`, with which
// another one is chosen.
Result<void> makeDataFolder(const std::string &folder, const char *option);

} // namespace evencart::app
