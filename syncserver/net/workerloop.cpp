#include "net/workerloop.h"

#include "net/frame.h"

#include <QAbstractEventDispatcher>
#include <QThread>
#include <QTimer>

#include <algorithm>

namespace evencart::net {

namespace {

constexpr std::int64_t crowdedShare = 8; // see NetLimits::pendingOutputTotalBytes

} // namespace

WorkerLoop::WorkerLoop(CoreThread &core, NetStatistics &statistics, int workers,
                       std::function<void(const PeerInfo &)> released)
    : m_core(core), m_statistics(statistics), m_workers(workers), m_released(std::move(released))
{
}

WorkerLoop::~WorkerLoop() = default;

void WorkerLoop::begin()
{
    connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this, &WorkerLoop::handOver);
    m_sweepTimer = new QTimer(this);
    connect(m_sweepTimer, &QTimer::timeout, this, &WorkerLoop::sweep);
}

void WorkerLoop::adopt(AcceptedConnection connection)
{
    QMetaObject::invokeMethod(
        this, [this, connection = std::move(connection)]() mutable { takeConnection(std::move(connection)); },
        Qt::QueuedConnection);
}

void WorkerLoop::takeConnection(AcceptedConnection connection)
{
    const auto &limits = connection.policy->limits;
    const std::size_t mostStrangers = static_cast<std::size_t>(std::max(1, limits.unauthenticated / m_workers));
    while (m_strangers.size() >= mostStrangers)
        dropOldestStranger();
    if (!m_sweepTimer->isActive())
        m_sweepTimer->start(limits.sweepInterval);

    auto *peer = new WebSocketPeer(std::move(connection), m_statistics, *this, this);
    m_peers.emplace(peer->id(), peer);
    m_strangerPlaces.emplace(peer->id(), m_strangers.insert(m_strangers.end(), peer->id()));
    m_statistics.unauthenticated.fetch_add(1);
    peer->start();
}

void WorkerLoop::dropOldestStranger()
{
    const PeerId oldest = m_strangers.front();
    forgetStranger(oldest);
    if (WebSocketPeer *peer = find(oldest))
        peer->cut(EndCause::NotAuthenticated);
}

void WorkerLoop::forgetStranger(PeerId id)
{
    const auto place = m_strangerPlaces.find(id);
    if (place == m_strangerPlaces.end())
        return;
    m_strangers.erase(place->second);
    m_strangerPlaces.erase(place);
    m_statistics.unauthenticated.fetch_sub(1);
}

void WorkerLoop::deliver(std::vector<WorkerCommand> commands)
{
    bool wasEmpty;
    {
        const std::lock_guard lock(m_mutex);
        if (m_isGone)
            return;
        wasEmpty = m_commands.empty();
        std::move(commands.begin(), commands.end(), std::back_inserter(m_commands));
    }
    if (wasEmpty)
        QMetaObject::invokeMethod(this, &WorkerLoop::runCommands, Qt::QueuedConnection);
}

bool WorkerLoop::isGone() const
{
    const std::lock_guard lock(m_mutex);
    return m_isGone;
}

void WorkerLoop::runCommands()
{
    std::vector<WorkerCommand> commands;
    {
        const std::lock_guard lock(m_mutex);
        commands.swap(m_commands);
    }
    for (const WorkerCommand &command : commands)
        execute(command);
    for (const PeerId id : m_touched) {
        if (WebSocketPeer *peer = find(id))
            peer->flush();
    }
    m_touched.clear();
}

WebSocketPeer *WorkerLoop::find(PeerId id) const
{
    const auto found = m_peers.find(id);
    return found == m_peers.end() ? nullptr : found->second;
}

// Encoded here and not in the core: once for all of them, in parallel with other workers, and not at all for peers that
// are gone or being cut, so that what waits in the command queue is never more than the core itself holds.
void WorkerLoop::sendTo(const PeerId *first, const PeerId *last, const Bytes &message)
{
    QByteArray frames;
    for (; first != last; ++first) {
        WebSocketPeer *peer = find(*first);
        if (!peer || !peer->isWritable())
            continue;
        if (frames.isEmpty())
            frames = encodeBinaryMessage(message, peer->limits().outgoingFrameBytes);
        peer->send(frames);
        m_touched.push_back(*first);
    }
}

