#include "lab/labworld.h"

#include "protocol/codec.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace evencart {

namespace {

constexpr std::uint64_t tickMilliseconds = 100;
constexpr std::uint64_t retryMilliseconds = 1'000;
constexpr std::uint64_t leastResend = 200;
constexpr std::size_t mostSignals = 4'000;

void must(const Result<void> &result)
{
    if (!result)
        throw std::logic_error("laboratory: " + result.error().message);
}

// What is worth a line between two people's columns; empty for greetings and book-keeping.
struct NameOfMessage
{
    std::string operator()(const protocol::Push &push) const
    {
        return push.deltas.size() == 1 ? "push" : "push × " + std::to_string(push.deltas.size());
    }
    std::string operator()(const protocol::Checkout &) const { return "checkout"; }
    std::string operator()(const protocol::RepairPush &) const { return "repair"; }
    std::string operator()(const protocol::RepairState &) const { return "repair"; }
    std::string operator()(const protocol::SetRole &) const { return "role"; }
    std::string operator()(const protocol::Ack &) const { return "ack"; }
    std::string operator()(const protocol::PushRefused &) const { return "refused"; }
    std::string operator()(const protocol::Records &records) const
    {
        return records.records.size() == 1 ? "delta" : "deltas × " + std::to_string(records.records.size());
    }
    std::string operator()(const protocol::Snapshot &) const { return "snapshot"; }
    std::string operator()(const protocol::Ordered &) const { return "ordered"; }
    std::string operator()(const protocol::NotOrdered &) const { return "not ordered"; }
    std::string operator()(const auto &) const { return {}; }
};

std::string nameOfMessage(const Bytes &bytes, bool toServer)
{
    if (toServer) {
        const auto message = protocol::decodeClientMessage(bytes);
        return message ? std::visit(NameOfMessage(), *message) : std::string();
    }
    const auto message = protocol::decodeServerMessage(bytes);
    return message ? std::visit(NameOfMessage(), *message) : std::string();
}

} // namespace

LabWorld::LabWorld(std::uint64_t seed)
    : m_seed(seed), m_chance(seed), m_serverRandom(seed + 1), m_store(std::make_unique<store::MemoryLogStore>())
{
    startServer();
}

LabWorld::~LabWorld()
{
    stopServer();
}

LabPerson &LabWorld::add(const std::string &name)
{
    const std::size_t index = m_people.size();
    m_people.push_back(std::make_unique<LabPerson>(name, m_seed * 100 + 10 + index, m_clock));
    m_lines.emplace_back();
    m_people.back()->transmit = [this, index](Bytes bytes) {
        std::string what = nameOfMessage(bytes, true);
        post(index, true, std::move(bytes), std::move(what));
    };
    return *m_people.back();
}

LabPerson *LabWorld::person(const std::string &name)
{
    const auto found = std::ranges::find_if(m_people, [&](const auto &each) { return each->name() == name; });
    return found == m_people.end() ? nullptr : found->get();
}

// ---- time

void LabWorld::advanceTo(std::uint64_t milliseconds)
{
    while (true) {
        connectThoseWhoCan();
        const std::uint64_t nextTick = (now() / tickMilliseconds + 1) * tickMilliseconds;
        const std::uint64_t nextPacket = m_underWay.empty() ? nextTick : m_underWay.begin()->first.first;
        const std::uint64_t next = std::max(now(), std::min(nextTick, nextPacket));
        if (next > milliseconds)
            break;
        m_clock.moveTo(next);
        while (!m_underWay.empty() && m_underWay.begin()->first.first <= next) {
            Packet packet = std::move(m_underWay.begin()->second);
            m_underWay.erase(m_underWay.begin());
            deliver(std::move(packet));
        }
        endTurn();
        if (next == nextTick)
            tick();
        heedDrops();
    }
    m_clock.moveTo(std::max(now(), milliseconds));
}

bool LabWorld::settle(std::uint64_t most)
{
    const auto isSettled = [this] {
        for (std::size_t n = 0; n < m_people.size(); ++n) {
            if (m_lines[n].isPlugged && m_core && !m_people[n]->isSettled())
                return false;
        }
        return m_underWay.empty();
    };
    const std::uint64_t end = now() + most;
    // What is told once a second (who has seen what) has to have its turn, too.
    int quiet = 0;
    while (now() < end && quiet < 12) {
        advanceTo(now() + tickMilliseconds);
        quiet = isSettled() ? quiet + 1 : 0;
    }
    return quiet > 0;
}

void LabWorld::tick()
{
    if (m_core) {
        m_core->tick();
        endTurn();
    }
    for (const auto &person : m_people)
        person->engine().tick(m_clock.monotonicMilliseconds());
}

// ---- the network

void LabWorld::post(std::size_t person, bool toServer, Bytes bytes, std::string what)
{
    Line &line = m_lines[person];
    if (line.peer == 0)
        return;
    LabSignal signal{person, toServer, now(), 0, 0, false, std::move(what)};
    std::uint64_t &last = toServer ? line.lastUp : line.lastDown;
    std::uint64_t takes = network.delay;
    while (network.lossPercent > 0 && signal.losses < 20 && m_chance.below(100) < network.lossPercent) {
        ++signal.losses;
        takes += std::max(leastResend, 3 * network.delay);
    }
    signal.due = last = std::max(last, now() + takes);
    if (m_signals.size() >= mostSignals)
        m_signals.erase(m_signals.begin(), m_signals.begin() + mostSignals / 2);
    m_signals.push_back(signal);
    m_underWay.emplace(std::pair(signal.due, m_serial++), Packet{person, line.peer, toServer, std::move(bytes)});
}

