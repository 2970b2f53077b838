#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Plain decimals as people type them, as integers: no float anywhere.
namespace evencart {

// What stands before the decimals where the person lives. An argument, so that nothing here looks at the locale.
enum class DecimalSeparator
{
    Point,
    Comma
};

// digits / 10^places: "1.50" is {150, 2}.
struct Decimal
{
    std::int64_t digits;
    int places;
};

// The value of a decimal digit of any script ('7', '７', '٧'), nullopt for anything else.
std::optional<int> digitValue(char32_t code);

// Whether the code point can separate decimals: point, comma or U+066B.
bool isDecimalSeparator(char32_t code);

// decimal = digits [separator digits] | separator digits      with at most 15 digits, of any script
//
// Both separators are understood whichever is usual, with one exception: the unusual one before exactly three
// digits and after one to three that do not begin with 0 ("1.500" where a comma is usual) may as well group
// thousands. Such a number is refused, as are numbers that do group, rather than read a thousand times too small.
// No sign, exponent or space.
std::optional<Decimal> parseDecimal(std::string_view utf8, DecimalSeparator usual);

// The decimal in units of 10^-places; nullopt when it has more places than that or does not fit.
std::optional<std::int64_t> scaled(Decimal decimal, int places);

// value / 10^places with exactly `shown` decimals, 0 <= shown <= places; the digits after those are not shown.
std::string formatScaled(std::int64_t value, int places, int shown, char separator);

// The value of a sign at the front, which is removed: -1 for '-' and U+2212, else 1.
int takeSign(std::string_view &utf8);

} // namespace evencart
