#pragma once

#include "engine/engine.h"
#include "sharing/invitation.h"

namespace evencart {

// What inviting, joining and looking at a server take on the engine's thread. Each answers once.

struct MadeInvitation
{
    std::string link;
    InvitationTerms terms;
    std::uint64_t expiresAt = 0;
};
// Waits until the server has the cart: only then can it be shared. InvalidInput: no server is set; Refused: only an
// owner can; Unreachable.
void makeInvitation(EngineRoom &room, const CartId &cart, const InvitationTerms &terms,
                    const Engine::Reply<Result<MadeInvitation>> &reply);

// Joins, takes the cart in and waits for its first sync. The profile's server is as before where it fails. Errors as in
// sharing/joining.h, and what the server said.
void joinCart(EngineRoom &room, const InviteLink &link, const Engine::Reply<Result<CartId>> &reply);

struct SeenCertificate
{
    std::string fingerprint; // hexadecimal
    bool vouchedFor = false; // by a certificate authority of this system
};
// REQUIRES: a wss:// address
void lookAtServer(EngineRoom &room, const QUrl &url, const Engine::Reply<Result<SeenCertificate>> &reply);

// Makes it the profile's server (empty: none) and connects to it.
Result<void> changeServer(EngineRoom &room, const std::string &url, const std::string &fingerprint);

} // namespace evencart
