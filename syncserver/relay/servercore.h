#pragma once

#include "net/peergateway.h"
#include "net/peerhandler.h"
#include "relay/administration.h"
#include "relay/session.h"
#include "relay/turn.h"

#include <memory>
#include <unordered_map>

namespace evencart::relay {

// The sync server without sockets: takes what peers say and answers through the gateway. Time, randomness, storage and
// peers arrive as arguments, so the same object runs behind NetServer, in tests and in the simulator.
//
// Group commit: everything that came in one turn is judged in its order and written in one transaction; acks, records
// and all other answers that could tell of it leave only after its commit. Where the commit fails, nothing is acked:
// the carts that were written are forgotten and read again, and everyone who took part or watches one of them is told
// Internal and cut, so that they come back and find out what is stored.
//
// One thread, the core thread; the store belongs to it. The arguments outlive the core.
class ServerCore : public net::PeerHandler
{
public:
    ServerCore(store::LogStore &log, net::PeerGateway &gateway, const Clock &clock, RandomSource &random,
               ServerOptions options);

    // Reads what the store knows about this server, or founds it. Before the first turn.
    Result<void> start();
    // Stores what was put off (cursors). After the last turn.
    Result<void> finish();

    Epoch epoch() const { return m_epoch; }
    Metrics metrics() const; // on the core thread
    // What the operator asks for while the server runs (relay/administration.h): part of this turn. On the core thread.
    void operate(const shop::OperatorCommand &command, const OperatorAnswer &answer)
    {
        m_administration->operate(command, answer);
    }

    void peerOpened(PeerId peer, const net::PeerInfo &info) override;
    void peerReceived(PeerId peer, Bytes message) override;
    void peerClosed(PeerId peer) override;
    void tick() override;
    void turnEnded() override;

private:
    Result<void> dispatch(const CartService::Peer &peer, const protocol::ClientMessage &message);
    // To a part of the server that version 1 of the protocol does not have.
    template <typename Part, typename Content>
    Result<void> dispatchTo(Part &part, const CartService::Peer &peer, const Content &content);
    Result<void> foundOrRemember();
    Result<void> greet(const CartService::Peer &peer, const protocol::ClientMessage &message);
    void continueImport();
    void commitTurn();
    void abandonTurn(const Error &error);
    void cut(PeerId peer, Session &session);
    void shutOut();
    void announceMembers();
    void continueCatchUps();
    void makeDueSnapshots();
    void makeSnapshotOf(Room &room);
    void announcePresence(Room &room);
    void storageFailed(const Error &error);
    bool isUnsettled(const CartId &cart);

    store::LogStore &m_log;
    net::PeerGateway &m_gateway;
    const Clock &m_clock;
    RandomSource &m_random;
    const ServerOptions m_options;
    Metrics m_metrics;
    Epoch m_epoch;
    RoomTable m_rooms;
    Turn m_turn;
    std::unique_ptr<CartService> m_carts;             // from start() on
    std::unique_ptr<ShopService> m_shop;              // likewise
    std::unique_ptr<Administration> m_administration; // likewise
    std::unordered_map<PeerId, Session> m_sessions;
    bool m_hasTicked = false;
    bool m_importWaits = false;   // for this turn to end
    std::set<CartId> m_unsettled; // carts in which somebody catches up or a snapshot is due
};

} // namespace evencart::relay
