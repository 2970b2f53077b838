#pragma once

#include "relay/servercore.h"
#include "store/memorylogstore.h"
#include "support/profilefixture.h"
#include "sync/clientengine.h"

#include <deque>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

// The real engines of both ends in one thread, over queues instead of sockets, a clock that is set by hand and stores
// that outlive their processes: what chance and crashes can do to them, replayed from a seed.
namespace evencart::test {

class World;

// Whether the token outside of a database was wound back together with it: then nobody is told that it is a copy.
enum class Token
{
    Tells,
    Fooled
};

// A person with a machine. The store is the disk; the rest is the process, which a crash ends.
class Machine : public EngineHost
{
public:
    Machine(World &world, std::uint64_t seed);

    void crash();    // the process ends and another one reads the disk
    void saveDisk(); // a backup of this machine
    bool hasSavedDisk() const { return m_savedDisk.has_value(); }
    void putDiskBack(Token token);
    void plug(bool on); // the network
    bool isConnected() const { return m_peer != 0; }
    void deliverOne(); // the next message from the server, if any
    void tick();
    void edited() { m_engine->cartEdited(person.id); }
    bool isLive() const { return m_engine->isLive(person.id); }
    bool isSettled() const { return m_engine->isSettled(person.id); }

    ProfileFixture person;
    std::deque<Bytes> inbox;      // on their way to us
    std::deque<Bytes> outbox;     // on their way to the server
    std::uint64_t mismatches = 0; // digests that differed, of connections that are gone
    std::set<std::string> kept;   // names that this machine added and nobody removes
    net::PeerId peer() const { return m_peer; }

    // EngineHost
    void send(Bytes message) override { outbox.push_back(std::move(message)); }
    void drop(const Error &reason, Retry retry) override;
    std::vector<CartId> cartsToSync() override { return {person.id}; }
    CartReplica *cart(const CartId &) override { return person.cart.get(); }
    Result<void> mintReplica() override;
    std::string memberName() override { return "somebody"; }
    Hlc memberNameStamp() override { return {}; }
    void cartChanged(const CartId &, const std::vector<LineId> &) override {}
    void cartSynced(const CartId &) override { ++settled; }
    void editsRejected(const CartId &, const std::vector<std::uint64_t> &) override { ++rejected; }
    void cartRefused(const CartId &, const Error &reason) override { refusals.push_back(reason.message); }
    void membersChanged(const CartId &, const std::vector<protocol::Member> &) override {}
    void presenceChanged(const CartId &, const std::vector<protocol::MemberCursor> &) override {}
    void storageFailed(const Error &) override {}

    // What this machine went through, over all its connections.
    int snapshots = 0;
    int rekeys = 0;
    int epochChanges = 0;
    int settled = 0;
    int rejected = 0;
    std::vector<std::string> refusals;
    std::vector<std::string> drops;

private:
    void hangUp();

    World &m_world;
    std::unique_ptr<ClientEngine> m_engine;
    net::PeerId m_peer = 0;
    bool m_dropped = false;
    std::optional<MemoryStore> m_savedDisk;
};

class World : public net::PeerGateway
{
public:
    explicit World(std::uint64_t seed); // the store keeps little or much of its log, as the seed says

    Machine &addMachine(); // the first founds the cart; the others are members of it
    // Another machine with a copy of this one's disk, and the same keys.
    Machine &cloneOf(const Machine &original, Token token);

    void crashServer();
    void saveServer();
    bool hasBackup() const { return m_backup != nullptr; }
    void restoreServer(Token token); // told: as `evencartd admin restore`, too
    void emptyServer();
    // After something was lost for good: what nobody has any more, neither a machine nor the server, is not waited for.
    void forgetWhatNobodyHas();
    // Of all cores so far.
    relay::Metrics serverMetrics() const;

    // One small thing happens: a message arrives, a turn ends, time passes.
    void step();
    // One machine is plugged in and has a good line for a while.
    void talk(Machine &machine);
    void endTurn();
    // Everybody is plugged in and messages flow until all are settled. False: it did not come to rest.
    bool heal(int rounds);
    std::uint64_t below(std::uint64_t bound) { return bound == 0 ? 0 : m_random() % bound; }

    net::PeerId connect(Machine &machine);
    void disconnect(net::PeerId peer);
    void toServer(Machine &machine);

    std::uint64_t nextSerial = 1; // of things that have to be told apart
    ManualClock clock;
    store::MemoryLogStore store;
    relay::ServerOptions options;
    std::vector<std::unique_ptr<Machine>> machines;
    std::set<const Machine *> away; // heal() leaves them unplugged and does not wait for them

private:
    void startServer();
    void stopServer();
    bool serverHas(const std::string &name);
    void send(net::PeerId peer, std::shared_ptr<const Bytes> message) override;
    void sendToMany(const std::vector<net::PeerId> &peers, std::shared_ptr<const Bytes> message) override;
    void setAuthenticated(net::PeerId) override {}
    void close(net::PeerId peer, net::CloseCode code, std::string reason) override;

    std::mt19937_64 m_random;
    SeededRandom m_serverRandom;
    std::unique_ptr<relay::ServerCore> m_core;
    relay::Metrics m_pastMetrics;
    std::unique_ptr<store::MemoryLogStore> m_backup;
    std::map<net::PeerId, Machine *> m_peers;
    std::set<net::PeerId> m_closing;
    net::PeerId m_nextPeer = 1;
    std::uint64_t m_nextSeed;
};

} // namespace evencart::test
