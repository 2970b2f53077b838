#pragma once

#include "engine/cartnews.h"
#include "engine/cartupdate.h"
#include "engine/reservationdesk.h"
#include "engine/shopdesk.h"
#include "history/chronicle.h"

#include <QTimer>

#include <map>
#include <memory>
#include <set>

namespace evencart {

// The engine's side of the thread boundary: owns the workspace and the connection, does what Engine asks for, and
// tells what changed as values. Everything here runs on the engine's thread; only Engine talks to it.
//
// A watched cart (one that a window shows) is published line by line; of the others only summaries go out.
class EngineRoom : public QObject
{
    Q_OBJECT

public:
    EngineRoom(const Clock &clock, RandomSource &random);
    ~EngineRoom() override;

    // Outlives this; for profiles that are opened from now on.
    void setKeyVault(KeyVault *vault) { m_vault = vault; }
    KeyVault *keyVault() const { return m_vault; } // null: none
    Result<ProfileInfo> open(const QString &directory, const QString &name);
    bool isOpen() const { return m_workspace != nullptr; }
    // REQUIRES: isOpen()
    Workspace &workspace() { return *m_workspace; }
    SyncClient &client() { return *m_client; }
    ShopDesk &shop() { return *m_shop; }
    ReservationDesk &reservations() { return *m_reservations; }
    ProfileInfo profileInfo() const;
    // The history of a cart, up to date; kept at hand while the cart is watched.
    Result<const Chronicle *> chronicle(const CartId &cart);
    // The devices of the cart's members that the server said are connected; empty while we are not.
    const std::set<DeviceId> &onlineDevices(const CartId &cart) { return m_online[cart]; }
    const std::map<CartId, std::string> &refusedCarts() const { return m_refused; }

    // After the member's name, the server or the replica changed.
    void profileTouched() { Q_EMIT profileChanged(profileInfo()); }

    void watch(const CartId &cart);
    void unwatch(const CartId &cart);
    void edit(Ticket ticket, const CartId &cart, const std::string &label, const CartReplica::Action &action);
    enum class Step
    {
        Undo,
        Redo
    };
    void step(Ticket ticket, const CartId &cart, Step step);

    // "Work offline": no connection until it is taken back.
    void setWorkOffline(bool offline);
    bool worksOffline() const { return m_workOffline; }
    void syncNow();
    // After the profile's server changed.
    void reconnect();
    // After something other than edit() changed a cart here: created, joined, archived, merged, imported.
    void cartTouched(const CartId &cart, const std::vector<LineId> &lines, Ticket ticket = 0);

Q_SIGNALS:
    void profileChanged(const evencart::ProfileInfo &profile);
    void cartUpdated(const evencart::CartUpdate &update);
    void cartsChanged(const std::vector<evencart::CartSummary> &carts);
    void connectionChanged(const evencart::ConnectionState &state);
    void editEnded(const evencart::EditOutcome &outcome);
    // The server refused own edits: they were taken back, line by line.
    void editsRejected(const evencart::CartId &cart, const std::vector<std::uint64_t> &seqs);
    void membersUpdated(const evencart::CartId &cart, const std::vector<evencart::protocol::Member> &members);
    void presenceUpdated(const evencart::CartId &cart, const std::vector<evencart::protocol::MemberCursor> &cursors);
    void cartSettled(const evencart::CartId &cart);
    void newsArrived(const evencart::CartNews &news);
    void goodsUpdated(const evencart::GoodsUpdate &update);
    void openOrdersChanged(const evencart::OpenOrders &orders);
    void orderEnded(const evencart::OrderNews &news);
    void reservationsChanged(const std::vector<evencart::protocol::Reservation> &mine);
    // Nothing more can be saved until the user has done something.
    void storageBroken(const evencart::Error &reason);

private:
    struct Watched
    {
        Ticket ticket = 0;
        UndoState undo; // as last told
        // As last told, of the lines that are not settled: what can change without an edit.
        std::map<LineId, CartReplica::LineState> unsettled;
    };

    void connectClient();
    void finish(Ticket ticket, const CartId &cart, const std::string &label, Result<CartReplica::Edited> edited);
    void publish(const CartId &cart, CartUpdate::Source source, const std::vector<LineId> &touched);
    void publishWhole(const CartId &cart);
    void publishStates(const CartId &cart);
    void publishNews(const CartId &cart, const std::vector<LineId> &lines);
    void publishSummaries();
    void publishUndoStates();
    void publishConnection();
    static UndoState undoStateOf(CartReplica &replica);
    static CartUpdate headOf(const CartId &cart, const CartReplica &replica, const Watched &watched,
                             CartUpdate::Source source);
    // Tries anew what can be undone: now after an own edit, else soon.
    void renewUndo(const CartId &cart, CartReplica &replica, Watched &watched, CartUpdate::Source source);
    LineEntry entryOf(const CartReplica &replica, const LineView &line, Watched &watched) const;
    CartSummary summaryOf(const CartId &id, CartReplica &replica) const;

    const Clock &m_clock;
    RandomSource &m_random;
    KeyVault *m_vault = nullptr;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<SyncClient> m_client;
    std::unique_ptr<ShopDesk> m_shop;
    std::unique_ptr<ReservationDesk> m_reservations;
    std::map<CartId, Watched> m_watched;
    std::map<CartId, Chronicle> m_chronicles;
    std::map<CartId, std::set<DeviceId>> m_online;
    std::map<CartId, std::string> m_refused;
    QTimer m_summaries; // edits in a burst make one list of summaries
    // Whether an action can still be undone is tried on the cart, which takes long for one on thousands of lines: at
    // once after own edits, after those of others when a burst is over or every quarter of a second.
    QTimer m_undoStates;
    std::set<CartId> m_staleUndo;
    std::map<CartId, CartSummary> m_known;
    std::set<CartId> m_stale; // whose summary has to be made again
    bool m_workOffline = false;
    bool m_final = false;
};

} // namespace evencart
