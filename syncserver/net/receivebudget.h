#pragma once

#include "net/netstatistics.h"

#include <atomic>
#include <cstdint>

namespace evencart::net {

// How much of one peer waits for the core. Shared by the peer's worker, which adds, and the core thread, which
// releases.
//
// SUBTLE: the worker calls add() before it queues the message and the core calls release() after it has handled it, so
// for every pause there is a later release() that sees it: a paused peer is always resumed.
class ReceiveBudget
{
public:
    // Worker. True: stop reading from this peer.
    bool add(std::int64_t bytes, std::int64_t limit, std::int64_t totalLimit, NetStatistics &statistics)
    {
        const std::int64_t mine = m_bytes.fetch_add(bytes) + bytes;
        const std::int64_t total = statistics.receiveQueueBytes.fetch_add(bytes) + bytes;
        if (mine <= limit && total <= totalLimit)
            return false;
        m_resumeBelow = limit / 2;
        m_isPaused = true;
        return true;
    }

    // Core thread. True: let the worker read again.
    bool release(std::int64_t bytes, NetStatistics &statistics)
    {
        const std::int64_t mine = m_bytes.fetch_sub(bytes) - bytes;
        statistics.receiveQueueBytes.fetch_sub(bytes);
        return mine <= m_resumeBelow && m_isPaused.exchange(false);
    }

private:
    std::atomic<std::int64_t> m_bytes{0};
    std::atomic<std::int64_t> m_resumeBelow{0};
    std::atomic<bool> m_isPaused{false};
};

} // namespace evencart::net
