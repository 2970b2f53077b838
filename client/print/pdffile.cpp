#include "print/pdffile.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QSaveFile>

namespace evencart {

namespace {

constexpr double margin = 16; // mm

} // namespace

QFont paper::fontOf(double points, QFont::Weight weight)
{
    QFont font = QGuiApplication::font();
    font.setPointSizeF(points);
    font.setWeight(weight);
    return font;
}

Result<void> writePdf(const QString &file, const QString &title, const std::function<bool(QPdfWriter &)> &paint)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter pdf(&buffer);
        pdf.setResolution(paper::dotsPerInch);
        pdf.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait,
                                      QMarginsF(margin, margin, margin, margin), QPageLayout::Millimeter));
        pdf.setTitle(title);
        pdf.setCreator(QStringLiteral("Evencart"));
        if (!paint(pdf))
            return Error{ErrorCode::Io, "The pages cannot be made."};
    }
    QSaveFile saved(file);
    if (!saved.open(QIODevice::WriteOnly) || saved.write(buffer.data()) != buffer.size() || !saved.commit())
        return Error{ErrorCode::Io, "Cannot write " + file.toStdString() + ": " + saved.errorString().toStdString() +
                                        "; choose another place."};
    return {};
}

} // namespace evencart
