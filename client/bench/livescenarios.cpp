#include "bench/livescenarios.h"

#include "bench/benchclient.h"
#include "bench/editwindows.h"
#include "bench/eventwait.h"
#include "bench/figures.h"
#include "bench/standardinput.h"

#include <algorithm>

namespace evencart::bench {

namespace {

constexpr double joinMilliseconds = 120'000;
constexpr double editMilliseconds = 10'000;
constexpr double quietMilliseconds = 1500; // until digests and cursors of a join have gone by
constexpr double lingerMilliseconds = 200; // for what was sent last
constexpr std::size_t fleetBatch = 50;     // that connect at the same time

using Clients = std::vector<std::unique_ptr<BenchClient>>;

Error tooSlow(const char *what)
{
    return {ErrorCode::Unreachable, std::string("The server took too long: ") + what + "."};
}

// Waits until `done` holds for all of them.
Result<void> waitForAll(const std::vector<BenchClient *> &clients, const std::function<bool(const BenchClient &)> &done,
                        const char *what)
{
    std::size_t ready = 0; // those before this one are
    const auto finished = [&] {
        while (ready < clients.size() && (done(*clients[ready]) || clients[ready]->failure()))
            ++ready;
        return ready == clients.size();
    };
    const bool inTime = waitUntil(finished, joinMilliseconds);
    for (const BenchClient *client : clients) {
        if (client->failure())
            return *client->failure();
    }
    return inTime ? Result<void>() : tooSlow(what);
}

Result<void> waitForItems(const std::vector<BenchClient *> &clients, std::size_t items)
{
    const auto complete = [items](const BenchClient &client) { return client.isLive() && client.count() >= items; };
    if (auto waited = waitForAll(clients, complete, "the items did not come"); !waited)
        return waited;
    for (BenchClient *client : clients)
        client->learnItems();
    return {};
}

std::vector<BenchClient *> pointersTo(const Clients &clients, std::size_t from = 0)
{
    std::vector<BenchClient *> pointers;
    std::transform(clients.begin() + static_cast<std::ptrdiff_t>(from), clients.end(), std::back_inserter(pointers),
                   [](const auto &client) { return client.get(); });
    return pointers;
}

std::vector<std::string> keysOf(const std::vector<Op> &ops)
{
    std::vector<std::string> keys;
    for (const Op &op : ops)
        keys.push_back(op.key);
    return keys;
}

Result<BenchClient *> join(Clients &clients, const QUrl &url, const QString &cart)
{
    auto client = BenchClient::connect(url, cart);
    if (!client)
        return client.error();
    return clients.emplace_back(std::move(*client)).get();
}

// A new client fills the cart, edit by edit; returns when the server has it all.
Result<void> fill(BenchClient &client, const std::vector<Op> &ops)
{
    std::size_t applied = 0;
    for (const Op &op : ops) {
        if (auto done = client.apply(op); !done)
            return done;
        if (++applied % 64 == 0)
            turnOnce();
    }
    return waitForAll(
        {&client}, [](const BenchClient &writer) { return writer.isAcknowledged(); },
        "not every edit was acknowledged");
}

} // namespace

Result<void> seedCart(const QUrl &url, const QString &cart, const QString &opsFile)
{
    const auto ops = readOps(opsFile);
    if (!ops)
        return ops.error();
    Clients clients;
    const auto writer = join(clients, url, cart);
    if (!writer)
        return writer.error();
    if (auto live = waitForItems({*writer}, 0); !live)
        return live;
    if (auto filled = fill(**writer, *ops); !filled)
        return filled;
    const auto second = join(clients, url, cart);
    if (!second)
        return second.error();
    if (auto joined = waitForItems({*second}, (*writer)->count()); !joined)
        return joined;
    print({{QStringLiteral("ok"), true}, {QStringLiteral("items"), qint64((*second)->count())}});
    waitFor(lingerMilliseconds);
    return {};
}

Result<void> coldJoin(const QUrl &url, const QString &cart, std::size_t items)
{
    StandardInput input;
    Clients clients;
    const double start = nowMilliseconds();
    const auto client = join(clients, url, cart);
    if (!client)
        return client.error();
    if (auto joined = waitForItems({*client}, items); !joined)
        return joined;
    QJsonObject figures{{QStringLiteral("ready"), true}, {QStringLiteral("ms"), nowMilliseconds() - start}};
    figures[QStringLiteral("items")] = qint64((*client)->count());
    figures[QStringLiteral("state")] = QString::fromStdString((*client)->items().stateHash());
    addMemory(figures);
    print(figures);
    input.waitForLine();
    return {};
}

Result<void> liveRelay(const QUrl &url, const QString &cart, const QString &opsFile, std::size_t readers)
{
    const auto ops = readOps(opsFile);
    if (!ops)
        return ops.error();
    StandardInput input;
    Clients clients;
    for (std::size_t i = 0; i <= readers; ++i) {
        if (auto client = join(clients, url, cart); !client)
            return client.error();
        if (clients.size() % fleetBatch != 0 && i != readers)
            continue;
        if (auto joined = waitForItems(pointersTo(clients), ops->size()); !joined)
            return joined;
    }
    print({{QStringLiteral("ready"), true}, {QStringLiteral("readers"), qint64(readers)}});
    EditWindows windows({{clients.front().get(), pointersTo(clients, 1)}}, keysOf(*ops));
    windows.obey(input);
    return {};
}

namespace {

// Connects a client to each of the carts first, first + 1, ... and waits until all are live.
Result<Clients> joinFleet(const QUrl &url, std::size_t first, std::size_t count, std::size_t items)
{
    Clients clients;
    for (std::size_t i = first; i < first + count; ++i) {
        if (auto client = join(clients, url, QStringLiteral("fleet-%1").arg(i)); !client)
            return client.error();
    }
    if (auto joined = waitForItems(pointersTo(clients), items); !joined)
        return joined.error();
    return clients;
}

} // namespace

Result<void> manyCarts(const QUrl &url, std::size_t carts, const QString &opsFile)
{
    const auto ops = readOps(opsFile);
    if (!ops)
        return ops.error();
    StandardInput input;
    Clients all;
    std::vector<EditWindows::Cart> fleet;
    for (std::size_t first = 0; first < carts; first += fleetBatch) {
        const std::size_t count = std::min(fleetBatch, carts - first);
        auto writers = joinFleet(url, first, count, 0);
        if (!writers)
            return writers.error();
        for (const auto &writer : *writers) {
            if (auto filled = fill(*writer, *ops); !filled)
                return filled;
        }
        auto readers = joinFleet(url, first, count, ops->size());
        if (!readers)
            return readers.error();
        for (std::size_t i = 0; i < count; ++i)
            fleet.push_back({(*writers)[i].get(), {(*readers)[i].get()}});
        std::move(writers->begin(), writers->end(), std::back_inserter(all));
        std::move(readers->begin(), readers->end(), std::back_inserter(all));
    }
    print({{QStringLiteral("ready"), true}, {QStringLiteral("connections"), qint64(all.size())}});
    EditWindows windows(std::move(fleet), keysOf(*ops));
    windows.obey(input);
    return {};
}

Result<void> wireCost(const WireRun &run)
{
    const auto ops = readOps(run.ops);
    if (!ops)
        return ops.error();
    StandardInput input;
    Clients clients;
    for (const QUrl &url : {run.writerUrl, run.readerUrl}) {
        if (auto client = join(clients, url, run.cart); !client)
            return client.error();
    }
    if (auto joined = waitForItems(pointersTo(clients), ops->size()); !joined)
        return joined;
    int seen = 0;
    clients[1]->onRemote([&seen](const BenchClient::RemoteChange &change) { seen += change.quantity ? 1 : 0; });
    waitFor(quietMilliseconds);
    print({{QStringLiteral("ready"), true}});
    if (!input.waitForLine())
        return {};
    Op edit;
    edit.kind = Op::Kind::Quantity;
    for (int i = 0; i < run.edits; ++i) {
        edit.key = (*ops)[static_cast<std::size_t>(i) % ops->size()].key;
        edit.quantity = run.firstQuantity + i;
        if (auto edited = clients[0]->apply(edit); !edited)
            return edited;
        if (!waitUntil([&] { return seen > i; }, editMilliseconds))
            return tooSlow("an edit was not seen");
        waitFor(20);
    }
    waitFor(300);
    print({{QStringLiteral("edits"), run.edits}, {QStringLiteral("seen"), seen}});
    input.waitForLine();
    return {};
}

} // namespace evencart::bench
