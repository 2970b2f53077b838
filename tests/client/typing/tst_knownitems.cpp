#include "typing/knownitems.h"

#include <QTest>

using namespace evencart;

namespace {

Occurrence bought(const std::string &name, std::uint64_t when, const std::string &basket)
{
    Occurrence occurrence;
    occurrence.name = name;
    occurrence.when = when;
    occurrence.basket = basket;
    return occurrence;
}

QStringList names(const std::vector<const KnownItems::Item *> &items)
{
    QStringList list;
    for (const KnownItems::Item *item : items)
        list << QString::fromStdString(item->name);
    return list;
}

} // namespace

class TestKnownItems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginningsOfWordsMatchInAnyCase()
    {
        KnownItems known;
        known.add(bought("Goat milk", 1, "a"));
        known.add(bought("MILK", 2, "b"));
        known.add(bought("Oat-milk", 3, "c"));
        known.add(bought("buttermilk", 4, "d"));
        QCOMPARE(names(known.matching("mil", {}, 8)),
                 (QStringList{QStringLiteral("Oat-milk"), QStringLiteral("MILK"), QStringLiteral("Goat milk")}));
        QCOMPARE(names(known.matching("goat m", {}, 8)), QStringList{QStringLiteral("Goat milk")});
        QVERIFY(known.matching("ilk", {}, 8).empty());
    }

    void whatGoesTogetherComesFirstThenTheFrequentThenTheLatest()
    {
        KnownItems known;
        known.add(bought("bread", 1, "a"));
        known.add(bought("butter", 2, "a"));
        for (std::uint64_t i = 0; i < 5; ++i)
            known.add(bought("batteries", 10 + i, "x" + std::to_string(i)));
        known.add(bought("beans", 50, "y"));
        known.add(bought("beer", 60, "z"));
        const QStringList alone = names(known.matching("b", {}, 8));
        QCOMPARE(alone.first(), QStringLiteral("batteries"));
        QCOMPARE(alone.at(1), QStringLiteral("beer"));
        const QStringList withBread = names(known.matching("b", {"bread"}, 8));
        QVERIFY(withBread.indexOf(QStringLiteral("butter")) < withBread.indexOf(QStringLiteral("batteries")));
    }

    void anEmptyTextOffersWhatIsNotThereYet()
    {
        KnownItems known;
        known.add(bought("bread", 1, "a"));
        known.add(bought("butter", 2, "a"));
        QCOMPARE(names(known.matching("", {"bread"}, 8)), QStringList{QStringLiteral("butter")});
    }

    void theUsualAmountIsTheOneUsedMost()
    {
        KnownItems known;
        Occurrence milk = bought("milk", 1, "a");
        milk.unit = "l";
        milk.quantity = 2000;
        milk.category = "Dairy";
        milk.price = Money{"EUR", 119};
        known.add(milk);
        milk.when = 2;
        known.add(milk);
        milk.when = 3;
        milk.quantity = 1000;
        milk.category.clear();
        milk.price.reset();
        known.add(milk);
        const KnownItems::Item *item = known.find("milk");
        QVERIFY(item);
        QCOMPARE(item->count, 3u);
        QCOMPARE(item->usual().quantity, std::int64_t(2000));
        QCOMPARE(item->usual().unit, std::string("l"));
        QCOMPARE(item->category, std::string("Dairy")); // nothing said of it is no news
        QCOMPARE(item->price->minor, std::int64_t(119));
        Occurrence dearer = milk;
        dearer.price = Money{"EUR", 139};
        known.amend(dearer);
        QCOMPARE(item->count, 3u);
        QCOMPARE(item->price->minor, std::int64_t(139));
    }

    void tenThousandNamesAreFoundByTheirBeginning()
    {
        KnownItems known;
        for (int i = 0; i < 10'000; ++i)
            known.add(
                bought("item number " + std::to_string(i), static_cast<std::uint64_t>(i), std::to_string(i / 20)));
        QCOMPARE(known.count(), std::size_t(10'000));
        QCOMPARE(names(known.matching("9999", {}, 8)), QStringList{QStringLiteral("item number 9999")});
        QCOMPARE(known.matching("item", {"item number 40"}, 8).size(), std::size_t(8));
        QBENCHMARK
        {
            known.matching("i", {"item number 40"}, 8);
        }
    }
};

QTEST_GUILESS_MAIN(TestKnownItems)
#include "tst_knownitems.moc"
