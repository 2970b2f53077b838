#include "model/cartmoney.h"

#include "desktest.h"

using namespace evencart;
using namespace evencart::test;

// A budget that this machine remembers, and the bill.
class TestCartMoney : public DeskTest
{
    Q_OBJECT

    CartMoney &money() { return *m_desk->session().money(); }

private Q_SLOTS:
    void aBudgetIsKeptAndMeasured()
    {
        QSignalSpy changed(&money(), &CartMoney::changed);
        QCOMPARE(money().budget(), QString());
        QCOMPARE(money().budgetText(), QString());
        add({"2x milk @1.50EUR"});
        QCOMPARE(money().setBudget(QStringLiteral(" 5 EUR ")), QString());
        QVERIFY(changed.size() >= 1);
        QCOMPARE(money().budget(), QStringLiteral("5.00\u00a0€"));
        QCOMPARE(money().budgetText(), QStringLiteral("2.00\u00a0€ of 5.00\u00a0€ left"));
        QVERIFY(!money().isOverBudget());
        add({"cheese @4.25EUR"});
        QCOMPARE(money().budgetText(), QStringLiteral("2.25\u00a0€ over the budget of 5.00\u00a0€"));
        QVERIFY(money().isOverBudget());
        QCOMPARE(money().setBudget(QStringLiteral("7.25 EUR")), QString()); // to the cent
        QVERIFY(!money().isOverBudget());

        m_desk->stop();
        m_desk->start();
        QVERIFY(m_desk->open());
        QTRY_COMPARE(cart().name(), QStringLiteral("week"));
        QCOMPARE(money().budget(), QStringLiteral("7.25\u00a0€"));
        QCOMPARE(money().setBudget(QStringLiteral(" ")), QString());
        QCOMPARE(money().budget(), QString());
    }
    void whatIsNoPriceIsSaidAndNotTaken()
    {
        QCOMPARE(money().setBudget(QStringLiteral("5 EUR")), QString());
        QVERIFY(!money().setBudget(QStringLiteral("a lot")).isEmpty());
        QCOMPARE(money().budget(), QStringLiteral("5.00\u00a0€"));
    }
    void otherCurrenciesDoNotCount()
    {
        QCOMPARE(money().setBudget(QStringLiteral("5 EUR")), QString());
        add({"cheese @9.00USD"});
        QVERIFY(!money().isOverBudget());
    }
    void eachCartHasItsOwn()
    {
        QCOMPARE(money().setBudget(QStringLiteral("5 EUR")), QString());
        QVERIFY(m_desk->openNewCart("party"));
        QCOMPARE(money().budget(), QString());
    }

    void theBillNamesPeople()
    {
        add({"2x milk @1.50EUR", "tea @3.00EUR"});
        QVERIFY(money().bills().isEmpty()); // nothing is bought
        cart().check({m_desk->idOf("milk")});
        QVERIFY(m_desk->settle());
        const QVariantList bills = money().bills();
        QCOMPARE(bills.size(), 1);
        const QVariantMap bill = bills[0].toMap();
        QCOMPARE(bill[QStringLiteral("total")].toString(), QStringLiteral("3.00\u00a0€"));
        const QVariantMap mine = bill[QStringLiteral("debts")].toList().value(0).toMap();
        QVERIFY(!mine[QStringLiteral("name")].toString().isEmpty());
        QCOMPARE(mine[QStringLiteral("wanted")].toString(), QStringLiteral("3.00\u00a0€"));
        QCOMPARE(mine[QStringLiteral("paid")].toString(), QStringLiteral("3.00\u00a0€"));
        QVERIFY(mine[QStringLiteral("even")].toBool());
        QVERIFY(bill[QStringLiteral("payments")].toStringList().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCartMoney)
#include "tst_cartmoney.moc"
