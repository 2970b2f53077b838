#include "serverbench.h"

#include <QTest>

using namespace evencart;
using namespace evencart::test;
using protocol::FailureCode;

namespace {

struct Link
{
    KeyPair key;
    protocol::Invite message;
};

Link linkBy(TestPeer &inviter, Role role, std::uint32_t uses = 1, std::uint64_t expiresAt = 0)
{
    Link link{KeyPair::generate(inviter.bench.random), {}};
    link.message = {5, inviter.cart, role, link.key.publicKey(), {}, expiresAt, uses};
    link.message.signature = grantInvitation(inviter.credentials.member, inviter.cart, role, link.key.publicKey());
    return link;
}

protocol::Join joinBy(const TestPeer &joiner, const CartId &cart, const Link &link)
{
    return {9, cart, link.key.publicKey(), signJoining(link.key, cart, joiner.credentials.member.publicKey())};
}

} // namespace

// Invitations, joining, lists of members, presence.
class TestMembers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initCrypto().ok()); }

    void aLinkLetsSomebodyInOnceWithAProofThatHoldsElsewhere()
    {
        Bench bench;
        TestPeer ann(bench, 1), ben(bench, 2), cem(bench, 3);
        ann.found();
        ann.connectAndOpen();
        const Link link = linkBy(ann, Role::Editor);
        ann.say(link.message);
        QCOMPARE(ann.next<protocol::Invited>().request, protocol::Request(5));

        ben.name = "Ben";
        ben.connect();
        ben.say(joinBy(ben, ann.cart, link));
        const auto joined = ben.next<protocol::Joined>();
        QCOMPARE(joined.role, Role::Editor);
        const auto proven = verifyProof(*decodeProof(joined.proof));
        QVERIFY(proven.ok());
        QCOMPARE(proven->role, Role::Editor);
        QCOMPARE(proven->memberKey, ben.credentials.member.publicKey());
        const auto told = ann.next<protocol::Members>(); // unasked: Ann has joined herself
        Q_UNUSED(told);
        const auto again = ann.next<protocol::Members>();
        QCOMPARE(again.request, protocol::Request(0));
        QCOMPARE(again.members.size(), size_t(2));

        cem.connect();
        cem.say(joinBy(cem, ann.cart, link));
        QCOMPARE(cem.next<protocol::Failure>().code, FailureCode::InviteInvalid);

        ben.cart = ann.cart;
        ben.open(); // without a proof: the server remembers
        ben.write("hello");
        QCOMPARE(ben.acks.size(), size_t(1));
    }
    // An answer is a promise: whoever was told that they are in stays in.
    void nobodyIsInBeforeItIsOnDisk()
    {
        Bench bench;
        TestPeer ann(bench, 1), ben(bench, 2);
        ann.found();
        ann.connectAndOpen();
        const Link link = linkBy(ann, Role::Editor);
        ann.say(link.message);
        ben.connect();
        bench.store.next = FlakyStore::Commit::FailsBefore;
        ben.say(joinBy(ben, ann.cart, link));
        QCOMPARE(ben.count<protocol::Joined>(), size_t(0));
        QVERIFY(ben.isClosed());
        ben.connect();
        ben.say(joinBy(ben, ann.cart, link)); // the use was not spent either
        QCOMPARE(ben.next<protocol::Joined>().role, Role::Editor);
    }
    void anInvitationIsAnOwnersToGive()
    {
        Bench bench;
        TestPeer ann(bench, 1), ben(bench, 2), eve(bench, 3);
        ann.found();
        ann.letIn(ben, Role::Editor);
        ann.connectAndOpen();
        ben.connectAndOpen();
        ben.say(linkBy(ben, Role::Editor).message);
        QCOMPARE(ben.next<protocol::Failure>().code, FailureCode::NotAllowed);
        eve.connect();
        eve.cart = ann.cart;
        eve.say(linkBy(eve, Role::Editor).message);
        QCOMPARE(eve.next<protocol::Failure>().code, FailureCode::NotFoundOrForbidden);
        Link forged = linkBy(ann, Role::Editor);
        forged.message.role = Role::Owner;
        ann.say(forged.message);
        QCOMPARE(ann.next<protocol::Failure>().code, FailureCode::BadProof);
    }
    void expiredUnknownAndForeignLinksAreAllTheSame()
    {
        Bench bench;
        TestPeer ann(bench, 1), ben(bench, 2), eve(bench, 3);
        ann.found();
        ann.connectAndOpen();
        const Link link = linkBy(ann, Role::Viewer, 5, bench.clock.wall + 1000);
        ann.say(link.message);
        eve.connect();
        eve.say(joinBy(ben, ann.cart, link)); // signed for Ben
        const auto foreign = eve.next<protocol::Failure>();
        bench.clock.pass(2000);
        eve.say(joinBy(eve, ann.cart, link));
        const auto expired = eve.next<protocol::Failure>();
        CartId other = ann.cart;
        other.raw[0] ^= 1;
        eve.say(joinBy(eve, other, link));
        const auto unknown = eve.next<protocol::Failure>();
        QCOMPARE(foreign, expired);
        QCOMPARE(expired, unknown);
        QCOMPARE(unknown.code, FailureCode::InviteInvalid);
    }
    void whoIsInAlreadySpendsNoUseAndMayRise()
    {
        Bench bench;
        TestPeer ann(bench, 1), ben(bench, 2), cem(bench, 3);
        ann.found();
        ann.letIn(ben, Role::Viewer);
        ann.connectAndOpen();
        ben.connectAndOpen();
        const Link link = linkBy(ann, Role::Editor, 1);
        ann.say(link.message);
        ann.say(joinBy(ann, ann.cart, link));
        QCOMPARE(ann.next<protocol::Joined>().role, Role::Owner);
        ben.say(joinBy(ben, ann.cart, link));
        QCOMPARE(ben.next<protocol::Joined>().role, Role::Editor);
        ben.write("now I may");
        QCOMPARE(ben.voids.size(), size_t(0));
    }
    // The answer was lost on its way, and the one use with it.
    void whoIsInAsksAgainWithTheSpentLink()
    {
        Bench bench;
        TestPeer ann(bench, 1), ben(bench, 2), eve(bench, 3);
        ann.found();
        ann.connectAndOpen();
        const Link link = linkBy(ann, Role::Editor);
        ann.say(link.message);
        ben.connect();
        ben.say(joinBy(ben, ann.cart, link));
        const auto first = ben.next<protocol::Joined>();
        bench.restart();
        ben.connect();
        ben.say(joinBy(ben, ann.cart, link));
        QCOMPARE(ben.next<protocol::Joined>(), first);
        eve.connect();
        eve.say(joinBy(eve, ann.cart, link));
        QCOMPARE(eve.next<protocol::Failure>().code, FailureCode::InviteInvalid);
    }
    void whoWasShownOutComesBackByANewLinkOnly()
    {
        Bench bench;
        TestPeer ann(bench, 1), ben(bench, 2);
        ann.found();
        ann.letIn(ben, Role::Editor);
        ann.connectAndOpen();
        ben.connectAndOpen();
        const Link old = linkBy(ann, Role::Editor, 9);
        ann.say(old.message);
        bench.clock.pass(10);
        QVERIFY(bench.store.begin().ok());
        QVERIFY(
            bench.store
                .putMembership(ann.cart, {ben.credentials.memberId(), Role::Editor, ben.proof, bench.clock.wall, true})
                .ok());
        QVERIFY(bench.store.commit().ok());
        bench.restart();
        ben.connect();
        ben.say(joinBy(ben, ann.cart, old));
        QCOMPARE(ben.next<protocol::Failure>().code, FailureCode::InviteInvalid);
        bench.clock.pass(10);
        ann.connectAndOpen();
        const Link fresh = linkBy(ann, Role::Viewer);
        ann.say(fresh.message);
        ben.say(joinBy(ben, ann.cart, fresh));
        QCOMPARE(ben.next<protocol::Joined>().role, Role::Viewer);
    }
    // Proofs are made without a server, so whoever was an owner can make one for somebody else at any time.
    void whomAFormerOwnerLetInComesNot()
    {
        Bench bench;
        TestPeer ann(bench, 1), bob(bench, 2), eve(bench, 3), fay(bench, 4), dana(bench, 5);
        ann.found();
        ann.letIn(bob, Role::Owner);
        ann.connectAndOpen();
        bob.connectAndOpen();
        bob.letIn(eve, Role::Owner);
        eve.letIn(fay, Role::Editor);
        bob.letIn(dana, Role::Editor);
        dana.connectAndOpen(); // while Bob is an owner
        QVERIFY(dana.isLive);
        ann.say(protocol::SetRole{7, ann.cart, bob.credentials.memberId(), protocol::RoleChange::Remove});
        for (TestPeer *guest : {&eve, &fay}) {
            guest->connect();
            guest->say(guest->openMessage());
            QCOMPARE(guest->next<protocol::Failure>().code, FailureCode::NotFoundOrForbidden);
        }
        dana.connectAndOpen(); // is remembered
        QVERIFY(dana.isLive);
    }
    void norWhomAnOwnerLetInWhoIsNoneNow()
    {
        Bench bench;
        TestPeer ann(bench, 1), bob(bench, 2), eve(bench, 3), dana(bench, 4);
        ann.found();
        ann.letIn(bob, Role::Owner);
        ann.connectAndOpen();
        bob.connectAndOpen();
        bob.letIn(eve, Role::Editor);
        bob.letIn(dana, Role::Editor);
        ann.say(protocol::SetRole{7, ann.cart, bob.credentials.memberId(), protocol::RoleChange::ToViewer});
        eve.connect();
        eve.say(eve.openMessage());
        QCOMPARE(eve.next<protocol::Failure>().code, FailureCode::NotFoundOrForbidden);
        // The founder may leave: what counts is the last inviter who is known.
        ann.say(protocol::SetRole{8, ann.cart, bob.credentials.memberId(), protocol::RoleChange::ToOwner});
        ann.say(protocol::SetRole{9, ann.cart, ann.credentials.memberId(), protocol::RoleChange::Remove});
        dana.connectAndOpen();
        QVERIFY(dana.isLive);
    }
    // The secret of a link and one's own proof make a proof for any key.
    void aLinkLetsNobodyInBehindItsUses()
    {
        Bench bench;
        TestPeer ann(bench, 1), dan(bench, 2), danAgain(bench, 3);
        ann.found();
        ann.connectAndOpen();
        const Link link = linkBy(ann, Role::Editor, 2);
        ann.say(link.message);
        const auto forge = [&](TestPeer &by, TestPeer &guest) {
            MembershipProof proof = *decodeProof(by.proof);
            proof.steps.back().memberKey = guest.credentials.member.publicKey();
            proof.steps.back().joining = signJoining(link.key, ann.cart, guest.credentials.member.publicKey());
            guest.cart = ann.cart;
            guest.proof = encodeProof(proof);
            QVERIFY(verifyProof(proof).ok());
        };
        dan.connect();
        dan.say(joinBy(dan, ann.cart, link));
        dan.cart = ann.cart;
        dan.proof = dan.next<protocol::Joined>().proof;
        dan.open();
        forge(dan, danAgain);
        danAgain.connectAndOpen(); // the second use, by a proof: as where the server had lost that he joined
        QVERIFY(danAgain.isLive);
        TestPeer third(bench, 4);
        forge(dan, third);
        third.connect();
        third.say(third.openMessage());
        QCOMPARE(third.next<protocol::Failure>().code, FailureCode::NotFoundOrForbidden);
        third.say(joinBy(third, ann.cart, link));
        QCOMPARE(third.next<protocol::Failure>().code, FailureCode::InviteInvalid);
    }
    // Whoever was shown out still has the link; under another key, too.
    void theLinkOfWhoWasShownOutIsClosed()
    {
        Bench bench;
        TestPeer ann(bench, 1), dan(bench, 2), other(bench, 3);
        ann.found();
        ann.connectAndOpen();
        const Link link = linkBy(ann, Role::Editor, 5);
        ann.say(link.message);
        dan.connect();
        dan.say(joinBy(dan, ann.cart, link));
        const Bytes proof = dan.next<protocol::Joined>().proof;
        ann.say(protocol::SetRole{7, ann.cart, dan.credentials.memberId(), protocol::RoleChange::Remove});
        other.connect();
        other.say(joinBy(other, ann.cart, link));
        QCOMPARE(other.next<protocol::Failure>().code, FailureCode::InviteInvalid);
        MembershipProof forged = *decodeProof(proof);
        forged.steps.back().memberKey = other.credentials.member.publicKey();
        forged.steps.back().joining = signJoining(link.key, ann.cart, other.credentials.member.publicKey());
        other.cart = ann.cart;
        other.proof = encodeProof(forged);
        other.say(other.openMessage());
        QCOMPARE(other.next<protocol::Failure>().code, FailureCode::NotFoundOrForbidden);
    }
    void membersAreListedForMembersOnly()
    {
        Bench bench;
        TestPeer ann(bench, 1), eve(bench, 3);
        ann.found();
        ann.connectAndOpen();
        ann.say(protocol::ListMembers{4, ann.cart});
        const auto unasked = ann.next<protocol::Members>();
        Q_UNUSED(unasked);
        const auto list = ann.next<protocol::Members>();
        QCOMPARE(list.request, protocol::Request(4));
        QCOMPARE(list.members, (std::vector<protocol::Member>{{ann.credentials.memberId(), "Ann", Role::Owner, 1}}));
        eve.connect();
        eve.say(protocol::ListMembers{4, ann.cart});
        QCOMPARE(eve.next<protocol::Failure>().code, FailureCode::NotFoundOrForbidden);
    }
    void theLaterNameShowsWhicheverArrivesLast()
    {
        Bench bench;
        TestPeer ann(bench, 1);
        ann.found();
        ann.name = "Anna";
        ann.nameStamp = Hlc{5};
        ann.connectAndOpen();
        ann.hangUp();
        ann.name = "Old";
        ann.nameStamp = Hlc{4};
        ann.connectAndOpen();
        QCOMPARE((*bench.store.person(ann.credentials.memberId()))->name, std::string("Anna"));
    }
    void aStrangerWhoOpensNothingLeavesNoTrace()
    {
        Bench bench;
        TestPeer eve(bench, 3);
        eve.connect();
        QVERIFY(!bench.store.person(eve.credentials.memberId())->has_value());
    }

    // ---- presence

    void cursorsAreToldOnceASecondAndOutliveARestart()
    {
        Bench bench;
        TestPeer ann(bench, 1), ben(bench, 2);
        ann.found();
        ann.letIn(ben, Role::Editor);
        ann.connectAndOpen();
        ben.connectAndOpen();
        bench.tick();
        ann.inbox().clear();
        ann.write("a");
        ann.write("b");
        ben.say(protocol::Seen{1, 1});
        ben.say(protocol::Seen{1, 2});
        QCOMPARE(ann.count<protocol::Cursors>(), size_t(0));
        bench.tick();
        const auto told = ann.next<protocol::Cursors>();
        QCOMPARE(told.cursors, (std::vector<protocol::MemberCursor>{
                                   {ben.credentials.memberId(), ben.credentials.deviceId(), 2, true}}));
        bench.tick();
        QCOMPARE(ann.count<protocol::Cursors>(), size_t(0));
        ben.hangUp();
        bench.tick();
        QCOMPARE(ann.next<protocol::Cursors>().cursors.at(0).online, false);
        bench.restart();
        ann.connectAndOpen();
        const auto all = ann.next<protocol::Cursors>();
        QCOMPARE(all.cursors.size(), size_t(2));
    }
    // A device that syncs and goes takes less than a second; nobody was ever told that it had been here.
    void whoCameAndWentBetweenTwoRoundsIsTold()
    {
        Bench bench;
        TestPeer ann(bench, 1), ben(bench, 2);
        ann.found();
        ann.letIn(ben, Role::Editor);
        ann.connectAndOpen();
        bench.tick();
        ann.inbox().clear();
        ben.connectAndOpen();
        ben.hangUp();
        bench.tick();
        const auto told = ann.next<protocol::Cursors>().cursors;
        QCOMPARE(told.size(), size_t(2));
        QVERIFY(told.at(0).device == ben.credentials.deviceId() && told.at(0).online);
        QVERIFY(told.at(1).device == ben.credentials.deviceId() && !told.at(1).online);
        bench.tick();
        QCOMPARE(ann.count<protocol::Cursors>(), size_t(0));
    }
    void aCursorBeyondTheHeadIsNotBelieved()
    {
        Bench bench;
        TestPeer ann(bench, 1), ben(bench, 2);
        ann.found();
        ann.letIn(ben, Role::Viewer);
        ann.connectAndOpen();
        ben.connectAndOpen();
        bench.tick();
        ann.inbox().clear();
        ben.say(protocol::Seen{1, 500});
        bench.tick();
        QCOMPARE(ann.count<protocol::Cursors>(), size_t(0));
    }
};

QTEST_APPLESS_MAIN(TestMembers)
#include "tst_members.moc"
