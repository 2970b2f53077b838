#pragma once

#include "lab/labperson.h"
#include "relay/servercore.h"
#include "store/memorylogstore.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace evencart {

// What lies between a person and the server. One way, in milliseconds of the laboratory. What is lost is sent again
// after a while, as TCP does, and holds up what stands behind it.
struct LabNetwork
{
    std::uint64_t delay = 40;
    std::uint64_t lossPercent = 0;
};

// One message on its way, for the time line.
struct LabSignal
{
    std::size_t person = 0;
    bool toServer = false;
    std::uint64_t sent = 0; // milliseconds since the laboratory was opened
    std::uint64_t due = 0;
    std::uint64_t losses = 0; // how often it was sent again
    bool isCut = false;       // the cable was pulled before it arrived
    std::string what;         // "push", "ack", "records" ...; empty: of the connection itself
};

// The real engines of client and server on one table, over an invented network and an invented clock: the same seed and
// the same acts at the same times give the same bytes. No sockets, threads, files or clocks; nothing here is measured.
class LabWorld final : private net::PeerGateway
{
public:
    explicit LabWorld(std::uint64_t seed);
    ~LabWorld() override;

    LabPerson &add(const std::string &name);
    LabPerson *person(const std::string &name);
    const std::vector<std::unique_ptr<LabPerson>> &people() const { return m_people; }
    store::MemoryLogStore &store() { return *m_store; }

    // ---- time
    std::uint64_t now() const { return m_clock.passed(); } // milliseconds since the beginning
    const LabClock &clock() const { return m_clock; }
    void advanceTo(std::uint64_t milliseconds);
    // Until nothing is under way and everybody with a cable has everything; false: not within `most` milliseconds.
    bool settle(std::uint64_t most = 120'000);

    // ---- the network and the server
    LabNetwork network;
    void plug(const LabPerson &person, bool on);
    bool isPlugged(const LabPerson &person) const;
    bool isServerUp() const { return m_core != nullptr; }
    void stopServer();
    void startServer();
    void keepServer();
    void putServerBack();
    // As the operator types it; in a turn of its own.
    Result<std::string> operate(const shop::OperatorCommand &command);

    // Oldest first; those of the last minutes.
    const std::vector<LabSignal> &signals() const { return m_signals; }

private:
    struct Packet
    {
        std::size_t person;
        net::PeerId peer;
        bool toServer;
        Bytes bytes;
    };
    struct Line
    {
        bool isPlugged = true;
        net::PeerId peer = 0; // 0: not connected
        std::uint64_t lastUp = 0, lastDown = 0;
        std::uint64_t retryAt = 0;
    };

    void post(std::size_t person, bool toServer, Bytes bytes, std::string what);
    void deliver(Packet packet);
    void connectThoseWhoCan();
    void hangUp(std::size_t person);
    void heedDrops();
    void endTurn();
    void tick();

    void send(net::PeerId peer, std::shared_ptr<const Bytes> message) override;
    void sendToMany(const std::vector<net::PeerId> &peers, std::shared_ptr<const Bytes> message) override;
    void setAuthenticated(net::PeerId) override {}
    void close(net::PeerId peer, net::CloseCode code, std::string reason) override;

    std::uint64_t m_seed;
    LabClock m_clock;
    LabRandom m_chance;
    LabRandom m_serverRandom;
    std::unique_ptr<store::MemoryLogStore> m_store;
    std::unique_ptr<store::MemoryLogStore> m_kept;
    std::unique_ptr<relay::ServerCore> m_core;
    std::vector<std::unique_ptr<LabPerson>> m_people;
    std::vector<Line> m_lines;
    std::map<net::PeerId, std::size_t> m_peers;
    net::PeerId m_nextPeer = 1;
    std::map<std::pair<std::uint64_t, std::uint64_t>, Packet> m_underWay; // by when they are due, then as sent
    std::uint64_t m_serial = 0;
    std::vector<net::PeerId> m_closing;
    std::vector<LabSignal> m_signals;
};

} // namespace evencart
