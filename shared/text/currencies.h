#pragma once

#include <optional>
#include <string_view>

// The currencies in use (ISO 4217, list one, without funds and metals), how many decimals they have, and the signs
// for them.
namespace evencart {

// The decimals of the currency with this code, as in ISO 4217; nullopt when there is no such code.
std::optional<int> currencyDecimals(std::string_view code);

// The code for a sign ("€", "$", "zł") or for the code itself, upper case only; empty when it is neither. Several
// dollars share one sign: it means `preferred` when that is one of them, otherwise the one that most people mean by
// it.
std::string_view currencyFor(std::string_view signOrCode, std::string_view preferred = {});

} // namespace evencart
