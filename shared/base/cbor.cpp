#include "base/cbor.h"

#include <limits>

namespace evencart::cbor {

namespace {

enum Major : std::uint8_t
{
    Unsigned = 0,
    Negative = 1,
    ByteString = 2,
    TextString = 3,
    Array = 4
};

} // namespace

void Writer::head(std::uint8_t major, std::uint64_t argument)
{
    const auto lead = static_cast<std::uint8_t>(major << 5);
    if (argument < 24) {
        m_out += static_cast<char>(lead | argument);
        return;
    }
    const int width = argument <= 0xff ? 1 : argument <= 0xffff ? 2 : argument <= 0xffffffff ? 4 : 8;
    m_out += static_cast<char>(lead | (width == 1 ? 24 : width == 2 ? 25 : width == 4 ? 26 : 27));
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8)
        m_out += static_cast<char>(argument >> shift);
}

void Writer::unsignedInteger(std::uint64_t value)
{
    head(Unsigned, value);
}

void Writer::integer(std::int64_t value)
{
    if (value >= 0)
        head(Unsigned, static_cast<std::uint64_t>(value));
    else
        head(Negative, ~static_cast<std::uint64_t>(value));
}

void Writer::bytes(ByteView value)
{
    head(ByteString, value.size());
    m_out += value;
}

void Writer::text(ByteView utf8)
{
    head(TextString, utf8.size());
    m_out += utf8;
}

void Writer::array(std::size_t count)
{
    head(Array, count);
}

bool Reader::readHead(std::uint8_t &major, std::uint64_t &argument)
{
    if (m_failed || m_rest.empty()) {
        m_failed = true;
        return false;
    }
    const auto lead = static_cast<std::uint8_t>(m_rest.front());
    m_rest.remove_prefix(1);
    major = lead >> 5;
    const std::uint8_t small = lead & 31;
    if (small < 24) {
        argument = small;
        return true;
    }
    const std::size_t width = small == 24 ? 1 : small == 25 ? 2 : small == 26 ? 4 : small == 27 ? 8 : 0;
    if (width == 0 || m_rest.size() < width) {
        m_failed = true;
        return false;
    }
    argument = 0;
    for (std::size_t i = 0; i < width; ++i)
        argument = argument << 8 | static_cast<std::uint8_t>(m_rest[i]);
    m_rest.remove_prefix(width);
    // Shortest form only, or one value would have several encodings and several hashes.
    const std::uint64_t smallest = width == 1 ? 24 : width == 2 ? 0x100 : width == 4 ? 0x10000 : 0x100000000;
    if (argument < smallest)
        m_failed = true;
    return !m_failed;
}

std::uint64_t Reader::head(std::uint8_t wantedMajor)
{
    std::uint8_t major = 0;
    std::uint64_t argument = 0;
    if (!readHead(major, argument))
        return 0;
    if (major != wantedMajor) {
        m_failed = true;
        return 0;
    }
    return argument;
}

std::uint64_t Reader::unsignedInteger()
{
    return head(Unsigned);
}

std::int64_t Reader::integer()
{
    std::uint8_t major = 0;
    std::uint64_t argument = 0;
    if (!readHead(major, argument))
        return 0;
    if (major > Negative || argument > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
        m_failed = true;
        return 0;
    }
    const auto value = static_cast<std::int64_t>(argument);
    return major == Negative ? ~value : value;
}

ByteView Reader::chunk(std::uint8_t major, std::size_t most)
{
    const std::uint64_t length = head(major);
    if (m_failed || length > most || length > m_rest.size()) {
        m_failed = true;
        return {};
    }
    const ByteView view = m_rest.substr(0, length);
    m_rest.remove_prefix(length);
    return view;
}

ByteView Reader::bytes(std::size_t most)
{
    return chunk(ByteString, most);
}

ByteView Reader::bytesExactly(std::size_t count)
{
    const ByteView view = chunk(ByteString, count);
    if (view.size() != count) {
        m_failed = true;
        // Never a short view: callers copy a fixed number of bytes out of it.
        static constexpr char zeros[64] = {};
        return {zeros, count <= sizeof zeros ? count : 0};
    }
    return view;
}

ByteView Reader::text(std::size_t mostBytes)
{
    return chunk(TextString, mostBytes);
}

std::size_t Reader::array(std::size_t most)
{
    const std::uint64_t count = head(Array);
    if (m_failed || count > most || count > m_rest.size()) {
        m_failed = true;
        return 0;
    }
    return count;
}

void Reader::arrayExactly(std::size_t count)
{
    if (array(count) != count)
        m_failed = true;
}

ByteView Reader::item()
{
    const ByteView before = m_rest;
    skip(8);
    return m_failed ? ByteView{} : before.substr(0, before.size() - m_rest.size());
}

void Reader::skip(int depthLeft)
{
    std::uint8_t major = 0;
    std::uint64_t argument = 0;
    if (!readHead(major, argument))
        return;
    if (major == ByteString || major == TextString) {
        if (argument > m_rest.size())
            m_failed = true;
        else
            m_rest.remove_prefix(argument);
    } else if (major == Array) {
        if (depthLeft == 0 || argument > m_rest.size())
            m_failed = true;
        for (std::uint64_t i = 0; i < argument && !m_failed; ++i)
            skip(depthLeft - 1);
    } else if (major > Array) {
        m_failed = true;
    }
}

} // namespace evencart::cbor
