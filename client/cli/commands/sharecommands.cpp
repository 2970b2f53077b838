#include "cli/commands/commands.h"
#include "cli/connection.h"
#include "cli/qrcode.h"
#include "cli/serveraddress.h"
#include "cli/texttable.h"
#include "cli/values.h"
#include "portability/json.h"

#include <algorithm>
#include <charconv>

namespace evencart::cli {

namespace {

const char *roleName(Role role)
{
    switch (role) {
    case Role::Viewer:
        return "viewer";
    case Role::Editor:
        return "editor";
    case Role::Owner:
        break;
    }
    return "owner";
}

Result<Role> readRole(const std::string &text)
{
    for (const Role role : {Role::Viewer, Role::Editor, Role::Owner}) {
        if (text == roleName(role))
            return role;
    }
    return Error{ErrorCode::InvalidInput, "\"" + text + "\" is no role; take editor, viewer or owner."};
}

// The terms of an invitation, from the options.
Result<ClientEngine::Invitation> readTerms(Invocation &run)
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
    return ClientEngine::Invitation{{},
                                    *role,
                                    KeyPair::generate(run.environment.random),
                                    run.environment.clock.wallMilliseconds() + *lifetime,
                                    uses};
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
    auto terms = readTerms(run);
    if (!terms)
        return terms.error();
    const auto cart = run.session.cart(run.arguments.at(0));
    if (!cart)
        return cart.error();
    const auto workspace = run.session.workspace();
    if (!workspace)
        return workspace.error();
    terms->cart = (*cart)->record().id;
    const auto connection = Connection::open(run);
    if (!connection)
        return connection.error();
    // The server knows a cart only when it has been synced once.
    if (auto settled = (*connection)->waitUntilSettled(terms->cart); !settled)
        return run.failed(settled.error(), exitCodeOfConnection(settled.error()));
    const auto invited = (*connection)->ask<protocol::Invited>([&](auto answer) {
        (*connection)->client().invite(*terms, std::move(answer));
    });
    if (!invited)
        return run.failed(invited.error(), exitCodeOfConnection(invited.error()));
    const ProfileRecord &profile = (*workspace)->profile().record();
    answerInvitation(
        run, *terms,
        toString(linkTo(profile.serverUrl, profile.serverFingerprint, terms->cart, terms->role, terms->key)));
    return ExitCode::Done;
}

// Makes the link's server the profile's, where there is none yet. A profile has one server.
Result<void> useServerOf(const InviteLink &link, Profile &profile)
{
    const std::string url = urlOf(link).toString().toStdString();
    const ProfileRecord &record = profile.record();
    if (record.serverUrl.empty())
        return profile.setServer(url, fingerprintOf(link));
    const auto known = readServerUrl(record.serverUrl);
    if (known && known->toString().toStdString() == url)
        return {};
    return Error{ErrorCode::Limit, "This invitation is for the server " + url + ", and this profile syncs with " +
                                       record.serverUrl + "; use another --profile, or \"server set\" first."};
}

Result<CartId> joinAndSync(Connection &connection, Workspace &workspace, const InviteLink &link)
{
    const auto joined = connection.ask<protocol::Joined>(
        [&](auto answer) { connection.client().join(link.cart, link.invite, std::move(answer)); });
    if (!joined)
        return joined.error();
    const auto adopted = workspace.adoptCart(joined->cart, joined->proof, joined->role);
    if (!adopted)
        return adopted.error();
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
    Profile &profile = (*workspace)->profile();
    const bool hadServer = !profile.record().serverUrl.empty();
    if (auto used = useServerOf(*link, profile); !used)
        return used.error();
    const auto connection = Connection::open(run);
    if (!connection)
        return connection.error();
    const auto cart = joinAndSync(**connection, **workspace, *link);
    if (!cart) {
        const bool isIn = std::ranges::count((*workspace)->carts(), link->cart) > 0;
        if (!hadServer && !isIn) {
            if (auto forgotten = profile.setServer({}, {}); !forgotten)
                return forgotten.error();
        }
        return run.failed(cart.error(), exitCodeOfConnection(cart.error()));
    }
    const auto opened = (*workspace)->cart(*cart);
    if (!opened)
        return opened.error();
    run.out.answer(jsonObject({{"cart", jsonId(*cart)}}),
                   "Joined " + (*opened)->view().name() + " (" + cart->toString() + ").");
    return ExitCode::Done;
}

Result<ExitCode> members(Invocation &run)
{
    const auto cart = run.session.cart(run.arguments.at(0));
    if (!cart)
        return cart.error();
    const CartId id = (*cart)->record().id;
    const auto connection = Connection::open(run);
    if (!connection)
        return connection.error();
    if (auto settled = (*connection)->waitUntilSettled(id); !settled)
        return run.failed(settled.error(), exitCodeOfConnection(settled.error()));
    const auto members = (*connection)->ask<protocol::Members>([&](auto answer) {
        (*connection)->client().listMembers(id, std::move(answer));
    });
    if (!members)
        return run.failed(members.error(), exitCodeOfConnection(members.error()));
    const auto workspace = run.session.workspace();
    if (!workspace)
        return workspace.error();
    if (auto known = (*workspace)->rememberMembers(members->members); !known)
        return known.error();
    QJsonArray array;
    TextTable table;
    for (const protocol::Member &member : members->members) {
        array.append(jsonObject({{"id", jsonId(member.member)},
                                 {"name", jsonText(member.name)},
                                 {"role", jsonText(roleName(member.role))},
                                 {"devices", jsonNumber(member.devices)}}));
        table.addRow({member.member.toString().substr(0, 8), member.name, roleName(member.role),
                      std::to_string(member.devices) + (member.devices == 1 ? " device" : " devices")});
    }
    std::string text = table.isEmpty() ? "Nobody.\n" : table.toString();
    text.pop_back();
    run.out.answer(jsonObject({{"members", array}}), text);
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
         "Takes the link's server where this profile has none.",
         {timeoutOption()},
         join},
        {"members", "CART", "Lists who takes part in a cart", "", {timeoutOption()}, members},
    };
}

} // namespace evencart::cli
