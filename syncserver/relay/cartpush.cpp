// The part of CartService that takes deltas and states in.
#include "base/limits.h"
#include "cart/validate.h"
#include "crdt/statecodec.h"
#include "protocol/protocollimits.h"
#include "protocol/zstdblock.h"
#include "relay/cartservice.h"
#include "relay/catchup.h"

#include <algorithm>

namespace evencart::relay {

namespace {

using protocol::FailureCode;
using protocol::PushProblem;

constexpr std::uint64_t repairClockAhead = 24ULL * 60 * 60 * 1000; // of stamps inside a state, which cannot be clamped

// A state brings facts past judgePush(), so each is held to the same content rules.
bool isAcceptable(const State &state, std::uint64_t now)
{
    if (!state.context().cloud().empty())
        return false; // a part of a cart knows nothing about the rest
    Delta all;
    for (const auto &[subject, facts] : state.facts().bySubject()) {
        for (const Fact &fact : facts) {
            if (fact.stamp.milliseconds() > now + repairClockAhead)
                return false;
            all.adds.push_back({subject, fact.field, fact.body});
        }
    }
    return validateContent(all).ok();
}

bool fits(const State &state)
{
    return state.vector().entries().size() <= limits::cartReplicas &&
           encodeState(state).size() <= limits::snapshotBytes;
}

} // namespace

Author CartService::authorOf(const Place &place) const
{
    const store::MembershipRow *membership = place.room->membership(place.subscriber->member);
    return {place.subscriber->member, membership ? membership->role : Role::Viewer};
}

Result<void> CartService::handle(const Peer &peer, const protocol::Push &push)
{
    const Place at = place(peer, push.channel);
    if (!at)
        return {};
    for (const Bytes &delta : push.deltas) {
        const auto goesOn = take(peer, at, delta);
        if (!goesOn)
            return goesOn.error();
        if (!*goesOn)
            return {};
    }
    return {};
}

Result<bool> CartService::take(const Peer &peer, const Place &at, const Bytes &delta)
{
    const Judgement judgement = judgePush(at.room->picture(), authorOf(at), delta, now());
    if (const auto *cut = std::get_if<CutOff>(&judgement.verdict)) {
        end(peer, FailureCode::Protocol, cut->code, std::string("This server cannot take ") + cut->reason + ".");
        return false;
    }
    // Who is not live gets no acks in the order of the log, so it has to offer its deltas again when it is. A follower
    // never sequences.
    if (m_context.options.isFollower || at.subscriber->phase != Subscriber::Phase::Live) {
        refusePush(at, judgement, PushProblem::RetryLater);
        return false;
    }
    // SUBTLE: what it pushed behind the refused one is on its way, and might be the next number of the other file's
    // log.
    if (at.subscriber->isFenced) {
        refusePush(at, judgement, PushProblem::Equivocation);
        return false;
    }
    if (std::holds_alternative<Known>(judgement.verdict))
        return answerKnown(peer, at, judgement);
    if (const auto *refused = std::get_if<Refuse>(&judgement.verdict)) {
        refusePush(at, judgement, refused->problem);
        return false;
    }
    const auto *accept = std::get_if<Accept>(&judgement.verdict);
    const auto appended = accept ? appendAccepted(at, judgement, *accept, delta, at.subscriber->member)
                                 : appendVoid(at, judgement, std::get<Void>(judgement.verdict).reason);
    if (!appended)
        return appended.error();
    return true;
}

Result<void> CartService::appendAccepted(const Place &at, const Judgement &judgement, const Accept &accept,
                                         const Bytes &delta, std::optional<MemberId> member)
{
    if (auto begun = m_context.turn.willWrite(at.room); !begun)
        return begun;
    ++m_context.metrics.accepted;
    m_context.metrics.clamps += accept.clampedTo ? 1 : 0;
    Room::Incoming incoming;
    incoming.entry = {
        0, 0, judgement.replica, judgement.seq, judgement.hash, protocol::AcceptedDelta{delta, accept.clampedTo}};
    incoming.delta = &accept.delta;
    incoming.member = member;
    if (member) { // its own: acked instead of relayed
        incoming.peer = at.subscriber->peer;
        incoming.channel = at.subscriber->channel;
    }
    return at.room->append(std::move(incoming), now());
}

Result<void> CartService::appendVoid(const Place &at, const Judgement &judgement, protocol::VoidReason reason)
{
    if (auto begun = m_context.turn.willWrite(at.room); !begun)
        return begun;
    ++m_context.metrics.voided.at(static_cast<std::size_t>(reason));
    Room::Incoming incoming;
    incoming.entry = {0,
                      0,
                      judgement.replica,
                      judgement.seq,
                      judgement.hash,
                      protocol::VoidedDelta{judgement.replica, judgement.seq, judgement.hash, reason}};
    incoming.member = at.subscriber->member;
    return at.room->append(std::move(incoming), now());
}

void CartService::refusePush(const Place &at, const Judgement &judgement, PushProblem problem)
{
    m_context.metrics.gaps += problem == PushProblem::Gap ? 1 : 0;
    m_context.metrics.retries += problem == PushProblem::RetryLater ? 1 : 0;
    m_context.metrics.equivocations += problem == PushProblem::Equivocation ? 1 : 0;
    const std::uint64_t have = at.room->picture().seen(judgement.replica);
    reply(at.subscriber->peer, protocol::PushRefused{at.subscriber->channel, judgement.seq, have, problem});
}

Result<bool> CartService::answerKnown(const Peer &peer, const Place &at, const Judgement &judgement)
{
    const protocol::Channel channel = at.subscriber->channel;
    const auto place = m_context.log.findDelta(at.room->cart(), judgement.replica, judgement.seq);
    if (!place)
        return place.error();
    if (!place->has_value()) {
        // It came inside a joined state: there is no hash to compare with.
        const store::VectorRow &row = at.room->picture().vector.at(judgement.replica);
        ++m_context.metrics.duplicates;
        reply(peer.id, protocol::Ack{channel, judgement.seq, std::max<std::uint64_t>(row.joinedPosition, 1), 1, {}});
        return true;
    }
    const store::DeltaPlace &known = **place;
    if (known.hash != judgement.hash) {
        at.subscriber->isFenced = true;
        refusePush(at, judgement, PushProblem::Equivocation);
        return false;
    }
    ++m_context.metrics.duplicates;
    if (known.reason)
        reply(peer.id,
              protocol::Records{channel,
                                known.position,
                                {protocol::VoidedDelta{judgement.replica, judgement.seq, known.hash, *known.reason}}});
    else
        reply(peer.id, protocol::Ack{channel, judgement.seq, known.position, 1, known.clampedTo});
    return true;
}

CartService::Place CartService::repairPlace(const Peer &peer, protocol::Channel channel)
{
    const Place at = place(peer, channel);
    if (!at || at.subscriber->phase != Subscriber::Phase::Repair || authorOf(at).role < Role::Editor)
        return {};
    return at;
}

Result<void> CartService::handle(const Peer &peer, const protocol::RepairPush &push)
{
    const Place at = repairPlace(peer, push.channel);
    for (const Bytes &delta : push.deltas) {
        if (!at || peer.session.isEnded())
            break;
        if (auto taken = takeRepaired(peer, at, delta); !taken)
            return taken;
    }
    return {};
}

Result<void> CartService::takeRepaired(const Peer &peer, const Place &at, const Bytes &delta)
{
    const Judgement judgement = judgeRepair(at.room->picture(), delta, now());
    if (const auto *cut = std::get_if<CutOff>(&judgement.verdict)) {
        end(peer, FailureCode::Protocol, cut->code, std::string("This server cannot take ") + cut->reason + ".");
        return {};
    }
    if (const auto *accept = std::get_if<Accept>(&judgement.verdict)) {
        ++m_context.metrics.repairedDeltas;
        return appendAccepted(at, judgement, *accept, delta, std::nullopt);
    }
    if (!std::holds_alternative<Known>(judgement.verdict))
        return {};
    const auto place = m_context.log.findDelta(at.room->cart(), judgement.replica, judgement.seq);
    if (!place)
        return place.error();
    m_context.metrics.equivocations +=
        place->has_value() && (*place)->hash != judgement.hash ? 1 : 0; // the first content stays
    return {};
}

Result<void> CartService::handle(const Peer &peer, const protocol::RepairState &part)
{
    const Place at = repairPlace(peer, part.channel);
    if (!at)
        return {};
    IncomingState &incoming = at.subscriber->incoming;
    if (part.part != incoming.nextPart) {
        end(peer, FailureCode::Protocol, net::CloseCode::Malformed, "The parts of a state are out of order.");
        return {};
    }
    if (m_incomingBytes + part.chunk.size() > m_context.options.repairBytes) {
        end(peer, FailureCode::Busy, net::CloseCode::GoingAway,
            "The server is taking in too many carts at once: try again later.");
        return {};
    }
    incoming.zstd += part.chunk;
    m_incomingBytes += part.chunk.size();
    ++incoming.nextPart;
    return incoming.nextPart < part.parts ? Result<void>() : joinState(peer, at, part);
}

Result<void> CartService::joinState(const Peer &peer, const Place &at, const protocol::RepairState &last)
{
    Bytes zstd = at.subscriber->incoming.zstd;
    dropIncoming(*at.subscriber);
    const auto raw = protocol::decompress(zstd, last.rawSize, limits::snapshotBytes);
    const auto state = raw ? decodeState(*raw) : Result<State>(raw.error());
    if (!state || !isAcceptable(*state, now())) {
        end(peer, FailureCode::Protocol, net::CloseCode::Malformed, "This state of the cart is damaged.");
        return {};
    }
    const auto held = at.room->state();
    if (!held) {
        internal(peer, 0, last.channel, held.error());
        shut(peer, last.channel);
        return {};
    }
    State joined = **held;
    joined.join(*state);
    if (joined == **held || at.room->row().isClosed)
        return {};
    if (!fits(joined)) {
        refuse(peer, 0, last.channel,
               {FailureCode::NotAllowed, "This cart has become too large for this server: start a fresh one from it."});
        shut(peer, last.channel);
        return {};
    }
    if (auto begun = m_context.turn.willWrite(at.room); !begun)
        return begun;
    ++m_context.metrics.joinedStates;
    return at.room->appendJoined({last.rawSize, std::move(zstd)}, std::move(joined), now());
}

Result<void> CartService::handle(const Peer &peer, const protocol::RepairDone &done)
{
    const Place at = place(peer, done.channel);
    if (!at || at.subscriber->phase != Subscriber::Phase::Repair)
        return {};
    dropIncoming(*at.subscriber);
    m_context.turn.somebodyJoined(*at.room);
    if (auto started = startFromSnapshot(m_context.log, *at.room, *at.subscriber); !started) {
        internal(peer, 0, done.channel, started.error());
        shut(peer, done.channel);
    }
    return {};
}

} // namespace evencart::relay
