#include "cli/additems.h"
#include "cli/commands/commands.h"
#include "cli/editing.h"
#include "cli/values.h"
#include "text/quickadd.h"
#include "text/units.h"

#include <iterator>

namespace evencart::cli {

namespace {

Result<std::vector<ParsedItem>> readStandardInput(const Environment &environment)
{
    const std::string text{std::istreambuf_iterator<char>(environment.in), {}};
    std::vector<ParsedItem> items;
    for (auto &item : parsePastedList(text, {environment.decimal, environment.currency})) {
        if (!item)
            return item.error();
        items.push_back(std::move(*item));
    }
    return items;
}

Result<std::vector<ParsedItem>> readItems(const Environment &environment, const std::vector<std::string> &texts)
{
    std::vector<ParsedItem> items;
    for (const std::string &text : texts) {
        if (text == "-") {
            auto more = readStandardInput(environment);
            if (!more)
                return more.error();
            items.insert(items.end(), std::make_move_iterator(more->begin()), std::make_move_iterator(more->end()));
            continue;
        }
        auto item = parseQuickAdd(text, {environment.decimal, environment.currency});
        if (!item)
            return item.error();
        items.push_back(std::move(*item));
    }
    return items;
}

Result<void> applyAmount(Invocation &run, ParsedItem &item)
{
    if (const auto quantity = run.arguments.option("qty")) {
        const auto read = readQuantity(run.environment, *quantity);
        if (!read)
            return read.error();
        item.quantity = *read;
    }
    const auto unit = run.arguments.option("unit");
    if (!unit)
        return {};
    item.unit.clear();
    if (unit->empty())
        return {};
    const Unit *known = unitSpelled(*unit);
    if (!known)
        return Error{ErrorCode::InvalidInput,
                     "\"" + *unit + "\" is no unit that is known here; leave --unit out and put it into the name."};
    item.unit = known->name;
    if (known->factor != oneThing)
        item.quantity = item.quantity * known->factor / oneThing;
    return {};
}

Result<void> applyOptions(Invocation &run, ParsedItem &item)
{
    if (auto applied = applyAmount(run, item); !applied)
        return applied;
    item.note = run.arguments.option("note").value_or(item.note);
    item.category = run.arguments.option("category").value_or(item.category);
    if (const auto sku = run.arguments.option("sku"))
        item.sku = *sku;
    if (const auto price = run.arguments.option("price")) {
        const auto read = readPrice(run.environment, *price);
        if (!read)
            return read.error();
        item.price = *read;
    }
    return {};
}

// The article that --sku names, if the server sells it as far as is known here.
Result<std::optional<KnownGood>> wantedGood(Invocation &run)
{
    const auto sku = run.arguments.option("sku");
    if (!sku)
        return std::optional<KnownGood>();
    const auto workspace = run.session.workspace();
    if (!workspace)
        return workspace.error();
    return (*workspace)->profile().store().shop().good(*sku);
}

ParsedItem itemOf(const KnownGood &good)
{
    ParsedItem item;
    item.name = good.name;
    return item;
}

// What the text does not say.
void takeFromCatalogue(ParsedItem &item, const KnownGood &good)
{
    if (item.unit.empty())
        item.unit = good.unit;
    if (item.category.empty())
        item.category = good.category;
    if (!item.price)
        item.price = Money{good.currency, good.price};
}

Result<ExitCode> add(Invocation &run)
{
    const auto good = wantedGood(run);
    if (!good)
        return good.error();
    auto items = readItems(run.environment, run.arguments.from(1));
    if (!items)
        return items.error();
    if (items->empty() && run.arguments.count() == 1 && good->has_value())
        items->push_back(itemOf(**good));
    if (run.arguments.count() == 1 && items->empty())
        return Error{ErrorCode::InvalidInput,
                     run.arguments.has("sku")
                         ? "That article is not in the catalogue as it is known here: say what it is, as TEXT."
                         : "Something is missing behind add."};
    if (items->size() != 1 && run.arguments.has("sku"))
        return Error{ErrorCode::InvalidInput, "--sku names one article, so it goes with one TEXT."};
    std::vector<ItemToAdd> wanted;
    for (ParsedItem &item : *items) {
        if (good->has_value())
            takeFromCatalogue(item, **good);
        if (auto applied = applyOptions(run, item); !applied)
            return applied.error();
        wanted.push_back(itemToAdd(std::move(item)));
    }
    const auto cart = run.session.cart(run.arguments.at(0));
    if (!cart)
        return cart.error();
    const auto lines = addItems(**cart, "add", wanted);
    if (!lines)
        return lines.error();
    return answerLines(run, **cart, *lines, "There was nothing to add.");
}

} // namespace

std::vector<Command> addCommands()
{
    return {{"add",
             "CART [TEXT…]",
             "Adds items, read like the app's quick add",
             "Each TEXT is one item, so put several words in quotes: \"2x milk\", \"500 g flour\", \"1/2 l cream\",\n"
             "\"milk, semi-skimmed #dairy @1.99EUR\". TEXT - reads a list from standard input, one item a line, as one "
             "step of undo.\n"
             "An option replaces what the text says about the same thing. With --sku the catalogue says what the text "
             "does not;\n"
             "TEXT may be left out then.",
             {{"qty", "N", "how many"},
              {"unit", "U", "of which unit: g, kg, l, bottles …"},
              {"note", "T", "a note"},
              {"category", "C", "a category"},
              {"price", "P", "the price of one, of a weight or a volume for a kilogram or a litre: 1.99EUR"},
              {"sku", "ID", "the article in the server's catalogue"}},
             add}};
}

} // namespace evencart::cli
