#pragma once

#include "base/result.h"
#include "net/corethread.h"
#include "net/listener.h"
#include "net/netlimits.h"
#include "net/netstatistics.h"
#include "net/peergateway.h"
#include "net/workerpool.h"

#include <QHostAddress>

#include <functional>
#include <memory>
#include <optional>

namespace evencart::net {

struct NetOptions
{
    QHostAddress address = QHostAddress::LocalHost;
    quint16 port = 0;        // 0: a free one
    int workers = 8;         // more than cores on purpose: a short loop answers sooner than a long one
    int mostDescriptors = 0; // connections that may be open before accepting pauses; 0: four fifths of RLIMIT_NOFILE
    ConnectionPolicy policy;
    std::chrono::milliseconds tickInterval{1000};
};

// The whole network side: one listener, the worker threads, the core thread. The composition root of syncserver/net.
//
// Belongs to the thread that makes it, which must run a Qt event loop while it listens. One life: start() once, stop()
// once.
//
//   main thread: Listener ── descriptor ──▶ WorkerLoop × N ── PeerEvent ──▶ CoreThread: PeerHandler
//                                               ▲────────── WorkerCommand ──────────┘ (PeerGateway, when the turn ends)
class NetServer
{
public:
    NetServer();
    ~NetServer();
    NetServer(const NetServer &) = delete;
    NetServer &operator=(const NetServer &) = delete;

    // For the core, which is made before start() and may call it from its first turn on.
    PeerGateway &gateway() { return m_workers; }

    // The handler must live until stop() has returned; made after this object, it ends before it, so call stop()
    // yourself. Fails when the address cannot be had.
    Result<void> start(const NetOptions &options, PeerHandler &handler);
    quint16 port() const;

    // New limits, certificate or origins for connections from now on. Not the number of workers and not the address.
    void reconfigure(ConnectionPolicy policy);

    // Runs something on the core thread, for example a question of the admin page. Between start() and stop().
    void post(std::function<void()> task);

    // No new connections from now on; those that there are go on.
    void stopAccepting();

    // Closes all connections with 1001, lets the core handle what had arrived, ends the threads. Blocks for
    // NetLimits::closeGrace and a turn of the core at most. Does nothing when not started.
    void stop();

    const NetStatistics &statistics() const { return m_statistics; }

private:
    NetStatistics m_statistics;
    WorkerPool m_workers;
    std::unique_ptr<CoreThread> m_core;
    std::unique_ptr<Listener> m_listener;
    std::chrono::milliseconds m_closeGrace{0};
};

} // namespace evencart::net
