#include "measure.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <algorithm>
#include <cstdio>
#include <fstream>

namespace evencart::windowbench {

namespace {

constexpr int patienceMilliseconds = 30'000;
constexpr int tickMilliseconds = 2;
constexpr int wakeMilliseconds = 20;

double statusMegabytes(const std::string &key)
{
    std::ifstream status("/proc/self/status");
    std::string line;
    while (std::getline(status, line)) {
        if (line.rfind(key, 0) == 0)
            return std::stod(line.substr(key.size() + 1)) / 1024;
    }
    return 0;
}

Microseconds quantile(const std::vector<Microseconds> &sorted, double share)
{
    return sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(share * static_cast<double>(sorted.size())))];
}

} // namespace

std::chrono::nanoseconds now()
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

std::string summary(std::vector<Microseconds> times)
{
    if (times.empty())
        return "nothing measured";
    std::sort(times.begin(), times.end());
    char text[120];
    std::snprintf(text, sizeof text, "p50 %.2f ms, p99 %.2f ms, most %.2f ms (n %zu)",
                  quantile(times, 0.5).count() / 1000, quantile(times, 0.99).count() / 1000,
                  times.back().count() / 1000, times.size());
    return text;
}

std::size_t longerThan(const std::vector<Microseconds> &times, Microseconds limit)
{
    return static_cast<std::size_t>(
        std::count_if(times.begin(), times.end(), [limit](Microseconds time) { return time > limit; }));
}

double residentMegabytes()
{
    return statusMegabytes("VmRSS:");
}

double mostMegabytes()
{
    return statusMegabytes("VmHWM:");
}

EventWaits::EventWaits() : m_ticks(new QTimer)
{
    m_ticks->setTimerType(Qt::PreciseTimer);
    m_ticks->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::started, m_ticks, [this] { m_ticks->start(tickMilliseconds); });
    QObject::connect(&m_thread, &QThread::finished, m_ticks, &QObject::deleteLater);
    QObject::connect(
        m_ticks, &QTimer::timeout, m_ticks,
        [this] {
            QMetaObject::invokeMethod(
                &m_here, [this, sent = now()] { m_times.emplace_back(now() - sent); }, Qt::QueuedConnection);
        },
        Qt::DirectConnection);
    m_thread.start();
}

EventWaits::~EventWaits()
{
    m_thread.quit();
    m_thread.wait();
}

void until(const char *what, const std::function<bool()> &condition)
{
    QTimer wake; // looks again though nothing happened
    wake.start(wakeMilliseconds);
    const QDeadlineTimer deadline(patienceMilliseconds);
    while (!condition()) {
        if (deadline.hasExpired())
            qFatal("windowbench: %s did not come", what);
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
}

Microseconds untilPainted(QQuickWindow &window, const std::function<void()> &act, const std::function<bool()> &done)
{
    bool painted = false;
    bool beganDone = false;
    const QObject context;
    QObject::connect(
        &window, &QQuickWindow::beforeSynchronizing, &context, [&] { beganDone = done(); }, Qt::DirectConnection);
    QObject::connect(
        &window, &QQuickWindow::frameSwapped, &context, [&] { painted = painted || beganDone; }, Qt::DirectConnection);
    const auto start = now();
    act();
    until("the frame", [&] { return painted; });
    return now() - start;
}

void paintOnce(QQuickWindow &window)
{
    untilPainted(
        window, [&window] { window.requestUpdate(); }, [] { return true; });
}

} // namespace evencart::windowbench
