#include "cli/texttable.h"

#include "text/utf8.h"

#include <QChar>

#include <algorithm>
#include <array>

namespace evencart::cli {

namespace {

// Unicode's East Asian Wide and the emoji blocks, in the coarse ranges that terminals agree upon.
bool isWide(char32_t code)
{
    static constexpr std::array<std::pair<char32_t, char32_t>, 10> ranges = {{{0x1100, 0x115f},
                                                                              {0x2e80, 0x303e},
                                                                              {0x3041, 0xa4cf},
                                                                              {0xac00, 0xd7a3},
                                                                              {0xf900, 0xfaff},
                                                                              {0xfe30, 0xfe6f},
                                                                              {0xff00, 0xff60},
                                                                              {0xffe0, 0xffe6},
                                                                              {0x1f300, 0x1faff},
                                                                              {0x20000, 0x3fffd}}};
    return std::any_of(ranges.begin(), ranges.end(),
                       [code](const auto &range) { return code >= range.first && code <= range.second; });
}

bool isInvisible(char32_t code)
{
    switch (QChar::category(code)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
        return true;
    default:
        return false;
    }
}

} // namespace

std::size_t displayWidth(std::string_view utf8)
{
    std::size_t width = 0;
    while (!utf8.empty()) {
        const CodePoint point = firstCodePoint(utf8);
        utf8.remove_prefix(point.bytes);
        if (!isInvisible(point.code))
            width += isWide(point.code) ? 2 : 1;
    }
    return width;
}

std::string oneLine(std::string_view utf8)
{
    std::string text(utf8);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return text;
}

std::vector<std::size_t> TextTable::widths() const
{
    std::vector<std::size_t> widths;
    for (const auto &row : m_rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], displayWidth(row[i]));
    }
    return widths;
}

std::string TextTable::toString() const
{
    const auto columns = widths();
    std::string text;
    for (const auto &row : m_rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (columns[i] == 0)
                continue;
            const std::string padding(columns[i] - displayWidth(row[i]), ' ');
            const bool right = std::find(m_right.begin(), m_right.end(), i) != m_right.end();
            line += (right ? padding + row[i] : row[i] + padding) + "  ";
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

} // namespace evencart::cli
