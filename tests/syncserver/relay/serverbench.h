#pragma once

#include "cart/facts.h"
#include "crdt/statecodec.h"
#include "identity/membershipproof.h"
#include "protocol/codec.h"
#include "protocol/protocollimits.h"
#include "protocol/zstdblock.h"
#include "relay/servercore.h"
#include "store/memorylogstore.h"

#include <deque>
#include <map>
#include <memory>
#include <random>
#include <stdexcept>
#include <string>

// A server core with everything around it made by hand: a clock that stands still, randomness from a seed, a gateway
// that keeps what is sent, and peers that behave like a client that was reduced to its mirror of the log.
namespace evencart::test {

class ManualClock : public Clock
{
public:
    std::uint64_t wallMilliseconds() const override { return wall; }
    std::uint64_t monotonicMilliseconds() const override { return monotonic; }
    void pass(std::uint64_t ms)
    {
        wall += ms;
        monotonic += ms;
    }
    std::uint64_t wall = 1'700'000'000'000;
    std::uint64_t monotonic = 1'000'000;
};

class SeededRandom : public RandomSource
{
public:
    explicit SeededRandom(std::uint64_t seed) : m_generator(seed) {}
    Bytes bytes(std::size_t count) override
    {
        Bytes out(count, '\0');
        for (char &byte : out)
            byte = static_cast<char>(m_generator());
        return out;
    }

private:
    std::mt19937_64 m_generator;
};

class FakeGateway : public net::PeerGateway
{
public:
    void send(net::PeerId peer, std::shared_ptr<const Bytes> message) override
    {
        bytes[peer] += message->size();
        const auto decoded = protocol::decodeServerMessage(*message);
        if (!decoded)
            throw std::runtime_error(decoded.error().message);
        inbox[peer].push_back(*decoded);
    }
    void sendToMany(const std::vector<net::PeerId> &peers, std::shared_ptr<const Bytes> message) override
    {
        ++broadcasts;
        for (const net::PeerId peer : peers)
            send(peer, message);
    }
    void setAuthenticated(net::PeerId peer) override { authenticated.insert(peer); }
    void close(net::PeerId peer, net::CloseCode code, std::string) override { closed.emplace(peer, code); }

    std::map<net::PeerId, std::deque<protocol::ServerMessage>> inbox;
    std::map<net::PeerId, std::size_t> bytes;
    std::map<net::PeerId, net::CloseCode> closed;
    std::set<net::PeerId> authenticated;
    int broadcasts = 0;
};

// Passes everything on, except that the commits that a test picks fail: before they reach the store, or after (nobody
// can tell).
class FlakyStore : public store::MemoryLogStore
{
public:
    enum class Commit
    {
        Works,
        FailsBefore,
        FailsAfter
    };
    Commit next = Commit::Works;
    bool personsAreUnreadable = false;

    Result<std::optional<store::PersonRow>> person(const MemberId &member) override
    {
        if (personsAreUnreadable)
            return Error{ErrorCode::Io, "The disk cannot be read."};
        return MemoryLogStore::person(member);
    }
    Result<void> commit() override
    {
        const Commit how = std::exchange(next, Commit::Works);
        if (how == Commit::FailsBefore)
            MemoryLogStore::rollBack();
        else if (auto committed = MemoryLogStore::commit(); !committed)
            return committed;
        if (how == Commit::Works)
            return {};
        return Error{ErrorCode::Io, "The disk is full."};
    }
};

class Bench
{
public:
    Bench() { restart(); }

    // The process ends, whatever it had in memory is gone, and another one starts on the same store.
    void restart()
    {
        core.reset();
        gateway = FakeGateway();
        options.storageFailed = [this](const Error &error) { storageErrors.push_back(error.message); };
        core = std::make_unique<relay::ServerCore>(store, gateway, clock, random, options);
        if (!core->start())
            throw std::runtime_error("the core does not start");
    }
    void turn() { core->turnEnded(); }
    void tick()
    {
        clock.pass(1000);
        core->tick();
        core->turnEnded();
    }
    std::uint64_t head(const CartId &cart) { return (*store.cart(cart))->head; }

    FlakyStore store;
    FakeGateway gateway;
    ManualClock clock;
    SeededRandom random{7};
    relay::ServerOptions options;
    std::unique_ptr<relay::ServerCore> core;
    std::vector<std::string> storageErrors;
    net::PeerId nextPeer = 1;
};

// A person with one device, and their mirror of one cart.
class TestPeer
{
public:
    TestPeer(Bench &around, std::uint64_t replicaNumber)
        : bench(around), credentials(Credentials::generate(bench.random)), replica{replicaNumber}
    {
    }

