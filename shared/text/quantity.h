#pragma once

#include "text/decimal.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// How much of something: thousandths in an int64, so "0.5" is 500 and adding never rounds. The unit is not part of
// it.
namespace evencart {

inline constexpr std::int64_t oneThing = 1000;

enum class Sign
{
    Refused,
    Allowed
};

// quantity = [sign] (decimal | [whole [space]] fraction)
// decimal  = see parseDecimal, with at most three places: "2", "0.5", "1,25", ".5"
// fraction = digits "/" digits | "½" | "⅓" | … | "⅒"      "1/2", "1 1/2", "1½"; "⁄" (U+2044) is "/"
// sign     = "+" | "-" | "−"
//
// Fractions are proper, with at most three digits on either side, and rounded to the nearest thousandth: "1/3" is
// 333. "24/7" and "3/2" are refused, for they are names more often than amounts. So are exponents, grouped
// thousands, space at the ends and whatever is beyond limits::quantityThousandths on either side of zero. Zero
// itself is a quantity.
std::optional<std::int64_t> parseQuantity(std::string_view utf8, DecimalSeparator usual, Sign sign = Sign::Refused);

// The shortest text that parseQuantity reads back: "2", "0.5", "1.25", "-3". No grouping.
std::string formatQuantity(std::int64_t thousandths, char decimalSeparator = '.');

// Whether the code point is a fraction of its own, like ½.
bool isVulgarFraction(char32_t code);

} // namespace evencart
