#include "simulation/world.h"

#include "protocol/codec.h"
#include "relay/copiedstore.h"
#include "relay/materialise.h"

#include <algorithm>

namespace evencart::test {

Machine::Machine(World &world, std::uint64_t seed) : person(seed, world.clock), m_world(world)
{
    m_engine = std::make_unique<ClientEngine>(*this, person.credentials, "simulation");
}

void Machine::hangUp()
{
    if (m_peer != 0)
        m_world.disconnect(std::exchange(m_peer, 0));
    inbox.clear();
    outbox.clear();
    mismatches += m_engine->digestMismatches();
    m_engine->disconnected();
}

void Machine::crash()
{
    hangUp();
    m_engine = std::make_unique<ClientEngine>(*this, person.credentials, "simulation");
    person.reopen();
}

void Machine::saveDisk()
{
    m_savedDisk = person.store;
}

void Machine::putDiskBack(Token token)
{
    person.store = *m_savedDisk;
    if (token == Token::Tells)
        person.mintReplica();
    crash();
}

void Machine::plug(bool on)
{
    if (on == isConnected())
        return;
    if (!on) {
        hangUp();
        return;
    }
    m_peer = m_world.connect(*this);
    m_engine->connected(plainFingerprint, m_world.clock.monotonicMilliseconds());
}

void Machine::deliverOne()
{
    if (inbox.empty())
        return;
    const Bytes message = std::move(inbox.front());
    inbox.pop_front();
    const auto decoded = protocol::decodeServerMessage(message);
    snapshots += decoded && std::holds_alternative<protocol::Snapshot>(*decoded) ? 1 : 0;
    const Epoch before = person.cart->record().epoch;
    m_engine->received(message);
    epochChanges += !before.isNull() && person.cart->record().epoch != before ? 1 : 0;
    if (std::exchange(m_dropped, false))
        hangUp();
}

void Machine::tick()
{
    m_engine->tick(m_world.clock.monotonicMilliseconds());
    if (std::exchange(m_dropped, false))
        hangUp();
}

void Machine::drop(const Error &reason, Retry)
{
    drops.push_back(reason.message);
    m_dropped = true; // not at once: the engine is on the stack
}

Result<void> Machine::mintReplica()
{
    ++rekeys;
    person.mintReplica();
    person.reopen();
    return {};
}

World::World(std::uint64_t seed) : m_random(seed), m_serverRandom(seed + 1), m_nextSeed(seed * 100 + 1)
{
    options.snapshots.everyEntries = 7;
    options.snapshots.keepMilliseconds = below(2) == 0 ? 0 : 1'000'000'000;
    startServer();
}

void World::stopServer()
{
    for (const auto &machine : machines)
        machine->plug(false);
    m_pastMetrics = serverMetrics();
    m_core.reset();
    m_closing.clear();
}

relay::Metrics World::serverMetrics() const
{
    relay::Metrics all = m_pastMetrics;
    if (!m_core)
        return all;
    const relay::Metrics now = m_core->metrics();
    all.repairs += now.repairs;
    all.repairedDeltas += now.repairedDeltas;
    all.joinedStates += now.joinedStates;
    all.epochsMinted += now.epochsMinted;
    all.equivocations += now.equivocations;
    all.digestMismatches += now.digestMismatches;
    return all;
}

void World::startServer()
{
    m_core = std::make_unique<relay::ServerCore>(store, *this, clock, m_serverRandom, options);
    ProfileFixture::must(m_core->start());
}

Machine &World::addMachine()
{
    machines.push_back(std::make_unique<Machine>(*this, m_nextSeed++));
    Machine &machine = *machines.back();
    if (machines.size() == 1) {
        machine.person.create("everybody's");
        return machine;
    }
    // Invited by the founder: what a join would have answered.
    const Machine &founder = *machines.front();
    MembershipProof proof = *decodeProof(founder.person.cart->record().proof);
    const KeyPair invite = KeyPair::generate(m_serverRandom);
    const PublicKey member = machine.person.credentials.member.publicKey();
    MembershipStep step;
    step.role = Role::Editor;
    step.inviteKey = invite.publicKey();
    step.grant = grantInvitation(founder.person.credentials.member, founder.person.id, step.role, step.inviteKey);
    step.memberKey = member;
    step.joining = signJoining(invite, founder.person.id, member);
    proof = extendProof(proof, step);
    CartRecord record;
    record.id = founder.person.id;
    record.proof = encodeProof(proof);
    machine.person.id = record.id;
    auto adopted = CartReplica::adopt(machine.person.context(), record);
    ProfileFixture::must(adopted);
    machine.person.cart = std::move(*adopted);
    return machine;
}

Machine &World::cloneOf(const Machine &original, Token token)
{
    machines.push_back(std::make_unique<Machine>(*this, m_nextSeed++));
    Machine &clone = *machines.back();
    clone.person.credentials = original.person.credentials;
    clone.person.store = original.person.store;
    clone.person.id = original.person.id;
    if (token == Token::Tells)
        clone.person.mintReplica();
    clone.crash();
    return clone;
}

void World::crashServer()
{
    stopServer();
    store.rollBack();
    startServer();
}

void World::saveServer()
{
    endTurn(); // a backup holds what was committed
    m_backup = std::make_unique<store::MemoryLogStore>(store);
}

void World::restoreServer(Token token)
{
    stopServer();
    store = *m_backup;
    if (token == Token::Tells)
        ProfileFixture::must(relay::beginNewLife(store, m_serverRandom.bytes(16), m_serverRandom, clock));
    startServer();
}

void World::emptyServer()
{
    stopServer();
    store = store::MemoryLogStore();
    startServer();
}

bool World::serverHas(const std::string &name)
{
    const auto row = store.cart(machines.front()->person.id);
    ProfileFixture::must(row);
    if (!row->has_value())
        return false;
    const auto state = relay::materialise(store, **row);
    ProfileFixture::must(state);
    return !CartView((*row)->cart, *state).find(name).empty();
}

void World::forgetWhatNobodyHas()
{
    endTurn();
    for (const auto &owner : machines) {
        std::erase_if(owner->kept, [&](const std::string &name) {
            return !serverHas(name) && std::none_of(machines.begin(), machines.end(), [&](const auto &machine) {
                return machine->person.line(name) != nullptr;
            });
        });
    }
}

net::PeerId World::connect(Machine &machine)
{
    const net::PeerId peer = m_nextPeer++;
    m_peers[peer] = &machine;
    m_core->peerOpened(peer, {"127.0.0.1", true, false});
    return peer;
}

void World::disconnect(net::PeerId peer)
{
    m_peers.erase(peer);
    m_core->peerClosed(peer);
}

void World::send(net::PeerId peer, std::shared_ptr<const Bytes> message)
{
    if (const auto found = m_peers.find(peer); found != m_peers.end())
        found->second->inbox.push_back(*message);
}

void World::sendToMany(const std::vector<net::PeerId> &peers, std::shared_ptr<const Bytes> message)
{
    for (const net::PeerId peer : peers)
        send(peer, message);
}

void World::close(net::PeerId peer, net::CloseCode, std::string)
{
    m_closing.insert(peer);
}

void World::toServer(Machine &machine)
{
    if (machine.outbox.empty() || !machine.isConnected())
        return;
    const Bytes message = std::move(machine.outbox.front());
    machine.outbox.pop_front();
    m_core->peerReceived(machine.peer(), message);
}

void World::endTurn()
{
    m_core->turnEnded();
    for (const net::PeerId peer : std::exchange(m_closing, {})) {
        if (const auto found = m_peers.find(peer); found != m_peers.end()) {
            Machine &machine = *found->second;
            while (machine.isConnected() && !machine.inbox.empty())
                machine.deliverOne();
            machine.plug(false);
        }
    }
}

void World::step()
{
    Machine &machine = *machines[below(machines.size())];
    switch (below(8)) {
    case 0:
    case 1:
    case 2:
        toServer(machine);
        break;
    case 3:
    case 4:
    case 5:
        machine.deliverOne();
        break;
    case 6:
        endTurn();
        break;
    case 7:
        clock.advance(below(400));
        m_core->tick();
        machine.tick();
        break;
    }
}

void World::talk(Machine &machine)
{
    constexpr int rounds = 8; // greeting, opening, repairing, pushing, comparing
    machine.plug(true);
    for (int round = 0; round < rounds && machine.isConnected(); ++round) {
        while (machine.isConnected() && !machine.outbox.empty())
            toServer(machine);
        endTurn();
        while (machine.isConnected() && !machine.inbox.empty())
            machine.deliverOne();
    }
}

bool World::heal(int rounds)
{
    for (int round = 0; round < rounds; ++round) {
        for (const auto &machine : machines) {
            if (!away.contains(machine.get()))
                machine->plug(true);
        }
        for (const auto &machine : machines) {
            while (machine->isConnected() && !machine->outbox.empty())
                toServer(*machine);
        }
        endTurn();
        for (const auto &machine : machines) {
            while (machine->isConnected() && !machine->inbox.empty())
                machine->deliverOne();
        }
        clock.advance(1000);
        m_core->tick();
        endTurn();
        for (const auto &machine : machines)
            machine->tick();
        const bool quiet = std::all_of(machines.begin(), machines.end(), [this](const auto &machine) {
            return away.contains(machine.get()) ||
                   (machine->inbox.empty() && machine->outbox.empty() && machine->isSettled());
        });
        if (quiet)
            return true;
    }
    return false;
}

} // namespace evencart::test
