#pragma once

#include "base/result.h"
#include "text/decimal.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace evencart {

// An amount of one currency, in its smallest unit: {"EUR", 199} is 1.99 €, {"JPY", 120} is 120 ¥. Not a sum over
// currencies and nothing to convert with. From parseMoney the currency is one of ISO 4217 and |minor| <=
// limits::priceMinor; a peer may send a currency that this version does not know, which formatMoney shows with two
// decimals.
struct Money
{
    std::string currency; // three upper-case letters
    std::int64_t minor = 0;

    friend bool operator==(const Money &, const Money &) = default;
};

struct MoneyOptions
{
    DecimalSeparator decimal = DecimalSeparator::Point;
    std::string currency; // meant where none is named, and by a sign that it shares ("$" is CAD for CAD); may be empty
};

// money    = currency [space] amount | amount [space] currency | amount      the last with options.currency only
// amount   = [sign] decimal                                                  see parseDecimal
// currency = a sign ("€", "$", "zł") or an ISO 4217 code in any case
//
// "1.99EUR", "1,99 €", "EUR 1.99", "$3", "¥120", "-0.25 €" (a deposit that comes back). As many decimals as the
// currency has, or fewer. Space at the ends is ignored. Everything else is InvalidInput with a sentence that names
// what does not fit.
Result<Money> parseMoney(std::string_view utf8, const MoneyOptions &options = {});

// Whether the text is a number with exactly one sign or code beside it. Where nobody said that it is money, only an
// upper-case code shows that. parseMoney may still refuse it: "1.999 €".
enum class CodeCase
{
    Upper,
    Any
};
bool looksLikeMoney(std::string_view utf8, CodeCase codes = CodeCase::Upper);

// "1.99 EUR", "120 JPY", "-0.25 EUR": always with all the decimals, never grouped. parseMoney reads it back.
std::string formatMoney(const Money &money, char decimalSeparator = '.');

} // namespace evencart
