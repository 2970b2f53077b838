#pragma once

#include "identity/credentials.h"

#include <optional>

namespace evencart {

// An invitation as a text to send or to show as a QR code (PROTOCOL.md, `link`):
//     evencart://HOST:PORT/join#BASE64URL([1, tls, cart, role, seed, fingerprint] ‖ checksum)
// Everything that matters is in the fragment, which no program sends to a server. The checksum, four bytes of SHA-256
// over HOST:PORT and the rest of the fragment, tells a link that was cut or mistyped from one that is spent. It
// protects against accidents only. Holds the secret that lets somebody join: never log it. It names neither the cart
// nor a person. Without a cart it makes an administrator (PROTOCOL.md, 13).
struct InviteLink
{
    static constexpr std::size_t mostCharacters = 512;

    std::string host; // a name in ASCII, an IPv4 address, or an IPv6 address without brackets; lower case
    std::uint16_t port = 0;
    bool tls = true;
    CartId cart; // null: an administrator's, with the role Owner
    Role role = Role::Editor;
    KeyPair invite;
    std::optional<Fingerprint> fingerprint; // of a server that no certificate authority vouches for; with tls only

    bool isForAdministrator() const { return cart.isNull(); }

    friend bool operator==(const InviteLink &, const InviteLink &) = default;
};

// Whether a link can name this host: a name, or an address without brackets.
bool isLinkHost(const std::string &host);

// REQUIRES: what parseInviteLink() would accept.
std::string toString(const InviteLink &link);

// Space around the link is ignored, and so is the case of scheme and host. InvalidInput: not an invitation at all, or
// no such host or port. Corrupt: cut or mistyped. TooNew: from a later version.
Result<InviteLink> parseInviteLink(std::string_view text);

} // namespace evencart
