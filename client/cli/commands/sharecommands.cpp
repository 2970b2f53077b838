#include "cli/commands/commands.h"
#include "cli/connection.h"
#include "cli/qrcode.h"
#include "cli/values.h"
#include "portability/json.h"
#include "sharing/invitation.h"
#include "sharing/joining.h"

#include <charconv>

namespace evencart::cli {

namespace {

// Where the link is no cart's: to look after the shop.
Result<ExitCode> becomeAdministrator(Invocation &run, Connection &connection, Joining &joining)
{
    const auto joined = connection.ask<protocol::Joined>(
        [&](auto answer) { connection.client().join({}, joining.link().invite, std::move(answer)); });
    if (!joined) {
        if (auto undone = joining.giveUp(); !undone)
            return undone.error();
        return run.failed(joined.error(), connection.exitCodeFor(joined.error()));
    }
    run.out.confirm(jsonObject({{"cart", QJsonValue()}, {"administrator", true}}),
                    "You are an administrator of this server and can look after its shop: evencartctl shop.");
    return ExitCode::Done;
}

// The terms of an invitation, from the options.
Result<InvitationTerms> readTerms(Invocation &run)
{
    const auto role = readRole(run.arguments.option("role").value_or("editor"));
    if (!role)
        return role.error();
    const auto lifetime = readDuration(run.arguments.option("expires").value_or("7d"));
    if (!lifetime)
        return lifetime.error();
    std::uint32_t uses = 0;
    const std::string text = run.arguments.option("uses").value_or("1");
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), uses);
    if (problem != std::errc() || end != text.data() + text.size() || uses == 0)
        return Error{ErrorCode::InvalidInput, "\"" + text + "\" is no number of uses; write a whole one from 1."};
    return InvitationTerms{*role, *lifetime, uses};
}

void answerInvitation(Invocation &run, const ClientEngine::Invitation &terms, const std::string &link)
{
    const std::string expires = timeText(terms.expiresAt);
    run.out.answer(jsonObject({{"link", jsonText(link)},
                               {"expires", jsonText(expires)},
                               {"uses", jsonNumber(terms.uses)},
                               {"role", jsonText(roleName(terms.role))}}),
                   link);
    if (run.out.isJson())
        return;
    if (run.arguments.has("qr"))
        run.out.raw(qrCode(link));
    run.out.confirm({}, std::string("For ") +
                            (terms.uses == 1 ? "one person" : std::to_string(terms.uses) + " people") + ", as " +
                            roleName(terms.role) + ", until " + expires + ". Whoever has the link can join.");
}

Result<ExitCode> invite(Invocation &run)
{
    const auto terms = readTerms(run);
    if (!terms)
        return terms.error();
    const auto cart = run.session.cart(run.arguments.at(0));
    if (!cart)
        return cart.error();
    const auto workspace = run.session.workspace();
    if (!workspace)
        return workspace.error();
    const CartId id = (*cart)->record().id;
    const auto connection = Connection::open(run);
    if (!connection)
        return connection.error();
    // The server knows a cart only when it has been synced once.
    if (auto settled = (*connection)->waitUntilSettled(id); !settled)
        return run.failed(settled.error(), (*connection)->exitCodeFor(settled.error()));
    const ClientEngine::Invitation invitation =
        invitationFor(id, *terms, (*connection)->client().serverTime(), run.environment.random);
    const auto invited = (*connection)->ask<protocol::Invited>([&](auto answer) {
        (*connection)->client().invite(invitation, std::move(answer));
    });
    if (!invited)
        return run.failed(invited.error(), (*connection)->exitCodeFor(invited.error()));
    answerInvitation(run, invitation, linkFor(invitation, (*workspace)->profile().record()));
    return ExitCode::Done;
}

Result<CartId> joinAndSync(Connection &connection, Joining &joining)
{
    const auto joined = connection.ask<protocol::Joined>(
        [&](auto answer) { connection.client().join(joining.link().cart, joining.link().invite, std::move(answer)); });
    if (!joined)
        return joined.error();
    const auto adopted = joining.arrived(*joined);
    if (!adopted)
        return adopted.error();
    connection.forgetRefusal(*adopted); // of somebody who had been shown out
    connection.client().edited(*adopted);
    if (auto settled = connection.waitUntilSettled(*adopted); !settled)
        return settled.error();
    return *adopted;
}

Result<ExitCode> join(Invocation &run)
{
    const auto link = parseInviteLink(run.arguments.at(0));
    if (!link) // whatever is wrong with it: it was typed or pasted so
        return Error{ErrorCode::InvalidInput, link.error().message};
    const auto workspace = run.session.workspace();
    if (!workspace)
        return workspace.error();
    Joining joining(**workspace, *link);
    if (auto begun = joining.begin(); !begun)
        return begun.error();
    const auto connection = Connection::open(run);
    if (!connection)
        return connection.error();
    if (link->isForAdministrator())
        return becomeAdministrator(run, **connection, joining);
    const auto cart = joinAndSync(**connection, joining);
    if (!cart) {
        if (auto undone = joining.giveUp(); !undone)
            return undone.error();
        return run.failed(cart.error(), (*connection)->exitCodeFor(cart.error()));
    }
    const auto opened = (*workspace)->cart(*cart);
    if (!opened)
        return opened.error();
    run.out.answer(jsonObject({{"cart", jsonId(*cart)}}),
                   "Joined " + (*opened)->view().name() + " (" + cart->toString() + ").");
    return ExitCode::Done;
}

} // namespace

std::vector<Command> shareCommands()
{
    return {
        {"invite",
         "CART",
         "Makes a link with which somebody can join a cart",
         "Only an owner can.",
         {{"role", "ROLE", "editor (if nothing is said), viewer or owner"},
          {"expires", "TIME", "how long the link is good: 12h, 7d (if nothing is said)"},
          {"uses", "N", "for how many people; 1 if nothing is said"},
          {"qr", "", "draw it as a QR code, too"},
          timeoutOption()},
         invite},
        {"join",
         "LINK",
         "Joins a cart with an invitation link",
         "Takes the link's server where this profile has none. An administrator's link joins no cart: it lets one look "
         "after the shop.",
         {timeoutOption()},
         join},
    };
}

} // namespace evencart::cli
