#include "support/orderhistory.h"

#include <QTest>

#include <functional>

using namespace evencart::test;

namespace {

Purchase ordered(const char *name, std::int64_t n, std::uint64_t number, std::uint64_t revision, std::uint64_t asked,
                 std::uint64_t concluded)
{
    Purchase purchase;
    purchase.name = name;
    purchase.wanted = {{"milk", n}};
    purchase.asked = asked;
    purchase.concluded = concluded;
    purchase.end = Purchase::End::Ordered;
    purchase.number = number;
    purchase.revision = revision;
    return purchase;
}

Purchase refused(const char *name, std::int64_t n, std::int64_t left, std::uint64_t revision, std::uint64_t asked,
                 std::uint64_t concluded)
{
    Purchase purchase = ordered(name, n, 0, revision, asked, concluded);
    purchase.end = Purchase::End::Refused;
    purchase.left = {{"milk", left}};
    return purchase;
}

// Five are delivered; ann takes 2 while ben takes 3; cem comes too late.
OrderHistory right()
{
    OrderHistory history;
    history.deliveries = {{"milk", 5, 1, 1, 1}};
    history.purchases = {ordered("ann", 2, 1, 2, 2, 4), ordered("ben", 3, 2, 3, 3, 5), refused("cem", 1, 0, 3, 6, 6)};
    return history;
}

Hold kept(const char *member, std::int64_t n, std::uint64_t revision, std::uint64_t time, std::uint64_t until,
          std::uint64_t asked, std::uint64_t concluded)
{
    Hold hold;
    hold.member = member;
    hold.sku = "milk";
    hold.n = n;
    hold.asked = asked;
    hold.concluded = concluded;
    hold.revision = revision;
    hold.time = time;
    hold.until = until;
    return hold;
}

// Five are delivered; ann has three kept, so ben cannot have three; ann takes one, which ends it; cem has three kept,
// which lapse at 50; then dan takes four.
OrderHistory rightWithHolds()
{
    OrderHistory history;
    history.deliveries = {{"milk", 5, 1, 1, 1}};
    history.holds = {kept("ann", 3, 2, 10, 40, 2, 3), kept("cem", 3, 5, 20, 50, 8, 9)};
    history.purchases = {refused("ben", 3, 2, 2, 4, 5), ordered("ann", 1, 1, 4, 6, 7), ordered("dan", 4, 2, 7, 10, 11)};
    history.purchases[0].member = "ben";
    history.purchases[0].time = 11;
    history.purchases[1].member = "ann";
    history.purchases[1].time = 12;
    history.purchases[2].member = "dan";
    history.purchases[2].time = 50;
    return history;
}

Books booksOf(const OrderHistory &history)
{
    Books books;
    for (const Delivery &delivery : history.deliveries)
        books.stock[delivery.sku] += delivery.n;
    for (const Purchase &purchase : history.purchases) {
        if (purchase.end != Purchase::End::Ordered)
            continue;
        books.ledger.push_back({purchase.name, purchase.number, purchase.wanted});
        for (const auto &[sku, n] : purchase.wanted)
            books.stock[sku] -= n;
    }
    books.changes = books.stock;
    return books;
}

using Break = std::function<void(OrderHistory &)>;
using BreakBooks = std::function<void(Books &)>;

} // namespace

Q_DECLARE_METATYPE(Break)
Q_DECLARE_METATYPE(BreakBooks)

