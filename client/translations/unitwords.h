#pragma once

#include <QString>

#include <cstdint>
#include <string>

namespace evencart {

// How a unit is written for people: carts keep one name for each ("bottle", text/units.h), whatever language it was
// typed in. Symbols like "kg" stay as they are. Any thread.
QString unitWord(const std::string &unit, std::int64_t thousandths); // "bottles", "Flasche"

} // namespace evencart
