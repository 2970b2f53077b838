#include "cli/carttext.h"
#include "cli/commands/commands.h"
#include "cli/historywords.h"
#include "cli/texttable.h"
#include "history/historyreader.h"
#include "history/unseen.h"
#include "portability/json.h"

#include <algorithm>

namespace evencart::cli {

namespace {

constexpr std::size_t mostUnseenInText = 3;

const char *kindName(StoredDelta::Kind kind)
{
    switch (kind) {
    case StoredDelta::Kind::Pending:
        return "pending";
    case StoredDelta::Kind::Accepted:
        return "accepted";
    case StoredDelta::Kind::Rejected:
        break;
    }
    return "rejected";
}

QJsonObject entryJson(const Workspace &workspace, const HistoryEntry &entry, const std::string &what,
                      const std::vector<const HistoryEntry *> &unseen)
{
    QJsonArray missed;
    for (const HistoryEntry *other : unseen)
        missed.append(jsonText(deltaName(other->replica, other->seq)));
    QJsonArray lines;
    for (const LineId &line : entry.lines) {
        if (!line.isNull())
            lines.append(jsonId(line));
    }
    return jsonObject({{"delta", jsonText(deltaName(entry.replica, entry.seq))},
                       {"member", jsonId(entry.author)},
                       {"name", jsonText(workspace.memberName(entry.author))},
                       {"time", jsonTime(entry.effective.milliseconds())},
                       {"state", jsonText(kindName(entry.kind))},
                       {"position", jsonNumber(entry.position)},
                       {"what", jsonText(what)},
                       {"lines", lines},
                       {"not_seen", missed}});
}

std::string unseenText(const Environment &environment, const Workspace &workspace,
                       const std::vector<const HistoryEntry *> &unseen)
{
    std::string text;
    for (std::size_t i = 0; i < std::min(unseen.size(), mostUnseenInText); ++i)
        text += (i == 0 ? "  had not seen: " : ", ") + workspace.memberName(unseen[i]->author) + " (" +
                wordsFor(environment, workspace, *unseen[i]) + ")";
    if (unseen.size() > mostUnseenInText)
        text += " and " + std::to_string(unseen.size() - mostUnseenInText) + " more";
    return text;
}

Result<ExitCode> history(Invocation &run)
{
    const auto cart = run.session.cart(run.arguments.at(0));
    if (!cart)
        return cart.error();
    const auto workspace = run.session.workspace();
    if (!workspace)
        return workspace.error();
    std::optional<LineId> only;
    if (const auto text = run.arguments.maybe(1)) {
        if (const auto present = (*workspace)->findLine(**cart, *text)) {
            only = *present;
        } else {
            const auto removed = (*workspace)->findRemoved(**cart, *text);
            if (!removed)
                return present.error();
            only = removed->id;
        }
    }
    const auto entries = readHistory(**workspace, **cart);
    if (!entries)
        return entries.error();
    const Unseen unseen(*entries, (*cart)->record().epoch);
    const auto concerns = [&](const HistoryEntry &entry) { return !only || entry.concerns(*only); };
    QJsonArray array;
    std::string text;
    for (const HistoryEntry &entry : *entries) {
        if (!concerns(entry))
            continue;
        auto missed = unseen.of(entry);
        std::erase_if(missed, [&](const HistoryEntry *other) { return !concerns(*other); });
        const std::string what = wordsFor(run.environment, **workspace, entry);
        array.append(entryJson(**workspace, entry, what, missed));
        const bool accepted = entry.kind == StoredDelta::Kind::Accepted;
        text += timeText(entry.effective.milliseconds()) + "  " + (*workspace)->memberName(entry.author) + ": " + what +
                (accepted ? "" : std::string(" (") + kindName(entry.kind) + ")") +
                unseenText(run.environment, **workspace, missed) + "\n";
    }
    text = text.empty() ? "Nothing has happened yet." : text.substr(0, text.size() - 1);
    run.out.answer(jsonObject({{"history", array}}), text);
    return ExitCode::Done;
}

// Calls `each` for the cart that was named, or for all of them.
Result<ExitCode> forCarts(Invocation &run, const std::function<Result<void>(CartReplica &)> &each)
{
    const auto workspace = run.session.workspace();
    if (!workspace)
        return workspace.error();
    std::vector<CartId> ids = (*workspace)->carts();
    if (const auto named = run.arguments.maybe(0)) {
        const auto id = (*workspace)->findCart(*named);
        if (!id)
            return id.error();
        ids = {*id};
    }
    for (const CartId &id : ids) {
        const auto cart = (*workspace)->cart(id);
        if (!cart)
            return cart.error();
        if (auto done = each(**cart); !done)
            return done.error();
    }
    return ExitCode::Done;
}

Result<ExitCode> pending(Invocation &run)
{
    QJsonArray array;
    QJsonArray shutOut;
    TextTable table;
    std::string notLetIn;
    auto listed = forCarts(run, [&](CartReplica &cart) -> Result<void> {
        if (cart.record().isShutOut() && cart.pendingCount() > 0) {
            shutOut.append(jsonId(cart.record().id));
            notLetIn += cart.view().name() + ": " + shutOutText(cart) + "\n";
        }
        const auto pending = cart.pending();
        if (!pending)
            return pending.error();
        for (const PendingDelta &waiting : **pending) {
            const std::string name = deltaName(waiting.delta.replica, waiting.delta.seq);
            array.append(jsonObject({{"delta", jsonText(name)},
                                     {"cart", jsonId(cart.record().id)},
                                     {"what", jsonText(waiting.label)},
                                     {"time", jsonTime(waiting.delta.stamp.milliseconds())}}));
            table.addRow({cart.view().name(), timeText(waiting.delta.stamp.milliseconds()), waiting.label});
        }
        return {};
    });
    if (!listed)
        return listed;
    std::string text = (table.isEmpty() ? "The server has everything.\n" : table.toString()) + notLetIn;
    text.pop_back();
    QJsonObject document = jsonObject({{"pending", array}});
    if (!shutOut.isEmpty())
        document.insert(QLatin1String("shut_out"), shutOut);
    run.out.answer(document, text);
    return ExitCode::Done;
}

Result<ExitCode> rejected(Invocation &run)
{
    QJsonArray array;
    TextTable table;
    auto listed = forCarts(run, [&](CartReplica &cart) -> Result<void> {
        const auto workspace = run.session.workspace();
        if (!workspace)
            return workspace.error();
        const auto entries = rejectedEdits(**workspace, cart);
        if (!entries)
            return entries.error();
        for (const HistoryEntry &entry : *entries) {
            array.append(rejectedJson(cart.record().id, entry));
            table.addRow({cart.view().name(), entry.label, reasonText(entry.reason)});
        }
        return {};
    });
    if (!listed)
        return listed;
    std::string text = table.isEmpty() ? "The server has refused nothing.\n" : table.toString();
    text.pop_back();
    run.out.answer(jsonObject({{"rejected", array}}), text);
    return ExitCode::Done;
}

} // namespace

std::vector<Command> historyCommands()
{
    return {
        {"history", "CART [LINE]", "Tells who did what, when, and what they had not seen", "", {}, history},
        {"pending", "[CART]", "Lists the changes that the server has not got", "", {}, pending},
        {"rejected", "[CART]", "Lists the changes that the server refused, and why", "", {}, rejected},
    };
}

} // namespace evencart::cli
