#pragma once

#include "net/netserver.h"
#include "protocol/codec.h"
#include "relay/servercore.h"
#include "store/memorylogstore.h"
#include "support/manualclock.h"
#include "support/seededrandom.h"

#include <atomic>
#include <functional>
#include <set>
#include <stdexcept>

namespace evencart::test {

// A real server on loopback, in this process, that treats checkouts as a test wants. Its core has a thread of its own.
class MoodyServer final : private net::PeerHandler, private net::PeerGateway
{
public:
    enum class Mood
    {
        Fair,
        CannotRead,    // Failure(internal), and the order never reaches the core
        HangsUpBefore, // the order never arrives
        HangsUpAfter,  // it is placed, and nobody is told
        SaysAnother    // the answer is about another key
    };
    std::atomic<Mood> mood{Mood::Fair};
    std::atomic<int> checkouts{0};
    std::function<void()> beforeCheckout; // on the core's thread; set before the first connection

    // `seed`: servers of one seed have one life.
    explicit MoodyServer(std::uint64_t seed = 5) : m_random(seed)
    {
        net::PeerGateway &gateway = *this; // privately ours, both
        net::PeerHandler &handler = *this;
        m_core = std::make_unique<relay::ServerCore>(m_log, gateway, m_clock, m_random, relay::ServerOptions());
        net::NetOptions options;
        options.workers = 1;
        if (!m_core->start() || !m_net.start(options, handler))
            throw std::runtime_error("the server does not start");
    }
    ~MoodyServer() override { m_net.stop(); }

    std::string url() const { return "ws://127.0.0.1:" + std::to_string(m_net.port()); }
    // As the operator says it.
    void operate(const std::vector<std::string> &words, const std::string &text = {})
    {
        std::atomic<bool> isDone = false;
        m_net.post([&] {
            m_core->operate({words, text}, [&](const Result<std::string> &said) {
                if (!said)
                    throw std::runtime_error(said.error().message);
                isDone = true;
                isDone.notify_one();
            });
        });
        isDone.wait(false);
    }

private:
    void peerOpened(net::PeerId peer, const net::PeerInfo &info) override { m_core->peerOpened(peer, info); }
    void peerClosed(net::PeerId peer) override
    {
        m_muted.erase(peer);
        m_core->peerClosed(peer);
    }
    void tick() override { m_core->tick(); }
    void turnEnded() override { m_core->turnEnded(); }
    void peerReceived(net::PeerId peer, Bytes message) override
    {
        const auto decoded = protocol::decodeClientMessage(message);
        const auto *checkout = decoded ? std::get_if<protocol::Checkout>(&*decoded) : nullptr;
        if (!checkout)
            return m_core->peerReceived(peer, std::move(message));
        ++checkouts;
        if (beforeCheckout)
            beforeCheckout();
        switch (mood) {
        case Mood::CannotRead:
            return say(peer, protocol::Failure{checkout->request, 0, protocol::FailureCode::Internal, "Try later."});
        case Mood::SaysAnother:
            return say(peer,
                       protocol::NotOrdered{
                           checkout->request, {}, "another", protocol::OrderProblem::Unknown, checkout->attempt, {}});
        case Mood::HangsUpAfter:
            m_muted.insert(peer);
            m_core->peerReceived(peer, std::move(message));
            [[fallthrough]];
        case Mood::HangsUpBefore:
            return m_net.gateway().close(peer, net::CloseCode::GoingAway, "Bye.");
        case Mood::Fair:
            m_core->peerReceived(peer, std::move(message));
        }
    }
    void say(net::PeerId peer, const protocol::ServerMessage &message)
    {
        m_net.gateway().send(peer, std::make_shared<const Bytes>(protocol::encode(message)));
    }

    void send(net::PeerId peer, std::shared_ptr<const Bytes> message) override
    {
        if (!m_muted.contains(peer))
            m_net.gateway().send(peer, std::move(message));
    }
    void sendToMany(const std::vector<net::PeerId> &peers, std::shared_ptr<const Bytes> message) override
    {
        for (const net::PeerId peer : peers)
            send(peer, message);
    }
    void setAuthenticated(net::PeerId peer) override { m_net.gateway().setAuthenticated(peer); }
    void close(net::PeerId peer, net::CloseCode code, std::string reason) override
    {
        m_net.gateway().close(peer, code, std::move(reason));
    }

    // The core's thread has all of these while it runs.
    store::MemoryLogStore m_log;
    ManualClock m_clock;
    SeededRandom m_random;
    std::set<net::PeerId> m_muted;
    std::unique_ptr<relay::ServerCore> m_core;
    net::NetServer m_net;
};

} // namespace evencart::test
