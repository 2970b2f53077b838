#include "cli/additems.h"
#include "cli/commands/commands.h"
#include "cli/editing.h"
#include "cli/inputfile.h"
#include "portability/cartfile.h"

#include <algorithm>

namespace evencart::cli {

namespace {

constexpr std::size_t mostBytes = 64 * 1024 * 1024;
constexpr std::size_t mostProblems = 20;

// One sentence with every row that could not be read.
Error problemsOf(const std::vector<BadRow> &bad)
{
    std::string message = "Nothing was imported.";
    for (std::size_t i = 0; i < std::min(bad.size(), mostProblems); ++i) {
        std::string where = bad[i].where.empty() ? std::string() : bad[i].where + ": ";
        if (!where.empty() && where[0] >= 'a' && where[0] <= 'z')
            where[0] = static_cast<char>(where[0] - 'a' + 'A');
        message += " " + where + bad[i].problem;
    }
    if (bad.size() > mostProblems)
        message += " And " + std::to_string(bad.size() - mostProblems) + " more.";
    return {ErrorCode::InvalidInput, message};
}

Result<ExitCode> importFromFile(Invocation &run)
{
    const auto named = run.arguments.option("format");
    if (named && !formatNamed(*named))
        return Error{ErrorCode::InvalidInput, "There is no such format; take json, csv, markdown or text."};
    const auto cart = run.session.cart(run.arguments.at(0));
    if (!cart)
        return cart.error();
    const auto workspace = run.session.workspace();
    if (!workspace)
        return workspace.error();
    const std::string &path = run.arguments.at(1);
    const auto content = readInputFile(run.environment, path, mostBytes);
    if (!content)
        return content.error();
    const FileFormat format = named ? *formatNamed(*named) : guessFormat(path, *content);
    const ImportedFile file =
        readCartFile({run.environment.decimal, run.environment.currency}, (*workspace)->self(), format, *content);
    // The command line was right; it is the file that makes no sense.
    if (!file.bad.empty())
        return run.failed(problemsOf(file.bad), ExitCode::Failed);
    const auto lines = addItems(**cart, "import", file.items);
    if (!lines && lines.error().code == ErrorCode::InvalidInput)
        return run.failed(lines.error(), ExitCode::Failed);
    if (!lines)
        return lines.error();
    return answerLines(run, **cart, *lines, "There was nothing in it.");
}

} // namespace

std::vector<Command> importCommands()
{
    return {{"import",
             "CART FILE",
             "Adds what a file holds, as one step of undo",
             "FILE is what export wrote, or a plain list with an item on each line; - is standard input. If one row "
             "makes no sense,\n"
             "nothing is imported. Who wanted how many becomes me; who bought, notes and places stay.",
             {{"format", "FORMAT", "json, csv, markdown or text, where the name and the beginning do not show it"}},
             importFromFile}};
}

} // namespace evencart::cli
