#pragma once

#include "relay/admission.h"
#include "relay/room.h"

#include <string>
#include <variant>

namespace evencart::relay {

// A request that cannot be granted.
struct Refusal
{
    protocol::FailureCode code = protocol::FailureCode::NotAllowed;
    std::string reason;
};

inline constexpr std::uint32_t mostInviteUses = 10'000;

// An owner's invitation, as a row to be stored. Pure.
std::variant<store::InviteRow, Refusal> judgeInvite(const Room &room, const Applicant &inviter,
                                                    const protocol::Invite &invite, std::uint64_t now);

// Takes a new member in by an invitation. One answer, InviteInvalid, for every way in which it cannot be used.
// REQUIRES: an open transaction. One who is in already with at least that role gets it told again, and no use is spent.
struct Taken
{
    protocol::Joined joined;
    bool isNew = false; // members or roles have changed
};
// Of a member who is let in by a proof: an invitation that is remembered is spent by it, too. False where nothing of it
// is left.
Result<bool> spendByProof(store::LogStore &log, const CartId &cart, ByteView proof);
Result<std::variant<Taken, Refusal>> takeIn(store::LogStore &log, Room &room, const Applicant &joiner,
                                            const protocol::Join &join, std::uint64_t now);

// Everybody in the cart, by id, with the names that they last gave.
Result<std::vector<protocol::Member>> listMembers(store::LogStore &log, const Room &room);

} // namespace evencart::relay
