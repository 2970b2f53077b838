#pragma once

#include "sharing/serveraddress.h"
#include "sync/clientengine.h"

namespace evencart {

// What somebody grants with an invitation.
struct InvitationTerms
{
    protocol::Role role = protocol::Role::Editor;
    std::uint64_t lifetime = 0; // milliseconds
    std::uint32_t uses = 1;
};

// An invitation to `cart` with a new key of its own. It is worth nothing until the server has it
// (ClientEngine::invite), and the server takes it only for a cart that has been synced once. How long it is good is the
// server's to judge, so it counts from the server's time.
ClientEngine::Invitation invitationFor(const CartId &cart, const InvitationTerms &terms, std::uint64_t serverTime,
                                       RandomSource &random);

// The link to send. REQUIRES: the profile has a server.
std::string linkFor(const ClientEngine::Invitation &invitation, const ProfileRecord &profile);

} // namespace evencart
