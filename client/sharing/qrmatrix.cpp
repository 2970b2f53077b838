#include "sharing/qrmatrix.h"

#include <qrencode.h>

#include <memory>

namespace evencart {

QrMatrix QrMatrix::of(const std::string &text)
{
    QrMatrix matrix;
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_L),
                                                               QRcode_free);
    if (!code)
        return matrix;
    matrix.m_width = code->width;
    const unsigned char *end = code->data + code->width * code->width;
    for (const unsigned char *module = code->data; module != end; ++module)
        matrix.m_dark.push_back((*module & 1) != 0);
    return matrix;
}

bool QrMatrix::isDark(int row, int column) const
{
    if (row < 0 || column < 0 || row >= m_width || column >= m_width)
        return false;
    return m_dark[static_cast<std::size_t>(row * m_width + column)];
}

} // namespace evencart
