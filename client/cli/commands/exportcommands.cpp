#include "cli/commands/commands.h"
#include "portability/cartfile.h"

namespace evencart::cli {

namespace {

Result<ExitCode> exportToFile(Invocation &run)
{
    const auto format = formatNamed(run.arguments.option("format").value_or("json"));
    if (!format)
        return Error{ErrorCode::InvalidInput, "There is no such format; take json, csv, markdown or text."};
    const auto cart = run.session.cart(run.arguments.at(0));
    if (!cart)
        return cart.error();
    const auto workspace = run.session.workspace();
    if (!workspace)
        return workspace.error();
    const auto file = exportCart(**workspace, **cart, *format);
    if (!file)
        return file.error();
    run.out.raw(file->content);
    if (file->incomplete > 0)
        run.out.warn(std::to_string(file->incomplete) +
                     " lines hold more than this format can; --format json keeps everything.");
    return ExitCode::Done;
}

} // namespace

std::vector<Command> exportCommands()
{
    return {{"export",
             "CART",
             "Writes a cart to standard output as json, csv, markdown or text",
             "json keeps everything; text and markdown are lists in the grammar of quick add, without notes of several "
             "lines.",
             {{"format", "FORMAT", "json (if nothing is said), csv, markdown or text"}},
             exportToFile}};
}

} // namespace evencart::cli
