#include "cartpeers.h"

#include <QTest>

using namespace evencart;
using namespace evencart::test;
using protocol::CatchUp;

namespace {

Bench &keepingLittle(Bench &bench)
{
    bench.options.snapshots = {10, 1'000'000, 0};
    bench.restart();
    return bench;
}

} // namespace

// Tail and snapshot; trimming; carts that come and go in memory. Repair: tst_repair.cpp.
class TestCatchUp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initCrypto().ok()); }

    void whoWasAwayForAShortTimeGetsTheTail()
    {
        Bench bench;
        Pair p(bench);
        p.ben.hangUp();
        p.ann.write("a");
        p.ann.write("b");
        p.ben.connectAndOpen();
        QCOMPARE(p.ben.opened->mode, CatchUp::Tail);
        QCOMPARE(p.ben.cursor, std::uint64_t(2));
        QVERIFY(p.ben.isEqualToServer());
    }
    void c77_offlineThroughThreeCompactions()
    {
        Bench plain;
        Pair p(keepingLittle(plain));
        p.ann.write("start");
        p.read();
        p.ben.hangUp();
        for (int i = 0; i < 40; ++i)
            rewrite(p.ann, "note " + std::to_string(i));
        QVERIFY(plain.core->metrics().snapshots >= 3);
        QVERIFY((*plain.store.cart(p.ann.cart))->oldest > 2);
        p.ben.connectAndOpen();
        QCOMPARE(p.ben.opened->mode, CatchUp::Snapshot);
        QCOMPARE(p.ben.digest(), p.ann.digest());
        QVERIFY(p.ben.isEqualToServer());
        QCOMPARE(p.ben.state.facts().size(), size_t(1)); // what everybody removed does not come back
    }
    void beforeASnapshotStandsWhatTheServerHasOfUs_data()
    {
        QTest::addColumn<std::uint64_t>("version");
        QTest::newRow("version 2") << std::uint64_t(2);
        QTest::newRow("version 1") << std::uint64_t(1);
    }
    void beforeASnapshotStandsWhatTheServerHasOfUs()
    {
        QFETCH(std::uint64_t, version);
        Bench plain;
        Pair p(keepingLittle(plain));
        p.ben.write("first");
        p.ben.write("last");
        const Hash256 last = deltaHash(p.ben.cart, p.ben.sent.at(p.ben.seq));
        p.read();
        p.ben.hangUp();
        for (int i = 0; i < 40; ++i)
            rewrite(p.ann, "note " + std::to_string(i));
        p.ben.versions = {version};
        p.ben.connect();
        p.ben.say(p.ben.openMessage());
        QCOMPARE(p.ben.count<protocol::OwnTip>(), std::size_t(version == 2 ? 1 : 0));
        if (version == 2)
            QCOMPARE(p.ben.next<protocol::OwnTip>(), (protocol::OwnTip{p.ben.channel, p.ben.seq, last}));
        p.ben.read();
        QCOMPARE(p.ben.opened->mode, CatchUp::Snapshot);
        QVERIFY(p.ben.isEqualToServer());
        QCOMPARE(p.ann.count<protocol::OwnTip>(), std::size_t(0)); // a tail tells by itself
    }
    void c80_theSameSnapshotAgainChangesNothing()
    {
        Bench plain;
        Pair p(keepingLittle(plain));
        for (int i = 0; i < 25; ++i)
            rewrite(p.ann, "x");
        const Hash256 before = p.ann.digest();
        for (int i = 0; i < 2; ++i) {
            p.ann.epoch = {}; // asks as if it had never synced
            p.ann.cursor = 0;
            p.ann.open();
            QCOMPARE(p.ann.opened->mode, CatchUp::Snapshot);
            QCOMPARE(p.ann.digest(), before);
            QVERIFY(p.ann.isEqualToServer());
        }
    }
    void c81_snapshotAndTailEqualTheFullReplay()
    {
        Bench plain;
        Pair p(keepingLittle(plain));
        for (int i = 0; i < 30; ++i) {
            p.ann.queuePush({p.ann.make("a" + std::to_string(i))});
            p.ben.queuePush({p.ben.make("b" + std::to_string(i))});
            plain.tick();
            p.read();
        }
        plain.restart(); // the state in memory is gone too: digests below come from the snapshot and the tail
        TestPeer cem(plain, 0xC);
        p.ann.letIn(cem, Role::Viewer);
        cem.connectAndOpen();
        QCOMPARE(cem.opened->mode, CatchUp::Snapshot);
        QCOMPARE(cem.digest(), p.ann.digest());
        QVERIFY(cem.isEqualToServer());
    }
    void aDeltaOlderThanTheLogIsStillRecognised()
    {
        Bench plain;
        Pair p(keepingLittle(plain));
        for (int i = 0; i < 25; ++i) {
            p.ann.write("x");
            plain.tick();
        }
        QVERIFY((*plain.store.cart(p.ann.cart))->oldest > 1);
        p.ann.push({p.ann.sent.at(1)});
        p.ann.read();
        QCOMPARE(p.ann.acks.back(), (protocol::Ack{1, 1, 1, 1, {}}));
        p.ann.seq = 0;
        p.ann.push({p.ann.make("other")});
        QCOMPARE(p.ann.next<protocol::PushRefused>().problem, protocol::PushProblem::Equivocation);
    }
    void theTailIsKeptForThirtyDaysHoweverManySnapshotsThereAre()
    {
        Bench bench;
        bench.options.snapshots.everyEntries = 10;
        bench.restart();
        Pair p(bench);
        for (int i = 0; i < 55; ++i) {
            p.ann.write("x");
            bench.tick();
        }
        QCOMPARE((*bench.store.cart(p.ann.cart))->oldest, std::uint64_t(1));
        bench.clock.pass(31ULL * 24 * 60 * 60 * 1000);
        for (int i = 0; i < 10; ++i) {
            p.ann.write("x");
            bench.tick();
        }
        const auto row = **bench.store.cart(p.ann.cart);
        QVERIFY(row.oldest > 40 && row.oldest <= 51);
    }
    void aLargeCatchUpIsSentInPortions()
    {
        Bench bench;
        bench.options.catchUpBurstBytes = 600 * 1024;
        bench.options.catchUpBytesPerSecond = 300 * 1024;
        bench.restart();
        Pair p(bench);
        p.ben.hangUp();
        for (int i = 0; i < 12; ++i) {
            Delta large = p.ann.makeDelta("x");
            for (int n = 0; n < 15; ++n)
                large.adds.push_back({large.adds[0].subject, 1000, bench.random.bytes(15'000)});
            p.ann.push({encodeDelta(large)});
            p.ann.read();
        }
        p.ben.connectAndOpen();
        QVERIFY(!p.ben.isLive);
        QVERIFY(bench.gateway.bytes[p.ben.peer] < 1'200'000);
        int ticks = 0;
        while (!p.ben.isLive && ticks++ < 30) {
            bench.tick();
            p.ben.read();
        }
        QVERIFY(ticks > 2);
        QVERIFY(p.ben.isEqualToServer());
    }
    void whoWritesMeanwhileIsNotHeldUpByOneThatCatchesUp()
    {
        Bench bench;
        bench.options.catchUpBurstBytes = 1;
        bench.options.catchUpBytesPerSecond = 1;
        bench.restart();
        Pair p(bench);
        p.ben.hangUp();
        p.ann.write("a");
        p.ben.connectAndOpen();
        for (int i = 0; i < 5; ++i)
            p.ann.write("b");
        QCOMPARE(p.ann.acks.size(), size_t(6));
        bench.clock.pass(100'000);
        bench.turn();
        bench.clock.pass(100'000);
        bench.turn();
        p.ben.read();
        QVERIFY(p.ben.isLive);
        QCOMPARE(p.ben.digest(), p.ann.digest());
    }

    // ---- rooms

    void c90_aCartThatNobodyWatchesLeavesMemoryAndComesBack()
    {
        Bench bench;
        Pair p(bench);
        p.ann.write("kept");
        p.read();
        QCOMPARE(bench.core->metrics().liveRooms, std::uint64_t(1));
        p.ann.hangUp();
        p.ben.hangUp();
        bench.clock.pass(120'000);
        bench.tick();
        bench.clock.pass(120'000);
        bench.tick();
        QCOMPARE(bench.core->metrics().liveRooms, std::uint64_t(0));
        p.ann.connectAndOpen();
        p.ann.write("more");
        QVERIFY(p.ann.isEqualToServer());
        QCOMPARE(bench.core->metrics().liveRooms, std::uint64_t(1));
    }
    void statesBeyondTheBudgetAreDroppedAndBuiltAgain()
    {
        Bench bench;
        bench.options.stateBytes = 1;
        bench.restart();
        Pair p(bench);
        p.ann.write("a");
        QVERIFY(p.ann.isEqualToServer());
        QVERIFY(bench.core->metrics().stateBytes > 0);
        bench.tick();
        QCOMPARE(bench.core->metrics().stateBytes, std::uint64_t(0));
        QVERIFY(p.ann.isEqualToServer());
    }
};

QTEST_APPLESS_MAIN(TestCatchUp)
#include "tst_catchup.moc"
