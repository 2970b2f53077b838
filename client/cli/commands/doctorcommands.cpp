#include "cli/cartcheck.h"
#include "cli/commands/commands.h"
#include "cli/texttable.h"
#include "portability/cartdocument.h"
#include "portability/json.h"

namespace evencart::cli {

namespace {

struct Examination
{
    QJsonArray carts;
    std::vector<std::string> findings;
    std::string text;
};

void examine(Workspace &workspace, const CartId &id, Examination &result)
{
    const auto cart = workspace.cart(id);
    if (!cart) {
        result.findings.push_back("Cart " + id.toString() + " cannot be read: " + cart.error().message);
        return;
    }
    const std::string name = (*cart)->view().name();
    const auto findings = checkCart(workspace.profile().store(), **cart);
    if (!findings) {
        result.findings.push_back(name + ": " + findings.error().message);
        return;
    }
    for (const std::string &finding : *findings)
        result.findings.push_back(name + ": " + finding);
    const std::size_t facts = (*cart)->view().state().facts().size();
    const std::size_t lines = (*cart)->view().count();
    result.carts.append(jsonObject({{"id", jsonId(id)},
                                    {"name", jsonText(name)},
                                    {"lines", jsonNumber(lines)},
                                    {"facts", jsonNumber(facts)},
                                    {"pending", jsonNumber((*cart)->pendingCount())},
                                    {"head", jsonNumber((*cart)->record().cursor)},
                                    {"digest", jsonText(digestText(**cart))},
                                    {"ok", findings->empty()}}));
    result.text += name + ": " + std::to_string(lines) + " lines, " + std::to_string(facts) + " facts, digest " +
                   digestText(**cart).substr(0, 16) + (findings->empty() ? ", fine" : ", damaged") + "\n";
}

bool isDamaged(Workspace &workspace, const CartId &id)
{
    const auto cart = workspace.cart(id);
    if (!cart)
        return cart.error().code == ErrorCode::Corrupt;
    const auto findings = checkCart(workspace.profile().store(), **cart);
    return findings ? !findings->empty() : findings.error().code == ErrorCode::Corrupt;
}

std::string listed(const std::vector<std::string> &labels)
{
    std::string text;
    for (const std::string &label : labels)
        text += (text.empty() ? "" : "; ") + oneLine(label);
    return text;
}

// What was done about a damaged cart, for people.
std::string wordsFor(const SqliteStore::Salvaged &salvaged)
{
    std::string text = salvaged.wasSynced ? "What the server has of it comes back with the next sync."
                                          : "It never was on a server, so it was built again from what is intact here.";
    if (salvaged.kept > 0)
        text += " Kept: " + std::to_string(salvaged.kept) +
                (salvaged.kept == 1 ? " change that was not sent." : " changes that were not sent.");
    if (!salvaged.partly.empty())
        text += " Kept without what they took away: " + listed(salvaged.partly) + ".";
    if (!salvaged.lost.empty())
        text += " Lost, because they were damaged and never sent: " + listed(salvaged.lost) + ".";
    return text;
}

Result<QJsonArray> repair(Invocation &run, Workspace &workspace)
{
    QJsonArray repaired;
    for (const CartId &id : workspace.carts()) {
        if (!isDamaged(workspace, id))
            continue;
        const auto salvaged = workspace.recover(id);
        if (!salvaged && salvaged.error().code != ErrorCode::Corrupt)
            return salvaged.error();
        if (!salvaged)
            continue; // the examination says what is wrong
        run.out.warn("Cart " + id.toString().substr(0, 8) + " was damaged. " + wordsFor(*salvaged));
        repaired.append(jsonObject({{"cart", jsonId(id)},
                                    {"kept", jsonNumber(salvaged->kept)},
                                    {"kept_in_part", jsonNumber(salvaged->partly.size())},
                                    {"lost", jsonNumber(salvaged->lost.size())},
                                    {"comes_from_server", salvaged->wasSynced}}));
    }
    return repaired;
}

Result<ExitCode> doctor(Invocation &run)
{
    const auto workspace = run.session.workspace();
    if (!workspace)
        return workspace.error();
    Examination result;
    const auto repaired = run.arguments.has("repair") ? repair(run, **workspace) : QJsonArray();
    if (!repaired)
        return repaired.error();
    if (auto verified = (*workspace)->profile().database().verify(); !verified)
        result.findings.push_back(verified.error().message);
    for (const CartId &id : (*workspace)->carts())
        examine(**workspace, id, result);
    if ((*workspace)->profile().wasRekeyed())
        result.text += "The database was copied or restored; it goes on under a new replica id.\n";
    QJsonArray findings;
    for (const std::string &finding : result.findings) {
        findings.append(jsonText(finding));
        result.text += finding + "\n";
    }
    const bool healthy = result.findings.empty();
    QJsonObject document = jsonObject({{"ok", healthy},
                                       {"findings", findings},
                                       {"rekeyed", (*workspace)->profile().wasRekeyed()},
                                       {"carts", result.carts}});
    if (run.arguments.has("repair"))
        document.insert(QLatin1String("repaired"), *repaired);
    const char *advice = run.arguments.has("repair")
                             ? "The database is damaged in a way that cannot be repaired. Copy the profile's folder; a "
                               "cart that the server has comes back when you join it from a new profile."
                             : "The database is damaged. Copy the profile's folder before anything else; then \"doctor "
                               "--repair\" takes the damaged parts out and fetches them again from the server.";
    run.out.answer(document, result.text + (healthy ? "The database is fine." : advice));
    return healthy ? ExitCode::Done : ExitCode::Damaged;
}

} // namespace

std::vector<Command> doctorCommands()
{
    return {
        {"doctor",
         "",
         "Checks the database and says what it found",
         "SQLite's own check, the checksum of every row, the rules that a cart keeps, and its digest. Changes nothing\n"
         "without --repair.",
         {{"repair", "", "take damaged parts of carts out: the next sync fetches them, unsent changes are kept"}},
         doctor}};
}

} // namespace evencart::cli
