#include "model/shownlines.h"

#include "lines.h"
#include "modelrecorder.h"

#include <QTest>

using namespace evencart;
using namespace evencart::test;

using Source = CartUpdate::Source;

// What the window shows of a cart: sections in the order of the shop, what is bought last, searched and filtered.
class TestShownLines : public QObject
{
    Q_OBJECT

    struct Shop
    {
        Shop()
        {
            people.setSelf(memberNumber(1), QStringLiteral("Ann"));
            shown.setShopOrder(list({"Fruit", "Dairy"}));
            open({line(10, "milk", "Dairy"), line(20, "apples", "Fruit"), line(30, "string", ""),
                  line(40, "tea", "Pantry"), line(50, "butter", "dairy"), line(60, "Äpfel", "Fruit")});
        }
        static LineView line(std::uint32_t n, const char *name, const char *category)
        {
            LineView line = lineOf(n, name);
            line.category = category;
            return line;
        }
        void open(const std::vector<LineView> &all) { lines.apply(updateOf(Source::Opened, 0, all)); }
        void tell(const LineView &line) { lines.apply(updateOf(Source::Own, 0, {line})); }
        Intent check(std::uint32_t n) const
        {
            Intent intent;
            intent.kind = Intent::Kind::Check;
            intent.line = lineNumber(n);
            return intent;
        }
        QStringList texts(int role) const
        {
            QStringList texts;
            for (int row = 0; row < shown.rowCount(); ++row)
                texts << shown.index(row, 0).data(role).toString();
            return texts;
        }
        QStringList names() const { return texts(LineModel::NameRole); }
        QStringList sections() const
        {
            QStringList sections = texts(ShownLines::SectionRole);
            for (int at = int(sections.size()) - 1; at > 0; --at) {
                if (sections[at] == sections[at - 1])
                    sections.removeAt(at);
            }
            return sections;
        }

        People people;
        LineModel lines{people};
        ShownLines shown{lines, people};
        ModelRecorder recorder{shown};
    };

private Q_SLOTS:
    // Sorting by name is the language's; "C" has none.
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void sectionsStandInTheOrderOfTheShop()
    {
        Shop shop;
        QCOMPARE(shop.sections(), list({"Fruit", "Dairy", "Pantry", "Everything else"}));
        QCOMPARE(shop.names(), list({"apples", "Äpfel", "milk", "butter", "tea", "string"}));
        QCOMPARE(shop.shown.sectionCount(QStringLiteral("Dairy")), 2); // however it was typed
        shop.shown.setShopOrder(list({"pantry", "DAIRY"}));
        QCOMPARE(shop.sections(), list({"pantry", "DAIRY", "Fruit", "Everything else"}));
        shop.shown.setGrouping(ShownLines::NoGroups);
        QCOMPARE(shop.names(), list({"milk", "apples", "string", "tea", "butter", "Äpfel"}));
        QCOMPARE(shop.sections(), list({""}));
    }

    // An aisle that the shop's order does not know, spelled in two ways, is not torn apart.
    void noSectionComesTwice()
    {
        Shop shop;
        shop.open({Shop::line(10, "a", "tools"), Shop::line(20, "b", "Tools"), Shop::line(30, "c", "tools"),
                   Shop::line(40, "d", "Tools"), Shop::line(50, "e", "dairy"), Shop::line(60, "f", "Dairy"),
                   Shop::line(70, "g", "dairy")});
        QStringList sections = shop.sections();
        QCOMPARE(sections.removeDuplicates(), 0);
        QCOMPARE(shop.sections().first(), QStringLiteral("Dairy"));
    }

    void whatIsBoughtComesLastAfterItHasRested()
    {
        Shop shop;
        shop.lines.setRestMilliseconds(1);
        shop.lines.predict(shop.check(20), 1);
        QCOMPARE(shop.names().first(), QStringLiteral("apples"));
        QCOMPARE(shop.sections().last(), QStringLiteral("Everything else"));
        QTRY_COMPARE(shop.names().last(), QStringLiteral("apples"));
        QCOMPARE(shop.sections().last(), QStringLiteral("Bought"));
        QCOMPARE(shop.shown.sectionCount(QStringLiteral("Bought")), 1);
        Intent back = shop.check(20);
        back.kind = Intent::Kind::Uncheck;
        shop.lines.predict(back, 2);
        QCOMPARE(shop.names().first(), QStringLiteral("apples"));
    }

    void openLinesOnly()
    {
        Shop shop;
        shop.shown.setFilter(ShownLines::OnlyOpen);
        shop.lines.setRestMilliseconds(1);
        shop.lines.predict(shop.check(20), 1);
        QCOMPARE(shop.shown.count(), 6); // under the finger it stays
        QTRY_COMPARE(shop.shown.count(), 5);
        QCOMPARE(shop.shown.rowOfId(idOf(20)), -1);
        shop.shown.setFilter(ShownLines::OnlyBought);
        QCOMPARE(shop.names(), list({"apples"}));
    }

