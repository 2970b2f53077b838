#pragma once

#include "base/bytes.h"

#include <concepts>
#include <cstdint>

namespace evencart {

// A 32-bit checksum of a row's columns, to notice damage (not malice): SipHash-2-4 with a fixed key, cut to half.
class Checksum
{
public:
    Checksum() { m_bytes.reserve(usualBytes); }

    template <std::integral Integer>
    Checksum &add(Integer value)
    {
        const auto word = static_cast<std::uint64_t>(value);
        m_bytes.append(reinterpret_cast<const char *>(&word), sizeof word);
        return *this;
    }
    Checksum &add(ByteView bytes)
    {
        add(bytes.size());
        m_bytes += bytes;
        return *this;
    }
    std::int64_t value() const;

private:
    static constexpr std::size_t usualBytes = 248; // of a row; only a delta's bytes are longer

    Bytes m_bytes;
};

} // namespace evencart
