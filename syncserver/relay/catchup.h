#pragma once

#include "net/peergateway.h"
#include "relay/pacer.h"
#include "relay/room.h"

namespace evencart::relay {

// How somebody who opens a cart is brought up to date. Pure.
enum class Standing
{
    Tail,     // records from cursor + 1
    Snapshot, // the newest snapshot, then records
    Repair,   // another log, or unknown to us: compare
    Behind,   // follower: wait until we know as much
    LostLog,  // the same log, but it knows more of it than we have: ours needs a new epoch, then Repair
};
Standing judgeStanding(const store::CartRow &cart, const std::vector<store::PastEpoch> &past, protocol::Role role,
                       bool isFollower, const Epoch &epoch, std::uint64_t cursor);

// Sends a subscriber that is CatchingUp as much as its pacer lets through, straight to the gateway; makes it Live when
// it has all. Only what is committed may be in the log when this is called. Where the log was trimmed past it, it is
// sent Opened and a snapshot.
Result<void> continueCatchUp(store::LogStore &log, Room &room, Subscriber &subscriber, Pacer &pacer,
                             std::uint64_t monotonic, net::PeerGateway &gateway);

// Starts the newest snapshot for a subscriber, if there is one; else it gets the log from the start.
Result<void> startFromSnapshot(store::LogStore &log, const Room &room, Subscriber &subscriber);

// Hands the entries of this turn to those who are Live: everybody else's as records, one's own as acks, in the order of
// the log. Those to whom they do not follow become CatchingUp. Call after the commit; takes the fresh entries.
void streamFresh(Room &room, net::PeerGateway &gateway);

protocol::Opened openedFor(const Room &room, const Subscriber &subscriber, protocol::CatchUp mode);

} // namespace evencart::relay
