#include "relay/invites.h"

#include "protocol/protocollimits.h"

namespace evencart::relay {

namespace {

using protocol::FailureCode;

Refusal invalid()
{
    return {FailureCode::InviteInvalid, "This invitation is unknown, used up or expired: ask for a new one."};
}

bool isUsable(const Room &room, const store::InviteRow &invite, const Applicant &joiner, const protocol::Join &join,
              std::uint64_t now)
{
    const store::MembershipRow *inviter = room.membership(invite.inviter);
    const auto former = room.memberships().find(joiner.member);
    // An old invitation does not bring back who was shown out, under whatever key; one that was made since does.
    const bool wasShownOut =
        (former != room.memberships().end() && former->second.isRemoved && former->second.since >= invite.created) ||
        wasUsedByRemoved(room.memberships(), invite.inviteKey);
    return invite.usesLeft > 0 && (invite.expiresAt == 0 || invite.expiresAt > now) && inviter &&
           inviter->role == Role::Owner && !wasShownOut &&
           verifyJoining(join.inviteKey, join.cart, joiner.memberKey, join.signature);
}

// Whether it was this invitation by which the joiner came in. Who joined and was cut off before the answer asks again;
// the invitation may be spent by then.
bool cameInBy(const store::MembershipRow &membership, const Applicant &joiner, const protocol::Join &join)
{
    const auto proof = decodeProof(membership.proof);
    return proof && !proof->steps.empty() && proof->steps.back().inviteKey == join.inviteKey &&
           verifyJoining(join.inviteKey, join.cart, joiner.memberKey, join.signature);
}

// Nothing where the chain has become too long.
std::optional<Bytes> proofBy(const store::InviteRow &invite, const Applicant &joiner, const protocol::Join &join)
{
    auto proof = decodeProof(invite.inviterProof);
    if (!proof || proof->steps.size() >= MembershipProof::mostSteps)
        return std::nullopt;
    return encodeProof(extendProof(
        *std::move(proof), {invite.role, invite.inviteKey, invite.signature, joiner.memberKey, join.signature}));
}

// One of which nothing is left stays: who knows its secret could make a proof of it for others (spendByProof).
Result<void> spend(store::LogStore &log, const CartId &cart, store::InviteRow invite)
{
    --invite.usesLeft;
    return log.putInvite(cart, invite);
}

} // namespace

std::variant<store::InviteRow, Refusal> judgeInvite(const Room &room, const Applicant &inviter,
                                                    const protocol::Invite &invite, std::uint64_t now)
{
    const store::MembershipRow *membership = room.membership(inviter.member);
    if (!membership)
        return Refusal{FailureCode::NotFoundOrForbidden, "There is no such cart, or it is not open to you."};
    if (membership->role != Role::Owner)
        return Refusal{FailureCode::NotAllowed, "Only an owner of the cart can invite others."};
    if (!verifyGrant(inviter.memberKey, invite.cart, invite.role, invite.inviteKey, invite.signature))
        return Refusal{FailureCode::BadProof, "The invitation's signature does not hold."};
    if (invite.uses == 0 || invite.uses > mostInviteUses || (invite.expiresAt != 0 && invite.expiresAt <= now))
        return Refusal{FailureCode::NotAllowed,
                       "This invitation could not be used by anybody: give it a use and a time that is still to come."};
    const auto proof = decodeProof(membership->proof);
    if (!proof || proof->steps.size() >= MembershipProof::mostSteps)
        return Refusal{FailureCode::NotAllowed,
                       "Too many invitations lie between you and the cart's founder: ask an earlier owner to invite."};
    return store::InviteRow{invite.inviteKey,  invite.role, inviter.member,   invite.signature,
                            membership->proof, now,         invite.expiresAt, invite.uses};
}

Result<bool> spendByProof(store::LogStore &log, const CartId &cart, ByteView proof)
{
    const auto decoded = decodeProof(proof);
    if (!decoded || decoded->steps.empty())
        return true;
    const auto invite = log.invite(cart, decoded->steps.back().inviteKey);
    if (!invite)
        return invite.error();
    if (!invite->has_value())
        return true; // lost, or never here
    if ((*invite)->usesLeft == 0)
        return false;
    const auto spent = spend(log, cart, **invite);
    return spent ? Result<bool>(true) : spent.error();
}

Result<std::variant<Taken, Refusal>> takeIn(store::LogStore &log, Room &room, const Applicant &joiner,
                                            const protocol::Join &join, std::uint64_t now)
{
    using Answer = std::variant<Taken, Refusal>;
    const store::MembershipRow *known = room.membership(joiner.member);
    if (known && cameInBy(*known, joiner, join))
        return Answer(Taken{{join.request, room.cart(), known->role, known->proof}, false});
    const auto invite = log.invite(room.cart(), join.inviteKey);
    if (!invite)
        return invite.error();
    if (!invite->has_value() || !isUsable(room, **invite, joiner, join, now))
        return Answer(invalid());
    if (known && known->role >= (*invite)->role)
        return Answer(Taken{{join.request, room.cart(), known->role, known->proof}, false});
    const auto proof = proofBy(**invite, joiner, join);
    if (!proof || (room.memberships().size() >= protocol::members && !room.memberships().contains(joiner.member)))
        return Answer(invalid());
    if (auto spent = spend(log, room.cart(), **invite); !spent)
        return spent.error();
    if (auto put = room.putMembership({joiner.member, (*invite)->role, *proof, now, false}); !put)
        return put.error();
    return Answer(Taken{{join.request, room.cart(), (*invite)->role, *proof}, true});
}

Result<std::vector<protocol::Member>> listMembers(store::LogStore &log, const Room &room)
{
    std::vector<protocol::Member> members;
    for (const auto &[id, membership] : room.memberships()) {
        if (membership.isRemoved || members.size() == protocol::members)
            continue;
        const auto person = log.person(id);
        if (!person)
            return person.error();
        const auto devices = log.devices(id);
        if (!devices)
            return devices.error();
        members.push_back({id, person->has_value() ? (*person)->name : std::string(), membership.role,
                           static_cast<std::uint32_t>(devices->size())});
    }
    return members;
}

} // namespace evencart::relay
