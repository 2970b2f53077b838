#include "typing/itemindex.h"

#include "lines.h"
#include "support/property.h"

#include <QTest>

#include <array>
#include <rapidcheck.h>

using namespace evencart;
using namespace evencart::test;

using Source = CartUpdate::Source;

namespace {

constexpr std::array names{"milk", "Milk", "rye bread", "eggs", "Äpfel"};

LineView anyLine(std::uint32_t word)
{
    LineView line = lineOf(word % 7, names[word / 7 % names.size()]);
    line.birth.stamp = Hlc{1 + word / 100 % 5};
    line.checked = word / 1000 % 3 == 0;
    return line;
}

void step(LineModel &model, std::uint32_t word)
{
    const LineView line = anyLine(word / 8);
    CartUpdate update;
    switch (word % 8) {
    case 0:
        update =
            updateOf(Source::Opened, 0, {line, lineOf(8, names[word / 64 % names.size()])}); // 8: never the other's id
        break;
    case 1:
        return model.clear();
    case 2:
        update = updateOf(Source::Others, 0, {});
        update.gone = {line.id};
        break;
    case 3: {
        Intent check;
        check.kind = Intent::Kind::Check;
        check.line = line.id;
        return model.predict(check, word);
    }
    case 4:
        return model.predictAdded(line, word);
    default:
        update = updateOf(Source::Others, word % 3 == 0 ? word : 0, {line});
    }
    model.apply(update);
}

} // namespace

// Line by line it knows what it would know if it read the cart anew.
class TestItemIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { configureProperties("tst_itemindex", runsOr(2000), 60); }

    void followsEveryEdit()
    {
        QVERIFY(rc::check("an index that followed equals one that is new", [] {
            People people;
            LineModel model(people);
            ItemIndex followed(model);
            for (const std::uint32_t word : *histories()) {
                step(model, word);
                ItemIndex fresh(model);
                RC_ASSERT(followed.openKeys() == fresh.openKeys());
                for (const char *name : names) {
                    NewItem item;
                    item.name = name;
                    const LineView *line = followed.find(item);
                    RC_ASSERT((line != nullptr) == (fresh.find(item) != nullptr));
                    if (line) // RC_ASSERT evaluates both sides of ||
                        RC_ASSERT(model.find(line->id) == line);
                }
            }
        }));
    }

    void theNewestOpenOneComesFirst()
    {
        People people;
        LineModel model(people);
        ItemIndex index(model);
        LineView old = lineOf(1, "Milk");
        LineView young = lineOf(2, "eggs");
        old.birth.stamp = Hlc{1};
        young.birth.stamp = Hlc{2};
        model.apply(updateOf(Source::Opened, 0, {old, young}));
        QCOMPARE(index.openKeys(), (std::vector<std::string>{"eggs", "milk"}));
        young.checked = true;
        model.apply(updateOf(Source::Own, 0, {young}));
        QCOMPARE(index.openKeys(), (std::vector<std::string>{"milk"}));
        old.name = "oat milk";
        model.apply(updateOf(Source::Others, 0, {old}));
        QCOMPARE(index.openKeys(), (std::vector<std::string>{"oat milk"}));
        NewItem item;
        item.name = "milk";
        QCOMPARE(index.find(item), nullptr);
    }
};

QTEST_GUILESS_MAIN(TestItemIndex)
#include "tst_itemindex.moc"
