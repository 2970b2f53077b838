#include "net/epolldispatcher.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <cerrno>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace evencart::net {

namespace {

constexpr int eventsPerWait = 256;

std::size_t slot(const QSocketNotifier *notifier)
{
    return static_cast<std::size_t>(notifier->type());
}

int descriptorOf(const QSocketNotifier *notifier)
{
    return static_cast<int>(notifier->socket());
}

// An error or a hang-up must reach whoever listens, like poll(2) does it.
constexpr std::array<std::uint32_t, 3> wakingEvents{EPOLLIN | EPOLLHUP | EPOLLERR | EPOLLRDHUP,
                                                    EPOLLOUT | EPOLLHUP | EPOLLERR, EPOLLPRI | EPOLLHUP | EPOLLERR};
constexpr std::array<std::uint32_t, 3> askedEvents{EPOLLIN, EPOLLOUT, EPOLLPRI};

} // namespace

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent), m_epoll(epoll_create1(EPOLL_CLOEXEC)),
      m_wakeUp(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
    if (m_epoll < 0 || m_wakeUp < 0)
        qFatal("No file descriptors left for an event loop; raise LimitNOFILE.");
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = m_wakeUp;
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wakeUp, &event);
}

EpollDispatcher::~EpollDispatcher()
{
    ::close(m_wakeUp);
    ::close(m_epoll);
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_isInterrupted = false;
    Q_EMIT awake();
    QCoreApplication::sendPostedEvents();
    if (flags.testFlag(QEventLoop::WaitForMoreEvents) && !m_isInterrupted)
        Q_EMIT aboutToBlock();

    const int timeout = waitMilliseconds(flags);
    int handled =
        flags.testFlag(QEventLoop::ExcludeSocketNotifiers) ? handleWakeUpOnly(timeout) : handleSockets(timeout);
    handled += m_timers.fire();
    return handled > 0;
}

int EpollDispatcher::waitMilliseconds(QEventLoop::ProcessEventsFlags flags) const
{
    if (!flags.testFlag(QEventLoop::WaitForMoreEvents) || m_isInterrupted)
        return 0;
    const auto next = m_timers.untilNext();
    return next ? static_cast<int>(next->count()) : -1;
}

int EpollDispatcher::handleSockets(int timeout)
{
    applyChanges();
    std::array<epoll_event, eventsPerWait> events;
    const int count = epoll_wait(m_epoll, events.data(), eventsPerWait, timeout);
    int handled = 0;
    for (int i = 0; i < count; ++i) {
        const auto &event = events[static_cast<std::size_t>(i)];
        handled += event.data.fd == m_wakeUp ? drainWakeUp() : activate(event.data.fd, event.events);
    }
    return handled;
}

int EpollDispatcher::handleWakeUpOnly(int timeout)
{
    pollfd entry{m_wakeUp, POLLIN, 0};
    return ::poll(&entry, 1, timeout) > 0 ? drainWakeUp() : 0;
}

int EpollDispatcher::activate(int descriptor, std::uint32_t events)
{
    int activated = 0;
    for (std::size_t type = 0; type < wakingEvents.size(); ++type) {
        // SUBTLE: looked up for each type, because a receiver may unregister any notifier or close the descriptor.
        const auto found = m_watches.find(descriptor);
        if (found == m_watches.end())
            break;
        QSocketNotifier *notifier = found->second.notifiers[type];
        if (!notifier || !(events & wakingEvents[type]))
            continue;
        QEvent event(QEvent::SockAct);
        QCoreApplication::sendEvent(notifier, &event);
        ++activated;
    }
    return activated;
}

std::uint32_t EpollDispatcher::wantedEvents(const Watch &watch)
{
    std::uint32_t events = 0;
    for (std::size_t type = 0; type < askedEvents.size(); ++type) {
        if (watch.notifiers[type])
            events |= askedEvents[type];
    }
    return events;
}

void EpollDispatcher::apply(int descriptor, Watch &watch)
{
    const std::uint32_t wanted = wantedEvents(watch);
    if (wanted == watch.applied)
        return;
    epoll_event event{};
    event.events = wanted;
    event.data.fd = descriptor;
    if (wanted == 0)
        epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
    else if (watch.applied == 0)
        epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event);
    else
        epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &event);
    watch.applied = wanted;
}

void EpollDispatcher::applyChanges()
{
    for (const int descriptor : m_dirty) {
        const auto found = m_watches.find(descriptor);
        if (found == m_watches.end() || !found->second.isDirty)
            continue;
        found->second.isDirty = false;
        apply(descriptor, found->second);
    }
    m_dirty.clear();
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const int descriptor = descriptorOf(notifier);
    Watch &watch = m_watches[descriptor];
    if (watch.notifiers[slot(notifier)])
        qWarning("Two notifiers of one type for descriptor %d", descriptor);
    watch.notifiers[slot(notifier)] = notifier;
    if (!watch.isDirty) {
        watch.isDirty = true;
        m_dirty.push_back(descriptor);
    }
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const int descriptor = descriptorOf(notifier);
    const auto found = m_watches.find(descriptor);
    if (found == m_watches.end() || found->second.notifiers[slot(notifier)] != notifier)
        return;
    Watch &watch = found->second;
    watch.notifiers[slot(notifier)] = nullptr;
    if (wantedEvents(watch) == 0) {
        apply(descriptor, watch); // invariant 2
        m_watches.erase(found);
    } else if (!watch.isDirty) {
        watch.isDirty = true;
        m_dirty.push_back(descriptor);
    }
}

void EpollDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object)
{
    m_timers.add(timerId, std::chrono::milliseconds(interval), timerType, object);
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    return m_timers.remove(timerId);
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    return m_timers.removeAll(object);
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    return m_timers.registered(object);
}

int EpollDispatcher::remainingTime(int timerId)
{
    return m_timers.remainingMilliseconds(timerId);
}

void EpollDispatcher::wakeUp()
{
    if (!m_isWakeUpPending.exchange(true))
        eventfd_write(m_wakeUp, 1);
}

int EpollDispatcher::drainWakeUp()
{
    eventfd_t ignored = 0;
    eventfd_read(m_wakeUp, &ignored);
    // After the read: what a wakeUp() in between announces is found by the next pass, which starts with the posted
    // events; one that comes later writes again.
    m_isWakeUpPending = false;
    return 1;
}

void EpollDispatcher::interrupt()
{
    m_isInterrupted = true;
    wakeUp();
}

} // namespace evencart::net
