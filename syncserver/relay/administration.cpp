#include "relay/administration.h"

namespace evencart::relay {

using protocol::FailureCode;

void Administration::fail(const Peer &peer, protocol::Request request, FailureCode code, const char *reason)
{
    m_context.turn.replies.send(peer.id, protocol::Failure{request, 0, code, reason});
}

void Administration::internal(const Peer &peer, protocol::Request request, const Error &error)
{
    if (m_context.options.storageFailed)
        m_context.options.storageFailed(error);
    fail(peer, request, FailureCode::Internal,
         "The server cannot read who looks after it; its operator has been told. Try again later.");
}

Result<void> Administration::handle(const Peer &peer, const protocol::Join &join)
{
    const auto known = m_context.log.administrators();
    if (!known) {
        internal(peer, join.request, known.error());
        return {};
    }
    const Applicant joiner = peer.session.applicant();
    const auto judged = judgeAdministrator(*known, join.inviteKey, joiner.member, now());
    if (!judged || !verifyJoining(join.inviteKey, join.cart, joiner.memberKey, join.signature)) {
        fail(peer, join.request, FailureCode::InviteInvalid,
             "This invitation is unknown, used up or expired: ask for a new one.");
        return {};
    }
    if (auto begun = m_context.turn.willWrite(); !begun)
        return begun;
    if (auto put = m_context.log.putAdministrator(*judged); !put)
        return put;
    if (auto remembered = m_context.carts.rememberPerson(peer); !remembered)
        return remembered;
    m_context.turn.replies.send(peer.id, protocol::Joined{join.request, {}, Role::Owner, {}});
    return {};
}

Result<void> Administration::putMembership(const CartId &cart, const store::MembershipRow &membership)
{
    Room *room = m_context.rooms.loaded(cart);
    if (!room)
        return m_context.log.putMembership(cart, membership);
    if (auto begun = m_context.turn.willWrite(room); !begun)
        return begun;
    if (auto put = room->putMembership(membership); !put)
        return put;
    m_context.turn.membersChanged(*room);
    m_context.turn.shownOut(*room, membership.member);
    return {};
}

void Administration::operate(const shop::OperatorCommand &command, const OperatorAnswer &answer)
{
    const AccessCommand access{command.words};
    if (!access.isKnown())
        return m_context.shop.operate(command, answer);
    runForOperator(
        m_context.turn, access.writes(),
        [&] {
            return runAccessCommand(
                m_context.log, access, now(),
                [this](const CartId &cart, const store::MembershipRow &row) { return putMembership(cart, row); });
        },
        answer);
}

} // namespace evencart::relay
