#include "cli/cartcheck.h"
#include "cli/commands/commands.h"
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

Result<ExitCode> doctor(Invocation &run)
{
    const auto workspace = run.session.workspace();
    if (!workspace)
        return workspace.error();
    Examination result;
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
    run.out.answer(jsonObject({{"ok", healthy},
                               {"findings", findings},
                               {"rekeyed", (*workspace)->profile().wasRekeyed()},
                               {"carts", result.carts}}),
                   result.text + (healthy ? "The database is fine."
                                          : "The database is damaged. Copy the profile's folder before anything else; "
                                            "a cart that the server has "
                                            "comes back when you join it from a new profile."));
    return healthy ? ExitCode::Done : ExitCode::Damaged;
}

} // namespace

std::vector<Command> doctorCommands()
{
    return {
        {"doctor",
         "",
         "Checks the database and says what it found",
         "SQLite's own check, the checksum of every row, the rules that a cart keeps, and its digest. Changes nothing.",
         {},
         doctor}};
}

} // namespace evencart::cli
