#include "text/utf8.h"

#include <QChar>

#include <cstdint>

namespace evencart {

namespace {

constexpr CodePoint broken = {0xfffd, 1};
constexpr int mostQuoted = 40;

std::uint8_t byteAt(std::string_view text, std::size_t at)
{
    return static_cast<std::uint8_t>(text[at]);
}

bool isContinuation(std::uint8_t byte)
{
    return byte >> 6 == 2;
}

} // namespace

CodePoint firstCodePoint(std::string_view utf8)
{
    const std::uint8_t lead = byteAt(utf8, 0);
    if (lead < 0x80)
        return {lead, 1};
    const std::size_t length = lead >> 5 == 6 ? 2 : lead >> 4 == 14 ? 3 : lead >> 3 == 30 ? 4 : 0;
    if (length == 0 || length > utf8.size())
        return broken;
    char32_t code = lead & (0x7fU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if (!isContinuation(byteAt(utf8, i)))
            return broken;
        code = code << 6 | (byteAt(utf8, i) & 0x3fU);
    }
    return {code, length};
}

CodePoint lastCodePoint(std::string_view utf8)
{
    std::size_t length = 1;
    while (length < 4 && length < utf8.size() && isContinuation(byteAt(utf8, utf8.size() - length)))
        ++length;
    const CodePoint point = firstCodePoint(utf8.substr(utf8.size() - length));
    return point.bytes == length ? point : broken;
}

bool isSpace(char32_t code)
{
    return QChar::isSpace(code);
}

std::string_view trimmed(std::string_view utf8)
{
    while (!utf8.empty()) {
        const CodePoint point = firstCodePoint(utf8);
        if (!isSpace(point.code))
            break;
        utf8.remove_prefix(point.bytes);
    }
    while (!utf8.empty()) {
        const CodePoint point = lastCodePoint(utf8);
        if (!isSpace(point.code))
            break;
        utf8.remove_suffix(point.bytes);
    }
    return utf8;
}

std::string collapsed(std::string_view utf8)
{
    std::string out;
    out.reserve(utf8.size());
    bool gap = false;
    while (!utf8.empty()) {
        const CodePoint point = firstCodePoint(utf8);
        if (isSpace(point.code)) {
            gap = !out.empty();
        } else {
            if (gap)
                out += ' ';
            gap = false;
            out += utf8.substr(0, point.bytes);
        }
        utf8.remove_prefix(point.bytes);
    }
    return out;
}

std::string quoted(std::string_view utf8)
{
    std::size_t length = 0;
    for (int points = 0; points < mostQuoted && length < utf8.size(); ++points)
        length += firstCodePoint(utf8.substr(length)).bytes;
    return "\"" + std::string(utf8.substr(0, length)) + (length < utf8.size() ? "…\"" : "\"");
}

} // namespace evencart
