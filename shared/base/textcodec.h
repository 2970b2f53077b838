#pragma once

#include "base/bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace evencart {

// base64url without padding (RFC 4648 section 5): secrets, keys and fingerprints in links.
std::string toBase64Url(ByteView bytes);
std::optional<Bytes> fromBase64Url(std::string_view text);

// Well-formed UTF-8 (no overlong forms, no surrogates) without control characters other than newline and tab, and
// without the bidirectional overrides that can make one text look like another (U+202A-202E, U+2066-2069).
bool isCleanText(std::string_view utf8);

} // namespace evencart
