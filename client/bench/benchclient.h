#pragma once

#include "base/systemclock.h"
#include "bench/workload.h"
#include "storage/memorystore.h"
#include "sync/clientengine.h"
#include "transport/websocketlink.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <optional>
#include <unordered_map>

namespace evencart::bench {

// One device in one cart on its own connection: the engine and the transport of the programs over a MemoryStore.
// Connects when it is made and never again: a connection that ends is the failure() of the measurement. Lives on one
// thread with an event loop.
class BenchClient : public QObject, private EngineHost
{
    Q_OBJECT

public:
    static Result<std::unique_ptr<BenchClient>> connect(const QUrl &url, const QString &cartName);

    // The op as a user's action: in the cart and on its way when this returns.
    Result<void> apply(const Op &op);

    // One thing of it, as a line that can be ordered.
    Result<void> want(const std::string &sku);
    // What the cart holds, at whatever price.
    void order(const std::string &key, ClientEngine::Answer<ClientEngine::OrderOutcome> answer);

    // Before edits of items that others added.
    void learnItems() { m_items->adoptLines(); }

    std::size_t count() const { return m_items->count(); }
    bool isLive() const { return m_engine.isLive(m_replica->record().id); }
    // Everything that was edited here is in the server's log.
    bool isAcknowledged() const { return m_replica->pendingCount() == 0; }
    const WorkloadCart &items() const { return *m_items; }
    const std::optional<Error> &failure() const { return m_failure; }

    // A change of a quantity or note that came from others.
    struct RemoteChange
    {
        std::optional<std::int64_t> quantity; // pieces
        std::optional<std::string> note;
    };
    using Listener = std::function<void(const RemoteChange &)>;
    void onRemote(Listener listener);

Q_SIGNALS:
    void failed(const evencart::Error &reason); // once

private:
    BenchClient();
    Result<void> start(const QUrl &url, const QString &cartName);

    struct Shown
    {
        std::int64_t quantity = 0;
        std::string note;
    };
    void fail(const Error &reason);
    static Shown shownOf(const LineView &line) { return {line.quantity, line.note}; }

    // EngineHost
    ShopCopy *shop() override { return &m_store.shop(); }
    void send(Bytes message) override { m_link.send(message); }
    void drop(const Error &reason, Retry retry) override;
    std::vector<CartId> cartsToSync() override { return {m_replica->record().id}; }
    CartReplica *cart(const CartId &id) override { return id == m_replica->record().id ? m_replica.get() : nullptr; }
    Result<void> mintReplica() override
    {
        return Error{ErrorCode::Refused, "The server knows this replica id already."};
    }
    std::string memberName() override { return "bench"; }
    Hlc memberNameStamp() override { return {}; }
    void cartChanged(const CartId &cart, const std::vector<LineId> &touched) override;
    void cartSynced(const CartId &) override {}
    void editsRejected(const CartId &, const std::vector<std::uint64_t> &) override;
    void cartRefused(const CartId &, const Error &reason) override { fail(reason); }
    void membersChanged(const CartId &, const std::vector<protocol::Member> &) override {}
    void presenceChanged(const CartId &, const std::vector<protocol::MemberCursor> &) override {}
    void storageFailed(const Error &reason) override { fail(reason); }

    SystemClock m_clock;
    MemoryStore m_store;
    HybridClock m_hlc;
    Credentials m_credentials;
    std::unique_ptr<CartReplica> m_replica;
    std::unique_ptr<WorkloadCart> m_items;
    ClientEngine m_engine;
    WebSocketLink m_link;
    QTimer m_tick;
    Listener m_listener;
    std::unordered_map<LineId, Shown> m_shown; // while somebody listens
    std::optional<Error> m_failure;
};

} // namespace evencart::bench
