#pragma once

#include "net/netserver.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace evencart::net {

// A server core for tests: remembers what it was told and answers as the test wants. Everything public may be called
// from the test's thread.
class TestCore final : public PeerHandler
{
public:
    explicit TestCore(PeerGateway &gateway) : m_gateway(gateway) {}

    std::atomic<bool> authenticatesOnOpen{true};
    std::atomic<bool> echoes{true};
    std::atomic<int> opened{0};
    std::atomic<int> closed{0};
    std::atomic<int> messages{0};
    std::atomic<std::uint64_t> bytes{0};
    std::atomic<int> ticks{0};
    std::atomic<int> turns{0};

    std::function<void(PeerGateway &, PeerId, const Bytes &)> onMessage; // set before the server starts
    std::mutex blocker; // while the test holds it, no message is handled

    std::vector<PeerId> peers() const
    {
        const std::lock_guard lock(m_mutex);
        return m_peers;
    }
    PeerInfo lastInfo() const
    {
        const std::lock_guard lock(m_mutex);
        return m_lastInfo;
    }

    void peerOpened(PeerId peer, const PeerInfo &info) override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_peers.push_back(peer);
            m_lastInfo = info;
        }
        if (authenticatesOnOpen)
            m_gateway.setAuthenticated(peer);
        ++opened;
    }

    void peerReceived(PeerId peer, Bytes message) override
    {
        const std::lock_guard wait(blocker);
        bytes += message.size();
        if (onMessage)
            onMessage(m_gateway, peer, message);
        else if (echoes)
            m_gateway.send(peer, std::make_shared<const Bytes>(std::move(message)));
        ++messages;
    }

    void peerClosed(PeerId peer) override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_peers.erase(std::remove(m_peers.begin(), m_peers.end(), peer), m_peers.end());
        }
        ++closed;
    }

    void tick() override { ++ticks; }
    void turnEnded() override { ++turns; }

private:
    PeerGateway &m_gateway;
    mutable std::mutex m_mutex; // guards the rest
    std::vector<PeerId> m_peers;
    PeerInfo m_lastInfo;
};

// A server on a free loopback port, and its core.
struct TestServer
{
    NetServer server;
    TestCore core{server.gateway()};
    NetOptions options;

    ~TestServer() { server.stop(); } // before the core goes

    Result<void> start()
    {
        options.workers = 2;
        options.policy.limits.sweepInterval = std::chrono::milliseconds(20);
        options.policy.limits.closeGrace = std::chrono::milliseconds(300);
        return server.start(options, core);
    }
    NetLimits &limits() { return options.policy.limits; }
    std::uint64_t ended(EndCause cause) const { return server.statistics().ended[static_cast<std::size_t>(cause)]; }
};

} // namespace evencart::net
