#include "support/people.h"

#include <QTest>

using namespace evencart;
using namespace evencart::test;

namespace {

struct Milk : Three
{
    explicit Milk(double pieces = 2)
    {
        a.add("milk", pieces);
        sync();
    }
};

} // namespace

// Conformance, "Fields", where it is about names: which line an item goes into, renaming, splitting.
class TestRenameRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void c53_renameBesideAnAddOffersToSplit()
    {
        Milk p;
        p.a.rename("milk", "oat milk");
        p.b.increase("milk", 1);
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.c.view().count(), size_t(1));
        QCOMPARE(p.c.pieces("oat milk"), 3.0);
        const LineView line = p.c.line("oat milk");
        QCOMPARE(line.oldNameAdds.size(), size_t(1));
        QCOMPARE(line.oldNameAdds[0].name, std::string("milk"));
        QCOMPARE(line.oldNameAdds[0].quantity, std::int64_t(1000));
        p.a.split("oat milk");
        p.b.split("oat milk"); // two who split at once split once
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.c.pieces("oat milk"), 2.0);
        QCOMPARE(p.c.pieces("milk"), 1.0);
        QVERIFY(p.c.line("oat milk").oldNameAdds.empty());
        QCOMPARE(p.c.split("oat milk").seq, std::uint64_t(0));
    }
    void splitByOneBesideATypedNumberByAnother()
    {
        Milk p;
        p.a.rename("milk", "oat milk");
        p.b.increase("milk", 1);
        p.sync();
        p.a.split("oat milk");
        p.a.set("milk", 5);
        p.b.split("oat milk");
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.c.pieces("milk"), 5.0); // the typed 5 holds the one that was split
        QCOMPARE(p.c.pieces("oat milk"), 2.0);
    }
    void c54_renameBesideRename()
    {
        Milk p;
        p.b.setWall(1'700'000'002'000);
        p.a.rename("milk", "oat milk");
        p.b.rename("milk", "soy milk");
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.c.view().count(), size_t(1));
        const LineView line = p.c.line("soy milk");
        QCOMPARE(line.quantity, std::int64_t(2000));
        QCOMPARE(line.conflicts, (std::vector<FieldConflict>{{Field::Title, {"oat milk"}}}));
        QVERIFY(line.oldNameAdds.empty());
        p.c.rename("soy milk", "soy milk"); // settles it
        p.sync();
        QVERIFY(p.a.line("soy milk").conflicts.empty());
    }
    void c56_renameOutlivesARemove()
    {
        Milk p;
        p.a.rename("milk", "oat milk");
        p.b.remove("milk");
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.c.names(), std::vector<std::string>{"oat milk"});
        QCOMPARE(p.c.pieces("oat milk"), 2.0);
    }
    void c57_afterARenameTheOldNameIsAnotherLine()
    {
        Milk p;
        p.a.rename("milk", "oat milk");
        p.sync();
        p.b.add("oat milk");
        p.c.add("milk");
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.a.pieces("oat milk"), 3.0);
        QCOMPARE(p.a.pieces("milk"), 1.0);
    }
    void theNextFreeNameIsTheSameForEverybody()
    {
        Milk p;
        p.a.rename("milk", "oat milk");
        p.sync();
        p.b.add("milk");
        p.c.add("milk", 4);
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.a.view().count(), size_t(2));
        QCOMPARE(p.a.pieces("milk"), 5.0);
        QCOMPARE(p.a.idOf("milk"), lineIdFor(cartNumber(7), {"milk", "", ""}, 1));
    }
    void renameBesideATypedNumber()
    {
        Milk p;
        p.a.rename("milk", "oat milk");
        p.b.set("milk", 5);
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.c.pieces("oat milk"), 5.0);
    }
    void renameBesideAMinusOrANote()
    {
        Milk p(3);
        p.a.rename("milk", "oat milk");
        p.b.decrease("milk", 1);
        p.c.note("milk", "cold");
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.a.pieces("oat milk"), 2.0);
        QCOMPARE(p.a.line("oat milk").note, std::string("cold"));
        QVERIFY(p.a.line("oat milk").oldNameAdds.empty());
    }
    void addsUnderTheNewNameBelong()
    {
        Milk p;
        p.a.rename("milk", "oat milk");
        p.sync();
        p.b.increase("oat milk", 1);
        p.c.rename("oat milk", "soy milk");
        p.sync();
        // Ben had not seen the second rename: his one is named and can be split off.
        QCOMPARE(p.a.line("soy milk").oldNameAdds.size(), size_t(1));
        QCOMPARE(p.a.line("soy milk").oldNameAdds[0].name, std::string("oat milk"));
        p.a.rename("soy milk", "rice milk"); // a rename that saw the flag leaves it
        QCOMPARE(p.a.line("rice milk").oldNameAdds.size(), size_t(1));
        p.a.split("rice milk");
        p.sync();
        QCOMPARE(p.b.pieces("rice milk"), 2.0);
        QCOMPARE(p.b.pieces("oat milk"), 1.0);
    }
    void aChangeOfCaseIsARenameWithoutASplit()
    {
        Milk p;
        p.a.rename("milk", "Milk");
        p.b.increase("milk", 1);
        p.sync();
        QCOMPARE(p.c.line("milk").name, std::string("Milk"));
        QVERIFY(p.c.line("milk").oldNameAdds.empty());
        QCOMPARE(p.c.rename("Milk", "Milk").seq, std::uint64_t(0));
    }
    void renamedThereAndBackIsTheSameLine()
    {
        Milk p;
        const LineId id = p.a.idOf("milk");
        p.a.rename("milk", "oat milk");
        p.a.rename("oat milk", "milk");
        p.a.add("milk");
        QCOMPARE(p.a.idOf("milk"), id);
        QCOMPARE(p.a.pieces("milk"), 3.0);
    }
    void twoLinesMayEndWithOneName()
    {
        Milk p;
        p.b.add("oat milk");
        p.a.rename("milk", "oat milk");
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.c.view().find("oat milk").size(), size_t(2));
        p.c.add("oat milk"); // into the one that an unsynced copy would choose too
        QCOMPARE(p.c.view().line(lineIdFor(cartNumber(7), {"oat milk", "", ""}))->quantity, std::int64_t(2000));
        QCOMPARE(p.c.view().find(p.c.idOf("oat milk").toString().substr(0, 8)).size(), size_t(1));
    }
    // A rename that named every step it had seen made a fact larger than a fact may be, and a delta that nobody
    // accepts.
    void aLineOfVeryManyStepsCanBeRenamed()
    {
        Milk p;
        for (int i = 0; i < 2000; ++i)
            p.a.increase("milk", 1);
        p.b.receiveAll(p.a);
        p.a.rename("milk", "oat milk");
        p.b.increase("milk", 1);
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.c.pieces("oat milk"), 2003.0);
        QCOMPARE(p.c.line("oat milk").oldNameAdds[0].quantity, std::int64_t(1000));
    }
    void renameThreeWays()
    {
        Milk p(4);
        p.a.rename("milk", "oat milk");
        p.b.remove("milk");
        p.c.increase("milk", 2);
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.a.view().count(), size_t(1));
        QCOMPARE(p.a.pieces("oat milk"), 2.0);
        QCOMPARE(p.a.line("oat milk").oldNameAdds[0].quantity, std::int64_t(2000));
    }
};

QTEST_APPLESS_MAIN(TestRenameRules)
#include "tst_renamerules.moc"
