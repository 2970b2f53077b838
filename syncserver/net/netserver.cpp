#include "net/netserver.h"

#include <cassert>

namespace evencart::net {

NetServer::NetServer() = default;

NetServer::~NetServer()
{
    stop();
}

Result<void> NetServer::start(const NetOptions &options, PeerHandler &handler)
{
    assert(!m_core);
    auto policy = std::make_shared<const ConnectionPolicy>(options.policy);
    m_closeGrace = policy->limits.closeGrace;
    auto listener = std::make_unique<Listener>(m_workers, m_statistics, policy, options.mostDescriptors);
    auto core = std::make_unique<CoreThread>(handler, m_workers, m_statistics, options.tickInterval);

    // Nobody is accepted before this thread returns to its event loop, and a taken port starts no threads.
    if (!listener->listen(options.address, options.port)) {
        return Error{ErrorCode::InUse, "cannot listen on " + options.address.toString().toStdString() + " port " +
                                           std::to_string(options.port) + ": " + listener->errorString().toStdString() +
                                           "; choose another with --listen"};
    }
    m_core = std::move(core);
    m_listener = std::move(listener);
    Listener *released = m_listener.get();
    m_workers.start(options.workers, *m_core, m_statistics, [released](const PeerInfo &info) {
        QMetaObject::invokeMethod(
            released, [released, info] { released->released(info); }, Qt::QueuedConnection);
    });
    m_core->start();
    return {};
}

quint16 NetServer::port() const
{
    return m_listener ? m_listener->port() : quint16(0);
}

void NetServer::reconfigure(ConnectionPolicy policy)
{
    assert(m_listener);
    m_listener->setPolicy(std::make_shared<const ConnectionPolicy>(std::move(policy)));
}

void NetServer::post(std::function<void()> task)
{
    assert(m_core);
    m_core->post(std::move(task));
}

void NetServer::stopAccepting()
{
    if (m_listener)
        m_listener->stop();
}

void NetServer::stop()
{
    if (!m_core)
        return;
    stopAccepting();
    m_workers.stop(m_closeGrace);
    m_core->stop();
    m_core.reset();
    m_listener.reset();
}

} // namespace evencart::net
