#include "base/limits.h"
#include "base/textcodec.h"
#include "text/quickadd.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace evencart {

namespace {

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
constexpr std::size_t deepestHeading = 6;
constexpr std::size_t mostBulletDigits = 4;

bool isAsciiDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool startsWithSpace(std::string_view text)
{
    return text.empty() || isSpace(firstCodePoint(text).code);
}

// The next line without its end; both views move on.
std::string_view takeLine(std::string_view &text)
{
    const std::size_t end = text.find_first_of("\r\n");
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(line.size());
    text.remove_prefix(text.starts_with("\r\n") ? 2 : text.empty() ? 0 : 1);
    return line;
}

// "---", "* * *", "___"
bool isRule(std::string_view line)
{
    const char mark = line.empty() ? ' ' : line[0];
    if (mark != '-' && mark != '*' && mark != '_')
        return false;
    const bool alone = std::all_of(line.begin(), line.end(), [&](char c) { return c == mark || c == ' '; });
    return alone && std::count(line.begin(), line.end(), mark) >= 3;
}

// The text of "## Dairy" or "## Dairy ##"; "#dairy" is a category of an item and no heading.
std::optional<std::string_view> headingText(std::string_view line)
{
    const std::size_t depth = std::min(line.find_first_not_of('#'), line.size());
    if (depth == 0 || depth > deepestHeading || !startsWithSpace(line.substr(depth)))
        return std::nullopt;
    std::string_view text = trimmed(line.substr(depth));
    while (text.ends_with('#'))
        text.remove_suffix(1);
    return trimmed(text);
}

bool isBullet(char32_t code)
{
    static constexpr std::array bullets = {U'-', U'*', U'+', U'•', U'◦', U'‣', U'–', U'—'};
    return std::find(bullets.begin(), bullets.end(), code) != bullets.end();
}

std::string_view withoutBullet(std::string_view line)
{
    if (line.empty())
        return line;
    const CodePoint first = firstCodePoint(line);
    if (isBullet(first.code)) {
        const std::string_view rest = line.substr(first.bytes);
        const bool isAmount = !rest.empty() && digitValue(firstCodePoint(rest).code);
        return isAmount ? line : trimmed(rest);
    }
    const auto digits =
        static_cast<std::size_t>(std::find_if_not(line.begin(), line.end(), isAsciiDigit) - line.begin());
    if (digits == 0 || digits > mostBulletDigits || digits == line.size())
        return line;
    const bool isNumbered = (line[digits] == '.' || line[digits] == ')') && startsWithSpace(line.substr(digits + 1));
    return isNumbered ? trimmed(line.substr(digits + 1)) : line;
}

// Cuts the box off; whether it was a ticked one.
bool takeBox(std::string_view &line)
{
    struct Box
    {
        std::string_view text;
        bool checked;
    };
    static constexpr std::string_view emojiSelector = "\ufe0f";
    static constexpr Box boxes[] = {{"[ ]", false}, {"[]", false}, {"[x]", true}, {"[X]", true}, {"☐", false},
                                    {"☑", true},    {"☒", true},   {"✓", true},   {"✔", true},   {"✅", true}};
    for (const Box &box : boxes) {
        if (!line.starts_with(box.text))
            continue;
        line.remove_prefix(box.text.size());
        if (line.starts_with(emojiSelector))
            line.remove_prefix(emojiSelector.size());
        line = trimmed(line);
        return box.checked;
    }
    return false;
}

Error atLine(std::size_t number, const Error &error)
{
    return {error.code, "Line " + std::to_string(number) + ": " + error.message};
}

// Reads the lines one after the other and keeps the heading they stand under.
class ListReader
{
public:
    ListReader(std::string_view text, const QuickAddOptions &options) : m_text(text), m_options(options) {}

    std::vector<Result<ParsedItem>> read();

private:
    void readLine(std::string_view line);
    void readHeading(std::string_view text);
    Result<ParsedItem> readItem(std::string_view line, bool checked) const;

    std::string_view m_text;
    const QuickAddOptions &m_options;
    std::string m_category;
    std::size_t m_lineNumber = 0;
    std::vector<Result<ParsedItem>> m_items;
};

Result<ParsedItem> ListReader::readItem(std::string_view line, bool checked) const
{
    auto item = parseQuickAdd(line, m_options);
    if (!item)
        return atLine(m_lineNumber, item.error());
    item->checked = checked;
    if (item->category.empty())
        item->category = m_category;
    const auto offset = static_cast<std::size_t>(line.data() - m_text.data());
    for (Recognised &part : item->parts) {
        part.begin += offset;
        part.end += offset;
    }
    return item;
}

void ListReader::readHeading(std::string_view text)
{
    m_category.clear();
    if (isCleanText(text) && text.size() <= limits::shortTextBytes)
        m_category = collapsed(text);
    else
        m_items.push_back(
            atLine(m_lineNumber, {ErrorCode::InvalidInput, "This heading cannot be a category: shorten it."}));
}

void ListReader::readLine(std::string_view line)
{
    line = trimmed(line);
    if (isRule(line))
        return;
    if (const auto heading = headingText(line)) {
        readHeading(*heading);
        return;
    }
    line = withoutBullet(line);
    const bool checked = takeBox(line);
    if (line.empty())
        return;
    if (m_items.size() == limits::cartLines)
        m_items.push_back(Error{ErrorCode::Limit, "A list has at most " + std::to_string(limits::cartLines) +
                                                      " items: paste it in parts."});
    else
        m_items.push_back(readItem(line, checked));
}

std::vector<Result<ParsedItem>> ListReader::read()
{
    std::string_view rest = m_text;
    if (rest.starts_with(byteOrderMark))
        rest.remove_prefix(byteOrderMark.size());
    while (!rest.empty() && m_items.size() <= limits::cartLines) {
        ++m_lineNumber;
        readLine(takeLine(rest));
    }
    return std::move(m_items);
}

} // namespace

std::vector<Result<ParsedItem>> parsePastedList(std::string_view text, const QuickAddOptions &options)
{
    return ListReader(text, options).read();
}

} // namespace evencart
