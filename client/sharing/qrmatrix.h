#pragma once

#include <string>
#include <vector>

namespace evencart {

// A text as a QR code: a square of modules, to be drawn dark on light with `quietZone` light modules around it. Empty
// (width 0) where the text is too long for one.
class QrMatrix
{
public:
    static constexpr int quietZone = 4; // ISO/IEC 18004

    static QrMatrix of(const std::string &text);

    int width() const { return m_width; } // without the quiet zone
    bool isEmpty() const { return m_width == 0; }
    // False outside of the square, too.
    bool isDark(int row, int column) const;

private:
    int m_width = 0;
    std::vector<bool> m_dark;
};

} // namespace evencart
