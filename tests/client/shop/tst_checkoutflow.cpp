#include "client/model/modelrecorder.h"
#include "livetill.h"
#include "shop/shop.h"
#include "sqlite/database.h"

#include <QSignalSpy>

using namespace evencart;
using namespace evencart::test;

namespace {

constexpr const char *goods = "m-1,Milk,l,1.19,EUR,3,dairy\n"
                              "b-2,Bread,,3,EUR,50,\n"
                              "f-3,Flour,kg,1.98,EUR,5,pantry\n";

} // namespace

// Ann orders from a real server; what her window would show.
class TestCheckoutFlow : public QObject
{
    Q_OBJECT

    std::unique_ptr<LiveTill> m_till;
    std::unique_ptr<Desk> m_ann;
    std::unique_ptr<Shop> m_shop;

    CheckoutFlow &flow() { return *m_shop->checkout(); }
    CheckoutRows &rows() { return *flow().rows(); }
    QString said(int row, int role = CheckoutRows::AccessibleTextRole)
    {
        return rows().index(row).data(role).toString();
    }
    QString idOf(int row) { return said(row, CheckoutRows::IdRole); }

    [[nodiscard]] bool isOpen()
    {
        return QTest::qWaitFor([this] { return m_shop->state() == Shop::Open && m_shop->goods()->total() > 0; },
                               Desk::patience);
    }
    [[nodiscard]] bool reaches(CheckoutFlow::State state)
    {
        const bool reached = QTest::qWaitFor([&] { return flow().state() == state; }, Desk::patience);
        if (!reached)
            qWarning("it is in state %d: %s", flow().state(), qPrintable(flow().message()));
        return reached;
    }
    void add(const char *sku, const char *amount, int lines)
    {
        QCOMPARE(m_shop->add(QLatin1String(sku), QLatin1String(amount)), QString());
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->stock()->orderable(), lines, Desk::patience);
        QVERIFY(m_ann->settle());
    }
    // The sheet, with what it looked at.
    [[nodiscard]] bool look()
    {
        flow().start();
        return reaches(CheckoutFlow::Review);
    }
    void sit() // at the desk
    {
        m_shop = std::make_unique<Shop>();
        m_shop->setSession(&m_ann->session());
        QVERIFY(m_ann->open());
    }
    void awayFromTheServer()
    {
        m_till->stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->state(), Shop::OldCopy, Desk::patience);
    }
    void backToTheServer()
    {
        QVERIFY(m_till->start());
        m_ann->session().syncNow();
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::Ireland)); }
    void init()
    {
        m_till = std::make_unique<LiveTill>();
        QVERIFY(m_till->start(goods));
        m_ann = std::make_unique<Desk>();
        sit();
        QVERIFY(m_till->serve(*m_ann));
        QVERIFY(m_ann->openNewCart("Groceries"));
        QVERIFY(isOpen());
    }
    void cleanup()
    {
        m_shop.reset();
        m_ann.reset();
        m_till.reset();
    }

    void anOrder()
    {
        add("m-1", "2", 1);
        m_ann->cart().addText(QStringLiteral("candles"));
        QVERIFY(look());
        QCOMPARE(rows().count(), 1);
        QCOMPARE(said(0), QStringLiteral("Milk, 2\u00a0l, 2.38\u00a0€, saved here"));
        QTRY_COMPARE(flow().others(), QStringLiteral("candles"));
        QCOMPARE(flow().total(), QStringLiteral("2.38\u00a0€"));
        QVERIFY(flow().mayAsk());
        ModelRecorder told(rows());
        flow().ask();
        QCOMPARE(flow().state(), CheckoutFlow::Asking);
        QCOMPARE(said(0), QStringLiteral("Milk, 2\u00a0l, 2.38\u00a0€, asked"));
        QVERIFY(!flow().mayAsk());
        QVERIFY(reaches(CheckoutFlow::Ordered));
        QCOMPARE(told.take(), list({"change 0", "change 0"}));
        QCOMPARE(said(0), QStringLiteral("Milk, 2\u00a0l, 2.38\u00a0€, guaranteed"));
        QCOMPARE(flow().orderNumber(), 1.0);
        QTRY_COMPARE(m_ann->names(), list({"candles"})); // it has left the cart
        QTRY_COMPARE(m_shop->goods()->good("m-1")->stock, 1000);
    }

    void nothingToOrder()
    {
        m_ann->cart().addText(QStringLiteral("candles"));
        flow().start();
        QVERIFY(reaches(CheckoutFlow::Nothing));
        QVERIFY(!flow().mayAsk());
        // What comes while the sheet is open is in it.
        add("b-2", "1", 1);
        QVERIFY(reaches(CheckoutFlow::Review));
        QCOMPARE(rows().count(), 1);
    }

    // Two lines, one of which is refused: the other is not ordered either, and stays as it is.
    void soldOutByTheShopsWord()
    {
        add("m-1", "2", 1);
        add("b-2", "1", 2);
        QVERIFY(look());
        QCOMPARE(flow().foreseen(), 0);
        QVERIFY(m_till->setStock("m-1", "1"));
        flow().ask(); // the copy may or may not have heard of it
        QVERIFY(reaches(CheckoutFlow::Refused));
        QCOMPARE(said(0), QStringLiteral("Milk, 2\u00a0l, 2.38\u00a0€, refused, only 1\u00a0l left"));
        QCOMPARE(said(1), QStringLiteral("Bread, 1, 3.00\u00a0€, saved here"));
        QCOMPARE(said(0, CheckoutRows::ActionTextRole), QStringLiteral("Take 1"));
        QVERIFY(!flow().mayAsk());
        QCOMPARE(flow().undecided(), 1);
        flow().act(idOf(0));
        QVERIFY(reaches(CheckoutFlow::Review));
        QCOMPARE(said(0), QStringLiteral("Milk, 1\u00a0l, 1.19\u00a0€, saved here"));
        QVERIFY(flow().mayAsk());
        flow().ask();
        QVERIFY(reaches(CheckoutFlow::Ordered));
        QCOMPARE(flow().total(), QStringLiteral("4.19\u00a0€"));
    }

    void goneAltogether()
    {
        add("m-1", "2", 1);
        add("b-2", "1", 2);
        QVERIFY(m_till->setStock("m-1", "0"));
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->goods()->good("m-1")->stock, 0, Desk::patience);
        QVERIFY(look());
        QCOMPARE(said(0), QStringLiteral("Milk, 2\u00a0l, 2.38\u00a0€, saved here, sold out"));
        QCOMPARE(flow().foreseen(), 1);
        QVERIFY(flow().mayAsk()); // only the shop decides
        QCOMPARE(said(0, CheckoutRows::ActionTextRole), QStringLiteral("Remove"));
        flow().act(idOf(0));
        QTRY_COMPARE(rows().count(), 1);
        QCOMPARE(flow().foreseen(), 0);
        flow().ask();
        QVERIFY(reaches(CheckoutFlow::Ordered));
    }

    void gramsOfWhatIsSoldByTheKilogram()
    {
        m_ann->session().cart()->addItems({{"Flour", "g", "f-3", 7'000'000, {}, {}, Money{"EUR", 198}, false}},
                                          QStringLiteral("Add"));
        QTRY_COMPARE(m_shop->stock()->orderable(), 1);
        QVERIFY(look());
        QCOMPARE(said(0), QStringLiteral("Flour, 7000\u00a0g, 13.86\u00a0€, saved here, only 5\u00a0kg left"));
        QCOMPARE(said(0, CheckoutRows::ActionTextRole), QStringLiteral("Take 5000"));
        flow().act(idOf(0));
        QTRY_COMPARE(said(0), QStringLiteral("Flour, 5000\u00a0g, 9.90\u00a0€, saved here"));
    }

    // A new price is asked for only when it was accepted, and only that one.
    void anotherPrice()
    {
        add("m-1", "2", 1);
        QVERIFY(look());
        QVERIFY(m_till->import("m-1,Milk,l,1.29,EUR,3,dairy\n"));
        QTRY_COMPARE_WITH_TIMEOUT(flow().undecided(), 1, Desk::patience);
        QCOMPARE(said(0), QStringLiteral("Milk, 2\u00a0l, 2.58\u00a0€, saved here, the price is 1.29\u00a0€/l now, not "
                                         "1.19\u00a0€"));
        QCOMPARE(said(0, CheckoutRows::ActionTextRole), QStringLiteral("Accept 1.29\u00a0€"));
        QVERIFY(!flow().mayAsk());
        flow().act(idOf(0));
        QVERIFY(flow().mayAsk());
        QCOMPARE(said(0, CheckoutRows::ReasonRole), QStringLiteral("1.29\u00a0€/l accepted"));
        QVERIFY(m_till->import("m-1,Milk,l,1.39,EUR,3,dairy\n"));
        QTRY_VERIFY_WITH_TIMEOUT(!flow().mayAsk(), Desk::patience); // it was not that one
        flow().act(idOf(0));
        flow().ask();
        QVERIFY(reaches(CheckoutFlow::Ordered));
        QCOMPARE(flow().total(), QStringLiteral("2.78\u00a0€"));
    }

    // The server is the one who says so, to a client that had not heard of it.
    void anotherPriceByTheShopsWord()
    {
        add("m-1", "1", 1);
        QVERIFY(look());
        awayFromTheServer();
        QVERIFY(m_till->import("m-1,Milk,l,1.29,EUR,3,dairy\n"));
        backToTheServer();
        QTRY_VERIFY_WITH_TIMEOUT(flow().undecided() == 1, Desk::patience);
        flow().act(idOf(0));
        QVERIFY(flow().mayAsk());
        flow().ask();
        QVERIFY(reaches(CheckoutFlow::Ordered));
    }

    void withoutTheServer()
    {
        add("m-1", "1", 1);
        awayFromTheServer();
        QVERIFY(look());
        flow().ask();
        QVERIFY(reaches(CheckoutFlow::NeedsServer));
        QVERIFY(flow().message().startsWith(QStringLiteral("Ordering needs the server")));
        QCOMPARE(m_shop->orders()->unsettled(), 0); // nothing was asked for
        flow().keep();
        QVERIFY(reaches(CheckoutFlow::Kept));
        QCOMPARE(m_shop->waiting(), Shop::ForServer);
        QCOMPARE(m_shop->orders()->unsettled(), 1);
        flow().close();
        QSignalSpy toldOf(m_shop.get(), &Shop::orderTold);
        backToTheServer();
        QTRY_COMPARE_WITH_TIMEOUT(toldOf.count(), 1, Desk::patience);
        QCOMPARE(toldOf[0][0].toString(), QStringLiteral("Ordered from Groceries: order 1, 1.19\u00a0€."));
        QVERIFY(m_shop->orders()->order(toldOf[0][1].toString().toStdString()));
        QCOMPARE(m_shop->waiting(), Shop::Settled);
        QTRY_VERIFY(m_ann->names().isEmpty());
    }

    // Another order of the same cart, by the command line or an earlier sheet, was once shown as the answer to this
    // one: "Not ordered" over rows that were guaranteed.
    void anotherOrderOfTheCartIsNotTheAnswer()
    {
        add("m-1", "1", 1);
        QVERIFY(look());
        OrderNews other;
        other.key = "other";
        other.cart = *m_ann->cart().id();
        other.refusal = protocol::NotOrdered{1, {}, other.key, protocol::OrderProblem::NotAllowed, 1, {}};
        QSignalSpy toldOf(m_shop.get(), &Shop::orderTold);
        const auto hearOfIt = [&] { Q_EMIT m_ann->session().engine().orderEnded(other); };
        hearOfIt();
        QCOMPARE(flow().state(), CheckoutFlow::Review);
        QCOMPARE(toldOf.count(), 1);
        flow().ask();
        hearOfIt();
        QCOMPARE(flow().state(), CheckoutFlow::Asking);
        QVERIFY(reaches(CheckoutFlow::Ordered));
        QCOMPARE(flow().orderKey().toStdString(), m_shop->orders()->order(flow().orderKey().toStdString())->key);
        hearOfIt();
        QCOMPARE(flow().state(), CheckoutFlow::Ordered);
        QCOMPARE(said(0, CheckoutRows::AccessibleTextRole), QStringLiteral("Milk, 1\u00a0l, 1.19\u00a0€, guaranteed"));
        QCOMPARE(toldOf.count(), 3); // beside the sheet
    }

    // The server is back and this machine cannot write down that the kept order is asked for: that was once said to
    // nobody.
    void aBrokenDiskIsToldOfWhatWasKept()
    {
        add("m-1", "1", 1);
        awayFromTheServer();
        QVERIFY(look());
        flow().ask();
        QVERIFY(reaches(CheckoutFlow::NeedsServer));
        flow().keep();
        QVERIFY(reaches(CheckoutFlow::Kept));
        flow().close();
        const auto noOrderCanBeWritten = m_ann->ask<Result<void>>([](EngineRoom &room) -> Result<void> {
            const QString file = room.workspace().profile().directory() + QStringLiteral("/carts.db");
            auto database = sqlite::Database::open(file.toStdString(), sqlite::Database::Mode::Existing);
            return database ? database->run("CREATE TRIGGER full BEFORE INSERT ON own_order "
                                            "BEGIN SELECT RAISE(ABORT, 'no space'); END")
                            : database.error();
        });
        QVERIFY2(noOrderCanBeWritten.ok(), noOrderCanBeWritten ? "" : noOrderCanBeWritten.error().message.c_str());
        QSignalSpy broken(&m_ann->session().engine(), &Engine::storageBroken);
        QSignalSpy ended(&m_ann->session().engine(), &Engine::orderEnded);
        backToTheServer();
        QTRY_VERIFY_WITH_TIMEOUT(!broken.isEmpty(), Desk::patience);
        QCOMPARE(ended.count(), 0);
        QCOMPARE(m_shop->orders()->unsettled(), 1); // nothing is lost
        QCOMPARE(m_till->orders(), QString());
    }

    void whatWasKeptIsTakenBack()
    {
        add("m-1", "1", 1);
        awayFromTheServer();
        QVERIFY(look());
        flow().ask();
        QVERIFY(reaches(CheckoutFlow::NeedsServer));
        flow().keep();
        QVERIFY(reaches(CheckoutFlow::Kept));
        flow().forget();
        QVERIFY(reaches(CheckoutFlow::Review));
        QCOMPARE(m_shop->orders()->unsettled(), 0);
        backToTheServer();
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->state(), Shop::Open, Desk::patience);
        flow().ask(); // and by hand it works: nothing was in its way
        QVERIFY(reaches(CheckoutFlow::Ordered));
        QCOMPARE(flow().orderNumber(), 1.0);
    }

    // It outlives a restart, and is refused where the cart is not the one that was seen.
    void whatWasKeptIsComparedWithTheCart()
    {
        add("m-1", "1", 1);
        awayFromTheServer();
        QVERIFY(look());
        flow().ask();
        QVERIFY(reaches(CheckoutFlow::NeedsServer));
        flow().keep();
        QVERIFY(reaches(CheckoutFlow::Kept));
        flow().close();
        add("b-2", "1", 2);
        flow().start();
        QVERIFY(reaches(CheckoutFlow::Kept));
        QVERIFY(flow().message().startsWith(QStringLiteral("The cart has changed since")));
        m_shop.reset();
        m_ann->stop();
        m_ann->start();
        sit();
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->waiting(), Shop::ForServer, Desk::patience);
        QSignalSpy toldOf(m_shop.get(), &Shop::orderTold);
        backToTheServer();
        QTRY_COMPARE_WITH_TIMEOUT(toldOf.count(), 1, Desk::patience);
        QCOMPARE(toldOf[0][0].toString(),
                 QStringLiteral("Not ordered from Groceries. Bread: changed in the cart since you looked"));
        QCOMPARE(m_ann->names(), list({"Milk", "Bread"}));
        QCOMPARE(m_till->orders(), QString());
    }

    // The server dies with the question in its hands: nobody knows, until it is asked.
    void itDiesBeforeItReads()
    {
        add("m-1", "1", 1);
        QTRY_COMPARE_WITH_TIMEOUT(m_ann->session().sync()->waiting(), 0, Desk::patience); // an order waits for that
        QVERIFY(look());
        m_till->freeze();
        flow().ask();
        QTRY_VERIFY_WITH_TIMEOUT(m_ann->ask<bool>([](EngineRoom &room) {
            return room.workspace().profile().store().shop().orders()->size() == 1;
        }),
                                 Desk::patience);
        QCOMPARE(m_shop->orders()->unsettled(), 0); // it is on its way
        m_till->stop();
        QVERIFY(reaches(CheckoutFlow::Unknown));
        QVERIFY(flow().message().startsWith(QStringLiteral("This cart was asked for")));
        QCOMPARE(m_shop->waiting(), Shop::ForAnswer);
        QVERIFY(!flow().mayAsk());
        backToTheServer();
        QVERIFY(reaches(CheckoutFlow::Review));
        QVERIFY(flow().message().startsWith(QStringLiteral("The shop has not got the order")));
        QCOMPARE(m_shop->waiting(), Shop::Settled);
        QCOMPARE(m_till->orders(), QString());
        flow().ask();
        QVERIFY(reaches(CheckoutFlow::Ordered));
    }

    // It was ordered and the answer is lost; the program ends, too. The next start finds out.
    void theAnswerIsLost()
    {
        Wire wire;
        add("m-1", "1", 1);
        QVERIFY(m_till->serve(*m_ann, wire.lay(m_till->server().url))); // another address: its goods are read anew
        QVERIFY(isOpen());
        QTRY_COMPARE_WITH_TIMEOUT(m_ann->session().sync()->state(), SyncStatus::Online, Desk::patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_ann->session().sync()->waiting(), 0, Desk::patience);
        QVERIFY(look());
        wire.loseAnswers(true);
        flow().ask();
        QTRY_VERIFY_WITH_TIMEOUT(!m_till->orders().isEmpty(), Desk::patience);
        QCOMPARE(flow().state(), CheckoutFlow::Asking);
        wire.cut();
        QVERIFY(reaches(CheckoutFlow::Unknown));
        m_shop.reset();
        m_ann->stop();
        wire.loseAnswers(false);
        m_ann->start();
        sit();
        QSignalSpy toldOf(m_shop.get(), &Shop::orderTold);
        QTRY_COMPARE_WITH_TIMEOUT(toldOf.count(), 1, Desk::patience);
        QCOMPARE(toldOf[0][0].toString(), QStringLiteral("Ordered from Groceries: order 1, 1.19\u00a0€."));
        QTRY_VERIFY(m_ann->names().isEmpty());
        QTRY_COMPARE(m_shop->orders()->unsettled(), 0);
    }
};

QTEST_MAIN(TestCheckoutFlow)
#include "tst_checkoutflow.moc"
