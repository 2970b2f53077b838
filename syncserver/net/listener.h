#pragma once

#include "net/netstatistics.h"
#include "net/websocketpeer.h"

#include <QTcpServer>

#include <memory>
#include <string>
#include <unordered_map>

namespace evencart::net {

class WorkerPool;

// Accepts connections and deals them out to the workers; it never reads a byte of them. Lives in the thread that made it
// (the main thread), on Qt's own dispatcher: it has one socket.
//
// Why not QWebSocketServer: thirty connections that hang up before their TLS hello switch its accept loop off for ever.
//
// Invariant: m_connections and m_perAddress count what was adopted and not yet released.
class Listener final : public QTcpServer
{
public:
    Listener(WorkerPool &workers, NetStatistics &statistics, std::shared_ptr<const ConnectionPolicy> policy,
             QObject *parent = nullptr);

    void setPolicy(std::shared_ptr<const ConnectionPolicy> policy); // of connections from now on
    void released(const PeerInfo &info);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    bool isRefused(const PeerInfo &info, const std::string &network);
    void pauseWhenFull();

    WorkerPool &m_workers;
    NetStatistics &m_statistics;
    std::shared_ptr<const ConnectionPolicy> m_policy;
    int m_descriptorBound; // above it the kernel's queue holds newcomers; 0: unknown
    int m_connections = 0;
    bool m_isPaused = false;
    std::unordered_map<std::string, int> m_perAddress; // by network; loopback is not in it
};

// The text under which an address is counted: an IPv4 address, or the first 64 bits of an IPv6 one, because a household owns
// all of the rest.
std::string networkOf(const PeerInfo &info);

} // namespace evencart::net
