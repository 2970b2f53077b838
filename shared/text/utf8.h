#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// Walking UTF-8 by code points, and white space as Unicode means it (the White_Space property).
namespace evencart {

struct CodePoint
{
    char32_t code;
    std::size_t bytes; // how much of the text it took, at least 1
};

// The code point at the front. A byte that starts none is U+FFFD and one byte long, so a walk always ends.
// REQUIRES: !utf8.empty()
CodePoint firstCodePoint(std::string_view utf8);

// The same at the back.
// REQUIRES: !utf8.empty()
CodePoint lastCodePoint(std::string_view utf8);

bool isSpace(char32_t code);

// Without white space at both ends; a view into its argument.
std::string_view trimmed(std::string_view utf8);

// Trimmed, and every run of white space inside is one U+0020. Case and everything else stay.
std::string collapsed(std::string_view utf8);

// In quotes for a sentence to a person, cut after forty code points.
std::string quoted(std::string_view utf8);

} // namespace evencart
