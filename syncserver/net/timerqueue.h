#pragma once

#include <QAbstractEventDispatcher>
#include <QObject>

#include <chrono>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

namespace evencart::net {

// The timers of one EpollDispatcher: add, remove and fire in O(log n). Every Qt timer type is treated as precise.
//
// Not thread-safe; belongs to the dispatcher's thread. Invariants: 1. m_byDeadline holds exactly one entry for each
// timer of m_timers. 2. A timer whose object is being notified is never notified again from a nested event loop.
class TimerQueue
{
public:
    using TimerInfo = QAbstractEventDispatcher::TimerInfo;

    void add(int id, std::chrono::milliseconds interval, Qt::TimerType type, QObject *object);
    bool remove(int id);
    bool removeAll(const QObject *object);
    QList<TimerInfo> registered(const QObject *object) const;
    int remainingMilliseconds(int id) const; // -1: no such timer

    // How long the loop may sleep; rounded up, so that it does not wake a moment too early and spin. Nothing: for ever.
    std::optional<std::chrono::milliseconds> untilNext() const;

    // Sends a QTimerEvent for each timer that was due when the call began; returns how many.
    int fire();

private:
    using TimePoint = std::chrono::steady_clock::time_point;
    struct Timer
    {
        std::chrono::milliseconds interval;
        Qt::TimerType type;
        QObject *object;
        TimePoint deadline;
        bool isActive = false;
    };

    void reschedule(int id, Timer &timer, TimePoint now);

    std::unordered_map<int, Timer> m_timers;
    std::set<std::pair<TimePoint, int>> m_byDeadline;
};

} // namespace evencart::net
