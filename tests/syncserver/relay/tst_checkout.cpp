#include "cartpeers.h"
#include "shopbench.h"

#include <QTest>

using namespace evencart;
using namespace evencart::test;
using protocol::LineProblem;
using protocol::NotOrdered;
using protocol::Ordered;
using protocol::OrderProblem;

// The till: one winner, one order a key, nothing half done.
class TestCheckout : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<Three> m_three;
    Bench &bench() { return *m_bench; }
    TestPeer &ann() { return m_three->ann; }
    TestPeer &ben() { return m_three->ben; }

    NotOrdered refusal(TestPeer &peer, const protocol::Checkout &checkout)
    {
        peer.say(checkout);
        return peer.next<NotOrdered>();
    }
    Ordered order(TestPeer &peer, const protocol::Checkout &checkout)
    {
        peer.say(checkout);
        return peer.next<Ordered>();
    }

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<Bench>();
        stockUp(bench());
        m_three = std::make_unique<Three>(bench());
    }
    void cleanup()
    {
        m_three.reset();
        m_bench.reset();
    }

    void c132_anOrderTakesFromTheStockAndLeavesTheCart()
    {
        const LineId milk = addGood(ann(), "Milk", "m-1", 2000);
        const LineId note = addGood(ann(), "something else", "", 1000);
        addGood(ann(), "Bread", "b-2", 1000);
        const Ordered done = order(ann(), checkoutOf(ann(), "k"));
        QCOMPARE(done.request, 7U);
        QCOMPARE(done.order.number, 1U);
        QCOMPARE(done.order.key, std::string("k"));
        QCOMPARE(done.order.total, 538);
        QCOMPARE(done.order.currency, std::string("EUR"));
        QCOMPARE(done.order.lines.size(), 2U);
        QVERIFY(done.order.lines[0].line == milk);
        QCOMPARE(done.order.lines[0].total, 238);
        QCOMPARE(stockOf(bench(), "m-1"), 1000);
        QCOMPARE(stockOf(bench(), "b-2"), 4000);
        QVERIFY(m_three->isEverybodyEqual());
        const CartView view(ben().cart, ben().state);
        QCOMPARE(view.count(), 1U);
        QVERIFY(view.line(note));
        ann().say(protocol::ReadOrders{8, done.point.life, done.point.revision, 0});
        QVERIFY(ann().next<protocol::Orders>().orders.front() == done.order);
        ben().say(protocol::ReadOrders{8, done.point.life, done.point.revision, 0});
        QVERIFY(ben().next<protocol::Orders>().orders.empty());
    }

    void c133_theLastCopyIsSoldOnce()
    {
        addGood(ann(), "Milk", "m-1", 3000);
        Pair others(bench());
        addGood(others.ann, "Milk", "m-1", 1000);
        ann().queue(checkoutOf(ann(), "a"));
        others.ann.queue(checkoutOf(others.ann, "b")); // in the same transaction
        bench().turn();
        QCOMPARE(ann().next<Ordered>().order.number, 1U);
        const auto late = others.ann.next<NotOrdered>();
        QVERIFY(late.problem == OrderProblem::Lines);
        QCOMPARE(late.lines.size(), 1U);
        QVERIFY(late.lines[0].problem == LineProblem::SoldOut);
        QCOMPARE(late.lines[0].left, 0);
        QCOMPARE(stockOf(bench(), "m-1"), 0);
        others.read();
        QCOMPARE(CartView(others.ann.cart, others.ann.state).count(), 1U);
    }

    void c134_refusalsComeLineByLine()
    {
        addGood(ann(), "Milk", "m-1", 4000);
        const LineId bread = addGood(ann(), "Bread", "b-2", 1000);
        const LineId toy = addGood(ann(), "Toy", "t-9", 1000);
        operate(bench(), {"catalog", "import", "b.csv"}, "sku,name,price,currency\nb-2,Bread,3.50,EUR\n");
        const auto no = refusal(ann(), checkoutOf(ann(), "k"));
        QCOMPARE(no.lines.size(), 3U);
        QVERIFY(no.lines[0].problem == LineProblem::SoldOut);
        QCOMPARE(no.lines[0].left, 3000);
        QVERIFY(no.lines[1].line == bread && no.lines[1].problem == LineProblem::PriceChanged);
        QCOMPARE(no.lines[1].price, 350);
        QVERIFY(no.lines[2].line == toy && no.lines[2].problem == LineProblem::NotSold);
        QCOMPARE(stockOf(bench(), "m-1"), 3000);
        QCOMPARE(*bench().store.shop().lastOrder(), 0U);
    }

    void pricesMayBeAccepted()
    {
        addGood(ann(), "Bread", "b-2", 2000);
        operate(bench(), {"catalog", "import", "b.csv"}, "sku,name,price,currency\nb-2,Bread,3.50,EUR\n");
        auto checkout = checkoutOf(ann(), "k");
        QVERIFY(refusal(ann(), checkout).lines[0].problem == LineProblem::PriceChanged);
        checkout.attempt = 2;
        checkout.acceptPrices = true;
        QCOMPARE(order(ann(), checkout).order.total, 700);
    }

    void c135_aCartThatChangedIsNotOrdered()
    {
        addGood(ann(), "Milk", "m-1", 1000);
        const auto seen = checkoutOf(ann(), "k");
        ben().read();
        const LineId milk = addGood(ben(), "Milk", "m-1", 1000);
        const LineId bread = addGood(ben(), "Bread", "b-2", 1000);
        const auto no = refusal(ann(), seen);
        QCOMPARE(no.lines.size(), 2U);
        for (const auto &line : no.lines)
            QVERIFY(line.problem == LineProblem::CartChanged);
        QVERIFY(no.lines[0].line == milk);
        QVERIFY(no.lines[1].line == bread);
        ann().read();
        QCOMPARE(order(ann(), checkoutOf(ann(), "k", 2)).order.total, 538);
    }

    void whatDoesNotConcernTheOrderDoesNotStopIt()
    {
        addGood(ann(), "Milk", "m-1", 1000);
        const auto seen = checkoutOf(ann(), "k");
        ben().read();
        addGood(ben(), "a note to self", "", 1000);
        QCOMPARE(order(ann(), seen).order.lines.size(), 1U);
    }

    void c136_whatOthersAddMeanwhileStays()
    {
        const LineId milk = addGood(ann(), "Milk", "m-1", 2000);
        ben().read();
        // Ben has not heard of the order when he adds one more; his change comes behind it.
        CartView view(ben().cart, ben().state);
        Edit edit(view, ben().credentials.memberId());
        QVERIFY(edit.increase(milk, 1000).ok());
        Draft draft = edit.take();
        Delta delta = ben().makeDelta("");
        delta.adds = std::move(draft.adds);
        delta.removes = std::move(draft.removes);
        ann().queue(checkoutOf(ann(), "k"));
        ben().queuePush({encodeDelta(delta)});
        bench().turn();
        QCOMPARE(ann().next<Ordered>().order.lines[0].quantity, 2000);
        QVERIFY(m_three->isEverybodyEqual());
        const CartView after(ann().cart, ann().state);
        QVERIFY(after.line(milk));
        QCOMPARE(after.line(milk)->quantity, 1000);
    }

    void c137_theSameKeyIsTheSameOrderForEver()
    {
        addGood(ann(), "Milk", "m-1", 2000);
        const auto checkout = checkoutOf(ann(), "k");
        const Ordered first = order(ann(), checkout);
        auto again = checkout;
        again.attempt = 2;
        QVERIFY(order(ann(), again).order == first.order);
        bench().restart();
        ann().isLive = false;
        ann().connect();
        QVERIFY(order(ann(), again).order == first.order);
        ann().say(protocol::AskOrder{9, "k", 3});
        QVERIFY(ann().next<Ordered>().order == first.order);
        QCOMPARE(stockOf(bench(), "m-1"), 1000);
        QCOMPARE(*bench().store.shop().lastOrder(), 1U);
    }

    void theSameKeyWithOtherContentIsRefused()
    {
        addGood(ann(), "Milk", "m-1", 1000);
        order(ann(), checkoutOf(ann(), "k"));
        ann().read();
        addGood(ann(), "Bread", "b-2", 1000);
        QVERIFY(refusal(ann(), checkoutOf(ann(), "k")).problem == OrderProblem::KeyTaken);
        QCOMPARE(stockOf(bench(), "b-2"), 5000);
        // Keys are a member's own.
        ben().read();
        QCOMPARE(order(ben(), checkoutOf(ben(), "k")).order.number, 2U);
    }

    void c138_anAttemptThatWasAskedAfterNeverBecomesAnOrder()
    {
        addGood(ann(), "Milk", "m-1", 1000);
        ann().say(protocol::AskOrder{9, "k", 1});
        const auto none = ann().next<NotOrdered>();
        QVERIFY(none.problem == OrderProblem::Unknown);
        QCOMPARE(none.attempt, 1U);
        // The first sending was still under way.
        const auto late = refusal(ann(), checkoutOf(ann(), "k", 1));
        QVERIFY(late.problem == OrderProblem::Superseded);
        QCOMPARE(late.attempt, 1U);
        QCOMPARE(order(ann(), checkoutOf(ann(), "k", 2)).order.number, 1U);
    }

    void aRefusalHoldsForEarlierSendingsToo()
    {
        addGood(ann(), "Milk", "m-1", 4000);
        QVERIFY(refusal(ann(), checkoutOf(ann(), "k", 2)).lines[0].problem == LineProblem::SoldOut);
        operate(bench(), {"stock", "add", "m-1", "10"});
        QVERIFY(refusal(ann(), checkoutOf(ann(), "k", 1)).problem == OrderProblem::Superseded);
        QCOMPARE(order(ann(), checkoutOf(ann(), "k", 3)).order.number, 1U);
    }

    void whoMayNotEditMayNotOrder()
    {
        const LineId milk = addGood(ann(), "Milk", "m-1", 1000);
        m_three->vic.read();
        QVERIFY(refusal(m_three->vic, checkoutOf(m_three->vic, "k")).problem == OrderProblem::NotAllowed);
        TestPeer stranger(bench(), 0x5);
        stranger.connect();
        auto foreign = checkoutOf(ann(), "k");
        QVERIFY(refusal(stranger, foreign).problem == OrderProblem::NotAllowed);
        foreign.cart.raw[0] ^= 1; // a cart that does not exist looks the same
        QVERIFY(refusal(stranger, foreign).problem == OrderProblem::NotAllowed);
        auto nothing = checkoutOf(ann(), "k");
        nothing.lines.clear();
        QVERIFY(refusal(ann(), nothing).problem == OrderProblem::NotAllowed);
        auto twice = checkoutOf(ann(), "k");
        twice.lines.push_back(twice.lines.front());
        const auto no = refusal(ann(), twice);
        QCOMPARE(no.lines.size(), 1U);
        QVERIFY(no.lines[0].line == milk && no.lines[0].problem == LineProblem::CartChanged);
        QCOMPARE(stockOf(bench(), "m-1"), 3000);
    }

    // Strangers are as many as somebody makes, so nothing that one of them asks may leave a trace, or cost a commit.
    void aStrangerWritesNothing()
    {
        addGood(ann(), "Milk", "m-1", 1000);
        bench().restart();
        const Epoch epoch = (*bench().store.cart(ann().cart))->epoch;
        TestPeer stranger(bench(), 0x5);
        stranger.connect();
        const std::uint64_t commits = bench().core->metrics().commits;
        QVERIFY(refusal(stranger, checkoutOf(ann(), "k", 2)).problem == OrderProblem::NotAllowed);
        stranger.say(protocol::AskOrder{9, "k", 7});
        const auto none = stranger.next<NotOrdered>();
        QVERIFY(none.problem == OrderProblem::Unknown);
        QCOMPARE(none.attempt, 7U);
        QCOMPARE(*bench().store.shop().givenUp(stranger.credentials.memberId(), "k"), 0U);
        QVERIFY((*bench().store.cart(ann().cart))->epoch == epoch);
        QCOMPARE(bench().core->metrics().commits, commits);
        // The same of somebody who is in the cart, and may not order: it stays with the answer.
        m_three->vic.connectAndOpen();
        QVERIFY(refusal(m_three->vic, checkoutOf(m_three->vic, "k", 2)).problem == OrderProblem::NotAllowed);
        QCOMPARE(*bench().store.shop().givenUp(m_three->vic.credentials.memberId(), "k"), 2U);
    }

    // What cannot be read for one is answered to that one; what others said in the same turn is kept.
    void aReadingThatFailsConcernsOnePeer()
    {
        TestPeer stranger(bench(), 0x5);
        stranger.connect();
        bench().store.personsAreUnreadable = true;
        stranger.queue(protocol::AskOrder{9, "k", 1});
        ann().queuePush({encodeDelta(ann().makeDelta("kept"))});
        bench().turn();
        QVERIFY(stranger.next<protocol::Failure>().code == protocol::FailureCode::Internal);
        QCOMPARE(ann().count<protocol::Ack>(), 1U);
        QVERIFY(!ann().isClosed() && !stranger.isClosed());
        QCOMPARE(bench().storageErrors.size(), 1U);
    }

    void aCartThatTheServerDoesNotUnderstandIsNotOrderedFrom()
    {
        addGood(ann(), "Milk", "m-1", 1000);
        Delta delta = ann().makeDelta("");
        delta.adds = {{LineId{}, number(Field::Requires), encodeFeature(1000)}};
        ann().push({encodeDelta(delta)});
        ann().read();
        ann().say(checkoutOf(ann(), "k"));
        QVERIFY(ann().next<protocol::Failure>().code == protocol::FailureCode::NotAllowed);
        QCOMPARE(stockOf(bench(), "m-1"), 3000);
    }

    void twoLinesOfOneGoodShareItsStock()
    {
        addGood(ann(), "Milk", "m-1", 2000);
        addGood(ann(), "Milk for the neighbour", "m-1", 2000);
        const auto no = refusal(ann(), checkoutOf(ann(), "k"));
        QCOMPARE(no.lines.size(), 1U);
        QVERIFY(no.lines[0].problem == LineProblem::SoldOut);
        operate(bench(), {"stock", "add", "m-1", "1"});
        QCOMPARE(order(ann(), checkoutOf(ann(), "k", 2)).order.total, 476);
        QCOMPARE(stockOf(bench(), "m-1"), 0);
    }

    // "2 left" is what is left for that line.
    void whatIsLeftIsToldBehindTheLinesBefore()
    {
        addGood(ann(), "Milk", "m-1", 2000);
        addGood(ann(), "Oat milk", "m-1", 2000);
        ann().say(checkoutOf(ann(), "k"));
        const auto refused = ann().next<NotOrdered>();
        QCOMPARE(refused.lines.size(), 1U);
        QCOMPARE(refused.lines[0].left, 1000);
    }

    // While a catalogue in another currency comes in, or where one was left half imported.
    void oneOrderIsInOneCurrency()
    {
        store::ShopStore &shop = bench().store.shop();
        QVERIFY(bench().store.begin().ok());
        protocol::Good bread = **shop.good("b-2");
        bread.currency = "USD";
        QVERIFY(shop::putUnderNextRevision(shop, bread).ok());
        QVERIFY(bench().store.commit().ok());
        QCOMPARE(shop::checkBooks(shop)->size(), 1U);
        addGood(ann(), "Milk", "m-1", 1000);
        addGood(ann(), "Bread", "b-2", 1000);
        auto checkout = checkoutOf(ann(), "k");
        checkout.acceptPrices = true;
        ann().say(checkout);
        const auto refused = ann().next<NotOrdered>();
        QCOMPARE(refused.lines.size(), 1U);
        QVERIFY(refused.lines[0].problem == protocol::LineProblem::NotSold);
        bread.currency = "EUR";
        QVERIFY(bench().store.begin().ok());
        QVERIFY(shop::putUnderNextRevision(shop, bread).ok());
        QVERIFY(bench().store.commit().ok());
    }

    void aPartOfAPieceIsNotSold()
    {
        addGood(ann(), "Bread", "b-2", 500);
        ann().say(checkoutOf(ann(), "k"));
        QVERIFY(ann().next<NotOrdered>().lines[0].problem == protocol::LineProblem::NotSold);
        ann().say(protocol::Reserve{5, "r", ann().cart, "b-2", {}, 1500, 60'000});
        QVERIFY(ann().next<protocol::NotReserved>().problem == protocol::ReservationProblem::NotSold);
    }

    void littleIsNotGivenAway()
    {
        addGood(ann(), "Milk", "m-1", 1);
        ann().say(checkoutOf(ann(), "k"));
        QCOMPARE(ann().next<protocol::Ordered>().order.total, 1);
    }

    // One peer does not get the whole server: its questions are put off, nobody else's.
    void questionsAreAnsweredAtAPace()
    {
        bench().options.shopBurstRows = 1000;
        bench().options.shopRowsPerSecond = 100;
        bench().restart();
        ann().connectAndOpen();
        ben().connectAndOpen();
        protocol::Request asked = 0;
        for (; ann().count<protocol::Failure>() == 0 && asked < 1000; ++asked)
            ann().say(protocol::ReadReservations{asked + 1});
        QVERIFY(asked > 10 && asked < 40);
        QVERIFY(ann().next<protocol::Failure>().code == protocol::FailureCode::Busy);
        ann().say(checkoutOf(ann(), "k"));
        QVERIFY(ann().next<protocol::Failure>().code == protocol::FailureCode::Busy);
        ben().say(protocol::ReadReservations{1});
        QCOMPARE(ben().count<protocol::Reservations>(), 1U);
        bench().clock.pass(1000);
        ann().say(protocol::ReadReservations{2});
        QCOMPARE(ann().count<protocol::Failure>(), 0U);
    }

    void amountsAreComparedInTheUnitOfTheGood()
    {
        operate(bench(), {"catalog", "import", "f.csv"},
                "sku,name,unit,price,currency,stock\nf-1,Flour,kg,2.00,EUR,1\n");
        const auto line = [&](const char *name, const char *unit, std::int64_t quantity) {
            return addGood(ann(), name, "f-1", quantity, unit);
        };
        line("Flour", "g", 600'000);
        line("Flour for the neighbour", "", 400);
        auto checkout = checkoutOf(ann(), "k");
        for (auto &each : checkout.lines)
            each.price = 200;
        const auto done = order(ann(), checkout).order;
        QCOMPARE(done.lines[0].quantity, 600);
        QCOMPARE(done.lines[0].unit, std::string("kg"));
        QCOMPARE(done.lines[0].total, 120);
        QCOMPARE(done.total, 200);
        QCOMPARE(stockOf(bench(), "f-1"), 0);
        ann().read();
        line("Flour", "pack", 1000);
        operate(bench(), {"stock", "set", "f-1", "9"});
        QVERIFY(refusal(ann(), checkoutOf(ann(), "l")).lines[0].problem == LineProblem::NotSold);
        ann().read();
    }

    void c139_aCommitOfUnknownOutcomeIsAskedFor_data()
    {
        QTest::addColumn<int>("how");
        QTest::addColumn<bool>("isPlaced");
        QTest::newRow("before") << int(FlakyStore::Commit::FailsBefore) << false;
        QTest::newRow("after") << int(FlakyStore::Commit::FailsAfter) << true;
    }
    void c139_aCommitOfUnknownOutcomeIsAskedFor()
    {
        QFETCH(int, how);
        QFETCH(bool, isPlaced);
        addGood(ann(), "Milk", "m-1", 2000);
        const auto checkout = checkoutOf(ann(), "k");
        bench().store.next = static_cast<FlakyStore::Commit>(how);
        ann().say(checkout);
        QCOMPARE(ann().count<Ordered>(), 0U);
        QVERIFY(ann().isClosed());
        ann().hangUp();
        ann().connect();
        ann().say(protocol::AskOrder{9, "k", 1});
        if (isPlaced)
            QCOMPARE(ann().next<Ordered>().order.number, 1U);
        else
            QVERIFY(ann().next<NotOrdered>().problem == OrderProblem::Unknown);
        QCOMPARE(stockOf(bench(), "m-1"), isPlaced ? 1000 : 3000);
        ann().open();
        QCOMPARE(CartView(ann().cart, ann().state).count(), isPlaced ? 0U : 1U);
        QVERIFY(ann().isEqualToServer());
    }

    void eachRunOfTheServerWritesUnderAReplicaOfItsOwn()
    {
        addGood(ann(), "Milk", "m-1", 1000);
        order(ann(), checkoutOf(ann(), "a"));
        ann().read();
        const std::size_t replicas = ann().state.vector().entries().size();
        bench().restart();
        ann().connectAndOpen();
        addGood(ann(), "Milk", "m-1", 1000);
        order(ann(), checkoutOf(ann(), "b"));
        ann().read();
        QCOMPARE(ann().state.vector().entries().size(), replicas + 1);
        // Nobody else can write under it.
        const auto entries = ann().state.vector().entries();
        for (const auto &[replica, seq] : entries) {
            if (replica == ann().replica)
                continue;
            Delta forged = ann().makeDelta("mine");
            forged.replica = replica;
            forged.seq = seq + 1;
            ann().push({encodeDelta(forged)});
            break;
        }
        QVERIFY(ann().isClosed());
    }

    void aFollowerTakesNoOrders()
    {
        addGood(ann(), "Milk", "m-1", 1000);
        bench().options.isFollower = true;
        bench().restart();
        ann().connect();
        ann().say(checkoutOf(ann(), "k"));
        QVERIFY(ann().next<protocol::Failure>().code == protocol::FailureCode::Behind);
        ann().say(protocol::AskOrder{9, "k", 1});
        QVERIFY(ann().next<protocol::Failure>().code == protocol::FailureCode::Behind);
        QCOMPARE(stockOf(bench(), "m-1"), 3000);
    }
};

QTEST_GUILESS_MAIN(TestCheckout)
#include "tst_checkout.moc"
