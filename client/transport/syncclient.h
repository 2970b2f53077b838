#pragma once

#include "sync/clientengine.h"
#include "transport/backoff.h"
#include "transport/websocketlink.h"
#include "workspace/workspace.h"

#include <QObject>
#include <QTimer>

namespace evencart {

// Keeps a workspace in sync with its server: connects, connects again (exponential back-off with jitter, at once when
// asked), runs a ClientEngine over the connection and turns what happens into signals. Lives on the workspace's thread;
// signals are emitted from the event loop, never from inside a call of start(), edited() or syncNow().
class SyncClient : public QObject, private EngineHost
{
    Q_OBJECT

public:
    enum class Status
    {
        Stopped,
        Offline,
        Connecting,
        Online
    };
    Q_ENUM(Status)

    explicit SyncClient(Workspace &workspace, QObject *parent = nullptr);
    ~SyncClient() override;

    // Connects to the profile's server. Which carts: all that are not archived.
    void start();
    void stop();
    // After an edit of that cart through its CartReplica.
    void edited(const CartId &cart);
    // Connects now instead of when the back-off says so.
    void retryNow();

    Status status() const { return m_status; }
    // Nothing pending anywhere, every cart at the server's head with equal digests.
    bool isSettled() const;
    bool isSettled(const CartId &cart) const { return m_engine.isSettled(cart); }
    // Online, live, and nothing waits: what the others have done is here and what was done here is there. Digests are
    // compared after that, while edits keep coming at longer intervals.
    bool isCaughtUp(const CartId &cart) const;
    bool isCaughtUp() const; // with every cart
    const std::optional<Error> &lastError() const { return m_lastError; }

    bool hasGoods() const { return m_engine.hasGoods(); }
    Result<void> canAskTheShop() const { return m_engine.canAskTheShop(); }

    // REQUIRES: Online; otherwise they answer Unreachable.
    void refreshGoods(ClientEngine::Answer<ShopRecord> answer) { m_engine.refreshGoods(std::move(answer)); }
    void readOrders(std::uint64_t before, ClientEngine::Answer<protocol::Orders> answer)
    {
        m_engine.readOrders(before, std::move(answer));
    }
    void checkout(const protocol::Checkout &checkout, ClientEngine::Answer<ClientEngine::OrderOutcome> answer)
    {
        m_engine.checkout(checkout, std::move(answer));
    }
    void askOrder(const std::string &key, std::uint64_t attempt,
                  ClientEngine::Answer<ClientEngine::OrderOutcome> answer)
    {
        m_engine.askOrder(key, attempt, std::move(answer));
    }
    void reserve(const protocol::Reserve &reserve, ClientEngine::Answer<ClientEngine::ReserveOutcome> answer)
    {
        m_engine.reserve(reserve, std::move(answer));
    }
    void release(const CartId &cart, const std::string &sku, ClientEngine::Answer<protocol::Reservations> answer)
    {
        m_engine.release(cart, sku, std::move(answer));
    }
    void readReservations(ClientEngine::Answer<protocol::Reservations> answer)
    {
        m_engine.readReservations(std::move(answer));
    }
    std::uint64_t serverTime() const { return m_engine.serverTime(); }
    void invite(const ClientEngine::Invitation &invitation, ClientEngine::Answer<protocol::Invited> answer)
    {
        m_engine.invite(invitation, std::move(answer));
    }
    void join(const CartId &cart, const KeyPair &key, ClientEngine::Answer<protocol::Joined> answer)
    {
        m_engine.join(cart, key, std::move(answer));
    }
    void administer(std::vector<std::string> words, Bytes file, ClientEngine::Answer<std::string> answer)
    {
        m_engine.administer(std::move(words), std::move(file), std::move(answer));
    }
    void listMembers(const CartId &cart, ClientEngine::Answer<protocol::Members> answer)
    {
        m_engine.listMembers(cart, std::move(answer));
    }
    void setRole(const CartId &cart, const MemberId &member, protocol::RoleChange change,
                 ClientEngine::Answer<protocol::Members> answer)
    {
        m_engine.setRole(cart, member, change, std::move(answer));
    }

Q_SIGNALS:
    void statusChanged(evencart::SyncClient::Status status);
    void welcomed(); // the server knows who we are: requests can be made
    void cartChangedRemotely(const evencart::CartId &cart, const std::vector<evencart::LineId> &lines);
    void cartSettled(const evencart::CartId &cart);
    void rejected(const evencart::CartId &cart, const std::vector<std::uint64_t> &seqs);
    void cartRefusedByServer(const evencart::CartId &cart, const evencart::Error &reason);
    void membersUpdated(const evencart::CartId &cart, const std::vector<evencart::protocol::Member> &members);
    void presenceUpdated(const evencart::CartId &cart, const std::vector<evencart::protocol::MemberCursor> &cursors);
    void goodsUpdated(); // the copy in the profile has changed
    // The connection failed or ended; it is tried again unless `final`.
    void failed(const evencart::Error &reason, bool final);
    // The local disk: nothing more can be saved until the user has done something.
    void storageBroken(const evencart::Error &reason);

private:
    void connectNow();
    void linkOpened(const Fingerprint &server);
    void linkReceived(const Bytes &message);
    void linkEnded(const Error &reason);
    bool endIfDropped();
    void scheduleRetry(Retry retry);
    void setStatus(Status status);

    // EngineHost
    void send(Bytes message) override;
    void drop(const Error &reason, Retry retry) override;
    std::vector<CartId> cartsToSync() override;
    CartReplica *cart(const CartId &id) override;
    Result<void> mintReplica() override { return m_workspace.mintReplica(); }
    std::string memberName() override { return m_workspace.profile().record().memberName; }
    Hlc memberNameStamp() override { return m_workspace.profile().record().nameStamp; }
    void cartChanged(const CartId &cart, const std::vector<LineId> &touched) override
    {
        Q_EMIT cartChangedRemotely(cart, touched);
    }
    void cartSynced(const CartId &cart) override { Q_EMIT cartSettled(cart); }
    void editsRejected(const CartId &cart, const std::vector<std::uint64_t> &seqs) override
    {
        Q_EMIT rejected(cart, seqs);
    }
    void cartRefused(const CartId &cart, const Error &reason) override { Q_EMIT cartRefusedByServer(cart, reason); }
    void membersChanged(const CartId &cart, const std::vector<protocol::Member> &members) override;
    void presenceChanged(const CartId &cart, const std::vector<protocol::MemberCursor> &cursors) override
    {
        Q_EMIT presenceUpdated(cart, cursors);
    }
    void storageFailed(const Error &reason) override { Q_EMIT storageBroken(reason); }
    ShopCopy *shop() override { return &m_workspace.profile().store().shop(); }
    std::uint64_t wallMilliseconds() override { return m_workspace.clock().wallMilliseconds(); }
    void goodsChanged() override { Q_EMIT goodsUpdated(); }

    Workspace &m_workspace;
    ClientEngine m_engine;
    WebSocketLink m_link;
    Backoff m_backoff;
    QTimer m_retry;
    QTimer m_tick;
    Status m_status = Status::Stopped;
    std::optional<Error> m_lastError;
    bool m_wasWelcome = false;
    std::optional<std::pair<Error, Retry>> m_dropping;
};

} // namespace evencart
