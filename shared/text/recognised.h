#pragma once

#include <cstddef>

namespace evencart {

// A stretch of a typed line that was understood as something other than the name, for the chips in the preview.
struct Recognised
{
    enum Kind
    {
        Quantity,
        Unit,
        Price,
        Category,
        Sku,
        Note
    };

    Kind kind;
    std::size_t begin; // byte offsets into the text that was given, at code point boundaries; begin < end
    std::size_t end;

    friend bool operator==(const Recognised &, const Recognised &) = default;
};

} // namespace evencart
