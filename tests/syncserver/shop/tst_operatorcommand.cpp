#include "shop/operatorcommand.h"
#include "shop/stockroom.h"
#include "store/memorylogstore.h"

#include <QTest>

using namespace evencart;
using namespace evencart::shop;

class TestOperatorCommand : public QObject
{
    Q_OBJECT

private:
    // Runs it in a transaction of its own, as the admin program does.
    Result<std::string> run(std::vector<std::string> words, std::string text = {})
    {
        const OperatorCommand command{std::move(words), std::move(text)};
        if (!command.isKnown())
            return Error{ErrorCode::Ambiguous, "not known"};
        if (!m_log->begin())
            return Error{ErrorCode::Io, "no transaction"};
        auto done = runOperatorCommand(m_log->shop(), command, 100);
        if (done)
            return m_log->commit() ? done : Result<std::string>(Error{ErrorCode::Io, "not committed"});
        m_log->rollBack();
        return done;
    }
    std::int64_t stock(const std::string &sku) { return (**m_log->shop().good(sku)).stock; }
    static constexpr const char *twoGoods = "sku,name,unit,price,currency,stock,category\n"
                                            "m-1,Milk,l,1.19,EUR,12,dairy\n"
                                            "b-2,Bread,,3,EUR,5,\n";

    std::unique_ptr<store::MemoryLogStore> m_log;

private Q_SLOTS:
    void init() { m_log = std::make_unique<store::MemoryLogStore>(); }

    void importPutsGoodsOnTheShelf()
    {
        QCOMPARE(*run({"catalog", "import", "a.csv"}, twoGoods),
                 std::string("2 goods added, 0 changed, 0 as before\n"));
        QCOMPARE(*run({"catalog", "list"}), std::string("m-1  Milk  1.19 EUR  stock 12 l  #dairy\n"
                                                        "b-2  Bread  3.00 EUR  stock 5\n"));
        QCOMPARE(*m_log->shop().revision(), 2U);
    }

    void importAgainChangesWhatDiffersAlone()
    {
        QVERIFY(run({"catalog", "import", "a.csv"}, twoGoods).ok());
        QCOMPARE(*run({"catalog", "import", "a.csv"}, twoGoods),
                 std::string("0 goods added, 0 changed, 2 as before\n"));
        QCOMPARE(*m_log->shop().revision(), 2U);
        QCOMPARE(*run({"catalog", "import", "b.csv"}, "sku,name,price,currency\nb-2,Bread,3.50,EUR\nt-1,Tea,2,EUR\n"),
                 std::string("1 goods added, 1 changed, 0 as before\n"));
        QCOMPARE(stock("b-2"), 5000); // no column, no change
        QCOMPARE((**m_log->shop().good("b-2")).price, 350);
        QCOMPARE(stock("t-1"), 0);
        QCOMPARE(*m_log->shop().revision(), 4U);
    }

    void anImportIsAllOrNothing()
    {
        QVERIFY(run({"catalog", "import", "a.csv"}, twoGoods).ok());
        const auto broken =
            run({"catalog", "import", "b.csv"}, "sku,name,price,currency\nm-1,Milk,9,EUR\nt-1,Tea,x,EUR\n");
        QVERIFY(!broken.ok());
        QCOMPARE((**m_log->shop().good("m-1")).price, 119);
        QVERIFY(!run({"catalog", "import", "c.csv"}, "sku,name,price,currency\nm-1,Milk,9,USD\n").ok());
        QCOMPARE((**m_log->shop().good("m-1")).currency, std::string("EUR"));
        QVERIFY(run({"catalog", "import", "d.csv"}, "sku,name,price,currency\nm-1,Milk,9,USD\nb-2,Bread,8,USD\n").ok());
    }

    void stockIsSetAndAdded()
    {
        QVERIFY(run({"catalog", "import", "a.csv"}, twoGoods).ok());
        QCOMPARE(*run({"stock", "set", "m-1", "7"}), std::string("m-1  Milk  1.19 EUR  stock 7 l  #dairy\n"));
        QVERIFY(run({"stock", "add", "m-1", "0.5"}).ok());
        QCOMPARE(stock("m-1"), 7500);
        QVERIFY(run({"stock", "add", "m-1", "-2"}).ok());
        QCOMPARE(stock("m-1"), 5500);
        QCOMPARE((**m_log->shop().good("m-1")).revision, 5U);
        std::int64_t sum = 0;
        const auto changes = m_log->shop().stockChanges("m-1");
        for (const store::StockChange &change : *changes)
            sum += change.n;
        QCOMPARE(sum, 5500);
    }

    void theBooksAreChecked()
    {
        QVERIFY(run({"catalog", "import", "a.csv"}, twoGoods).ok());
        QVERIFY(checkBooks(m_log->shop())->empty());
        QVERIFY(m_log->begin().ok());
        QVERIFY(m_log->shop().changeStock({"m-1", -1000, 7, 100}).ok()); // for an order that is not there
        QVERIFY(m_log->commit().ok());
        QCOMPARE(checkBooks(m_log->shop())->size(), 1U);
    }

    void whatMakesNoSenseIsRefusedAndChangesNothing()
    {
        QVERIFY(run({"catalog", "import", "a.csv"}, twoGoods).ok());
        QCOMPARE(int(run({"stock", "set", "x-9", "7"}).error().code), int(ErrorCode::NotFound));
        QCOMPARE(int(run({"stock", "set", "m-1", "-1"}).error().code), int(ErrorCode::InvalidInput));
        QCOMPARE(int(run({"stock", "add", "m-1", "-13"}).error().code), int(ErrorCode::InvalidInput));
        QCOMPARE(int(run({"stock", "add", "m-1", "many"}).error().code), int(ErrorCode::InvalidInput));
        QCOMPARE(stock("m-1"), 12000);
        QCOMPARE(*m_log->shop().revision(), 2U);
        for (const std::vector<std::string> &words :
             {std::vector<std::string>{"catalog"}, {"catalog", "import"}, {"stock", "take", "a", "1"}, {"orders", "x"}})
            QVERIFY(!(OperatorCommand{words, {}}).isKnown());
    }
};

QTEST_GUILESS_MAIN(TestOperatorCommand)
#include "tst_operatorcommand.moc"
