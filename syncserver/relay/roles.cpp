#include "relay/roles.h"

#include <algorithm>

namespace evencart::relay {

namespace {

using protocol::FailureCode;
using protocol::RoleChange;

bool isOnlyOwner(const Room &room, const MemberId &member)
{
    return std::ranges::none_of(room.memberships(), [&](const auto &each) {
        return each.first != member && !each.second.isRemoved && each.second.role == Role::Owner;
    });
}

bool provesOwner(const store::MembershipRow &membership)
{
    const auto proof = decodeProof(membership.proof);
    return proof && (proof->steps.empty() || proof->steps.back().role == Role::Owner);
}

} // namespace

std::variant<store::MembershipRow, Refusal> judgeSetRole(const Room &room, const MemberId &asker,
                                                         const protocol::SetRole &change, std::uint64_t now)
{
    const store::MembershipRow *own = room.membership(asker);
    if (!own)
        return Refusal{FailureCode::NotFoundOrForbidden, "There is no such cart, or it is not open to you."};
    const bool removes = change.change == RoleChange::Remove;
    const auto role = removes ? Role::Viewer : static_cast<Role>(change.change);
    const bool stepsDown = change.member == asker && (removes || role <= own->role);
    if (own->role != Role::Owner && !stepsDown)
        return Refusal{FailureCode::NotAllowed, "Only an owner of the cart can show somebody out or give a role."};
    const store::MembershipRow *member = room.membership(change.member);
    if (!member)
        return Refusal{FailureCode::NotFoundOrForbidden, "This person does not take part in the cart."};
    if (member->role == Role::Owner && (removes || role < Role::Owner) && isOnlyOwner(room, change.member))
        return Refusal{FailureCode::NotAllowed, "A cart needs an owner: invite another one first."};
    if (!removes && role == Role::Owner && member->role != Role::Owner && !provesOwner(*member))
        return Refusal{FailureCode::NotAllowed, "To make somebody an owner, send them an invitation as owner."};
    store::MembershipRow changed = *member;
    changed.role = removes ? member->role : role;
    changed.isRemoved = removes;
    if (removes)
        changed.since = now;
    return changed;
}

} // namespace evencart::relay
