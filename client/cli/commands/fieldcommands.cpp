#include "cli/carttext.h"
#include "cli/commands/commands.h"
#include "cli/editing.h"
#include "cli/texttable.h"
#include "cli/values.h"
#include "portability/cartdocument.h"
#include "portability/json.h"
#include "text/normalize.h"

#include <algorithm>

namespace evencart::cli {

namespace {

// "me", or a member by id or name; nothing for an empty text.
Result<std::optional<MemberId>> readMember(Invocation &run, const std::string &text)
{
    if (text.empty())
        return std::optional<MemberId>();
    const auto workspace = run.session.workspace();
    if (!workspace)
        return workspace.error();
    if (normalizedName(text) == "me")
        return std::optional((*workspace)->self());
    const auto member = (*workspace)->findMember(text);
    if (!member)
        return member.error();
    return std::optional(*member);
}

Result<void> writeField(Invocation &run, Edit &edit, const LineId &line, const std::string &field,
                        const std::string &value)
{
    if (field == "note")
        return edit.setNote(line, value);
    if (field == "name")
        return edit.rename(line, value);
    if (field == "category")
        return edit.setCategory(line, value);
    if (field == "assignee") {
        const auto member = readMember(run, value);
        return member ? edit.assign(line, *member) : member.error();
    }
    if (field != "price")
        return Error{ErrorCode::InvalidInput,
                     "There is no field \"" + field + "\"; the fields are name, note, category, price and assignee."};
    if (value.empty())
        return edit.setPrice(line, {});
    const auto price = readPrice(run.environment, value);
    return price ? edit.setPrice(line, *price) : price.error();
}

// A command that writes its third argument into a field.
Handler fieldHandler(const char *label, const char *field)
{
    return [label, field](Invocation &run) {
        return editLine(run, label, [&](Edit &edit, const LineView &line) {
            return writeField(run, edit, line.id, field, run.arguments.at(2));
        });
    };
}

Result<ExitCode> conflicts(Invocation &run)
{
    const auto cart = run.session.cart(run.arguments.at(0));
    if (!cart)
        return cart.error();
    const auto workspace = run.session.workspace();
    if (!workspace)
        return workspace.error();
    QJsonArray names;
    std::string text;
    for (const std::string &name : (*cart)->view().otherNames()) {
        names.append(jsonText(name));
        text += "the cart: name differs: " + name + "\n";
    }
    QJsonArray lines;
    for (const LineView *line : (*cart)->view().lines()) {
        const auto marks = attentionOf(*line);
        if (line->conflicts.empty() && marks.empty())
            continue;
        QJsonArray attention;
        for (const std::string &mark : marks)
            attention.append(jsonText(mark));
        lines.append(jsonObject({{"id", jsonId(line->id)},
                                 {"name", jsonText(line->name)},
                                 {"conflicts", conflictsJson(*line)},
                                 {"attention", attention}}));
        text += oneLine(line->name) + ": " + marksText(**workspace, *line) + "\n";
    }
    text = text.empty() ? "Nothing was decided against anybody." : text.substr(0, text.size() - 1);
    run.out.answer(
        jsonObject({{"name", jsonText((*cart)->view().name())}, {"name_conflicts", names}, {"lines", lines}}), text);
    return ExitCode::Done;
}

// The values of a field that stand against each other, the shown one first.
std::vector<std::string> candidatesOf(const LineView &line, const std::string &field)
{
    std::vector<std::string> values;
    const auto found = std::find_if(line.conflicts.begin(), line.conflicts.end(),
                                    [&](const FieldConflict &conflict) { return fieldName(conflict.field) == field; });
    if (found == line.conflicts.end())
        return values;
    if (found->field == Field::Title)
        values.push_back(line.name);
    else if (found->field == Field::Note)
        values.push_back(line.note);
    else if (line.assignee)
        values.push_back(line.assignee->toString());
    values.insert(values.end(), found->values.begin(), found->values.end());
    return values;
}

Result<std::string> choose(const std::vector<std::string> &candidates, const std::string &kept)
{
    if (candidates.empty())
        return Error{ErrorCode::NotFound, "There is nothing to resolve: that field has one value."};
    if (std::find(candidates.begin(), candidates.end(), kept) != candidates.end())
        return kept;
    std::string message = "\"" + kept + "\" is none of the values; keep one of:";
    for (const std::string &candidate : candidates)
        message += " \"" + candidate + "\"";
    return Error{ErrorCode::NotFound, message + "."};
}

Result<ExitCode> resolveCartName(Invocation &run, CartReplica &cart, const std::string &kept)
{
    std::vector<std::string> names = cart.view().otherNames();
    if (!names.empty())
        names.insert(names.begin(), cart.view().name());
    const auto name = choose(names, kept);
    if (!name)
        return name.error();
    return edit(run, cart, "keep the cart's name " + shortName(*name),
                [&](Edit &edit) { return edit.renameCart(*name); });
}

Result<ExitCode> resolve(Invocation &run)
{
    const auto kept = run.arguments.option("keep");
    if (!kept)
        return Error{ErrorCode::InvalidInput, "Say which value stays: --keep VALUE."};
    const auto cart = run.session.cart(run.arguments.at(0));
    if (!cart)
        return cart.error();
    const std::string &field = run.arguments.at(2);
    if (run.arguments.at(1) == "-" && field == "name")
        return resolveCartName(run, **cart, *kept);
    return editLine(run, "keep the " + field + " of", [&](Edit &edit, const LineView &line) -> Result<void> {
        std::string wanted = *kept;
        if (field == "assignee") {
            const auto member = readMember(run, wanted);
            if (!member)
                return member.error();
            wanted = *member ? (*member)->toString() : std::string();
        }
        const auto value = choose(candidatesOf(line, field), wanted);
        return value ? writeField(run, edit, line.id, field, *value) : value.error();
    });
}

Result<ExitCode> split(Invocation &run)
{
    return editLine(run, "split", [](Edit &edit, const LineView &line) { return edit.split(line.id); });
}

} // namespace

std::vector<Command> fieldCommands()
{
    return {
        {"note",
         "CART LINE VALUE",
         "Writes a note; an empty value clears it",
         "",
         {},
         fieldHandler("write a note on", "note")},
        {"rename", "CART LINE VALUE", "Gives a line another name", "", {}, fieldHandler("rename", "name")},
        {"category",
         "CART LINE VALUE",
         "Puts a line into a category; an empty value clears it",
         "",
         {},
         fieldHandler("sort", "category")},
        {"price",
         "CART LINE VALUE",
         "Sets the price of one (of a kilogram or a litre); an empty value clears it",
         "",
         {},
         fieldHandler("price", "price")},
        {"assign",
         "CART LINE VALUE",
         "Says who buys it: a member's name or id, or me; an empty value clears it",
         "",
         {},
         fieldHandler("assign", "assignee")},
        {"conflicts", "CART", "Lists what was decided between values written at the same time", "", {}, conflicts},
        {"resolve",
         "CART LINE FIELD",
         "Settles a conflict",
         "FIELD is name, note or assignee. LINE - with the field name settles the name of the cart itself.",
         {{"keep", "VALUE", "the value that stays"}},
         resolve},
        {"split",
         "CART LINE",
         "Moves what was added under the old name of a renamed line into a line of its own",
         "",
         {},
         split},
    };
}

} // namespace evencart::cli
