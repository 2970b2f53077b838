#include "cartpeers.h"
#include "shopbench.h"

#include <QTest>

using namespace evencart;
using namespace evencart::test;

// Goods and prices as they reach clients, and the session's token.
class TestGoods : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aShopIsReadWholeAndThenByItsChanges()
    {
        Bench bench;
        stockUp(bench);
        TestPeer ann(bench, 0xA);
        ann.connect();
        ann.say(protocol::ReadGoods{1, {}, 0, 0, false});
        const auto all = ann.next<protocol::Goods>();
        QCOMPARE(all.request, 1U);
        QVERIFY(all.isWhole && !all.hasMore);
        QCOMPARE(all.point.revision, 2U);
        QVERIFY(all.point.life == bench.core->epoch());
        QCOMPARE(all.asOf, bench.clock.wall);
        QCOMPARE(all.goods.size(), 2U);
        QCOMPARE(all.goods[0].stock, 3000);

        operate(bench, {"stock", "add", "m-1", "4"});
        ann.say(protocol::ReadGoods{2, all.point.life, 2, 2, false});
        const auto changed = ann.next<protocol::Goods>();
        QVERIFY(!changed.isWhole);
        QCOMPARE(changed.goods.size(), 1U);
        QCOMPARE(changed.goods[0].stock, 7000);
        QCOMPARE(changed.point.revision, 3U);
    }

    void whoWatchesIsToldWithTheTick()
    {
        Bench bench;
        stockUp(bench);
        TestPeer ann(bench, 0xA), ben(bench, 0xB);
        ann.connect();
        ben.connect();
        ann.say(protocol::ReadGoods{1, {}, 0, 0, true});
        ben.say(protocol::ReadGoods{1, {}, 0, 0, false});
        ann.next<protocol::Goods>();
        ben.next<protocol::Goods>();
        operate(bench, {"stock", "set", "m-1", "9"});
        operate(bench, {"stock", "set", "m-1", "8"});
        QCOMPARE(ann.count<protocol::Goods>(), 0U);
        bench.tick();
        const auto told = ann.next<protocol::Goods>();
        QCOMPARE(told.request, 0U);
        QCOMPARE(told.goods.size(), 1U);
        QCOMPARE(told.goods[0].stock, 8000);
        bench.tick();
        QCOMPARE(ann.count<protocol::Goods>(), 0U);
        QCOMPARE(ben.count<protocol::Goods>(), 0U);
        ann.hangUp();
        operate(bench, {"stock", "set", "m-1", "7"});
        bench.tick();
        QCOMPARE(ann.count<protocol::Goods>(), 0U);
    }

    void manyGoodsComeInParts()
    {
        Bench bench;
        std::string file = "sku,name,price,currency,stock\n";
        for (int i = 0; i < 2500; ++i)
            file += "s-" + std::to_string(i) + ",Thing " + std::to_string(i) + ",1,EUR,1\n";
        operate(bench, {"catalog", "import", "goods.csv"}, file);
        TestPeer ann(bench, 0xA);
        ann.connect();
        std::uint64_t have = 0;
        std::set<std::string> skus;
        for (int part = 0; part < 3; ++part) {
            ann.say(protocol::ReadGoods{1, bench.core->epoch(), have, 0, true});
            const auto goods = ann.next<protocol::Goods>();
            QCOMPARE(goods.hasMore, part < 2);
            QCOMPARE(goods.isWhole, part == 0);
            for (const protocol::Good &good : goods.goods)
                skus.insert(good.sku);
            have = goods.point.revision;
        }
        QCOMPARE(skus.size(), 2500U);
        QCOMPARE(have, 2500U);
    }

    void anotherLifeStartsOver()
    {
        Bench bench;
        stockUp(bench);
        TestPeer ann(bench, 0xA);
        ann.connect();
        Epoch other;
        other.raw.fill(9);
        ann.say(protocol::ReadGoods{1, other, 900, 900, false});
        const auto all = ann.next<protocol::Goods>();
        QVERIFY(all.isWhole);
        QCOMPARE(all.goods.size(), 2U);
    }

    void c131_aServerThatIsBehindSaysSo()
    {
        Bench bench;
        stockUp(bench);
        TestPeer ann(bench, 0xA);
        ann.connect();
        ann.say(protocol::ReadGoods{1, bench.core->epoch(), 1, 3, false});
        QVERIFY(ann.next<protocol::Failure>().code == protocol::FailureCode::Behind);
        ann.say(protocol::ReadOrders{2, bench.core->epoch(), 3, 0});
        const auto refusal = ann.next<protocol::Failure>();
        QVERIFY(refusal.code == protocol::FailureCode::Behind);
        QCOMPARE(refusal.request, 2U);
        ann.say(protocol::ReadGoods{3, bench.core->epoch(), 1, 2, false});
        QCOMPARE(ann.next<protocol::Goods>().goods.size(), 1U);
    }

    void theFirstVersionOfTheProtocolKnowsNoGoods()
    {
        Bench bench;
        stockUp(bench);
        TestPeer ann(bench, 0xA);
        ann.dial();
        auto hello = ann.hello();
        hello.versions = {1, 900};
        ann.say(hello);
        const auto challenge = ann.next<protocol::Challenge>();
        QCOMPARE(challenge.version, 1U);
        ann.say(protocol::Answer{answerHello(ann.credentials.device, challenge.nonce, plainFingerprint)});
        ann.next<protocol::Welcome>();
        ann.say(protocol::ReadGoods{1, {}, 0, 0, false});
        QVERIFY(ann.next<protocol::Failure>().code == protocol::FailureCode::Protocol);
        QVERIFY(ann.isClosed());
    }

    // One transaction of a hundred thousand goods once kept every cart waiting for seconds.
    void aLargeCatalogueLeavesRoomForCarts()
    {
        Bench bench;
        int wanted = 0;
        bench.options.wantsTurn = [&] { ++wanted; };
        bench.restart();
        Pair people(bench);
        std::string file = "sku,name,price,currency,stock\n";
        for (int i = 0; i < 2500; ++i)
            file += "g-" + std::to_string(i) + ",Thing,1,EUR,10\n";
        std::vector<Result<std::string>> said;
        const auto hear = [&](Result<std::string> answer) { said.push_back(std::move(answer)); };
        bench.core->operate({{"catalog", "import", "g.csv"}, file}, hear);
        bench.core->operate({{"catalog", "import", "h.csv"}, file}, hear);
        QCOMPARE(said.size(), 1U);
        QCOMPARE(int(said[0].error().code), int(ErrorCode::InUse));
        bench.turn();
        QCOMPARE(*bench.store.shop().revision(), 1000U);
        people.ann.write("meanwhile"); // a turn of its own, and the next part with it
        QCOMPARE(*bench.store.shop().revision(), 2000U);
        QVERIFY(people.ann.isEqualToServer());
        QCOMPARE(wanted, 2);
        QCOMPARE(said.size(), 2U);
        QCOMPARE(*said[1], std::string("2500 goods added, 0 changed, 0 as before\n"));
        QCOMPARE(*bench.store.shop().revision(), 2500U);
        // Where a later part is lost, what is there stays, and the file can be imported again.
        file += "one-more,Thing,1,EUR,10\n";
        for (int i = 0; i < 2500; ++i)
            file += "h-" + std::to_string(i) + ",Thing,1,EUR,10\n";
        bench.core->operate({{"catalog", "import", "g.csv"}, file}, hear);
        for (int i = 0; i < 3; ++i)
            bench.turn();
        bench.store.next = FlakyStore::Commit::FailsBefore;
        bench.turn();
        QVERIFY(said.at(2).error().message.find("Import the file again") != std::string::npos);
        bench.turn();
        QCOMPARE(operate(bench, {"catalog", "import", "g.csv"}, file),
                 std::string("2001 goods added, 0 changed, 3000 as before\n"));
    }

    void anOperatorsCommandWhoseCommitFailsIsNotDone()
    {
        Bench bench;
        stockUp(bench);
        bench.store.next = FlakyStore::Commit::FailsBefore;
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, operate(bench, {"stock", "set", "m-1", "9"}));
        QCOMPARE(stockOf(bench, "m-1"), 3000);
        operate(bench, {"stock", "set", "m-1", "9"});
        QCOMPARE(stockOf(bench, "m-1"), 9000);
    }
};

QTEST_GUILESS_MAIN(TestGoods)
#include "tst_goods.moc"
