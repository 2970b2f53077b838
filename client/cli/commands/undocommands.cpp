#include "cli/commands/commands.h"
#include "cli/editing.h"

namespace evencart::cli {

namespace {

using Step = Result<CartReplica::Edited> (CartReplica::*)();
using Label = Result<std::string> (CartReplica::*)();

Result<ExitCode> take(Invocation &run, Step step, Label label)
{
    const auto cart = run.session.cart(run.arguments.at(0));
    if (!cart)
        return cart.error();
    const auto what = ((*cart)->*label)();
    const auto taken = ((*cart)->*step)();
    if (!taken) {
        // Refused here is not the server's doing, and nothing to undo is not a thing that was not found.
        const ErrorCode code = taken.error().code;
        if (code == ErrorCode::Refused || code == ErrorCode::NotFound)
            return run.failed(taken.error(), ExitCode::Failed);
        return taken.error();
    }
    if (what && !run.out.isJson())
        run.out.confirm({}, (step == &CartReplica::undo ? "Undone: " : "Done again: ") + *what);
    return answerLines(run, **cart, taken->touched, "Nothing had to change.");
}

Result<ExitCode> undo(Invocation &run)
{
    return take(run, &CartReplica::undo, &CartReplica::undoLabel);
}
Result<ExitCode> redo(Invocation &run)
{
    return take(run, &CartReplica::redo, &CartReplica::redoLabel);
}

} // namespace

std::vector<Command> undoCommands()
{
    return {
        {"undo",
         "CART",
         "Takes back what I did last",
         "Mine alone, also after a restart; refused, with the reason, where somebody has built on it since.",
         {},
         undo},
        {"redo", "CART", "Does again what I took back", "", {}, redo},
    };
}

} // namespace evencart::cli
