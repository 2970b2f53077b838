#include "cartpeers.h"
#include "shop/stockroom.h"
#include "shopbench.h"

#include "protocol/protocollimits.h"

#include <QTest>

using namespace evencart;
using namespace evencart::test;
using protocol::NotOrdered;
using protocol::NotReserved;
using protocol::Ordered;
using protocol::Reservations;
using protocol::Reserve;
using protocol::Reserved;
using Problem = protocol::ReservationProblem;

// What is kept for one is sold to nobody else, and ends.
class TestReservations : public QObject
{
    Q_OBJECT

private:
    static constexpr std::uint64_t minute = 60'000;
    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<Three> m_three;
    std::unique_ptr<Pair> m_others;
    int m_keys = 0;
    Bench &bench() { return *m_bench; }
    TestPeer &ann() { return m_three->ann; }
    TestPeer &ben() { return m_three->ben; }
    TestPeer &eve() { return m_others->ann; } // of another cart

    Reserve wish(TestPeer &peer, std::int64_t n, const std::string &sku = "m-1", std::uint64_t time = 10 * minute)
    {
        return {5, "r" + std::to_string(++m_keys), peer.cart, sku, {}, n, time};
    }
    Reserved reserve(TestPeer &peer, const Reserve &wanted)
    {
        peer.say(wanted);
        return peer.next<Reserved>();
    }
    NotReserved refusal(TestPeer &peer, const Reserve &wanted)
    {
        peer.say(wanted);
        return peer.next<NotReserved>();
    }
    Reservations standing(TestPeer &peer)
    {
        peer.say(protocol::ReadReservations{6});
        return peer.next<Reservations>();
    }
    std::int64_t reservedOf(const std::string &sku) { return (**bench().store.shop().good(sku)).reserved; }
    void reconnect()
    {
        bench().restart();
        m_three->ann.connectAndOpen();
        m_others->ann.connectAndOpen();
    }

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<Bench>();
        stockUp(bench());
        m_three = std::make_unique<Three>(bench());
        m_others = std::make_unique<Pair>(bench());
    }
    void cleanup()
    {
        // Whatever happened, the books agree.
        QVERIFY(shop::checkBooks(bench().store.shop())->empty());
        m_others.reset();
        m_three.reset();
        m_bench.reset();
    }

    void whatIsReservedIsSoldToNobodyElse()
    {
        const Reserved kept = reserve(ann(), wish(ann(), 2000));
        QCOMPARE(kept.reservation.quantity, 2000);
        QCOMPARE(kept.reservation.remaining, 10 * minute);
        QCOMPARE(kept.reservation.until, bench().clock.wall + 10 * minute);
        QCOMPARE(stockOf(bench(), "m-1"), 3000); // it is still there
        QCOMPARE(reservedOf("m-1"), 2000);
        addGood(eve(), "Milk", "m-1", 2000);
        eve().say(checkoutOf(eve(), "k"));
        const auto no = eve().next<NotOrdered>();
        QVERIFY(no.lines[0].problem == protocol::LineProblem::SoldOut);
        QCOMPARE(no.lines[0].left, 1000);
        // Nor to somebody of the same cart: it is a member's.
        QCOMPARE(refusal(ben(), wish(ben(), 2000)).left, 1000);
        addGood(ann(), "Milk", "m-1", 3000);
        ann().say(checkoutOf(ann(), "k"));
        QCOMPARE(ann().next<Ordered>().order.lines[0].quantity, 3000); // more than that, and the rest besides
        QCOMPARE(stockOf(bench(), "m-1"), 0);
        QCOMPARE(reservedOf("m-1"), 0);
        QVERIFY(standing(ann()).reservations.empty());
    }

    void anOrderEndsItWholly()
    {
        reserve(ann(), wish(ann(), 3000));
        addGood(ann(), "Milk", "m-1", 1000);
        ann().say(checkoutOf(ann(), "k"));
        ann().next<Ordered>();
        QCOMPARE(reservedOf("m-1"), 0);
        QCOMPARE(reserve(eve(), wish(eve(), 2000)).reservation.quantity, 2000);
    }

    // Of the cart for which it was made: an order from another one is like anybody's.
    void itIsForOneCart()
    {
        reserve(ann(), wish(ann(), 2000));
        Reserve elsewhere = wish(ann(), 2000);
        elsewhere.cart = eve().cart;
        QVERIFY(refusal(ann(), elsewhere).problem == Problem::NotAllowed);
        TestPeer ofAnn(bench(), 0x77); // the same person, in the other cart
        ofAnn.credentials = ann().credentials;
        eve().letIn(ofAnn, Role::Editor);
        ofAnn.connectAndOpen();
        const auto no = refusal(ofAnn, elsewhere);
        QVERIFY(no.problem == Problem::SoldOut);
        QCOMPARE(no.left, 1000);
    }

    void aRefusedOrderLeavesIt()
    {
        reserve(ann(), wish(ann(), 2000));
        addGood(ann(), "Milk", "m-1", 4000);
        ann().say(checkoutOf(ann(), "k"));
        QCOMPARE(ann().next<NotOrdered>().lines[0].left, 3000);
        QCOMPARE(reservedOf("m-1"), 2000);
    }

    void itEndsByItself()
    {
        reserve(ann(), wish(ann(), 3000));
        bench().clock.pass(10 * minute - 1);
        QCOMPARE(refusal(eve(), wish(eve(), 1000)).left, 0);
        const std::uint64_t before = *bench().store.shop().revision();
        bench().clock.pass(1);
        // Before any tick: who asks finds it ended.
        QCOMPARE(reserve(eve(), wish(eve(), 3000)).reservation.quantity, 3000);
        QVERIFY(standing(ann()).reservations.empty());
        QVERIFY(*bench().store.shop().revision() >= before + 2); // watchers are told of both
        addGood(ann(), "Milk", "m-1", 1000);
        ann().say(checkoutOf(ann(), "k"));
        QVERIFY(ann().next<NotOrdered>().lines[0].problem == protocol::LineProblem::SoldOut);
        bench().clock.pass(10 * minute);
        ann().say(checkoutOf(ann(), "k", 2));
        ann().next<Ordered>(); // ended by the order that needed it
    }

    void whoWatchesIsToldWhenItEnds()
    {
        eve().say(protocol::ReadGoods{3, {}, 0, 0, true});
        eve().next<protocol::Goods>();
        reserve(ann(), wish(ann(), 2000));
        bench().tick();
        QCOMPARE(eve().next<protocol::Goods>().goods[0].reserved, 2000);
        bench().clock.pass(10 * minute);
        bench().tick();
        QCOMPARE(eve().next<protocol::Goods>().goods[0].reserved, 0);
        QVERIFY(bench().store.shop().reservationsUpTo(std::numeric_limits<std::uint64_t>::max())->empty());
    }

    // Within a run the monotonic clock counts; over a restart the wall clock, but not before what was made.
    void aClockThatJumpsNeitherEndsNorKeepsIt()
    {
        reserve(ann(), wish(ann(), 3000));
        bench().clock.wall += 365 * 24 * 60 * minute;
        QCOMPARE(refusal(eve(), wish(eve(), 1000)).left, 0);
        bench().clock.wall -= 2 * 365 * 24 * 60 * minute;
        bench().clock.monotonic += 10 * minute - 1;
        QCOMPARE(refusal(eve(), wish(eve(), 1000)).left, 0);
        // Restarted with a clock that is a year behind: it holds for its whole time again, and no longer.
        reconnect();
        QCOMPARE(standing(ann()).reservations.at(0).remaining, 10 * minute);
        bench().clock.monotonic += 10 * minute;
        QCOMPARE(reserve(eve(), wish(eve(), 3000)).reservation.quantity, 3000);
    }

    void itOutlivesARestart()
    {
        reserve(ann(), wish(ann(), 3000));
        bench().clock.pass(4 * minute);
        reconnect();
        QCOMPARE(standing(ann()).reservations.at(0).remaining, 6 * minute);
        QCOMPARE(refusal(eve(), wish(eve(), 1000)).left, 0);
        bench().clock.pass(6 * minute);
        reconnect();
        QCOMPARE(reserve(eve(), wish(eve(), 1000)).reservation.quantity, 1000);
    }

    void theSameKeyIsTheSameReservation()
    {
        const Reserve wanted = wish(ann(), 2000);
        const Reserved first = reserve(ann(), wanted);
        bench().clock.pass(minute);
        const Reserved again = reserve(ann(), wanted); // its answer had been lost
        QCOMPARE(again.reservation.until, first.reservation.until);
        QCOMPARE(again.reservation.remaining, 9 * minute);
        QCOMPARE(again.point.revision, first.point.revision);
        QCOMPARE(reservedOf("m-1"), 2000);
        // Another one takes its place, with its own time.
        const Reserved longer = reserve(ann(), wish(ann(), 3000));
        QCOMPARE(longer.reservation.until, first.reservation.until + minute);
        QCOMPARE(standing(ann()).reservations.size(), 1U);
        QCOMPARE(reservedOf("m-1"), 3000);
    }

    // A message that comes late must not bring back what was ended meanwhile.
    void whatHasEndedIsNotBroughtBackByALateMessage()
    {
        const Reserve wanted = wish(ann(), 2000);
        reserve(ann(), wanted);
        ann().say(protocol::Release{7, ann().cart, "m-1"});
        QVERIFY(ann().next<Reservations>().reservations.empty());
        QCOMPARE(reservedOf("m-1"), 0);
        QVERIFY(refusal(ann(), wanted).problem == Problem::Ended);
        QCOMPARE(reserve(ann(), wish(ann(), 1000)).reservation.quantity, 1000);
        ann().say(protocol::Release{7, ann().cart, "b-2"}); // of what there is none
        QCOMPARE(ann().next<Reservations>().reservations.size(), 1U);
    }

    void amountsAreInTheUnitOfTheGood()
    {
        operate(bench(), {"catalog", "import", "f.csv"},
                "sku,name,unit,price,currency,stock\nf-1,Flour,kg,2.00,EUR,1\n");
        Reserve flour = wish(ann(), 600'000, "f-1");
        flour.unit = "g";
        QCOMPARE(reserve(ann(), flour).reservation.quantity, 600);
        flour = wish(ann(), 1000, "f-1");
        flour.unit = "pack";
        QVERIFY(refusal(ann(), flour).problem == Problem::NotSold);
        QVERIFY(refusal(ann(), wish(ann(), 1000, "x-9")).problem == Problem::NotSold);
        QVERIFY(refusal(ann(), wish(ann(), 0)).problem == Problem::NotSold);
    }

    void whoMayNotEditMayNotReserve()
    {
        QVERIFY(refusal(m_three->vic, wish(m_three->vic, 1000)).problem == Problem::NotAllowed);
        TestPeer stranger(bench(), 0x5);
        stranger.connect();
        const std::uint64_t commits = bench().core->metrics().commits;
        Reserve foreign = wish(ann(), 1000);
        QVERIFY(refusal(stranger, foreign).problem == Problem::NotAllowed);
        foreign.cart.raw[0] ^= 1;
        QVERIFY(refusal(stranger, foreign).problem == Problem::NotAllowed);
        QVERIFY(standing(stranger).reservations.empty());
        stranger.say(protocol::Release{7, ann().cart, "m-1"});
        QVERIFY(stranger.next<Reservations>().reservations.empty());
        QCOMPARE(bench().core->metrics().commits, commits);
        bench().options.isFollower = true;
        reconnect();
        ann().say(wish(ann(), 1000));
        QVERIFY(ann().next<protocol::Failure>().code == protocol::FailureCode::Behind);
        bench().options.isFollower = false;
        bench().restart();
    }

    // Nobody holds the whole shop, and nothing for long.
    void numberAndTimeHaveBounds()
    {
        const Reserved longest = reserve(ann(), wish(ann(), 1000, "m-1", 365 * 24 * 60 * minute));
        QCOMPARE(longest.reservation.remaining, protocol::reservationMilliseconds);
        std::string file = "sku,name,price,currency,stock\n";
        for (std::size_t i = 0; i < protocol::reservationsOfAMember; ++i)
            file += "g-" + std::to_string(i) + ",Thing,1,EUR,10\n";
        operate(bench(), {"catalog", "import", "g.csv"}, file);
        for (std::size_t i = 0; i + 1 < protocol::reservationsOfAMember; ++i)
            reserve(ann(), wish(ann(), 1000, "g-" + std::to_string(i)));
        const std::string last = "g-" + std::to_string(protocol::reservationsOfAMember - 1);
        QVERIFY(refusal(ann(), wish(ann(), 1000, last)).problem == Problem::TooMany);
        QCOMPARE(reserve(ann(), wish(ann(), 2000)).reservation.quantity, 2000); // in place of one that is there
        ann().say(protocol::Release{7, ann().cart, "m-1"});
        ann().next<Reservations>();
        reserve(ann(), wish(ann(), 1000, last));
        QCOMPARE(reserve(ben(), wish(ben(), 1000)).reservation.quantity, 1000); // others are not concerned
    }

    // The operator is the master of the shelves: what is gone cannot be kept. Who came first keeps what is left.
    void whatTheOperatorTakesAwayIsGone()
    {
        reserve(ann(), wish(ann(), 1000));
        reserve(eve(), wish(eve(), 1000));
        operate(bench(), {"stock", "set", "m-1", "1"});
        QVERIFY(standing(eve()).reservations.empty());
        QCOMPARE(standing(ann()).reservations.size(), 1U);
        QVERIFY(operate(bench(), {"catalog", "list"}).find("stock 1 l  reserved 1  ") != std::string::npos);
        QCOMPARE(refusal(ben(), wish(ben(), 1000)).left, 0);
        addGood(ann(), "Milk", "m-1", 1000);
        ann().say(checkoutOf(ann(), "k"));
        ann().next<Ordered>();
        reserve(ann(), wish(ann(), 5000, "b-2"));
        operate(bench(), {"catalog", "import", "goods.csv"}, "sku,name,price,currency,stock\nb-2,Bread,3.00,EUR,4\n");
        QVERIFY(standing(ann()).reservations.empty());
        QCOMPARE(reservedOf("b-2"), 0);
    }

    // Who may not order any more holds nothing back from others.
    void whoIsShownOutKeepsNothing()
    {
        using protocol::RoleChange;
        reserve(ben(), wish(ben(), 3000));
        reserve(ben(), wish(ben(), 1000, "b-2"));
        reserve(ann(), wish(ann(), 1000, "b-2"));
        ann().say(protocol::SetRole{7, ann().cart, ben().credentials.memberId(), RoleChange::ToViewer});
        ann().next<protocol::Members>();
        QCOMPARE(reservedOf("m-1"), 0);
        QCOMPARE(reservedOf("b-2"), 1000);
        ann().say(protocol::SetRole{8, ann().cart, ben().credentials.memberId(), RoleChange::ToEditor});
        reserve(ben(), wish(ben(), 3000));
        ann().say(protocol::SetRole{9, ann().cart, ben().credentials.memberId(), RoleChange::Remove});
        QCOMPARE(reservedOf("m-1"), 0);
    }

    // What has ended is remembered for a while, and is no reason to refuse more.
    void whatHasEndedMakesPlace()
    {
        const std::size_t many = 5 * protocol::reservationsOfAMember;
        std::string file = "sku,name,price,currency,stock\n";
        for (std::size_t i = 0; i < many; ++i)
            file += "g-" + std::to_string(i) + ",Thing,1,EUR,10\n";
        operate(bench(), {"catalog", "import", "g.csv"}, file);
        for (std::size_t i = 0; i < many; ++i) {
            const std::string sku = "g-" + std::to_string(i);
            reserve(ann(), wish(ann(), 1000, sku));
            ann().say(protocol::Release{7, ann().cart, sku});
            ann().next<Reservations>();
        }
        const auto remembered = *bench().store.shop().reservationsOfMember(ann().credentials.memberId());
        QCOMPARE(remembered.size(), 4 * protocol::reservationsOfAMember);
    }

    void nothingIsSaidBeforeItIsDurable()
    {
        bench().store.next = FlakyStore::Commit::FailsBefore;
        ann().say(wish(ann(), 1000));
        QCOMPARE(ann().count<Reserved>(), 0U);
        QCOMPARE(reservedOf("m-1"), 0);
    }
};

QTEST_GUILESS_MAIN(TestReservations)
#include "tst_reservations.moc"
