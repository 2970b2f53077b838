#include "base/limits.h"
#include "cart/validate.h"
#include "support/people.h"

#include <QTest>

using namespace evencart;
using namespace evencart::test;

namespace {

// A line of facts that no single hand would write: straight from the primitives.
void writeStep(KernelReplica &who, const std::string &name, std::int64_t n)
{
    who.act([&](Edit &edit) {
        edit.writeQuantity(lineIdFor(cartNumber(7), {name, "", ""}), {Inc{n}, {name, "", "", {}}});
    });
}

bool accepted(const QuantityFact &fact)
{
    return validateContent(plainDelta(1, 1, {plainAdd(1, number(Field::Quantity), encodeBody(fact))})).ok();
}

} // namespace

// Conformance, "Quantity": see docs/semantics.md for the rules.
class TestQuantityRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void c23_anIncreaseOutlivesAConcurrentRemoveAlone()
    {
        Three p;
        p.a.add("milk", 5);
        p.sync();
        p.a.increase("milk", 2);
        p.b.remove("milk");
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.a.pieces("milk"), 2.0);
    }
    void c24_theLaterTypedNumberShows()
    {
        Three p;
        p.a.add("milk", 2);
        p.sync();
        p.a.setWall(1'700'000'000'500);
        p.a.set("milk", 5);
        p.b.set("milk", 4);
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.c.pieces("milk"), 5.0);
    }
    void c28_stepsAreSummedNotFolded()
    {
        Three p;
        for (const std::int64_t n : {2000, -5000, 1000})
            writeStep(p.a, "milk", n);
        QCOMPARE(p.a.line("milk").rawQuantity, std::int64_t(-2000));
        QCOMPARE(p.a.line("milk").quantity, std::int64_t(0));
        QVERIFY(p.a.line("milk").checkQuantity);
        p.a.increase("milk", 1); // the next touch types the number
        QCOMPARE(p.a.pieces("milk"), 1.0);
        QVERIFY(!p.a.line("milk").checkQuantity);
        QCOMPARE(p.a.state().facts().size(), size_t(1));
    }
    void c30_typedZeroSparesAConcurrentStep()
    {
        Three p;
        p.a.add("milk", 2);
        p.sync();
        p.a.set("milk", 0);
        p.b.increase("milk", 1);
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.c.pieces("milk"), 1.0);
    }
    void c31_fractionsAddUpExactlyInAnyOrder()
    {
        Three p;
        p.a.add("rice", 0.5);
        p.b.add("rice", 0.25);
        p.c.add("rice", 0.1);
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.b.line("rice").quantity, std::int64_t(850));
    }
    void c32_largeNumbersSaturateAlike()
    {
        Three p;
        p.a.add("salt", 1'000'000);
        p.b.add("salt", 1'000'000);
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.a.line("salt").quantity, limits::quantityThousandths);
        QCOMPARE(p.a.line("salt").rawQuantity, 2 * limits::quantityThousandths);
        Edit edit(p.a.view(), p.a.member());
        NewItem tooMuch = KernelReplica::item("salt");
        tooMuch.quantity = limits::quantityThousandths + 1;
        QVERIFY(edit.add(tooMuch).error().code == ErrorCode::Limit);
        QVERIFY(edit.increase(p.a.idOf("salt"), limits::quantityThousandths + 1).error().code == ErrorCode::Limit);
        QVERIFY(!edit.increase(p.a.idOf("salt"), 0).ok());
        QVERIFY(!edit.decrease(p.a.idOf("salt"), -1).ok());
        QVERIFY(edit.take().isEmpty());
        const Descriptor salt{"salt", "", "", {}};
        for (const std::int64_t sign : {1, -1}) {
            QVERIFY(accepted({Inc{sign * limits::quantityThousandths}, salt}));
            QVERIFY(!accepted({Inc{sign * (limits::quantityThousandths + 1)}, salt}));
        }
        QCOMPARE(saturatingAdd(INT64_MAX, INT64_MAX), saturatingAdd(INT64_MAX, 1));
        QCOMPARE(saturatingAdd(INT64_MIN, -1), -saturatingAdd(INT64_MAX, 1));
        QCOMPARE(saturatingAdd(INT64_MAX, INT64_MIN + 1), std::int64_t(0));
    }
    void c33_nothingTypedIsNothingSaid()
    {
        Three p;
        p.a.add("milk", 5);
        p.b.add("milk", 2);
        p.sync();
        for (KernelReplica *each : p.all())
            QCOMPARE(each->set("milk", 7).seq, std::uint64_t(0));
        QCOMPARE(p.a.state().facts().size(), size_t(2));
    }
    void c35_anotherUnitIsAnotherLine()
    {
        Three p;
        NewItem litre = KernelReplica::item("milk");
        litre.unit = "L";
        NewItem bottle = litre;
        bottle.unit = "bottle";
        NewItem catalogued = litre;
        catalogued.sku = "4711";
        p.a.act([&](Edit &e) { KernelReplica::must(e.add(litre)); });
        p.b.act([&](Edit &e) { KernelReplica::must(e.add(bottle)); });
        p.c.act([&](Edit &e) { KernelReplica::must(e.add(catalogued)); });
        p.sync();
        QCOMPARE(p.a.view().count(), size_t(3));
    }
    void c37_oneNameInManySpellings()
    {
        Three p;
        p.a.add("Crème  fraîche ");
        p.b.add("cre\xcc\x80me frai\xcc\x82"
                "che");
        p.c.add("ＣＲＥ\xcc\x80ＭＥ fraîche");
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.a.view().count(), size_t(1));
        QCOMPARE(p.a.view().lines()[0]->quantity, std::int64_t(3000));
    }
    void minusAtOneRemoves()
    {
        Three p;
        p.a.add("milk", 2);
        p.a.decrease("milk", 1);
        QCOMPARE(p.a.pieces("milk"), 1.0);
        p.a.decrease("milk", 1);
        QCOMPARE(p.a.pieces("milk"), -1.0);
        QCOMPARE(p.a.state().facts().size(), size_t(0));
    }
    void aMinusDoesNotHoldALine()
    {
        Three p;
        p.a.add("milk", 3);
        p.sync();
        p.a.decrease("milk", 1);
        p.b.remove("milk");
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.c.pieces("milk"), -1.0);
        p.c.add("milk", 2); // the left-over minus must not colour it
        QCOMPARE(p.c.pieces("milk"), 2.0);
    }
    void twoMinusesBelowZeroAskToCheck()
    {
        Three p;
        p.a.add("milk", 3);
        p.sync();
        p.a.decrease("milk", 2);
        p.b.decrease("milk", 2);
        p.sync();
        QVERIFY(p.equal());
        const LineView line = p.c.line("milk");
        QVERIFY(line.present && line.checkQuantity);
        QCOMPARE(line.quantity, std::int64_t(0));
        QCOMPARE(line.rawQuantity, std::int64_t(-1000));
        p.c.add("milk", 2); // an add is a touch too
        QCOMPARE(p.c.pieces("milk"), 2.0);
        QVERIFY(!p.c.line("milk").checkQuantity);
    }
    void aTypedNumberAndAStepAddUp()
    {
        Three p;
        p.a.add("milk", 2);
        p.sync();
        p.a.set("milk", 5);
        p.b.increase("milk", 1);
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.c.pieces("milk"), 6.0);
        p.c.set("milk", 1); // "make it 1"
        p.sync();
        QCOMPARE(p.a.pieces("milk"), 1.0);
        QCOMPARE(p.a.state().facts().size(), size_t(1));
    }
    void anUncheckKeepsTheLineAndItsNumber()
    {
        Three p;
        p.a.add("milk", 5);
        p.a.check("milk");
        p.sync();
        p.a.uncheck("milk");
        p.b.clear(true);
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.c.pieces("milk"), 5.0);
        QVERIFY(!p.c.line("milk").checked);
    }
    // A line that only an un-check held went from 5 to 1 when somebody pressed +, because steps put a Keep aside.
    void aStepOnAKeptLineCountsFromWhatIsShown()
    {
        Three p;
        p.a.add("milk", 5);
        p.a.check("milk");
        p.sync();
        p.a.uncheck("milk");
        p.b.remove("milk");
        p.sync();
        p.a.increase("milk", 1);
        p.b.add("milk", 1);
        QCOMPARE(p.a.pieces("milk"), 6.0);
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.c.pieces("milk"), 7.0);
        p.c.decrease("milk", 3);
        QCOMPARE(p.c.pieces("milk"), 4.0);
    }
    void theLargestKeepShows()
    {
        Three p;
        p.a.add("milk", 2);
        p.a.check("milk");
        p.sync();
        p.a.uncheck("milk");
        p.b.increase("milk", 1);
        p.b.uncheck("milk");
        p.c.remove("milk");
        p.b.act([&](Edit &e) {
            e.removeAll(p.b.idOf("milk"), [](const Fact &f) {
                return f.field == 1 && std::holds_alternative<Inc>(decodeQuantity(f.body)->what);
            });
        });
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.a.pieces("milk"), 3.0);
    }
    void removeThenAddBesideAStep()
    {
        Three p;
        p.a.add("milk", 7);
        p.sync();
        p.a.remove("milk");
        p.a.add("milk", 3);
        p.b.increase("milk", 1);
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.c.pieces("milk"), 4.0);
    }
    void restoreBesideAnAddIsBoth()
    {
        Three p;
        p.a.add("milk", 5);
        p.sync();
        const LineView was = p.a.line("milk");
        p.a.remove("milk");
        p.sync();
        p.a.restore(was);
        p.b.add("milk", 1);
        p.c.restore(was); // twice at once is once
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.a.pieces("milk"), 6.0);
        QCOMPARE(p.a.restore(was).seq, std::uint64_t(0));
    }
    void severalPeopleAtOnceEachCount()
    {
        Three p;
        p.a.add("milk", 4);
        p.sync();
        p.a.increase("milk", 1);
        p.b.increase("milk", 2);
        p.c.remove("milk");
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.a.pieces("milk"), 3.0);
        QCOMPARE(p.a.line("milk").wantedBy.size(), size_t(2));
    }
    void totals()
    {
        Three p;
        NewItem cheese = KernelReplica::item("cheese", 0.35);
        cheese.price = Money{"EUR", 1999};
        NewItem deposit = KernelReplica::item("deposit", 0.5);
        deposit.price = Money{"EUR", -25};
        NewItem tea = KernelReplica::item("tea", 2);
        tea.price = Money{"GBP", 250};
        NewItem gold = KernelReplica::item("gold", 1'000'000);
        gold.price = Money{"XAU", limits::priceMinor};
        for (const NewItem &item : {cheese, deposit, tea, gold})
            p.a.act([&](Edit &e) { KernelReplica::must(e.add(item)); });
        p.a.add("unpriced");
        QCOMPARE(lineTotalMinor(p.a.line("cheese")), std::int64_t(700));  // 699.65
        QCOMPARE(lineTotalMinor(p.a.line("deposit")), std::int64_t(-13)); // -12.5, away from zero
        const auto totals = p.a.view().totals();
        QCOMPARE(totals.size(), size_t(3));
        QCOMPARE(totals[0], (Total{"EUR", 687}));
        QCOMPARE(totals[1], (Total{"GBP", 500}));
        QCOMPARE(totals[2].minor, std::int64_t(1'000'000) * limits::priceMinor);
    }
    // 500 g of tomatoes at 1.79 once came to 895.00.
    void gramsAreAtThePriceOfAKilogram()
    {
        Three p;
        const auto add = [&](const char *name, double quantity, const char *unit, std::int64_t minor) {
            NewItem item = KernelReplica::item(name, quantity);
            item.unit = unit;
            item.price = Money{"EUR", minor};
            p.a.act([&](Edit &e) { KernelReplica::must(e.add(item)); });
            return lineTotalMinor(p.a.line(name));
        };
        QCOMPARE(add("tomatoes", 500, "g", 179), std::int64_t(90)); // 89.5
        QCOMPARE(add("cream", 200, "ml", 495), std::int64_t(99));
        QCOMPARE(add("bananas", 1.2, "kg", 179), std::int64_t(215)); // 214.8
        QCOMPARE(add("wine", 3, "bottle", 699), std::int64_t(2097));
        QCOMPARE(p.a.view().totals(), (std::vector<Total>{{"EUR", 90 + 99 + 215 + 2097}}));
    }
    void boundsOfEveryQuantity_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("good");
        const Descriptor milk{"milk", "", "", {}};
        const auto row = [](const char *name, const QuantityFact &fact, bool good) {
            const Bytes body = encodeBody(fact);
            QTest::newRow(name) << QByteArray(body.data(), qsizetype(body.size())) << good;
        };
        row("step", {Inc{1}, milk}, true);
        row("step of nothing", {Inc{0}, milk}, false);
        row("typed 0", {Set{0, {}}, milk}, true);
        row("typed below 0", {Set{-1, {}}, milk}, false);
        row("typed too much", {Set{limits::quantityThousandths + 1, {}}, milk}, false);
        row("absorbed too much", {Set{1, {{cartNumber(2), 1, limits::quantityThousandths + 1}}}, milk}, false);
        row("keep", {Keep{0}, milk}, true);
        row("keep below 0", {Keep{-1}, milk}, false);
        row("contribution", {Contribution{cartNumber(2), 1, 1}, milk}, true);
        row("contribution of nothing", {Contribution{cartNumber(2), 1, 0}, milk}, false);
        row("contribution of nobody", {Contribution{{}, 1, 1}, milk}, false);
        row("no name", {Inc{1}, {"", "", "", {}}}, false);
        row("a name that nobody can see", {Inc{1}, {" \xe2\x80\x8b", "", "", {}}}, false);
        row("a name too long", {Inc{1}, {std::string(limits::nameBytes + 1, 'x'), "", "", {}}}, false);
        row("the longest name", {Inc{1}, {std::string(limits::nameBytes, 'x'), "", "", {}}}, true);
        row("a name that is not text", {Inc{1}, {"\xff", "", "", {}}}, false);
        row("a unit too long", {Inc{1}, {"x", std::string(limits::shortTextBytes + 1, 'x'), "", {}}}, false);
        row("a catalogue id too long", {Inc{1}, {"x", "", std::string(limits::shortTextBytes + 1, 'x'), {}}}, false);
        QTest::newRow("nothing at all") << QByteArray() << false;
    }
    void boundsOfEveryQuantity()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, good);
        const Bytes bytes(body.constData(), std::size_t(body.size()));
        QCOMPARE(validateContent(plainDelta(1, 1, {plainAdd(1, number(Field::Quantity), bytes)})).ok(), good);
    }
};

QTEST_APPLESS_MAIN(TestQuantityRules)
#include "tst_quantityrules.moc"
