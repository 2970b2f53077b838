#include "cli/commands/commands.h"
#include "cli/editing.h"
#include "cli/values.h"

namespace evencart::cli {

namespace {

// The quantity behind CART LINE; nothing where none was given.
Result<std::optional<std::int64_t>> numberArgument(const Invocation &run)
{
    const auto text = run.arguments.maybe(2);
    if (!text)
        return std::optional<std::int64_t>();
    const auto number = readQuantity(run.environment, *text);
    if (!number)
        return number.error();
    return std::optional(*number);
}

using Number = std::optional<std::int64_t>;
using NumberAction = Result<void> (*)(Edit &, const LineId &, Number);

Result<ExitCode> editByNumber(Invocation &run, const std::string &label, NumberAction action)
{
    const auto number = numberArgument(run);
    if (!number)
        return number.error();
    return editLine(run, label, [&](Edit &edit, const LineView &line) { return action(edit, line.id, *number); });
}

Result<ExitCode> increase(Invocation &run)
{
    return editByNumber(run, "add to",
                        [](Edit &edit, const LineId &line, Number n) { return edit.increase(line, n.value_or(1000)); });
}

Result<ExitCode> decrease(Invocation &run)
{
    return editByNumber(run, "take from",
                        [](Edit &edit, const LineId &line, Number n) { return edit.decrease(line, n.value_or(1000)); });
}

Result<ExitCode> setQuantity(Invocation &run)
{
    return editByNumber(run, "set the quantity of",
                        [](Edit &edit, const LineId &line, Number n) { return edit.setQuantity(line, *n); });
}

Result<ExitCode> check(Invocation &run)
{
    return editByNumber(run, "check", [](Edit &edit, const LineId &line, Number n) { return edit.check(line, n); });
}

Result<ExitCode> uncheck(Invocation &run)
{
    return editLine(run, "uncheck", [](Edit &edit, const LineView &line) { return edit.uncheck(line.id); });
}

Result<ExitCode> like(Invocation &run)
{
    return editLine(run, "like", [](Edit &edit, const LineView &line) { return edit.like(line.id); });
}

Result<ExitCode> unlike(Invocation &run)
{
    return editLine(run, "unlike", [](Edit &edit, const LineView &line) { return edit.unlike(line.id); });
}

Result<ExitCode> claim(Invocation &run)
{
    return editLine(run, "claim", [](Edit &edit, const LineView &line) { return edit.claim(line.id); });
}

Result<ExitCode> unclaim(Invocation &run)
{
    return editLine(run, "unclaim", [](Edit &edit, const LineView &line) { return edit.unclaim(line.id); });
}

// Exactly one of the four options says where.
Result<Placement> placementOf(Invocation &run)
{
    using Where = Placement::Where;
    constexpr std::pair<const char *, Where> options[] = {
        {"before", Where::Before}, {"after", Where::After}, {"first", Where::First}, {"last", Where::Last}};
    std::optional<Placement> placement;
    for (const auto &[option, where] : options) {
        if (!run.arguments.has(option))
            continue;
        if (placement)
            return Error{ErrorCode::InvalidInput, "Say one place only: --before, --after, --first or --last."};
        placement = Placement{where, {}};
        if (where == Where::First || where == Where::Last)
            continue;
        const auto cart = run.session.cart(run.arguments.at(0));
        if (!cart)
            return cart.error();
        const auto neighbour = run.session.line(**cart, *run.arguments.option(option));
        if (!neighbour)
            return neighbour.error();
        placement->neighbour = (*neighbour)->id;
    }
    if (!placement)
        return Error{ErrorCode::InvalidInput, "Say where to: --before LINE, --after LINE, --first or --last."};
    return *placement;
}

Result<ExitCode> move(Invocation &run)
{
    const auto placement = placementOf(run);
    if (!placement)
        return placement.error();
    return editLine(run, "move", [&](Edit &edit, const LineView &line) -> Result<void> {
        const bool beside = placement->where == Placement::Where::Before || placement->where == Placement::Where::After;
        if (beside && placement->neighbour == line.id)
            return Error{ErrorCode::InvalidInput, "A line cannot stand beside itself; name another one."};
        return place(edit, {line.id}, *placement, run.environment.random.bytes(8));
    });
}

} // namespace

std::vector<Command> lineCommands()
{
    return {
        {"inc", "CART LINE [N]", "Adds N, or one", "", {}, increase},
        {"dec", "CART LINE [N]", "Takes N, or one; the last one takes the line away", "", {}, decrease},
        {"set", "CART LINE N", "Types a quantity; 0 takes the line away", "", {}, setQuantity},
        {"check", "CART LINE [N]", "Marks as bought: N of it, or all that is open", "", {}, check},
        {"uncheck", "CART LINE", "Marks as not bought", "", {}, uncheck},
        {"move",
         "CART LINE",
         "Puts a line somewhere else",
         "",
         {{"before", "LINE", "before that line"},
          {"after", "LINE", "after that line"},
          {"first", "", "to the top"},
          {"last", "", "to the end"}},
         move},
        {"like", "CART LINE", "Likes a line", "", {}, like},
        {"unlike", "CART LINE", "Takes the like back", "", {}, unlike},
        {"claim",
         "CART LINE",
         "Says \"I take it\"",
         "Whoever claims a line stands on it, several side by side where they did at once. For what nobody else may "
         "get "
         "meanwhile,\n"
         "\"evencartctl reserve\" asks the server.",
         {},
         claim},
        {"unclaim", "CART LINE", "Takes the claim back", "", {}, unclaim},
    };
}

} // namespace evencart::cli
