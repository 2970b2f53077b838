#include "relay/admincommands.h"
#include "serverbench.h"
#include "store/sqlitelogstore.h"
#include "store/sqliterestore.h"

#include <QTemporaryDir>
#include <QTest>

using namespace evencart;
using namespace evencart::test;

namespace {

// A cart with 25 notes, two snapshots and a void, through a real core.
void fill(Bench &bench, TestPeer &ann)
{
    bench.options.snapshots.everyEntries = 10;
    bench.restart();
    ann.found();
    ann.connectAndOpen();
    for (int i = 0; i < 24; ++i) {
        ann.write("note");
        bench.tick();
    }
    Delta bad = ann.makeDelta("x");
    bad.author = {};
    ann.push({encodeDelta(bad)});
    ann.read();
}

} // namespace

class TestAdminCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initCrypto().ok()); }

    void cartsAndMembersAreSummarised()
    {
        Bench bench;
        TestPeer ann(bench, 1);
        fill(bench, ann);
        const auto carts = relay::summariseCarts(bench.store);
        QCOMPARE(carts->size(), size_t(1));
        QCOMPARE(carts->at(0).usage.entries, std::uint64_t(25));
        QCOMPARE(carts->at(0).members, size_t(1));
        QCOMPARE(*relay::summariseCart(bench.store, ann.cart), carts->at(0));
        const auto members = relay::summariseMembers(bench.store, ann.cart);
        QCOMPARE(members->at(0).name, std::string("Ann"));
        QCOMPARE(members->at(0).devices, size_t(1));
        QCOMPARE(relay::summariseCart(bench.store, CartId()).error().code, ErrorCode::NotFound);
        QCOMPARE(relay::summariseMembers(bench.store, CartId()).error().code, ErrorCode::NotFound);
    }
    void aSoundLogHasNoFindings()
    {
        Bench bench;
        TestPeer ann(bench, 1);
        fill(bench, ann);
        const auto verified = relay::verifyLog(bench.store, std::nullopt);
        QVERIFY2(verified->findings.empty(), verified->findings.empty() ? "" : verified->findings[0].c_str());
        QCOMPARE(verified->entries, std::uint64_t(25));
        QCOMPARE(verified->snapshots, std::uint64_t(2));
    }
    void aCompactedLogHasNoFindingsEither()
    {
        Bench bench;
        TestPeer ann(bench, 1);
        fill(bench, ann);
        bench.clock.pass(1);
        QCOMPARE(*relay::compact(bench.store, ann.cart, {1, 1, 0}, bench.clock.wall), std::uint64_t(20));
        QCOMPARE((*bench.store.cart(ann.cart))->snapshotPosition, std::uint64_t(25));
        const auto verified = relay::verifyLog(bench.store, ann.cart);
        QVERIFY2(verified->findings.empty(), verified->findings.empty() ? "" : verified->findings[0].c_str());
        bench.restart();
        ann.connectAndOpen();
        QVERIFY(ann.isEqualToServer());
    }
    void everyKindOfDamageIsFound()
    {
        const auto findings = [](const std::function<void(Bench &, const CartId &)> &damage) {
            Bench bench;
            TestPeer ann(bench, 1);
            fill(bench, ann);
            if (!bench.store.begin())
                qFatal("store");
            damage(bench, ann.cart);
            if (!bench.store.commit())
                qFatal("store");
            return relay::verifyLog(bench.store, std::nullopt)->findings.size();
        };
        const auto done = [](const Result<void> &result) {
            if (!result)
                qFatal("store");
        };
        QVERIFY(findings([&](Bench &bench, const CartId &cart) { // a changed vector
                    done(bench.store.putVector(cart, {ReplicaId{1}, 99, {}, 0, 0}));
                }) > 0);
        QVERIFY(findings([&](Bench &bench, const CartId &cart) { // a snapshot of something else
                    auto row = bench.store.snapshots(cart)->at(1);
                    row.digest = {};
                    done(bench.store.putSnapshot(cart, row, **bench.store.snapshotContent(cart, row.position)));
                }) > 0);
        QVERIFY(findings([&](Bench &bench, const CartId &cart) { // damaged snapshot bytes
                    done(bench.store.putSnapshot(cart, bench.store.snapshots(cart)->at(1), "damaged"));
                }) > 0);
        QVERIFY(findings([&](Bench &bench, const CartId &cart) { // trimmed too far
                    done(bench.store.trim(cart, 24));
                }) > 0);
        QVERIFY(findings([&](Bench &bench, const CartId &cart) { // other bytes under a hash
                    auto entry = bench.store.entries(cart, 25, 1, 9)->front();
                    entry.position = 26;
                    entry.seq = 26;
                    entry.record = protocol::AcceptedDelta{"rubbish", {}};
                    done(bench.store.append(cart, entry));
                    auto row = **bench.store.cart(cart);
                    row.head = 26;
                    done(bench.store.updateCart(row));
                }) > 0);
    }
    void aDeletedCartIsGoneUntilSomebodyBringsItBack()
    {
        Bench bench;
        TestPeer ann(bench, 1);
        fill(bench, ann);
        QVERIFY(relay::deleteCart(bench.store, ann.cart).ok());
        QCOMPARE(relay::deleteCart(bench.store, ann.cart).error().code, ErrorCode::NotFound);
        bench.restart();
        ann.connectAndOpen();
        QCOMPARE(ann.opened->mode, protocol::CatchUp::Repair);
        ann.repairWithState();
        ann.read();
        QVERIFY(ann.isEqualToServer());
    }
    // The same core on the real store, across a backup and a restore.
    void aRestoredServerIsHealedByItsClients()
    {
        QTemporaryDir dir;
        const std::string folder = dir.path().toStdString();
        const std::string backup = dir.filePath(QStringLiteral("backup.db")).toStdString();
        Bench bench;
        TestPeer ann(bench, 1);
        const auto serve = [&](const std::function<void(store::SqliteLogStore &)> &work) {
            auto opened = store::SqliteLogStore::open(folder, store::SqliteLogStore::Mode::Own);
            QVERIFY(opened.ok());
            bench.gateway = FakeGateway();
            bench.core =
                std::make_unique<relay::ServerCore>(**opened, bench.gateway, bench.clock, bench.random, bench.options);
            QVERIFY(bench.core->start().ok());
            ann.connectAndOpen();
            work(**opened);
            QVERIFY(bench.core->finish().ok());
            bench.core.reset();
        };
        ann.found();
        serve([&](store::SqliteLogStore &log) {
            ann.write("kept");
            QVERIFY(log.backUpTo(backup).ok());
            ann.write("after the backup");
            QVERIFY(ann.isEqualToServer());
        });
        const Epoch before = ann.epoch;
        QVERIFY(store::restoreSqliteLog(folder, backup, bench.random, bench.clock).ok());
        serve([&](store::SqliteLogStore &log) {
            QVERIFY(ann.epoch != before);
            QCOMPARE(ann.opened->mode, protocol::CatchUp::Repair);
            ann.repairWithDeltas(ann.log);
            ann.read();
            QVERIFY(ann.isEqualToServer());
            ann.write("goes on");
            QVERIFY(ann.isEqualToServer());
            const auto verified = relay::verifyLog(log, std::nullopt);
            QVERIFY2(verified->findings.empty(), verified->findings.empty() ? "" : verified->findings[0].c_str());
        });
    }
};

QTEST_APPLESS_MAIN(TestAdminCommands)
#include "tst_admincommands.moc"
