#pragma once

#include <cstdint>
#include <string_view>

namespace evencart {

// A spelling of a unit and what it stands for. Every spelling of every language leads to one canonical name,
// because the unit is part of what makes two people's lines one. Spellings convert only where the word itself is a
// number ("dozen") or has one meaning by definition ("Pfund", 500 g); "lb" stays "lb", and 1 l never becomes 1000
// ml.
struct Unit
{
    std::string_view spelling; // normalised, see normalizedName
    std::string_view name;     // canonical, lower case; empty for pieces
    std::int64_t factor;       // thousandths of `name` in one of it
    bool isThing;              // a word like "bottles" that can be bought by itself
};

// The unit that the word spells, in any case and with or without a full stop at the end; null for other words. "G"
// and "M" alone are none: they are in names like "5G router" and "socks M".
const Unit *unitSpelled(std::string_view word);

// Whether what is counted in it comes whole: pieces, and things like bottles. By the canonical name; of other words
// nothing is known, so they are not.
bool isCounted(std::string_view name);

} // namespace evencart
