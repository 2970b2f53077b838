#include "text/tokens.h"

#include "text/decimal.h"
#include "text/utf8.h"

#include <optional>

namespace evencart {

namespace {

bool opensQuote(char32_t code)
{
    return code == '"' || code == U'“' || code == U'„';
}

bool closesQuote(char32_t opening, char32_t code)
{
    return opening == '"' ? code == '"' : code == U'”' || code == U'“';
}

bool endsWord(std::string_view rest)
{
    while (rest.starts_with(','))
        rest.remove_prefix(1);
    return rest.empty() || isSpace(firstCodePoint(rest).code);
}

// The text between the quotes and the bytes that it takes with them.
struct Quote
{
    std::string_view text;
    std::size_t bytes;
};

std::optional<Quote> quoteAtFront(std::string_view rest)
{
    if (rest.empty() || !opensQuote(firstCodePoint(rest).code))
        return std::nullopt;
    const CodePoint opening = firstCodePoint(rest);
    for (std::size_t at = opening.bytes; at < rest.size();) {
        const CodePoint point = firstCodePoint(rest.substr(at));
        const std::size_t after = at + point.bytes;
        if (closesQuote(opening.code, point.code) && endsWord(rest.substr(after))) {
            const std::string_view text = trimmed(rest.substr(opening.bytes, at - opening.bytes));
            return text.empty() ? std::nullopt : std::optional(Quote{text, after});
        }
        at = after;
    }
    return std::nullopt;
}

// The bytes of the word at the front, without the commas that end it.
std::size_t wordLength(std::string_view rest)
{
    std::size_t length = 0;
    while (length < rest.size() && !isSpace(firstCodePoint(rest.substr(length)).code))
        length += firstCodePoint(rest.substr(length)).bytes;
    while (length > 0 && rest[length - 1] == ',')
        --length;
    return length;
}

bool opensCategory(std::string_view rest)
{
    if (!rest.starts_with('#') || rest.size() == 1 || endsWord(rest.substr(1)))
        return false;
    const char32_t next = firstCodePoint(rest.substr(1)).code;
    return next != '#' && !digitValue(next);
}

Token tokenAtFront(std::string_view rest)
{
    if (const auto quote = quoteAtFront(rest))
        return {Token::Quoted, quote->text, 0, quote->bytes};
    if (opensCategory(rest)) {
        if (const auto quote = quoteAtFront(rest.substr(1)))
            return {Token::Category, quote->text, 0, quote->bytes + 1};
        const std::size_t length = wordLength(rest);
        return {Token::Category, rest.substr(1, length - 1), 0, length};
    }
    if (const std::size_t length = wordLength(rest))
        return {Token::Word, rest.substr(0, length), 0, length};
    const std::size_t commas = rest.find_first_not_of(',');
    return {Token::Comma, rest.substr(0, commas), 0, commas == std::string_view::npos ? rest.size() : commas};
}

} // namespace

std::vector<Token> tokenize(std::string_view line)
{
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < line.size();) {
        const CodePoint point = firstCodePoint(line.substr(at));
        if (isSpace(point.code)) {
            at += point.bytes;
            continue;
        }
        Token token = tokenAtFront(line.substr(at));
        token.begin += at;
        token.end += at;
        at = token.end;
        tokens.push_back(token);
    }
    return tokens;
}

} // namespace evencart
