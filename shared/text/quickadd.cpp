#include "text/quickadd.h"

#include "base/limits.h"
#include "base/textcodec.h"
#include "text/amount.h"
#include "text/normalize.h"
#include "text/tokens.h"
#include "text/utf8.h"

#include <algorithm>
#include <span>

namespace evencart {

namespace {

constexpr std::size_t longestLine = limits::nameBytes + limits::noteBytes + 4 * limits::shortTextBytes;
constexpr std::string_view skuMark = "sku:";

Error invalid(std::string message)
{
    return {ErrorCode::InvalidInput, std::move(message)};
}

Result<void> checkLength(const char *what, std::string_view text, std::size_t most)
{
    if (text.size() <= most)
        return {};
    return invalid(std::string("The ") + what + " is too long: shorten it to " + std::to_string(most) + " bytes.");
}

// The texts of the tokens with one space between. Commas stick to the word before them, once, and end nothing.
std::string joined(std::span<const Token> tokens)
{
    std::string text;
    std::size_t length = 0; // up to the last word
    for (const Token &token : tokens) {
        if (token.kind == Token::Comma) {
            if (length > 0 && length == text.size())
                text += token.text;
            continue;
        }
        if (!text.empty())
            text += ' ';
        text += token.text;
        length = text.size();
    }
    text.resize(length);
    return collapsed(text);
}

// Whether nothing was taken out between two words of the note.
bool isGap(std::string_view text)
{
    const auto tokens = tokenize(text);
    return std::all_of(tokens.begin(), tokens.end(), [](const Token &token) { return token.kind == Token::Comma; });
}

bool isSku(const Token &token)
{
    return token.kind == Token::Word && token.text.size() > skuMark.size() &&
           normalizedName(token.text.substr(0, skuMark.size())) == skuMark;
}

// Takes one thing after the other out of the tokens; what is left is the name and the note.
class LineReader
{
public:
    LineReader(std::string_view line, const QuickAddOptions &options)
        : m_line(line), m_options(options), m_tokens(tokenize(line))
    {
    }

    Result<ParsedItem> read();

private:
    Result<void> takeCategories();
    Result<void> takeSkus();
    Result<void> takeMarkedPrices();
    Result<void> takeMarkedPrice(std::size_t at);
    Result<void> takePriceEndingAt(std::size_t end);
    Result<void> setPrice(std::string_view text, std::size_t firstToken, std::size_t count);
    Result<void> takeAmount();
    bool isInOnePiece(const Amount &amount) const;
    Result<void> useAmount(const Amount &amount);
    void takeNote();
    Result<void> takeName();
    Result<void> checkLengths() const;

    std::size_t headEnd() const;
    std::span<const Token> head() const { return std::span(m_tokens).first(headEnd()); }
    void take(std::size_t first, std::size_t count);
    void addPart(Recognised::Kind kind, std::size_t begin, std::size_t end)
    {
        m_item.parts.push_back({kind, begin, end});
    }
    std::string_view between(const Token &first, const Token &last) const
    {
        return m_line.substr(first.begin, last.end - first.begin);
    }

