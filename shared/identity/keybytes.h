#pragma once

#include "base/bytes.h"

#include <array>
#include <cassert>
#include <cstdint>
#include <cstring>

// Fixed-size keys, nonces and signatures as bytes and back. Within this library only.
namespace evencart::keybytes {

template <std::size_t N>
ByteView view(const std::array<std::uint8_t, N> &value)
{
    return {reinterpret_cast<const char *>(value.data()), N};
}

// REQUIRES: bytes.size() == N
template <std::size_t N>
std::array<std::uint8_t, N> from(ByteView bytes)
{
    assert(bytes.size() == N);
    std::array<std::uint8_t, N> value;
    std::memcpy(value.data(), bytes.data(), N);
    return value;
}

} // namespace evencart::keybytes
