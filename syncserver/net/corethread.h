#pragma once

#include "net/netstatistics.h"
#include "net/peerevent.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace evencart::net {

// What hears that a turn is over: it lets go what the core sent, and lets paused peers talk again.
class TurnSink
{
public:
    virtual void turnFinished(const std::vector<PeerId> &resumedPeers) = 0; // core thread

protected:
    ~TurnSink() = default;
};

// The one thread on which the server core runs, and its queue. Not a Qt event loop: it waits for events, hands over all
// that there are, and calls turnEnded() once, so that the core can commit for all of them together.
//
// The queue is bounded by the ReceiveBudget of each peer, not here. Between start() and stop() no other thread may call
// the handler.
class CoreThread
{
public:
    CoreThread(PeerHandler &handler, TurnSink &sink, NetStatistics &statistics,
               std::chrono::milliseconds tickInterval = std::chrono::seconds(1));
    ~CoreThread();
    CoreThread(const CoreThread &) = delete;
    CoreThread &operator=(const CoreThread &) = delete;

    void start();
    void stop(); // handles what is queued, ends the last turn, joins

    // Any thread.
    void push(std::vector<PeerEvent> events); // in order; leaves nothing in the argument's events
    void post(std::function<void()> task);    // runs on the core thread at the start of a turn
    bool isCurrent() const { return std::this_thread::get_id() == m_thread.get_id(); }

private:
    struct Batch
    {
        std::vector<PeerEvent> events;
        std::vector<std::function<void()>> tasks;
        bool isLast = false;
    };

    void run();
    Batch waitForBatch(std::chrono::steady_clock::time_point until);
    void dispatch(std::vector<PeerEvent> &events);
    std::vector<PeerId> release(const std::vector<PeerEvent> &events, const std::vector<std::int64_t> &costs);

    PeerHandler &m_handler;
    TurnSink &m_sink;
    NetStatistics &m_statistics;
    const std::chrono::milliseconds m_tickInterval;
    std::thread m_thread;

    std::mutex m_mutex; // guards the rest
    std::condition_variable m_wake;
    std::vector<PeerEvent> m_events;
    std::vector<std::function<void()>> m_tasks;
    bool m_isStopping = false;
};

} // namespace evencart::net
