#include "cli/editing.h"

#include "cli/values.h"
#include "portability/json.h"

#include <algorithm>

namespace evencart::cli {

namespace {

const LineView *findLine(const CartReplica &cart, const std::vector<LineView> &removed, const LineId &id)
{
    if (const LineView *line = cart.view().line(id))
        return line;
    const auto found =
        std::find_if(removed.begin(), removed.end(), [&](const LineView &line) { return line.id == id; });
    return found == removed.end() ? nullptr : &*found;
}

std::string stateText(const Environment &environment, const LineView &line)
{
    const std::string amount = line.name + ": " + amountText(environment, line.quantity, line.unit);
    if (line.checked)
        return amount + ", bought";
    return line.bought() > 0 ? amount + ", " + amountText(environment, line.bought(), {}) + " of it bought" : amount;
}

} // namespace

Result<ExitCode> answerLines(Invocation &run, const CartReplica &cart, const std::vector<LineId> &lines,
                             const std::string &nothing)
{
    const bool someGone =
        std::any_of(lines.begin(), lines.end(), [&](const LineId &id) { return !cart.view().line(id); });
    auto removed = someGone ? cart.removedLines() : std::vector<LineView>();
    if (!removed)
        return removed.error();
    QJsonArray entries;
    std::string text;
    for (const LineId &id : lines) {
        const LineView *line = findLine(cart, *removed, id);
        if (!line)
            continue; // the cart's own header
        const bool present = cart.view().line(id) != nullptr;
        entries.append(jsonObject({{"id", jsonId(id)},
                                   {"name", jsonText(line->name)},
                                   {"quantity", jsonQuantity(present ? line->quantity : 0)}}));
        text += (text.empty() ? "" : "\n") + (present ? stateText(run.environment, *line) : line->name + ": removed");
    }
    run.out.confirm(jsonObject({{"lines", entries}}), lines.empty() ? nothing : text);
    return ExitCode::Done;
}

Result<ExitCode> edit(Invocation &run, CartReplica &cart, const std::string &label, const CartReplica::Action &action)
{
    const auto edited = cart.edit(label, action);
    if (!edited)
        return edited.error();
    return answerLines(run, cart, edited->touched, "Nothing had to change.");
}

Result<ExitCode> editLine(Invocation &run, const std::string &label, const LineAction &action)
{
    const auto cart = run.session.cart(run.arguments.at(0));
    if (!cart)
        return cart.error();
    const auto line = run.session.line(**cart, run.arguments.at(1));
    if (!line)
        return line.error();
    return edit(run, **cart, label + " " + shortName((*line)->name),
                [&](Edit &change) { return action(change, **line); });
}

} // namespace evencart::cli
