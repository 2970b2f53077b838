#pragma once

#include "sharing/qrmatrix.h"

#include <QQuickPaintedItem>

namespace evencart {

// A text as a QR code, dark on white whatever the theme, with its quiet zone. Modules are whole pixels. Draws nothing
// where the text is empty or too long for one.
class QrCode : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)

public:
    explicit QrCode(QQuickItem *parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString &text);

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void textChanged();

private:
    QString m_text;
    QrMatrix m_matrix;
};

} // namespace evencart
