#pragma once

#include <QObject>
#include <QQuickWindow>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace evencart::windowbench {

using Microseconds = std::chrono::duration<double, std::micro>;

std::chrono::nanoseconds now(); // CLOCK_MONOTONIC: the same for a process and its children

// "p50 1.2 ms, p99 3.4 ms, most 5.6 ms (n 200)"
std::string summary(std::vector<Microseconds> times);
std::size_t longerThan(const std::vector<Microseconds> &times, Microseconds limit);
// One frame at 60 a second.
inline constexpr Microseconds frame{1'000'000.0 / 60};

double residentMegabytes(); // of this process, now
double mostMegabytes();     // at its peak

// How long an event waits until the interface's thread takes it, tried every two milliseconds from another thread:
// what a key press or a click would wait for whatever runs there. Longer than a frame is what somebody could feel.
class EventWaits
{
public:
    EventWaits();
    ~EventWaits();
    const std::vector<Microseconds> &times() const { return m_times; }

private:
    QObject m_here;
    QThread m_thread;
    QTimer *m_ticks; // lives on m_thread
    std::vector<Microseconds> m_times;
};

// Lets events run until `condition`. Ends the program after half a minute.
void until(const char *what, const std::function<bool()> &condition);
// From calling `act` until a frame has been painted in which `done` held.
Microseconds untilPainted(QQuickWindow &window, const std::function<void()> &act, const std::function<bool()> &done);
void paintOnce(QQuickWindow &window);

} // namespace evencart::windowbench
