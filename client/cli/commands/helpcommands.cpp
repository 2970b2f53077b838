#include "cli/commands/commands.h"
#include "cli/commandtable.h"
#include "cli/completions.h"
#include "cli/usage.h"

namespace evencart::cli {

namespace {

Result<ExitCode> help(Invocation &run)
{
    std::string name;
    for (const std::string &word : run.arguments.from(0))
        name += (name.empty() ? "" : " ") + word;
    if (name.empty()) {
        run.out.raw(helpText(run.commands));
        return ExitCode::Done;
    }
    const std::string text = helpText(run.commands, name);
    if (text.empty())
        return Error{ErrorCode::InvalidInput, "There is no command \"" + name + "\"; \"evencartctl help\" lists them."};
    run.out.raw(text);
    return ExitCode::Done;
}

Result<ExitCode> completion(Invocation &run)
{
    const std::string &shell = run.arguments.at(0);
    if (shell == "bash")
        run.out.raw(bashCompletion(run.commands));
    else if (shell == "zsh")
        run.out.raw(zshCompletion(run.commands));
    else if (shell == "fish")
        run.out.raw(fishCompletion(run.commands));
    else
        return Error{ErrorCode::InvalidInput, "There is completion for bash, zsh and fish."};
    return ExitCode::Done;
}

} // namespace

std::vector<Command> helpCommands()
{
    return {
        {"help", "[COMMAND] [WORD]", "Explains the program, or one command", "", {}, help},
        {"completion", "SHELL", "Prints the completion script for bash, zsh or fish", "", {}, completion},
    };
}

} // namespace evencart::cli
