#include "client/model/modelrecorder.h"
#include "livetill.h"
#include "shop/shop.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QSignalSpy>

using namespace evencart;
using namespace evencart::test;

// The copy of the goods, the marks on the cart's rows, the list of orders and their receipts, on a real server.
class TestOrders : public QObject
{
    Q_OBJECT

    std::unique_ptr<LiveTill> m_till;
    std::unique_ptr<Desk> m_ann;
    std::unique_ptr<Shop> m_shop;

    QString order(int row, int role) { return m_shop->orders()->index(row).data(role).toString(); }
    void buy(const char *sku, const char *amount)
    {
        const auto number = m_shop->orders()->count();
        QCOMPARE(m_shop->add(QLatin1String(sku), QLatin1String(amount)), QString());
        QTRY_VERIFY_WITH_TIMEOUT(m_shop->stock()->orderable() > 0, Desk::patience);
        m_shop->checkout()->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_shop->checkout()->mayAsk(), Desk::patience);
        m_shop->checkout()->ask();
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->checkout()->state(), CheckoutFlow::Ordered, Desk::patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->orders()->count(), number + 1, Desk::patience);
        m_shop->checkout()->close();
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->stock()->orderable(), 0, Desk::patience);
    }
    void openTheShop()
    {
        QVERIFY(m_till->serve(*m_ann));
        QVERIFY(m_ann->openNewCart("Groceries"));
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->state(), Shop::Open, Desk::patience);
    }

    QVariantMap mark(const char *name) { return m_shop->stock()->of(m_ann->idOf(name)); }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::Ireland)); }
    void init()
    {
        m_till = std::make_unique<LiveTill>();
        QVERIFY(m_till->start("m-1,Milk,l,1.19,EUR,9,dairy\nb-2,Bread,,3,EUR,50,\n"));
        m_ann = std::make_unique<Desk>();
        m_shop = std::make_unique<Shop>();
        m_shop->setSession(&m_ann->session());
        QVERIFY(m_ann->open());
    }
    void cleanup()
    {
        m_shop.reset();
        m_ann.reset();
        m_till.reset();
    }

    void theStatesOfAShop()
    {
        QCOMPARE(m_shop->state(), Shop::NoServer);
        QCOMPARE(m_shop->asOf(), QString());
        QSignalSpy changed(m_shop.get(), &Shop::stateChanged);
        openTheShop();
        QVERIFY(m_shop->asOf().startsWith(QStringLiteral("as of ")));
        m_till->stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->state(), Shop::OldCopy, Desk::patience);
        m_shop->refresh();
        QVERIFY(m_shop->isRefreshing());
        QTRY_VERIFY_WITH_TIMEOUT(!m_shop->isRefreshing(), Desk::patience);
        QVERIFY(!m_shop->problem().isEmpty());
        QCOMPARE(m_shop->goods()->total(), 2); // what was known
        QVERIFY(m_till->start());
        m_shop->refresh();
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->state(), Shop::Open, Desk::patience);
        QTRY_VERIFY_WITH_TIMEOUT(!m_shop->isRefreshing(), Desk::patience);
        QCOMPARE(m_shop->problem(), QString());
    }

    void aServerThatSellsNothing()
    {
        LiveTill empty;
        QVERIFY(empty.start());
        QVERIFY(empty.serve(*m_ann));
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->state(), Shop::SellsNothing, Desk::patience);
        QVERIFY(empty.import("c-1,Candles,,2,EUR,5,\n")); // and then it does
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->state(), Shop::Open, Desk::patience);
    }

    void marksOnTheRowsOfTheCart()
    {
        openTheShop();
        QCOMPARE(m_shop->add(QStringLiteral("m-1"), QStringLiteral("4")), QString());
        m_ann->cart().addText(QStringLiteral("candles"));
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->stock()->orderable(), 1, Desk::patience);
        QTRY_COMPARE(m_ann->names().size(), 2);
        QTRY_COMPARE(mark("Milk")[QStringLiteral("text")].toString(), QStringLiteral("in stock 9\u00a0l"));
        QCOMPARE(mark("Milk")[QStringLiteral("mark")].toInt(), int(CartStock::InStock));
        QVERIFY(mark("candles").isEmpty());
        QCOMPARE(m_shop->goods()->index(1).data(GoodsModel::InCartRole).toString(), QStringLiteral("4\u00a0l"));

        QSignalSpy changed(m_shop->stock(), &CartStock::changed);
        QVERIFY(m_till->setStock("m-1", "2"));
        QTRY_COMPARE_WITH_TIMEOUT(mark("Milk")[QStringLiteral("text")].toString(), QStringLiteral("only 2\u00a0l left"),
                                  Desk::patience);
        QCOMPARE(mark("Milk")[QStringLiteral("mark")].toInt(), int(CartStock::Fewer));
        QCOMPARE(changed.count(), 1);
        QVERIFY(m_till->import("m-1,Milk,l,1.29,EUR,9,dairy\n"));
        QTRY_COMPARE_WITH_TIMEOUT(mark("Milk")[QStringLiteral("text")].toString(), QStringLiteral("1.29\u00a0€/l now"),
                                  Desk::patience);
        QVERIFY(m_till->setStock("m-1", "0"));
        QTRY_COMPARE_WITH_TIMEOUT(mark("Milk")[QStringLiteral("mark")].toInt(), int(CartStock::SoldOut),
                                  Desk::patience);
        m_ann->cart().check({m_ann->idOf("Milk")});
        QTRY_VERIFY(mark("Milk").isEmpty()); // bought is bought
    }

    void whatIsAddedKeepsItsId()
    {
        openTheShop();
        QCOMPARE(m_shop->add(QStringLiteral("m-1"), QStringLiteral("0.5")), QString());
        QCOMPARE(m_shop->add(QStringLiteral("m-1"), QString()), QString());
        QVERIFY(m_shop->add(QStringLiteral("m-1"), QStringLiteral("many")).contains(QStringLiteral("many")));
        QVERIFY(!m_shop->add(QStringLiteral("x-9"), QString()).isEmpty());
        QVERIFY(m_ann->settle());
        QCOMPARE(m_ann->names(), list({"Milk"}));
        const LineView &line = m_ann->cart().lines()->line(0);
        QCOMPARE(line.sku, "m-1");
        QCOMPARE(line.unit, "l");
        QCOMPARE(line.quantity, 1500);
        QVERIFY((line.price == Money{"EUR", 119}));
    }

    void ordersAndTheirReceipts()
    {
        openTheShop();
        // What a cart is called comes with the list of carts, which may be late; then the rows that name it change.
        const auto named = [&] {
            const auto &carts = m_ann->session().carts()->carts();
            return carts.size() == 1 && carts.front().name == "Groceries";
        };
        QTRY_VERIFY_WITH_TIMEOUT(named(), Desk::patience);
        ModelRecorder told(*m_shop->orders());
        buy("m-1", "2");
        buy("b-2", "1");
        QCOMPARE(told.take(), list({"insert 0", "insert 0"}));
        QCOMPARE(order(0, OrdersModel::TitleRole), QStringLiteral("Order 2"));
        QCOMPARE(order(1, OrdersModel::TotalRole), QStringLiteral("2.38\u00a0€"));
        QCOMPARE(order(1, OrdersModel::SummaryRole), QStringLiteral("Milk"));
        QCOMPARE(order(1, OrdersModel::CartRole), QStringLiteral("Groceries"));
        m_shop->orders()->read();
        QTRY_VERIFY_WITH_TIMEOUT(!m_shop->orders()->isReading(), Desk::patience);
        QCOMPARE(m_shop->orders()->problem(), QString());
        QCOMPARE(told.take(), QStringList()); // it says what is known

        OrderReceipt &receipt = *m_shop->receipt();
        receipt.show(order(1, OrdersModel::KeyRole));
        QCOMPARE(receipt.title(), QStringLiteral("Order 1"));
        QCOMPARE(receipt.lines().size(), 1);
        QCOMPARE(receipt.total(), QStringLiteral("2.38\u00a0€"));
        receipt.copyText();
        QVERIFY(QGuiApplication::clipboard()->text().contains(
            QStringLiteral("2\u00a0l Milk, 1.19\u00a0€/l each: 2.38\u00a0€\n")));

        QSignalSpy saved(&receipt, &OrderReceipt::told);
        const auto written = [&](const char *name) {
            const QString path = m_ann->file(name);
            receipt.save(QUrl::fromLocalFile(path));
            if (!QTest::qWaitFor([&] { return QFile::exists(path) && !receipt.isBusy(); }, Desk::patience))
                return QByteArray();
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QVERIFY(written("order.pdf").startsWith("%PDF"));
        QVERIFY(written("order.csv").contains("\r\n1,"));
        QVERIFY(written("order.csv").contains(",m-1,Milk,2,l,1.19,2.38,EUR\r\n"));
        const QJsonObject json = QJsonDocument::fromJson(written("order.json")).object();
        QCOMPARE(json[QLatin1String("ledger")].toInt(), 1);
        QCOMPARE(json[QLatin1String("lines")].toArray().size(), 1);
        QVERIFY(written("order.txt").contains("Order 1\n"));
        QTRY_COMPARE(saved.count(), 5);
        QSignalSpy failed(&receipt, &OrderReceipt::failed);
        receipt.save(QUrl::fromLocalFile(m_ann->file("not/there/order.csv")));
        QCOMPARE(failed.count(), 1);
    }

    // After the server was restored from a backup its numbers come again: the receipt of the new order was once that of
    // the lost one, and the new one was not listed.
    void numbersThatRepeat()
    {
        openTheShop();
        buy("m-1", "2");
        const QString lost = order(0, OrdersModel::KeyRole);
        OrderNews news;
        news.order = *m_shop->orders()->order(lost.toStdString());
        news.order->key = news.key = "after the restore";
        news.order->total = 300;
        news.order->placed += 1000;
        Q_EMIT m_ann->session().engine().orderEnded(news);
        QCOMPARE(m_shop->orders()->count(), 2);
        QCOMPARE(order(0, OrdersModel::KeyRole), QStringLiteral("after the restore"));
        QCOMPARE(order(0, OrdersModel::TitleRole), order(1, OrdersModel::TitleRole));
        m_shop->receipt()->show(order(0, OrdersModel::KeyRole));
        QCOMPARE(m_shop->receipt()->total(), QStringLiteral("3.00\u00a0€"));
        m_shop->receipt()->show(lost);
        QCOMPARE(m_shop->receipt()->key(), lost);
        QCOMPARE(m_shop->receipt()->total(), QStringLiteral("2.38\u00a0€"));
        news.order->number = 7; // the ledger has it at another place now
        Q_EMIT m_ann->session().engine().orderEnded(news);
        QCOMPARE(m_shop->orders()->count(), 2);
        QCOMPARE(order(0, OrdersModel::TitleRole), QStringLiteral("Order 7"));
    }

    // What was ordered is known without the server, too; and on another device of the same person it comes from there.
    void ordersWithoutTheServer()
    {
        openTheShop();
        buy("m-1", "2");
        m_till->stop();
        m_shop.reset();
        m_ann->stop();
        m_ann->start();
        m_shop = std::make_unique<Shop>();
        m_shop->setSession(&m_ann->session());
        QVERIFY(m_ann->open());
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->orders()->count(), 1, Desk::patience);
        m_shop->orders()->read();
        QTRY_VERIFY_WITH_TIMEOUT(!m_shop->orders()->isReading(), Desk::patience);
        QVERIFY(!m_shop->orders()->problem().isEmpty());
        QCOMPARE(m_shop->orders()->count(), 1);
    }
};

QTEST_MAIN(TestOrders)
#include "tst_orders.moc"
