#pragma once

#include "support/desk.h"

#include <QLocale>

namespace evencart::test {

// A desk whose lines can be compared as text. In the formats of the United States.
class TypingDesk : public Desk
{
public:
    TypingDesk() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    // "milk 2 l" or "[x] milk 1", in the cart's order.
    QStringList lines()
    {
        QStringList texts;
        for (int row = 0; row < cart().lines()->count(); ++row) {
            const LineView &line = cart().lines()->line(row);
            texts << (line.checked ? QStringLiteral("[x] ") : QString()) + QString::fromStdString(line.name) +
                         QLatin1Char(' ') + QString::number(static_cast<double>(line.quantity) / 1000) +
                         (line.unit.empty() ? QString() : QLatin1Char(' ') + QString::fromStdString(line.unit));
        }
        return texts;
    }
};

} // namespace evencart::test
