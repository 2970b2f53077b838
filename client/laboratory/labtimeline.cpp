#include "laboratory/labtimeline.h"

#include <QPainter>

#include <algorithm>

namespace evencart {

namespace {

constexpr double dot = 4;
constexpr int smallText = 11;
constexpr double room = 6; // between texts

} // namespace

LabTimeline::LabTimeline(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &LabTimeline::changed, this, [this] { update(); });
}

void LabTimeline::setLaboratory(Laboratory *laboratory)
{
    if (laboratory == m_laboratory)
        return;
    m_laboratory = laboratory;
    connect(laboratory, &Laboratory::ticked, this, [this] { update(); });
    connect(laboratory, &Laboratory::tableChanged, this, [this] { update(); });
    Q_EMIT changed();
}

double LabTimeline::xOf(std::uint64_t at) const
{
    const double now = m_laboratory->seconds();
    const double ago = now - static_cast<double>(at) / 1000;
    return m_laneWidth + (width() - m_laneWidth - 2 * dot) * (1 - ago / m_span);
}

double LabTimeline::yOf(int seat) const
{
    const auto lanes = static_cast<double>(m_laboratory->seats().size() + 1);
    // With two people the server stands between them, else on top.
    const bool isBetween = m_laboratory->seats().size() == 2;
    const int place = isBetween ? (seat < 0 ? 1 : seat == 0 ? 0 : 2) : seat + 1;
    return height() * (place + 0.5) / lanes;
}

void LabTimeline::paintLane(QPainter &painter, int seat, const QString &name) const
{
    const double y = yOf(seat);
    painter.setPen(m_text);
    painter.drawText(QRectF(0, y - 12, m_laneWidth - room, 24), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(name, Qt::ElideRight, static_cast<int>(m_laneWidth - room)));
    painter.setPen(QPen(m_lane, seat < 0 ? 3 : 2));
    painter.drawLine(QPointF(m_laneWidth, y), QPointF(width(), y));
    for (const Laboratory::Pause &pause : m_laboratory->pauses()) {
        if (pause.seat != seat)
            continue;
        const double from = std::max(m_laneWidth, xOf(pause.from));
        const double to = pause.to ? xOf(*pause.to) : width();
        if (to <= from)
            continue;
        painter.fillRect(QRectF(from, y - 3, to - from, 6), painter.background().color());
        painter.setPen(QPen(m_lost, 2, Qt::DotLine));
        painter.drawLine(QPointF(from, y), QPointF(to, y));
    }
}

void LabTimeline::paintSignal(QPainter &painter, const LabSignal &signal) const
{
    const int seat = static_cast<int>(signal.person);
    const std::uint64_t now = m_laboratory->world()->now();
    const double whole = static_cast<double>(signal.due - signal.sent);
    const double gone = signal.due <= now || whole <= 0 ? 1 : static_cast<double>(now - signal.sent) / whole;
    const QPointF from(xOf(signal.sent), yOf(signal.toServer ? seat : -1));
    const QPointF end(xOf(signal.due), yOf(signal.toServer ? -1 : seat));
    const QPointF to = from + (end - from) * gone;
    if (to.x() < m_laneWidth)
        return;
    const bool suffered = signal.isCut || signal.losses > 0;
    const QColor colour = suffered ? m_lost : signal.toServer ? m_up : m_down;
    painter.setPen(QPen(colour, 1.5, suffered ? Qt::DashLine : Qt::SolidLine));
    painter.drawLine(from, to);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    if (signal.isCut) {
        painter.setPen(QPen(colour, 2));
        painter.drawLine(to + QPointF(-dot, -dot), to + QPointF(dot, dot));
        painter.drawLine(to + QPointF(-dot, dot), to + QPointF(dot, -dot));
    } else {
        painter.drawEllipse(to, dot - 1, dot - 1);
    }
}

void LabTimeline::paintMark(QPainter &painter, const Laboratory::Mark &mark, double &freeFrom) const
{
    const double x = xOf(mark.at);
    const double y = yOf(mark.seat);
    if (x < m_laneWidth)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_text);
    painter.drawEllipse(QPointF(x, y), dot, dot);
    if (x < freeFrom)
        return; // the text of the one before stands there
    const QString text = painter.fontMetrics().elidedText(mark.text, Qt::ElideRight, 140);
    const double wide = painter.fontMetrics().horizontalAdvance(text);
    const double left = std::min(x - dot, width() - wide);
    painter.setPen(m_faint);
    painter.drawText(QPointF(left, y - 2 * dot), text);
    freeFrom = left + wide + room;
}

void LabTimeline::paint(QPainter *painter)
{
    if (!m_laboratory)
        return;
    QFont font = painter->font();
    font.setPixelSize(smallText + 1);
    painter->setFont(font);
    painter->setBackground(fillColor());
    paintLane(*painter, -1, tr("Server"));
    const auto seats = m_laboratory->seats();
    for (int n = 0; n < seats.size(); ++n)
        paintLane(*painter, n, seats[n]->name());
    painter->setClipRect(QRectF(m_laneWidth, 0, width() - m_laneWidth, height()));
    for (const LabSignal &signal : m_laboratory->world()->signals()) {
        if (!signal.what.empty())
            paintSignal(*painter, signal);
    }
    font.setPixelSize(smallText);
    painter->setFont(font);
    for (int seat = -1; seat < seats.size(); ++seat) {
        double freeFrom = 0;
        for (const Laboratory::Mark &mark : m_laboratory->marks()) {
            if (mark.seat == seat)
                paintMark(*painter, mark, freeFrom);
        }
    }
}

} // namespace evencart
