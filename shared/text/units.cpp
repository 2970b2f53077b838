#include "text/units.h"

#include "text/normalize.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace evencart {

namespace {

constexpr std::int64_t oneUnit = 1000;
constexpr std::size_t longestSpelling = 32;

// clang-format off
constexpr Unit units[] = {
    // Weight
    {"g", "g", oneUnit, false}, {"gr", "g", oneUnit, false}, {"gram", "g", oneUnit, false},
    {"grams", "g", oneUnit, false}, {"gramm", "g", oneUnit, false},
    {"kg", "kg", oneUnit, false}, {"kgs", "kg", oneUnit, false}, {"kilo", "kg", oneUnit, false},
    {"kilos", "kg", oneUnit, false}, {"kilogram", "kg", oneUnit, false}, {"kilograms", "kg", oneUnit, false},
    {"kilogramm", "kg", oneUnit, false},
    {"mg", "mg", oneUnit, false},
    {"lb", "lb", oneUnit, false}, {"lbs", "lb", oneUnit, false}, {"pound", "lb", oneUnit, false},
    {"pounds", "lb", oneUnit, false},
    {"oz", "oz", oneUnit, false}, {"ounce", "oz", oneUnit, false}, {"ounces", "oz", oneUnit, false},
    // Volume
    {"l", "l", oneUnit, false}, {"liter", "l", oneUnit, false}, {"liters", "l", oneUnit, false},
    {"litre", "l", oneUnit, false}, {"litres", "l", oneUnit, false},
    {"ml", "ml", oneUnit, false}, {"milliliter", "ml", oneUnit, false}, {"milliliters", "ml", oneUnit, false},
    {"millilitre", "ml", oneUnit, false}, {"millilitres", "ml", oneUnit, false},
    {"cl", "cl", oneUnit, false},
    {"dl", "dl", oneUnit, false},
    {"pint", "pint", oneUnit, false}, {"pints", "pint", oneUnit, false},
    {"gallon", "gallon", oneUnit, false}, {"gallons", "gallon", oneUnit, false},
    {"cup", "cup", oneUnit, true}, {"cups", "cup", oneUnit, true}, {"tasse", "cup", oneUnit, true},
    {"tassen", "cup", oneUnit, true},
    {"tbsp", "tbsp", oneUnit, false}, {"tablespoon", "tbsp", oneUnit, false}, {"tablespoons", "tbsp", oneUnit, false},
    {"el", "tbsp", oneUnit, false}, {"esslöffel", "tbsp", oneUnit, false},
    {"tsp", "tsp", oneUnit, false}, {"teaspoon", "tsp", oneUnit, false}, {"teaspoons", "tsp", oneUnit, false},
    {"tl", "tsp", oneUnit, false}, {"teelöffel", "tsp", oneUnit, false},
    {"pinch", "pinch", oneUnit, false}, {"pinches", "pinch", oneUnit, false}, {"prise", "pinch", oneUnit, false},
    {"prisen", "pinch", oneUnit, false},
    // Length
    {"m", "m", oneUnit, false}, {"meter", "m", oneUnit, false}, {"meters", "m", oneUnit, false},
    {"metre", "m", oneUnit, false}, {"metres", "m", oneUnit, false},
    {"cm", "cm", oneUnit, false},
    // Pieces and packages
    {"piece", "", oneUnit, false}, {"pieces", "", oneUnit, false}, {"pc", "", oneUnit, false},
    {"pcs", "", oneUnit, false}, {"stück", "", oneUnit, false}, {"stücke", "", oneUnit, false},
    {"stk", "", oneUnit, false},
    {"pack", "pack", oneUnit, true}, {"packs", "pack", oneUnit, true}, {"packet", "pack", oneUnit, true},
    {"packets", "pack", oneUnit, true}, {"packung", "pack", oneUnit, true}, {"packungen", "pack", oneUnit, true},
    {"pck", "pack", oneUnit, true}, {"pkg", "pack", oneUnit, true}, {"päckchen", "pack", oneUnit, true},
    {"bottle", "bottle", oneUnit, true}, {"bottles", "bottle", oneUnit, true}, {"flasche", "bottle", oneUnit, true},
    {"flaschen", "bottle", oneUnit, true},
    {"can", "can", oneUnit, true}, {"cans", "can", oneUnit, true}, {"tin", "can", oneUnit, true},
    {"tins", "can", oneUnit, true}, {"dose", "can", oneUnit, true}, {"dosen", "can", oneUnit, true},
    {"box", "box", oneUnit, true}, {"boxes", "box", oneUnit, true}, {"karton", "box", oneUnit, true},
    {"kartons", "box", oneUnit, true}, {"kiste", "box", oneUnit, true}, {"kisten", "box", oneUnit, true},
    {"bag", "bag", oneUnit, true}, {"bags", "bag", oneUnit, true}, {"beutel", "bag", oneUnit, true},
    {"tüte", "bag", oneUnit, true}, {"tüten", "bag", oneUnit, true},
    {"jar", "jar", oneUnit, true}, {"jars", "jar", oneUnit, true}, {"glas", "jar", oneUnit, true},
    {"gläser", "jar", oneUnit, true},
    {"bunch", "bunch", oneUnit, true}, {"bunches", "bunch", oneUnit, true}, {"bund", "bunch", oneUnit, true},
    {"bunde", "bunch", oneUnit, true},
    {"roll", "roll", oneUnit, true}, {"rolls", "roll", oneUnit, true}, {"rolle", "roll", oneUnit, true},
    {"rollen", "roll", oneUnit, true},
    // Words that are numbers
    {"dozen", "", 12 * oneUnit, false}, {"dozens", "", 12 * oneUnit, false}, {"dutzend", "", 12 * oneUnit, false},
    {"pfund", "g", 500 * oneUnit, false},
};
// clang-format on

} // namespace

bool isCounted(std::string_view name)
{
    return name.empty() || std::any_of(std::begin(units), std::end(units),
                                       [&](const Unit &row) { return row.isThing && row.name == name; });
}

const Unit *unitSpelled(std::string_view word)
{
    if (word.ends_with('.'))
        word.remove_suffix(1);
    if (word.empty() || word.size() > longestSpelling || word == "G" || word == "M")
        return nullptr;
    const std::string spelling = normalizedName(word);
    const auto *found =
        std::find_if(std::begin(units), std::end(units), [&](const Unit &row) { return row.spelling == spelling; });
    return found == std::end(units) ? nullptr : found;
}

} // namespace evencart
