// The part of CartService that answers requests about members.
#include "relay/cartservice.h"
#include "relay/roles.h"
#include "shop/reservations.h"

namespace evencart::relay {

namespace {

using protocol::FailureCode;

} // namespace

Room *CartService::roomFor(const Peer &peer, protocol::Request request, const CartId &cart, const Refusal &unknown)
{
    const auto room = m_context.rooms.get(cart, monotonic());
    if (!room)
        internal(peer, request, 0, room.error());
    else if (!*room)
        refuse(peer, request, 0, unknown);
    return room ? *room : nullptr;
}

Result<void> CartService::handle(const Peer &peer, const protocol::Invite &invite)
{
    const Refusal unknown{FailureCode::NotFoundOrForbidden, "There is no such cart, or it is not open to you."};
    Room *room = roomFor(peer, invite.request, invite.cart, unknown);
    if (!room)
        return {};
    const auto judged = judgeInvite(*room, peer.session.applicant(), invite, now());
    if (const auto *refusal = std::get_if<Refusal>(&judged)) {
        refuse(peer, invite.request, 0, *refusal);
        return {};
    }
    if (auto begun = m_context.turn.willWrite(room); !begun)
        return begun;
    if (auto put = m_context.log.putInvite(invite.cart, std::get<store::InviteRow>(judged)); !put)
        return put;
    reply(peer.id, protocol::Invited{invite.request});
    return {};
}

Result<void> CartService::handle(const Peer &peer, const protocol::Join &join)
{
    const Refusal unknown{FailureCode::InviteInvalid,
                          "This invitation is unknown, used up or expired: ask for a new one."};
    Room *room = roomFor(peer, join.request, join.cart, unknown);
    if (!room)
        return {};
    if (auto begun = m_context.turn.willWrite(room); !begun)
        return begun;
    const auto answer = takeIn(m_context.log, *room, peer.session.applicant(), join, now());
    if (!answer)
        return answer.error();
    if (const auto *refusal = std::get_if<Refusal>(&*answer)) {
        refuse(peer, join.request, 0, *refusal);
        return {};
    }
    const Taken &taken = std::get<Taken>(*answer);
    if (taken.isNew) {
        if (auto remembered = rememberMember(peer, *room); !remembered)
            return remembered;
        m_context.turn.membersChanged(*room);
    }
    reply(peer.id, taken.joined);
    return {};
}

Result<void> CartService::handle(const Peer &peer, const protocol::ListMembers &list)
{
    const Refusal unknown{FailureCode::NotFoundOrForbidden, "There is no such cart, or it is not open to you."};
    Room *room = roomFor(peer, list.request, list.cart, unknown);
    if (!room)
        return {};
    if (!room->membership(peer.session.member())) {
        refuse(peer, list.request, 0, unknown);
        return {};
    }
    answerMembers(peer, list.request, *room);
    return {};
}

Result<void> CartService::handle(const Peer &peer, const protocol::SetRole &change)
{
    const Refusal unknown{FailureCode::NotFoundOrForbidden, "There is no such cart, or it is not open to you."};
    Room *room = roomFor(peer, change.request, change.cart, unknown);
    if (!room)
        return {};
    const auto judged = judgeSetRole(*room, peer.session.member(), change, now());
    if (const auto *refusal = std::get_if<Refusal>(&judged)) {
        refuse(peer, change.request, 0, *refusal);
        return {};
    }
    const auto &membership = std::get<store::MembershipRow>(judged);
    if (auto begun = m_context.turn.willWrite(room); !begun)
        return begun;
    if (auto put = room->putMembership(membership); !put)
        return put;
    if (membership.isRemoved || membership.role < Role::Editor) { // may not order any more
        if (auto ended = shop::endReservationsFor(m_context.log.shop(), membership.member, change.cart); !ended)
            return ended;
    }
    m_context.turn.membersChanged(*room);
    answerMembers(peer, change.request, *room);
    if (membership.isRemoved)
        m_context.turn.shownOut(*room, membership.member);
    return {};
}

void CartService::answerMembers(const Peer &peer, protocol::Request request, const Room &room)
{
    const auto members = listMembers(m_context.log, room);
    if (!members)
        internal(peer, request, 0, members.error());
    else
        reply(peer.id, protocol::Members{request, room.cart(), *members});
}

} // namespace evencart::relay
