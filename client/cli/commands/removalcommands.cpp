#include "cli/commands/commands.h"
#include "cli/editing.h"
#include "cli/texttable.h"
#include "cli/values.h"
#include "portability/json.h"

namespace evencart::cli {

namespace {

Result<ExitCode> remove(Invocation &run)
{
    const auto cart = run.session.cart(run.arguments.at(0));
    if (!cart)
        return cart.error();
    std::vector<LineId> lines;
    std::vector<std::string> names;
    for (const std::string &text : run.arguments.from(1)) {
        const auto line = run.session.line(**cart, text);
        if (!line)
            return line.error();
        lines.push_back((*line)->id);
        names.push_back((*line)->name);
    }
    return edit(run, **cart, "remove " + nameList(names), [&](Edit &edit) -> Result<void> {
        for (const LineId &line : lines) {
            if (auto removed = edit.remove(line); !removed)
                return removed;
        }
        return {};
    });
}

Result<ExitCode> clear(Invocation &run)
{
    const auto cart = run.session.cart(run.arguments.at(0));
    if (!cart)
        return cart.error();
    const bool checkedOnly = run.arguments.has("checked");
    return edit(run, **cart, checkedOnly ? "clear what is bought" : "clear the cart", [&](Edit &edit) -> Result<void> {
        edit.clear(checkedOnly);
        return {};
    });
}

Result<ExitCode> restore(Invocation &run)
{
    const auto cart = run.session.cart(run.arguments.at(0));
    if (!cart)
        return cart.error();
    const auto workspace = run.session.workspace();
    if (!workspace)
        return workspace.error();
    const auto line = (*workspace)->findRemoved(**cart, run.arguments.at(1));
    if (!line)
        return line.error();
    return edit(run, **cart, "restore " + shortName(line->name), [&](Edit &edit) { return edit.restore(*line); });
}

Result<ExitCode> removed(Invocation &run)
{
    const auto cart = run.session.cart(run.arguments.at(0));
    if (!cart)
        return cart.error();
    const auto lines = (*cart)->removedLines();
    if (!lines)
        return lines.error();
    QJsonArray entries;
    TextTable table;
    for (const LineView &line : *lines) {
        entries.append(jsonObject({{"id", jsonId(line.id)},
                                   {"name", jsonText(line.name)},
                                   {"unit", jsonText(line.unit)},
                                   {"quantity", jsonQuantity(line.quantity)},
                                   {"note", jsonText(line.note)}}));
        table.addRow({line.id.toString().substr(0, 8), amountText(run.environment, line.quantity, line.unit),
                      oneLine(line.name), oneLine(line.note)});
    }
    std::string text = table.isEmpty() ? "Nothing was removed.\n" : table.toString();
    text.pop_back();
    run.out.answer(jsonObject({{"lines", entries}}), text);
    return ExitCode::Done;
}

} // namespace

std::vector<Command> removalCommands()
{
    return {
        {"remove", "CART LINE…", "Removes lines, as one step of undo", "", {}, remove},
        {"clear", "CART", "Removes every line", "", {{"checked", "", "only those that are bought"}}, clear},
        {"restore", "CART LINE", "Brings a removed line back", "", {}, restore},
        {"removed", "CART", "Lists what can be brought back, the latest first", "", {}, removed},
    };
}

} // namespace evencart::cli
