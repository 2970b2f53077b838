#include "net/workerpool.h"

#include "net/epolldispatcher.h"

#include <cassert>

namespace evencart::net {

WorkerPool::WorkerPool() = default;

WorkerPool::~WorkerPool()
{
    for ([[maybe_unused]] const Worker &worker : m_workers)
        assert(worker.thread->isFinished());
}

void WorkerPool::start(int workers, CoreThread &core, NetStatistics &statistics,
                       const std::function<void(const PeerInfo &)> &released)
{
    assert(m_workers.empty() && workers > 0);
    for (int i = 0; i < workers; ++i) {
        Worker worker;
        worker.thread = std::make_unique<QThread>();
        worker.thread->setObjectName(QStringLiteral("net-%1").arg(i));
        worker.thread->setEventDispatcher(new EpollDispatcher);
        worker.loop = std::make_unique<WorkerLoop>(core, statistics, workers, released);
        worker.loop->moveToThread(worker.thread.get());
        worker.thread->start();
        QMetaObject::invokeMethod(worker.loop.get(), &WorkerLoop::begin, Qt::QueuedConnection);
        m_workers.push_back(std::move(worker));
    }
}

void WorkerPool::stop(std::chrono::milliseconds grace)
{
    for (Worker &worker : m_workers) {
        WorkerLoop *loop = worker.loop.get();
        QMetaObject::invokeMethod(
            loop, [loop, grace] { loop->finish(grace); }, Qt::QueuedConnection);
    }
    for (Worker &worker : m_workers) {
        worker.thread->wait();
        assert(worker.loop->isGone());
    }
}

PeerId WorkerPool::nextPeerId()
{
    return m_nextPeer++;
}

void WorkerPool::adopt(AcceptedConnection connection)
{
    WorkerLoop &loop = *m_workers[connection.id % m_workers.size()].loop;
    loop.adopt(std::move(connection));
}

WorkerCommand &WorkerPool::command(WorkerCommand::Kind kind, PeerId peer)
{
    auto &outbox = m_workers[peer % m_workers.size()].outbox;
    outbox.emplace_back().kind = kind;
    outbox.back().peer = peer;
    return outbox.back();
}

void WorkerPool::send(PeerId peer, std::shared_ptr<const Bytes> message)
{
    command(WorkerCommand::Kind::Send, peer).message = std::move(message);
}

void WorkerPool::sendToMany(const std::vector<PeerId> &peers, std::shared_ptr<const Bytes> message)
{
    std::vector<std::vector<PeerId>> groups(m_workers.size());
    for (const PeerId peer : peers)
        groups[peer % m_workers.size()].push_back(peer);
    for (std::vector<PeerId> &group : groups) {
        if (group.empty())
            continue;
        WorkerCommand &toGroup = command(WorkerCommand::Kind::SendToMany, group.front());
        toGroup.message = message;
        toGroup.peers = std::move(group);
    }
}

void WorkerPool::setAuthenticated(PeerId peer)
{
    command(WorkerCommand::Kind::SetAuthenticated, peer);
}

void WorkerPool::close(PeerId peer, CloseCode code, std::string reason)
{
    WorkerCommand &closing = command(WorkerCommand::Kind::Close, peer);
    closing.code = code;
    closing.reason = std::move(reason);
}

void WorkerPool::turnFinished(const std::vector<PeerId> &resumedPeers)
{
    for (const PeerId peer : resumedPeers)
        command(WorkerCommand::Kind::Resume, peer);
    for (Worker &worker : m_workers) {
        if (!worker.outbox.empty())
            worker.loop->deliver(std::exchange(worker.outbox, {}));
    }
}

} // namespace evencart::net