void LabWorld::deliver(Packet packet)
{
    if (m_lines[packet.person].peer != packet.peer)
        return; // of a connection that is gone
    if (!packet.toServer) {
        m_people[packet.person]->engine().received(packet.bytes);
        return;
    }
    if (m_core)
        m_core->peerReceived(packet.peer, std::move(packet.bytes));
}

void LabWorld::connectThoseWhoCan()
{
    for (std::size_t n = 0; m_core && n < m_people.size(); ++n) {
        Line &line = m_lines[n];
        if (!line.isPlugged || line.peer != 0 || line.retryAt > now())
            continue;
        line.peer = m_nextPeer++;
        line.lastUp = line.lastDown = now();
        m_peers[line.peer] = n;
        m_core->peerOpened(line.peer, {"127.0.0.1", true, false});
        m_people[n]->connected();
    }
}

void LabWorld::hangUp(std::size_t person)
{
    Line &line = m_lines[person];
    if (line.peer == 0)
        return;
    const net::PeerId peer = std::exchange(line.peer, 0);
    m_peers.erase(peer);
    if (m_core)
        m_core->peerClosed(peer);
    for (auto packet = m_underWay.begin(); packet != m_underWay.end();) {
        if (packet->second.peer != peer) {
            ++packet;
            continue;
        }
        for (auto signal = m_signals.rbegin(); signal != m_signals.rend(); ++signal) {
            if (signal->person == person && signal->due == packet->first.first &&
                signal->toServer == packet->second.toServer) {
                signal->isCut = true;
                signal->due = now();
                break;
            }
        }
        packet = m_underWay.erase(packet);
    }
    m_people[person]->disconnected();
}

void LabWorld::heedDrops()
{
    for (std::size_t n = 0; n < m_people.size(); ++n) {
        const auto drop = m_people[n]->takeDrop();
        if (!drop)
            continue;
        hangUp(n);
        m_lines[n].retryAt = now() + (*drop == EngineHost::Retry::AtOnce ? 0 : retryMilliseconds);
    }
}

void LabWorld::plug(const LabPerson &person, bool on)
{
    for (std::size_t n = 0; n < m_people.size(); ++n) {
        if (m_people[n].get() != &person)
            continue;
        m_lines[n].isPlugged = on;
        m_lines[n].retryAt = 0;
        if (!on)
            hangUp(n);
    }
    connectThoseWhoCan();
}

bool LabWorld::isPlugged(const LabPerson &person) const
{
    for (std::size_t n = 0; n < m_people.size(); ++n) {
        if (m_people[n].get() == &person)
            return m_lines[n].isPlugged;
    }
    return false;
}

// ---- the server

void LabWorld::startServer()
{
    if (m_core)
        return;
    relay::ServerOptions options;
    options.software = "laboratory";
    net::PeerGateway &gateway = *this; // a private base
    m_core = std::make_unique<relay::ServerCore>(*m_store, gateway, m_clock, m_serverRandom, options);
    must(m_core->start());
    for (Line &line : m_lines)
        line.retryAt = 0;
}

void LabWorld::stopServer()
{
    if (!m_core)
        return;
    for (std::size_t n = 0; n < m_people.size(); ++n) {
        hangUp(n);
        m_lines[n].retryAt = now() + retryMilliseconds;
    }
    endTurn();
    must(m_core->finish());
    m_core.reset();
}

void LabWorld::keepServer()
{
    stopServer();
    m_kept = std::make_unique<store::MemoryLogStore>(*m_store);
    startServer();
}

void LabWorld::putServerBack()
{
    if (!m_kept)
        return;
    stopServer();
    *m_store = *m_kept;
    startServer();
}

Result<std::string> LabWorld::operate(const shop::OperatorCommand &command)
{
    if (!m_core)
        return Error{ErrorCode::Unreachable, "The server is stopped."};
    std::optional<Result<std::string>> answer;
    m_core->operate(command, [&](const Result<std::string> &said) { answer = said; });
    endTurn();
    if (!answer)
        return Error{ErrorCode::Unreachable, "The server did not answer its operator."};
    return *answer;
}

void LabWorld::endTurn()
{
    if (!m_core)
        return;
    m_core->turnEnded();
    for (const net::PeerId peer : std::exchange(m_closing, {})) {
        const auto found = m_peers.find(peer);
        if (found == m_peers.end())
            continue;
        const std::size_t person = found->second;
        hangUp(person);
        m_lines[person].retryAt = now() + retryMilliseconds;
    }
}

void LabWorld::send(net::PeerId peer, std::shared_ptr<const Bytes> message)
{
    if (const auto found = m_peers.find(peer); found != m_peers.end())
        post(found->second, false, *message, nameOfMessage(*message, false));
}

void LabWorld::sendToMany(const std::vector<net::PeerId> &peers, std::shared_ptr<const Bytes> message)
{
    for (const net::PeerId peer : peers)
        send(peer, message);
}

void LabWorld::close(net::PeerId peer, net::CloseCode, std::string)
{
    m_closing.push_back(peer);
}

} // namespace evencart
