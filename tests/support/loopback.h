#pragma once

#include "identity/membershipproof.h"
#include "relay/servercore.h"
#include "support/manualclock.h"
#include "support/seededrandom.h"
#include "sync/clientengine.h"
#include "workspace/workspace.h"

#include <algorithm>
#include <deque>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

// The real engines of both ends over real stores, on files: what a program and a server on one machine do, without
// sockets. For tests that care what is on the disk; the simulator (simulation/world.h) has memory for that.
namespace evencart::test {

template <typename T>
T need(Result<T> result)
{
    if (!result.ok())
        throw std::runtime_error(result.error().message);
    return std::move(*result);
}
inline void need(const Result<void> &result)
{
    if (!result.ok())
        throw std::runtime_error(result.error().message);
}

class LoopbackServer : public net::PeerGateway
{
public:
    LoopbackServer(store::LogStore &store, const Clock &clock, const relay::ServerOptions &options = {}) : m_random(99)
    {
        m_core = std::make_unique<relay::ServerCore>(store, *this, clock, m_random, options);
        need(m_core->start());
    }

    relay::ServerCore &core() { return *m_core; }
    net::PeerId connect(std::deque<Bytes> &inbox)
    {
        const net::PeerId peer = m_nextPeer++;
        m_inboxes[peer] = &inbox;
        m_core->peerOpened(peer, {"127.0.0.1", true, false});
        return peer;
    }
    void disconnect(net::PeerId peer)
    {
        m_inboxes.erase(peer);
        m_core->peerClosed(peer);
    }

private:
    void send(net::PeerId peer, std::shared_ptr<const Bytes> message) override
    {
        if (const auto inbox = m_inboxes.find(peer); inbox != m_inboxes.end())
            inbox->second->push_back(*message);
    }
    void sendToMany(const std::vector<net::PeerId> &peers, std::shared_ptr<const Bytes> message) override
    {
        for (const net::PeerId peer : peers)
            send(peer, message);
    }
    void setAuthenticated(net::PeerId) override {}
    void close(net::PeerId, net::CloseCode, std::string) override {}

    SeededRandom m_random;
    std::map<net::PeerId, std::deque<Bytes> *> m_inboxes;
    net::PeerId m_nextPeer = 1;
    std::unique_ptr<relay::ServerCore> m_core;
};

// A program that syncs the carts of one workspace.
class LoopbackClient : public EngineHost
{
public:
    LoopbackClient(Workspace &workspace, LoopbackServer &server, ManualClock &clock)
        : m_workspace(workspace), m_server(server), m_clock(clock),
          m_engine(*this, workspace.profile().credentials(), "loopback")
    {
    }
    ~LoopbackClient() override { hangUp(); }

    // What was said so far arrives, and the connection is gone before any answer.
    void sayAndHangUp()
    {
        while (m_peer != 0 && !m_outbox.empty()) {
            m_server.core().peerReceived(m_peer, m_outbox.front());
            m_outbox.pop_front();
        }
        m_server.core().turnEnded();
        hangUp();
    }

    // Until every cart is settled; false: it did not come to rest.
    bool sync()
    {
        for (int round = 0; round < 100; ++round) {
            if (m_peer == 0)
                dial();
            while (m_peer != 0 && !m_outbox.empty()) {
                const Bytes message = std::move(m_outbox.front());
                m_outbox.pop_front();
                m_server.core().peerReceived(m_peer, message);
            }
            m_server.core().turnEnded();
            while (m_peer != 0 && !m_inbox.empty()) {
                const Bytes message = std::move(m_inbox.front());
                m_inbox.pop_front();
                m_engine.received(message);
                if (std::exchange(m_dropped, false))
                    hangUp();
            }
            m_clock.advance(1000);
            m_server.core().tick();
            m_server.core().turnEnded();
            m_engine.tick(m_clock.monotonicMilliseconds());
            if (std::exchange(m_dropped, false))
                hangUp();
            const auto carts = cartsToSync();
            const bool settled =
                std::all_of(carts.begin(), carts.end(), [this](const CartId &id) { return m_engine.isSettled(id); });
            if (m_peer != 0 && m_engine.isWelcome() && settled && m_inbox.empty() && m_outbox.empty())
                return true;
        }
        return false;
    }
    void edited(const CartId &cart) { m_engine.cartEdited(cart); }
    ClientEngine &engine() { return m_engine; }

    std::vector<std::string> drops, refusals, storageErrors;
    std::size_t rejected = 0;

private:
    void dial()
    {
        m_peer = m_server.connect(m_inbox);
        m_engine.connected(plainFingerprint, m_clock.monotonicMilliseconds());
    }
    void hangUp()
    {
        if (m_peer != 0)
            m_server.disconnect(std::exchange(m_peer, 0));
        m_inbox.clear();
        m_outbox.clear();
        m_engine.disconnected();
    }

    void send(Bytes message) override { m_outbox.push_back(std::move(message)); }
    void drop(const Error &reason, Retry) override
    {
        drops.push_back(reason.message);
        m_dropped = true; // not at once: the engine is on the stack
    }
    std::vector<CartId> cartsToSync() override { return m_workspace.carts(); }
    CartReplica *cart(const CartId &id) override
    {
        const auto opened = m_workspace.cart(id);
        if (!opened)
            storageErrors.push_back(opened.error().message);
        return opened ? *opened : nullptr;
    }
    Result<void> mintReplica() override { return m_workspace.mintReplica(); }
    std::string memberName() override { return m_workspace.profile().record().memberName; }
    Hlc memberNameStamp() override { return m_workspace.profile().record().nameStamp; }
    void cartChanged(const CartId &, const std::vector<LineId> &) override {}
    void cartSynced(const CartId &) override {}
    void editsRejected(const CartId &, const std::vector<std::uint64_t> &seqs) override { rejected += seqs.size(); }
    void cartRefused(const CartId &, const Error &reason) override { refusals.push_back(reason.message); }
    void membersChanged(const CartId &, const std::vector<protocol::Member> &members) override
    {
        need(m_workspace.rememberMembers(members));
    }
    void presenceChanged(const CartId &, const std::vector<protocol::MemberCursor> &) override {}
    void storageFailed(const Error &reason) override { storageErrors.push_back(reason.message); }
    ShopCopy *shop() override { return &m_workspace.profile().store().shop(); }
    std::uint64_t wallMilliseconds() override { return m_clock.wallMilliseconds(); }

    Workspace &m_workspace;
    LoopbackServer &m_server;
    ManualClock &m_clock;
    ClientEngine m_engine;
    std::deque<Bytes> m_inbox, m_outbox;
    net::PeerId m_peer = 0;
    bool m_dropped = false;
};

// Lets the member of `guest` into a cart of `host` and puts the cart there: what an invitation does.
inline void letIn(Workspace &host, Workspace &guest, const CartId &cart)
{
    const KeyPair invite = KeyPair::generate(host.random());
    const Credentials &owner = host.profile().credentials();
    const PublicKey member = guest.profile().credentials().member.publicKey();
    MembershipStep step;
    step.role = Role::Editor;
    step.inviteKey = invite.publicKey();
    step.grant = grantInvitation(owner.member, cart, step.role, step.inviteKey);
    step.memberKey = member;
    step.joining = signJoining(invite, cart, member);
    const MembershipProof proof = need(decodeProof(need(host.cart(cart))->record().proof));
    need(guest.adoptCart(cart, encodeProof(extendProof(proof, step)), protocol::Role::Editor));
}

} // namespace evencart::test
