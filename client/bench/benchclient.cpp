#include "bench/benchclient.h"

#include "bench/benchidentity.h"
#include "cart/orderable.h"

#include <utility>

namespace evencart::bench {

namespace {

constexpr int tickMilliseconds = 250;

} // namespace

BenchClient::BenchClient() : m_credentials(benchCredentials()), m_engine(*this, m_credentials, "evencart/bench") {}

Result<std::unique_ptr<BenchClient>> BenchClient::connect(const QUrl &url, const QString &cartName)
{
    std::unique_ptr<BenchClient> client(new BenchClient);
    if (auto started = client->start(url, cartName); !started)
        return started.error();
    return client;
}

Result<void> BenchClient::start(const QUrl &url, const QString &cartName)
{
    auto adopted =
        CartReplica::adopt({m_store, m_clock, m_hlc, m_credentials.memberId(), randomReplica()}, benchRecord(cartName));
    if (!adopted)
        return adopted.error();
    m_replica = std::move(*adopted);
    m_items = std::make_unique<WorkloadCart>(*m_replica);
    QObject::connect(&m_link, &WebSocketLink::opened, this, [this](const Fingerprint &server) {
        m_engine.connected(server, m_clock.monotonicMilliseconds());
        m_tick.start(tickMilliseconds);
    });
    QObject::connect(&m_link, &WebSocketLink::received, this,
                     [this](const Bytes &message) { m_engine.received(message); });
    QObject::connect(&m_link, &WebSocketLink::closed, this, [this](const Error &reason) {
        m_tick.stop();
        m_engine.disconnected();
        fail(reason);
    });
    QObject::connect(&m_tick, &QTimer::timeout, this, [this] { m_engine.tick(m_clock.monotonicMilliseconds()); });
    m_link.open(url, {});
    return {};
}

Result<void> BenchClient::apply(const Op &op)
{
    if (auto applied = m_items->apply(op); !applied)
        return applied;
    m_engine.cartEdited(m_replica->record().id);
    return m_failure ? Result<void>(*m_failure) : Result<void>();
}

Result<void> BenchClient::want(const std::string &sku)
{
    const auto edited = m_replica->edit("add " + sku, [&](Edit &edit) -> Result<void> {
        NewItem item;
        item.name = sku;
        item.sku = sku;
        const auto added = edit.add(item);
        return added ? Result<void>() : added.error();
    });
    if (!edited)
        return edited.error();
    m_engine.cartEdited(m_replica->record().id);
    return {};
}

void BenchClient::order(const std::string &key, ClientEngine::Answer<ClientEngine::OrderOutcome> answer)
{
    protocol::Checkout checkout;
    checkout.key = key;
    checkout.cart = m_replica->record().id;
    checkout.acceptPrices = true;
    for (const OrderableLine &line : orderableLines(m_replica->view()))
        checkout.lines.push_back({line.line, line.sku, line.quantity, {}, 0});
    m_engine.checkout(checkout, std::move(answer));
}

void BenchClient::fail(const Error &reason)
{
    if (m_failure)
        return;
    m_failure = reason;
    Q_EMIT failed(reason);
}

void BenchClient::drop(const Error &reason, Retry)
{
    fail(reason);
    // The engine is on the stack: it may be closed only when that has returned.
    QMetaObject::invokeMethod(&m_link, &WebSocketLink::close, Qt::QueuedConnection);
}

void BenchClient::editsRejected(const CartId &, const std::vector<std::uint64_t> &)
{
    fail({ErrorCode::Refused, "The server refused an edit."});
}

void BenchClient::onRemote(Listener listener)
{
    m_listener = std::move(listener);
    m_shown.clear();
    for (const LineView *line : m_replica->view().lines())
        m_shown[line->id] = shownOf(*line);
}

void BenchClient::cartChanged(const CartId &, const std::vector<LineId> &touched)
{
    if (!m_listener)
        return;
    for (const LineId &id : touched) {
        const LineView *line = m_replica->view().line(id);
        if (!line)
            continue;
        const Shown now = shownOf(*line);
        const Shown before = std::exchange(m_shown[id], now);
        RemoteChange change;
        if (now.quantity != before.quantity)
            change.quantity = piecesOf(now.quantity);
        if (now.note != before.note)
            change.note = now.note;
        if (change.quantity || change.note)
            m_listener(change);
    }
}

} // namespace evencart::bench
