#include "bench/localscenarios.h"

#include "base/systemclock.h"
#include "bench/benchidentity.h"
#include "bench/figures.h"
#include "bench/workload.h"
#include "crdt/statecodec.h"
#include "protocol/codec.h"
#include "protocol/protocollimits.h"
#include "storage/memorystore.h"
#include "storage/sqlitestore.h"

#include <QDir>
#include <QDirIterator>

#include <algorithm>
#include <memory>

namespace evencart::bench {

namespace {

constexpr const char *durability = "SQLite, journal_mode=WAL, synchronous=FULL: fsync before an edit returns";
const QString cartName = QStringLiteral("local");

// A replica with everything that it needs around it.
struct Local
{
    std::unique_ptr<ProfileStore> store;
    SystemClock clock;
    HybridClock hlc;
    std::unique_ptr<CartReplica> cart;

    ReplicaContext context(ReplicaId replica) { return {*store, clock, hlc, benchCredentials().memberId(), replica}; }
};

Result<std::unique_ptr<Local>> freshIn(std::unique_ptr<ProfileStore> store)
{
    auto local = std::make_unique<Local>();
    local->store = std::move(store);
    auto cart = CartReplica::adopt(local->context(randomReplica()), benchRecord(cartName));
    if (!cart)
        return cart.error();
    local->cart = std::move(*cart);
    return local;
}

Result<std::unique_ptr<ProfileStore>> storeIn(const QString &directory)
{
    QDir().mkpath(directory);
    auto store = SqliteStore::open((directory + QStringLiteral("/carts.db")).toStdString());
    if (!store)
        return store.error();
    return std::unique_ptr<ProfileStore>(std::move(*store));
}

qint64 bytesIn(const QString &directory)
{
    qint64 bytes = 0;
    QDirIterator files(directory, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

struct Run
{
    std::size_t ops = 0;
    double seconds = 0;
    std::vector<double> latencies; // milliseconds
};

Result<Run> run(WorkloadCart &cart, const std::vector<Op> &ops, double capSeconds)
{
    Run result;
    const double start = nowMilliseconds();
    double last = start;
    for (const Op &op : ops) {
        if (auto applied = cart.apply(op); !applied)
            return applied.error();
        const double now = nowMilliseconds();
        result.latencies.push_back(now - last);
        last = now;
        ++result.ops;
        if (now - start > capSeconds * 1000)
            break;
    }
    result.seconds = (last - start) / 1000;
    return result;
}

QJsonObject figuresOf(const Run &run, const std::vector<Op> &ops, const WorkloadCart &cart)
{
    QJsonObject figures{{QStringLiteral("ops"), qint64(run.ops)},
                        {QStringLiteral("truncated"), run.ops < ops.size()},
                        {QStringLiteral("seconds"), run.seconds},
                        {QStringLiteral("ops_per_s"), double(run.ops) / run.seconds},
                        {QStringLiteral("items"), qint64(cart.count())},
                        {QStringLiteral("state"), QString::fromStdString(cart.stateHash())}};
    addMemory(figures);
    return figures;
}

} // namespace

Result<void> localApply(const QString &opsFile, double capSeconds)
{
    const auto ops = readOps(opsFile);
    if (!ops)
        return ops.error();
    auto local = freshIn(std::make_unique<MemoryStore>());
    if (!local)
        return local.error();
    WorkloadCart cart(*(*local)->cart);
    const auto done = run(cart, *ops, capSeconds);
    if (!done)
        return done.error();
    print(figuresOf(*done, *ops, cart));
    return {};
}

Result<void> durableEdits(const QString &opsFile, const QString &directory, double capSeconds)
{
    const auto ops = readOps(opsFile);
    if (!ops)
        return ops.error();
    auto store = storeIn(directory);
    if (!store)
        return store.error();
    auto local = freshIn(std::move(*store));
    if (!local)
        return local.error();
    WorkloadCart cart(*(*local)->cart);
    auto done = run(cart, *ops, capSeconds);
    if (!done)
        return done.error();
    QJsonObject figures = figuresOf(*done, *ops, cart);
    (*local)->cart.reset();
    (*local)->store.reset();
    std::sort(done->latencies.begin(), done->latencies.end());
    figures[QStringLiteral("p50_us")] = percentile(done->latencies, 50) * 1000;
    figures[QStringLiteral("p99_us")] = percentile(done->latencies, 99) * 1000;
    figures[QStringLiteral("max_us")] = done->latencies.empty() ? 0 : done->latencies.back() * 1000;
    figures[QStringLiteral("disk_bytes")] = bytesIn(directory);
    figures[QStringLiteral("durability")] = QString::fromLatin1(durability);
    print(figures);
    return {};
}

namespace {

// What a replica's pending deltas look like on their way to the others: the messages that the server relays.
Result<std::vector<Bytes>> outgoing(CartReplica &cart)
{
    const auto pending = cart.pending();
    if (!pending)
        return pending.error();
    std::vector<Bytes> messages;
    protocol::Records batch{1, cart.record().cursor + 1, {}};
    std::size_t bytes = 0;
    const auto send = [&] {
        messages.push_back(protocol::encode(protocol::ServerMessage(batch)));
        batch.first += batch.records.size();
        batch.records.clear();
        bytes = 0;
    };
    for (const PendingDelta &delta : **pending) {
        if (batch.records.size() == protocol::recordsPerMessage || bytes + delta.bytes.size() > protocol::recordsBytes)
            send();
        bytes += delta.bytes.size();
        batch.records.push_back(protocol::AcceptedDelta{delta.bytes, {}});
    }
    if (!batch.records.empty())
        send();
    return messages;
}

Result<void> receive(CartReplica &cart, const std::vector<Bytes> &messages)
{
    for (const Bytes &message : messages) {
        const auto decoded = protocol::decodeServerMessage(message);
        if (!decoded)
            return decoded.error();
        const auto &records = std::get<protocol::Records>(*decoded);
        const auto applied = cart.applyRecords(records.first, records.records);
        if (!applied)
            return applied.error();
    }
    return {};
}

Result<void> applyAll(WorkloadCart &cart, const QString &file)
{
    const auto ops = readOps(file);
    if (!ops)
        return ops.error();
    for (const Op &op : *ops) {
        if (auto applied = cart.apply(op); !applied)
            return applied;
    }
    return {};
}

// Both replicas hold the base as sequenced by a server.
Result<std::unique_ptr<Local>> forkOf(const State &base, std::uint64_t position)
{
    auto local = freshIn(std::make_unique<MemoryStore>());
    if (!local)
        return local;
    const auto applied = (*local)->cart->applySnapshot(base, position, CartReplica::Cursor::Moves);
    if (!applied)
        return applied.error();
    return local;
}

} // namespace

Result<void> offlineMerge(const QString &baseFile, const QString &aFile, const QString &bFile)
{
    auto seed = freshIn(std::make_unique<MemoryStore>());
    if (!seed)
        return seed.error();
    WorkloadCart seedCart(*(*seed)->cart);
    if (auto applied = applyAll(seedCart, baseFile); !applied)
        return applied;
    const std::uint64_t position = (*seed)->cart->record().ownSeq;
    if (auto acked = (*seed)->cart->applyAck(1, 1, position, {}); !acked)
        return acked.error();
    const State base = (*seed)->cart->base();

    std::unique_ptr<Local> sides[2];
    std::unique_ptr<WorkloadCart> carts[2];
    const QString files[2] = {aFile, bFile};
    for (int i = 0; i < 2; ++i) {
        auto side = forkOf(base, position);
        if (!side)
            return side.error();
        sides[i] = std::move(*side);
        carts[i] = std::make_unique<WorkloadCart>(*sides[i]->cart);
        carts[i]->adoptLines();
        if (auto applied = applyAll(*carts[i], files[i]); !applied)
            return applied;
    }

    const double start = nowMilliseconds();
    const auto fromA = outgoing(*sides[0]->cart);
    const auto fromB = outgoing(*sides[1]->cart);
    if (!fromA || !fromB)
        return fromA ? fromB.error() : fromA.error();
    if (auto done = receive(*sides[1]->cart, *fromA); !done)
        return done;
    if (auto done = receive(*sides[0]->cart, *fromB); !done)
        return done;
    // Equal to every reader, not only to the kernel.
    const bool sameLines = sides[0]->cart->view().lines().size() == sides[1]->cart->view().lines().size();
    const double milliseconds = nowMilliseconds() - start;

    std::size_t bytes = 0;
    for (const auto *messages : {&*fromA, &*fromB}) {
        for (const Bytes &message : *messages)
            bytes += message.size();
    }
    QJsonObject figures{{QStringLiteral("ms"), milliseconds},
                        {QStringLiteral("bytes"), qint64(bytes)},
                        {QStringLiteral("messages"), qint64(fromA->size() + fromB->size())},
                        {QStringLiteral("equal"), sameLines && carts[0]->stateHash() == carts[1]->stateHash()},
                        {QStringLiteral("items"), qint64(carts[0]->count())},
                        {QStringLiteral("state"), QString::fromStdString(carts[0]->stateHash())}};
    addMemory(figures);
    print(figures);
    return {};
}

Result<void> saveHistory(const QString &opsFile, const QString &directory)
{
    auto store = storeIn(directory);
    if (!store)
        return store.error();
    auto local = freshIn(std::move(*store));
    if (!local)
        return local.error();
    WorkloadCart cart(*(*local)->cart);
    if (auto applied = applyAll(cart, opsFile); !applied)
        return applied;
    print({{QStringLiteral("ok"), true},
           {QStringLiteral("items"), qint64(cart.count())},
           {QStringLiteral("state"), QString::fromStdString(cart.stateHash())}});
    return {};
}

Result<void> coldOpen(const QString &directory)
{
    const double start = nowMilliseconds();
    Local local;
    auto store = storeIn(directory);
    if (!store)
        return store.error();
    local.store = std::move(*store);
    const auto records = local.store->carts();
    if (!records)
        return records.error();
    if (records->empty())
        return Error{ErrorCode::NotFound, "There is no cart in " + directory.toStdString() + "."};
    auto cart = CartReplica::open(local.context(records->front().ownReplica), records->front().id);
    if (!cart)
        return cart.error();
    const WorkloadCart opened(**cart);
    const std::int64_t total = opened.totalMinor();
    QJsonObject figures{{QStringLiteral("ready"), true},
                        {QStringLiteral("open_ms"), nowMilliseconds() - start},
                        {QStringLiteral("total"), qint64(total)},
                        {QStringLiteral("items"), qint64(opened.count())}};
    addMemory(figures);
    print(figures);
    print({{QStringLiteral("state"), QString::fromStdString(opened.stateHash())}});
    return {};
}

} // namespace evencart::bench
