#pragma once

#include <string>
#include <string_view>

namespace evencart {

// Goes up whenever normalizedName answers differently for any text. Line ids are hashes of normalised names, so two
// replicas with different versions would make two lines of one name.
inline constexpr int normalizerVersion = 1;

// The form of a name in which "Milk ", "milk" and "ＭＩＬＫ" are equal: what line ids are made of and what names are
// compared by. It is not for showing; keep what the person typed for that.
//
// The fixed point of: NFKC (UAX #15), full case folding (Unicode CaseFolding.txt, C + F; not the Turkic one),
// removing characters that nobody can see or mean in a name (U+00AD soft hyphen, U+200B zero-width space, U+2060
// word joiner, U+FEFF byte order mark, U+FE0E and U+FE0F text and emoji selectors), white space collapsed to one
// U+0020 and trimmed. One pass is not enough: folding can undo the composition, and removing can bring an accent to
// its letter. The zero-width joiner and non-joiner stay: they tell words apart in Persian and in Indic scripts.
//
// - Idempotent, and the same on every machine: Unicode's stability policies hold for the characters of Unicode 14, and
//   later ones are passed through as they are, whichever Unicode the Qt at hand knows.
// - Total: a broken UTF-8 sequence becomes U+FFFD. The answer may be empty, and may be longer than the input.
// - ASCII takes a path of its own without conversions.
std::string normalizedName(std::string_view utf8);

} // namespace evencart