    // ---- the connection
    void dial()
    {
        peer = bench.nextPeer++;
        bench.core->peerOpened(peer, {"127.0.0.1", true, false});
    }
    protocol::Hello hello() const
    {
        protocol::Hello hello;
        hello.versions = versions;
        hello.software = "test";
        hello.memberKey = credentials.member.publicKey();
        hello.deviceKey = credentials.device.publicKey();
        hello.certificate = credentials.certificate;
        hello.memberName = name;
        hello.nameStamp = nameStamp;
        return hello;
    }
    void connect()
    {
        dial();
        say(hello());
        const auto challenge = next<protocol::Challenge>();
        say(protocol::Answer{answerHello(credentials.device, challenge.nonce, plainFingerprint)});
        next<protocol::Welcome>();
    }
    void hangUp()
    {
        bench.core->peerClosed(peer);
        bench.turn();
        isLive = false;
    }
    void queue(const protocol::ClientMessage &message) { bench.core->peerReceived(peer, protocol::encode(message)); }
    void say(const protocol::ClientMessage &message)
    {
        queue(message);
        bench.turn();
    }
    bool isClosed() const { return bench.gateway.closed.contains(peer); }

    // ---- what came
    std::deque<protocol::ServerMessage> &inbox() { return bench.gateway.inbox[peer]; }
    // The first message of this kind; those before it are passed over.
    template <typename Message>
    Message next()
    {
        for (auto at = inbox().begin(); at != inbox().end(); ++at) {
            if (const Message *found = std::get_if<Message>(&*at)) {
                const Message message = *found;
                inbox().erase(at);
                return message;
            }
        }
        throw std::runtime_error("that message did not come");
    }
    template <typename Message>
    std::size_t count()
    {
        return static_cast<std::size_t>(std::count_if(
            inbox().begin(), inbox().end(), [](const auto &each) { return std::holds_alternative<Message>(each); }));
    }

    // ---- the cart
    void found()
    {
        proof = encodeProof(foundCart(credentials.member.publicKey(), bench.random));
        cart = verifyProof(*decodeProof(proof))->cart;
    }
    // Lets `other` in, offline: a proof needs no server.
    void letIn(TestPeer &other, Role role) const
    {
        const KeyPair invite = KeyPair::generate(bench.random);
        const PublicKey memberKey = other.credentials.member.publicKey();
        other.cart = cart;
        other.proof = encodeProof(
            extendProof(*decodeProof(proof),
                        {role, invite.publicKey(), grantInvitation(credentials.member, cart, role, invite.publicKey()),
                         memberKey, signJoining(invite, cart, memberKey)}));
    }
    protocol::Open openMessage() const { return {channel, cart, proof, replica, 0, epoch, cursor}; }
    void open()
    {
        say(openMessage());
        read();
    }
    void connectAndOpen()
    {
        connect();
        open();
    }

    // The next delta of this replica: a note on a line, which replaces what `removes` names.
    Delta makeDelta(const std::string &text, std::vector<Dot> removes = {})
    {
        Delta delta;
        delta.replica = replica;
        delta.seq = ++seq;
        delta.base = {relay::epochTag(epoch), cursor};
        delta.stamp = Hlc::fromMilliseconds(bench.clock.wall);
        delta.author = credentials.memberId();
        LineId line;
        line.raw[3] = 1;
        delta.adds.push_back({line, number(Field::Note), encodeText(text)});
        delta.removes = std::move(removes);
        return delta;
    }
    Bytes make(const std::string &text) { return encodeDelta(makeDelta(text)); }
    void queuePush(std::vector<Bytes> deltas)
    {
        for (const Bytes &delta : deltas) {
            if (const auto decoded = decodeDelta(delta))
                sent[decoded->seq] = delta;
        }
        queue(protocol::Push{channel, std::move(deltas)});
    }
    void push(std::vector<Bytes> deltas)
    {
        queuePush(std::move(deltas));
        bench.turn();
    }
    // Pushes one note and reads the answer.
    void write(const std::string &text)
    {
        push({make(text)});
        read();
    }

    // Takes what came into the mirror, checking that positions have no hole.
    void read()
    {
        for (auto at = inbox().begin(); at != inbox().end();) {
            const bool used = std::visit([&](const auto &message) { return take(message); }, *at);
            at = used ? inbox().erase(at) : at + 1;
        }
    }
    Hash256 digest() const { return digestOf(state); }
    protocol::DigestVerdict::Verdict askDigest()
    {
        say(protocol::DigestCheck{channel, cursor, digest()});
        return next<protocol::DigestVerdict>().verdict;
    }
    bool isEqualToServer() { return askDigest() == protocol::DigestVerdict::Verdict::Equal; }

