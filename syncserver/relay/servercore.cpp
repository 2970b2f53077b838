#include "relay/servercore.h"

#include "protocol/codec.h"
#include "protocol/protocollimits.h"
#include "relay/catchup.h"
#include "relay/snapshots.h"

#include <algorithm>
#include <cassert>

namespace evencart::relay {

using protocol::FailureCode;

namespace {

constexpr std::uint64_t snapshotMilliseconds = 20; // for snapshots in one turn, after the first

template <typename Content>
constexpr bool isAboutGoods =
    std::is_same_v<Content, protocol::ReadGoods> || std::is_same_v<Content, protocol::ReadOrders> ||
    std::is_same_v<Content, protocol::Checkout> || std::is_same_v<Content, protocol::AskOrder> ||
    std::is_same_v<Content, protocol::Reserve> || std::is_same_v<Content, protocol::Release> ||
    std::is_same_v<Content, protocol::ReadReservations>;

} // namespace

ServerCore::ServerCore(store::LogStore &log, net::PeerGateway &gateway, const Clock &clock, RandomSource &random,
                       ServerOptions options)
    : m_log(log), m_gateway(gateway), m_clock(clock), m_random(random), m_options(std::move(options)), m_rooms(log),
      m_turn(log, m_rooms)
{
}

Result<void> ServerCore::start()
{
    const auto carts = m_log.carts();
    if (!carts)
        return carts.error();
    m_carts = std::make_unique<CartService>(
        CartService::Context{m_log, m_rooms, m_turn, m_clock, m_random, m_options, m_metrics}, carts->size());
    if (auto founded = foundOrRemember(); !founded)
        return founded;
    const auto lastReservation = m_log.shop().lastReservationMade();
    if (!lastReservation)
        return lastReservation.error();
    m_shop = std::make_unique<ShopService>(ShopService::Context{
        m_log, m_turn, m_clock, m_options, m_metrics, *m_carts, m_epoch, {m_clock, *lastReservation}});
    m_administration = std::make_unique<Administration>(
        Administration::Context{m_log, m_rooms, m_turn, m_clock, m_options, *m_carts, *m_shop, m_gateway});
    return {};
}

Result<void> ServerCore::foundOrRemember()
{
    const auto known = m_log.server();
    if (!known)
        return known.error();
    if (known->has_value()) {
        m_epoch = (*known)->epoch;
        return {};
    }
    m_epoch = Epoch::fromBytes(m_random.bytes(sizeof(Epoch)));
    if (auto begun = m_log.begin(); !begun)
        return begun;
    if (auto put = m_log.putServer({m_epoch, m_clock.wallMilliseconds(), {}}); !put) {
        m_log.rollBack();
        return put;
    }
    return m_log.commit();
}

Result<void> ServerCore::finish()
{
    tick();
    const auto committed = m_turn.failure ? Result<bool>(*m_turn.failure) : m_turn.commit(m_clock.wallMilliseconds());
    if (!committed)
        m_turn.rollBack();
    m_turn.settle(committed ? Result<void>() : committed.error());
    m_turn.reset();
    return committed ? Result<void>() : Result<void>(committed.error());
}

Metrics ServerCore::metrics() const
{
    Metrics metrics = m_metrics;
    metrics.peers = m_sessions.size();
    metrics.liveRooms = m_rooms.size();
    metrics.stateBytes = m_rooms.stateBytes();
    for (const auto &[peer, session] : m_sessions)
        metrics.channels += session.channels.size();
    return metrics;
}

void ServerCore::storageFailed(const Error &error)
{
    if (m_options.storageFailed)
        m_options.storageFailed(error);
}

// ---- peers
// ----------------------------------------------------------------------------------------------------------------------

void ServerCore::peerOpened(PeerId peer, const net::PeerInfo &info)
{
    m_sessions.try_emplace(peer, info, m_options);
}

void ServerCore::peerClosed(PeerId peer)
{
    const auto found = m_sessions.find(peer);
    if (found == m_sessions.end())
        return;
    m_carts->leaveAll(peer, found->second);
    m_shop->leave(peer);
    m_sessions.erase(found);
}

void ServerCore::peerReceived(PeerId peer, Bytes message)
{
    const auto found = m_sessions.find(peer);
    if (found == m_sessions.end() || found->second.isEnded())
        return;
    m_turn.tookPartIn(peer);
    if (m_turn.failure)
        return; // this peer is cut with the turn, and says it again
    const CartService::Peer from{peer, found->second};
    const auto decoded = protocol::decodeClientMessage(message);
    if (!decoded) {
        m_carts->end(from, FailureCode::Protocol, net::CloseCode::Malformed, decoded.error().message);
        return;
    }
    if (auto done = dispatch(from, *decoded); !done)
        m_turn.failure = done.error();
}

template <typename Part, typename Content>
Result<void> ServerCore::dispatchTo(Part &part, const CartService::Peer &peer, const Content &content)
{
    if (peer.session.version() >= 2)
        return part.handle(peer, content);
    m_carts->end(peer, FailureCode::Protocol, net::CloseCode::Malformed,
                 "Goods and orders come with version 2 of the protocol.");
    return {};
}

Result<void> ServerCore::dispatch(const CartService::Peer &peer, const protocol::ClientMessage &message)
{
    return std::visit(
        [&](const auto &content) -> Result<void> {
            using Content = std::decay_t<decltype(content)>;
            constexpr bool isGreeting =
                std::is_same_v<Content, protocol::Hello> || std::is_same_v<Content, protocol::Answer>;
            if constexpr (isAboutGoods<Content>) {
                if (peer.session.isWelcome())
                    return dispatchTo(*m_shop, peer, content);
            } else if constexpr (std::is_same_v<Content, protocol::Administer>) {
                if (peer.session.isWelcome())
                    return dispatchTo(*m_administration, peer, content);
            } else if constexpr (std::is_same_v<Content, protocol::Join>) {
                if (peer.session.isWelcome() && content.cart.isNull())
                    return dispatchTo(*m_administration, peer, content);
                if (peer.session.isWelcome())
                    return m_carts->handle(peer, content);
            } else if constexpr (!isGreeting) {
                if (peer.session.isWelcome())
                    return m_carts->handle(peer, content);
            }
            return greet(peer, message);
        },
        message);
}

// Everything that may come before Welcome, and what may not.
Result<void> ServerCore::greet(const CartService::Peer &peer, const protocol::ClientMessage &message)
{
    const auto answer = [&](auto outcome) {
        if (const auto *ending = std::get_if<Session::Ending>(&outcome))
            m_carts->end(peer, ending->failure, ending->code, ending->reason);
        else
            m_turn.replies.send(peer.id, std::get<0>(outcome));
    };
    if (const auto *hello = std::get_if<protocol::Hello>(&message)) {
        answer(peer.session.handle(*hello, m_options, m_random, m_clock));
    } else if (const auto *proof = std::get_if<protocol::Answer>(&message)) {
        answer(peer.session.handle(*proof, m_options, m_random));
        if (peer.session.isWelcome())
            m_turn.replies.setAuthenticated(peer.id);
    } else {
        m_carts->end(peer, FailureCode::Protocol, net::CloseCode::AuthenticationFailed, "Say who you are first.");
    }
    return {};
}

// ---- the turn
// -------------------------------------------------------------------------------------------------------------------

void ServerCore::turnEnded()
{
    continueImport();
    m_unsettled.insert(m_turn.written().begin(), m_turn.written().end());
    m_unsettled.insert(m_turn.joined().begin(), m_turn.joined().end());
    if (m_turn.failure)
        abandonTurn(*m_turn.failure);
    else
        commitTurn();
    m_turn.reset();
    continueCatchUps();
    if (std::exchange(m_hasTicked, false)) {
        makeDueSnapshots();
        if (const auto told = m_shop->tellWatchers(m_gateway); !told)
            storageFailed(told.error());
    }
    std::erase_if(m_unsettled, [&](const CartId &cart) { return !isUnsettled(cart); });
    m_importWaits = m_shop->isImporting();
    if (m_importWaits && m_options.wantsTurn)
        m_options.wantsTurn();
}

// What another turn began: one part a turn.
void ServerCore::continueImport()
{
    if (!std::exchange(m_importWaits, false) || m_turn.failure)
        return;
    if (auto continued = m_shop->continueImport(); !continued)
        m_turn.failure = continued.error();
}

bool ServerCore::isUnsettled(const CartId &cart)
{
    const Room *room = m_rooms.loaded(cart);
    return room && (isSnapshotDue(*room, m_options.snapshots) ||
                    std::any_of(room->subscribers.begin(), room->subscribers.end(),
                                [](const Subscriber &each) { return each.phase == Subscriber::Phase::CatchingUp; }));
}

void ServerCore::commitTurn()
{
    const std::uint64_t began = m_clock.monotonicMilliseconds();
    const auto committed = m_turn.commit(m_clock.wallMilliseconds());
    if (!committed)
        return abandonTurn(committed.error());
    if (*committed) {
        ++m_metrics.commits;
        m_metrics.commitMilliseconds += m_clock.monotonicMilliseconds() - began;
    }
    shutOut();
    for (const CartId &cart : m_turn.written()) {
        if (Room *room = m_rooms.loaded(cart))
            streamFresh(*room, m_gateway);
    }
    m_turn.replies.release(m_gateway);
    m_turn.settle({});
    announceMembers();
}

void ServerCore::abandonTurn(const Error &error)
{
    ++m_metrics.failedCommits;
    storageFailed(error);
    m_turn.rollBack();
    m_turn.replies.discard();
    m_turn.settle(error);
    std::set<PeerId> concerned = m_turn.peers();
    for (const CartId &cart : m_turn.written()) {
        if (const Room *room = m_rooms.loaded(cart)) {
            for (const Subscriber &subscriber : room->subscribers)
                concerned.insert(subscriber.peer);
        }
    }
    for (const PeerId peer : concerned) {
        if (const auto session = m_sessions.find(peer); session != m_sessions.end())
            cut(peer, session->second);
    }
    for (const CartId &cart : m_turn.written())
        m_rooms.drop(cart);
}

void ServerCore::cut(PeerId peer, Session &session)
{
    const char *reason = "The server could not store this; it is tried again when you reconnect.";
    m_carts->leaveAll(peer, session);
    session.end();
    m_gateway.send(peer, packed(protocol::Failure{0, 0, FailureCode::Internal, reason}));
    m_gateway.close(peer, net::CloseCode::GoingAway, reason);
}

void ServerCore::shutOut()
{
    for (const auto &[cart, member] : m_turn.shownOut()) {
        const Room *room = m_rooms.loaded(cart);
        std::set<PeerId> peers;
        for (const Subscriber &subscriber : room ? room->subscribers : std::vector<Subscriber>()) {
            if (subscriber.member == member)
                peers.insert(subscriber.peer);
        }
        for (const PeerId peer : peers)
            m_carts->showOut({peer, m_sessions.at(peer)}, *room);
    }
}

void ServerCore::announceMembers()
{
    for (const CartId &cart : m_turn.changedMembers()) {
        const Room *room = m_rooms.loaded(cart);
        if (!room)
            continue;
        auto members = listMembers(m_log, *room);
        if (!members) {
            storageFailed(members.error());
            continue;
        }
        std::vector<PeerId> peers;
        for (const Subscriber &subscriber : room->subscribers)
            peers.push_back(subscriber.peer);
        std::sort(peers.begin(), peers.end());
        peers.erase(std::unique(peers.begin(), peers.end()), peers.end());
        m_gateway.sendToMany(peers, packed(protocol::Members{0, cart, *std::move(members)}));
    }
}

void ServerCore::continueCatchUps()
{
    const std::uint64_t monotonic = m_clock.monotonicMilliseconds();
    std::set<PeerId> failed;
    for (const CartId &cart : m_unsettled) {
        Room *room = m_rooms.loaded(cart);
        for (std::size_t i = 0; room && i < room->subscribers.size(); ++i) {
            Subscriber &subscriber = room->subscribers[i];
            Pacer &pacer = m_sessions.at(subscriber.peer).pacer;
            if (const auto continued = continueCatchUp(m_log, *room, subscriber, pacer, monotonic, m_gateway);
                !continued) {
                storageFailed(continued.error());
                failed.insert(subscriber.peer);
            }
        }
    }
    for (const PeerId peer : failed)
        cut(peer, m_sessions.at(peer));
}

// With the tick, because what a turn sends leaves when the turn ends and snapshots of large carts take their time. Each
// is a small turn of its own.
void ServerCore::makeDueSnapshots()
{
    const std::uint64_t began = m_clock.monotonicMilliseconds();
    for (const CartId &cart : std::set<CartId>(m_unsettled)) {
        Room *room = m_rooms.loaded(cart);
        if (!room || !isSnapshotDue(*room, m_options.snapshots))
            continue;
        makeSnapshotOf(*room);
        if (m_clock.monotonicMilliseconds() - began >= snapshotMilliseconds)
            return;
    }
}

void ServerCore::makeSnapshotOf(Room &room)
{
    const std::uint64_t now = m_clock.wallMilliseconds();
    auto made = m_turn.willWrite(&room);
    if (made)
        made = makeSnapshot(m_log, room, m_options.snapshots, now);
    const auto committed = made ? m_turn.commit(now) : Result<bool>(made.error());
    if (committed)
        ++m_metrics.snapshots;
    else
        abandonTurn(committed.error());
    m_turn.reset();
}

// ---- time
// -----------------------------------------------------------------------------------------------------------------------

void ServerCore::tick()
{
    m_hasTicked = true;
    m_rooms.forEach([&](Room &room) {
        announcePresence(room);
        if (room.hasCursorsToStore() && !m_turn.failure) {
            if (auto begun = m_turn.willWrite(&room); !begun)
                m_turn.failure = begun.error();
        }
    });
    if (!m_turn.failure) {
        if (auto ended = m_shop->tick(); !ended)
            m_turn.failure = ended.error();
    }
    const std::uint64_t monotonic = m_clock.monotonicMilliseconds();
    m_rooms.shed(monotonic - std::min(monotonic, m_options.idleRoomMilliseconds), m_options.stateBytes);
}

// How far the others have come is said once a second at most, and is not worth a commit: it is told as it is in memory.
void ServerCore::announcePresence(Room &room)
{
    const auto changed = room.takeChangedCursors();
    if (changed.empty())
        return;
    std::map<protocol::Channel, std::vector<PeerId>> readers;
    for (const Subscriber &subscriber : room.subscribers) {
        if (subscriber.phase == Subscriber::Phase::Live)
            readers[subscriber.channel].push_back(subscriber.peer);
    }
    for (const auto &[channel, peers] : readers) {
        for (std::size_t from = 0; from < changed.size(); from += protocol::cursors) {
            const std::size_t count = std::min(protocol::cursors, changed.size() - from);
            const auto begin = changed.begin() + static_cast<std::ptrdiff_t>(from);
            m_gateway.sendToMany(
                peers, packed(protocol::Cursors{channel, {begin, begin + static_cast<std::ptrdiff_t>(count)}}));
        }
    }
}

} // namespace evencart::relay
