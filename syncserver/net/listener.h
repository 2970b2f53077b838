#pragma once

#include "net/netstatistics.h"
#include "net/websocketpeer.h"

#include <QSocketNotifier>
#include <QTcpServer>

#include <memory>
#include <string>
#include <unordered_map>

namespace evencart::net {

class WorkerPool;

// Accepts connections and deals them out to the workers; it never reads a byte of them. Lives in the thread that made
// it (the main thread), on any dispatcher: it has one socket.
//
// Why not QWebSocketServer: thirty connections that hang up before their TLS hello switch its accept loop off for ever.
// Why not QTcpServer's loop: it goes on until the kernel's queue is empty, even when told to pause, and when
// descriptors run out it swallows the error and spins. So a QTcpServer listens here, and we accept.
//
// Invariants: 1. m_connections and m_perAddress count what was adopted and not yet released. 2. m_connections is never
// above m_descriptorBound; newcomers then wait in the kernel's queue.
class Listener final : public QObject
{
public:
    // mostDescriptors: connections before accepting pauses; 0: four fifths of RLIMIT_NOFILE.
    Listener(WorkerPool &workers, NetStatistics &statistics, std::shared_ptr<const ConnectionPolicy> policy,
             int mostDescriptors);

    bool listen(const QHostAddress &address, quint16 port);
    QString errorString() const { return m_server.errorString(); }
    quint16 port() const { return m_server.serverPort(); }
    void stop(); // for good

    void setPolicy(std::shared_ptr<const ConnectionPolicy> policy); // of connections from now on
    void released(const PeerInfo &info);

private:
    void acceptSome();
    void acceptLater();
    void admit(qintptr descriptor);
    bool isRefused(const PeerInfo &info, const std::string &network);
    bool isFull() const { return m_descriptorBound > 0 && m_connections >= m_descriptorBound; }

    WorkerPool &m_workers;
    NetStatistics &m_statistics;
    std::shared_ptr<const ConnectionPolicy> m_policy;
    const int m_descriptorBound; // 0: unknown
    int m_connections = 0;
    std::unordered_map<std::string, int> m_perAddress; // by network; loopback is not in it
    QTcpServer m_server;
    std::unique_ptr<QSocketNotifier> m_notifier; // of m_server's descriptor
};

// The text under which an address is counted: an IPv4 address, or the first 64 bits of an IPv6 one, because a household
// owns all of the rest.
std::string networkOf(const PeerInfo &info);

} // namespace evencart::net
