#include "bench/eventwait.h"

#include "bench/figures.h"

#include <QEventLoop>
#include <QTimer>

#include <cmath>

namespace evencart::bench {

bool waitUntil(const std::function<bool()> &condition, double milliseconds)
{
    const double deadline = nowMilliseconds() + milliseconds;
    QTimer wake; // so that the loop returns in time when nothing else happens
    wake.setSingleShot(true);
    wake.setTimerType(Qt::PreciseTimer);
    wake.start(static_cast<int>(std::ceil(milliseconds)));
    QEventLoop loop;
    while (!condition()) {
        if (nowMilliseconds() >= deadline)
            return false;
        if (!wake.isActive())
            wake.start(1);
        loop.processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

void waitFor(double milliseconds)
{
    if (milliseconds > 0)
        waitUntil([] { return false; }, milliseconds);
}

void turnOnce()
{
    QEventLoop().processEvents();
}

} // namespace evencart::bench
