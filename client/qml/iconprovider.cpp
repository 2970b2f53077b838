#include "qml/iconprovider.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace evencart {

namespace {

constexpr int usualSize = 24;
constexpr int mostSize = 1024;

} // namespace

QImage IconProvider::requestImage(const QString &id, QSize *size, const QSize &requestedSize)
{
    const QString name = id.section(QLatin1Char('/'), 0, 0);
    const QString colour = id.section(QLatin1Char('/'), 1);
    QFile file(QStringLiteral(":/icons/ui/%1.svg").arg(name));
    const int edge = qBound(1, requestedSize.width() > 0 ? requestedSize.width() : usualSize, mostSize);
    QImage image(edge, edge, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    if (size)
        *size = image.size();
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("There is no icon \"%s\".", qPrintable(name));
        return image;
    }
    QSvgRenderer renderer(file.readAll());
    QPainter painter(&image);
    renderer.render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), QColor(QLatin1Char('#') + colour));
    return image;
}

} // namespace evencart
