#pragma once

#include "cli/command.h"

#include <string_view>
#include <vector>

namespace evencart::cli {

// Every command that the program has, in the order in which help lists them. The place where further ones are added:
// main() adds what is not part of this library.
class CommandTable
{
public:
    // The commands of the command line itself.
    static CommandTable standard();

    void add(std::vector<Command> commands);

    const std::vector<Command> &all() const { return m_commands; }
    // nullptr where there is none of that name.
    const Command *find(std::string_view name) const;
    // The commands of two words that begin with this one.
    std::vector<const Command *> group(std::string_view word) const;

private:
    std::vector<Command> m_commands;
};

// Options that every command takes, anywhere on the line.
const std::vector<Option> &globalOptions();

// A command line taken apart. `command` is nullptr where only help or the version was asked for.
struct CommandLine
{
    const Command *command = nullptr;
    std::string name;    // the command's, or the word with which a group of commands begins; empty: none
    Arguments arguments; // global options among them
};

// InvalidInput with one sentence where the words are no use of the program. `partial` has then what was understood so
// far, so that
// --json is honoured and the usage of the right command is shown.
Result<CommandLine> parseCommandLine(const CommandTable &table, const std::vector<std::string> &words,
                                     CommandLine &partial);

} // namespace evencart::cli
