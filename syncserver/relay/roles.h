#pragma once

#include "relay/invites.h"

namespace evencart::relay {

// What a member's role becomes, as a row to be stored; or why not. Pure. Nobody becomes an owner this way whose proof
// does not say so: what an owner grants has to hold where this server's list is lost.
std::variant<store::MembershipRow, Refusal> judgeSetRole(const Room &room, const MemberId &asker,
                                                         const protocol::SetRole &change, std::uint64_t now);

} // namespace evencart::relay
