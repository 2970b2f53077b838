#pragma once

#include "base/result.h"
#include "identity/invitelink.h"

#include <QUrl>

#include <string>

// How a server is named: by an address to connect to, and by the fingerprint of its certificate.
namespace evencart {

// "wss://host:8787", "ws://127.0.0.1:8787"; a bare "host" or "host:port" is wss, on evencartd's own port. InvalidInput
// says what does not fit.
Result<QUrl> readServerUrl(const std::string &text);
// 64 hexadecimal digits, with or without colons, in any case; or base64url. Lower-case hexadecimal comes back.
Result<std::string> readFingerprint(const std::string &text);

// Plain ws to another machine: whoever is on the way can read the carts.
bool isOpenToOthers(const QUrl &url);

// The server that an invitation leads to.
QUrl urlOf(const InviteLink &link);
std::string fingerprintOf(const InviteLink &link);

// An invitation to a cart on that server. REQUIRES: an address and a fingerprint as above.
InviteLink linkTo(const std::string &url, const std::string &fingerprint, const CartId &cart, Role role,
                  const KeyPair &invite);

} // namespace evencart
