#include "text/quantity.h"

#include "base/limits.h"
#include "text/utf8.h"

#include <algorithm>
#include <iterator>

namespace evencart {

namespace {

constexpr int places = 3;
constexpr std::int64_t largestFractionPart = 999;

struct Vulgar
{
    char32_t code;
    int numerator;
    int denominator;
};

constexpr Vulgar vulgarFractions[] = {
    {U'½', 1, 2}, {U'⅓', 1, 3}, {U'⅔', 2, 3}, {U'¼', 1, 4}, {U'¾', 3, 4}, {U'⅕', 1, 5},
    {U'⅖', 2, 5}, {U'⅗', 3, 5}, {U'⅘', 4, 5}, {U'⅙', 1, 6}, {U'⅚', 5, 6}, {U'⅛', 1, 8},
    {U'⅜', 3, 8}, {U'⅝', 5, 8}, {U'⅞', 7, 8}, {U'⅐', 1, 7}, {U'⅑', 1, 9}, {U'⅒', 1, 10},
};

const Vulgar *vulgarFraction(char32_t code)
{
    const auto *found = std::find_if(std::begin(vulgarFractions), std::end(vulgarFractions),
                                     [&](const Vulgar &row) { return row.code == code; });
    return found == std::end(vulgarFractions) ? nullptr : found;
}

std::optional<std::int64_t> parseWhole(std::string_view utf8)
{
    const auto decimal = parseDecimal(utf8, DecimalSeparator::Point);
    if (!decimal || decimal->places != 0)
        return std::nullopt;
    return decimal->digits;
}

std::optional<std::int64_t> thousandthsOf(std::int64_t numerator, std::int64_t denominator)
{
    if (numerator < 1 || numerator >= denominator || denominator > largestFractionPart)
        return std::nullopt;
    return (numerator * oneThing + denominator / 2) / denominator;
}

// Cuts the last run of digits off.
std::string_view takeLastDigits(std::string_view &utf8)
{
    std::size_t length = 0;
    while (length < utf8.size()) {
        const CodePoint point = lastCodePoint(utf8.substr(0, utf8.size() - length));
        if (!digitValue(point.code))
            break;
        length += point.bytes;
    }
    const std::string_view digits = utf8.substr(utf8.size() - length);
    utf8.remove_suffix(length);
    return digits;
}

// Cuts a fraction off the end, so that what is left is the whole number before it, if any.
std::optional<std::int64_t> takeFraction(std::string_view &utf8)
{
    const CodePoint last = lastCodePoint(utf8);
    if (const Vulgar *vulgar = vulgarFraction(last.code)) {
        utf8.remove_suffix(last.bytes);
        return thousandthsOf(vulgar->numerator, vulgar->denominator);
    }
    const auto denominator = parseWhole(takeLastDigits(utf8));
    if (!denominator || utf8.empty())
        return std::nullopt;
    const CodePoint slash = lastCodePoint(utf8);
    if (slash.code != '/' && slash.code != U'\u2044')
        return std::nullopt;
    utf8.remove_suffix(slash.bytes);
    const auto numerator = parseWhole(takeLastDigits(utf8));
    // "1 1/2": without the space the numerator would have taken the whole number's digits.
    if (!numerator || (!utf8.empty() && !isSpace(lastCodePoint(utf8).code)))
        return std::nullopt;
    return thousandthsOf(*numerator, *denominator);
}

std::optional<std::int64_t> parseMixed(std::string_view utf8)
{
    if (isSpace(firstCodePoint(utf8).code))
        return std::nullopt;
    const auto fraction = takeFraction(utf8);
    if (!fraction || utf8.empty())
        return fraction;
    const auto whole = parseWhole(trimmed(utf8));
    if (!whole || *whole > limits::quantityThousandths / oneThing)
        return std::nullopt;
    return *whole * oneThing + *fraction;
}

} // namespace

std::optional<std::int64_t> parseQuantity(std::string_view utf8, DecimalSeparator usual, Sign sign)
{
    const int factor = sign == Sign::Allowed ? takeSign(utf8) : 1;
    if (utf8.empty())
        return std::nullopt;
    const auto decimal = parseDecimal(utf8, usual);
    const auto quantity = decimal ? scaled(*decimal, places) : parseMixed(utf8);
    if (!quantity || *quantity > limits::quantityThousandths)
        return std::nullopt;
    return factor * *quantity;
}

std::string formatQuantity(std::int64_t thousandths, char decimalSeparator)
{
    int shown = places;
    for (std::int64_t rest = thousandths; shown > 0 && rest % 10 == 0; rest /= 10)
        --shown;
    return formatScaled(thousandths, places, shown, decimalSeparator);
}

bool isVulgarFraction(char32_t code)
{
    return vulgarFraction(code) != nullptr;
}

} // namespace evencart
