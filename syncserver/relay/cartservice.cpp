#include "relay/cartservice.h"

#include "protocol/protocollimits.h"
#include "relay/catchup.h"

#include <algorithm>

namespace evencart::relay {

namespace {

using protocol::CatchUp;
using protocol::FailureCode;

constexpr std::size_t mostShutChannels = 1024;
constexpr std::uint64_t digestRepairInterval = 60'000; // a channel that stays different must not spin

Refusal notFound()
{
    return {FailureCode::NotFoundOrForbidden, "There is no such cart, or it is not open to you."};
}

} // namespace

void CartService::refuse(const Peer &peer, protocol::Request request, protocol::Channel channel, const Refusal &refusal)
{
    reply(peer.id, protocol::Failure{request, channel, refusal.code, refusal.reason});
}

void CartService::internal(const Peer &peer, protocol::Request request, protocol::Channel channel, const Error &error)
{
    if (m_context.options.storageFailed)
        m_context.options.storageFailed(error);
    refuse(peer, request, channel,
           {FailureCode::Internal, "The server cannot read this cart; its operator has been told. Try again later."});
}

void CartService::end(const Peer &peer, FailureCode failure, net::CloseCode code, const std::string &reason)
{
    leaveAll(peer.id, peer.session);
    peer.session.end();
    reply(peer.id, protocol::Failure{0, 0, failure, reason});
    m_context.turn.replies.close(peer.id, code, reason);
}

CartService::Place CartService::place(const Peer &peer, protocol::Channel channel)
{
    if (peer.session.shutChannels.contains(channel))
        return {};
    const auto open = peer.session.channels.find(channel);
    Room *room = open == peer.session.channels.end() ? nullptr : m_context.rooms.loaded(open->second);
    if (!room) {
        end(peer, FailureCode::Protocol, net::CloseCode::Malformed, "This cart is not open on this connection.");
        return {};
    }
    room->lastTouched = monotonic();
    return {room, room->find(peer.id, channel)};
}

void CartService::dropIncoming(Subscriber &subscriber)
{
    m_incomingBytes -= subscriber.incoming.zstd.size();
    subscriber.incoming = {};
}

void CartService::leave(PeerId peer, Session &session, protocol::Channel channel)
{
    const auto open = session.channels.find(channel);
    if (open == session.channels.end())
        return;
    if (Room *room = m_context.rooms.loaded(open->second)) {
        if (Subscriber *subscriber = room->find(peer, channel))
            dropIncoming(*subscriber);
        std::erase_if(room->subscribers, [&](const Subscriber &each) { return each.is(peer, channel); });
        room->presenceChanged(session.device(), session.member());
    }
    session.channels.erase(open);
}

void CartService::shut(const Peer &peer, protocol::Channel channel)
{
    leave(peer.id, peer.session, channel);
    if (peer.session.shutChannels.size() >= mostShutChannels)
        peer.session.shutChannels.clear();
    peer.session.shutChannels.insert(channel);
}

void CartService::showOut(const Peer &peer, const Room &room)
{
    std::vector<protocol::Channel> channels;
    for (const Subscriber &subscriber : room.subscribers) {
        if (subscriber.peer == peer.id)
            channels.push_back(subscriber.channel);
    }
    for (const protocol::Channel channel : channels) {
        refuse(peer, 0, channel, notFound());
        shut(peer, channel);
    }
}

void CartService::leaveAll(PeerId peer, Session &session)
{
    while (!session.channels.empty())
        leave(peer, session, session.channels.begin()->first);
}

Result<void> CartService::handle(const Peer &peer, const protocol::Close &close)
{
    leave(peer.id, peer.session, close.channel);
    return {};
}

Result<void> CartService::handle(const Peer &peer, const protocol::Open &open)
{
    peer.session.shutChannels.erase(open.channel);
    leave(peer.id, peer.session, open.channel); // the second Open of a channel starts it anew
    if (peer.session.channels.size() >= protocol::openCarts) {
        refuse(peer, 0, open.channel, {FailureCode::Busy, "Too many carts are open on this connection: close some."});
        return {};
    }
    const auto room = m_context.rooms.get(open.cart, monotonic());
    if (!room) {
        internal(peer, 0, open.channel, room.error());
        return {};
    }
    const auto admitted = admit(peer, open, *room);
    if (!admitted)
        return admitted.error();
    if (!*admitted) {
        ++m_context.metrics.refusedOpens;
        return {};
    }
    if (auto named = nameThisRun(**admitted); !named)
        return named;
    if (auto remembered = rememberMember(peer, **admitted); !remembered)
        return remembered;
    ++m_context.metrics.opened;
    return subscribe(peer, open, **admitted);
}

Result<Room *> CartService::admit(const Peer &peer, const protocol::Open &open, Room *room)
{
    const Applicant applicant = peer.session.applicant();
    const Admission admission = judgeAdmission(room ? &room->memberships() : nullptr, open.cart, applicant, open.proof);
    switch (admission.kind) {
    case Admission::Kind::Known:
        return room;
    case Admission::Kind::NewCart:
        return found(peer, open, admission.role);
    case Admission::Kind::Refused:
        break;
    case Admission::Kind::NewMember:
        if (room->memberships().size() >= protocol::members)
            break;
        if (auto begun = m_context.turn.willWrite(room); !begun)
            return begun.error();
        if (const auto left = spendByProof(m_context.log, open.cart, open.proof); !left)
            return left.error();
        else if (!*left)
            break;
        if (auto put = room->putMembership({applicant.member, admission.role, open.proof, now(), false}); !put)
            return put.error();
        m_context.turn.membersChanged(*room);
        return room;
    }
    refuse(peer, 0, open.channel, notFound());
    return nullptr;
}

Result<Room *> CartService::found(const Peer &peer, const protocol::Open &open, Role role)
{
    if (m_carts >= m_context.options.carts) {
        refuse(peer, 0, open.channel, {FailureCode::Busy, "This server takes no more carts: ask its operator."});
        return nullptr;
    }
    if (auto begun = m_context.turn.willWrite(); !begun)
        return begun.error();
    store::CartRow row;
    row.cart = open.cart;
    row.epoch = newEpoch(open.cart);
    row.created = row.lastUsed = now();
    if (auto created = m_context.log.createCart(row); !created)
        return created.error();
    ++m_carts; // stays too high by one where the turn is lost: a limit, not a count
    auto room = m_context.rooms.get(open.cart, monotonic());
    if (!room)
        return room;
    if (auto begun = m_context.turn.willWrite(*room); !begun)
        return begun.error();
    if (auto put = (*room)->putMembership({peer.session.member(), role, open.proof, now(), false}); !put)
        return put.error();
    return room;
}

Result<void> CartService::rememberMember(const Peer &peer, Room &room)
{
    if (auto remembered = rememberPerson(peer); !remembered)
        return remembered;
    if (peer.session.hasNewName)
        m_context.turn.membersChanged(room);
    return {};
}

Result<void> CartService::rememberPerson(const Peer &peer)
{
    Session &session = peer.session;
    if (session.isRemembered)
        return {};
    const auto known = m_context.log.person(session.member());
    if (!known)
        return known.error();
    const protocol::Hello &hello = session.hello();
    store::PersonRow person = known->value_or(
        store::PersonRow{session.member(), hello.memberKey, hello.memberName, hello.nameStamp, now(), 0});
    if (hello.nameStamp > person.nameStamp) {
        person.name = hello.memberName;
        person.nameStamp = hello.nameStamp;
    }
    person.lastSeen = now();
    if (auto begun = m_context.turn.willWrite(); !begun)
        return begun;
    if (auto put = m_context.log.putPerson(person); !put)
        return put;
    if (auto put = m_context.log.putDevice({session.device(), session.member(), hello.deviceKey, now(), now()}); !put)
        return put;
    session.isRemembered = true;
    session.hasNewName = !known->has_value() || (*known)->name != person.name;
    return {};
}

void CartService::answerOpened(const Room &room, const Subscriber &subscriber, CatchUp mode)
{
    reply(subscriber.peer, openedFor(room, subscriber, mode));
}

Result<void> CartService::tellOwnTip(const Room &room, const Subscriber &subscriber)
{
    const std::uint64_t seq = room.picture().seen(subscriber.replica);
    const auto tip = m_context.log.findDelta(room.cart(), subscriber.replica, seq);
    if (!tip)
        return tip.error();
    if (tip->has_value()) // what came inside a joined state has no hash
        reply(subscriber.peer, protocol::OwnTip{subscriber.channel, seq, (*tip)->hash});
    return {};
}

Result<void> CartService::subscribe(const Peer &peer, const protocol::Open &open, Room &room)
{
    Subscriber subscriber;
    subscriber.peer = peer.id;
    subscriber.channel = open.channel;
    subscriber.member = peer.session.member();
    subscriber.device = peer.session.device();
    subscriber.replica = open.replica;
    subscriber.sent = open.cursor;
    const Role role = room.membership(subscriber.member)->role;
    const Standing standing =
        judgeStanding(room.row(), room.pastEpochs(), role, m_context.options.isFollower, open.epoch, open.cursor);
    CatchUp mode = CatchUp::Tail;
    if (standing == Standing::Snapshot) {
        mode = CatchUp::Snapshot;
        if (auto started = startFromSnapshot(m_context.log, room, subscriber); !started) {
            internal(peer, 0, open.channel, started.error());
            return {};
        }
    } else if (standing == Standing::Behind) {
        mode = CatchUp::Behind;
        subscriber.phase = Subscriber::Phase::Behind;
    } else if (standing != Standing::Tail) {
        mode = CatchUp::Repair;
        subscriber.phase = Subscriber::Phase::Repair;
        ++m_context.metrics.repairs;
        if (standing == Standing::LostLog) {
            if (auto begun = startOver(peer, room); !begun)
                return begun;
        }
    }
    peer.session.channels[open.channel] = open.cart;
    room.subscribers.push_back(std::move(subscriber));
    m_context.turn.somebodyJoined(room);
    room.presenceChanged(peer.session.device(), peer.session.member());
    answerOpened(room, room.subscribers.back(), mode);
    if (mode == CatchUp::Snapshot && peer.session.version() >= 2)
        return tellOwnTip(room, room.subscribers.back());
    return {};
}

Epoch CartService::newEpoch(const CartId &cart)
{
    return m_epochs[cart] = Epoch::fromBytes(m_context.random.bytes(sizeof(Epoch)));
}

// Nothing is written under an epoch of an earlier run: should the store be an older copy of what that run left behind,
// both would give the same positions to different entries under the same name.
Result<void> CartService::nameThisRun(Room &room)
{
    if (m_context.options.isFollower)
        return {};
    // Looked up by value: where the turn that gave it was lost, the cart still goes by the old one.
    if (const auto given = m_epochs.find(room.cart()); given != m_epochs.end() && given->second == room.row().epoch)
        return {};
    if (auto begun = m_context.turn.willWrite(&room); !begun)
        return begun;
    return room.continueUnder(newEpoch(room.cart()));
}

// Our log has lost its end. Whoever else was synced with it reconnects and compares, too.
Result<void> CartService::startOver(const Peer &peer, Room &room)
{
    if (auto begun = m_context.turn.willWrite(&room); !begun)
        return begun;
    if (auto begun = room.beginEpoch(newEpoch(room.cart())); !begun)
        return begun;
    ++m_context.metrics.epochsMinted;
    for (Subscriber &other : room.subscribers) {
        if (other.peer == peer.id)
            continue;
        dropIncoming(other);
        m_context.turn.replies.close(other.peer, net::CloseCode::GoingAway, "This cart's log starts anew: reconnect.");
    }
    std::erase_if(room.subscribers, [&](const Subscriber &other) { return other.peer != peer.id; });
    return {};
}

Result<void> CartService::handle(const Peer &peer, const protocol::Seen &seen)
{
    if (const Place at = place(peer, seen.channel))
        at.room->moveCursor(at.subscriber->member, at.subscriber->device, seen.position);
    return {};
}

Result<void> CartService::handle(const Peer &peer, const protocol::DigestCheck &check)
{
    using Verdict = protocol::DigestVerdict::Verdict;
    const Place at = place(peer, check.channel);
    if (!at || at.subscriber->phase != Subscriber::Phase::Live)
        return {};
    ++m_context.metrics.digestChecks;
    if (check.position != at.room->row().head) {
        reply(peer.id, protocol::DigestVerdict{check.channel, check.position, Verdict::Moved});
        return {};
    }
    auto digest = at.room->digest();
    if (digest && *digest != check.digest) {
        // Before a member is told to repair: is it our copy in memory that does not equal the log?
        const Hash256 before = *digest;
        at.room->dropState();
        digest = at.room->digest();
        m_context.metrics.statesRebuilt += digest && *digest != before ? 1 : 0;
    }
    if (!digest) {
        internal(peer, 0, check.channel, digest.error());
        shut(peer, check.channel);
        return {};
    }
    const bool isEqual = *digest == check.digest;
    reply(peer.id,
          protocol::DigestVerdict{check.channel, check.position, isEqual ? Verdict::Equal : Verdict::Different});
    if (isEqual)
        return {};
    ++m_context.metrics.digestMismatches;
    if (at.subscriber->nextDigestRepair > monotonic())
        return {};
    at.subscriber->nextDigestRepair = monotonic() + digestRepairInterval;
    at.subscriber->phase = Subscriber::Phase::Repair;
    ++m_context.metrics.repairs;
    answerOpened(*at.room, *at.subscriber, CatchUp::Repair);
    return {};
}

} // namespace evencart::relay
