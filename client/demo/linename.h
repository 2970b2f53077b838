#pragma once

#include <optional>
#include <string>
#include <string_view>

// How a demonstration names a line: by what it is called, and where two lines of a cart are called the same, with the
// unit in brackets behind it: "flour [g]", and "flour []" for the one that has none.
namespace evencart {

struct LineName
{
    std::string name;
    std::string unit;

    // Nothing for a text without brackets at its end.
    static std::optional<LineName> read(std::string_view text);
    std::string toString() const { return name + " [" + unit + "]"; }
    // Whether that is the line's; the name normalised.
    bool isOf(std::string_view lineName, std::string_view lineUnit) const;
};

// Whether two names are shown as the same.
bool isSameName(std::string_view one, std::string_view other);

} // namespace evencart
