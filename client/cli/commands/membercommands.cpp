#include "cli/commands/commands.h"
#include "cli/connection.h"
#include "cli/texttable.h"
#include "cli/values.h"
#include "portability/json.h"

namespace evencart::cli {

namespace {

using protocol::Members;
using protocol::RoleChange;

void answerMembers(Invocation &run, const Members &members)
{
    QJsonArray array;
    TextTable table;
    for (const protocol::Member &member : members.members) {
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
}

// Who is in the cart, remembered by their names; then, where there is a change, the member whom it is for is found
// among them, and it is asked for.
Result<ExitCode> askOfMembers(Invocation &run, std::optional<RoleChange> change)
{
    const auto cart = run.session.cart(run.arguments.at(0));
    const auto workspace = run.session.workspace();
    if (!cart || !workspace)
        return cart ? workspace.error() : cart.error();
    const CartId id = (*cart)->record().id;
    const auto connection = Connection::open(run);
    if (!connection)
        return connection.error();
    if (auto settled = (*connection)->waitUntilSettled(id); !settled)
        return run.failed(settled.error(), (*connection)->exitCodeFor(settled.error()));
    auto members =
        (*connection)->ask<Members>([&](auto answer) { (*connection)->client().listMembers(id, std::move(answer)); });
    if (!members)
        return run.failed(members.error(), (*connection)->exitCodeFor(members.error()));
    if (auto known = (*workspace)->rememberMembers(members->members); !known)
        return known.error();
    if (change) {
        const auto member = Workspace::findMember(run.arguments.at(1), members->members);
        if (!member)
            return member.error();
        members = (*connection)->ask<Members>([&](auto answer) {
            (*connection)->client().setRole(id, *member, *change, std::move(answer));
        });
        if (!members)
            return run.failed(members.error(), (*connection)->exitCodeFor(members.error()));
    }
    answerMembers(run, *members);
    return ExitCode::Done;
}

Result<ExitCode> members(Invocation &run)
{
    return askOfMembers(run, std::nullopt);
}

Result<ExitCode> removeMember(Invocation &run)
{
    return askOfMembers(run, RoleChange::Remove);
}

Result<ExitCode> giveRole(Invocation &run)
{
    const auto role = readRole(run.arguments.at(2));
    if (!role)
        return role.error();
    return askOfMembers(run, static_cast<RoleChange>(*role));
}

} // namespace

std::vector<Command> memberCommands()
{
    return {
        {"members", "CART", "Lists who takes part in a cart", "", {timeoutOption()}, members},
        {"members remove",
         "CART MEMBER",
         "Shows a member out of a cart, or leaves it",
         "Owners can remove anybody; everybody can remove themselves. What the member has put into the cart stays.",
         {timeoutOption()},
         removeMember},
        {"members role",
         "CART MEMBER ROLE",
         "Makes a member a viewer, editor or owner",
         "Only an owner can, or somebody who steps down. A viewer's changes are refused from the next one on. Who has "
         "not "
         "been an owner before becomes one by an invitation: invite CART --role owner.",
         {timeoutOption()},
         giveRole},
    };
}

} // namespace evencart::cli
