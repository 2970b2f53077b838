#include "cli/commands/commands.h"
#include "cli/connection.h"
#include "cli/ordertext.h"
#include "cli/values.h"
#include "portability/json.h"
#include "shopping/reserving.h"

namespace evencart::cli {

namespace {

using Outcome = ClientEngine::ReserveOutcome;

ExitCode needsServer(Invocation &run, const Error &reason, ExitCode code)
{
    if (code != ExitCode::Unreachable)
        return run.failed(reason, code);
    return run.failed({reason.code, "Reserving needs the server: " + reason.message}, code);
}

// A connection on which the server knows the cart as it stands here.
Result<std::unique_ptr<Connection>> connectFor(Invocation &run, const CartId &cart, std::optional<ExitCode> &failed)
{
    auto connection = Connection::open(run);
    if (!connection)
        return connection;
    auto ready = (*connection)->waitUntilSettled(cart);
    if (ready)
        ready = (*connection)->client().canAskTheShop();
    if (!ready)
        failed = needsServer(run, ready.error(), (*connection)->exitCodeFor(ready.error()));
    return connection;
}

// Asks until there is an answer, or no sense in asking: the same message is the same reservation.
template <typename T>
Result<T> askThrough(Connection &connection, const std::function<void(ClientEngine::Answer<T>)> &question)
{
    while (true) {
        auto answer = connection.ask<T>(question);
        const bool isLost = !answer && answer.error().code == ErrorCode::Unreachable;
        if (!isLost || connection.isOver() || connection.isOnline())
            return answer;
    }
}

// `lines`: how many of the cart it is for.
ExitCode answerReserved(Invocation &run, const LineView &line, const protocol::Reservation &reservation,
                        const std::string &unit, std::size_t lines)
{
    const std::string forLines = lines > 1 ? " (for all " + std::to_string(lines) + " lines of it)" : std::string();
    run.out.answer(jsonObject({{"line", jsonId(line.id)},
                               {"sku", jsonText(reservation.sku)},
                               {"quantity", jsonQuantity(reservation.quantity)},
                               {"unit", jsonText(unit)},
                               {"until", jsonTime(reservation.until)},
                               {"remaining", static_cast<double>(reservation.remaining) / 1000}}),
                   "Reserved " + amountText(run.environment, reservation.quantity, unit) + " of " + line.name +
                       forLines + " for " + ageText(reservation.remaining) + ": nobody else is sold it before " +
                       timeText(reservation.until) + ".");
    return ExitCode::Done;
}

ExitCode answerRefused(Invocation &run, const LineView &line, const protocol::NotReserved &refusal)
{
    const Error error{ErrorCode::Refused, notReservedText(run.environment, refusal, line.name)};
    QJsonObject more = jsonObject({{"line", jsonId(line.id)}, {"reason", jsonText(problemName(refusal.problem))}});
    if (refusal.problem != protocol::ReservationProblem::TooMany) // there it counts reservations
        more.insert(QLatin1String("left"), jsonQuantity(refusal.left));
    run.out.fail(error, more);
    return ExitCode::Refused;
}

Result<ExitCode> reserve(Invocation &run)
{
    const auto cart = run.session.cart(run.arguments.at(0));
    if (!cart)
        return cart.error();
    const auto line = run.session.line(**cart, run.arguments.at(1));
    if (!line)
        return line.error();
    const LineView named = **line; // as it stands now: what comes in may take it away
    std::optional<std::int64_t> quantity;
    if (run.arguments.count() > 2) {
        const auto read = readQuantity(run.environment, run.arguments.at(2));
        if (!read)
            return read.error();
        quantity = *read;
    }
    const auto wanted = run.arguments.option("for");
    const auto duration = wanted ? readDuration(*wanted) : Result<std::uint64_t>(usualReservationMilliseconds);
    if (!duration)
        return duration.error();
    const auto workspace = run.session.workspace();
    if (!workspace)
        return workspace.error();
    const auto question = reservationOf(**workspace, **cart, named.id, quantity, *duration);
    if (!question && question.error().code == ErrorCode::InvalidInput && !quantity && !wanted)
        return run.failed(question.error(), ExitCode::Failed); // the line is not one: no wrong use
    if (!question)
        return question.error();
    std::optional<ExitCode> failed;
    const auto connection = connectFor(run, question->cart, failed);
    if (!connection)
        return connection.error();
    if (failed)
        return *failed;
    const auto outcome = askThrough<Outcome>(
        **connection, [&](auto answer) { (*connection)->client().reserve(*question, std::move(answer)); });
    if (!outcome)
        return needsServer(run, outcome.error(), (*connection)->exitCodeFor(outcome.error()));
    if (const auto *refusal = std::get_if<protocol::NotReserved>(&*outcome))
        return answerRefused(run, named, *refusal);
    const auto &reserved = std::get<protocol::Reserved>(*outcome);
    const auto good = (*workspace)->profile().store().shop().good(reserved.reservation.sku);
    if (!good)
        return good.error();
    const auto after = (*workspace)->cart(question->cart);
    if (!after)
        return after.error();
    return answerReserved(run, named, reserved.reservation, good->has_value() ? (**good).unit : named.unit,
                          linesWith((**after).view(), reserved.reservation.sku));
}

Result<ExitCode> release(Invocation &run)
{
    const auto cart = run.session.cart(run.arguments.at(0));
    if (!cart)
        return cart.error();
    const auto line = run.session.line(**cart, run.arguments.at(1));
    if (!line)
        return line.error();
    const LineView named = **line;
    const CartId id = (*cart)->record().id;
    if (named.sku.empty())
        return run.failed({ErrorCode::InvalidInput, "\"" + named.name +
                                                        "\" has no article of the catalogue, so "
                                                        "nothing of it is reserved."},
                          ExitCode::Failed);
    std::optional<ExitCode> failed;
    const auto connection = connectFor(run, id, failed);
    if (!connection)
        return connection.error();
    if (failed)
        return *failed;
    const auto left = askThrough<protocol::Reservations>(
        **connection, [&](auto answer) { (*connection)->client().release(id, named.sku, std::move(answer)); });
    if (!left)
        return needsServer(run, left.error(), (*connection)->exitCodeFor(left.error()));
    run.out.confirm(jsonObject({{"line", jsonId(named.id)}, {"sku", jsonText(named.sku)}, {"reserved", 0}}),
                    "Nothing of " + named.name + " is reserved for this cart any more.");
    return ExitCode::Done;
}

} // namespace

std::vector<Command> reserveCommands()
{
    return {
        {"reserve",
         "CART LINE [N]",
         "Keeps something for my order",
         "The server keeps N of it, or without N all that is open of that article in the cart, in this and other "
         "lines, for my\n"
         "order from this cart: nobody else is sold it meanwhile. An article is reserved once for a cart: reserving "
         "again replaces it.\n"
         "It ends with the order, with \"release\", or by itself. Without the server nothing is reserved.",
         {{"for", "T", "how long, like 10m (which is usual); half an hour at most"}, timeoutOption()},
         reserve},
        {"release", "CART LINE", "Gives back what was reserved", "", {timeoutOption()}, release},
    };
}

} // namespace evencart::cli