    // What a client does when it is told to repair: pushes the log it remembers, or else its state.
    void repairWithDeltas(const std::vector<Bytes> &deltas)
    {
        queue(protocol::RepairPush{channel, deltas});
        queue(protocol::RepairDone{channel});
        bench.turn();
    }
    void repairWithState(std::size_t chunk = protocol::chunkBytes)
    {
        const Bytes raw = encodeState(state);
        const Bytes packed = protocol::compress(raw);
        const auto parts = static_cast<std::uint32_t>((packed.size() + chunk - 1) / chunk);
        for (std::uint32_t part = 0; part < parts; ++part)
            queue(protocol::RepairState{channel, part, parts, raw.size(), packed.substr(part * chunk, chunk)});
        queue(protocol::RepairDone{channel});
        bench.turn();
    }

    Bench &bench;
    Credentials credentials;
    ReplicaId replica;
    std::vector<std::uint64_t> versions{protocol::version}; // that it offers
    std::string name = "Ann";
    Hlc nameStamp{1};
    net::PeerId peer = 0;
    protocol::Channel channel = 1;
    CartId cart;
    Bytes proof;
    std::uint64_t seq = 0;
    std::map<std::uint64_t, Bytes> sent;

    State state;
    Epoch epoch;
    std::uint64_t cursor = 0;
    bool isLive = false;
    std::vector<Bytes> log; // the accepted deltas, in order
    std::vector<protocol::VoidedDelta> voids;
    std::vector<protocol::Ack> acks;
    std::optional<protocol::Opened> opened;

private:
    void apply(const Bytes &bytes, std::optional<Hlc> clampedTo)
    {
        const auto delta = decodeDelta(bytes);
        if (!delta)
            throw std::runtime_error("an accepted delta does not decode");
        const auto outcome = state.apply(*delta, clampedTo.value_or(delta->stamp));
        if (outcome == State::Outcome::Gap || outcome == State::Outcome::Unobserved)
            throw std::runtime_error("an accepted delta does not follow");
        log.push_back(bytes);
    }
    bool take(const protocol::Opened &message)
    {
        opened = message;
        isLive = false;
        if (message.mode == protocol::CatchUp::Behind)
            return true;
        if (message.mode == protocol::CatchUp::Repair)
            cursor = 0;
        epoch = message.epoch;
        return true;
    }
    bool take(const protocol::Snapshot &message)
    {
        m_snapshot += message.chunk;
        if (message.part + 1 < message.parts)
            return true;
        state.join(
            *decodeState(*protocol::decompress(std::exchange(m_snapshot, {}), message.rawSize, limits::snapshotBytes)));
        cursor = message.position;
        return true;
    }
    bool take(const protocol::Records &message)
    {
        std::uint64_t position = message.first;
        for (const protocol::Record &record : message.records) {
            if (position > cursor + 1)
                throw std::runtime_error("a hole in the records");
            if (position == cursor + 1)
                takeRecord(record);
            cursor = std::max(cursor, position++);
        }
        return true;
    }
    void takeRecord(const protocol::Record &record)
    {
        if (const auto *accepted = std::get_if<protocol::AcceptedDelta>(&record)) {
            apply(accepted->delta, accepted->clampedTo);
        } else if (const auto *voided = std::get_if<protocol::VoidedDelta>(&record)) {
            voids.push_back(*voided);
            if (state.vector().seen(voided->replica) < voided->seq)
                state.applyVoid(voided->replica, voided->seq);
        } else {
            const auto &joined = std::get<protocol::JoinedState>(record);
            state.join(*decodeState(*protocol::decompress(joined.zstd, joined.rawSize, limits::snapshotBytes)));
        }
    }
    bool take(const protocol::Ack &message)
    {
        acks.push_back(message);
        for (std::uint64_t i = 0; i < message.count; ++i) {
            if (message.position + i <= cursor)
                continue;
            if (message.position + i != cursor + 1)
                throw std::runtime_error("an ack out of the order of the log");
            apply(sent.at(message.seq + i), message.clampedTo);
            ++cursor;
        }
        return true;
    }
    bool take(const protocol::Live &message)
    {
        if (message.head != cursor)
            throw std::runtime_error("live before everything was sent");
        isLive = true;
        return true;
    }
    template <typename Message>
    bool take(const Message &)
    {
        return false;
    }

    Bytes m_snapshot;
};

} // namespace evencart::test
