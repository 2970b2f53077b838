#pragma once

#include "cli/commandtable.h"

#include <string>

namespace evencart::cli {

// The completion script for a shell, made from the table; resources/completions/ holds what these print.
std::string bashCompletion(const CommandTable &table);
std::string zshCompletion(const CommandTable &table);
std::string fishCompletion(const CommandTable &table);

} // namespace evencart::cli
