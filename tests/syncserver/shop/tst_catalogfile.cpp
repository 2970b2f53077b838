#include "shop/catalogfile.h"

#include <QTest>

using namespace evencart;
using namespace evencart::shop;

class TestCatalogFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryColumn()
    {
        const auto rows = readCatalog("sku,name,unit,price,currency,stock,category\r\n"
                                      "m-1,\"Milk, fresh\",l,1.19,EUR,12,dairy\r\n"
                                      "b-2,\"The \"\"big\"\" bread\",,3,EUR,0.5,\n");
        QVERIFY2(rows.ok(), rows ? "" : rows.error().message.c_str());
        QCOMPARE(rows->size(), 2U);
        const CatalogRow &milk = rows->front();
        QCOMPARE(milk.good.sku, std::string("m-1"));
        QCOMPARE(milk.good.name, std::string("Milk, fresh"));
        QCOMPARE(milk.good.unit, std::string("l"));
        QCOMPARE(milk.good.category, std::string("dairy"));
        QCOMPARE(milk.good.currency, std::string("EUR"));
        QCOMPARE(milk.good.price, 119);
        QCOMPARE(*milk.stock, 12000);
        QCOMPARE(rows->at(1).good.name, std::string("The \"big\" bread"));
        QCOMPARE(rows->at(1).good.price, 300);
        QCOMPARE(*rows->at(1).stock, 500);
    }

    void columnsStandInAnyOrderAndSomeMayBeMissing()
    {
        const auto rows = readCatalog("\xef\xbb\xbfprice,currency,name,sku\n\n120,JPY,Tea,t-1\n");
        QVERIFY(rows.ok());
        QCOMPARE(rows->front().good.sku, std::string("t-1"));
        QCOMPARE(rows->front().good.price, 120);
        QVERIFY(!rows->front().stock);
    }

    void unitsAreWrittenAsInCarts()
    {
        const auto rows =
            readCatalog("sku,name,price,currency,unit\na,A,1,EUR,kg\nb,B,1,EUR,liters\nc,C,1,EUR,tin of tea\n");
        QVERIFY(rows.ok());
        QCOMPARE(rows->at(0).good.unit, std::string("kg"));
        QCOMPARE(rows->at(1).good.unit, std::string("l"));
        QCOMPARE(rows->at(2).good.unit, std::string("tin of tea"));
    }

    void findingsNameLineAndColumn_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *name, const QByteArray &text, const char *says) {
            QTest::newRow(name) << text << QByteArray(says);
        };
        const QByteArray head = "sku,name,unit,price,currency,stock,category\n";
        row("empty", "", "Line 1: the file is empty");
        row("unknown column", "sku,nmae,price,currency\n", "Line 1, column 2: \"nmae\"");
        row("column twice", "sku,sku,name,price,currency\n", "Line 1, column 2 (sku): the column is there twice");
        row("column missing", "sku,name,currency\n", "Line 1 (price): the column is missing");
        row("too few", head + "m-1,Milk,l,1.19,EUR,12\n", "Line 2: there are 6 columns instead of 7");
        row("no sku", head + "a,A,,1,EUR,1,\n,Milk,l,1.19,EUR,12,\n", "Line 3, column 1 (sku): this must not be empty");
        row("blanks", head + "a,A,,1,EUR,1,\n a ,A,,1,EUR,1,\n", "Line 3, column 1 (sku): blanks stand before");
        row("price", head + "m-1,Milk,l,cheap,EUR,12,\n", "Line 2, column 4 (price)");
        row("price below 0", head + "m-1,Milk,l,-1,EUR,12,\n", "Line 2, column 4 (price): a price cannot be below 0");
        row("decimals of a currency", head + "m-1,Milk,l,1.199,EUR,12,\n", "Line 2, column 4 (price)");
        row("currency", head + "m-1,Milk,l,1,XXY,12,\n", "Line 2, column 4 (price)");
        row("stock", head + "m-1,Milk,l,1,EUR,many,\n", "Line 2, column 6 (stock): \"many\" is no number");
        row("stock below 0", head + "m-1,Milk,l,1,EUR,-2,\n", "Line 2, column 6 (stock)");
        row("twice", head + "m-1,Milk,l,1,EUR,1,\nm-1,Milk,l,1,EUR,1,\n",
            "Line 3, column 1 (sku): this stands in line 2 already");
        row("two currencies", head + "m-1,Milk,l,1,EUR,1,\nt-1,Tea,,1,USD,1,\n", "Line 3, column 5 (currency)");
        row("open quote", head + "m-1,\"Milk,l,1,EUR,1,\n", "Line 2, column 2: a quote is not closed");
        row("text behind a quote", head + "m-1,\"Milk\"x,l,1,EUR,1,\n", "Line 2, column 2: something stands behind");
        row("no text", head + "m-1,\x01,l,1,EUR,1,\n", "Line 2, column 2 (name): this holds bytes");
        row("a line in quotes counts", head + "m-1,\"Milk\nfresh\",l,1,EUR,1,\nt-1,,,1,EUR,1,\n",
            "Line 4, column 2 (name): this must not be empty");
    }
    void findingsNameLineAndColumn()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, says);
        const auto rows = readCatalog(text.toStdString());
        QVERIFY(!rows.ok());
        QCOMPARE(int(rows.error().code), int(ErrorCode::InvalidInput));
        QVERIFY2(rows.error().message.find(says.toStdString()) != std::string::npos, rows.error().message.c_str());
        QVERIFY(rows.error().message.ends_with("Nothing was imported."));
    }

    void allFindingsAreToldAtOnce()
    {
        const auto rows = readCatalog("sku,name,price,currency\n,A,1,EUR\nb,B,x,EUR\n");
        QVERIFY(rows.error().message.find("Line 2, column 1") != std::string::npos);
        QVERIFY(rows.error().message.find("Line 3, column 3") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestCatalogFile)
#include "tst_catalogfile.moc"
