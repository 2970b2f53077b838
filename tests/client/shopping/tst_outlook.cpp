#include "shopping/outlook.h"

#include <QTest>

using namespace evencart;

namespace {

std::optional<KnownGood> find(const std::string &sku)
{
    if (sku == "m-1")
        return KnownGood{"m-1", "Milk", "l", "", "EUR", 119, 3000, 1};
    if (sku == "f-3")
        return KnownGood{"f-3", "Flour", "kg", "", "EUR", 198, 5000, 1};
    return std::nullopt;
}

OrderableLine line(const char *sku, const char *unit, std::int64_t quantity, std::optional<Money> price = {})
{
    return {{}, sku, "It", unit, quantity, std::move(price)};
}

using Stock = LineOutlook::Stock;

} // namespace

// What is foreseen of a cart is what the server will say, if nothing changes meanwhile (tst_checkout asks it the same).
class TestOutlook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enoughFewerNone()
    {
        const auto outlooks = outlookOf({line("m-1", "l", 2000), line("m-1", "", 2000), line("m-1", "", 1000),
                                         line("m-1", "l", 500), line("x-9", "", 1000)},
                                        find);
        QVERIFY(outlooks[0].stock == Stock::Enough);
        QVERIFY(outlooks[1].stock == Stock::Fewer); // the first line's are gone
        QCOMPARE(outlooks[1].left, 1000);
        QVERIFY(outlooks[2].stock == Stock::Enough);
        QVERIFY(outlooks[3].stock == Stock::SoldOut);
        QVERIFY(outlooks[4].stock == Stock::NotSold);
        QVERIFY(!outlooks[4].good);
    }

    // What others have reserved is not there; what is kept for me is.
    void reserved()
    {
        const KnownGood milk{"m-1", "Milk", "l", "", "EUR", 119, 3000, 1, 2000};
        QCOMPARE(availableOf(milk), 1000);
        const protocol::Reservation mine{{}, "m-1", 1500, 0, 0};
        QCOMPARE(availableOf(seenWith(milk, {mine, {{}, "f-3", 9000, 0, 0}})), 2500);
        QCOMPARE(availableOf(seenWith(milk, {mine, mine})), 3000); // the copy is older than the second one
        const KnownGood sold{"m-1", "Milk", "l", "", "EUR", 119, 500, 1, 2000};
        QCOMPARE(availableOf(sold), 0); // the shop took stock away that was reserved
        const auto outlooks = outlookOf({line("m-1", "l", 2000)}, [&](const std::string &) { return milk; });
        QVERIFY(outlooks[0].stock == Stock::Fewer);
        QCOMPARE(outlooks[0].left, 1000);
    }

    void units()
    {
        const auto outlooks = outlookOf(
            {line("f-3", "g", 2'500'000), line("f-3", "g", 2'500'500), line("f-3", "bag", 1000), line("f-3", "", 1000)},
            find);
        QVERIFY(outlooks[0].stock == Stock::Enough);
        QCOMPARE(outlooks[0].wanted, 2500);
        QVERIFY(outlooks[1].stock == Stock::NotSold); // half a gram does not come out in thousandths of a kilogram
        QVERIFY(outlooks[2].stock == Stock::NotSold); // nobody knows what is in a bag
        QVERIFY(outlooks[2].good);
        QCOMPARE(outlooks[3].left, 2500);
        QCOMPARE(inUnitOf(line("f-3", "g", 9'000'000), "kg", 2500), 2'500'000);
        QCOMPARE(inUnitOf(line("f-3", "", 9000), "kg", 2500), 2500);
    }

    void prices()
    {
        const auto outlooks =
            outlookOf({line("m-1", "l", 1000), line("m-1", "l", 1000, Money{"EUR", 119}),
                       line("m-1", "l", 1000, Money{"EUR", 109}), line("f-3", "", 1000, Money{"USD", 198})},
                      find);
        QVERIFY(!outlooks[0].priceDiffers); // it names none
        QVERIFY(!outlooks[1].priceDiffers);
        QVERIFY(outlooks[2].priceDiffers);
        QVERIFY(outlooks[3].priceDiffers);
        QCOMPARE(costOf(*find("f-3"), 2500), 495);
    }
};

QTEST_GUILESS_MAIN(TestOutlook)
#include "tst_outlook.moc"
