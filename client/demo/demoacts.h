#pragma once

#include "base/result.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the people of a demonstration can be told to do. Demonstrations are passed around, so this is a closed list:
// commands of evencartctl, and of evencartd admin for the shop, that touch nothing but the carts of that person and the
// server of the demonstration. No other profile, no files, no other server, nothing that asks or stays.
namespace evencart {

struct DemoCommand
{
    std::string_view name;      // one or two words: "members role"
    std::string_view arguments; // as evencartctl's help has them: "CART LINE [N]", "CART [TEXT…]"
    std::string_view options;   // with blanks between, and "=" behind those that have a value: "fresh timeout="
};

const std::vector<DemoCommand> &personsCommands(); // of evencartctl
const std::vector<DemoCommand> &shopsCommands();   // of evencartd admin

// The words of an act, taken apart as the program would.
struct DemoWords
{
    const DemoCommand *command = nullptr; // never null once read
    std::vector<std::string> arguments;
    std::map<std::string, std::string> options; // without the dashes; empty for a switch

    bool has(const std::string &option) const { return options.contains(option); }
    std::optional<std::string> option(const std::string &name) const;
};

// InvalidInput, a clause without a full stop, where they are none of `commands` or do not fit it.
Result<DemoWords> readWords(const std::vector<DemoCommand> &commands, const std::vector<std::string> &words);

} // namespace evencart
