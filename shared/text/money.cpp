#include "text/money.h"

#include "base/limits.h"
#include "base/textcodec.h"
#include "text/currencies.h"
#include "text/utf8.h"

namespace evencart {

namespace {

constexpr int decimalsOfUnknown = 2;

// A text around its first number; both sides trimmed, and empty where nothing stands.
struct Split
{
    std::string_view before;
    std::string_view number;
    std::string_view after;
    int sign = 1;
};

bool isNumberPart(char32_t code)
{
    return digitValue(code).has_value() || isDecimalSeparator(code);
}

// The length of the run at the front of which every code point is, or is not, part of a number.
std::size_t runLength(std::string_view utf8, bool number)
{
    std::size_t length = 0;
    while (length < utf8.size()) {
        const CodePoint point = firstCodePoint(utf8.substr(length));
        if (isNumberPart(point.code) != number)
            break;
        length += point.bytes;
    }
    return length;
}

bool isMinus(char32_t code)
{
    return code == '-' || code == 0x2212;
}

Split splitAroundNumber(std::string_view utf8)
{
    Split split;
    utf8 = trimmed(utf8);
    split.sign = takeSign(utf8);
    const std::size_t begin = runLength(utf8, false);
    const std::size_t length = runLength(utf8.substr(begin), true);
    split.before = utf8.substr(0, begin);
    split.number = utf8.substr(begin, length);
    split.after = trimmed(utf8.substr(begin + length));
    if (split.sign == 1 && !split.before.empty() && isMinus(lastCodePoint(split.before).code)) {
        split.before.remove_suffix(lastCodePoint(split.before).bytes);
        split.sign = -1;
    }
    split.before = trimmed(split.before);
    return split;
}

std::string upperCaseAscii(std::string_view text)
{
    std::string out(text);
    for (char &c : out)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
    return out;
}

Error invalid(std::string message)
{
    return {ErrorCode::InvalidInput, std::move(message)};
}

Result<std::string> currencyOf(const Split &split, const MoneyOptions &options)
{
    if (!split.before.empty() && !split.after.empty())
        return invalid("A price is a number and one currency, for example 1.99 EUR.");
    const std::string_view named = split.before.empty() ? split.after : split.before;
    if (named.empty() && options.currency.empty())
        return invalid("The price " + quoted(split.number) + " has no currency: write it like 1.99 EUR.");
    const std::string_view wanted = named.empty() ? std::string_view(options.currency) : named;
    std::string_view code = currencyFor(wanted, options.currency);
    if (code.empty())
        code = currencyFor(upperCaseAscii(wanted), options.currency);
    if (code.empty())
        return invalid("There is no currency " + quoted(wanted) + ": use a code of three letters, for example EUR.");
    return std::string(code);
}

std::string decimalsSentence(const std::string &currency, int decimals)
{
    if (decimals == 0)
        return "A price in " + currency + " has no decimals.";
    return "A price in " + currency + " has at most " + std::to_string(decimals) + " decimals.";
}

} // namespace

Result<Money> parseMoney(std::string_view utf8, const MoneyOptions &options)
{
    if (!isCleanText(utf8))
        return invalid("The price holds characters that cannot be shown.");
    const Split split = splitAroundNumber(utf8);
    if (split.number.empty())
        return invalid("A price needs a number, for example 1.99 EUR.");
    const auto currency = currencyOf(split, options);
    if (!currency)
        return currency.error();
    const auto decimal = parseDecimal(split.number, options.decimal);
    if (!decimal)
        return invalid("The price " + quoted(split.number) +
                       " is not a plain number: write it like 1234.50, without grouping.");
    const int decimals = currencyDecimals(*currency).value_or(decimalsOfUnknown);
    if (decimal->places > decimals)
        return invalid(decimalsSentence(*currency, decimals));
    const auto minor = scaled(*decimal, decimals);
    if (!minor || *minor > limits::priceMinor)
        return invalid("A price can be at most " + formatMoney({*currency, limits::priceMinor}) + ".");
    return Money{*currency, split.sign * *minor};
}

bool looksLikeMoney(std::string_view utf8, CodeCase codes)
{
    const Split split = splitAroundNumber(utf8);
    if (split.number.empty() || split.before.empty() == split.after.empty())
        return false;
    const std::string_view named = split.before.empty() ? split.after : split.before;
    return !currencyFor(named).empty() || (codes == CodeCase::Any && !currencyFor(upperCaseAscii(named)).empty());
}

std::string formatMoney(const Money &money, char decimalSeparator)
{
    const int decimals = currencyDecimals(money.currency).value_or(decimalsOfUnknown);
    return formatScaled(money.minor, decimals, decimals, decimalSeparator) + " " + money.currency;
}

} // namespace evencart
