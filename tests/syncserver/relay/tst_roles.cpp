#include "serverbench.h"

#include <QTest>

using namespace evencart;
using namespace evencart::test;
using protocol::FailureCode;
using protocol::RoleChange;

namespace {

// A founder, an editor and a viewer, all of them looking.
struct Cart
{
    Bench bench;
    TestPeer ann{bench, 1}, ben{bench, 2}, cem{bench, 3};

    Cart()
    {
        ann.found();
        ann.letIn(ben, Role::Editor);
        ann.letIn(cem, Role::Viewer);
        for (TestPeer *each : {&ann, &ben, &cem})
            each->connectAndOpen();
        for (TestPeer *each : {&ann, &ben, &cem})
            each->inbox().clear();
    }

    void ask(TestPeer &asker, const TestPeer &member, RoleChange change)
    {
        asker.say(protocol::SetRole{7, ann.cart, member.credentials.memberId(), change});
    }
    std::optional<Role> role(const TestPeer &member)
    {
        const auto rows = bench.store.memberships(ann.cart);
        for (const auto &row : *rows) {
            if (row.member == member.credentials.memberId() && !row.isRemoved)
                return row.role;
        }
        return std::nullopt;
    }
};

} // namespace

// Who decides about members, and from when on it holds.
class TestRoles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initCrypto().ok()); }

    void aRoleHoldsFromTheNextChangeOn()
    {
        Cart cart;
        cart.ben.write("still mine to write");
        QCOMPARE(cart.ben.acks.size(), size_t(1));
        cart.ask(cart.ann, cart.ben, RoleChange::ToViewer);
        QCOMPARE(cart.ann.next<protocol::Members>().request, protocol::Request(7));
        const auto told = cart.ben.next<protocol::Members>(); // unasked
        QCOMPARE(told.request, protocol::Request(0));
        QVERIFY(std::ranges::count(told.members, Role::Viewer, &protocol::Member::role) == 2);
        cart.ben.write("not any more");
        QCOMPARE(cart.ben.acks.size(), size_t(1));
        QCOMPARE(cart.ben.voids.size(), size_t(1));
        cart.ask(cart.ann, cart.ben, RoleChange::ToEditor);
        cart.ben.write("and again");
        QCOMPARE(cart.ben.acks.size(), size_t(2));
    }
    void whoIsShownOutHearsNothingMore()
    {
        Cart cart;
        cart.ask(cart.ann, cart.ben, RoleChange::Remove);
        QCOMPARE(cart.ann.next<protocol::Members>().members.size(), size_t(2));
        QCOMPARE(cart.ben.next<protocol::Failure>().code, FailureCode::NotFoundOrForbidden);
        cart.ben.inbox().clear();
        cart.ann.write("among ourselves");
        QCOMPARE(cart.ben.inbox().size(), size_t(0));
        QVERIFY(!cart.ben.isClosed()); // other carts go on
        cart.ben.open();               // with a proof that holds
        QCOMPARE(cart.ben.next<protocol::Failure>().code, FailureCode::NotFoundOrForbidden);
        cart.bench.restart();
        cart.ben.connect();
        cart.ben.open();
        QCOMPARE(cart.ben.next<protocol::Failure>().code, FailureCode::NotFoundOrForbidden);
    }
    void nothingIsDecidedThatIsNotOnDisk()
    {
        Cart cart;
        cart.bench.store.next = FlakyStore::Commit::FailsBefore;
        cart.ask(cart.ann, cart.ben, RoleChange::Remove);
        QCOMPARE(cart.ann.count<protocol::Members>(), size_t(0));
        QCOMPARE(cart.role(cart.ben), std::optional(Role::Editor));
        cart.ben.connectAndOpen();
        cart.ben.write("still here");
        QCOMPARE(cart.ben.acks.size(), size_t(1));
    }
    void itIsAnOwnersToDecide()
    {
        Cart cart;
        for (const RoleChange change : {RoleChange::Remove, RoleChange::ToViewer, RoleChange::ToOwner}) {
            cart.ask(cart.ben, cart.cem, change);
            QCOMPARE(cart.ben.next<protocol::Failure>().code, FailureCode::NotAllowed);
        }
        cart.ask(cart.cem, cart.cem, RoleChange::ToEditor);
        QCOMPARE(cart.cem.next<protocol::Failure>().code, FailureCode::NotAllowed);
        TestPeer eve(cart.bench, 9);
        eve.connect();
        cart.ask(eve, cart.ben, RoleChange::Remove);
        QCOMPARE(eve.next<protocol::Failure>().code, FailureCode::NotFoundOrForbidden);
        cart.ask(cart.ann, eve, RoleChange::ToEditor);
        QCOMPARE(cart.ann.next<protocol::Failure>().code, FailureCode::NotFoundOrForbidden);
        QCOMPARE(cart.role(cart.ben), std::optional(Role::Editor));
        QCOMPARE(cart.role(cart.cem), std::optional(Role::Viewer));
    }
    void everybodyMayStepDownOrLeave()
    {
        Cart cart;
        cart.ask(cart.ben, cart.ben, RoleChange::ToViewer);
        QCOMPARE(cart.role(cart.ben), std::optional(Role::Viewer));
        cart.ask(cart.cem, cart.cem, RoleChange::Remove);
        QCOMPARE(cart.role(cart.cem), std::optional<Role>());
    }
    void aCartKeepsAnOwner()
    {
        Cart cart;
        for (const RoleChange change : {RoleChange::Remove, RoleChange::ToViewer, RoleChange::ToEditor}) {
            cart.ask(cart.ann, cart.ann, change);
            QCOMPARE(cart.ann.next<protocol::Failure>().code, FailureCode::NotAllowed);
        }
        QCOMPARE(cart.role(cart.ann), std::optional(Role::Owner));
        TestPeer dea(cart.bench, 4);
        cart.ann.letIn(dea, Role::Owner);
        dea.connectAndOpen();
        cart.ask(dea, cart.ann, RoleChange::ToEditor);
        QCOMPARE(cart.role(cart.ann), std::optional(Role::Editor));
    }
    // An owner without a proof could give invitations that no other server believes.
    void anOwnerIsMadeByAnInvitation()
    {
        Cart cart;
        cart.ask(cart.ann, cart.ben, RoleChange::ToOwner);
        QCOMPARE(cart.ann.next<protocol::Failure>().code, FailureCode::NotAllowed);
        TestPeer dea(cart.bench, 4);
        cart.ann.letIn(dea, Role::Owner);
        dea.connectAndOpen();
        cart.ask(cart.ann, dea, RoleChange::ToViewer);
        cart.ask(cart.ann, dea, RoleChange::ToOwner); // was one before
        QCOMPARE(cart.role(dea), std::optional(Role::Owner));
    }
};

QTEST_GUILESS_MAIN(TestRoles)
#include "tst_roles.moc"
