#include "identity/keypair.h"

#include <sodium.h>

#include <ostream>

namespace evencart {

namespace {

static_assert(crypto_sign_SEEDBYTES == KeyPair::seedBytes);
static_assert(crypto_sign_SECRETKEYBYTES == 64);
static_assert(crypto_sign_PUBLICKEYBYTES == sizeof(PublicKey));
static_assert(crypto_sign_BYTES == sizeof(Signature));

const unsigned char *raw(ByteView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

} // namespace

Result<void> initCrypto()
{
    if (sodium_init() < 0)
        return Error{ErrorCode::Io, "The system gives no random numbers, so no keys can be made; check /dev/urandom."};
    return {};
}

void wipe(Bytes &secret)
{
    sodium_memzero(secret.data(), secret.size());
    secret.clear();
}

KeyPair KeyPair::generate(RandomSource &random)
{
    Bytes seed = random.bytes(seedBytes);
    KeyPair pair = fromSeed(seed);
    wipe(seed);
    return pair;
}

KeyPair KeyPair::fromSeed(ByteView seed)
{
    assert(seed.size() == seedBytes);
    KeyPair pair;
    PublicKey publicKey; // libsodium wants it apart and puts it behind the seed as well
    crypto_sign_seed_keypair(publicKey.data(), pair.m_secret.data(), raw(seed));
    return pair;
}

KeyPair::~KeyPair()
{
    sodium_memzero(m_secret.data(), m_secret.size());
}

ByteView KeyPair::seed() const
{
    return {reinterpret_cast<const char *>(m_secret.data()), seedBytes};
}

PublicKey KeyPair::publicKey() const
{
    PublicKey key;
    std::memcpy(key.data(), m_secret.data() + seedBytes, key.size());
    return key;
}

Signature KeyPair::sign(ByteView message) const
{
    Signature signature;
    crypto_sign_detached(signature.data(), nullptr, raw(message), message.size(), m_secret.data());
    return signature;
}

bool operator==(const KeyPair &a, const KeyPair &b)
{
    return sodium_memcmp(a.m_secret.data(), b.m_secret.data(), a.m_secret.size()) == 0;
}

std::ostream &operator<<(std::ostream &out, const KeyPair &)
{
    return out << "KeyPair(***)";
}

bool verify(const PublicKey &key, ByteView message, const Signature &signature)
{
    return crypto_sign_verify_detached(signature.data(), raw(message), message.size(), key.data()) == 0;
}

} // namespace evencart
