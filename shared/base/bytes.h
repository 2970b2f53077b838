#pragma once

#include <string>
#include <string_view>

namespace evencart {

// Raw bytes. std::string because most of ours are short (small-string storage) and because SQLite, libsodium and
// Qt all take pointer + length. Not text: text is UTF-8 and says so where it is used.
using Bytes = std::string;
using ByteView = std::string_view;

} // namespace evencart
