#pragma once

#include "cli/commandtable.h"

#include <string>

namespace evencart::cli {

// "evencartctl inc CART LINE [N]", without a newline.
std::string usageLine(const Command &command);
// What --help says of one command; of the command or the group of that name, empty where there is none; of the program.
std::string helpText(const Command &command);
std::string helpText(const CommandTable &table, const std::string &name);
std::string helpText(const CommandTable &table);

} // namespace evencart::cli
