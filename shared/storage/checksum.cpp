#include "storage/checksum.h"

#include <sodium/crypto_shorthash.h>

namespace evencart {

std::int64_t Checksum::value() const
{
    static constexpr unsigned char key[crypto_shorthash_KEYBYTES] = {};
    std::uint64_t hash = 0;
    crypto_shorthash(reinterpret_cast<unsigned char *>(&hash), reinterpret_cast<const unsigned char *>(m_bytes.data()),
                     m_bytes.size(), key);
    return static_cast<std::int64_t>(hash & 0xffffffff);
}

} // namespace evencart
