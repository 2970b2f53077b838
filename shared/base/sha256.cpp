#include "base/sha256.h"

#include <sodium/crypto_hash_sha256.h>

#include <new>

namespace evencart {

namespace {

using State = crypto_hash_sha256_state;
static_assert(sizeof(State) <= 128);

const unsigned char *raw(ByteView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}
State *stateIn(std::array<unsigned char, 128> &storage)
{
    return std::launder(reinterpret_cast<State *>(storage.data()));
}

} // namespace

Hash256 sha256(ByteView bytes)
{
    Hash256 hash;
    crypto_hash_sha256(hash.data(), raw(bytes), bytes.size());
    return hash;
}

Sha256::Sha256() : m_state{}
{
    crypto_hash_sha256_init(new (m_state.data()) State);
}

void Sha256::add(ByteView bytes)
{
    crypto_hash_sha256_update(stateIn(m_state), raw(bytes), bytes.size());
}

Hash256 Sha256::finish()
{
    Hash256 hash;
    crypto_hash_sha256_final(stateIn(m_state), hash.data());
    return hash;
}

} // namespace evencart
