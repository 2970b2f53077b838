// Writes what this release leaves on disks and in messages, for the tests of later ones:
//     evencart_release_data DIR
// DIR must not exist. See tests/data/releases/README.md.
#include "cart/cartmerge.h"
#include "crdt/statecodec.h"
#include "store/sqlitelogstore.h"
#include "support/loopback.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>

using namespace evencart;
using namespace evencart::test;

namespace {

void write(const QString &path, const Bytes &bytes)
{
    QFile file(path);
    const auto size = static_cast<qint64>(bytes.size());
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), size) != size)
        throw std::runtime_error("cannot write " + path.toStdString());
}

void edit(CartReplica &cart, const std::string &label, const CartReplica::Action &action)
{
    need(cart.edit(label, action));
}

void add(CartReplica &cart, const NewItem &item)
{
    edit(cart, "add " + item.name, [&](Edit &edit) -> Result<void> {
        const auto added = edit.add(item);
        return added ? Result<void>() : added.error();
    });
}

NewItem item(const std::string &name, std::int64_t thousandths = 1000)
{
    NewItem item;
    item.name = name;
    item.quantity = thousandths;
    return item;
}

void change(CartReplica &cart, const std::string &name,
            const std::function<Result<void>(Edit &, const LineId &)> &action)
{
    const LineId line = cart.view().find(name).at(0)->id;
    edit(cart, "change " + name, [&](Edit &edit) { return action(edit, line); });
}

// Something of every kind of fact.
void fill(Workspace &ann, const CartId &id, const CartId &otherId)
{
    CartReplica &cart = *need(ann.cart(id));
    NewItem milk = item("milk", 2000);
    milk.unit = "l";
    milk.note = "the fresh one";
    milk.category = "dairy";
    milk.price = Money{"EUR", 119};
    add(cart, milk);
    for (const char *name : {"bread", "Käse", "rice", "soap", "candles"})
        add(cart, item(name));
    add(*need(ann.cart(otherId)), item("charcoal", 3000));
    edit(cart, "merge", [&](Edit &edit) -> Result<void> {
        const auto merged = mergeCart(edit, need(ann.cart(otherId))->view());
        return merged ? Result<void>() : merged.error();
    });
    change(cart, "bread", [](Edit &edit, const LineId &line) { return edit.increase(line, 2000); });
    change(cart, "Käse", [](Edit &edit, const LineId &line) { return edit.setQuantity(line, 250); });
    change(cart, "rice", [](Edit &edit, const LineId &line) { return edit.rename(line, "brown rice"); });
    change(cart, "soap", [](Edit &edit, const LineId &line) { return edit.remove(line); });
    change(cart, "candles", [](Edit &edit, const LineId &line) { return edit.check(line); });
    change(cart, "milk", [](Edit &edit, const LineId &line) { return edit.like(line); });
    change(cart, "bread", [&](Edit &edit, const LineId &line) { return edit.assign(line, ann.self()); });
    change(cart, "candles", [](Edit &edit, const LineId &line) {
        return place(edit, {line}, {Placement::Where::First, {}}, "salt");
    });
}

std::string linesOf(const CartReplica &cart)
{
    std::string text;
    for (const LineView *line : cart.view().lines())
        text += "line " + std::to_string(line->quantity) + (line->checked ? " bought " : " open ") + line->name + "\n";
    return text;
}

void writeDeltas(Workspace &ann, const CartId &id, const QString &directory)
{
    QDir().mkpath(directory);
    int number = 0;
    for (const StoredDelta &stored : need(ann.profile().store().history(id))) {
        if (stored.kind == StoredDelta::Kind::Accepted)
            write(directory + QStringLiteral("/%1.delta").arg(++number, 3, 10, QLatin1Char('0')), stored.bytes);
    }
}

void make(const QString &directory)
{
    QTemporaryDir work;
    qputenv("XDG_STATE_HOME", QFile::encodeName(work.filePath(QStringLiteral("state"))));
    ManualClock clock;
    SeededRandom random(1);
    if (QDir(directory).exists() || !QDir().mkpath(directory + QStringLiteral("/server")))
        throw std::runtime_error("the directory exists or cannot be made");
    auto log = need(store::SqliteLogStore::open((directory + QStringLiteral("/server")).toStdString(),
                                                store::SqliteLogStore::Mode::Own));
    relay::ServerOptions options;
    options.snapshots.everyEntries = 12;
    options.snapshots.keepMilliseconds = 0; // so that there is a snapshot and a trimmed log
    LoopbackServer server(*log, clock, options);
    auto ann = need(Workspace::open(directory + QStringLiteral("/profile"), QStringLiteral("Ann"), clock, random));
    auto ben = need(Workspace::open(work.filePath(QStringLiteral("ben")), QStringLiteral("Ben"), clock, random));
    const auto sync = [&](Workspace &workspace) {
        LoopbackClient client(workspace, server, clock);
        if (!client.sync())
            throw std::runtime_error("the carts do not come to rest");
    };
    const CartId id = need(ann->createCart("Groceries"));
    fill(*ann, id, need(ann->createCart("Barbecue")));
    letIn(*ann, *ben, id);
    sync(*ann);
    sync(*ben);
    writeDeltas(*ann, id, directory + QStringLiteral("/deltas"));
    write(directory + QStringLiteral("/snapshot.state"), encodeState(need(ann->cart(id))->base()));
    std::string expected =
        "cart " + id.toString() + "\ndigest " + toHex(asBytes(need(ann->cart(id))->baseDigest())) + "\n";
    // Ann goes offline and Ben goes on.
    CartReplica &hers = *need(ann->cart(id));
    add(hers, item("olives"));
    change(hers, "bread", [](Edit &edit, const LineId &line) { return edit.remove(line); });
    ann.reset();
    CartReplica &his = *need(ben->cart(id));
    change(his, "milk", [](Edit &edit, const LineId &line) { return edit.increase(line, 1000); });
    change(his, "bread", [](Edit &edit, const LineId &line) { return edit.increase(line, 1000); });
    change(his, "milk", [](Edit &edit, const LineId &line) { return edit.setNote(line, "any will do"); });
    sync(*ben);
    // What it has to come to when the two meet is what it comes to on copies of them, now.
    QDir().mkpath(work.filePath(QStringLiteral("ann")));
    for (const char *name : {"carts.db", "keys"})
        QFile::copy(directory + QStringLiteral("/profile/") + QLatin1String(name),
                    work.filePath(QStringLiteral("ann/")) + QLatin1String(name));
    need(log->backUpTo(work.filePath(QStringLiteral("evencartd.db")).toStdString()));
    auto copyOfLog = need(store::SqliteLogStore::open(work.path().toStdString(), store::SqliteLogStore::Mode::Own));
    LoopbackServer later(*copyOfLog, clock);
    ann = need(Workspace::open(work.filePath(QStringLiteral("ann")), QStringLiteral("Ann"), clock, random));
    LoopbackClient client(*ann, later, clock);
    if (!client.sync())
        throw std::runtime_error("the copies do not come to rest");
    write(directory + QStringLiteral("/expected.txt"), expected + linesOf(*need(ann->cart(id))));
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("usage: evencart_release_data DIR\n", stderr);
        return 2;
    }
    try {
        const QString directory = QFile::decodeName(argv[1]);
        make(directory);
        QFile::remove(directory + QStringLiteral("/server/evencartd.lock"));
    } catch (const std::exception &error) {
        std::fprintf(stderr, "evencart_release_data: %s\n", error.what());
        return 1;
    }
    return 0;
}
