#include "text/amount.h"

#include "text/normalize.h"
#include "text/quantity.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace evencart {

namespace {

// A number at the start of a word, or "1 1/2" over two.
struct Number
{
    std::int64_t value;
    std::size_t firstToken;
    std::size_t tokenCount;
    std::string_view rest; // what the last word holds behind it
    std::size_t begin;
    std::size_t end;

    std::size_t next() const { return firstToken + tokenCount; }
};

bool isTimes(std::string_view text)
{
    return text == "x" || text == "X" || text == "×";
}

bool isTimesAt(std::span<const Token> tokens, std::size_t i)
{
    return i < tokens.size() && tokens[i].kind == Token::Word && isTimes(tokens[i].text);
}

const Unit *unitAt(std::span<const Token> tokens, std::size_t i)
{
    return i < tokens.size() && tokens[i].kind == Token::Word ? unitSpelled(tokens[i].text) : nullptr;
}

bool isFractionMark(char32_t code)
{
    return code == '/' || code == U'\u2044' || isVulgarFraction(code);
}

// The bytes at the front that can belong to a number, sign included.
std::size_t numeralLength(std::string_view word)
{
    std::string_view rest = word;
    takeSign(rest);
    while (!rest.empty()) {
        const CodePoint point = firstCodePoint(rest);
        if (!digitValue(point.code) && !isDecimalSeparator(point.code) && !isFractionMark(point.code))
            break;
        rest.remove_prefix(point.bytes);
    }
    return word.size() - rest.size();
}

// "00 flour" and "007" are names.
bool startsLikeAName(std::string_view numeral)
{
    return numeral.size() > 1 && numeral[0] == '0' && digitValue(firstCodePoint(numeral.substr(1)).code);
}

std::optional<Number> numberIn(std::span<const Token> tokens, std::size_t first, std::size_t count,
                               DecimalSeparator usual)
{
    const Token &last = tokens[first + count - 1];
    const std::size_t length = numeralLength(last.text);
    const char *begin = tokens[first].text.data();
    const std::string_view numeral(begin, static_cast<std::size_t>(last.text.data() - begin) + length);
    if (length == 0 || startsLikeAName(numeral))
        return std::nullopt;
    const auto value = parseQuantity(numeral, usual, Sign::Allowed);
    if (!value)
        return std::nullopt;
    return Number{*value, first, count, last.text.substr(length), tokens[first].begin, last.begin + length};
}

bool isWordAt(std::span<const Token> tokens, std::size_t i)
{
    return i < tokens.size() && tokens[i].kind == Token::Word;
}

std::optional<Number> numberAt(std::span<const Token> tokens, std::size_t i, DecimalSeparator usual)
{
    if (!isWordAt(tokens, i))
        return std::nullopt;
    const bool wholeWord = numeralLength(tokens[i].text) == tokens[i].text.size();
    if (wholeWord && isWordAt(tokens, i + 1)) {
        if (auto mixed = numberIn(tokens, i, 2, usual))
            return mixed;
    }
    return numberIn(tokens, i, 1, usual);
}

std::optional<Number> numberEndingAt(std::span<const Token> tokens, std::size_t i, DecimalSeparator usual)
{
    if (i > 0) {
        const auto mixed = numberAt(tokens, i - 1, usual);
        if (mixed && mixed->tokenCount == 2)
            return mixed;
    }
    return numberAt(tokens, i, usual);
}

// "2 x 4 timber": what follows the x is a second measure, and neither is an amount. "2 x 500 g" is two of 500 g.
bool isMeasureAt(std::span<const Token> tokens, std::size_t i, DecimalSeparator usual)
{
    const auto number = numberAt(tokens, i, usual);
    return number && number->rest.empty() && !unitAt(tokens, number->next());
}

// A number after one of these (normalised) belongs to it: "shampoo no 5", "flour type 405".
bool isLabel(const Token &token)
{
    static constexpr std::array<std::string_view, 14> labels = {"no",    "no.",     "nr",    "nr.",   "number",
                                                                "type",  "typ",     "grade", "size",  "grösse",
                                                                "model", "version", "level", "factor"};
    return std::find(labels.begin(), labels.end(), normalizedName(token.text)) != labels.end();
}

Amount counted(const Number &number, std::size_t firstToken, std::size_t tokenCount, std::size_t begin, std::size_t end)
{
    return {number.value, nullptr, {}, firstToken, tokenCount, {Recognised::Quantity, begin, end}, std::nullopt};
}

Amount bare(const Number &number)
{
    return counted(number, number.firstToken, number.tokenCount, number.begin, number.end);
}

std::optional<Amount> gluedAmount(const Number &number)
{
    if (isTimes(number.rest))
        return counted(number, number.firstToken, number.tokenCount, number.begin, number.end + number.rest.size());
    const Unit *unit = unitSpelled(number.rest);
    if (!unit)
        return std::nullopt;
    Amount amount = bare(number);
    amount.unit = unit;
    amount.unitText = number.rest;
    amount.unitPart = Recognised{Recognised::Unit, number.end, number.end + number.rest.size()};
    return amount;
}

// A number whose unit or "x" is the word behind it, if that is one.
std::optional<Amount> spacedAmount(std::span<const Token> tokens, const Number &number)
{
    const std::size_t next = number.next();
    if (isTimesAt(tokens, next))
        return counted(number, number.firstToken, number.tokenCount + 1, number.begin, tokens[next].end);
    const Unit *unit = unitAt(tokens, next);
    if (!unit)
        return std::nullopt;
    Amount amount = bare(number);
    amount.unit = unit;
    amount.unitText = tokens[next].text;
    amount.tokenCount += 1;
    amount.unitPart = Recognised{Recognised::Unit, tokens[next].begin, tokens[next].end};
    return amount;
}

bool isOfAt(std::span<const Token> tokens, std::size_t i)
{
    return i + 1 < tokens.size() && tokens[i].kind == Token::Word && normalizedName(tokens[i].text) == "of";
}

// "milk x 2", or a plain number at the end.
std::optional<Amount> bareAtBack(std::span<const Token> tokens, const Number &number, DecimalSeparator usual)
{
    if (number.firstToken == 0)
        return bare(number);
    const std::size_t before = number.firstToken - 1;
    if (isTimesAt(tokens, before)) {
        if (before > 0 && numberEndingAt(tokens, before - 1, usual))
            return std::nullopt;
        return counted(number, before, number.tokenCount + 1, tokens[before].begin, number.end);
    }
    if (isLabel(tokens[before]))
        return std::nullopt;
    return bare(number);
}

// "milk x2"
std::optional<Amount> timesFirst(std::span<const Token> tokens, DecimalSeparator usual)
{
    Token last = tokens.back();
    const CodePoint first = firstCodePoint(last.text);
    if (last.kind != Token::Word || !isTimes(last.text.substr(0, first.bytes)))
        return std::nullopt;
    if (tokens.size() > 1 && numberEndingAt(tokens, tokens.size() - 2, usual))
        return std::nullopt;
    last.text.remove_prefix(first.bytes);
    const auto number = numberIn({&last, 1}, 0, 1, usual);
    if (!number || !number->rest.empty())
        return std::nullopt;
    return counted(*number, tokens.size() - 1, 1, last.begin, last.end);
}

} // namespace

