#include "lab/labhands.h"

#include "cart/cartmerge.h"
#include "demo/linename.h"
#include "portability/cartdocument.h"
#include "shopping/orderbook.h"
#include "text/quantity.h"
#include "text/quickadd.h"
#include "workspace/itemstoadd.h"

#include <algorithm>
#include <map>

namespace evencart {

namespace {

using Answer = LabHands::Answer;

Answer failed(const Error &error)
{
    const DemoOutcome outcome = error.code == ErrorCode::Refused       ? DemoOutcome::Refused
                                : error.code == ErrorCode::Unreachable ? DemoOutcome::Unreachable
                                                                       : DemoOutcome::Failed;
    return {outcome, error.message};
}

template <typename T>
Answer answerOf(const Result<T> &done)
{
    return done ? Answer() : failed(done.error());
}

Error unknownWords(const std::string &verb)
{
    return {ErrorCode::InvalidInput, "The laboratory has no \"" + verb + "\" like that."};
}

// What is not read here must not be taken for read.
bool hasOnly(const DemoWords &words, std::initializer_list<const char *> options)
{
    return std::ranges::all_of(words.options, [&](const auto &each) {
        return std::ranges::any_of(options, [&](const char *known) { return each.first == known; });
    });
}

Result<std::int64_t> quantityOf(const std::string &text)
{
    const auto read = parseQuantity(text, DecimalSeparator::Point);
    return read ? Result<std::int64_t>(*read)
                : Result<std::int64_t>(Error{ErrorCode::InvalidInput, "\"" + text + "\" is no quantity."});
}

// The quantity behind CART LINE; nothing where none was given.
Result<std::optional<std::int64_t>> quantityIn(const DemoWords &words)
{
    if (words.arguments.size() < 3)
        return std::optional<std::int64_t>();
    const auto n = quantityOf(words.arguments[2]);
    return n ? Result<std::optional<std::int64_t>>(*n) : n.error();
}

Result<std::vector<ItemToAdd>> itemsIn(LabPerson &person, const DemoWords &words)
{
    const std::string sku = words.option("sku").value_or(std::string());
    const auto good = sku.empty() ? Result<std::optional<KnownGood>>(std::nullopt) : person.shop()->good(sku);
    if (!good)
        return good.error();
    std::vector<std::string> texts(words.arguments.begin() + 1, words.arguments.end());
    if (texts.empty() && good->has_value())
        texts.push_back((**good).name);
    if (texts.size() > 1 && !sku.empty())
        return unknownWords("add");
    if (texts.empty())
        return Error{ErrorCode::InvalidInput, "That article is not in the catalogue as it is known here."};
    std::vector<ItemToAdd> items;
    for (const std::string &text : texts) {
        auto parsed = parseQuickAdd(text, {DecimalSeparator::Point, {}});
        if (!parsed)
            return parsed.error();
        if (const auto typed = words.option("qty")) {
            const auto n = quantityOf(*typed);
            if (!n)
                return n.error();
            parsed->quantity = *n;
        }
        parsed->note = words.option("note").value_or(parsed->note);
        parsed->category = words.option("category").value_or(parsed->category);
        ItemToAdd item = itemToAdd(std::move(*parsed));
        if (!sku.empty())
            item.item.sku = sku;
        if (good->has_value()) {
            item.item.unit = item.item.unit.empty() ? (**good).unit : item.item.unit;
            item.item.category = item.item.category.empty() ? (**good).category : item.item.category;
            item.item.price = item.item.price ? item.item.price : Money{(**good).currency, (**good).price};
        }
        items.push_back(std::move(item));
    }
    return items;
}

using LineAct = Result<void> (*)(Edit &, const LineView &, const DemoWords &);

Result<void> byQuantity(Result<void> (Edit::*act)(const LineId &, std::int64_t), Edit &edit, const LineView &line,
                        const DemoWords &words)
{
    const auto n = quantityIn(words);
    return n ? (edit.*act)(line.id, n->value_or(oneThing)) : n.error();
}

Result<void> check(Edit &edit, const LineView &line, const DemoWords &words)
{
    const auto n = quantityIn(words);
    return n ? edit.check(line.id, *n) : n.error();
}

// Of the fields that two people can write at once the table has the texts.
Result<void> resolve(Edit &edit, const LineView &line, const DemoWords &words)
{
    const std::string &field = words.arguments[2];
    const auto kept = words.option("keep");
    if (!kept || (field != "name" && field != "note"))
        return unknownWords("resolve");
    const auto conflict =
        std::ranges::find_if(line.conflicts, [&](const FieldConflict &each) { return fieldName(each.field) == field; });
    if (conflict == line.conflicts.end())
        return Error{ErrorCode::NotFound, "There is nothing to resolve: that field has one value."};
    const bool isShown = *kept == (field == "name" ? line.name : line.note);
    if (!isShown && std::ranges::count(conflict->values, *kept) == 0)
        return Error{ErrorCode::NotFound, "\"" + *kept + "\" is none of the values."};
    return field == "name" ? edit.rename(line.id, *kept) : edit.setNote(line.id, *kept);
}

const std::map<std::string_view, LineAct> &lineActs()
{
    using Words = DemoWords;
    static const std::map<std::string_view, LineAct> acts = {
        {"inc", [](Edit &edit, const LineView &line,
                   const Words &words) { return byQuantity(&Edit::increase, edit, line, words); }},
        {"dec", [](Edit &edit, const LineView &line,
                   const Words &words) { return byQuantity(&Edit::decrease, edit, line, words); }},
        {"set", [](Edit &edit, const LineView &line,
                   const Words &words) { return byQuantity(&Edit::setQuantity, edit, line, words); }},
        {"check", check},
        {"uncheck", [](Edit &edit, const LineView &line, const Words &) { return edit.uncheck(line.id); }},
        {"like", [](Edit &edit, const LineView &line, const Words &) { return edit.like(line.id); }},
        {"unlike", [](Edit &edit, const LineView &line, const Words &) { return edit.unlike(line.id); }},
        {"claim", [](Edit &edit, const LineView &line, const Words &) { return edit.claim(line.id); }},
        {"unclaim", [](Edit &edit, const LineView &line, const Words &) { return edit.unclaim(line.id); }},
        {"remove", [](Edit &edit, const LineView &line, const Words &) { return edit.remove(line.id); }},
        {"note", [](Edit &edit, const LineView &line,
                    const Words &words) { return edit.setNote(line.id, words.arguments[2]); }},
        {"rename",
         [](Edit &edit, const LineView &line, const Words &words) { return edit.rename(line.id, words.arguments[2]); }},
        {"category", [](Edit &edit, const LineView &line,
                        const Words &words) { return edit.setCategory(line.id, words.arguments[2]); }},
        {"resolve", resolve},
    };
    return acts;
}

// The line that is called so.
Result<const LineView *> lineIn(const CartReplica &cart, const std::string &text)
{
    auto lines = cart.view().find(text);
    if (const auto exact = lines.empty() ? LineName::read(text) : std::nullopt) {
        lines = cart.view().lines();
        std::erase_if(lines, [&](const LineView *line) { return !exact->isOf(line->name, line->unit); });
    }
    if (lines.empty())
        return Error{ErrorCode::NotFound, "There is no line \"" + text + "\"."};
    if (lines.size() > 1)
        return Error{ErrorCode::Ambiguous, "\"" + text + "\" fits several lines; say which by its unit: \"" +
                                               LineName{text, lines.front()->unit}.toString() + "\"."};
    return lines.front();
}

Answer editLines(LabPerson &person, const CartReplica &cart, const DemoWords &words)
{
    const auto act = lineActs().find(words.command->name);
    if (act == lineActs().end() || !hasOnly(words, {"keep"}))
        return failed(unknownWords(std::string(words.command->name)));
    const bool areMany = words.command->name == "remove";
    std::vector<const LineView *> lines;
    for (std::size_t n = 1; n < (areMany ? words.arguments.size() : 2); ++n) {
        const auto line = lineIn(cart, words.arguments[n]);
        if (!line)
            return failed(line.error());
        lines.push_back(*line);
    }
    return answerOf(person.edit(words.arguments[0], std::string(act->first), [&](Edit &edit) -> Result<void> {
        for (const LineView *line : lines) {
            if (auto done = act->second(edit, *line, words); !done)
                return done;
        }
        return {};
    }));
}

Answer add(LabPerson &person, const DemoWords &words)
{
    if (!hasOnly(words, {"sku", "qty", "note", "category"}))
        return failed(unknownWords("add"));
    const auto items = itemsIn(person, words);
    if (!items)
        return failed(items.error());
    return answerOf(person.edit(words.arguments[0], "add", [&](Edit &edit) -> Result<void> {
        const auto written = writeItems(edit, *items);
        return written ? Result<void>() : written.error();
    }));
}

Answer merge(LabPerson &person, const DemoWords &words)
{
    const CartReplica *from = person.cartNamed(words.arguments[0]);
    if (!from)
        return failed({ErrorCode::NotFound, "There is no cart \"" + words.arguments[0] + "\"."});
    return answerOf(person.edit(words.arguments[1], "merge", [&](Edit &edit) -> Result<void> {
        const auto report = mergeCart(edit, from->view());
        return report ? Result<void>() : report.error();
    }));
}

} // namespace

std::string nameOfLine(const CartReplica &cart, const LineView &line)
{
    const std::string withUnit = LineName{line.name, line.unit}.toString();
    for (const std::string &name : {line.name, withUnit}) {
        const auto found = lineIn(cart, name);
        if (found && *found == &line)
            return name;
    }
    return line.id.toString();
}

Answer LabHands::edit(LabPerson &person, const DemoWords &words)
{
    const std::string_view verb = words.command->name;
    const std::string name = words.arguments.empty() ? std::string() : words.arguments[0];
    const CartReplica *cart = person.cartNamed(name);
    if (verb == "rejected")
        return {};
    if (!cart)
        return failed(name.empty() ? unknownWords(std::string(verb))
                                   : Error{ErrorCode::NotFound, "There is no cart \"" + name + "\"."});
    if (verb == "add")
        return add(person, words);
    if (verb == "merge")
        return merge(person, words);
    if (verb == "undo")
        return answerOf(person.undo(name));
    return editLines(person, *cart, words);
}

void LabHands::act(LabPerson &person, const std::vector<std::string> &typed, const Then &then)
{
    const auto words = readWords(personsCommands(), typed);
    if (!words)
        return then(failed(unknownWords(typed.empty() ? std::string() : typed.front())));
    const std::string_view verb = words->command->name;
    if (verb == "checkout")
        return checkout(person, *words, then);
    if (verb == "stock")
        return readGoods(person, *words, then);
    if (verb == "members role")
        return setRole(person, *words, then);
    if (verb == "profile" && words->has("name"))
        return then(answerOf(person.rename(*words->option("name"))));
    then(edit(person, *words));
}

void LabHands::checkout(LabPerson &person, const DemoWords &words, const Then &then)
{
    CartReplica *cart = person.cartNamed(words.arguments[0]);
    if (!cart)
        return then(failed({ErrorCode::NotFound, "There is no cart \"" + words.arguments[0] + "\"."}));
    if (!hasOnly(words, {"key", "timeout"}))
        return then(failed(unknownWords("checkout")));
    if (!person.engine().isWelcome())
        return then(failed({ErrorCode::Unreachable, "An order needs the server, which is not reached."}));
    const auto seen = seenIn(*cart, *person.shop());
    if (!seen)
        return then(failed(seen.error()));
    protocol::Checkout checkout;
    checkout.key = words.option("key").value_or("order " + std::to_string(m_nextKey++));
    checkout.cart = seen->cart;
    checkout.lines = seen->lines;
    person.engine().checkout(checkout, [&person, then](Result<ClientEngine::OrderOutcome> outcome) {
        if (!outcome)
            return then(failed(outcome.error()));
        if (const auto *ordered = std::get_if<protocol::Ordered>(&*outcome)) {
            person.orders.push_back(ordered->order);
            return then({DemoOutcome::Done, "Order " + std::to_string(ordered->order.number) + "."});
        }
        then({DemoOutcome::Refused, "Not ordered."});
    });
}

// As the laboratory's time is not the words', --timeout says nothing here.
void LabHands::readGoods(LabPerson &person, const DemoWords &words, const Then &then)
{
    if (!words.arguments.empty())
        return then(failed(unknownWords("stock")));
    const bool mayBeOld = !words.has("fresh");
    if (words.has("local") || (mayBeOld && !person.engine().isWelcome()))
        return then({});
    if (!person.engine().isWelcome())
        return then(failed({ErrorCode::Unreachable, "The server is not reached."}));
    person.engine().refreshGoods([then, mayBeOld](const Result<ShopRecord> &record) {
        then(record || mayBeOld ? Answer() : failed(record.error()));
    });
}

void LabHands::setRole(LabPerson &person, const DemoWords &words, const Then &then)
{
    using protocol::RoleChange;
    const std::map<std::string, RoleChange> roles = {
        {"viewer", RoleChange::ToViewer}, {"editor", RoleChange::ToEditor}, {"owner", RoleChange::ToOwner}};
    const CartReplica *cart = person.cartNamed(words.arguments[0]);
    const auto role = roles.find(words.arguments[2]);
    if (!cart || role == roles.end())
        return then(failed(unknownWords("members role")));
    std::vector<const LabPerson *> called;
    for (const auto &each : m_world.people()) {
        if (isSameName(each->name(), words.arguments[1]))
            called.push_back(each.get());
    }
    if (called.empty())
        return then(failed({ErrorCode::NotFound, "There is no member \"" + words.arguments[1] + "\"."}));
    if (called.size() > 1)
        return then(failed({ErrorCode::Ambiguous, "\"" + words.arguments[1] + "\" fits several people."}));
    if (!person.engine().isWelcome())
        return then(failed({ErrorCode::Unreachable, "The server is not reached."}));
    person.engine().setRole(
        cart->record().id, called.front()->member(), role->second,
        [then](const Result<protocol::Members> &answer) { then(answer ? Answer() : failed(answer.error())); });
}

Answer LabHands::operate(const std::vector<std::string> &words)
{
    const shop::OperatorCommand command{words, {}};
    if (!command.isKnown())
        return failed(unknownWords(words.empty() ? std::string() : words.front()));
    const auto said = m_world.operate(command);
    return said ? Answer{DemoOutcome::Done, *said} : failed(said.error());
}

Answer LabHands::import(const std::string &csv)
{
    const auto said = m_world.operate({{"catalog", "import", "goods"}, csv});
    return said ? Answer{DemoOutcome::Done, *said} : failed(said.error());
}

} // namespace evencart
