#pragma once

#include "net/corethread.h"
#include "net/websocketpeer.h"

#include <QObject>

#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

class QTimer;

namespace evencart::net {

// What the core wants from the peers of one worker. Executed in order.
struct WorkerCommand
{
    enum class Kind
    {
        Send,
        SendToMany,
        SetAuthenticated,
        Close,
        Resume
    };

    Kind kind = Kind::Send;
    PeerId peer = 0;                        // all but SendToMany
    std::vector<PeerId> peers{};            // SendToMany
    std::shared_ptr<const Bytes> message{}; // Send, SendToMany
    CloseCode code = CloseCode::GoingAway;
    std::string reason{};
};

// The peers of one worker thread. Lives in that thread, whose dispatcher is an EpollDispatcher; owns its peers.
//
// Events for the core are collected and handed over once per pass of the loop; sockets are flushed once per batch of
// commands.
class WorkerLoop final : public QObject, private PeerSink
{
public:
    // `released` is called in the worker thread each time that a connection has gone.
    WorkerLoop(CoreThread &core, NetStatistics &statistics, int workers,
               std::function<void(const PeerInfo &)> released);
    ~WorkerLoop() override;

    // Any thread.
    void adopt(AcceptedConnection connection);
    void deliver(std::vector<WorkerCommand> commands);
    bool isGone() const; // after the last thing that it did in its thread

    // Worker thread.
    void begin();
    // Says 1001 to everybody, lets them leave, cuts those who have not left after `grace`, and ends the thread.
    void finish(std::chrono::milliseconds grace);

private:
    void takeConnection(AcceptedConnection connection);
    void dropOldestStranger();
    void runCommands();
    void execute(const WorkerCommand &command);
    void authenticate(PeerId id);
    void sendTo(const PeerId *first, const PeerId *last, const Bytes &message);
    WebSocketPeer *find(PeerId id) const;
    void sweep();
    void handOver();
    void leaveThread();
    void forgetStranger(PeerId id);

    void opened(WebSocketPeer &peer) override;
    void received(WebSocketPeer &peer, Bytes message) override;
    void ended(WebSocketPeer &peer, EndCause cause) override;

    CoreThread &m_core;
    NetStatistics &m_statistics;
    const int m_workers;
    const std::function<void(const PeerInfo &)> m_released;

    std::unordered_map<PeerId, WebSocketPeer *> m_peers;
    std::list<PeerId> m_strangers; // not authenticated, oldest first
    std::unordered_map<PeerId, std::list<PeerId>::iterator> m_strangerPlaces;
    std::vector<PeerEvent> m_events;
    std::vector<PeerId> m_touched; // to be flushed
    std::int64_t m_pendingOutput = 0;
    QTimer *m_sweepTimer = nullptr;
    bool m_isFinishing = false;

    mutable std::mutex m_mutex; // guards the rest
    std::vector<WorkerCommand> m_commands;
    bool m_isGone = false; // what is delivered is dropped
};

} // namespace evencart::net
