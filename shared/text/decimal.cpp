#include "text/decimal.h"

#include "text/utf8.h"

#include <QChar>

#include <cassert>
#include <limits>

namespace evencart {

namespace {

constexpr int mostDigits = 15;
constexpr char32_t minusSign = 0x2212;
constexpr char32_t arabicSeparator = 0x066b;

// What a scan of the digits found, before the question of grouping.
struct Scan
{
    std::int64_t digits = 0;
    int wholeDigits = 0;
    int places = 0;
    bool startsWithZero = false;
    char32_t separator = 0;
};

bool takeDigit(Scan &scan, int value)
{
    if (scan.wholeDigits + scan.places == mostDigits)
        return false;
    if (scan.wholeDigits + scan.places == 0)
        scan.startsWithZero = value == 0;
    scan.digits = scan.digits * 10 + value;
    ++(scan.separator ? scan.places : scan.wholeDigits);
    return true;
}

bool mayGroupThousands(const Scan &scan, DecimalSeparator usual)
{
    const char32_t unusual = usual == DecimalSeparator::Point ? U',' : U'.';
    return scan.separator == unusual && scan.places == 3 && scan.wholeDigits >= 1 && scan.wholeDigits <= 3 &&
           !scan.startsWithZero;
}

} // namespace

std::optional<int> digitValue(char32_t code)
{
    if (code < 0x80)
        return code >= '0' && code <= '9' ? std::optional<int>(static_cast<int>(code - '0')) : std::nullopt;
    if (QChar::category(code) != QChar::Number_DecimalDigit)
        return std::nullopt;
    return QChar::digitValue(code);
}

bool isDecimalSeparator(char32_t code)
{
    return code == '.' || code == ',' || code == arabicSeparator;
}

std::optional<Decimal> parseDecimal(std::string_view utf8, DecimalSeparator usual)
{
    Scan scan;
    while (!utf8.empty()) {
        const CodePoint point = firstCodePoint(utf8);
        if (const auto value = digitValue(point.code)) {
            if (!takeDigit(scan, *value))
                return std::nullopt;
        } else if (isDecimalSeparator(point.code) && scan.separator == 0) {
            scan.separator = point.code;
        } else {
            return std::nullopt;
        }
        utf8.remove_prefix(point.bytes);
    }
    const bool complete = scan.separator ? scan.places > 0 : scan.wholeDigits > 0;
    if (!complete || mayGroupThousands(scan, usual))
        return std::nullopt;
    return Decimal{scan.digits, scan.places};
}

std::optional<std::int64_t> scaled(Decimal decimal, int places)
{
    if (decimal.places > places)
        return std::nullopt;
    std::int64_t value = decimal.digits;
    for (int i = decimal.places; i < places; ++i) {
        if (value > std::numeric_limits<std::int64_t>::max() / 10)
            return std::nullopt;
        value *= 10;
    }
    return value;
}

std::string formatScaled(std::int64_t value, int places, int shown, char separator)
{
    assert(shown >= 0 && shown <= places);
    // Unsigned, because the smallest int64 has no positive counterpart.
    const std::uint64_t magnitude =
        value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
    std::string digits = std::to_string(magnitude);
    const auto decimals = static_cast<std::size_t>(places);
    if (digits.size() <= decimals)
        digits.insert(0, decimals + 1 - digits.size(), '0');
    std::string out = value < 0 ? "-" : "";
    out += digits.substr(0, digits.size() - decimals);
    if (shown > 0)
        out += separator + digits.substr(digits.size() - decimals, static_cast<std::size_t>(shown));
    return out;
}

int takeSign(std::string_view &utf8)
{
    if (utf8.empty())
        return 1;
    const CodePoint point = firstCodePoint(utf8);
    const bool minus = point.code == '-' || point.code == minusSign;
    if (minus || point.code == '+')
        utf8.remove_prefix(point.bytes);
    return minus ? -1 : 1;
}

} // namespace evencart
