#include "base/textcodec.h"

#include <cstdint>

namespace evencart {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

bool isCleanCodePoint(char32_t code)
{
    if (code < 0x20)
        return code == '\n' || code == '\t';
    if (code >= 0x7f && code <= 0x9f)
        return false;
    return !(code >= 0x202a && code <= 0x202e) && !(code >= 0x2066 && code <= 0x2069);
}

// Decodes the code point at `at` and moves past it; nullopt where the bytes are not UTF-8.
std::optional<char32_t> nextCodePoint(std::string_view text, std::size_t &at)
{
    const auto byteAt = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t lead = byteAt(at);
    const std::size_t length = lead < 0x80 ? 1 : lead >> 5 == 6 ? 2 : lead >> 4 == 14 ? 3 : lead >> 3 == 30 ? 4 : 0;
    if (length == 0 || at + length > text.size())
        return std::nullopt;
    char32_t code = length == 1 ? lead : lead & (0x7f >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if (byteAt(at + i) >> 6 != 2)
            return std::nullopt;
        code = code << 6 | (byteAt(at + i) & 0x3f);
    }
    static constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (code < smallest[length] || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
        return std::nullopt;
    at += length;
    return code;
}

} // namespace

std::string toBase64Url(ByteView bytes)
{
    std::string text;
    std::uint32_t buffer = 0;
    int bits = 0;
    for (const char byte : bytes) {
        buffer = buffer << 8 | static_cast<std::uint8_t>(byte);
        for (bits += 8; bits >= 6; bits -= 6)
            text += alphabet[buffer >> (bits - 6) & 63];
    }
    if (bits > 0)
        text += alphabet[buffer << (6 - bits) & 63];
    return text;
}

std::optional<Bytes> fromBase64Url(std::string_view text)
{
    Bytes bytes;
    std::uint32_t buffer = 0;
    int bits = 0;
    for (const char digit : text) {
        const auto value = alphabet.find(digit);
        if (value == std::string_view::npos)
            return std::nullopt;
        buffer = buffer << 6 | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>(buffer >> bits & 0xff);
        }
    }
    // One value, one text: leftover bits must be zero and a lone last digit encodes nothing.
    if (bits == 6 || (buffer & ((1U << bits) - 1)) != 0)
        return std::nullopt;
    return bytes;
}

bool isCleanText(std::string_view utf8)
{
    for (std::size_t at = 0; at < utf8.size();) {
        const auto code = nextCodePoint(utf8, at);
        if (!code || !isCleanCodePoint(*code))
            return false;
    }
    return true;
}

} // namespace evencart
