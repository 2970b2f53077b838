#include "identity/signedtext.h"

namespace evencart::signedtext {

Bytes device(const protocol::PublicKey &device)
{
    Bytes text = "evencart device v1";
    text += asBytes(device);
    return text;
}

Bytes hello(const protocol::Nonce &nonce, const Hash256 &serverFingerprint)
{
    Bytes text = "evencart hello v1";
    text += asBytes(nonce);
    text += asBytes(serverFingerprint);
    return text;
}

Bytes invitation(const CartId &cart, protocol::Role role, const protocol::PublicKey &inviteKey)
{
    Bytes text = "evencart invite v1";
    text += cart.bytes();
    text += static_cast<char>(role);
    text += asBytes(inviteKey);
    return text;
}

Bytes joining(const CartId &cart, const protocol::PublicKey &memberKey)
{
    Bytes text = "evencart join v1";
    text += cart.bytes();
    text += asBytes(memberKey);
    return text;
}

} // namespace evencart::signedtext
