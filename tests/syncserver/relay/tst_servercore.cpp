#include "serverbench.h"

#include <QTest>

using namespace evencart;
using namespace evencart::test;
using protocol::CatchUp;
using protocol::FailureCode;
using protocol::PushProblem;
using protocol::VoidReason;

namespace {

// An owner, an editor and a viewer of one cart, all live.
struct Three
{
    explicit Three(Bench &bench) : ann(bench, 0xA), ben(bench, 0xB), vic(bench, 0xC)
    {
        ann.found();
        ann.letIn(ben, Role::Editor);
        ann.letIn(vic, Role::Viewer);
        for (TestPeer *peer : {&ann, &ben, &vic})
            peer->connectAndOpen();
    }
    void read()
    {
        for (TestPeer *peer : {&ann, &ben, &vic})
            peer->read();
    }
    bool isEverybodyEqual()
    {
        read();
        return ann.digest() == ben.digest() && ben.digest() == vic.digest() && ann.isEqualToServer();
    }
    TestPeer ann, ben, vic;
};

} // namespace

class TestServerCore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initCrypto().ok()); }

    // ---- saying who one is

    void aStrangerMaySayHelloAndThenTheAnswerAndNothingElse()
    {
        Bench bench;
        TestPeer ann(bench, 1);
        ann.found();
        ann.dial();
        ann.say(ann.openMessage());
        QCOMPARE(ann.next<protocol::Failure>().code, FailureCode::Protocol);
        QCOMPARE(bench.gateway.closed.at(ann.peer), net::CloseCode::AuthenticationFailed);

        ann.connect();
        QVERIFY(bench.gateway.authenticated.contains(ann.peer));
        QVERIFY(!ann.isClosed());
    }
    void nothingIsAuthenticatedBeforeTheAnswerHolds()
    {
        Bench bench;
        TestPeer ann(bench, 1);
        ann.dial();
        ann.say(ann.hello());
        ann.next<protocol::Challenge>();
        QVERIFY(!bench.gateway.authenticated.contains(ann.peer));
        Nonce other{};
        ann.say(protocol::Answer{answerHello(ann.credentials.device, other, plainFingerprint)});
        QCOMPARE(ann.next<protocol::Failure>().code, FailureCode::BadProof);
        QCOMPARE(bench.gateway.closed.at(ann.peer), net::CloseCode::AuthenticationFailed);
        QVERIFY(!bench.gateway.authenticated.contains(ann.peer));
    }
    void anAnswerForAnotherServerDoesNotHold()
    {
        Bench bench;
        TestPeer ann(bench, 1);
        ann.dial();
        ann.say(ann.hello());
        Fingerprint other{};
        other.fill(9);
        ann.say(protocol::Answer{answerHello(ann.credentials.device, ann.next<protocol::Challenge>().nonce, other)});
        QVERIFY(ann.isClosed());
    }
    void aDeviceThatItsMemberDidNotCertifyIsRefused()
    {
        Bench bench;
        TestPeer ann(bench, 1), eve(bench, 2);
        ann.dial();
        protocol::Hello hello = eve.hello();
        hello.memberKey = ann.credentials.member.publicKey();
        ann.say(hello);
        QCOMPARE(ann.next<protocol::Failure>().code, FailureCode::BadProof);
    }
    void aClientWithoutOurVersionIsToldToUpdate()
    {
        Bench bench;
        TestPeer ann(bench, 1);
        ann.dial();
        protocol::Hello hello = ann.hello();
        hello.versions = {7, 8};
        ann.say(hello);
        QCOMPARE(ann.next<protocol::Failure>().code, FailureCode::TooOld);
        QCOMPARE(bench.gateway.closed.at(ann.peer), net::CloseCode::UpgradeNeeded);
    }
    void c72_bytesThatAreNoMessageEndTheConnectionAndNothingElse()
    {
        Bench bench;
        Three p(bench);
        bench.core->peerReceived(p.ben.peer, Bytes("\x82\xff\xff", 3));
        bench.turn();
        QCOMPARE(bench.gateway.closed.at(p.ben.peer), net::CloseCode::Malformed);
        p.ann.write("milk");
        QCOMPARE(bench.head(p.ann.cart), std::uint64_t(1));
    }

    // ---- opening

    void aFounderFoundsTheCartByOpeningIt()
    {
        Bench bench;
        TestPeer ann(bench, 1);
        ann.found();
        ann.connectAndOpen();
        QVERIFY(ann.isLive);
        QCOMPARE(ann.opened->mode, CatchUp::Tail);
        QCOMPARE(ann.opened->role, Role::Owner);
        QVERIFY(!ann.epoch.isNull());
    }
    void anUnknownCartAndAForbiddenOneGetTheSameAnswer()
    {
        Bench bench;
        Three p(bench);
        TestPeer eve(bench, 9);
        eve.connect();
        eve.proof = p.ann.proof;
        eve.cart = p.ann.cart;
        eve.say(eve.openMessage());
        const auto forbidden = eve.next<protocol::Failure>();
        eve.cart.raw[0] ^= 1;
        eve.say(eve.openMessage());
        const auto unknown = eve.next<protocol::Failure>();
        QCOMPARE(forbidden, unknown);
        QCOMPARE(forbidden.code, FailureCode::NotFoundOrForbidden);
        QVERIFY(!bench.store.cart(eve.cart)->has_value());
    }
    void aRemovedMemberStaysOutWithAnOldProof()
    {
        Bench bench;
        Three p(bench);
        QVERIFY(bench.store.begin().ok());
        QVERIFY(bench.store.putMembership(p.ann.cart, {p.ben.credentials.memberId(), Role::Editor, p.ben.proof, 1, true}).ok());
        QVERIFY(bench.store.commit().ok());
        bench.restart();
        p.ben.connect();
        p.ben.say(p.ben.openMessage());
        QCOMPARE(p.ben.next<protocol::Failure>().code, FailureCode::NotFoundOrForbidden);
    }
    void c71_openingTwiceLeavesTheNumbersAsTheyAre()
    {
        Bench bench;
        Three p(bench);
        p.ann.write("one");
        p.ann.open();
        QVERIFY(p.ann.isLive);
        QCOMPARE(p.ann.opened->ownSeq, std::uint64_t(1));
        p.ann.write("two");
        QCOMPARE(bench.head(p.ann.cart), std::uint64_t(2));
        QVERIFY(p.isEverybodyEqual());
    }
    void aSecondHelloEndsTheConnection()
    {
        Bench bench;
        Three p(bench);
        p.ann.say(p.ann.hello());
        QVERIFY(p.ann.isClosed());
    }

    // ---- relaying

    void whatOneWritesTheOthersGetAndTheAuthorGetsAnAck()
    {
        Bench bench;
        Three p(bench);
        p.ann.push({p.ann.make("a"), p.ann.make("b"), p.ann.make("c")});
        QCOMPARE(p.ann.count<protocol::Records>(), size_t(0));
        p.read();
        QCOMPARE(p.ann.acks, (std::vector<protocol::Ack>{{1, 1, 1, 3, {}}}));
        QCOMPARE(p.ben.log.size(), size_t(3));
        QVERIFY(p.isEverybodyEqual());
    }
    void aBurstBecomesOneMessageForAllReaders()
    {
        Bench bench;
        Three p(bench);
        bench.gateway.broadcasts = 0;
        for (int i = 0; i < 50; ++i)
            p.ann.queuePush({p.ann.make("x")});
        bench.turn();
        QCOMPARE(bench.gateway.broadcasts, 1);
        QCOMPARE(p.ben.count<protocol::Records>(), size_t(1));
        QCOMPARE(p.ann.count<protocol::Ack>(), size_t(1));
        QVERIFY(p.isEverybodyEqual());
    }
    void acksAndRecordsComeInTheOrderOfTheLog()
    {
        Bench bench;
        Three p(bench);
        p.ann.queuePush({p.ann.make("a1")});
        p.ben.queuePush({p.ben.make("b1"), p.ben.make("b2")});
        p.ann.queuePush({p.ann.make("a2")});
        bench.turn();
        p.read(); // TestPeer checks that there is no hole
        QCOMPARE(p.ann.acks.size(), size_t(2));
        QCOMPARE(p.ben.acks, (std::vector<protocol::Ack>{{1, 1, 2, 2, {}}}));
        QVERIFY(p.isEverybodyEqual());
    }
    void everyTurnIsOneCommit()
    {
        Bench bench;
        Three p(bench);
        const auto before = bench.core->metrics().commits;
        for (int i = 0; i < 20; ++i)
            p.ann.queuePush({p.ann.make("x")});
        p.ben.queuePush({p.ben.make("y")});
        bench.turn();
        QCOMPARE(bench.core->metrics().commits, before + 1);
        bench.turn();
        QCOMPARE(bench.core->metrics().commits, before + 1);
    }

    // ---- the acceptance rules

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
        QVERIFY(bench.store.putMembership(p.ann.cart, {p.ben.credentials.memberId(), Role::Viewer, p.ben.proof, 1, false}).ok());
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
        QVERIFY(bench.store.putMembership(p.ann.cart, {p.ben.credentials.memberId(), Role::Editor, p.ben.proof, 1, true}).ok());
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
        QCOMPARE(decodeText(p.ann.state.facts().bySubject().begin()->second.at(0).body), std::optional<std::string>("first"));
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

    // ---- group commit

    void aFailedCommitAcksNothingAndEverybodyComesBack()
    {
        Bench bench;
        Three p(bench);
        p.ann.write("before");
        p.read();
        bench.store.next = FlakyStore::Commit::FailsBefore;
        p.ben.push({p.ben.make("lost")});
        QCOMPARE(p.ben.count<protocol::Ack>(), size_t(0));
        QCOMPARE(p.ann.count<protocol::Records>(), size_t(0));
        QCOMPARE(p.ben.next<protocol::Failure>().code, FailureCode::Internal);
        QVERIFY(p.ann.isClosed() && p.ben.isClosed() && p.vic.isClosed());
        QCOMPARE(bench.core->metrics().failedCommits, std::uint64_t(1));
        QVERIFY(!bench.storageErrors.empty());

        for (TestPeer *peer : {&p.ann, &p.ben, &p.vic}) {
            peer->hangUp();
            peer->connectAndOpen();
        }
        QCOMPARE(p.ben.opened->ownSeq, std::uint64_t(0));
        p.ben.push({p.ben.sent.at(1)});
        QVERIFY(p.isEverybodyEqual());
        QCOMPARE(bench.head(p.ann.cart), std::uint64_t(2));
    }
    void aCommitThatFailedButIsDurableIsAckedWhenItIsOfferedAgain()
    {
        Bench bench;
        Three p(bench);
        bench.store.next = FlakyStore::Commit::FailsAfter;
        p.ben.push({p.ben.make("there after all")});
        QCOMPARE(p.ben.count<protocol::Ack>(), size_t(0));
        p.ben.hangUp();
        p.ben.connectAndOpen();
        QCOMPARE(p.ben.opened->ownSeq, std::uint64_t(1));
        QCOMPARE(p.ben.cursor, std::uint64_t(1));
        p.ben.push({p.ben.sent.at(1)});
        p.ben.read();
        QCOMPARE(p.ben.acks.back().position, std::uint64_t(1));
        QCOMPARE(bench.head(p.ann.cart), std::uint64_t(1));
    }
    void aFailedCommitLeavesOtherCartsAlone()
    {
        Bench bench;
        Three p(bench);
        TestPeer zoe(bench, 0x2E);
        zoe.found();
        zoe.connectAndOpen();
        bench.store.next = FlakyStore::Commit::FailsBefore;
        p.ben.push({p.ben.make("lost")});
        QVERIFY(!zoe.isClosed());
        zoe.write("goes on");
        QVERIFY(zoe.isEqualToServer());
    }
    void c110_whatWasAckedIsThereAfterACrash()
    {
        Bench bench;
        Three p(bench);
        p.ben.write("acked");
        QCOMPARE(p.ben.acks.size(), size_t(1));
        bench.restart();
        p.ann.connectAndOpen();
        QCOMPARE(p.ann.opened->mode, CatchUp::Tail);
        QCOMPARE(p.ann.log.size(), size_t(1));
        QVERIFY(p.ann.isEqualToServer());
    }
    void c75_aReaderNeverSkipsAPositionWhileTwoWrite()
    {
        Bench bench;
        Three p(bench);
        for (int i = 0; i < 200; ++i) {
            p.ann.queuePush({p.ann.make("a")});
            p.ben.queuePush({p.ben.make("b")});
            if (i % 3 == 0)
                bench.turn();
            if (i % 7 == 0)
                p.vic.say(p.vic.openMessage()); // starts over from an old cursor in the middle of it
            p.read(); // throws where there is a hole
        }
        bench.turn();
        QVERIFY(p.isEverybodyEqual());
        QCOMPARE(p.vic.cursor, std::uint64_t(400));
    }
};

QTEST_APPLESS_MAIN(TestServerCore)
#include "tst_servercore.moc"
