#pragma once

#include "base/random.h"
#include "identity/invitelink.h"

#include <optional>
#include <string>
#include <vector>

// The invitation with which the operator makes somebody an administrator (PROTOCOL.md, 13). Its secret is made by the
// operator's program and goes into the link; the server gets the public key.
namespace evencart::app {

// Where clients find a server, for a link.
struct ServerPlace
{
    std::string host;
    std::uint16_t port = 0;
    bool tls = true;
    std::optional<Fingerprint> fingerprint; // of a certificate that nobody vouches for

    friend bool operator==(const ServerPlace &, const ServerPlace &) = default;
};

// What the operator's program asks a server with, to hear of its place.
inline const std::string placeCommand = "place";

// Of 64 hexadecimal digits.
std::optional<Fingerprint> fingerprintFrom(const std::string &hex);

// This machine's name; "localhost" where it has none that a link can carry.
std::string machineName();

// A place as text, one server's answer to the operator's program; and back.
std::string toText(const ServerPlace &place);
std::optional<ServerPlace> placeFromText(const std::string &text);

struct InvitationRequest
{
    std::optional<ServerPlace> place;                // as typed, without a fingerprint; nothing: the server's own
    std::uint64_t lifetime = 24ULL * 60 * 60 * 1000; // milliseconds
};
// Of `[--url URL] [--expires TIME]`. InvalidInput.
Result<InvitationRequest> readInvitationRequest(const std::vector<std::string> &arguments);

InviteLink linkFor(const ServerPlace &place, const KeyPair &key);

} // namespace evencart::app