void WorkerLoop::authenticate(PeerId id)
{
    forgetStranger(id);
    if (WebSocketPeer *peer = find(id))
        peer->setAuthenticated();
}

void WorkerLoop::execute(const WorkerCommand &command)
{
    switch (command.kind) {
    case WorkerCommand::Kind::Send:
        sendTo(&command.peer, &command.peer + 1, *command.message);
        break;
    case WorkerCommand::Kind::SendToMany:
        sendTo(command.peers.data(), command.peers.data() + command.peers.size(), *command.message);
        break;
    case WorkerCommand::Kind::SetAuthenticated:
        authenticate(command.peer);
        break;
    case WorkerCommand::Kind::Close:
        if (WebSocketPeer *peer = find(command.peer))
            peer->close(command.code, command.reason);
        break;
    case WorkerCommand::Kind::Resume:
        if (WebSocketPeer *peer = find(command.peer))
            peer->resumeReading();
        break;
    }
}

void WorkerLoop::sweep()
{
    const auto now = std::chrono::steady_clock::now();
    std::int64_t pending = 0;
    for (const auto &[id, peer] : m_peers) {
        const NetLimits &limits = peer->limits();
        const bool isCrowded = m_statistics.pendingOutputBytes > limits.pendingOutputTotalBytes;
        peer->sweep(now, isCrowded ? limits.pendingOutputBytes / crowdedShare : limits.pendingOutputBytes);
        pending += peer->pendingOutput();
    }
    m_statistics.pendingOutputBytes += pending - m_pendingOutput;
    m_pendingOutput = pending;
    if (m_peers.empty())
        m_sweepTimer->stop();
}

void WorkerLoop::handOver()
{
    if (!m_events.empty())
        m_core.push(std::exchange(m_events, {}));
}

void WorkerLoop::finish(std::chrono::milliseconds grace)
{
    m_isFinishing = true;
    std::vector<WebSocketPeer *> peers;
    for (const auto &[id, peer] : m_peers)
        peers.push_back(peer);
    for (WebSocketPeer *peer : peers)
        peer->close(CloseCode::GoingAway, "the server is stopping");
    QTimer::singleShot(m_peers.empty() ? std::chrono::milliseconds(0) : grace, this, &WorkerLoop::leaveThread);
}

void WorkerLoop::leaveThread()
{
    QThread *thread = QThread::currentThread();
    while (!m_peers.empty())
        ended(*m_peers.begin()->second, EndCause::ClosedByServer);
    handOver();
    {
        const std::lock_guard lock(m_mutex);
        m_isGone = true;
    }
    // Here and not in the destructor: sockets and timers belong to this thread's dispatcher.
    qDeleteAll(findChildren<QObject *>(QString(), Qt::FindDirectChildrenOnly));
    moveToThread(nullptr);
    thread->quit();
}

void WorkerLoop::opened(WebSocketPeer &peer)
{
    m_events.push_back({PeerEvent::Kind::Opened, peer.id(), peer.info(), {}, nullptr});
}

void WorkerLoop::received(WebSocketPeer &peer, Bytes message)
{
    PeerEvent event{PeerEvent::Kind::Received, peer.id(), {}, std::move(message), peer.budget()};
    const NetLimits &limits = peer.limits();
    if (peer.budget()->add(event.cost(), limits.receiveQueueBytes, limits.receiveQueueTotalBytes, m_statistics))
        peer.pauseReading();
    m_events.push_back(std::move(event));
}

void WorkerLoop::ended(WebSocketPeer &peer, EndCause cause)
{
    if (m_peers.erase(peer.id()) == 0)
        return;
    forgetStranger(peer.id());
    m_statistics.ended[static_cast<std::size_t>(cause)].fetch_add(1);
    m_statistics.connections.fetch_sub(1);
    if (peer.wasOpened())
        m_events.push_back({PeerEvent::Kind::Closed, peer.id(), {}, {}, nullptr});
    m_released(peer.info());
    peer.deleteLater();
    if (m_isFinishing && m_peers.empty())
        QTimer::singleShot(0, this, &WorkerLoop::leaveThread);
}

} // namespace evencart::net
