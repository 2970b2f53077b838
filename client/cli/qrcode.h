#pragma once

#include <string>

namespace evencart::cli {

// The text as a QR code for a terminal with a dark background: two rows of modules in one row of half blocks, with the
// quiet zone around it. Empty where the text is too long for one.
std::string qrCode(const std::string &text);

} // namespace evencart::cli
