#include "cli/qrcode.h"

#include "sharing/qrmatrix.h"

namespace evencart::cli {

std::string qrCode(const std::string &text)
{
    const QrMatrix code = QrMatrix::of(text);
    if (code.isEmpty())
        return {};
    std::string drawn;
    for (int row = -QrMatrix::quietZone; row < code.width() + QrMatrix::quietZone; row += 2) {
        for (int column = -QrMatrix::quietZone; column < code.width() + QrMatrix::quietZone; ++column) {
            const bool upper = !code.isDark(row, column);
            const bool lower = !code.isDark(row + 1, column);
            drawn += upper ? (lower ? "█" : "▀") : (lower ? "▄" : " ");
        }
        drawn += '\n';
    }
    return drawn;
}

} // namespace evencart::cli
