#include "client/model/modelrecorder.h"
#include "shop/goodsmodel.h"

#include <QSignalSpy>
#include <QTest>

using namespace evencart;
using namespace evencart::test;

namespace {

KnownGood good(const char *sku, const char *name, std::int64_t stock = 9000, const char *category = "")
{
    return {sku, name, "", category, "EUR", 119, stock, 1};
}

std::shared_ptr<GoodsTable> table(const std::vector<KnownGood> &goods)
{
    return std::make_shared<GoodsTable>(QLocale(QLocale::German), goods);
}

QStringList shown(const GoodsModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names << model.index(row).data(GoodsModel::NameRole).toString();
    return names;
}

} // namespace

class TestGoodsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::Ireland)); }

    void byName()
    {
        GoodsModel model;
        ModelRecorder told(model);
        model.setTable(table({good("3", "Zander"), good("1", "Äpfel"), good("2", "birne 10"), good("4", "Birne 9")}));
        QCOMPARE(told.take(), list({"reset"}));
        QCOMPARE(shown(model), list({"Äpfel", "Birne 9", "birne 10", "Zander"}));
        QCOMPARE(model.total(), 4);
    }

    void whatARowSays()
    {
        GoodsModel model;
        model.setTable(table({{"m", "Milk", "l", "dairy", "EUR", 119, 2000, 1}, good("b", "Bread", 0)}));
        const QModelIndex milk = model.index(1);
        QCOMPARE(milk.data(GoodsModel::SkuRole).toString(), QStringLiteral("m"));
        QCOMPARE(milk.data(GoodsModel::PriceRole).toString(), QStringLiteral("1.19\u00a0€/l"));
        QCOMPARE(milk.data(GoodsModel::StockTextRole).toString(), QStringLiteral("only 2\u00a0l left"));
        QCOMPARE(milk.data(GoodsModel::StockRole).toInt(), int(GoodsModel::Few));
        QCOMPARE(model.index(0).data(GoodsModel::AccessibleTextRole).toString(),
                 QStringLiteral("Bread, 1.19\u00a0€, sold out"));
        model.setInCart({{QStringLiteral("m"), QStringLiteral("3 l")}});
        QCOMPARE(milk.data(GoodsModel::InCartRole).toString(), QStringLiteral("3 l"));
    }

    void looking()
    {
        GoodsModel model;
        model.setTable(table({good("1", "Milk, whole", 0, "dairy"), good("2", "Milk, oat", 9000, "vegan"),
                              good("x-9", "Butter", 9000, "dairy"), good("4", "Bread")}));
        ModelRecorder told(model);
        QSignalSpy counted(&model, &GoodsModel::countChanged);
        model.setSearch(QStringLiteral("MILK"));
        QCOMPARE(shown(model), list({"Milk, oat", "Milk, whole"}));
        QCOMPARE(told.take(), list({"reset"}));
        QCOMPARE(counted.count(), 1);
        model.setSearch(QStringLiteral("milk w"));
        QCOMPARE(shown(model), list({"Milk, whole"}));
        model.setSearch(QStringLiteral("milk wh"));
        QCOMPARE(counted.count(), 2);
        QCOMPARE(told.take(), list({"reset"})); // the last letter changed nothing
        model.setSearch(QStringLiteral("x-9"));
        QCOMPARE(shown(model), list({"Butter"}));
        model.setSearch({});
        model.setCategory(QStringLiteral("dairy"));
        QCOMPARE(shown(model), list({"Butter", "Milk, whole"}));
        model.setOnlyInStock(true);
        QCOMPARE(shown(model), list({"Butter"}));
        QCOMPARE(model.categories(), list({"dairy", "vegan"}));
    }

    // A change of one good is told as just that.
    void changesOneByOne()
    {
        GoodsModel model;
        model.setTable(table({good("1", "Apple"), good("2", "Bread"), good("3", "Milk")}));
        ModelRecorder told(model);
        QSignalSpy changed(&model, &GoodsModel::goodsChanged);
        KnownGood bread = good("2", "Bread", 1000);
        model.put(bread);
        QCOMPARE(told.take(), list({"change 1"}));
        bread.revision = 7;
        model.put(bread); // the same, once more
        QCOMPARE(told.take(), QStringList());
        QCOMPARE(changed.count(), 1);
        model.put(good("4", "Butter"));
        QCOMPARE(told.take(), list({"insert 2"}));
        model.put(good("2", "Zwieback"));
        QCOMPARE(told.take(), list({"move 1 to 3", "change 3"}));
        QCOMPARE(shown(model), list({"Apple", "Butter", "Milk", "Zwieback"}));
        model.put(good("2", "Ananas"));
        QCOMPARE(told.take(), list({"move 3 to 0", "change 0"}));
        QCOMPARE(model.good("2")->name, "Ananas");
        QVERIFY(!model.good("9"));
    }

    void changesOfWhatIsNotShown()
    {
        GoodsModel model;
        model.setTable(table({good("1", "Apple"), good("2", "Bread", 0)}));
        model.setOnlyInStock(true);
        ModelRecorder told(model);
        model.put(good("2", "Bread", 1000));
        QCOMPARE(told.take(), list({"insert 1"}));
        model.put(good("1", "Apple", 0));
        QCOMPARE(told.take(), list({"remove 0"}));
        model.put(good("1", "Apple pie", 0));
        QCOMPARE(told.take(), QStringList());
        model.setOnlyInStock(false);
        QCOMPARE(shown(model), list({"Apple pie", "Bread"}));
    }

    void whatIsInTheCart()
    {
        GoodsModel model;
        model.setTable(table({good("1", "Apple"), good("2", "Bread"), good("3", "Milk")}));
        ModelRecorder told(model);
        model.setInCart({{QStringLiteral("2"), QStringLiteral("2")}});
        QCOMPARE(told.take(), list({"change 1"}));
        model.setInCart({{QStringLiteral("2"), QStringLiteral("2")}, {QStringLiteral("3"), QStringLiteral("1")}});
        QCOMPARE(told.take(), list({"change 2"}));
        model.setInCart({{QStringLiteral("9"), QStringLiteral("1")}});
        QCOMPARE(told.take().size(), 2);
    }

    // However many there are, a search goes on in pieces, and what came meanwhile is in it.
    void aHundredThousand()
    {
        std::vector<KnownGood> goods;
        for (int number = 0; number < 100'000; ++number) {
            const std::string digits = std::to_string(number);
            goods.push_back(good(digits.c_str(), ("Thing " + digits).c_str()));
        }
        const auto everything = table(goods);
        GoodsSearch search(*everything, {GoodsFilter::wordsOf("thing 777"), {}, false});
        int pieces = 1;
        while (!search.step(1000))
            ++pieces;
        QCOMPARE(pieces, 100);
        QCOMPARE(search.found().size(), 280U);

        GoodsModel model;
        model.setTable(everything);
        ModelRecorder told(model);
        model.setSearch(QStringLiteral("thing 777"));
        model.put(good("new", "Thing 777 of the best"));
        QTRY_VERIFY(!model.isSearching());
        QCOMPARE(model.count(), 281);
        QCOMPARE(shown(model).at(1), QStringLiteral("Thing 777 of the best"));
        model.setSearch(QStringLiteral("thing 7777"));
        QTRY_VERIFY(!model.isSearching());
        QCOMPARE(model.count(), 19);
        model.setSearch({});
        QTRY_COMPARE(model.count(), 100'001);
    }
};

QTEST_GUILESS_MAIN(TestGoodsModel)
#include "tst_goodsmodel.moc"
