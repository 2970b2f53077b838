#include "model/billsplit.h"

#include "lines.h"
#include "support/property.h"

#include <QTest>

#include <numeric>
#include <rapidcheck.h>

using namespace evencart;
using namespace evencart::test;

namespace {

// One line at a price, in pieces: who wanted how many, who bought how many.
LineView priced(std::int64_t minor, const std::vector<std::pair<int, int>> &wanted,
                const std::vector<std::pair<int, int>> &bought, const char *currency = "EUR")
{
    static std::uint32_t n = 0;
    LineView line = lineOf(++n, "thing");
    line.price = Money{currency, minor};
    const auto shares = [](const std::vector<std::pair<int, int>> &pieces) {
        std::vector<Share> made;
        for (const auto &[member, count] : pieces)
            made.push_back({memberNumber(static_cast<std::uint8_t>(member)), count * 1000});
        return made;
    };
    line.wantedBy = shares(wanted);
    line.boughtBy = shares(bought);
    return line;
}

std::vector<Bill> billOf(const std::vector<LineView> &lines)
{
    std::vector<const LineView *> pointers;
    for (const LineView &line : lines)
        pointers.push_back(&line);
    return splitBill(pointers);
}

Debt debt(int member, std::int64_t wanted, std::int64_t paid)
{
    return {memberNumber(static_cast<std::uint8_t>(member)), wanted, paid};
}

MemberId m(int n)
{
    return memberNumber(static_cast<std::uint8_t>(n));
}

} // namespace

// Who owes whom what, to the last cent.
class TestBillSplit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { configureProperties("tst_billsplit", runsOr(2000), 40); }

    void eachPaysForWhatHeWanted()
    {
        const auto bills = billOf({priced(150, {{1, 2}, {2, 1}}, {{1, 3}}), priced(300, {{2, 1}}, {{2, 1}})});
        QCOMPARE(bills.size(), size_t(1));
        QCOMPARE(bills[0].total, std::int64_t(750));
        QCOMPARE(bills[0].debts, (std::vector<Debt>{debt(1, 300, 450), debt(2, 450, 300)}));
        QCOMPARE(settle(bills[0]), (std::vector<Payment>{{m(2), m(1), 150}}));
    }
    void whatIsNotBoughtOrHasNoPriceCostsNothing()
    {
        LineView free = priced(0, {{1, 1}}, {{1, 1}});
        free.price.reset();
        QVERIFY(billOf({priced(150, {{1, 2}}, {}), free}).empty());
    }
    // Two of three are in the basket: the three who wanted one each pay for those two.
    void apartOfALineIsSharedByAllWhoWantedIt()
    {
        const auto bills = billOf({priced(300, {{1, 1}, {2, 1}, {3, 1}}, {{1, 2}})});
        QCOMPARE(bills[0].debts, (std::vector<Debt>{debt(1, 200, 600), debt(2, 200, 0), debt(3, 200, 0)}));
        QCOMPARE(settle(bills[0]).size(), size_t(2));
    }
    // 1.00 by three, and one who wants none of it any more: the odd cent is not his.
    void theOddCentIsSomebodysWhoWantedIt()
    {
        const auto bills = billOf({priced(100, {{1, 0}, {2, 1}, {3, 1}, {4, 1}}, {{2, 1}})});
        QCOMPARE(bills[0].debts, (std::vector<Debt>{debt(1, 0, 0), debt(2, 34, 100), debt(3, 33, 0), debt(4, 33, 0)}));
    }
    void whatNobodyWantedIsTheBuyersOwn()
    {
        const auto bills = billOf({priced(500, {}, {{2, 1}})});
        QCOMPARE(bills[0].debts, (std::vector<Debt>{debt(2, 500, 500)}));
        QVERIFY(settle(bills[0]).empty());
    }
    void eachCurrencyHasItsBill()
    {
        const auto bills = billOf({priced(500, {{1, 1}}, {{2, 1}}, "USD"), priced(100, {{2, 1}}, {{1, 1}}, "EUR")});
        QCOMPARE(bills.size(), size_t(2));
        QCOMPARE(bills[0].currency, std::string("EUR"));
        QCOMPARE(settle(bills[0]), (std::vector<Payment>{{m(2), m(1), 100}}));
        QCOMPARE(bills[1].currency, std::string("USD"));
        QCOMPARE(settle(bills[1]), (std::vector<Payment>{{m(1), m(2), 500}}));
    }
    // A deposit that comes back.
    void aNegativePriceIsPaidOut()
    {
        const auto bills = billOf({priced(-25, {{1, 1}, {2, 1}}, {{1, 2}})});
        QCOMPARE(bills[0].debts, (std::vector<Debt>{debt(1, -25, -50), debt(2, -25, 0)}));
        QCOMPARE(settle(bills[0]), (std::vector<Payment>{{m(1), m(2), 25}}));
    }

    void noCentIsLostOrMade()
    {
        QVERIFY(rc::check("balances add up to nothing and the payments settle them", [] {
            std::vector<LineView> lines;
            for (const std::uint32_t word : *histories()) {
                const auto count = [word](int shift) { return static_cast<int>(word >> shift & 3); };
                const std::vector<std::pair<int, int>> wanted{
                    {1, count(0)}, {2, count(2)}, {3, count(4)}, {4, count(6)}};
                const std::vector<std::pair<int, int>> bought{{1, count(8)}, {5, count(10)}, {3, count(12)}};
                lines.push_back(priced(static_cast<std::int64_t>(word >> 14 & 4095) - 300, wanted, bought));
            }
            for (const Bill &bill : billOf(lines)) {
                std::map<MemberId, std::int64_t> open;
                std::int64_t paid = 0;
                for (const Debt &each : bill.debts) {
                    open[each.member] = each.balance();
                    paid += each.paid;
                }
                RC_ASSERT(paid == bill.total);
                RC_ASSERT(std::accumulate(open.begin(), open.end(), std::int64_t(0),
                                          [](std::int64_t sum, const auto &entry) { return sum + entry.second; }) == 0);
                const auto payments = settle(bill);
                RC_ASSERT(payments.size() < bill.debts.size());
                for (const Payment &payment : payments) {
                    RC_ASSERT(payment.minor > 0);
                    RC_ASSERT(open[payment.from] < 0);
                    open[payment.from] += payment.minor;
                    open[payment.to] -= payment.minor;
                    RC_ASSERT(open[payment.from] <= 0);
                    RC_ASSERT(open[payment.to] >= 0);
                }
                for (const auto &[member, balance] : open)
                    RC_ASSERT(balance == 0);
            }
        }));
    }
};

QTEST_APPLESS_MAIN(TestBillSplit)
#include "tst_billsplit.moc"
