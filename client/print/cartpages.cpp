#include "print/cartpages.h"

#include "print/pdffile.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace evencart {

namespace {

using namespace paper;

constexpr double columnGap = 10; // mm, as all below
constexpr double boxSize = 3.6;
constexpr double boxGap = 2.6;
constexpr double amountGap = 2;
constexpr double lineGap = 2.4;
constexpr double aisleGap = 5;
constexpr double ruleGap = 1.6;
struct Fonts
{
    QFont title = fontOf(20, QFont::DemiBold);
    QFont aisle = fontOf(9.5, QFont::DemiBold);
    QFont name = fontOf(11.5);
    QFont note = fontOf(9);
    QFont foot = fontOf(8);
};

// Something that stands in a column as a whole: an aisle's heading or a line.
struct Block
{
    const PrintedCart::Aisle *heading = nullptr;
    const PrintedCart::Line *line = nullptr;
    double height = 0;
    QPointF place;
    int page = 0;
};

class Pages
{
public:
    Pages(const PrintedCart &cart, const PageWords &words, QPdfWriter &pdf)
        : m_cart(cart), m_words(words), m_pdf(pdf), m_painter(&pdf), m_rightToLeft(QGuiApplication::isRightToLeft())
    {
        m_page = QRectF(0, 0, pdf.width(), pdf.height());
        m_columnWidth = (m_page.width() - columnGap * millimetre) / 2;
    }

    bool isActive() const { return m_painter.isActive(); }

    void paint()
    {
        arrange();
        const int count = m_blocks.empty() ? 1 : m_blocks.back().page + 1;
        for (int page = 0; page < count; ++page) {
            if (page > 0)
                m_pdf.newPage();
            if (page == 0)
                paintTitle();
            paintFoot(page, count);
            for (const Block &block : m_blocks) {
                if (block.page == page)
                    block.heading ? paintHeading(block) : paintLine(block);
            }
        }
    }

private:
    QFontMetricsF metrics(const QFont &font) const { return QFontMetricsF(font, &m_pdf); }
    double titleHeight() const
    {
        return metrics(m_fonts.title).height() + metrics(m_fonts.note).height() + 2 * aisleGap * millimetre;
    }
    double footTop() const { return m_page.bottom() - metrics(m_fonts.foot).height() - 3 * millimetre; }

    double textLeft() const { return (boxSize + boxGap) * millimetre; }
    double amountWidth(const PrintedCart::Line &line) const
    {
        return metrics(m_fonts.name).horizontalAdvance(line.amount) + amountGap * millimetre;
    }
    // Lays text out in a column; paints it where there is a place for it. Returns its height.
    double lay(const QString &text, const QFont &font, double width, const QPointF *place, const QColor &colour)
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
    QString remark(const PrintedCart::Line &line) const
    {
        if (line.who.isEmpty() || line.note.isEmpty())
            return line.note + line.who;
        return line.note + QStringLiteral(" · ") + line.who;
    }
    double nameWidth(const PrintedCart::Line &line) const { return m_columnWidth - textLeft() - amountWidth(line); }
    double remarkWidth() const { return m_columnWidth - textLeft(); }

    void arrange()
    {
        for (const PrintedCart::Aisle &aisle : m_cart.aisles) {
            Block heading;
            heading.heading = &aisle;
            heading.height = metrics(m_fonts.aisle).height() + 2 * ruleGap * millimetre;
            m_blocks.push_back(heading);
            for (const PrintedCart::Line &line : aisle.lines) {
                Block block;
                block.line = &line;
                block.height = lay(line.name, m_fonts.name, nameWidth(line), nullptr, ink) + lineGap * millimetre;
                if (const QString text = remark(line); !text.isEmpty())
                    block.height += lay(text, m_fonts.note, remarkWidth(), nullptr, ink);
                m_blocks.push_back(block);
            }
        }
        int page = 0;
        int column = 0;
        double top = titleHeight();
        double y = top;
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            Block &block = m_blocks[i];
            if (block.heading && y > top)
                y += aisleGap * millimetre;
            // A heading goes with its first line.
            const double needed = block.height + (block.heading ? m_blocks[i + 1].height : 0);
            if (y > top && y + needed > footTop()) {
                column = (column + 1) % 2;
                page += column == 0 ? 1 : 0;
                top = page == 0 ? titleHeight() : 0;
                y = top;
            }
            const int shownColumn = m_rightToLeft ? 1 - column : column;
            block.place = {shownColumn * (m_columnWidth + columnGap * millimetre), y};
            block.page = page;
            y += block.height;
        }
    }

