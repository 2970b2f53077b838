#include "cli/commands/commands.h"
#include "cli/connection.h"
#include "cli/ordertext.h"
#include "portability/json.h"
#include "shopping/ordering.h"

#include <iterator>
#include <utility>

namespace evencart::cli {

namespace {

using Outcome = OrderBook::Outcome;

// What the server said is true also where the local disk does not take it.
Error notWrittenDown(const Outcome &outcome, const Error &reason)
{
    const auto *ordered = std::get_if<protocol::Ordered>(&outcome);
    const std::string what =
        ordered ? "It is ordered (order " + std::to_string(ordered->order.number) + ", key " + ordered->order.key + ")"
                : "It was not ordered (key " + std::get<protocol::NotOrdered>(outcome).key + ")";
    return {reason.code, what + ", but that could not be written down here: " + reason.message +
                             " When that is mended, \"evencartctl orders\" asks the server again."};
}

// ---- ordering

// Asks until there is an answer, or no sense in asking; `ordering` knows what came of it where this gives an error.
Result<Outcome> askUntilAnswered(Connection &connection, Ordering &ordering)
{
    while (true) {
        // Nothing is written down before there is somebody to ask.
        const auto welcome = connection.waitUntilWelcome();
        if (auto reached = welcome ? connection.client().canAskTheShop() : welcome; !reached)
            return reached.error();
        const auto checkout = ordering.next();
        if (!checkout)
            return connection.brokenHere(checkout.error());
        const auto answer =
            connection.ask<Outcome>([&](auto take) { connection.client().checkout(*checkout, std::move(take)); });
        // The connection was lost and comes back: the same key is the same order. A server that is there and says that
        // it cannot answer is not asked again at once.
        const bool isLost = !answer && answer.error().code == ErrorCode::Unreachable;
        if (isLost && !connection.isOver() && !connection.isOnline())
            continue;
        const auto outcome = ordering.take(answer);
        if (ordering.said())
            return connection.brokenHere(notWrittenDown(*ordering.said(), outcome.error()));
        if (!outcome)
            return outcome.error();
        if (outcome->has_value())
            return **outcome;
    }
}

// What the answer is about where it is not the cart as it stands.
enum class About
{
    Cart,
    EarlierOrder // one whose outcome was not known, asked for once more as it was
};

QJsonObject withAbout(QJsonObject answer, About about)
{
    if (about == About::EarlierOrder)
        answer.insert(QLatin1String("resumed"), true);
    return answer;
}

ExitCode answerOrder(Invocation &run, const protocol::Order &order, About about)
{
    run.out.answer(withAbout(orderJson(order), about), orderText(run.environment, order));
    return ExitCode::Done;
}

ExitCode answerRefusal(Invocation &run, const CartReplica &cart, const protocol::NotOrdered &refusal, About about)
{
    const auto nameOf = [&](const LineId &id) {
        const LineView *line = cart.view().line(id);
        return line ? line->name : std::string("a line that is gone");
    };
    const Error error{ErrorCode::Refused, refusalText(run.environment, refusal, nameOf)};
    run.out.fail(
        error,
        withAbout(jsonObject({{"order", jsonText(refusal.key)}, {"lines", refusedLinesJson(refusal, nameOf)}}), about));
    return ExitCode::Refused;
}

ExitCode answerUnknown(Invocation &run, const std::string &key, const Error &reason, ExitCode code)
{
    const Error error{reason.code,
                      "Whether this was ordered is not known, \"evencartctl orders\" asks the server (key " + key +
                          "): " + reason.message};
    run.out.fail(error, jsonObject({{"order", jsonText(key)}, {"state", jsonText("unknown")}}));
    return code;
}

ExitCode answerNeedsServer(Invocation &run, const Error &reason)
{
    return run.failed({reason.code, "Ordering needs the server: " + reason.message}, ExitCode::Unreachable);
}

// There is no outcome that is both known and written down. `wasOpen`: the key had been asked for before.
ExitCode answerFailure(Invocation &run, const Connection &connection, const Ordering &ordering, bool wasOpen,
                       const Error &error)
{
    const ExitCode code = connection.exitCodeFor(error);
    if (ordering.said()) {
        const auto *ordered = std::get_if<protocol::Ordered>(&*ordering.said());
        run.out.fail(error, ordered ? orderJson(ordered->order) : QJsonObject());
        return code;
    }
    if (ordering.mayBeOrdered() || (wasOpen && !ordering.isConcluded()))
        return answerUnknown(run, ordering.key(), error, code);
    return code == ExitCode::Unreachable ? answerNeedsServer(run, error) : run.failed(error, code);
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

// What to order: what had been asked for under a key whose outcome is not known; otherwise the cart as it stands here
// now, before anything new comes in, which is what its owner has seen.
Result<SeenCart> seenFor(Workspace &workspace, const OrderBook &book, const CartId &id,
                         const std::optional<OwnOrder> &open)
{
    if (const auto before = open ? OrderBook::seenIn(*open) : std::nullopt)
        return *before;
    const auto cart = workspace.cart(id);
    return cart ? book.look(**cart) : Result<SeenCart>(cart.error());
}

// An order that is asked for once more is what it was; what has come into the cart since is told.
void tellWhatIsNotInIt(Invocation &run, Workspace &workspace, const OrderBook &book, const OwnOrder &open)
{
    const auto cart = workspace.cart(open.cart);
    const auto now = cart ? book.look(**cart) : Result<SeenCart>(cart.error());
    const auto asked = OrderBook::seenIn(open);
    if (now && asked && !asksFor(*asked, *now)) // nothing to order in the cart: nothing that is missing
        run.out.warn("This is the order of " + timeText(open.made) + " whose outcome was not known (key " + open.key +
                     "), asked for as it was then. The cart has changed since: look at it, and order what is left.");
}

Result<ExitCode> orderFrom(Invocation &run, Workspace &workspace, const CartId &id, const std::string &key,
                           const std::optional<OwnOrder> &open)
{
    OrderBook book(workspace);
    const auto seen = seenFor(workspace, book, id, open);
    if (!seen && seen.error().code == ErrorCode::InvalidInput)
        return run.failed(seen.error(), ExitCode::Failed); // nothing to order is no wrong use
    if (!seen)
        return seen.error();
    const auto connection = Connection::open(run);
    if (!connection)
        return connection.error();
    if (open)
        tellWhatIsNotInIt(run, workspace, book, *open);
    const About about = open ? About::EarlierOrder : About::Cart;
    Ordering ordering(book, *seen, run.arguments.has("accept-prices"), key);
    if (auto settled = (*connection)->waitUntilSettled(id); !settled)
        return answerFailure(run, **connection, ordering, open.has_value(), settled.error());
    const auto outcome = askUntilAnswered(**connection, ordering);
    if (!outcome)
        return answerFailure(run, **connection, ordering, open.has_value(), outcome.error());
    // What was ordered has left the cart by now: a server tells of changes before it answers.
    if (const auto *ordered = std::get_if<protocol::Ordered>(&*outcome))
        return answerOrder(run, ordered->order, about);
    const auto after = workspace.cart(id);
    if (!after)
        return after.error();
    return answerRefusal(run, **after, std::get<protocol::NotOrdered>(*outcome), about);
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
    if (known->has_value()) {
        if (auto fits = book.mayAskAgain(**known, id); !fits)
            return fits.error();
        if (const auto order = OrderBook::placed(**known))
            return answerOrder(run, *order, About::Cart);
    }
    const bool isOpen = known->has_value() && (**known).state == OwnOrder::State::Unknown;
    return orderFrom(run, **workspace, id, *key, isOpen ? *known : std::nullopt);
}

// ---- orders

// What came of the orders whose outcome is not known.
Result<void> resolveOpen(Connection &connection, OrderBook &book, std::vector<OwnOrder> &notOrdered)
{
    const auto open = book.open();
    if (!open)
        return connection.brokenHere(open.error());
    for (const OwnOrder &order : *open) {
        const auto outcome = connection.ask<Outcome>(
            [&](auto answer) { connection.client().askOrder(order.key, order.attempt, std::move(answer)); });
        if (!outcome)
            return outcome.error();
        if (auto concluded = book.conclude(*outcome); !concluded)
            return connection.brokenHere(notWrittenDown(*outcome, concluded.error()));
        if (std::holds_alternative<protocol::NotOrdered>(*outcome))
            notOrdered.push_back(order);
    }
    return {};
}

Result<std::vector<protocol::Order>> readOrders(Invocation &run, Connection &connection)
{
    constexpr std::size_t mostListed = 100'000;
    std::vector<protocol::Order> orders;
    while (true) {
        const std::uint64_t before = orders.empty() ? 0 : orders.back().number;
        auto page = connection.ask<protocol::Orders>(
            [&](auto answer) { connection.client().readOrders(before, std::move(answer)); });
        if (!page)
            return page.error();
        std::move(page->orders.begin(), page->orders.end(), std::back_inserter(orders));
        if (orders.size() >= mostListed && page->hasMore)
            run.out.warn("There are more orders than these, the newest ones.");
        if (!page->hasMore || page->orders.empty() || orders.size() >= mostListed)
            return orders;
    }
}

Result<ExitCode> showOrders(Invocation &run, const OrderBook &book, const std::vector<protocol::Order> &orders,
                            const std::vector<OwnOrder> &notOrdered, bool isFresh)
{
    const auto open = book.open();
    const auto elsewhere = open ? book.openElsewhere() : open;
    if (!elsewhere)
        return elsewhere.error();
    QJsonArray array;
    std::string text;
    const auto addWithoutAnswer = [&](const OwnOrder &order, const char *state, const std::string &words) {
        array.append(jsonObject({{"order", jsonText(order.key)},
                                 {"cart", jsonId(order.cart)},
                                 {"asked", jsonTime(order.made)},
                                 {"state", jsonText(state)},
                                 {"server", jsonText(order.server)}}));
        text += "Key " + order.key + ", asked for " + timeText(order.made) + ": " + words + "\n";
    };
    for (const OwnOrder &order : *open)
        addWithoutAnswer(order, "unknown", "not known whether it was ordered");
    const auto kept = book.kept();
    if (!kept)
        return kept.error();
    for (const OwnOrder &order : *kept)
        addWithoutAnswer(order, "kept", "kept in the window; it asks for it when it reaches the server");
    for (const OwnOrder &order : *elsewhere)
        addWithoutAnswer(order, "unknown",
                         "not known whether it was ordered; only " + order.server + " can tell, set that server again");
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
        const auto read =
            resolved ? readOrders(run, **connection) : Result<std::vector<protocol::Order>>(resolved.error());
        if (read)
            return showOrders(run, book, *read, notOrdered, true);
        const ExitCode code = (*connection)->exitCodeFor(read.error());
        if (code != ExitCode::Unreachable)
            return run.failed(read.error(), code);
        run.out.warn("The server was not reached, this is what was known: " + read.error().message);
    }
    const auto known = book.placedHere();
    if (!known)
        return known.error();
    return showOrders(run, book, *known, notOrdered, false);
}

} // namespace

std::vector<Command> orderCommands()
{
    return {
        {"checkout",
         "CART",
         "Orders what is in a cart",
         "Decided by the server, all lines or none: stock, prices as seen, the cart as seen. What was ordered leaves "
         "the "
         "cart.\n"
         "The same key twice is one order, for ever: where it is not known what became of an order, ask again.\n"
         "Without a key such an order of this cart is asked for first, as it was; it says so where the cart has "
         "changed.",
         {{"key", "K", "names the order, so that asking twice orders once"},
          {"accept-prices", "", "take the server's prices"},
          timeoutOption()},
         checkout},
        {"orders",
         "",
         "Lists my orders",
         "Asks the server what became of those whose outcome is not known.",
         {{"local", "", "ask nobody: what is known here"}, timeoutOption()},
         orders},
    };
}

} // namespace evencart::cli
