#pragma once

#include "text/decimal.h"
#include "text/recognised.h"
#include "text/tokens.h"
#include "text/units.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

// Finding the amount at either end of a name: "2x", "500 g", "1 1/2 l". The grammar is in text/quickadd.h.
namespace evencart {

struct Amount
{
    std::int64_t number;        // thousandths, as written: 1000 for "1 dozen"; may be zero or negative
    const Unit *unit = nullptr; // null when none is written
    std::string_view unitText;  // as written
    std::size_t firstToken;
    std::size_t tokenCount;
    Recognised numberPart;
    std::optional<Recognised> unitPart;
};

std::optional<Amount> amountAtFront(std::span<const Token> tokens, DecimalSeparator usual);
std::optional<Amount> amountAtBack(std::span<const Token> tokens, DecimalSeparator usual);

} // namespace evencart
