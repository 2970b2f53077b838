#include "cli/commands/commands.h"
#include "cli/connection.h"
#include "cli/ordertext.h"
#include "cli/texttable.h"
#include "cli/values.h"
#include "portability/json.h"
#include "text/normalize.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>

namespace evencart::cli {

namespace {

const Option &localOption()
{
    static const Option option{"local", "", "ask nobody: what is known here, with its age"};
    return option;
}

bool fits(const KnownGood &good, const std::string &wanted)
{
    return std::ranges::any_of(
        std::initializer_list<std::string>{good.sku, good.name, good.category},
        [&](const std::string &text) { return normalizedName(text).find(wanted) != std::string::npos; });
}

using Reservations = std::vector<protocol::Reservation>;

// Brings the copy of the goods up to date, and asks for my reservations. Where that cannot be, why, and the exit code
// for it.
std::optional<std::pair<Error, ExitCode>> refresh(Invocation &run, Reservations &mine)
{
    const auto connection = Connection::open(run);
    if (!connection)
        return std::pair(connection.error(), exitCodeOf(connection.error()));
    const auto refreshed =
        (*connection)->ask<ShopRecord>([&](auto answer) { (*connection)->client().refreshGoods(std::move(answer)); });
    const auto read = refreshed ? (*connection)->ask<protocol::Reservations>([&](auto answer) {
        (*connection)->client().readReservations(std::move(answer));
    })
                                : Result<protocol::Reservations>(refreshed.error());
    if (!read)
        return std::pair(read.error(), (*connection)->exitCodeFor(read.error()));
    mine = read->reservations;
    return std::nullopt;
}

Result<ExitCode> showGoods(Invocation &run, Workspace &workspace, bool isFresh, const Reservations &mine)
{
    const auto record = workspace.profile().store().shop().record();
    const auto goods = workspace.profile().store().shop().goods();
    if (!record || !goods)
        return record ? goods.error() : record.error();
    const std::string wanted = run.arguments.count() > 0 ? normalizedName(run.arguments.at(0)) : std::string();
    const bool isKnown = record->heard != 0;
    const std::uint64_t now = run.environment.clock.wallMilliseconds();
    const std::uint64_t age = now > record->heard ? now - record->heard : 0;
    QJsonArray array;
    TextTable table;
    for (const KnownGood &good : *goods) {
        if (!wanted.empty() && !fits(good, wanted))
            continue;
        array.append(goodJson(good, mine));
        table.addRow({good.sku, good.name, moneyText(run.environment, {good.currency, good.price}),
                      stockText(run.environment, good, mine), good.category.empty() ? "" : "#" + good.category});
    }
    const QJsonObject document =
        jsonObject({{"goods", array},
                    {"revision", jsonNumber(record->revision)},
                    {"as_of", jsonTime(record->asOf)},
                    {"age", isKnown ? QJsonValue(static_cast<double>(age) / 1000) : QJsonValue()},
                    {"fresh", isFresh}});
    run.out.answer(document,
                   isKnown ? (table.isEmpty() ? "Nothing.\n" : table.toString()) + "As of " + ageText(age) + " ago."
                           : "It is not known yet what this profile's server sells.");
    return ExitCode::Done;
}

Result<ExitCode> stock(Invocation &run)
{
    const auto workspace = run.session.workspace();
    if (!workspace)
        return workspace.error();
    if (run.arguments.has("local"))
        return showGoods(run, **workspace, false, {});
    Reservations mine;
    const auto failed = refresh(run, mine);
    if (!failed)
        return showGoods(run, **workspace, true, mine);
    const auto record = (*workspace)->profile().store().shop().record();
    if (!record)
        return record.error();
    const auto &[reason, code] = *failed;
    if (run.arguments.has("fresh") || record->heard == 0 || code != ExitCode::Unreachable)
        return run.failed(reason, code);
    run.out.warn("The server was not reached, this is what was known: " + reason.message);
    return showGoods(run, **workspace, false, {});
}

} // namespace

std::vector<Command> shopCommands()
{
    return {
        {"stock",
         "[TEXT]",
         "Lists what the server sells",
         "With TEXT those whose article, name or category holds it. Prices and stock are the server's of this moment; "
         "where it\n"
         "cannot be reached, what was known last, with its age.",
         {localOption(), {"fresh", "", "fail where the server cannot be reached"}, timeoutOption()},
         stock},
    };
}

} // namespace evencart::cli
