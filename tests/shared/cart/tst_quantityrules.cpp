#include "support/kernelreplica.h"

#include <QTest>

using namespace evencart;
using evencart::test::KernelReplica;

namespace {

CartId cart()
{
    CartId id;
    id.raw[0] = 7;
    return id;
}

struct Three
{
    KernelReplica a{cart(), 1, "Ann"};
    KernelReplica b{cart(), 2, "Ben"};
    KernelReplica c{cart(), 3, "Cem"};

    void sync()
    {
        for (KernelReplica *to : {&a, &b, &c}) {
            for (const KernelReplica *from : {&a, &b, &c})
                to->receiveAll(*from);
        }
    }
    bool equal() const { return a.digest() == b.digest() && b.digest() == c.digest(); }
};

} // namespace

// Conformance, "Quantity": see docs/semantics.md for the rules.
class TestQuantityRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void c02_twoAddsOfOneAreTwoWithProvenance()
    {
        Three p;
        p.a.add("milk");
        p.b.add("milk");
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.c.pieces("milk"), 2.0);
        const LineView line = p.c.line("milk");
        QCOMPARE(line.wantedBy.size(), size_t(2));
        QCOMPARE(line.wantedBy[0], (Share{KernelReplica::memberNamed("Ann"), 1000}));
        QCOMPARE(line.wantedBy[1], (Share{KernelReplica::memberNamed("Ben"), 1000}));
    }
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
    void c53_renameBesideAnAddOffersToSplit()
    {
        Three p;
        p.a.add("milk", 2);
        p.sync();
        p.a.rename("milk", "oat milk");
        p.b.increase("milk", 1);
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.c.pieces("oat milk"), 3.0);
        QCOMPARE(p.c.line("oat milk").oldNameAdds.size(), size_t(1));
        p.a.act([&](Edit &edit) { KernelReplica::must(edit.split(p.a.idOf("oat milk"))); });
        p.b.act([&](Edit &edit) { KernelReplica::must(edit.split(p.b.idOf("oat milk"))); });
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.c.pieces("oat milk"), 2.0);
        QCOMPARE(p.c.pieces("milk"), 1.0);
    }
    void c57_afterARenameTheOldNameIsAnotherLine()
    {
        Three p;
        p.a.add("milk", 2);
        p.a.rename("milk", "oat milk");
        p.sync();
        p.b.add("oat milk");
        p.c.add("milk");
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.a.pieces("oat milk"), 3.0);
        QCOMPARE(p.a.pieces("milk"), 1.0);
    }
};

QTEST_APPLESS_MAIN(TestQuantityRules)
#include "tst_quantityrules.moc"