    void mineIsWhatIWantOrTake()
    {
        Shop shop;
        LineView bens = Shop::line(10, "milk", "Dairy");
        bens.wantedBy = {{memberNumber(2), 1000}};
        shop.tell(bens);
        LineView given = Shop::line(20, "apples", "Fruit"); // wanted by me, but Ben takes it
        given.assignee = memberNumber(2);
        shop.tell(given);
        LineView taken = bens;
        taken.id = lineNumber(40);
        taken.name = "tea";
        taken.assignee = memberNumber(1);
        shop.tell(taken);
        shop.shown.setGrouping(ShownLines::NoGroups);
        shop.shown.setFilter(ShownLines::OnlyMine);
        QCOMPARE(shop.names(), list({"tea", "string", "butter", "Äpfel"}));
    }

    void markedLinesOnly()
    {
        Shop shop;
        shop.shown.setFilter(ShownLines::OnlyMarked);
        QCOMPARE(shop.shown.count(), 0);
        LineView twice = Shop::line(10, "milk", "Dairy");
        twice.boughtTwice = true;
        shop.tell(twice);
        QCOMPARE(shop.names(), list({"milk"}));
        QCOMPARE(shop.shown.idAt(0), idOf(10));
        QCOMPARE(shop.shown.idAt(1), QString());
        QCOMPARE(shop.shown.idAt(-1), QString());
    }

    void theSearchReadsAsPeopleType()
    {
        Shop shop;
        LineView noted = Shop::line(40, "tea", "Pantry");
        noted.note = "loose, Assam";
        shop.tell(noted);
        const auto found = [&](const char *text) {
            shop.shown.setSearch(QString::fromUtf8(text));
            return shop.names();
        };
        QCOMPARE(found("MILK"), list({"milk"}));
        QCOMPARE(found("  äPF "), list({"Äpfel"}));
        QCOMPARE(found("A\u0308pfel"), list({"Äpfel"})); // the accent typed apart
        QCOMPARE(found("assam"), list({"tea"}));
        QCOMPARE(found("dairy"), list({"milk", "butter"}));
        QCOMPARE(found("nothing"), list({}));
        QCOMPARE(found("").size(), 6);
    }

    void sorting()
    {
        Shop shop;
        shop.shown.setGrouping(ShownLines::NoGroups);
        LineView liked = Shop::line(40, "tea", "Pantry");
        liked.likes = {memberNumber(1), memberNumber(2)};
        shop.tell(liked);
        shop.shown.setSorting(ShownLines::MostLiked);
        QCOMPARE(shop.names().first(), QStringLiteral("tea"));
        shop.shown.setSorting(ShownLines::NewestFirst);
        QCOMPARE(shop.names(), list({"Äpfel", "butter", "tea", "string", "apples", "milk"}));
        shop.open({Shop::line(10, "Item 10", ""), Shop::line(20, "item 9", ""), Shop::line(30, "Item 1", "")});
        shop.shown.setSorting(ShownLines::ByName);
        QCOMPARE(shop.names(), list({"Item 1", "item 9", "Item 10"}));
        shop.shown.setSorting(ShownLines::CartOrder);
        QCOMPARE(shop.names(), list({"Item 10", "item 9", "Item 1"}));
    }

    void aChangeTouchesItsRowAndNoOther()
    {
        Shop shop;
        shop.recorder.take();
        LineView more = Shop::line(20, "apples", "Fruit");
        more.quantity = more.rawQuantity = 2000;
        shop.tell(more);
        QCOMPARE(shop.recorder.take(), list({"change 0"}));
        shop.lines.apply(updateOf(Source::Others, 0, {Shop::line(25, "pears", "Fruit")}, {lineNumber(40)}));
        QCOMPARE(shop.recorder.take(), list({"insert 1", "remove 5"}));
    }

    void anArrangementIsToldOnce()
    {
        Shop shop;
        int told = 0;
        connect(&shop.shown, &ShownLines::arrangementChanged, this, [&] { ++told; });
        shop.shown.setFilter(ShownLines::OnlyOpen);
        shop.shown.setFilter(ShownLines::OnlyOpen);
        shop.shown.setSearch(QStringLiteral("m"));
        shop.shown.setSearch(QStringLiteral("m"));
        shop.shown.setShopOrder(shop.shown.shopOrder());
        QCOMPARE(told, 2);
    }
};

QTEST_GUILESS_MAIN(TestShownLines)
#include "tst_shownlines.moc"
