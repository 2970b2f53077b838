#pragma once

#include "cli/commandtable.h"

#include <string>
#include <vector>

namespace evencart::cli {

// Runs one command line: parses it, opens the profile where the command needs one, prints the answer or the error.
// Commands that talk to a server need a QCoreApplication.
class Application
{
public:
    Application(const CommandTable &commands, const Environment &environment)
        : m_commands(commands), m_environment(environment)
    {
    }

    // `words` without the program's name, in UTF-8.
    ExitCode run(const std::vector<std::string> &words);

private:
    ExitCode reject(Output &out, const CommandLine &line, const Error &error);
    ExitCode execute(Output &out, const CommandLine &line);

    const CommandTable &m_commands;
    const Environment &m_environment;
};

} // namespace evencart::cli
