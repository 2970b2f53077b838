#pragma once

#include "base/bytes.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace evencart {

using Hash256 = std::array<std::uint8_t, 32>;

// SHA-256 (FIPS 180-4) by libsodium.
Hash256 sha256(ByteView bytes);

inline ByteView asBytes(const Hash256 &hash)
{
    return {reinterpret_cast<const char *>(hash.data()), hash.size()};
}

// The same, fed in pieces.
class Sha256
{
public:
    Sha256();
    void add(ByteView bytes);
    Hash256 finish(); // once

private:
    alignas(16) std::array<unsigned char, 128> m_state;
};

} // namespace evencart
