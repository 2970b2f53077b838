#pragma once

#include "base/result.h"
#include "cli/arguments.h"
#include "cli/environment.h"
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/session.h"

#include <functional>
#include <string>
#include <vector>

namespace evencart::cli {

class CommandTable;

// One run of one command: what it was given and what it works with.
struct Invocation
{
    const CommandTable &commands;
    const Environment &environment;
    Arguments arguments;
    Output &out;
    Session &session;

    // Tells the reason and ends with that code, where it is not the code that the error has by itself.
    ExitCode failed(const Error &error, ExitCode code)
    {
        out.fail(error);
        return code;
    }
};

// A handler answers on `out` and says how it ended; an error that it returns is printed for it.
using Handler = std::function<Result<ExitCode>(Invocation &)>;

// One command of the program, as help, completions and the parser know it.
struct Command
{
    std::string name;      // one or two words: "cart create"
    std::string arguments; // "CART LINE [N]"; "…" behind the last one: any number, at least one
    std::string summary;   // one line, no full stop
    std::string details;   // what else there is to know; may be empty
    std::vector<Option> options;
    Handler run;

    struct Bounds
    {
        std::size_t least = 0;
        std::size_t most = 0;
    };
    // How many arguments it takes, read from `arguments`.
    Bounds bounds() const;
};

} // namespace evencart::cli
