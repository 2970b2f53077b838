#pragma once

#include "laboratory/laboratory.h"

#include <QQuickPaintedItem>

namespace evencart {

// The laboratory's time line: a lane for the server and one for each seat, the messages between them with their real
// slant (what is under way ends at now), marks where somebody did something, broken lanes where a cable was out.
// Shows the last `span` seconds; the newest is at the end of the line. Paints only; colours come from the theme.
class LabTimeline : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(evencart::Laboratory *laboratory READ laboratory WRITE setLaboratory NOTIFY changed REQUIRED)
    Q_PROPERTY(double span MEMBER m_span NOTIFY changed)           // seconds
    Q_PROPERTY(double laneWidth MEMBER m_laneWidth NOTIFY changed) // of the names in front
    Q_PROPERTY(QColor text MEMBER m_text NOTIFY changed)
    Q_PROPERTY(QColor faint MEMBER m_faint NOTIFY changed)
    Q_PROPERTY(QColor lane MEMBER m_lane NOTIFY changed)
    Q_PROPERTY(QColor up MEMBER m_up NOTIFY changed)     // to the server
    Q_PROPERTY(QColor down MEMBER m_down NOTIFY changed) // from it
    Q_PROPERTY(QColor lost MEMBER m_lost NOTIFY changed)

public:
    explicit LabTimeline(QQuickItem *parent = nullptr);

    Laboratory *laboratory() const { return m_laboratory; }
    void setLaboratory(Laboratory *laboratory);
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void changed();

private:
    double xOf(std::uint64_t at) const;
    double yOf(int seat) const; // -1: the server
    void paintLane(QPainter &painter, int seat, const QString &name) const;
    void paintSignal(QPainter &painter, const LabSignal &signal) const;
    void paintMark(QPainter &painter, const Laboratory::Mark &mark, double &freeFrom) const;

    Laboratory *m_laboratory = nullptr;
    double m_span = 12;
    double m_laneWidth = 72;
    QColor m_text, m_faint, m_lane, m_up, m_down, m_lost;
};

} // namespace evencart
