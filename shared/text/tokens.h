#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

// The words of a quick-add line. The grammar is in text/quickadd.h; this is its lowest layer.
namespace evencart {

struct Token
{
    enum Kind
    {
        Word,     // up to the next white space
        Quoted,   // text is what stands between the quotes
        Category, // text is what stands after the "#", without quotes
        Comma,    // one or more commas before white space or the end; a comma inside a word is part of it
    };

    Kind kind;
    std::string_view text;
    std::size_t begin; // byte offsets into the line, quotes and "#" included
    std::size_t end;
};

// Views into the line. Quotes ("…", “…”, „…“) open at the start of a word and close before white space, a comma at a
// word's end or the line's end; any other quote is a character like the rest (an inch, a name). "#" makes a category
// before anything but white space, a digit and another "#" ("screws #8" are no category).
std::vector<Token> tokenize(std::string_view line);

} // namespace evencart
