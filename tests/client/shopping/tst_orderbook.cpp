#include "shopping/ordering.h"
#include "shopping/reserving.h"
#include "store/memorylogstore.h"
#include "support/loopback.h"

#include <QTemporaryDir>
#include <QTest>

using namespace evencart;
using namespace evencart::test;

// A client that orders, with the real engines of both ends and its database on a disk.
class TestOrderBook : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;
    ManualClock m_clock;
    SeededRandom m_random{88};
    std::unique_ptr<store::MemoryLogStore> m_log;
    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<Workspace> m_ann;
    CartId m_cart;

    void open()
    {
        m_ann.reset();
        m_ann = need(
            Workspace::open(m_directory->filePath(QStringLiteral("ann")), QStringLiteral("Ann"), m_clock, m_random));
    }
    void operate(const std::vector<std::string> &words, const std::string &text = {})
    {
        m_server->core().operate({words, text}, [](const Result<std::string> &said) { need(said); });
        m_server->core().turnEnded();
    }
    void serve(const relay::ServerOptions &options = {})
    {
        m_server = std::make_unique<LoopbackServer>(*m_log, m_clock, options);
    }
    ShopCopy &shop() { return m_ann->profile().store().shop(); }
    CartReplica &cart() { return *need(m_ann->cart(m_cart)); }
    void add(const std::string &name, const std::string &sku)
    {
        need(cart().edit("add " + name, [&](Edit &edit) -> Result<void> {
            NewItem item;
            item.name = name;
            item.sku = sku;
            const auto added = edit.add(item);
            return added ? Result<void>() : added.error();
        }));
    }
    // Asks, and waits for the answer.
    OrderBook::Outcome checkout(LoopbackClient &client, const protocol::Checkout &checkout)
    {
        std::optional<OrderBook::Outcome> came;
        client.engine().checkout(checkout, [&](auto outcome) { came = need(outcome); });
        client.sync();
        return came.value();
    }

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", m_directory->path().toUtf8());
        m_log = std::make_unique<store::MemoryLogStore>();
        serve();
        operate({"catalog", "import", "g.csv"},
                "sku,name,price,currency,stock\nm-1,Milk,1.19,EUR,3\nb-2,Bread,3,EUR,5\n");
        open();
        m_cart = need(m_ann->createCart("Ours"));
    }
    void cleanup()
    {
        m_ann.reset();
        m_server.reset();
    }

    void goodsComeWithTheConnectionAndKeepTheirAge()
    {
        LoopbackClient client(*m_ann, *m_server, m_clock);
        QVERIFY(client.sync());
        QVERIFY(client.engine().hasGoods());
        QCOMPARE(need(shop().goods()).size(), 2U);
        const ShopRecord first = need(shop().record());
        QCOMPARE(first.revision, 2U);
        QVERIFY(first.heard > 0);
        m_clock.advance(60'000);
        operate({"stock", "add", "m-1", "1"});
        QVERIFY(client.sync()); // a watcher is told with the tick
        QVERIFY(client.sync());
        QCOMPARE(need(shop().good("m-1"))->stock, 4000);
        QVERIFY(need(shop().record()).heard >= first.heard + 60'000);
    }

    void anOrderIsWrittenDownBeforeItLeavesAndConcludedAfter()
    {
        add("Milk", "m-1");
        LoopbackClient client(*m_ann, *m_server, m_clock);
        QVERIFY(client.sync());
        OrderBook book(*m_ann);
        const SeenCart seen = need(book.look(cart()));
        QCOMPARE(seen.lines.size(), 1U);
        QCOMPARE(seen.lines[0].price, 119); // of the copy
        const auto asked = need(book.ask({}, seen, false));
        QCOMPARE(asked.key.size(), 32U);
        QCOMPARE(asked.attempt, 1U);
        QVERIFY(need(book.openOrder(m_cart))->key == asked.key);
        const auto outcome = checkout(client, asked);
        need(book.conclude(outcome));
        QVERIFY(!need(book.openOrder(m_cart)));
        const auto placed = OrderBook::placed(*need(book.find(asked.key)));
        QVERIFY(placed && placed->number == 1 && placed->total == 119);
        QCOMPARE(cart().view().count(), 0U);
        QVERIFY(!book.look(cart()));
    }

    void c138_whatBecameOfAnOrderIsFoundAfterARestart_data()
    {
        QTest::addColumn<bool>("arrives");
        QTest::newRow("it had arrived") << true;
        QTest::newRow("it had not") << false;
    }
    void c138_whatBecameOfAnOrderIsFoundAfterARestart()
    {
        QFETCH(bool, arrives);
        add("Milk", "m-1");
        std::string key;
        {
            LoopbackClient client(*m_ann, *m_server, m_clock);
            QVERIFY(client.sync());
            OrderBook book(*m_ann);
            const auto asked = need(book.ask("monday", need(book.look(cart())), false));
            bool wasTold = false;
            client.engine().checkout(asked, [&](const auto &outcome) { wasTold = outcome.ok(); });
            if (arrives)
                client.sayAndHangUp();
            QVERIFY(!wasTold);
            key = asked.key;
        }
        open();
        OrderBook book(*m_ann);
        const auto open = need(book.open());
        QCOMPARE(open.size(), 1U);
        QCOMPARE(open[0].key, key);
        LoopbackClient client(*m_ann, *m_server, m_clock);
        QVERIFY(client.sync());
        client.engine().askOrder(open[0].key, open[0].attempt,
                                 [&](auto outcome) { need(book.conclude(need(outcome))); });
        QVERIFY(client.sync());
        const auto known = need(book.find(key));
        QVERIFY(known->state == (arrives ? OwnOrder::State::Ordered : OwnOrder::State::NotOrdered));
        QCOMPARE((**m_log->shop().good("m-1")).stock, arrives ? 2000 : 3000);
        if (arrives)
            return;
        const auto again = need(book.ask(key, need(book.look(cart())), false));
        QCOMPARE(again.attempt, 2U);
        QVERIFY(std::holds_alternative<protocol::Ordered>(checkout(client, again)));
    }

    void whatIsOpenIsAskedAgainToTheLetter()
    {
        add("Milk", "m-1");
        OrderBook book(*m_ann);
        const auto first = need(book.ask("k", need(book.look(cart())), false));
        add("Bread", "b-2");
        const auto second = need(book.ask("k", need(book.look(cart())), true));
        QVERIFY(second.lines == first.lines);
        QCOMPARE(second.acceptPrices, true); // what is said later counts, and what was said stays
        QCOMPARE(second.attempt, 2U);
        QCOMPARE(need(book.ask("k", need(book.look(cart())), false)).acceptPrices, true);
        const auto seen = OrderBook::seenIn(*need(book.find("k")));
        QVERIFY(seen && seen->cart == m_cart && seen->lines == first.lines);
        SeenCart other = need(book.look(cart()));
        other.cart.raw[0] ^= 1;
        QCOMPARE(int(book.ask("k", other, false).error().code), int(ErrorCode::InvalidInput));
        QCOMPARE(int(book.find(std::string(65, 'k')).error().code), int(ErrorCode::InvalidInput));
    }

    // What became of it only the server knows where it was asked for; another one's "no" must not end it.
    void anOrderWaitsForItsServer()
    {
        add("Milk", "m-1");
        const auto moveTo = [&](const char *url) { need(m_ann->profile().setServer(url, {})); };
        moveTo("ws://127.0.0.1:1");
        OrderBook book(*m_ann);
        need(book.ask("k", need(book.look(cart())), false));
        moveTo("ws://127.0.0.1:2");
        QVERIFY(need(book.open()).empty());
        QVERIFY(!need(book.openOrder(m_cart)));
        QCOMPARE(need(book.openElsewhere()).size(), 1U);
        QCOMPARE(int(book.ask("k", need(book.look(cart())), false).error().code), int(ErrorCode::InvalidInput));
        moveTo("ws://127.0.0.1:1");
        QVERIFY(need(book.openElsewhere()).empty());
        QCOMPARE(need(book.ask("k", need(book.look(cart())), false)).attempt, 2U);
        moveTo("ws://localhost:1"); // the same server under its other name: its orders were once out of reach
        QCOMPARE(need(book.open()).size(), 1U);
        QCOMPARE(need(book.ask("k", need(book.look(cart())), false)).attempt, 3U);
    }

    // Prices of one server were once shown as another's, until that one was reached.
    void goodsOfTheFormerServerAreNotShown()
    {
        {
            LoopbackClient client(*m_ann, *m_server, m_clock);
            QVERIFY(client.sync());
        }
        need(m_ann->profile().setServer("ws://127.0.0.1:1", {}));
        QVERIFY(need(shop().goods()).empty());
        {
            LoopbackClient client(*m_ann, *m_server, m_clock);
            QVERIFY(client.sync());
        }
        QCOMPARE(need(shop().goods()).size(), 2U);
        need(m_ann->profile().setServer("ws://localhost:1", std::string(64, 'a')));
        QCOMPARE(need(shop().goods()).size(), 2U);
        open();
        QCOMPARE(need(shop().goods()).size(), 2U);
        need(m_ann->profile().setServer({}, {}));
        open();
        QVERIFY(need(shop().goods()).empty());
        QCOMPARE(need(shop().record()).heard, 0U);
    }

    void refusalsNameTheirLines()
    {
        add("Milk", "m-1");
        LoopbackClient client(*m_ann, *m_server, m_clock);
        QVERIFY(client.sync());
        OrderBook book(*m_ann);
        const SeenCart seen = need(book.look(cart()));
        operate({"stock", "set", "m-1", "0"});
        const auto outcome = checkout(client, need(book.ask("k", seen, false)));
        need(book.conclude(outcome));
        const auto &refusal = std::get<protocol::NotOrdered>(outcome);
        QVERIFY(refusal.lines[0].problem == protocol::LineProblem::SoldOut);
        QVERIFY(need(book.find("k"))->state == OwnOrder::State::NotOrdered);
        QVERIFY(!need(book.openOrder(m_cart)));
    }

    // A second server that has not got the order yet: nothing goes back, and the answer waits until it has.
    void c130_c131_aSessionNeverGoesBack()
    {
        add("Milk", "m-1");
        const store::MemoryLogStore *leading = m_log.get();
        std::optional<store::MemoryLogStore> lagging;
        {
            LoopbackClient client(*m_ann, *m_server, m_clock);
            QVERIFY(client.sync());
            lagging = *leading;
            OrderBook book(*m_ann);
            need(book.conclude(checkout(client, need(book.ask("k", need(book.look(cart())), false)))));
            std::optional<std::int64_t> stock;
            client.engine().refreshGoods([&](const auto &record) {
                need(record);
                stock = need(shop().good("m-1"))->stock;
            });
            QVERIFY(client.sync());
            QCOMPARE(*stock, 2000); // its own order is in it
        }
        const ShopRecord seen = need(shop().record());
        const store::MemoryLogStore ahead = *m_log;
        *m_log = *lagging;
        relay::ServerOptions follower;
        follower.isFollower = true;
        serve(follower);
        LoopbackClient client(*m_ann, *m_server, m_clock);
        std::optional<Result<protocol::Orders>> orders;
        for (int i = 0; i < 3; ++i)
            client.sync(); // not settled: the cart waits, too
        client.engine().readOrders(0, [&](const auto &read) { orders = read; });
        for (int i = 0; i < 3; ++i)
            client.sync();
        QVERIFY(!orders);
        QVERIFY(need(shop().record()).seen >= seen.seen);
        QCOMPARE(need(shop().good("m-1"))->stock, 2000);
        *m_log = ahead; // it has caught up; the same connection, the same question
        for (int i = 0; i < 3 && !orders; ++i)
            client.sync();
        QVERIFY(orders && orders->ok());
        QCOMPARE((*orders)->orders.size(), 1U);
        QVERIFY(client.engine().hasGoods());
    }

    // One for a cart, as it was seen, until it is asked for or taken back; nothing waits for an answer.
    void whatIsKeptForLater()
    {
        add("Milk", "m-1");
        {
            LoopbackClient before(*m_ann, *m_server, m_clock); // prices are seen in the copy of the goods
            QVERIFY(before.sync());
        }
        OrderBook book(*m_ann);
        const auto first = need(book.keep(need(book.look(cart()))));
        add("Bread", "b-2");
        const SeenCart both = need(book.look(cart()));
        const auto second = need(book.keep(both));
        QVERIFY(!need(book.openOrder(m_cart)));
        QCOMPARE(need(book.kept()).size(), 1U);
        QCOMPARE(need(book.kept())[0].key, second.key);
        QCOMPARE(OrderBook::seenIn(second)->lines.size(), 2U);
        need(book.forget(first.key)); // has been replaced
        open();
        OrderBook later(*m_ann);
        QCOMPARE(need(later.kept()).size(), 1U);
        LoopbackClient client(*m_ann, *m_server, m_clock);
        QVERIFY(client.sync());
        Ordering ordering(later, *OrderBook::seenIn(second), false, second.key);
        const auto asked = need(ordering.next());
        QCOMPARE(asked.key, second.key);
        QCOMPARE(asked.attempt, 1U);
        QVERIFY((asked.lines == both.lines));
        QVERIFY(need(later.kept()).empty());
        const auto outcome = need(ordering.take(checkout(client, asked)));
        QVERIFY2(outcome && std::holds_alternative<protocol::Ordered>(*outcome), outcome ? "refused" : "again");
    }

    void takenBackIsNeverAskedFor()
    {
        add("Milk", "m-1");
        OrderBook book(*m_ann);
        const auto kept = need(book.keep(need(book.look(cart()))));
        need(book.forget(kept.key));
        QVERIFY(need(book.kept()).empty());
        QVERIFY(need(book.open()).empty());
    }

    // What was kept in the window and then ordered otherwise was once sent all the same: "not ordered" of something
    // that was, or bought a second time.
    void whatWasOrderedOtherwiseIsNotKeptAnyMore()
    {
        add("Milk", "m-1");
        OrderBook book(*m_ann);
        const SeenCart seen = need(book.look(cart()));
        const auto kept = need(book.keep(seen));
        const CartId other = need(m_ann->createCart("Theirs"));
        SeenCart elsewhere = seen;
        elsewhere.cart = other;
        const auto keptOfOther = need(book.keep(elsewhere));
        need(book.ask({}, seen, false));
        QCOMPARE(need(book.kept()).size(), 1U);
        QCOMPARE(need(book.kept())[0].key, keptOfOther.key);
        QVERIFY(need(book.find(kept.key))->state == OwnOrder::State::NotOrdered);
    }

    // Reserving the second of two lines of one good once ended the first one's promise without a word.
    void aReservationIsForAllLinesOfItsGood()
    {
        operate({"catalog", "import", "g.csv"}, "sku,name,unit,price,currency,stock\nt-1,Tomatoes,kg,3,EUR,9\n");
        const auto put = [&](const char *name, std::int64_t quantity, const char *unit) {
            need(cart().edit("add", [&](Edit &edit) -> Result<void> {
                NewItem item;
                item.name = name;
                item.sku = "t-1";
                item.quantity = quantity;
                item.unit = unit;
                const auto added = edit.add(item);
                return added ? Result<void>() : added.error();
            }));
            return need(m_ann->findLine(cart(), name));
        };
        const LineId first = put("pomodori", 2000, "kg");
        const LineId second = put("Tomatoes", 4000, "kg");
        const auto all = need(reservationOf(*m_ann, cart(), second, {}));
        QCOMPARE(all.quantity, 6000);
        QCOMPARE(all.unit, std::string("kg"));
        QCOMPARE(linesWith(cart().view(), "t-1"), 2U);
        QCOMPARE(need(reservationOf(*m_ann, cart(), second, 1500)).quantity, 1500);
        LoopbackClient client(*m_ann, *m_server, m_clock);
        QVERIFY(client.sync());
        put("cherry tomatoes", 500'000, "g"); // comparable once it is known how the good is sold
        put("a box of tomatoes", 1000, "box");
        QCOMPARE(need(reservationOf(*m_ann, cart(), first, {})).quantity, 6500);
    }

    // A plain no is an answer; a lost one is none; what was given up is asked once more, and then that is the answer.
    void whatAnAnswerMeans()
    {
        add("Milk", "m-1");
        OrderBook book(*m_ann);
        Ordering ordering(book, need(book.look(cart())), false);
        const auto first = need(ordering.next());
        QVERIFY(!ordering.take(Error{ErrorCode::Unreachable, "gone"}));
        QVERIFY(need(book.openOrder(m_cart)));
        const OrderBook::Outcome superseded =
            protocol::NotOrdered{1, {}, first.key, protocol::OrderProblem::Superseded, 4, {}};
        QVERIFY(!need(ordering.take(superseded)));
        QCOMPARE(need(ordering.next()).attempt, 5U);
        QVERIFY(need(ordering.take(superseded)));
        const auto third = need(ordering.next());
        const auto refused = ordering.take(Error{ErrorCode::Refused, "not yours"});
        QCOMPARE(int(refused.error().code), int(ErrorCode::Refused));
        QVERIFY(need(book.find(third.key))->state == OwnOrder::State::NotOrdered);
    }

    void anotherLifeOfTheShopReplacesTheCopy()
    {
        {
            LoopbackClient client(*m_ann, *m_server, m_clock);
            QVERIFY(client.sync());
        }
        m_log = std::make_unique<store::MemoryLogStore>();
        Epoch life;
        life.raw.fill(5);
        need(m_log->begin());
        need(m_log->putServer({life, 1, {}}));
        need(m_log->commit());
        serve();
        operate({"catalog", "import", "g.csv"}, "sku,name,price,currency,stock\nt-3,Tea,4.59,EUR,1\n");
        LoopbackClient client(*m_ann, *m_server, m_clock);
        QVERIFY(client.sync());
        const auto goods = need(shop().goods());
        QCOMPARE(goods.size(), 1U);
        QCOMPARE(goods[0].sku, std::string("t-3"));
        QCOMPARE(need(shop().record()).seen, 1U);
    }
};

QTEST_GUILESS_MAIN(TestOrderBook)
#include "tst_orderbook.moc"