// Each checker finds nothing in a right history and something in each wrong one.
class TestOrderHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRightHistoryPasses()
    {
        QCOMPARE(checkSerialOrder(right()), std::string());
        QCOMPARE(searchForAnOrder(right()), std::string());
        QCOMPARE(checkBooks(right(), booksOf(right())), std::string());
        QCOMPARE(checkSerialOrder(rightWithHolds()), std::string());
        QCOMPARE(searchForAnOrder(rightWithHolds()), std::string());
    }

    void bothFindWrongHolds_data()
    {
        QTest::addColumn<Break>("wrong");
        const auto row = [](const char *name, Break wrong) { QTest::newRow(name) << wrong; };
        row("sold although it was kept for another", [](OrderHistory &h) { h.purchases[2].time = 49; });
        row("kept although it was kept for another", [](OrderHistory &h) {
            h.holds[1].asked = h.holds[1].concluded = 5; // before ann's order ended hers
            h.holds[1].revision = 3;
        });
        row("refused although nothing was kept", [](OrderHistory &h) { h.holds[0].until = 11; });
        row("its own was in the way", [](OrderHistory &h) {
            h.purchases[1] = refused("ann", 4, 2, 2, 6, 7);
            h.purchases[1].member = "ann";
            h.purchases[1].time = 12;
            h.purchases[2].number = 1;
        });
        row("an order that did not end it", [](OrderHistory &h) {
            h.purchases.push_back(refused("eve", 3, 2, 4, 12, 12));
            h.purchases.back().revision = 4;
            h.purchases.back().asked = h.purchases.back().concluded = 7;
            h.purchases[1].concluded = 6;
            h.purchases.back().time = 13;
        });
        row("a refusal of what was there to be kept", [](OrderHistory &h) {
            h.holds[1].end = Hold::End::Refused;
            h.holds[1].left = 1;
            h.holds[1].revision = 4;
        });
    }
    void bothFindWrongHolds()
    {
        QFETCH(Break, wrong);
        OrderHistory history = rightWithHolds();
        wrong(history);
        QVERIFY(!checkSerialOrder(history).empty());
        QVERIFY(!searchForAnOrder(history).empty());
    }

    void aReleaseMakesRoom()
    {
        OrderHistory history = rightWithHolds();
        history.holds[0].end = Hold::End::Kept;
        Hold released = kept("ann", 0, 3, 11, 0, 3, 3);
        released.asked = released.concluded = 4;
        released.end = Hold::End::Released;
        history.holds.push_back(released);
        history.purchases[0] = ordered("ben", 3, 1, 4, 5, 5);
        history.purchases[0].member = "ben";
        history.purchases[0].time = 12;
        history.purchases.resize(1);
        history.holds.erase(history.holds.begin() + 1);
        QCOMPARE(checkSerialOrder(history), std::string());
        QCOMPARE(searchForAnOrder(history), std::string());
        history.holds.pop_back();
        QVERIFY(!checkSerialOrder(history).empty());
        QVERIFY(!searchForAnOrder(history).empty());
    }

    void theBooksTellWhatIsReserved()
    {
        OrderHistory history = rightWithHolds();
        history.purchases.pop_back();
        Books books = booksOf(history);
        books.time = 49;
        books.reserved["milk"] = 3;
        QCOMPARE(checkBooks(history, books), std::string());
        books.reserved["milk"] = 6;
        QVERIFY(!checkBooks(history, books).empty());
        books.reserved["milk"] = 3;
        books.time = 50;
        QVERIFY(!checkBooks(history, books).empty());
    }

    void theSerialOrderFinds_data()
    {
        QTest::addColumn<Break>("wrong");
        const auto row = [](const char *name, Break wrong) { QTest::newRow(name) << wrong; };
        row("more sold than there is", [](OrderHistory &h) { h.purchases[1].wanted["milk"] = 4; });
        row("a number twice", [](OrderHistory &h) { h.purchases[1].number = 1; });
        row("a hole in the ledger", [](OrderHistory &h) { h.purchases[1].number = 3; });
        row("two changes of one revision", [](OrderHistory &h) { h.purchases[1].revision = 2; });
        row("a refusal that was told another number", [](OrderHistory &h) { h.purchases[2].left["milk"] = 1; });
        row("a refusal of what is there", [](OrderHistory &h) { h.purchases[2] = refused("cem", 1, 5, 1, 2, 6); });
        row("a refusal without a reason", [](OrderHistory &h) { h.purchases[2].left.clear(); });
        row("judged by what was gone before it asked", [](OrderHistory &h) {
            h.purchases[2] = refused("cem", 4, 3, 2, 6, 6); // as before ben, who had ended
        });
        row("ordered before the delivery", [](OrderHistory &h) { h.purchases[0].revision = 0; });
        row("numbers against time", [](OrderHistory &h) {
            h.purchases[0].asked = 6;
            h.purchases[0].concluded = 7;
        });
        row("a delivery that got lost", [](OrderHistory &h) { h.deliveries.clear(); });
    }
    void theSerialOrderFinds()
    {
        QFETCH(Break, wrong);
        OrderHistory history = right();
        wrong(history);
        QVERIFY(!checkSerialOrder(history).empty());
    }

    void theSearchFinds_data()
    {
        QTest::addColumn<Break>("wrong");
        const auto row = [](const char *name, Break wrong) { QTest::newRow(name) << wrong; };
        row("more sold than there is", [](OrderHistory &h) { h.purchases[1].wanted["milk"] = 4; });
        row("one more customer", [](OrderHistory &h) { h.purchases.push_back(ordered("dan", 1, 3, 4, 7, 7)); });
        row("a refusal that was told another number", [](OrderHistory &h) { h.purchases[2].left["milk"] = 1; });
        row("a refusal of what had gone", [](OrderHistory &h) { h.purchases[2] = refused("cem", 4, 3, 2, 6, 6); });
        row("sold before it was delivered",
            [](OrderHistory &h) { h.deliveries[0].asked = h.deliveries[0].concluded = 9; });
        row("a delivery that got lost", [](OrderHistory &h) { h.deliveries.clear(); });
        row("wrong long after", [](OrderHistory &h) {
            for (std::uint64_t i = 0; i < 500; ++i) {
                h.deliveries.push_back({"milk", 1, 10 + 2 * i, 10 + 2 * i, 4 + 2 * i});
                h.purchases.push_back(ordered("dan", 1, 3 + i, 5 + 2 * i, 11 + 2 * i, 11 + 2 * i));
            }
            h.purchases.push_back(ordered("eve", 1, 503, 2000, 2000, 2000));
        });
    }
    void theSearchFinds()
    {
        QFETCH(Break, wrong);
        OrderHistory history = right();
        wrong(history);
        QVERIFY(!searchForAnOrder(history).empty());
    }

    // What needs another order than that in which it was told.
    void theSearchAcceptsWhatSomeOrderExplains()
    {
        OrderHistory history = right();
        history.purchases[2] = refused("cem", 4, 3, 2, 2, 6); // between ann and ben
        QCOMPARE(searchForAnOrder(history), std::string());
        history.purchases[2] = refused("cem", 4, 2, 2, 2, 6); // between ben and ann
        QCOMPARE(searchForAnOrder(history), std::string());
        history.purchases[2] = refused("cem", 4, 1, 2, 2, 6); // never
        QVERIFY(!searchForAnOrder(history).empty());
    }

    void theBooksTell_data()
    {
        QTest::addColumn<BreakBooks>("wrong");
        const auto row = [](const char *name, BreakBooks wrong) { QTest::newRow(name) << wrong; };
        row("an order that nobody was told of", [](Books &b) { b.ledger.push_back({"cem", 3, {{"milk", 1}}}); });
        row("an order that is gone", [](Books &b) { b.ledger.pop_back(); });
        row("an order twice", [](Books &b) { b.ledger.push_back({"ann", 3, {{"milk", 2}}}); });
        row("a number twice", [](Books &b) { b.ledger[1].number = 1; });
        row("a hole", [](Books &b) { b.ledger[1].number = 3; });
        row("another amount", [](Books &b) { b.ledger[1].sold["milk"] = 2; });
        row("one too many on the shelf", [](Books &b) { ++b.stock["milk"]; });
        row("one too few", [](Books &b) { --b.stock["milk"]; });
        row("a movement that was not written down", [](Books &b) { b.changes["milk"] = 5; });
    }
    void theBooksTell()
    {
        QFETCH(BreakBooks, wrong);
        Books books = booksOf(right());
        wrong(books);
        QVERIFY(!checkBooks(right(), books).empty());
    }
};

QTEST_GUILESS_MAIN(TestOrderHistory)
#include "tst_orderhistory.moc"
