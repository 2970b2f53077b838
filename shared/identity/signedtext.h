#pragma once

#include "base/bytes.h"
#include "base/ids.h"
#include "base/sha256.h"
#include "protocol/message.h"

// What exactly is signed (PROTOCOL.md, `signatures`): a text that says what for, then parts of fixed length. No such
// text is the beginning of another and each has one sequence of parts, so a signature made for one purpose fits no
// other.
namespace evencart::signedtext {

Bytes device(const protocol::PublicKey &device);
Bytes hello(const protocol::Nonce &nonce, const Hash256 &serverFingerprint);
Bytes invitation(const CartId &cart, protocol::Role role, const protocol::PublicKey &inviteKey);
Bytes joining(const CartId &cart, const protocol::PublicKey &memberKey);

} // namespace evencart::signedtext
