#include "net/corethread.h"

#include <cassert>
#include <iterator>

namespace evencart::net {

using Clock = std::chrono::steady_clock;

CoreThread::CoreThread(PeerHandler &handler, TurnSink &sink, NetStatistics &statistics,
                       std::chrono::milliseconds tickInterval)
    : m_handler(handler), m_sink(sink), m_statistics(statistics), m_tickInterval(tickInterval)
{
}

CoreThread::~CoreThread()
{
    stop();
}

void CoreThread::start()
{
    assert(!m_thread.joinable());
    m_isStopping = false;
    m_thread = std::thread([this] { run(); });
}

void CoreThread::stop()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void CoreThread::push(std::vector<PeerEvent> events)
{
    if (events.empty())
        return;
    bool wasEmpty;
    {
        const std::lock_guard lock(m_mutex);
        wasEmpty = m_events.empty();
        if (wasEmpty)
            m_events = std::move(events);
        else
            std::move(events.begin(), events.end(), std::back_inserter(m_events));
    }
    if (wasEmpty)
        m_wake.notify_one();
}

void CoreThread::post(std::function<void()> task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
}

CoreThread::Batch CoreThread::waitForBatch(Clock::time_point until)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_until(lock, until, [this] { return m_isStopping || !m_events.empty() || !m_tasks.empty(); });
    Batch batch;
    batch.events.swap(m_events);
    batch.tasks.swap(m_tasks);
    batch.isLast = m_isStopping;
    return batch;
}

void CoreThread::run()
{
    auto nextTick = Clock::now() + m_tickInterval;
    bool isLast = false;
    while (!isLast) {
        Batch batch = waitForBatch(nextTick);
        isLast = batch.isLast;
        std::vector<std::int64_t> costs;
        costs.reserve(batch.events.size());
        for (const PeerEvent &event : batch.events)
            costs.push_back(event.cost());

        for (const auto &task : batch.tasks)
            task();
        dispatch(batch.events);
        if (Clock::now() >= nextTick) {
            m_handler.tick();
            nextTick = Clock::now() + m_tickInterval;
        }
        m_handler.turnEnded();
        m_sink.turnFinished(release(batch.events, costs));
    }
}

void CoreThread::dispatch(std::vector<PeerEvent> &events)
{
    for (PeerEvent &event : events) {
        switch (event.kind) {
        case PeerEvent::Kind::Opened:
            m_handler.peerOpened(event.peer, event.info);
            break;
        case PeerEvent::Kind::Received:
            m_handler.peerReceived(event.peer, std::move(event.message));
            break;
        case PeerEvent::Kind::Closed:
            m_handler.peerClosed(event.peer);
            break;
        }
    }
}

// After the turn, because until then a message still takes memory and its answer is not out.
std::vector<PeerId> CoreThread::release(const std::vector<PeerEvent> &events, const std::vector<std::int64_t> &costs)
{
    std::vector<PeerId> resumed;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (events[i].budget && events[i].budget->release(costs[i], m_statistics))
            resumed.push_back(events[i].peer);
    }
    return resumed;
}

} // namespace evencart::net
