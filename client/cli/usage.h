#pragma once

#include "cli/commandtable.h"

#include <string>

namespace evencart::cli {

// "evencartctl inc CART LINE [N]", without a newline.
std::string usageLine(const Command &command);
// What --help says of one command, and of the program.
std::string helpText(const Command &command);
std::string helpText(const CommandTable &table);

} // namespace evencart::cli
