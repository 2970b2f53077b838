#include "cart/cartmerge.h"
#include "cli/carttext.h"
#include "cli/commands/commands.h"
#include "cli/editing.h"
#include "cli/texttable.h"
#include "cli/values.h"
#include "portability/cartdocument.h"
#include "portability/json.h"

namespace evencart::cli {

namespace {

Result<ExitCode> create(Invocation &run)
{
    const auto workspace = run.session.workspace();
    if (!workspace)
        return workspace.error();
    const auto id = (*workspace)->createCart(run.arguments.at(0));
    if (!id)
        return id.error();
    run.out.answer(jsonObject({{"id", jsonId(*id)}}), id->toString());
    return ExitCode::Done;
}

Result<ExitCode> list(Invocation &run)
{
    const auto workspace = run.session.workspace();
    if (!workspace)
        return workspace.error();
    QJsonArray entries;
    TextTable table;
    table.alignRight(2);
    std::optional<Error> damage; // one damaged cart does not hide the others
    for (const CartId &id : (*workspace)->carts()) {
        const auto cart = (*workspace)->cart(id);
        if (!cart && cart.error().code != ErrorCode::Corrupt)
            return cart.error();
        if (!cart) {
            damage = Session::withAdvice(cart.error());
            entries.append(jsonObject({{"id", jsonId(id)}, {"damaged", true}}));
            table.addRow({id.toString().substr(0, 8), "cannot be read"});
            continue;
        }
        const std::size_t lines = (*cart)->view().count();
        const std::size_t pending = (*cart)->pendingCount();
        const bool archived = (*cart)->record().archived;
        entries.append(jsonObject({{"id", jsonId(id)},
                                   {"name", jsonText((*cart)->view().name())},
                                   {"lines", jsonNumber(lines)},
                                   {"pending", jsonNumber(pending)},
                                   {"archived", archived}}));
        table.addRow({id.toString().substr(0, 8), (*cart)->view().name(),
                      std::to_string(lines) + (lines == 1 ? " line" : " lines"),
                      pending == 0 ? "" : std::to_string(pending) + " not sent", archived ? "archived" : "",
                      (*cart)->record().isShutOut() ? "the server does not let us in" : ""});
    }
    std::string text = table.isEmpty() ? "No carts yet; \"cart create NAME\" makes one.\n" : table.toString();
    text.pop_back();
    run.out.answer(jsonObject({{"carts", entries}}), text);
    if (!damage)
        return ExitCode::Done;
    run.out.warn(damage->message);
    return ExitCode::Damaged;
}

Result<ExitCode> rename(Invocation &run)
{
    const auto cart = run.session.cart(run.arguments.at(0));
    if (!cart)
        return cart.error();
    const std::string &name = run.arguments.at(1);
    const auto edited =
        (*cart)->edit("rename the cart to " + shortName(name), [&](Edit &edit) { return edit.renameCart(name); });
    if (!edited)
        return edited.error();
    run.out.confirm(jsonObject({{"id", jsonId((*cart)->record().id)}, {"name", jsonText((*cart)->view().name())}}),
                    "The cart is now called " + (*cart)->view().name() + ".");
    return ExitCode::Done;
}

Result<ExitCode> archive(Invocation &run)
{
    const auto cart = run.session.cart(run.arguments.at(0));
    if (!cart)
        return cart.error();
    const bool archived = !run.arguments.has("undo");
    if (auto done = (*cart)->setArchived(archived); !done)
        return done.error();
    run.out.confirm(jsonObject({{"id", jsonId((*cart)->record().id)}, {"archived", archived}}),
                    (*cart)->view().name() +
                        (archived ? " is archived: it stays here and is no longer synced." : " is back."));
    return ExitCode::Done;
}

Result<ExitCode> show(Invocation &run)
{
    const auto cart = run.session.cart(run.arguments.at(0));
    if (!cart)
        return cart.error();
    const auto workspace = run.session.workspace();
    if (!workspace)
        return workspace.error();
    if (!run.out.isJson()) {
        run.out.answer({}, cartText(run.environment, **workspace, **cart));
        return ExitCode::Done;
    }
    const auto document = cartDocument(**workspace, **cart);
    if (!document)
        return document.error();
    run.out.answer(*document, {});
    return ExitCode::Done;
}

Result<ExitCode> merge(Invocation &run)
{
    const auto from = run.session.cart(run.arguments.at(0));
    if (!from)
        return from.error();
    const auto into = run.session.cart(run.arguments.at(1));
    if (!into)
        return into.error();
    if (*from == *into)
        return Error{ErrorCode::InvalidInput, "A cart cannot be merged into itself; name two."};
    // What we do not understand of it would count as merged and never be taken over.
    if (auto understood = (*from)->mayEdit(); !understood)
        return understood.error();
    bool nothingNew = false;
    const auto merged = (*into)->edit("merge " + shortName((*from)->view().name()), [&](Edit &edit) -> Result<void> {
        const auto report = mergeCart(edit, (*from)->view());
        if (!report)
            return report.error();
        nothingNew = report->nothingNew;
        return {};
    });
    if (!merged)
        return merged.error();
    return answerLines(run, **into, merged->touched,
                       nothingNew ? "Nothing new: all of it is there already." : "Nothing had to change.");
}

} // namespace

std::vector<Command> cartCommands()
{
    return {
        {"cart create", "NAME", "Makes a cart and prints its id", "", {}, create},
        {"cart list", "", "Lists the carts of this profile", "", {}, list},
        {"cart rename", "CART NAME", "Gives a cart another name", "", {}, rename},
        {"cart archive",
         "CART",
         "Puts a cart away: it stays here and is no longer synced",
         "Only for this profile; the others keep theirs.",
         {{"undo", "", "bring it back"}},
         archive},
        {"cart show", "CART", "Shows a cart", "", {}, show},
        {"merge",
         "FROM INTO",
         "Adds what is in one cart to another",
         "Doing it again, or from another machine at the same time, adds nothing twice; a cart that grew adds its "
         "growth.",
         {},
         merge},
    };
}

} // namespace evencart::cli