    std::string_view m_line;
    const QuickAddOptions &m_options;
    std::vector<Token> m_tokens;
    ParsedItem m_item;
};

std::size_t LineReader::headEnd() const
{
    const auto comma =
        std::find_if(m_tokens.begin(), m_tokens.end(), [](const Token &t) { return t.kind == Token::Comma; });
    return static_cast<std::size_t>(comma - m_tokens.begin());
}

void LineReader::take(std::size_t first, std::size_t count)
{
    const auto begin = m_tokens.begin() + static_cast<std::ptrdiff_t>(first);
    m_tokens.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
}

Result<void> LineReader::takeCategories()
{
    for (std::size_t i = 0; i < m_tokens.size();) {
        const Token token = m_tokens[i];
        if (token.kind != Token::Category) {
            ++i;
            continue;
        }
        if (!m_item.category.empty())
            return invalid("An item has one category: put " +
                           quoted(m_line.substr(token.begin, token.end - token.begin)) +
                           " in quotes if it is part of the name.");
        m_item.category = collapsed(token.text);
        addPart(Recognised::Category, token.begin, token.end);
        take(i, 1);
    }
    return {};
}

Result<void> LineReader::takeSkus()
{
    for (std::size_t i = 0; i < m_tokens.size();) {
        const Token token = m_tokens[i];
        if (!isSku(token)) {
            ++i;
            continue;
        }
        if (m_item.sku)
            return invalid("An item has one catalogue id: leave out " + quoted(token.text) + ".");
        m_item.sku = std::string(token.text.substr(skuMark.size()));
        addPart(Recognised::Sku, token.begin, token.end);
        take(i, 1);
    }
    return {};
}

Result<void> LineReader::setPrice(std::string_view text, std::size_t firstToken, std::size_t count)
{
    if (m_item.price)
        return invalid("An item has one price: put " + quoted(text) + " in quotes if it is part of the name.");
    auto price = parseMoney(text, {m_options.decimal, m_options.currency});
    if (!price)
        return price.error();
    m_item.price = std::move(*price);
    addPart(Recognised::Price, m_tokens[firstToken].begin, m_tokens[firstToken + count - 1].end);
    take(firstToken, count);
    return {};
}

Result<void> LineReader::takeMarkedPrices()
{
    for (std::size_t i = 0; i < m_tokens.size();) {
        const std::size_t before = m_tokens.size();
        auto taken = takeMarkedPrice(i);
        if (!taken)
            return taken;
        i += before == m_tokens.size() ? 1 : 0;
    }
    return {};
}

// "@1.99EUR", "@1.99 EUR", "@EUR 1.99", "@1.99"; "@Aldi" is a word.
Result<void> LineReader::takeMarkedPrice(std::size_t at)
{
    const Token &token = m_tokens[at];
    if (token.kind != Token::Word || token.text.size() < 2 || token.text[0] != '@')
        return {};
    const std::string_view text = token.text.substr(1);
    if (looksLikeMoney(text, CodeCase::Any))
        return setPrice(text, at, 1);
    if (at + 1 < m_tokens.size() && m_tokens[at + 1].kind == Token::Word) {
        const std::string_view two = between(token, m_tokens[at + 1]).substr(1);
        if (looksLikeMoney(two, CodeCase::Any))
            return setPrice(two, at, 2);
    }
    std::string_view unsignedText = text;
    takeSign(unsignedText);
    if (!unsignedText.empty() && digitValue(firstCodePoint(unsignedText).code))
        return setPrice(text, at, 1);
    return {};
}

// "milk 1.99 €" or "milk 1.99€"
Result<void> LineReader::takePriceEndingAt(std::size_t end)
{
    const auto amount = amountAtBack(std::span(m_tokens).first(end), m_options.decimal);
    if (amount && amount->unit) // "1 CUP" is no Cuban peso
        return {};
    for (const std::size_t count : {std::size_t(2), std::size_t(1)}) {
        if (end < count)
            continue;
        const Token &first = m_tokens[end - count];
        const Token &last = m_tokens[end - 1];
        if (first.kind == Token::Word && last.kind == Token::Word && looksLikeMoney(between(first, last)))
            return setPrice(between(first, last), end - count, count);
    }
    return {};
}

Result<void> LineReader::takeAmount()
{
    for (const auto find : {amountAtFront, amountAtBack}) {
        const auto amount = find(head(), m_options.decimal);
        if (amount && isInOnePiece(*amount))
            return useAmount(*amount);
    }
    return {};
}

// In "500 #dairy g" the category stood between the number and what looks like its unit now.
bool LineReader::isInOnePiece(const Amount &amount) const
{
    const auto tokens = std::span(m_tokens).subspan(amount.firstToken, amount.tokenCount);
    const auto broken = std::adjacent_find(tokens.begin(), tokens.end(), [&](const Token &one, const Token &next) {
        return !trimmed(m_line.substr(one.end, next.begin - one.end)).empty();
    });
    return broken == tokens.end();
}

Result<void> LineReader::useAmount(const Amount &amount)
{
    if (amount.number <= 0)
        return invalid("An amount is more than zero: put it in quotes if it is part of the name.");
    addPart(amount.numberPart.kind, amount.numberPart.begin, amount.numberPart.end);
    const bool nothingElse = amount.tokenCount == headEnd();
    m_item.quantity = amount.number;
    if (nothingElse && amount.unit && amount.unit->isThing) {
        m_item.name = std::string(amount.unitText);
    } else if (amount.unit) {
        m_item.quantity = amount.number * amount.unit->factor / oneThing;
        m_item.unit = std::string(amount.unit->name);
        addPart(amount.unitPart->kind, amount.unitPart->begin, amount.unitPart->end);
    }
    take(amount.firstToken, amount.tokenCount);
    if (m_item.quantity < 1 || m_item.quantity > limits::quantityThousandths)
        return invalid("An amount is at most " + formatQuantity(limits::quantityThousandths) + ".");
    return {};
}

void LineReader::takeNote()
{
    const std::size_t begin = std::min(headEnd() + 1, m_tokens.size());
    const auto note = std::span(m_tokens).subspan(begin);
    m_item.note = joined(note);
    const Token *previous = nullptr;
    for (const Token &token : note) {
        if (token.kind == Token::Comma)
            continue;
        if (previous && isGap(m_line.substr(previous->end, token.begin - previous->end)))
            m_item.parts.back().end = token.end;
        else
            addPart(Recognised::Note, token.begin, token.end);
        previous = &token;
    }
}

Result<void> LineReader::takeName()
{
    if (m_item.name.empty())
        m_item.name = joined(head());
    if (normalizedName(m_item.name).empty())
        return invalid("Say what to add, for example: 2x milk.");
    return {};
}

Result<void> LineReader::checkLengths() const
{
    if (auto checked = checkLength("name", m_item.name, limits::nameBytes); !checked)
        return checked;
    if (auto checked = checkLength("note", m_item.note, limits::noteBytes); !checked)
        return checked;
    if (auto checked = checkLength("category", m_item.category, limits::shortTextBytes); !checked)
        return checked;
    return checkLength("catalogue id", m_item.sku.value_or(""), limits::shortTextBytes);
}

Result<ParsedItem> LineReader::read()
{
    for (const auto step : {&LineReader::takeCategories, &LineReader::takeSkus, &LineReader::takeMarkedPrices}) {
        if (const auto done = (this->*step)(); !done)
            return done.error();
    }
    if (const auto done = takePriceEndingAt(m_tokens.size()); !done)
        return done.error();
    if (const auto done = takePriceEndingAt(headEnd()); !done)
        return done.error();
    if (const auto done = takeAmount(); !done)
        return done.error();
    takeNote();
    if (const auto done = takeName(); !done)
        return done.error();
    if (const auto done = checkLengths(); !done)
        return done.error();
    std::sort(m_item.parts.begin(), m_item.parts.end(), [](auto &a, auto &b) { return a.begin < b.begin; });
    return std::move(m_item);
}

} // namespace

Result<ParsedItem> parseQuickAdd(std::string_view line, const QuickAddOptions &options)
{
    if (line.size() > longestLine)
        return invalid("The line is too long: shorten it to " + std::to_string(longestLine) + " bytes.");
    if (!isCleanText(line))
        return invalid("The line holds characters that cannot be shown: type it again without them.");
    return LineReader(line, options).read();
}

} // namespace evencart
