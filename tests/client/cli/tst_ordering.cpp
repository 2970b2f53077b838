#include "commandlinefixture.h"
#include "moodyserver.h"
#include "support/failingdisk.h"

#include <QRegularExpression>
#include <QTest>

using namespace evencart::test;
using Mood = MoodyServer::Mood;

// What people and scripts are told of an order where something fails: never "not ordered" of what may be ordered, and
// never the fault of the server where this machine's disk is broken.
class TestOrdering : public QObject
{
    Q_OBJECT

    std::unique_ptr<MoodyServer> m_server;
    std::unique_ptr<CommandLine> m_ann;

    CommandLine::Answer ask(std::vector<std::string> words) { return m_ann->json(std::move(words)); }
    void tell(std::vector<std::string> words)
    {
        const auto answer = m_ann->json(std::move(words));
        QVERIFY2(answer.code == 0, answer.err.c_str());
    }
    void addMilk() { tell({"add", "Ours", "milk", "--sku", "m-1"}); }
    static QString state(const CommandLine::Answer &answer) { return answer.json()[QLatin1String("state")].toString(); }
    QJsonObject onlyOrder()
    {
        const QJsonArray orders = ask({"orders"}).array("orders");
        return orders.size() == 1 ? orders[0].toObject() : QJsonObject();
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<MoodyServer>();
        m_server->operate({"catalog", "import", "g.csv"}, "sku,name,price,currency,stock\nm-1,milk,1.19,EUR,500\n");
        m_ann = std::make_unique<CommandLine>();
        tell({"init", "--name", "Ann"});
        tell({"server", "set", m_server->url()});
        tell({"cart", "create", "Ours"});
        tell({"sync"}); // prices in sight
        addMilk();
    }
    void cleanup()
    {
        m_ann.reset();
        m_server.reset();
    }

    // With a key that the person chose, this was once "Ordering needs the server": as if nothing had been asked for.
    void anOrderThatWasSentIsNotCalledNotOrdered_data()
    {
        QTest::addColumn<bool>("isPlaced");
        QTest::newRow("it was placed") << true;
        QTest::newRow("it never arrived") << false;
    }
    void anOrderThatWasSentIsNotCalledNotOrdered()
    {
        QFETCH(bool, isPlaced);
        m_server->mood = isPlaced ? Mood::HangsUpAfter : Mood::HangsUpBefore;
        const auto unknown = ask({"checkout", "Ours", "--key", "k", "--timeout", "4"});
        QCOMPARE(unknown.code, 4);
        QCOMPARE(state(unknown), QStringLiteral("unknown"));
        QVERIFY2(unknown.err.find("is not known") != std::string::npos, unknown.err.c_str());
        m_server->mood = Mood::Fair;
        QCOMPARE(onlyOrder()[QLatin1String("state")].toString(),
                 isPlaced ? QStringLiteral("ordered") : QStringLiteral("not_ordered"));
    }

    // A server that is there and says that it cannot was once asked again without a pause, each time with a write here.
    void aServerThatCannotIsNotAskedWithoutEnd()
    {
        m_server->mood = Mood::CannotRead;
        const auto unknown = ask({"checkout", "Ours"});
        QCOMPARE(unknown.code, 4);
        QCOMPARE(state(unknown), QStringLiteral("unknown"));
        QVERIFY(unknown.err.find("Try later.") != std::string::npos);
        QCOMPARE(m_server->checkouts.load(), 1);
    }

    void anAnswerAboutAnotherKeyIsNone()
    {
        m_server->mood = Mood::SaysAnother;
        QCOMPARE(state(ask({"checkout", "Ours", "--key", "k"})), QStringLiteral("unknown"));
        m_server->mood = Mood::Fair;
        QCOMPARE(onlyOrder()[QLatin1String("order")].toString(), QStringLiteral("k"));
    }

    // Asked once more, an order whose outcome was not known went out with no lines, and without --accept-prices, as
    // soon as the server had given up the sending before.
    void whatIsAskedAgainIsTheWholeOrder()
    {
        m_server->mood = Mood::HangsUpBefore;
        QCOMPARE(ask({"checkout", "Ours", "--key", "k", "--accept-prices", "--timeout", "4"}).code, 4);
        m_server->operate({"catalog", "import", "g.csv"}, "sku,name,price,currency\nm-1,milk,1.29,EUR\n");
        m_server->mood = Mood::Fair;
        const auto order = ask({"checkout", "Ours", "--key", "k"});
        QVERIFY2(order.code == 0, order.err.c_str());
        QCOMPARE(order.array("lines").size(), 1);
        QCOMPARE(order.json()[QLatin1String("total")][QLatin1String("minor")].toInt(), 129);
    }

