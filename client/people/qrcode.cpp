#include "people/qrcode.h"

#include <QPainter>

#include <algorithm>

namespace evencart {

QrCode::QrCode(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(false);
}

void QrCode::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    m_matrix = QrMatrix::of(text.toStdString());
    update();
    Q_EMIT textChanged();
}

void QrCode::paint(QPainter *painter)
{
    painter->fillRect(boundingRect(), Qt::white);
    if (m_text.isEmpty() || m_matrix.isEmpty())
        return;
    const int modules = m_matrix.width() + 2 * QrMatrix::quietZone;
    const int module = std::max(1, static_cast<int>(std::min(width(), height())) / modules);
    const int left = (static_cast<int>(width()) - module * m_matrix.width()) / 2;
    const int top = (static_cast<int>(height()) - module * m_matrix.width()) / 2;
    for (int row = 0; row < m_matrix.width(); ++row) {
        for (int column = 0; column < m_matrix.width(); ++column) {
            if (m_matrix.isDark(row, column))
                painter->fillRect(left + column * module, top + row * module, module, module, Qt::black);
        }
    }
}

} // namespace evencart