std::optional<Amount> amountAtFront(std::span<const Token> tokens, DecimalSeparator usual)
{
    const auto number = numberAt(tokens, 0, usual);
    if (!number)
        return std::nullopt;
    auto amount = number->rest.empty() ? spacedAmount(tokens, *number) : gluedAmount(*number);
    if (!amount)
        return number->rest.empty() ? std::optional(bare(*number)) : std::nullopt;
    if (!amount->unit && isMeasureAt(tokens, amount->tokenCount, usual))
        return std::nullopt;
    if (amount->unit && isOfAt(tokens, amount->tokenCount))
        amount->tokenCount += 1;
    return amount;
}

std::optional<Amount> amountAtBack(std::span<const Token> tokens, DecimalSeparator usual)
{
    if (tokens.empty())
        return std::nullopt;
    const std::size_t last = tokens.size() - 1;
    if (last > 0 && (unitAt(tokens, last) || isTimesAt(tokens, last))) {
        const auto number = numberEndingAt(tokens, last - 1, usual);
        if (number && number->rest.empty())
            return spacedAmount(tokens, *number);
    }
    const auto number = numberEndingAt(tokens, last, usual);
    if (!number)
        return timesFirst(tokens, usual);
    return number->rest.empty() ? bareAtBack(tokens, *number, usual) : gluedAmount(*number);
}

} // namespace evencart