    // A second checkout answered with the first order, whose answer had been lost, and did not say so: the milk that
    // was added in between looked ordered.
    void anEarlierOrderIsNotTakenForTheCart()
    {
        m_server->mood = Mood::HangsUpAfter;
        QCOMPARE(ask({"checkout", "Ours", "--timeout", "4"}).code, 4);
        m_server->mood = Mood::Fair;
        addMilk();
        const auto first = ask({"checkout", "Ours"});
        QVERIFY2(first.code == 0, first.err.c_str());
        QCOMPARE(first.array("lines")[0][QLatin1String("quantity")].toInt(), 1);
        QCOMPARE(first.json()[QLatin1String("resumed")].toBool(), true);
        QVERIFY2(first.err.find("The cart has changed since") != std::string::npos, first.err.c_str());
        const auto second = ask({"checkout", "Ours"});
        QVERIFY2(second.code == 0, second.err.c_str());
        QVERIFY(!second.json().contains(QLatin1String("resumed")));
        QCOMPARE(second.err, std::string());
    }

    // The same cart: nothing is missing, and nothing is said.
    void anEarlierOrderOfTheSameCart()
    {
        m_server->mood = Mood::HangsUpBefore;
        QCOMPARE(ask({"checkout", "Ours", "--timeout", "4"}).code, 4);
        m_server->mood = Mood::Fair;
        const auto order = ask({"checkout", "Ours"});
        QVERIFY2(order.code == 0, order.err.c_str());
        QCOMPARE(order.json()[QLatin1String("resumed")].toBool(), true);
        QCOMPARE(order.err, std::string());
    }

    // Goods and orders of one server were shown as another's.
    void whatAnotherServerSellsAndSold()
    {
        tell({"checkout", "Ours", "--key", "k"});
        QCOMPARE(ask({"orders", "--local"}).array("orders").size(), 1);
        QCOMPARE(ask({"stock", "--local"}).array("goods").size(), 1);
        tell({"server", "set", "ws://127.0.0.1:9"});
        QCOMPARE(ask({"orders", "--local"}).array("orders").size(), 0);
        QCOMPARE(ask({"stock", "--local"}).array("goods").size(), 0);
        QVERIFY(ask({"stock", "--local"}).json()[QLatin1String("age")].isNull());
        QVERIFY(m_ann->run({"stock", "--local"}).out.find("not known yet") != std::string::npos);
        QCOMPARE(ask({"stock"}).code, 4); // there is nothing that could be shown instead
        tell({"server", "set", m_server->url()});
        QCOMPARE(ask({"orders", "--local"}).array("orders").size(), 1);
    }

    void anOrderAtAnotherServerIsNotForgotten()
    {
        m_server->mood = Mood::HangsUpAfter;
        QCOMPARE(ask({"checkout", "Ours", "--key", "k", "--timeout", "4"}).code, 4);
        MoodyServer other(6);
        tell({"server", "set", other.url()});
        const auto elsewhere = ask({"checkout", "Ours", "--key", "k"});
        QCOMPARE(elsewhere.code, 2);
        QVERIFY(elsewhere.err.find(m_server->url()) != std::string::npos);
        QCOMPARE(onlyOrder()[QLatin1String("state")].toString(), QStringLiteral("unknown"));
        m_server->mood = Mood::Fair;
        tell({"server", "set", m_server->url()});
        QCOMPARE(onlyOrder()[QLatin1String("state")].toString(), QStringLiteral("ordered"));
    }

    void keysAreOneLineOfPlainText()
    {
        QCOMPARE(ask({"checkout", "Ours", "--key", "k\n7  placed 0  member ann"}).code, 2);
        QCOMPARE(ask({"checkout", "Ours", "--key", "schl\u00fcssel"}).code, 2);
        QCOMPARE(m_server->checkouts.load(), 0);
    }

    // Whichever write of this machine fails from the moment on at which the order leaves: what is said is true, it is
    // not laid on the server, and the order is found when the disk works again.
    void theDiskFailsWhileTheAnswerComes()
    {
        cleanup();
        FailingDisk disk; // under every database that is opened from here on
        init();
        std::uint64_t fails = 0;
        m_server->beforeCheckout = [&] { QMetaObject::invokeMethod(this, [&] { disk.stopAt(fails); }); };
        int told = 0;
        int unknown = 0;
        bool wentThrough = false;
        for (fails = 1; fails < 100 && !wentThrough; ++fails) {
            const std::string key = "k" + std::to_string(fails);
            const auto answer = ask({"checkout", "Ours", "--key", key});
            wentThrough = answer.code == 0; // the write that fails comes when all is done
            disk.goOn();
            if (!wentThrough) {
                QVERIFY2(answer.code == 1 || answer.code == 5, answer.err.c_str());
                const bool isTold = state(answer) == QStringLiteral("ordered");
                told += isTold ? 1 : 0;
                unknown += isTold ? 0 : 1;
                QVERIFY2(answer.err.find(isTold ? "It is ordered (order " : "is not known") != std::string::npos,
                         answer.err.c_str());
            }
            const QJsonArray orders = ask({"orders"}).array("orders");
            QCOMPARE(orders.size(), int(fails));
            for (const auto &order : orders)
                QCOMPARE(order[QLatin1String("state")].toString(), QStringLiteral("ordered"));
            tell({"sync"});
            addMilk();
        }
        QVERIFY(wentThrough);
        QVERIFY(told > 0 && unknown > 0);
    }
};

QTEST_GUILESS_MAIN(TestOrdering)
#include "tst_ordering.moc"
