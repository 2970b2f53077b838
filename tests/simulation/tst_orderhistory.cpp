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
