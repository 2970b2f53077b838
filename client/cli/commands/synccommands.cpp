#include "cli/commands/commands.h"
#include "cli/connection.h"
#include "cli/historywords.h"
#include "cli/texttable.h"
#include "portability/cartdocument.h"
#include "portability/json.h"

#include <algorithm>

namespace evencart::cli {

namespace {

// As Workspace::memberName() calls a member of whom nothing was heard.
constexpr std::string_view strangerName = "unknown";

// What the server did not take, for the answer and for people.
struct Refusals
{
    QJsonArray carts;
    QJsonArray edits;
    std::vector<std::string> sentences;
};

Result<Refusals> refusalsOf(Workspace &workspace, const Connection &connection)
{
    Refusals refusals;
    for (const auto &[id, reason] : connection.refusedCarts()) {
        const auto cart = workspace.cart(id);
        if (!cart)
            return cart.error();
        refusals.carts.append(jsonObject(
            {{"cart", jsonId(id)}, {"code", jsonText(errorName(reason.code))}, {"message", jsonText(reason.message)}}));
        refusals.sentences.push_back((*cart)->view().name() + " was not synced: " + reason.message);
    }
    for (const auto &[id, seqs] : connection.rejectedEdits()) {
        const auto cart = workspace.cart(id);
        if (!cart)
            return cart.error();
        const auto entries = rejectedEdits(workspace, **cart);
        if (!entries)
            return entries.error();
        for (const HistoryEntry &entry : *entries) {
            if (std::find(seqs.begin(), seqs.end(), entry.seq) == seqs.end() ||
                entry.replica != (*cart)->record().ownReplica)
                continue;
            refusals.edits.append(rejectedJson(id, entry));
            refusals.sentences.push_back("Refused: " + entry.label + ", because " + reasonText(entry.reason) + ".");
        }
    }
    return refusals;
}

// Whether somebody is in the cart of whom only the id is known. Names are no part of a cart; the server tells them when
// they change.
bool hasStrangers(const Workspace &workspace, const CartView &view)
{
    const auto isStranger = [&](const MemberId &member) { return workspace.memberName(member) == strangerName; };
    const auto wrote = [&](const Share &share) { return isStranger(share.member); };
    return std::ranges::any_of(view.lines(), [&](const LineView *line) {
        return isStranger(line->changedBy) || std::ranges::any_of(line->wantedBy, wrote) ||
               std::ranges::any_of(line->boughtBy, wrote);
    });
}

Result<void> learnNames(Connection &connection, Workspace &workspace)
{
    for (const CartId &id : workspace.carts()) {
        const auto cart = workspace.cart(id);
        if (!cart)
            return connection.brokenHere(cart.error());
        if (!connection.client().isSettled(id) || !hasStrangers(workspace, (*cart)->view()))
            continue;
        const auto members = connection.ask<protocol::Members>(
            [&](auto answer) { connection.client().listMembers(id, std::move(answer)); });
        if (!members)
            return members.error();
        if (auto known = workspace.rememberMembers(members->members); !known)
            return connection.brokenHere(known.error());
    }
    return {};
}

QJsonObject syncedJson(const CartReplica &cart)
{
    QJsonObject entry = jsonObject({{"id", jsonId(cart.record().id)},
                                    {"head", jsonNumber(cart.record().cursor)},
                                    {"pending", jsonNumber(cart.pendingCount())},
                                    {"digest", jsonText(digestText(cart))}});
    if (const QJsonArray unknown = unknownFeaturesJson(cart); !unknown.isEmpty())
        entry.insert(QLatin1String("unknown_features"), unknown);
    return entry;
}

// Beside what was done: the first reason why it does not end with 0.
QJsonObject errorJson(ErrorCode code, const std::string &message)
{
    return jsonObject({{"code", jsonText(errorName(code))}, {"message", jsonText(message)}});
}

Result<ExitCode> sync(Invocation &run)
{
    const auto workspace = run.session.workspace();
    if (!workspace)
        return workspace.error();
    const auto connection = Connection::open(run);
    if (!connection)
        return connection.error();
    if (auto settled = (*connection)->waitUntilAllSettled(); !settled)
        return run.failed(settled.error(), (*connection)->exitCodeFor(settled.error()));
    if (auto learned = learnNames(**connection, **workspace); !learned)
        return run.failed(learned.error(), (*connection)->exitCodeFor(learned.error()));
    QJsonArray carts;
    TextTable table;
    std::vector<std::string> heldBack;
    for (const CartId &id : (*workspace)->carts()) {
        const auto cart = (*workspace)->cart(id);
        if (!cart)
            return cart.error();
        if ((*cart)->record().archived || (*connection)->refusedCarts().contains(id))
            continue;
        carts.append(syncedJson(**cart));
        const auto may = (*cart)->mayEdit();
        table.addRow({id.toString().substr(0, 8), (*cart)->view().name(),
                      may ? "in sync" : "in sync, to be read only before an update"});
        if (!may && (*cart)->pendingCount() > 0)
            heldBack.push_back((*cart)->view().name() + ": " + may.error().message);
    }
    const auto refusals = refusalsOf(**workspace, **connection);
    if (!refusals)
        return refusals.error();
    const bool isNothing = table.isEmpty() && refusals->carts.isEmpty();
    std::string text = isNothing ? "No cart to sync.\n" : table.toString();
    if (!text.empty())
        text.pop_back();
    QJsonObject document = jsonObject({{"carts", carts}});
    if (!refusals->sentences.empty()) {
        document.insert(QLatin1String("refused"), refusals->carts);
        document.insert(QLatin1String("rejected"), refusals->edits);
        document.insert(QLatin1String("error"), errorJson(ErrorCode::Refused, refusals->sentences.front()));
    } else if (!heldBack.empty()) {
        document.insert(QLatin1String("error"), errorJson(ErrorCode::UpdateNeeded, heldBack.front()));
    }
    run.out.confirm(document, text);
    for (const std::string &sentence : refusals->sentences)
        run.out.warn(sentence);
    for (const std::string &sentence : heldBack)
        run.out.warn(sentence);
    if (!refusals->sentences.empty())
        return ExitCode::Refused;
    return heldBack.empty() ? ExitCode::Done : ExitCode::Failed;
}

} // namespace

std::vector<Command> syncCommands()
{
    return {{"sync",
             "",
             "Exchanges every cart with the server",
             "Returns when nothing is pending and every cart here is as it is there. Without --timeout a server that "
             "cannot be\n"
             "reached ends it at once.",
             {timeoutOption()},
             sync}};
}

} // namespace evencart::cli
