#include "cart/cartmerge.h"
#include "cart/validate.h"
#include "support/people.h"

#include <QTest>

using namespace evencart;
using namespace evencart::test;

namespace {

MergeReport merge(KernelReplica &into, const KernelReplica &from)
{
    MergeReport report;
    const Delta made = into.act([&](Edit &e) {
        const auto result = mergeCart(e, from.view());
        KernelReplica::must(result);
        report = *result;
    });
    if (made.seq != 0)
        KernelReplica::must(validateContent(made));
    return report;
}

// Two carts, each with three people, and a third one.
struct Carts
{
    Three x{1}, y{2}, z{3};
    void sync()
    {
        x.sync();
        y.sync();
        z.sync();
    }
};

} // namespace

// Conformance, "App-level merge".
class TestCartMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void c111_twiceIsOnce()
    {
        Carts m;
        m.x.a.add("milk", 3);
        m.y.a.add("milk", 1);
        QCOMPARE(merge(m.y.a, m.x.a).lines, size_t(1));
        QVERIFY(merge(m.y.a, m.x.a).nothingNew);
        QCOMPARE(m.y.a.pieces("milk"), 4.0);
        QCOMPARE(m.y.a.deltas.size(), size_t(2));
    }
    void c111_byTwoAtOnceIsOnce()
    {
        Carts m;
        m.x.a.add("milk", 3);
        m.x.a.add("bread");
        m.sync();
        merge(m.y.a, m.x.a);
        merge(m.y.b, m.x.b);
        merge(m.y.c, m.x.c);
        m.sync();
        QVERIFY(m.y.equal());
        QCOMPARE(m.y.c.pieces("milk"), 3.0);
        QCOMPARE(m.y.c.pieces("bread"), 1.0);
        QVERIFY(merge(m.y.b, m.x.a).nothingNew);
    }
    void c113_aroundACircleNothingGrows()
    {
        Carts m;
        m.x.a.add("milk", 3);
        m.y.a.add("bread", 2);
        for (int round = 0; round < 3; ++round) {
            merge(m.y.a, m.x.a);
            merge(m.z.a, m.y.a);
            merge(m.x.a, m.z.a);
        }
        for (KernelReplica *each : {&m.x.a, &m.y.a, &m.z.a}) {
            QCOMPARE(each->pieces("milk"), 3.0);
            QCOMPARE(each->pieces("bread"), 2.0);
        }
    }
    void thereAndBackAddsNothing()
    {
        Carts m;
        m.x.a.add("milk", 3);
        merge(m.y.a, m.x.a);
        QVERIFY(merge(m.x.a, m.y.a).nothingNew);
        QCOMPARE(m.x.a.pieces("milk"), 3.0);
    }
    // Typing a number over an imported part forgot where it had come from: on its way home it was added to itself, 3
    // became 8.
    void aTypedNumberRemembersWhatIsInIt()
    {
        Carts m;
        m.y.a.add("milk", 3);
        merge(m.x.a, m.y.a);
        m.x.a.set("milk", 5);
        merge(m.y.a, m.x.a);
        QCOMPARE(m.y.a.pieces("milk"), 5.0);
        merge(m.x.a, m.y.a);
        QCOMPARE(m.x.a.pieces("milk"), 5.0);
        merge(m.z.a, m.x.a);
        merge(m.z.a, m.y.a);
        QCOMPARE(m.z.a.pieces("milk"), 5.0);
    }
    void aLowerTypedNumberTravelsAsItIs()
    {
        Carts m;
        m.y.a.add("milk", 3);
        merge(m.x.a, m.y.a);
        m.x.a.decrease("milk", 1);
        merge(m.z.a, m.x.a);
        QCOMPARE(m.z.a.pieces("milk"), 2.0);
        m.x.a.set("milk", 1);
        merge(m.y.a, m.x.a);
        QCOMPARE(m.y.a.pieces("milk"), 3.0); // its own; others cannot take from it
    }
    void growthAloneIsAdded()
    {
        Carts m;
        m.x.a.add("milk", 3);
        merge(m.y.a, m.x.a);
        m.y.a.increase("milk", 10);
        m.x.a.increase("milk", 2);
        QCOMPARE(merge(m.y.a, m.x.a).lines, size_t(1));
        QCOMPARE(m.y.a.pieces("milk"), 15.0);
        m.y.a.set("milk", 20);
        m.x.a.increase("milk", 1);
        merge(m.y.a, m.x.a);
        QCOMPARE(m.y.a.pieces("milk"), 21.0);
        m.x.a.add("bread");
        merge(m.y.a, m.x.a);
        QCOMPARE(m.y.a.pieces("milk"), 21.0);
        QCOMPARE(m.y.a.pieces("bread"), 1.0);
    }
    void aRemovedLineStaysRemoved()
    {
        Carts m;
        m.x.a.add("milk", 3);
        m.x.a.note("milk", "cold");
        merge(m.y.a, m.x.a);
        m.y.a.remove("milk");
        m.x.a.add("bread");
        merge(m.y.a, m.x.a);
        QCOMPARE(m.y.a.pieces("milk"), -1.0);
        QCOMPARE(m.y.a.pieces("bread"), 1.0);
    }
    // The second growth after a removal brought the removed part back with it: 0, then 1, then 5.
    void growthAfterARemovalIsGrowthAlone()
    {
        Carts m;
        m.x.a.add("milk", 3);
        merge(m.y.a, m.x.a);
        m.y.a.remove("milk");
        m.x.a.increase("milk", 1);
        merge(m.y.a, m.x.a);
        QCOMPARE(m.y.a.pieces("milk"), 1.0);
        m.x.a.increase("milk", 1);
        merge(m.y.a, m.x.a);
        QCOMPARE(m.y.a.pieces("milk"), 2.0);
        m.y.a.remove("milk");
        m.y.a.add("milk", 7); // by hand: not from X
        m.x.a.increase("milk", 1);
        merge(m.y.a, m.x.a);
        QCOMPARE(m.y.a.pieces("milk"), 8.0);
    }
    // Two copies of one cart with as many deltas each, but other ones: the second merge found "nothing new", and its
    // growth was lost when the first one's vector was all that was kept.
    void differentCopiesOfOneCartAllArrive()
    {
        Carts m;
        m.x.a.add("milk", 1);
        m.sync();
        merge(m.y.a, m.x.a);
        m.sync();
        m.x.a.increase("milk", 2);
        m.x.b.increase("milk", 4);
        merge(m.y.a, m.x.a);
        merge(m.y.a, m.x.b);
        QCOMPARE(m.y.a.pieces("milk"), 7.0);
        m.sync();
        QVERIFY(merge(m.y.b, m.x.c).nothingNew);
        QCOMPARE(m.y.c.pieces("milk"), 7.0);
    }
    void differentCopiesMergedAtOnceAreMadeUpForNextTime()
    {
        Carts m;
        m.x.a.add("milk", 1);
        m.sync();
        merge(m.y.a, m.x.a);
        m.sync();
        m.x.a.increase("milk", 2);
        m.x.b.increase("milk", 4);
        merge(m.y.a, m.x.a);
        merge(m.y.b, m.x.b);
        m.sync();
        QVERIFY(m.y.equal());
        merge(m.y.c, m.x.c);
        QCOMPARE(m.y.c.pieces("milk"), 7.0);
    }
    void c117_exactlyTheStateThatWasRead()
    {
        Carts m;
        m.x.a.add("milk", 3);
        m.sync();
        m.x.b.increase("milk", 1);
        merge(m.y.a, m.x.a); // Ann's copy has not seen Ben's
        QCOMPARE(m.y.a.pieces("milk"), 3.0);
        m.sync();
        merge(m.y.a, m.x.a);
        QCOMPARE(m.y.a.pieces("milk"), 4.0);
    }
    void threePeopleAtOnceFromThreeCarts()
    {
        Carts m;
        m.x.a.add("milk", 1);
        m.z.a.add("milk", 2);
        m.y.a.add("milk", 4);
        m.sync();
        merge(m.y.a, m.x.a);
        merge(m.y.b, m.z.a);
        merge(m.z.b, m.x.b);
        m.sync();
        merge(m.y.c, m.z.c); // X's one came by Z too
        m.sync();
        QVERIFY(m.y.equal());
        QCOMPARE(m.y.a.pieces("milk"), 7.0);
    }
    void detailsJoin()
    {
        Carts m;
        NewItem item = KernelReplica::item("milk", 1);
        item.note = "from x";
        item.category = "dairy";
        item.price = Money{"EUR", 100};
        item.bought = true;
        m.x.a.act([&](Edit &e) { KernelReplica::must(e.add(item)); });
        m.x.a.like("milk");
        m.x.a.claim("milk");
        m.y.b.add("milk", 2);
        m.y.b.claim("milk");
        m.y.b.note("milk", "from y");
        m.y.b.like("milk");
        merge(m.y.b, m.x.a);
        const LineView line = m.y.b.line("milk");
        QCOMPARE(line.quantity, std::int64_t(3000));
        QCOMPARE(line.conflicts.size(), size_t(1));
        QCOMPARE(line.category, std::string("dairy"));
        QCOMPARE(line.price, std::optional(Money{"EUR", 100}));
        QCOMPARE(line.likes.size(), size_t(2));
        QCOMPARE(line.claimedBy.size(), size_t(2));
        QCOMPARE(line.boughtBy, (std::vector<Share>{{m.x.a.member(), 1000}}));
        QVERIFY(!line.checked);
        m.y.b.act([&](Edit &e) {
            KernelReplica::must(e.setNote(line.id, ""));
            KernelReplica::must(e.uncheck(line.id));
        });
        m.x.a.increase("milk", 1);
        merge(m.y.b, m.x.a);
        QCOMPARE(m.y.b.line("milk").note, std::string()); // nobody wrote it anew
        QVERIFY(m.y.b.line("milk").boughtBy.empty());
        QCOMPARE(m.y.b.pieces("milk"), 4.0);
    }
    void newLinesGoLastInTheirOrder()
    {
        Carts m;
        m.y.a.setWall(1'800'000'000'000);
        m.y.a.add("tea");
        m.x.a.add("b");
        m.x.a.add("a");
        merge(m.y.a, m.x.a);
        QCOMPARE(m.y.a.names(), (std::vector<std::string>{"tea", "b", "a"}));
    }
    void aCartIsNotMergedIntoItself()
    {
        Carts m;
        m.x.a.add("milk");
        Edit e(m.x.a.view(), m.x.a.member());
        QVERIFY(!mergeCart(e, m.x.b.view()).ok());
        QVERIFY(merge(m.y.a, m.z.a).nothingNew); // empty
        QVERIFY(m.y.a.deltas.empty());
    }
    // 9: sizes to design for. One delta holds neither that many facts nor that many bytes.
    void aMergeOfTenThousandLinesFitsIntoDeltas()
    {
        Three x(1), y(2);
        const std::string note(60, 'n');
        x.a.act([&](Edit &e) {
            for (int i = 0; i < 8'000; ++i) {
                NewItem item = KernelReplica::item("an item with a name of some length " + std::to_string(i));
                KernelReplica::must(e.add(item));
            }
        });
        x.a.act([&](Edit &e) {
            for (const LineView *line : x.a.view().lines())
                KernelReplica::must(e.setNote(line->id, note));
        });
        Edit e(y.a.view(), y.a.member());
        KernelReplica::must(mergeCart(e, x.a.view()));
        const auto pieces = inPieces(e.take());
        QVERIFY(pieces.size() > 1);
        for (const Draft &piece : pieces)
            y.a.commit(piece); // decodes what it encoded
        QCOMPARE(y.a.view().count(), size_t(8'000));
        QVERIFY(merge(y.a, x.a).nothingNew);
        Edit clear(y.a.view(), y.a.member());
        clear.clear(false);
        for (const Draft &piece : inPieces(clear.take()))
            y.a.commit(piece);
        QCOMPARE(y.a.view().count(), size_t(0));
        QCOMPARE(inPieces(Draft{}).size(), size_t(1));
    }
    void aSplitMovesInTheTargetToo()
    {
        Carts m;
        m.x.a.add("milk", 2);
        m.sync();
        m.x.a.rename("milk", "oat milk");
        m.x.b.increase("milk", 1);
        m.sync();
        merge(m.y.a, m.x.a);
        QCOMPARE(m.y.a.pieces("oat milk"), 3.0);
        m.x.a.split("oat milk");
        merge(m.y.a, m.x.a);
        QCOMPARE(m.y.a.pieces("oat milk"), 2.0);
        QCOMPARE(m.y.a.pieces("milk"), 1.0);
    }
};

QTEST_APPLESS_MAIN(TestCartMerge)
#include "tst_cartmerge.moc"
