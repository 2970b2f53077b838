#include "net/timerqueue.h"

#include <QCoreApplication>
#include <QTimerEvent>

#include <algorithm>
#include <vector>

namespace evencart::net {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

void TimerQueue::add(int id, milliseconds interval, Qt::TimerType type, QObject *object)
{
    const auto deadline = Clock::now() + interval;
    m_timers.insert_or_assign(id, Timer{interval, type, object, deadline});
    m_byDeadline.emplace(deadline, id);
}

bool TimerQueue::remove(int id)
{
    const auto found = m_timers.find(id);
    if (found == m_timers.end())
        return false;
    m_byDeadline.erase({found->second.deadline, id});
    m_timers.erase(found);
    return true;
}

bool TimerQueue::removeAll(const QObject *object)
{
    std::vector<int> ids;
    for (const auto &[id, timer] : m_timers) {
        if (timer.object == object)
            ids.push_back(id);
    }
    for (const int id : ids)
        remove(id);
    return !ids.empty();
}

QList<TimerQueue::TimerInfo> TimerQueue::registered(const QObject *object) const
{
    QList<TimerInfo> list;
    for (const auto &[id, timer] : m_timers) {
        if (timer.object == object)
            list.append(TimerInfo(id, static_cast<int>(timer.interval.count()), timer.type));
    }
    return list;
}

int TimerQueue::remainingMilliseconds(int id) const
{
    const auto found = m_timers.find(id);
    if (found == m_timers.end())
        return -1;
    const auto left = std::chrono::ceil<milliseconds>(found->second.deadline - Clock::now());
    return std::max(0, static_cast<int>(left.count()));
}

std::optional<milliseconds> TimerQueue::untilNext() const
{
    for (const auto &[deadline, id] : m_byDeadline) {
        if (m_timers.at(id).isActive)
            continue;
        return std::max(milliseconds(0), std::chrono::ceil<milliseconds>(deadline - Clock::now()));
    }
    return std::nullopt;
}

void TimerQueue::reschedule(int id, Timer &timer, TimePoint now)
{
    m_byDeadline.erase({timer.deadline, id});
    // Keeps the phase of a regular timer; one that fell behind does not fire in a burst.
    timer.deadline = std::max(timer.deadline + timer.interval, now);
    m_byDeadline.emplace(timer.deadline, id);
}

int TimerQueue::fire()
{
    const auto now = Clock::now();
    std::vector<int> due;
    for (auto entry = m_byDeadline.begin(); entry != m_byDeadline.end() && entry->first <= now; ++entry)
        due.push_back(entry->second);

    int fired = 0;
    for (const int id : due) {
        // SUBTLE: an earlier receiver may have removed this timer, or re-used its id for one that is not due.
        auto found = m_timers.find(id);
        if (found == m_timers.end() || found->second.isActive || found->second.deadline > now)
            continue;
        reschedule(id, found->second, now);
        found->second.isActive = true;
        QTimerEvent event(id);
        QCoreApplication::sendEvent(found->second.object, &event);
        ++fired;
        found = m_timers.find(id);
        if (found != m_timers.end())
            found->second.isActive = false;
    }
    return fired;
}

} // namespace evencart::net
