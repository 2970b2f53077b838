#pragma once

#include "net/peergateway.h"
#include "net/workerloop.h"

#include <QThread>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace evencart::net {

// The worker threads, and the way from the core to them. A peer's worker is its id modulo the number of workers.
//
// The PeerGateway and TurnSink calls belong to the core thread, the rest to the thread that made the pool.
class WorkerPool final : public PeerGateway, public TurnSink
{
public:
    WorkerPool();
    ~WorkerPool() override;

    void start(int workers, CoreThread &core, NetStatistics &statistics,
               const std::function<void(const PeerInfo &)> &released);

    // Closes every connection with 1001, waits at most `grace` for them to leave, ends the threads. Once, after start()
    // and before destruction. The core thread may still be running: what it sends from now on is dropped.
    void stop(std::chrono::milliseconds grace);

    PeerId nextPeerId(); // workers take turns
    void adopt(AcceptedConnection connection);

    void send(PeerId peer, std::shared_ptr<const Bytes> message) override;
    void sendToMany(const std::vector<PeerId> &peers, std::shared_ptr<const Bytes> message) override;
    void setAuthenticated(PeerId peer) override;
    void close(PeerId peer, CloseCode code, std::string reason) override;

    void turnFinished(const std::vector<PeerId> &resumedPeers) override;

private:
    struct Worker
    {
        std::unique_ptr<QThread> thread;
        std::unique_ptr<WorkerLoop> loop;
        std::vector<WorkerCommand> outbox; // core thread
    };

    WorkerCommand &command(WorkerCommand::Kind kind, PeerId peer); // a new one in the outbox of the peer's worker

    std::vector<Worker> m_workers;
    PeerId m_nextPeer = 1;
};

} // namespace evencart::net
