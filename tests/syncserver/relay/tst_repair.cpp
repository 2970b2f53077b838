#include "cartpeers.h"

#include "relay/copiedstore.h"

#include <QTest>

using namespace evencart;
using namespace evencart::test;
using protocol::CatchUp;
using Verdict = protocol::DigestVerdict::Verdict;

// Logs that were lost, restored or lag behind, and digests that differ.
class TestRepair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initCrypto().ok()); }

    void c84_aServerRestoredFromABackupIsHealedByItsClients()
    {
        Bench bench;
        Pair p(bench);
        p.ann.write("before the backup");
        p.read();
        // What the backup lacks: an edit by each, and a removal.
        const auto beforeLoss = p.ann.log;
        rewrite(p.ann, "after");
        p.read();
        p.ben.write("also after");
        p.read();
        Bench restored;
        moveTo(restored, p, beforeLoss);
        p.ben.connectAndOpen();
        QCOMPARE(p.ben.opened->mode, CatchUp::Repair);
        QVERIFY(!p.ben.opened->vector.empty());
        p.ben.repairWithDeltas(p.ben.log);
        p.ben.read();
        QVERIFY(p.ben.isLive);
        p.ann.connectAndOpen();
        p.ann.repairWithDeltas({});
        p.ann.read();
        QCOMPARE(p.ann.digest(), p.ben.digest());
        QVERIFY(p.ann.isEqualToServer());
        QCOMPARE(restored.core->metrics().repairedDeltas, std::uint64_t(3)); // one made the backup's log, two were lost
        // One's own numbers go on where they were.
        p.ann.write("and on");
        QCOMPARE(p.ann.acks.back().seq, std::uint64_t(3));
    }
    void anEmptiedServerTakesTheWholeStateUp()
    {
        Bench bench;
        Pair p(bench);
        for (int i = 0; i < 5; ++i)
            rewrite(p.ann, "note " + std::to_string(i));
        p.read();
        const Hash256 before = p.ben.digest();
        Bench empty;
        moveTo(empty, p, {});
        p.ben.connectAndOpen();
        QCOMPARE(p.ben.opened->mode, CatchUp::Repair);
        p.ben.repairWithState(20); // in many parts
        p.ben.read();
        QVERIFY(p.ben.isLive);
        QCOMPARE(p.ben.digest(), before);
        QVERIFY(p.ben.isEqualToServer());
        // A delta that came inside the state is acked when its author offers it again.
        p.ann.connectAndOpen();
        p.ann.repairWithDeltas({});
        p.ann.read();
        p.ann.push({p.ann.sent.at(5)});
        p.ann.read();
        QCOMPARE(p.ann.acks.back().position, std::uint64_t(1));
        p.ann.write("on");
        QCOMPARE(p.ann.acks.back().seq, std::uint64_t(6));
        empty.restart();
        p.ann.connectAndOpen();
        QVERIFY(p.ann.isEqualToServer());
    }
    void othersWhoAreLiveGetARepairedStateAsARecord()
    {
        Bench bench;
        Pair p(bench);
        rewrite(p.ann, "only Ann knows");
        p.ann.hangUp();
        p.ben.hangUp();
        Bench empty;
        moveTo(empty, p, {});
        p.ben.state = {};
        p.ben.epoch = {};
        p.ben.cursor = 0;
        p.ben.connectAndOpen();
        QVERIFY(p.ben.isLive);
        p.ann.connectAndOpen();
        p.ann.repairWithState();
        p.read();
        QCOMPARE(p.ben.digest(), p.ann.digest());
        QVERIFY(p.ben.isEqualToServer());
    }
    void aRepairedStateTooLargeForAMessageComesAsASnapshot()
    {
        Bench bench;
        Pair p(bench);
        for (int i = 0; i < 10; ++i) {
            Delta large = p.ann.makeDelta("x");
            for (int n = 0; n < 12; ++n)
                large.adds.push_back({large.adds[0].subject, 1000, bench.random.bytes(15'000)});
            p.ann.push({encodeDelta(large)});
            p.ann.read();
        }
        Bench empty;
        moveTo(empty, p, {});
        p.ben.state = {};
        p.ben.epoch = {};
        p.ben.cursor = 0;
        p.ben.connectAndOpen();
        p.ben.write("in between");
        p.ann.connectAndOpen();
        p.ann.repairWithState();
        for (int i = 0; i < 10 && !(p.ben.isLive && p.ann.isLive); ++i) {
            empty.tick();
            p.read();
        }
        p.read();
        QCOMPARE(p.ben.opened->mode, CatchUp::Snapshot);
        QCOMPARE(p.ben.digest(), p.ann.digest());
        QVERIFY(p.ben.isEqualToServer());
        QCOMPARE((*empty.store.cart(p.ann.cart))->oldest, std::uint64_t(3));
        empty.restart();
        p.ben.connectAndOpen();
        QVERIFY(p.ben.isEqualToServer());
    }
    void aViewerCannotRepair()
    {
        Bench bench;
        Pair p(bench);
        TestPeer vic(bench, 0xC);
        p.ann.letIn(vic, Role::Viewer);
        vic.connectAndOpen();
        p.ann.write("a");
        vic.read();
        Bench empty;
        moveTo(empty, p, {});
        TestPeer copy(empty, 0xC);
        copy.credentials = vic.credentials;
        copy.proof = vic.proof;
        copy.cart = vic.cart;
        copy.epoch = vic.epoch;
        copy.cursor = vic.cursor;
        copy.state = vic.state;
        copy.connectAndOpen();
        QCOMPARE(copy.opened->mode, CatchUp::Repair);
        copy.repairWithDeltas(vic.log);
        copy.read();
        QCOMPARE(empty.head(p.ann.cart), std::uint64_t(0));
        QVERIFY(copy.isLive);
    }
    void aRepairIsOnlyTakenWhereItWasAskedFor()
    {
        Bench bench;
        Pair p(bench);
        Delta unsent = p.ben.makeDelta("sneaked past the rules");
        unsent.author = p.ann.credentials.memberId();
        p.ben.say(protocol::RepairPush{1, {encodeDelta(unsent)}});
        p.ben.repairWithState();
        QCOMPARE(bench.head(p.ann.cart), std::uint64_t(0));
        QVERIFY(!p.ben.isClosed());
    }
    void aPartialStateIsNotTakenAsARepair()
    {
        Bench bench;
        Pair p(bench);
        rewrite(p.ann, "x");
        Bench empty;
        moveTo(empty, p, {});
        p.ann.connectAndOpen();
        p.ann.state = p.ann.state.partial({p.ann.state.facts().bySubject().begin()->first});
        p.ann.repairWithState();
        QCOMPARE(empty.gateway.closed.at(p.ann.peer), net::CloseCode::Malformed);
        QCOMPARE(empty.head(p.ann.cart), std::uint64_t(0));
    }
    void aServerThatLostItsEndIsComparedWithByWhoKnowsMore()
    {
        Bench bench;
        Pair p(bench);
        p.ann.write("a");
        p.ann.write("b");
        p.read();
        const Epoch before = p.ann.epoch;
        loseEnd(bench, p.ann.cart, 1);
        TestPeer cem(bench, 0xC);
        p.ann.letIn(cem, Role::Editor);
        cem.connectAndOpen(); // live on what is left
        p.ann.connectAndOpen();
        QCOMPARE(p.ann.opened->mode, CatchUp::Repair);
        QVERIFY(p.ann.opened->epoch != before);
        p.ann.repairWithDeltas(p.ann.log);
        p.ann.read();
        QVERIFY(p.ann.isEqualToServer());
        cem.read(); // has followed this log all along
        QVERIFY(!cem.isClosed());
        QVERIFY(cem.isEqualToServer());
    }
    void aLogThatWasCutAndHasGrownPastACursorIsNotTakenForTheSame()
    {
        Bench bench;
        Pair p(bench);
        p.ann.write("a");
        p.ann.write("lost");
        p.read();
        loseEnd(bench, p.ann.cart, 1);
        TestPeer cem(bench, 0xC);
        p.ann.letIn(cem, Role::Editor);
        cem.connectAndOpen();
        for (int i = 0; i < 3; ++i)
            cem.write("new");
        p.ben.connectAndOpen(); // wrote nothing itself: no number of its own tells it
        QCOMPARE(p.ben.opened->mode, CatchUp::Repair);
        p.ben.repairWithDeltas(p.ben.log);
        p.ben.read();
        cem.read();
        QVERIFY(p.ben.isEqualToServer());
        QCOMPARE(cem.digest(), p.ben.digest());
        QCOMPARE(bench.core->metrics().repairedDeltas, std::uint64_t(1));
    }
    void aRestartGivesALogAnotherNameAndNobodyHasToCompare()
    {
        Bench bench;
        Pair p(bench);
        p.ann.write("a");
        const Epoch before = p.ann.epoch;
        p.ben.hangUp();
        p.ann.write("b");
        for (int i = 0; i < 3; ++i) {
            bench.restart();
            p.ann.connectAndOpen();
            QCOMPARE(p.ann.opened->mode, CatchUp::Tail);
            p.ann.write("c");
        }
        QVERIFY(p.ann.epoch != before);
        QCOMPARE((*bench.store.pastEpochs(p.ann.cart)).size(), std::size_t(3));
        QCOMPARE(p.ben.epoch, before);
        p.ben.connectAndOpen();
        QCOMPARE(p.ben.opened->mode, CatchUp::Tail);
        QVERIFY(p.ben.isEqualToServer());
        // Further on under an old name than that name went: another log.
        p.ben.epoch = before;
        p.ben.open();
        QCOMPARE(p.ben.opened->mode, CatchUp::Repair);
    }
    void aNameThatAFailedCommitGaveIsGivenAnew()
    {
        Bench bench;
        Pair p(bench);
        p.ann.write("a");
        const Epoch before = p.ann.epoch;
        bench.restart();
        p.ann.connect();
        bench.store.next = FlakyStore::Commit::FailsBefore;
        p.ann.say(p.ann.openMessage());
        QCOMPARE((*bench.store.cart(p.ann.cart))->epoch, before);
        p.ann.connectAndOpen();
        QCOMPARE(p.ann.opened->mode, CatchUp::Tail);
        QVERIFY((*bench.store.cart(p.ann.cart))->epoch != before);
        QCOMPARE((*bench.store.cart(p.ann.cart))->epoch, p.ann.opened->epoch);
        QCOMPARE((*bench.store.pastEpochs(p.ann.cart)).size(), std::size_t(1));
    }
    void whoKnowsMoreOfTheVeryLogThatIsServedMakesEverybodyCompare()
    {
        Bench bench;
        Pair p(bench);
        p.ann.write("a");
        p.read();
        const Epoch before = p.ann.epoch;
        p.ann.cursor = 9;
        p.ann.open();
        QCOMPARE(p.ann.opened->mode, CatchUp::Repair);
        QVERIFY(p.ann.opened->epoch != before);
        QVERIFY(p.ben.isClosed());
        QCOMPARE(bench.core->metrics().epochsMinted, std::uint64_t(1));
        QVERIFY((*bench.store.pastEpochs(p.ann.cart)).empty());
    }
    void aNewLifeOfTheStoreMakesEverybodyCompare()
    {
        Bench bench;
        Pair p(bench);
        p.ann.write("a");
        bench.restart();
        p.ann.connectAndOpen();
        p.ann.write("b");
        bench.core.reset();
        const auto server = **bench.store.server();
        QVERIFY(relay::beginNewLife(bench.store, "token", bench.random, bench.clock).ok());
        QCOMPARE((*bench.store.server())->incarnation, Bytes("token"));
        QVERIFY((*bench.store.server())->epoch != server.epoch);
        QVERIFY(relay::goOnLiving(bench.store, "next", bench.random, bench.clock).ok());
        QCOMPARE((*bench.store.server())->incarnation, Bytes("next"));
        bench.restart();
        for (TestPeer *peer : {&p.ann, &p.ben}) {
            peer->connectAndOpen();
            QCOMPARE(peer->opened->mode, CatchUp::Repair);
        }
    }
    void c86_c109_aFollowerThatLagsSaysBehindAndUploadsWait()
    {
        Bench bench;
        Pair p(bench);
        p.ann.write("a");
        p.ann.write("b");
        p.read();
        loseEnd(bench, p.ann.cart, 1);
        bench.options.isFollower = true;
        bench.restart();
        const Epoch before = p.ann.epoch;
        p.ann.connectAndOpen();
        QCOMPARE(p.ann.opened->mode, CatchUp::Behind);
        QCOMPARE(p.ann.opened->epoch, before);
        QCOMPARE(p.ann.cursor, std::uint64_t(2));
        p.ann.push({p.ann.make("c")});
        QCOMPARE(p.ann.next<protocol::PushRefused>().problem, protocol::PushProblem::RetryLater);
        QCOMPARE((*bench.store.cart(p.ann.cart))->epoch, before);
        QVERIFY(!p.ann.isClosed());
    }
    void aViewerWhoKnowsMoreMakesNobodyCompare()
    {
        Bench bench;
        Pair p(bench);
        TestPeer vic(bench, 0xC);
        p.ann.letIn(vic, Role::Viewer);
        vic.connectAndOpen();
        vic.cursor = 999;
        const Epoch before = vic.epoch;
        vic.open();
        QCOMPARE(vic.opened->mode, CatchUp::Repair);
        QCOMPARE((*bench.store.cart(p.ann.cart))->epoch, before);
        QVERIFY(!p.ann.isClosed());
    }

    // ---- digests

    void aDigestAtAnOlderHeadIsToBeAskedAgain()
    {
        Bench bench;
        Pair p(bench);
        p.ann.write("a");
        QCOMPARE(p.ben.askDigest(), Verdict::Moved);
    }
    void c88_equalVectorsWithDifferentContentsAreRepaired()
    {
        Bench bench;
        Pair p(bench);
        p.ann.write("a");
        p.ann.write("b");
        p.read();
        // Ben's copy has lost a fact that nobody removed.
        State damaged;
        const auto &subject = *p.ben.state.facts().bySubject().begin();
        damaged.restoreFact(subject.second.front());
        damaged.restoreContext(p.ben.state.context());
        p.ben.state = damaged;
        QCOMPARE(p.ben.askDigest(), Verdict::Different);
        QCOMPARE(bench.core->metrics().digestMismatches, std::uint64_t(1));
        p.ben.read();
        QCOMPARE(p.ben.opened->mode, CatchUp::Repair);
        p.ben.repairWithState();
        p.read();
        QVERIFY(p.ben.isLive);
        QVERIFY(p.ben.isEqualToServer());
        QVERIFY(p.ann.isEqualToServer());
        QCOMPARE(p.ann.digest(), p.ben.digest());
    }
    void aChannelThatStaysDifferentDoesNotSpin()
    {
        Bench bench;
        Pair p(bench);
        p.ann.write("a");
        p.ann.say(protocol::DigestCheck{1, 1, Hash256{}});
        QCOMPARE(p.ann.count<protocol::Opened>(), size_t(1));
        p.ann.repairWithDeltas({});
        p.ann.read();
        p.ann.say(protocol::DigestCheck{1, 1, Hash256{}});
        QCOMPARE(p.ann.count<protocol::Opened>(), size_t(0));
        QVERIFY(!p.ann.isClosed());
    }

private:
    // The same people before another server, which knows the cart only by the deltas given, under another epoch.
    static void moveTo(Bench &to, Pair &pair, const std::vector<Bytes> &known)
    {
        for (TestPeer *peer : {&pair.ann, &pair.ben})
            rehome(*peer, to);
        if (known.empty())
            return;
        TestPeer keeper(to, 0xFEED);
        keeper.credentials = pair.ann.credentials;
        keeper.proof = pair.ann.proof;
        keeper.cart = pair.ann.cart;
        keeper.epoch.raw[0] = 1;
        keeper.connectAndOpen();
        keeper.repairWithDeltas(known);
        keeper.hangUp();
    }
    static void rehome(TestPeer &peer, Bench &to)
    {
        TestPeer moved(to, peer.replica.value);
        moved.credentials = peer.credentials;
        moved.cart = peer.cart;
        moved.proof = peer.proof;
        moved.seq = peer.seq;
        moved.sent = peer.sent;
        moved.state = peer.state;
        moved.epoch = peer.epoch;
        moved.cursor = peer.cursor;
        moved.log = peer.log;
        std::destroy_at(&peer);
        std::construct_at(&peer, std::move(moved));
    }
    // The store forgets the last entries, as an asynchronous replica does that is promoted too early.
    static void loseEnd(Bench &bench, const CartId &cart, std::uint64_t head)
    {
        auto row = **bench.store.cart(cart);
        const auto entries = *bench.store.entries(cart, 1, 999, 999'999);
        auto members = *bench.store.memberships(cart);
        if (!bench.store.begin() || !bench.store.deleteCart(cart))
            qFatal("store");
        row.head = head;
        if (!bench.store.createCart(row))
            qFatal("store");
        std::map<ReplicaId, std::uint64_t> vector;
        for (std::size_t i = 0; i < head; ++i) {
            if (!bench.store.append(cart, entries[i]))
                qFatal("store");
            vector[entries[i].replica] = entries[i].seq;
        }
        for (const auto &[replica, seq] : vector) {
            if (!bench.store.putVector(cart, {replica, seq, {}, 0, 0}))
                qFatal("store");
        }
        for (const auto &membership : members) {
            if (!bench.store.putMembership(cart, membership))
                qFatal("store");
        }
        if (!bench.store.commit())
            qFatal("store");
        bench.restart();
    }
};

QTEST_APPLESS_MAIN(TestRepair)
#include "tst_repair.moc"
