#include "livetill.h"
#include "shop/shop.h"

#include <QSignalSpy>
#include <QTest>

using namespace evencart;
using namespace evencart::test;

// Two people at their apps and one shop: what is kept for one of them, what the other sees of it, and how it ends.
class TestShopReservations : public QObject
{
    Q_OBJECT

    struct Customer
    {
        Desk desk;
        Shop shop;

        [[nodiscard]] bool enter(LiveTill &till, const char *name)
        {
            if (!desk.open(name) || !desk.openNewCart("Groceries") || !till.serve(desk))
                return false;
            shop.setSession(&desk.session());
            return QTest::qWaitFor([&] { return shop.state() == Shop::Open; }, Desk::patience);
        }
        [[nodiscard]] QString add(const char *sku, const char *amount)
        {
            const int before = desk.cart().lines()->count();
            if (!shop.add(QLatin1String(sku), QLatin1String(amount)).isEmpty() ||
                !QTest::qWaitFor([&] { return desk.settle() && desk.cart().lines()->count() == before + 1; },
                                 Desk::patience))
                return {};
            return desk.cart().lines()->index(before).data(LineModel::IdRole).toString();
        }
        QString said(const QString &line, const char *what)
        {
            return shop.stock()->of(line).value(QLatin1String(what)).toString();
        }
        QString stockOf(const char *sku)
        {
            for (int row = 0; row < shop.goods()->rowCount(); ++row) {
                const QModelIndex good = shop.goods()->index(row);
                if (good.data(GoodsModel::SkuRole).toString() == QLatin1String(sku))
                    return good.data(GoodsModel::StockTextRole).toString();
            }
            return QStringLiteral("?");
        }
    };

    std::unique_ptr<LiveTill> m_till;
    std::unique_ptr<Customer> m_ann, m_ben;

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::Ireland)); }
    void init()
    {
        m_till = std::make_unique<LiveTill>();
        QVERIFY(m_till->start("m-1,Milk,l,1.19,EUR,3,dairy\nb-2,Bread,,3,EUR,7,bakery\n"));
        m_ann = std::make_unique<Customer>();
        QVERIFY(m_ann->enter(*m_till, "Ann"));
        m_ben = std::make_unique<Customer>();
        QVERIFY(m_ben->enter(*m_till, "Ben"));
    }
    void cleanup()
    {
        m_ben.reset();
        m_ann.reset();
        m_till.reset();
    }

    void keptForOneAndNotThereForTheOther()
    {
        const QString anns = m_ann->add("m-1", "2");
        QVERIFY(!anns.isEmpty());
        const QString bens = m_ben->add("m-1", "2");
        QVERIFY(!bens.isEmpty());
        QSignalSpy told(&m_ann->shop, &Shop::told);
        m_ann->shop.reservations()->reserve(anns);
        QTRY_COMPARE_WITH_TIMEOUT(told.count(), 1, Desk::patience);
        QVERIFY2(told.front().front().toString().startsWith(QStringLiteral("Milk is kept for your order until ")),
                 qPrintable(told.front().front().toString()));
        QTRY_COMPARE_WITH_TIMEOUT(m_ann->said(anns, "kept"), QStringLiteral("2\u00a0l kept for you, 10 min"),
                                  Desk::patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_ann->said(anns, "text"), QStringLiteral("only 3\u00a0l left"), Desk::patience);

        // Ben sees one, may ask for one, and is refused two.
        QTRY_COMPARE_WITH_TIMEOUT(m_ben->said(bens, "text"), QStringLiteral("only 1\u00a0l left"), Desk::patience);
        QCOMPARE(m_ben->said(bens, "kept"), QString());
        QTRY_COMPARE_WITH_TIMEOUT(m_ben->stockOf("m-1"), QStringLiteral("only 1\u00a0l left"), Desk::patience);
        QSignalSpy refused(&m_ben->shop, &Shop::failed);
        m_ben->shop.reservations()->reserve(bens);
        QTRY_COMPARE_WITH_TIMEOUT(refused.count(), 1, Desk::patience);
        QCOMPARE(refused.front().front().toString(), QStringLiteral("Milk is not reserved: only 1 left."));

        m_ann->shop.reservations()->release(anns);
        QTRY_COMPARE_WITH_TIMEOUT(told.count(), 2, Desk::patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_ann->said(anns, "kept"), QString(), Desk::patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_ben->said(bens, "text"), QStringLiteral("only 3\u00a0l left"), Desk::patience);
    }

    // Another start of the app knows it from the server; the order is its end.
    void lastsUntilTheOrder()
    {
        const QString milk = m_ann->add("m-1", "2");
        QVERIFY(!milk.isEmpty());
        m_ann->shop.reservations()->reserve(milk);
        QTRY_VERIFY_WITH_TIMEOUT(!m_ann->said(milk, "kept").isEmpty(), Desk::patience);
        const QString profile = m_ann->desk.profile();
        QTemporaryDir kept;
        m_ann->desk.stop();
        m_ann->desk.start();
        Shop again;
        QVERIFY(m_ann->desk.open());
        again.setSession(&m_ann->desk.session());
        const auto words = [&] { return again.stock()->of(milk).value(QStringLiteral("kept")).toString(); };
        QTRY_VERIFY_WITH_TIMEOUT(!words().isEmpty(), Desk::patience);

        QTRY_VERIFY_WITH_TIMEOUT(again.state() == Shop::Open, Desk::patience);
        again.checkout()->start();
        QTRY_VERIFY_WITH_TIMEOUT(again.checkout()->mayAsk(), Desk::patience);
        again.checkout()->ask();
        QTRY_VERIFY_WITH_TIMEOUT(again.checkout()->state() == CheckoutFlow::Ordered, Desk::patience);
        QTRY_VERIFY_WITH_TIMEOUT(again.reservations()->forOpenCart().empty(), Desk::patience);
    }

    void needsTheServer()
    {
        const QString milk = m_ann->add("m-1", "1");
        QVERIFY(!milk.isEmpty());
        QVERIFY(m_ann->desk.settle());
        m_till->stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_ann->shop.state(), Shop::OldCopy, Desk::patience);
        QSignalSpy failed(&m_ann->shop, &Shop::failed);
        m_ann->shop.reservations()->reserve(milk);
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, Desk::patience);
        QVERIFY2(failed.front().front().toString().startsWith(QStringLiteral("Reserving needs the server. ")),
                 qPrintable(failed.front().front().toString()));
        QVERIFY(m_ann->said(milk, "kept").isEmpty());
    }

    // A row asks, and hears how it stands now.
    void aFreshValueOfARow()
    {
        const QString milk = m_ann->add("m-1", "1");
        QVERIFY(!milk.isEmpty());
        QSignalSpy told(&m_ann->shop, &Shop::told);
        m_ann->shop.refreshFor(milk);
        QTRY_COMPARE_WITH_TIMEOUT(told.count(), 1, Desk::patience);
        QCOMPARE(told.front().front().toString(), QStringLiteral("Milk: 1.19\u00a0€/l, only 3\u00a0l left now."));
    }
};

QTEST_GUILESS_MAIN(TestShopReservations)
#include "tst_shopreservations.moc"
