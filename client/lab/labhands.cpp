#include "lab/labhands.h"

#include "cart/cartmerge.h"
#include "shopping/orderbook.h"
#include "text/quantity.h"
#include "text/quickadd.h"
#include "workspace/itemstoadd.h"

#include <algorithm>
#include <map>

namespace evencart {

namespace {

using Words = std::vector<std::string>;
using Answer = LabHands::Answer;

Answer failed(const Error &error)
{
    const DemoOutcome outcome = error.code == ErrorCode::Refused       ? DemoOutcome::Refused
                                : error.code == ErrorCode::Unreachable ? DemoOutcome::Unreachable
                                                                       : DemoOutcome::Failed;
    return {outcome, error.message};
}

Answer answerOf(const Result<void> &done)
{
    return done ? Answer() : failed(done.error());
}

Error unknownWords(const Words &words)
{
    return {ErrorCode::InvalidInput,
            "The laboratory has no \"" + (words.empty() ? "" : words.front()) + "\" like that."};
}

// The value behind an option; empty where it is not there.
std::string optionIn(const Words &words, const std::string &name)
{
    const auto found = std::ranges::find(words, name);
    return found == words.end() || found + 1 == words.end() ? std::string() : *(found + 1);
}

Result<std::int64_t> quantityIn(const Words &words, std::size_t index)
{
    if (index >= words.size())
        return oneThing;
    const auto read = parseQuantity(words[index], DecimalSeparator::Point);
    return read ? Result<std::int64_t>(*read)
                : Result<std::int64_t>(Error{ErrorCode::InvalidInput, "\"" + words[index] + "\" is no quantity."});
}

Result<ItemToAdd> itemIn(LabPerson &person, const Words &words)
{
    const std::string sku = optionIn(words, "--sku");
    const auto good = sku.empty() ? Result<std::optional<KnownGood>>(std::nullopt) : person.shop()->good(sku);
    if (!good)
        return good.error();
    const bool hasText = words.size() > 2 && !words[2].starts_with("--");
    if (!hasText && !good->has_value())
        return Error{ErrorCode::InvalidInput, "That article is not in the catalogue as it is known here."};
    auto parsed = parseQuickAdd(hasText ? words[2] : (**good).name, {DecimalSeparator::Point, {}});
    if (!parsed)
        return parsed.error();
    ItemToAdd item = itemToAdd(std::move(*parsed));
    item.item.sku = sku;
    if (good->has_value()) {
        item.item.unit = (**good).unit;
        item.item.category = (**good).category;
        item.item.price = Money{(**good).currency, (**good).price};
    }
    return item;
}

using LineAct = Result<void> (*)(Edit &, const LineId &, const Words &);

const std::map<std::string, LineAct> &lineActs()
{
    static const std::map<std::string, LineAct> acts = {
        {"inc",
         [](Edit &edit, const LineId &line, const Words &words) -> Result<void> {
             const auto n = quantityIn(words, 3);
             return n ? edit.increase(line, *n) : n.error();
         }},
        {"dec",
         [](Edit &edit, const LineId &line, const Words &words) -> Result<void> {
             const auto n = quantityIn(words, 3);
             return n ? edit.decrease(line, *n) : n.error();
         }},
        {"set",
         [](Edit &edit, const LineId &line, const Words &words) -> Result<void> {
             const auto n = quantityIn(words, 3);
             return n ? edit.setQuantity(line, *n) : n.error();
         }},
        {"check", [](Edit &edit, const LineId &line, const Words &) { return edit.check(line); }},
        {"uncheck", [](Edit &edit, const LineId &line, const Words &) { return edit.uncheck(line); }},
        {"like", [](Edit &edit, const LineId &line, const Words &) { return edit.like(line); }},
        {"unlike", [](Edit &edit, const LineId &line, const Words &) { return edit.unlike(line); }},
        {"claim", [](Edit &edit, const LineId &line, const Words &) { return edit.claim(line); }},
        {"unclaim", [](Edit &edit, const LineId &line, const Words &) { return edit.unclaim(line); }},
        {"remove", [](Edit &edit, const LineId &line, const Words &) { return edit.remove(line); }},
        {"note", [](Edit &edit, const LineId &line, const Words &words) { return edit.setNote(line, words.at(3)); }},
        {"rename", [](Edit &edit, const LineId &line, const Words &words) { return edit.rename(line, words.at(3)); }},
        {"category",
         [](Edit &edit, const LineId &line, const Words &words) { return edit.setCategory(line, words.at(3)); }},
        {"resolve", [](Edit &edit, const LineId &line,
                       const Words &words) { return edit.setNote(line, optionIn(words, "--keep")); }},
    };
    return acts;
}

bool needsValue(const std::string &verb)
{
    return verb == "note" || verb == "rename" || verb == "category";
}

} // namespace

Answer LabHands::edit(LabPerson &person, const Words &words)
{
    const std::string verb = words.empty() ? std::string() : words[0];
    CartReplica *cart = words.size() > 1 ? person.cartNamed(words[1]) : nullptr;
    if (!cart)
        return failed(unknownWords(words));
    if (verb == "undo")
        return answerOf(person.undo(words[1]));
    if (verb == "rejected")
        return {};
    CartReplica::Action action;
    if (verb == "add") {
        const auto item = itemIn(person, words);
        if (!item)
            return failed(item.error());
        action = [item = *item](Edit &edit) -> Result<void> {
            const auto written = writeItems(edit, {item});
            return written ? Result<void>() : written.error();
        };
    } else if (verb == "merge") {
        CartReplica *into = words.size() > 2 ? person.cartNamed(words[2]) : nullptr;
        if (!into)
            return failed(unknownWords(words));
        const auto merged = person.edit(words[2], verb, [cart](Edit &edit) -> Result<void> {
            const auto report = mergeCart(edit, cart->view());
            return report ? Result<void>() : report.error();
        });
        return merged ? Answer() : failed(merged.error());
    } else {
        const auto act = lineActs().find(verb);
        if (act == lineActs().end() || words.size() < (needsValue(verb) ? 4 : 3))
            return failed(unknownWords(words));
        const auto lines = cart->view().find(words[2]);
        if (lines.size() != 1)
            return failed({ErrorCode::NotFound, "There is no line \"" + words[2] + "\" here."});
        action = [act = act->second, line = lines.front()->id, words](Edit &edit) { return act(edit, line, words); };
    }
    const auto edited = person.edit(words[1], verb, action);
    return edited ? Answer() : failed(edited.error());
}

void LabHands::act(LabPerson &person, const Words &words, const Then &then)
{
    const std::string verb = words.empty() ? std::string() : words[0];
    if (verb == "checkout")
        return checkout(person, words, then);
    if (verb == "stock")
        return readGoods(person, then);
    if (verb == "members" && words.size() == 5 && words[1] == "role")
        return setRole(person, words, then);
    if (verb == "profile" && words.size() == 3 && words[1] == "--name")
        return then(answerOf(person.rename(words[2])));
    then(edit(person, words));
}

void LabHands::checkout(LabPerson &person, const Words &words, const Then &then)
{
    CartReplica *cart = words.size() > 1 ? person.cartNamed(words[1]) : nullptr;
    if (!cart)
        return then(failed(unknownWords(words)));
    if (!person.engine().isWelcome())
        return then(failed({ErrorCode::Unreachable, "An order needs the server, which is not reached."}));
    const auto seen = seenIn(*cart, *person.shop());
    if (!seen)
        return then(failed(seen.error()));
    protocol::Checkout checkout;
    checkout.key = person.name() + " " + std::to_string(m_nextKey++);
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

void LabHands::readGoods(LabPerson &person, const Then &then)
{
    if (!person.engine().isWelcome())
        return then(failed({ErrorCode::Unreachable, "The server is not reached."}));
    person.engine().refreshGoods(
        [then](const Result<ShopRecord> &record) { then(record ? Answer() : failed(record.error())); });
}

void LabHands::setRole(LabPerson &person, const Words &words, const Then &then)
{
    CartReplica *cart = person.cartNamed(words[2]);
    LabPerson *member = m_world.person(words[3]);
    const std::map<std::string, protocol::RoleChange> roles = {{"viewer", protocol::RoleChange::ToViewer},
                                                               {"editor", protocol::RoleChange::ToEditor}};
    const auto role = roles.find(words[4]);
    if (!cart || !member || role == roles.end())
        return then(failed(unknownWords(words)));
    person.engine().setRole(
        cart->record().id, member->member(), role->second,
        [then](const Result<protocol::Members> &answer) { then(answer ? Answer() : failed(answer.error())); });
}

Answer LabHands::operate(const Words &words)
{
    const shop::OperatorCommand command{words, {}};
    if (!command.isKnown())
        return failed(unknownWords(words));
    const auto said = m_world.operate(command);
    return said ? Answer{DemoOutcome::Done, *said} : failed(said.error());
}

Answer LabHands::import(const std::string &csv)
{
    const auto said = m_world.operate({{"catalog", "import", "goods"}, csv});
    return said ? Answer{DemoOutcome::Done, *said} : failed(said.error());
}

} // namespace evencart
