#include "cartpeers.h"

#include <QTest>

using namespace evencart;
using namespace evencart::test;
using protocol::PushProblem;
using protocol::VoidReason;

// The rules of relay/sequencer.h, seen from outside.
class TestAcceptance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initCrypto().ok()); }

    void c107_aViewersDeltaIsVoidAndNotSilentlyDropped()
    {
        Bench bench;
        Three p(bench);
        p.vic.write("x");
        p.read();
        QCOMPARE(p.vic.voids.size(), size_t(1));
        QCOMPARE(p.vic.voids[0].reason, VoidReason::NotAllowed);
        QCOMPARE(p.ann.voids, p.vic.voids);
        QVERIFY(p.isEverybodyEqual());
    }
    void c100_aDeltaThatArrivesAfterTheRightWasTakenIsVoid()
    {
        Bench bench;
        Three p(bench);
        p.ben.write("while allowed");
        QVERIFY(bench.store.begin().ok());
        QVERIFY(
            bench.store.putMembership(p.ann.cart, {p.ben.credentials.memberId(), Role::Viewer, p.ben.proof, 1, false})
                .ok());
        QVERIFY(bench.store.commit().ok());
        bench.restart();
        for (TestPeer *peer : {&p.ann, &p.ben, &p.vic})
            peer->connectAndOpen();
        p.ben.write("made offline");
        p.read();
        QCOMPARE(p.ben.voids.size(), size_t(1));
        QCOMPARE(p.ann.state.vector(), p.ben.state.vector());
        QVERIFY(p.isEverybodyEqual());
    }
    void c103_whatWasSequencedBeforeTheRevocationStays()
    {
        Bench bench;
        Three p(bench);
        p.ann.write("milk");
        p.ben.push({encodeDelta([&] {
            Delta removal = p.ben.makeDelta("", {Dot{p.ann.replica, 1, 0}});
            removal.adds.clear();
            return removal;
        }())});
        p.read();
        QVERIFY(bench.store.begin().ok());
        QVERIFY(
            bench.store.putMembership(p.ann.cart, {p.ben.credentials.memberId(), Role::Editor, p.ben.proof, 1, true})
                .ok());
        QVERIFY(bench.store.commit().ok());
        bench.restart();
        p.ann.connectAndOpen();
        QCOMPARE(p.ann.state.facts().size(), size_t(0));
        QVERIFY(p.ann.isEqualToServer());
    }
    void anothersReplicaIsCutOffAndItsVectorStays()
    {
        Bench bench;
        Three p(bench);
        p.ann.write("mine");
        p.ben.replica = p.ann.replica;
        p.ben.seq = 1;
        p.ben.push({p.ben.make("forged")});
        QCOMPARE(bench.gateway.closed.at(p.ben.peer), net::CloseCode::Forbidden);
        QCOMPARE(bench.head(p.ann.cart), std::uint64_t(1));
        p.ann.write("still mine");
        QCOMPARE(p.ann.acks.back().seq, std::uint64_t(2));
    }
    void anothersNameUnderADeltaIsVoid()
    {
        Bench bench;
        Three p(bench);
        Delta forged = p.ben.makeDelta("x");
        forged.author = p.ann.credentials.memberId();
        p.ben.push({encodeDelta(forged)});
        p.read();
        QCOMPARE(p.ben.voids.at(0).reason, VoidReason::NotAllowed);
    }
    void c63_aGapIsAnsweredWithWhatWeHave()
    {
        Bench bench;
        Three p(bench);
        const Bytes one = p.ben.make("1"), two = p.ben.make("2"), three = p.ben.make("3");
        p.ben.push({one, three});
        QCOMPARE(p.ben.next<protocol::PushRefused>(), (protocol::PushRefused{1, 3, 1, PushProblem::Gap}));
        p.ben.push({two, three});
        QVERIFY(p.isEverybodyEqual());
        QCOMPARE(bench.head(p.ann.cart), std::uint64_t(3));
    }
    void c65_othersFlowPastAGapThatIsNeverFilled()
    {
        Bench bench;
        Three p(bench);
        p.ben.make("lost");
        p.ben.push({p.ben.make("2")});
        QCOMPARE(p.ben.next<protocol::PushRefused>().problem, PushProblem::Gap);
        p.ann.write("goes on");
        QVERIFY(p.isEverybodyEqual());
        QCOMPARE(bench.core->metrics().gaps, std::uint64_t(1));
    }
    void c68_theSameBytesAgainAreAckedWithTheirFirstPosition()
    {
        Bench bench;
        Three p(bench);
        const Bytes delta = p.ben.make("once");
        p.ben.push({delta});
        p.read();
        p.ann.write("between");
        p.ben.read();
        p.ben.push({delta});
        p.read();
        QCOMPARE(p.ben.acks.back(), (protocol::Ack{1, 1, 1, 1, {}}));
        QCOMPARE(bench.head(p.ann.cart), std::uint64_t(2));
        QVERIFY(p.isEverybodyEqual());
    }
    void c69_otherBytesUnderATakenNumberAreEquivocation()
    {
        Bench bench;
        Three p(bench);
        p.ben.write("first");
        p.ben.seq = 0;
        const Bytes other = p.ben.make("second");
        p.ben.push({other, p.ben.make("behind it")});
        QCOMPARE(p.ben.next<protocol::PushRefused>(), (protocol::PushRefused{1, 1, 1, PushProblem::Equivocation}));
        QCOMPARE(bench.head(p.ann.cart), std::uint64_t(1));
        QCOMPARE(bench.core->metrics().equivocations, std::uint64_t(1));
        p.ann.read();
        QCOMPARE(decodeText(p.ann.state.facts().bySubject().begin()->second.at(0).body),
                 std::optional<std::string>("first"));
    }
    void whatWasPushedBehindAnEquivocationIsNotTaken()
    {
        Bench bench;
        Three p(bench);
        p.ben.write("first");
        p.ben.seq = 0;
        // In two messages: the second one holds the next number, and would be done twice when Ben goes by another id.
        const Bytes other = p.ben.make("second");
        const Bytes behind = p.ben.make("behind it");
        p.ben.queuePush({other});
        p.ben.queuePush({behind});
        bench.turn();
        QCOMPARE(bench.head(p.ann.cart), std::uint64_t(1));
        QCOMPARE(p.ben.count<protocol::PushRefused>(), size_t(2));
        p.ben.read();
        p.ben.open();
        p.ben.push({behind});
        QCOMPARE(bench.head(p.ann.cart), std::uint64_t(2));
    }
    void aBaseAheadOfOurHeadIsToBeOfferedAgain()
    {
        Bench bench;
        Three p(bench);
        Delta delta = p.ben.makeDelta("x");
        delta.base.head = 5;
        const Bytes bytes = encodeDelta(delta);
        p.ben.push({bytes});
        QCOMPARE(p.ben.next<protocol::PushRefused>(), (protocol::PushRefused{1, 1, 0, PushProblem::RetryLater}));
        for (int i = 0; i < 5; ++i)
            p.ann.write("x");
        p.ben.push({bytes});
        QVERIFY(p.isEverybodyEqual());
    }
    void aBaseInAnotherLogDoesNotCount()
    {
        Bench bench;
        Three p(bench);
        Delta delta = p.ben.makeDelta("x");
        delta.base = {delta.base.epochTag + 1, 999};
        p.ben.push({encodeDelta(delta)});
        p.read();
        QCOMPARE(p.ben.acks.size(), size_t(1));
    }
    void removingWhatIsNotInTheLogIsVoid()
    {
        Bench bench;
        Three p(bench);
        p.ben.push({encodeDelta(p.ben.makeDelta("x", {Dot{p.ann.replica, 1, 0}}))});
        p.read();
        QCOMPARE(p.ben.voids.at(0).reason, VoidReason::Malformed);
        // ... and Ann's first delta, which it had named, still arrives whole.
        p.ann.write("y");
        QVERIFY(p.isEverybodyEqual());
        QCOMPARE(p.vic.state.facts().size(), size_t(1));
    }
    void c101_aDamagedDeltaBetweenTwoGoodOnesLeavesNoGap()
    {
        Bench bench;
        Three p(bench);
        const Bytes one = p.ben.make("1");
        Bytes two = p.ben.make("2");
        two.resize(two.size() - 3);
        p.ben.push({one, two, p.ben.make("3")});
        p.read();
        QCOMPARE(p.ben.acks, (std::vector<protocol::Ack>{{1, 1, 1, 1, {}}, {1, 3, 3, 1, {}}}));
        QCOMPARE(p.ben.voids.at(0).reason, VoidReason::Malformed);
        QVERIFY(p.isEverybodyEqual());
    }
    void contentThatDoesNotHoldIsVoid()
    {
        Bench bench;
        Three p(bench);
        Delta delta = p.ben.makeDelta("x");
        delta.adds[0].body = encodeText(std::string(limits::noteBytes + 1, 'x'));
        p.ben.push({encodeDelta(delta)});
        p.read();
        QCOMPARE(p.ben.voids.at(0).reason, VoidReason::Malformed);
    }
    void bytesWithoutANumberEndTheConnection()
    {
        Bench bench;
        Three p(bench);
        p.ben.push({"rubbish"});
        QCOMPARE(bench.gateway.closed.at(p.ben.peer), net::CloseCode::Malformed);
        QCOMPARE(bench.head(p.ann.cart), std::uint64_t(0));
    }
    void aClosedCartTakesNothingMore()
    {
        Bench bench;
        Three p(bench);
        auto row = **bench.store.cart(p.ann.cart);
        row.isClosed = true;
        QVERIFY(bench.store.begin().ok() && bench.store.updateCart(row).ok() && bench.store.commit().ok());
        bench.restart();
        p.ann.connectAndOpen();
        p.ann.write("x");
        QCOMPARE(p.ann.voids.at(0).reason, VoidReason::CartClosed);
    }
    void aStampTooFarAheadIsClampedForEveryoneAndAgainInARepeatedAck()
    {
        Bench bench;
        Three p(bench);
        Delta delta = p.ben.makeDelta("x");
        delta.stamp = Hlc::fromMilliseconds(bench.clock.wall + limits::clockAheadMilliseconds + 1);
        const Bytes bytes = encodeDelta(delta);
        p.ben.push({bytes, p.ben.make("behind")});
        p.read();
        const Hlc expected = Hlc::fromMilliseconds(bench.clock.wall + limits::clockAheadMilliseconds);
        QCOMPARE(p.ben.acks.at(0).clampedTo, std::optional(expected));
        QCOMPARE(p.ben.acks.at(0).count, std::uint64_t(1));
        QVERIFY(p.isEverybodyEqual());
        bench.clock.pass(1000);
        p.ben.push({bytes});
        p.ben.read();
        QCOMPARE(p.ben.acks.back().clampedTo, std::optional(expected));
        QCOMPARE(bench.core->metrics().clamps, std::uint64_t(1));
    }
    void c98_theStampOfARefusedDeltaReachesNobody()
    {
        Bench bench;
        Three p(bench);
        Delta delta = p.vic.makeDelta("x");
        delta.stamp = Hlc{~std::uint64_t(0)};
        p.vic.push({encodeDelta(delta)});
        p.read();
        QCOMPARE(p.ann.voids.size(), size_t(1)); // a void carries no stamp
        QCOMPARE(bench.core->metrics().clamps, std::uint64_t(0));
    }
    void pushingBeforeOneIsLiveIsToBeOfferedAgain()
    {
        Bench bench;
        Three p(bench);
        p.ben.queue(p.ben.openMessage());
        p.ben.queuePush({p.ben.make("early")});
        bench.turn();
        QCOMPARE(p.ben.next<protocol::PushRefused>().problem, PushProblem::RetryLater);
        p.ben.read();
        p.ben.push({p.ben.sent.at(1)});
        QVERIFY(p.isEverybodyEqual());
    }
    void aChannelThatIsNotOpenEndsTheConnection()
    {
        Bench bench;
        Three p(bench);
        p.ben.say(protocol::Seen{77, 1});
        QVERIFY(p.ben.isClosed());
    }
};

QTEST_APPLESS_MAIN(TestAcceptance)
#include "tst_acceptance.moc"
