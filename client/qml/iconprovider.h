#pragma once

#include <QQuickImageProvider>

namespace evencart {

// The app's line icons in any colour: "image://icons/plus/e8eaed" is resources/icons/ui/plus.svg, drawn in that colour
// at the size that is asked for. Pixels, not shapes with shaders, so that they look the same without a GPU.
class IconProvider : public QQuickImageProvider
{
public:
    IconProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}
    QImage requestImage(const QString &id, QSize *size, const QSize &requestedSize) override;
};

} // namespace evencart
