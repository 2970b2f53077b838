#pragma once

#include "base/bytes.h"
#include "base/random.h"
#include "base/result.h"
#include "protocol/message.h"

#include <array>
#include <iosfwd>

namespace evencart {

using protocol::Nonce;
using protocol::PublicKey;
using protocol::Role;
using protocol::Signature;

// Readies libsodium. Call it once in main() before anything else of this library; calling it again is harmless.
Result<void> initCrypto();

// Overwrites a secret in place and empties it.
void wipe(Bytes &secret);

// An Ed25519 key pair (RFC 8032, by libsodium). Holds a secret: it is wiped when the pair goes, also from copies, and a
// stream prints
// *** for it. Not a place to keep it: credentials.h and the key file do that. Immutable, so threads may share one.
class KeyPair
{
public:
    static constexpr std::size_t seedBytes = 32;

    static KeyPair generate(RandomSource &random);
    // REQUIRES: seed.size() == seedBytes
    static KeyPair fromSeed(ByteView seed);

    KeyPair(const KeyPair &) = default;
    KeyPair &operator=(const KeyPair &) = default;
    ~KeyPair();

    // The secret, for storing. Valid as long as the pair; a copy of it is the caller's to wipe.
    ByteView seed() const;
    PublicKey publicKey() const;
    Signature sign(ByteView message) const;

    friend bool operator==(const KeyPair &a, const KeyPair &b); // in constant time

private:
    KeyPair() = default;

    std::array<std::uint8_t, 64> m_secret{}; // seed, then public key, as libsodium keeps them
};

std::ostream &operator<<(std::ostream &out, const KeyPair &);

// Whether `signature` is that of `key` over `message`. False for keys of small order and for signatures not in
// canonical form.
bool verify(const PublicKey &key, ByteView message, const Signature &signature);

} // namespace evencart