    void paintTitle()
    {
        QPointF place = m_page.topLeft();
        place.ry() += lay(m_cart.title, m_fonts.title, m_page.width(), &place, ink);
        place.ry() += millimetre;
        lay(m_words.printed, m_fonts.note, m_page.width(), &place, paleInk);
    }

    void paintFoot(int page, int count)
    {
        if (count < 2)
            return;
        const QString title = m_cart.title + QStringLiteral(" · ") + m_words.page.arg(page + 1).arg(count);
        const QPointF place(0, m_page.bottom() - metrics(m_fonts.foot).height());
        lay(title, m_fonts.foot, m_page.width(), &place, paleInk);
    }

    void paintHeading(const Block &block)
    {
        const QString name = block.heading->name.isEmpty() ? m_words.noAisle : block.heading->name;
        const double height = lay(name, m_fonts.aisle, m_columnWidth, &block.place, paleInk);
        const double y = block.place.y() + height + ruleGap * millimetre / 2;
        m_painter.setPen(QPen(rule, 0.25 * millimetre));
        m_painter.drawLine(QPointF(block.place.x(), y), QPointF(block.place.x() + m_columnWidth, y));
    }

    void paintLine(const Block &block)
    {
        const PrintedCart::Line &line = *block.line;
        const QFontMetricsF metrics = this->metrics(m_fonts.name);
        const double boxTop = block.place.y() + (metrics.height() - boxSize * millimetre) / 2;
        const double boxLeft = m_rightToLeft ? block.place.x() + m_columnWidth - boxSize * millimetre : block.place.x();
        const QRectF box(boxLeft, boxTop, boxSize * millimetre, boxSize * millimetre);
        m_painter.setPen(QPen(ink, 0.3 * millimetre));
        m_painter.drawRoundedRect(box, 0.6 * millimetre, 0.6 * millimetre);
        if (line.bought) {
            const QPointF tick[] = {box.topLeft() + QPointF(box.width() * 0.2, box.height() * 0.52),
                                    box.topLeft() + QPointF(box.width() * 0.42, box.height() * 0.75),
                                    box.topLeft() + QPointF(box.width() * 0.82, box.height() * 0.25)};
            m_painter.drawPolyline(tick, 3);
        }
        const double width = nameWidth(line);
        QPointF place = block.place + QPointF(m_rightToLeft ? amountWidth(line) : textLeft(), 0);
        QPointF amount = block.place;
        amount.rx() += m_rightToLeft ? 0 : m_columnWidth - metrics.horizontalAdvance(line.amount);
        m_painter.setFont(m_fonts.name);
        m_painter.setPen(ink);
        m_painter.drawText(amount + QPointF(0, metrics.ascent()), line.amount);
        place.ry() += lay(line.name, m_fonts.name, width, &place, ink);
        if (const QString text = remark(line); !text.isEmpty()) {
            place.rx() = block.place.x() + (m_rightToLeft ? 0 : textLeft());
            lay(text, m_fonts.note, remarkWidth(), &place, paleInk);
        }
    }

    const PrintedCart &m_cart;
    const PageWords &m_words;
    QPdfWriter &m_pdf;
    QPainter m_painter;
    bool m_rightToLeft;
    Fonts m_fonts;
    QRectF m_page;
    double m_columnWidth = 0;
    std::vector<Block> m_blocks;
};

} // namespace

Result<void> writePages(const PrintedCart &cart, const PageWords &words, const QString &file)
{
    return writePdf(file, cart.title, [&](QPdfWriter &pdf) {
        Pages pages(cart, words, pdf);
        if (pages.isActive())
            pages.paint();
        return pages.isActive();
    });
}

} // namespace evencart
