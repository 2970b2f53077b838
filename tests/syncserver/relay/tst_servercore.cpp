#include "cartpeers.h"

#include <QTest>

using namespace evencart;
using namespace evencart::test;
using protocol::CatchUp;
using protocol::FailureCode;

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
        QVERIFY(
            bench.store.putMembership(p.ann.cart, {p.ben.credentials.memberId(), Role::Editor, p.ben.proof, 1, true})
                .ok());
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
            p.read();                           // throws where there is a hole
        }
        bench.turn();
        QVERIFY(p.isEverybodyEqual());
        QCOMPARE(p.vic.cursor, std::uint64_t(400));
    }
};

QTEST_APPLESS_MAIN(TestServerCore)
#include "tst_servercore.moc"
