#include "cli/qrcode.h"

#include <qrencode.h>

#include <memory>

namespace evencart::cli {

std::string qrCode(const std::string &text)
{
    constexpr int quietZone = 4; // ISO/IEC 18004
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_L),
                                                               QRcode_free);
    if (!code)
        return {};
    const auto isLight = [&](int row, int column) {
        if (row < 0 || column < 0 || row >= code->width || column >= code->width)
            return true;
        return (code->data[row * code->width + column] & 1) == 0;
    };
    std::string drawn;
    for (int row = -quietZone; row < code->width + quietZone; row += 2) {
        for (int column = -quietZone; column < code->width + quietZone; ++column) {
            const bool upper = isLight(row, column);
            const bool lower = isLight(row + 1, column);
            drawn += upper ? (lower ? "█" : "▀") : (lower ? "▄" : " ");
        }
        drawn += '\n';
    }
    return drawn;
}

} // namespace evencart::cli
