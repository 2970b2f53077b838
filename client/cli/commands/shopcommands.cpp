#include "cli/commands/commands.h"
#include "cli/connection.h"
#include "cli/ordertext.h"
#include "cli/texttable.h"
#include "cli/values.h"
#include "portability/json.h"
#include "shopping/ordering.h"
#include "text/normalize.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>

namespace evencart::cli {

namespace {

const Option &localOption()
{
    static const Option option{"local", "", "ask nobody: what is known here, with its age"};
    return option;
}

Result<ExitCode> notHere(Invocation &run)
{
    return run.failed({ErrorCode::Refused, "Members are not managed from here in this version."}, ExitCode::Failed);
}

bool fits(const KnownGood &good, const std::string &wanted)
{
    return std::ranges::any_of(
        std::initializer_list<std::string>{good.sku, good.name, good.category},
        [&](const std::string &text) { return normalizedName(text).find(wanted) != std::string::npos; });
}

// Brings the copy of the goods up to date; the reason where that cannot be.
Result<void> refresh(Invocation &run)
{
    const auto connection = Connection::open(run);
    if (!connection)
        return connection.error();
    const auto refreshed =
        (*connection)->ask<ShopRecord>([&](auto answer) { (*connection)->client().refreshGoods(std::move(answer)); });
    return refreshed ? Result<void>() : refreshed.error();
}

Result<ExitCode> showGoods(Invocation &run, Workspace &workspace, bool isFresh)
{
    const auto record = workspace.profile().store().shop().record();
    const auto goods = workspace.profile().store().shop().goods();
    if (!record || !goods)
        return record ? goods.error() : record.error();
    const std::string wanted = run.arguments.count() > 0 ? normalizedName(run.arguments.at(0)) : std::string();
    const std::uint64_t now = run.environment.clock.wallMilliseconds();
    const std::uint64_t age = now > record->heard ? now - record->heard : 0;
    QJsonArray array;
    TextTable table;
    for (const KnownGood &good : *goods) {
        if (!wanted.empty() && !fits(good, wanted))
            continue;
        array.append(goodJson(good));
        table.addRow({good.sku, good.name, moneyText(run.environment, {good.currency, good.price}),
                      good.stock == 0 ? "sold out" : "in stock " + amountText(run.environment, good.stock, good.unit),
                      good.category.empty() ? "" : "#" + good.category});
    }
    const QJsonObject document = jsonObject({{"goods", array},
                                             {"revision", jsonNumber(record->revision)},
                                             {"as_of", jsonTime(record->asOf)},
                                             {"age", static_cast<double>(age) / 1000},
                                             {"fresh", isFresh}});
    run.out.answer(document, (table.isEmpty() ? "Nothing.\n" : table.toString()) + "As of " + ageText(age) + " ago.");
    return ExitCode::Done;
}

Result<ExitCode> stock(Invocation &run)
{
    const auto workspace = run.session.workspace();
    if (!workspace)
        return workspace.error();
    if (run.arguments.has("local"))
        return showGoods(run, **workspace, false);
    const auto refreshed = refresh(run);
    if (refreshed)
        return showGoods(run, **workspace, true);
    const auto record = (*workspace)->profile().store().shop().record();
    if (!record)
        return record.error();
    const ExitCode code = exitCodeOfConnection(refreshed.error());
    if (run.arguments.has("fresh") || record->heard == 0 || code != ExitCode::Unreachable)
        return run.failed(refreshed.error(), code);
    run.out.warn("The server was not reached, this is what was known: " + refreshed.error().message);
    return showGoods(run, **workspace, false);
}

// ---- ordering

using Outcome = OrderBook::Outcome;

// Asks until there is an answer, or no sense in asking; the key, once it is on the disk, is in `key`.
Result<Outcome> askForOrder(Connection &connection, OrderBook &book, const SeenCart &seen, bool acceptPrices,
                            std::string &key)
{
    Ordering ordering(book, seen, acceptPrices, key);
    while (true) {
        if (auto welcome = connection.waitUntilWelcome(); !welcome)
            return welcome.error();
        const auto checkout = ordering.next();
        if (!checkout)
            return checkout.error();
        key = ordering.key();
        const auto answer =
            connection.ask<Outcome>([&](auto take) { connection.client().checkout(*checkout, std::move(take)); });
        if (!answer && answer.error().code == ErrorCode::Unreachable && !connection.isOver())
            continue; // the connection was lost and comes back: the same key is the same order
        auto outcome = ordering.take(answer);
        if (!outcome)
            return outcome.error();
        if (outcome->has_value())
            return **std::move(outcome);
    }
}

ExitCode answerOrder(Invocation &run, const protocol::Order &order)
{
    run.out.answer(orderJson(order), orderText(run.environment, order));
    return ExitCode::Done;
}

ExitCode answerRefusal(Invocation &run, const CartReplica &cart, const protocol::NotOrdered &refusal)
{
    const auto nameOf = [&](const LineId &id) {
        const LineView *line = cart.view().line(id);
        return line ? line->name : std::string("a line that is gone");
    };
    const Error error{ErrorCode::Refused, refusalText(run.environment, refusal, nameOf)};
    run.out.fail(error, jsonObject({{"order", jsonText(refusal.key)}, {"lines", refusedLinesJson(refusal, nameOf)}}));
    return ExitCode::Refused;
}

ExitCode answerUnknown(Invocation &run, const std::string &key, const Error &reason)
{
    const Error error{reason.code,
                      "Whether this was ordered is not known, \"evencartctl orders\" asks the server (key " + key +
                          "): " + reason.message};
    run.out.fail(error, jsonObject({{"order", jsonText(key)}, {"state", jsonText("unknown")}}));
    return ExitCode::Unreachable;
}

// The key to order under: the one that was given, that of an order of this cart whose outcome is not known, or none.
Result<std::string> keyFor(Invocation &run, const OrderBook &book, const CartId &cart)
{
    if (const auto given = run.arguments.option("key"); given && !given->empty())
        return *given;
    if (run.arguments.has("key"))
        return Error{ErrorCode::InvalidInput, "A key cannot be empty."};
    const auto open = book.openOrder(cart);
    if (!open)
        return open.error();
    return open->has_value() ? (**open).key : std::string();
}

Result<ExitCode> orderFrom(Invocation &run, Workspace &workspace, const CartId &id, std::string key)
{
    OrderBook book(workspace);
    const auto known = key.empty() ? Result<std::optional<OwnOrder>>(std::nullopt) : book.find(key);
    if (!known)
        return known.error();
    const bool isOpen = known->has_value() && (**known).state == OwnOrder::State::Unknown;
    const auto cart = workspace.cart(id);
    if (!cart)
        return cart.error();
    // As it stands here now, before anything new comes in: that is what its owner has seen.
    const auto seen = isOpen ? Result<SeenCart>(SeenCart{id, {}}) : book.look(**cart);
    if (!seen)
        return run.failed(seen.error(), ExitCode::Failed);
    const auto connection = Connection::open(run);
    if (!connection)
        return connection.error();
    if (auto settled = (*connection)->waitUntilSettled(id); !settled) {
        const ExitCode code = (*connection)->exitCodeFor(settled.error());
        if (code != ExitCode::Unreachable)
            return run.failed(settled.error(), code);
        return isOpen
                   ? answerUnknown(run, key, settled.error())
                   : run.failed({settled.error().code, "Ordering needs the server: " + settled.error().message}, code);
    }
    const std::string given = key;
    const auto outcome = askForOrder(**connection, book, *seen, run.arguments.has("accept-prices"), key);
    if (!outcome && outcome.error().code == ErrorCode::Refused)
        return run.failed(outcome.error(), ExitCode::Refused);
    if (!outcome && outcome.error().code == ErrorCode::InvalidInput)
        return outcome.error();
    if (!outcome && (*connection)->exitCodeFor(outcome.error()) != ExitCode::Unreachable)
        return run.failed(outcome.error(), (*connection)->exitCodeFor(outcome.error()));
    if (!outcome && key == given && !isOpen)
        return run.failed({outcome.error().code, "Ordering needs the server: " + outcome.error().message},
                          ExitCode::Unreachable);
    if (!outcome)
        return answerUnknown(run, key, outcome.error());
    // What was ordered has left the cart by now: a server tells of changes before it answers.
    if (const auto *ordered = std::get_if<protocol::Ordered>(&*outcome))
        return answerOrder(run, ordered->order);
    const auto after = workspace.cart(id);
    if (!after)
        return after.error();
    return answerRefusal(run, **after, std::get<protocol::NotOrdered>(*outcome));
}

Result<ExitCode> checkout(Invocation &run)
{
    const auto cart = run.session.cart(run.arguments.at(0));
    if (!cart)
        return cart.error();
    const auto workspace = run.session.workspace();
    if (!workspace)
        return workspace.error();
    const CartId id = (*cart)->record().id;
    OrderBook book(**workspace);
    const auto key = keyFor(run, book, id);
    if (!key)
        return key.error();
    const auto known = key->empty() ? Result<std::optional<OwnOrder>>(std::nullopt) : book.find(*key);
    if (!known)
        return known.error();
    if (known->has_value() && (**known).cart != id)
        return Error{ErrorCode::InvalidInput,
                     "The key \"" + *key + "\" is that of an order of another cart: take another key."};
    if (known->has_value()) {
        if (const auto order = OrderBook::placed(**known))
            return answerOrder(run, *order);
    }
    return orderFrom(run, **workspace, id, *key);
}

// ---- orders

// What came of the orders whose outcome is not known.
Result<void> resolveOpen(Connection &connection, OrderBook &book, std::vector<OwnOrder> &notOrdered)
{
    const auto open = book.open();
    if (!open)
        return open.error();
    for (const OwnOrder &order : *open) {
        const auto outcome = connection.ask<Outcome>(
            [&](auto answer) { connection.client().askOrder(order.key, order.attempt, std::move(answer)); });
        if (!outcome)
            return outcome.error();
        if (auto concluded = book.conclude(*outcome); !concluded)
            return concluded;
        if (std::holds_alternative<protocol::NotOrdered>(*outcome))
            notOrdered.push_back(order);
    }
    return {};
}

Result<std::vector<protocol::Order>> readOrders(Connection &connection)
{
    std::vector<protocol::Order> orders;
    while (true) {
        const std::uint64_t before = orders.empty() ? 0 : orders.back().number;
        auto page = connection.ask<protocol::Orders>(
            [&](auto answer) { connection.client().readOrders(before, std::move(answer)); });
        if (!page)
            return page.error();
        std::move(page->orders.begin(), page->orders.end(), std::back_inserter(orders));
        if (!page->hasMore || page->orders.empty())
            return orders;
    }
}

Result<std::vector<protocol::Order>> knownOrders(Workspace &workspace)
{
    const auto known = workspace.profile().store().shop().orders();
    if (!known)
        return known.error();
    std::vector<protocol::Order> orders;
    for (const OwnOrder &order : *known) {
        if (auto placed = OrderBook::placed(order))
            orders.push_back(*std::move(placed));
    }
    return orders;
}

Result<ExitCode> showOrders(Invocation &run, const OrderBook &book, const std::vector<protocol::Order> &orders,
                            const std::vector<OwnOrder> &notOrdered, bool isFresh)
{
    const auto open = book.open();
    if (!open)
        return open.error();
    QJsonArray array;
    std::string text;
    const auto addWithoutAnswer = [&](const OwnOrder &order, const char *state, const char *words) {
        array.append(jsonObject({{"order", jsonText(order.key)},
                                 {"cart", jsonId(order.cart)},
                                 {"asked", jsonTime(order.made)},
                                 {"state", jsonText(state)}}));
        text += "Key " + order.key + ", asked for " + timeText(order.made) + ": " + words + "\n";
    };
    for (const OwnOrder &order : *open)
        addWithoutAnswer(order, "unknown", "not known whether it was ordered");
    for (const OwnOrder &order : notOrdered)
        addWithoutAnswer(order, "not_ordered", "was not ordered");
    for (const protocol::Order &order : orders) {
        array.append(orderJson(order));
        text += orderText(run.environment, order) + "\n";
    }
    if (text.empty())
        text = "No orders.\n";
    text.pop_back();
    run.out.answer(jsonObject({{"orders", array}, {"fresh", isFresh}}), text);
    return ExitCode::Done;
}

Result<ExitCode> orders(Invocation &run)
{
    const auto workspace = run.session.workspace();
    if (!workspace)
        return workspace.error();
    OrderBook book(**workspace);
    std::vector<OwnOrder> notOrdered;
    if (!run.arguments.has("local")) {
        const auto connection = Connection::open(run);
        if (!connection)
            return connection.error();
        const auto resolved = resolveOpen(**connection, book, notOrdered);
        const auto read = resolved ? readOrders(**connection) : Result<std::vector<protocol::Order>>(resolved.error());
        if (read)
            return showOrders(run, book, *read, notOrdered, true);
        const ExitCode code = (*connection)->exitCodeFor(read.error());
        if (code != ExitCode::Unreachable)
            return run.failed(read.error(), code);
        run.out.warn("The server was not reached, this is what was known: " + read.error().message);
    }
    const auto known = knownOrders(**workspace);
    if (!known)
        return known.error();
    return showOrders(run, book, *known, notOrdered, false);
}

} // namespace

std::vector<Command> shopCommands()
{
    return {
        {"members remove", "CART MEMBER", "Shows a member out", "", {}, notHere},
        {"members role", "CART MEMBER ROLE", "Gives a member another role", "", {}, notHere},
        {"stock",
         "[TEXT]",
         "Lists what the server sells",
         "With TEXT those whose article, name or category holds it. Prices and stock are the server's of this moment; "
         "where it\n"
         "cannot be reached, what was known last, with its age.",
         {localOption(), {"fresh", "", "fail where the server cannot be reached"}, timeoutOption()},
         stock},
        {"checkout",
         "CART",
         "Orders what is in a cart",
         "Decided by the server, all lines or none: stock, prices as seen, the cart as seen. What was ordered leaves "
         "the "
         "cart.\n"
         "The same key twice is one order, for ever: where it is not known what became of an order, ask again.",
         {{"key", "K", "names the order, so that asking twice orders once"},
          {"accept-prices", "", "take the server's prices"},
          timeoutOption()},
         checkout},
        {"orders",
         "",
         "Lists my orders",
         "Asks the server what became of those whose outcome is not known.",
         {localOption(), timeoutOption()},
         orders},
    };
}

} // namespace evencart::cli
