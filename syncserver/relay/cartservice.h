#pragma once

#include "relay/invites.h"
#include "relay/session.h"
#include "relay/turn.h"

#include <unordered_map>

namespace evencart::relay {

// What an authenticated peer can ask about carts. Judges, writes into the turn's transaction and queues the answers;
// nothing leaves before the turn's commit.
//
// Every handler returns an error only where the store failed in the middle of writing: the turn is lost then. What a
// peer did wrong is answered to that peer; what cannot be read of one cart is answered as Internal to those who ask for
// that cart.
class CartService
{
public:
    struct Context
    {
        store::LogStore &log;
        RoomTable &rooms;
        Turn &turn;
        const Clock &clock;
        RandomSource &random;
        const ServerOptions &options;
        Metrics &metrics;
    };
    // `carts`: how many the store has.
    CartService(const Context &context, std::size_t carts) : m_context(context), m_carts(carts) {}

    struct Peer
    {
        PeerId id;
        Session &session;
    };
    Result<void> handle(const Peer &peer, const protocol::Open &open);
    Result<void> handle(const Peer &peer, const protocol::Close &close);
    Result<void> handle(const Peer &peer, const protocol::Push &push);
    Result<void> handle(const Peer &peer, const protocol::Seen &seen);
    Result<void> handle(const Peer &peer, const protocol::DigestCheck &check);
    Result<void> handle(const Peer &peer, const protocol::RepairPush &push);
    Result<void> handle(const Peer &peer, const protocol::RepairState &part);
    Result<void> handle(const Peer &peer, const protocol::RepairDone &done);
    Result<void> handle(const Peer &peer, const protocol::Invite &invite);
    Result<void> handle(const Peer &peer, const protocol::Join &join);
    Result<void> handle(const Peer &peer, const protocol::ListMembers &list);
    Result<void> handle(const Peer &peer, const protocol::SetRole &change);

    // For what the server itself does with a cart. nullptr: there is none. Reads only.
    Result<Room *> find(const CartId &cart) { return m_context.rooms.get(cart, monotonic()); }
    // Before the server writes into it: the cart goes by this run's epoch from here on.
    Result<void> prepareToWrite(Room &room) { return nameThisRun(room); }

    // Who it is, with the device; before it gets rights here.
    Result<void> rememberPerson(const Peer &peer);
    // The peer is not a member of that cart any more.
    void showOut(const Peer &peer, const Room &room);
    // The peer has gone, or is about to.
    void leaveAll(PeerId peer, Session &session);
    // Ends the connection: a Failure, then the close.
    void end(const Peer &peer, protocol::FailureCode failure, net::CloseCode code, const std::string &reason);

private:
    struct Place // an open cart of a peer; null: not open
    {
        Room *room = nullptr;
        Subscriber *subscriber = nullptr;
        explicit operator bool() const { return subscriber != nullptr; }
    };
    // Ends the connection where the channel is not open.
    Place place(const Peer &peer, protocol::Channel channel);
    // Of a channel in repair whose member may write; null otherwise.
    Place repairPlace(const Peer &peer, protocol::Channel channel);
    void leave(PeerId peer, Session &session, protocol::Channel channel);
    // After a Failure for that channel. The peer may have sent more before it reads that.
    void shut(const Peer &peer, protocol::Channel channel);
    void dropIncoming(Subscriber &subscriber);

    // ---- opening (cartservice.cpp)
    Result<Room *> admit(const Peer &peer, const protocol::Open &open, Room *room); // nullptr: answered with a refusal
    Result<Room *> found(const Peer &peer, const protocol::Open &open, Role role);
    Result<void> rememberMember(const Peer &peer, Room &room);
    Result<void> subscribe(const Peer &peer, const protocol::Open &open, Room &room);
    Result<void> startOver(const Peer &peer, Room &room);
    Epoch newEpoch(const CartId &cart);
    Result<void> nameThisRun(Room &room);
    void answerOpened(const Room &room, const Subscriber &subscriber, protocol::CatchUp mode);
    Result<void> tellOwnTip(const Room &room, const Subscriber &subscriber);
    void refuse(const Peer &peer, protocol::Request request, protocol::Channel channel, const Refusal &refusal);
    void internal(const Peer &peer, protocol::Request request, protocol::Channel channel, const Error &error);

    // ---- deltas (cartpush.cpp)
    Result<bool> take(const Peer &peer, const Place &place,
                      const Bytes &delta); // false: nothing behind it in this push counts
    Result<bool> answerKnown(const Peer &peer, const Place &place, const Judgement &judgement);
    Result<void> appendAccepted(const Place &place, const Judgement &judgement, const Accept &accept,
                                const Bytes &delta, std::optional<MemberId> member);
    Result<void> appendVoid(const Place &place, const Judgement &judgement, protocol::VoidReason reason);
    void refusePush(const Place &place, const Judgement &judgement, protocol::PushProblem problem);
    Result<void> takeRepaired(const Peer &peer, const Place &place, const Bytes &delta);
    Result<void> joinState(const Peer &peer, const Place &place, const protocol::RepairState &last);
    Author authorOf(const Place &place) const;

    // ---- requests (cartrequests.cpp)
    // The room, or nullptr with the answer sent.
    Room *roomFor(const Peer &peer, protocol::Request request, const CartId &cart, const Refusal &unknown);
    void answerMembers(const Peer &peer, protocol::Request request, const Room &room);

    std::uint64_t now() const { return m_context.clock.wallMilliseconds(); }
    std::uint64_t monotonic() const { return m_context.clock.monotonicMilliseconds(); }
    void reply(PeerId peer, const protocol::ServerMessage &message) { m_context.turn.replies.send(peer, message); }

    Context m_context;
    std::size_t m_carts;
    std::unordered_map<CartId, Epoch> m_epochs; // given in this run
    std::size_t m_incomingBytes = 0;            // of states that clients are sending
};

} // namespace evencart::relay
