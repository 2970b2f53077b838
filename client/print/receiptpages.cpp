#include "print/receiptpages.h"

#include "print/pdffile.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace evencart {

namespace {

using namespace paper;

constexpr double columnGap = 5; // mm, as all below
constexpr double lineGap = 2.6;
constexpr double headGap = 8;
constexpr double footGap = 3;

class Pages
{
public:
    Pages(const PrintedReceipt &receipt, QPdfWriter &pdf)
        : m_receipt(receipt), m_pdf(pdf), m_painter(&pdf), m_rightToLeft(QGuiApplication::isRightToLeft()),
          m_page(0, 0, pdf.width(), pdf.height())
    {
    }

    bool isActive() const { return m_painter.isActive(); }

    void paint()
    {
        measure();
        const std::vector<int> pageOf = arrange();
        const int count = pageOf.back() + 1;
        double y = paintHead();
        int page = 0;
        paintFoot(page, count);
        for (std::size_t i = 0; i < m_receipt.lines.size(); ++i) {
            if (pageOf[i] != page) {
                m_pdf.newPage();
                paintFoot(++page, count);
                y = 0;
            }
            y += paintLine(m_receipt.lines[i], y);
        }
        paintTotal(y);
    }

private:
    QFontMetricsF metrics(const QFont &font) const { return QFontMetricsF(font, &m_pdf); }
    double footTop() const { return m_page.bottom() - metrics(m_small).height() - footGap * millimetre; }
    double totalHeight() const { return metrics(m_strong).height() + 2 * lineGap * millimetre; }

    // Lays text out; paints it where there is a place for it. Returns its height.
    double lay(const QString &text, const QFont &font, double width, const QPointF *place, const QColor &colour = ink)
    {
        QTextLayout layout(text, font, &m_pdf);
        QTextOption option(m_rightToLeft ? Qt::AlignRight : Qt::AlignLeft);
        option.setTextDirection(m_rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        double height = 0;
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            line.setPosition({0, height});
            height += line.height();
        }
        layout.endLayout();
        if (place) {
            m_painter.setPen(colour);
            layout.draw(&m_painter, *place);
        }
        return height;
    }

    void measure()
    {
        for (const PrintedReceipt::Line &line : m_receipt.lines) {
            m_amountWidth = std::max(m_amountWidth, metrics(m_body).horizontalAdvance(line.amount));
            m_priceWidth = std::max(m_priceWidth, metrics(m_body).horizontalAdvance(line.price));
            m_totalWidth = std::max(m_totalWidth, metrics(m_body).horizontalAdvance(line.total));
        }
        m_nameWidth = m_page.width() - m_amountWidth - m_priceWidth - m_totalWidth - 3 * columnGap * millimetre;
    }

    double heightOf(const PrintedReceipt::Line &line)
    {
        return lay(line.name, m_body, m_nameWidth, nullptr) + lineGap * millimetre;
    }

    // The page of each line; the last entry is that of the total, which goes with the last line.
    std::vector<int> arrange()
    {
        std::vector<int> pages;
        double y = headHeight();
        int page = 0;
        for (std::size_t i = 0; i < m_receipt.lines.size(); ++i) {
            const bool isLast = i + 1 == m_receipt.lines.size();
            const double height = heightOf(m_receipt.lines[i]);
            if (y > 0 && y + height + (isLast ? totalHeight() : 0) > footTop()) {
                ++page;
                y = 0;
            }
            pages.push_back(page);
            y += height;
        }
        pages.push_back(page);
        return pages;
    }

    double headHeight()
    {
        double height = lay(m_receipt.title, m_title, m_page.width(), nullptr);
        for (const QString &fact : m_receipt.facts)
            height += lay(fact, m_small, m_page.width(), nullptr);
        return height + headGap * millimetre;
    }

    double paintHead()
    {
        QPointF place = m_page.topLeft();
        place.ry() += lay(m_receipt.title, m_title, m_page.width(), &place);
        for (const QString &fact : m_receipt.facts)
            place.ry() += lay(fact, m_small, m_page.width(), &place, paleInk);
        return place.y() + headGap * millimetre;
    }

    // `x` counts from where lines begin in this language; the text ends there where `atEnd`.
    void put(const QString &text, const QFont &font, double x, double y, bool atEnd)
    {
        const QFontMetricsF metrics = this->metrics(font);
        const double width = metrics.horizontalAdvance(text);
        const double left = atEnd ? x - width : x;
        m_painter.setFont(font);
        m_painter.setPen(ink);
        m_painter.drawText(QPointF(m_rightToLeft ? m_page.width() - left - width : left, y + metrics.ascent()), text);
    }

    double paintLine(const PrintedReceipt::Line &line, double y)
    {
        put(line.amount, m_body, m_amountWidth, y, true);
        const double nameStart = m_amountWidth + columnGap * millimetre;
        const QPointF place(m_rightToLeft ? m_page.width() - nameStart - m_nameWidth : nameStart, y);
        const double height = lay(line.name, m_body, m_nameWidth, &place) + lineGap * millimetre;
        put(line.price, m_body, m_page.width() - m_totalWidth - columnGap * millimetre, y, true);
        put(line.total, m_body, m_page.width(), y, true);
        return height;
    }

    void paintTotal(double y)
    {
        m_painter.setPen(QPen(rule, 0.25 * millimetre));
        m_painter.drawLine(QPointF(0, y), QPointF(m_page.width(), y));
        y += lineGap * millimetre;
        put(m_receipt.totalLabel, m_strong, m_amountWidth + columnGap * millimetre, y, false);
        put(m_receipt.total, m_strong, m_page.width(), y, true);
    }

    void paintFoot(int page, int count)
    {
        if (count < 2)
            return;
        const QPointF place(0, m_page.bottom() - metrics(m_small).height());
        lay(m_receipt.title + QStringLiteral(" · ") + m_receipt.page.arg(page + 1).arg(count), m_small, m_page.width(),
            &place, paleInk);
    }

    const PrintedReceipt &m_receipt;
    QPdfWriter &m_pdf;
    QPainter m_painter;
    bool m_rightToLeft;
    QRectF m_page;
    QFont m_title = fontOf(20, QFont::DemiBold);
    QFont m_body = fontOf(11);
    QFont m_strong = fontOf(12, QFont::DemiBold);
    QFont m_small = fontOf(9);
    double m_amountWidth = 0;
    double m_priceWidth = 0;
    double m_totalWidth = 0;
    double m_nameWidth = 0;
};

} // namespace

Result<void> writeReceipt(const PrintedReceipt &receipt, const QString &file)
{
    return writePdf(file, receipt.title, [&](QPdfWriter &pdf) {
        Pages pages(receipt, pdf);
        if (pages.isActive())
            pages.paint();
        return pages.isActive();
    });
}

} // namespace evencart
