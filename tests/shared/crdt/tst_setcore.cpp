#include "support/people.h"

#include <QTest>

using namespace evencart;
using namespace evencart::test;

// Conformance, "Set core": what an observed-remove set owes to anybody who uses one.
class TestSetCore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void c01_anAddMakesALine()
    {
        Three p;
        p.a.add("milk");
        QCOMPARE(p.a.pieces("milk"), 1.0);
    }
    void c02_twoAddsOfOneAreOneLineOfTwo()
    {
        Three p;
        p.a.add("milk");
        p.b.add("milk");
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.c.view().count(), size_t(1));
        QCOMPARE(p.c.pieces("milk"), 2.0);
        QCOMPARE(p.c.line("milk").wantedBy.size(), size_t(2));
    }
    void c03_aRemovedLineLeavesOnlyTheVector()
    {
        Three p;
        p.a.add("milk");
        p.a.remove("milk");
        p.sync();
        QCOMPARE(p.c.pieces("milk"), -1.0);
        QCOMPARE(p.c.state().facts().size(), size_t(0));
        QVERIFY(p.c.state().facts().bySubject().empty());
        QCOMPARE(p.c.state().vector().entries().size(), size_t(1));
        QVERIFY(p.c.state().context().cloud().empty());
    }
    void c04_onlyTheUnseenUnitOutlivesARemove()
    {
        Three p;
        p.a.add("milk", 3);
        p.sync();
        p.a.remove("milk");
        p.b.add("milk");
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.c.pieces("milk"), 1.0);
    }
    // riak_dt's no_dots_left: every copy removes what it knew, in a circle, and nobody is left with an element without
    // dots.
    void c07_removesInACircleLeaveNothing()
    {
        Three p;
        p.a.add("Z");
        p.b.add("Z");
        p.c.join(p.a);
        p.a.remove("Z");
        p.a.join(p.b);
        p.b.remove("Z");
        p.b.join(p.c);
        p.c.join(p.a);
        for (KernelReplica *to : p.all()) {
            for (KernelReplica *from : p.all())
                to->join(*from);
        }
        QVERIFY(p.equal());
        QVERIFY(p.a.view().lines().empty());
        QVERIFY(p.a.state().facts().bySubject().empty());
    }
    void c10_aBatchIsOneStepInItsOwnOrder()
    {
        Three p;
        p.a.add("baz", 4);
        p.sync();
        const Delta both = p.a.act([&](Edit &edit) {
            KernelReplica::must(edit.remove(p.a.idOf("baz")));
            KernelReplica::must(edit.add(KernelReplica::item("baz")));
        });
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.b.pieces("baz"), 1.0);
        const Delta nothing =
            plainDelta(both.replica.value, both.seq + 1, {plainAdd(1)}, {dot(both.replica.value, both.seq + 1)});
        QVERIFY(p.b.receive(nothing) == DeltaBuffer::Offer::Applied);
        QCOMPARE(p.b.state().vector().seen(both.replica), both.seq + 1);
        QVERIFY(!p.b.state().facts().contains(dot(both.replica.value, both.seq + 1)));
        QVERIFY(p.b.receive(nothing) == DeltaBuffer::Offer::Duplicate);
    }
    void c11_removingWhatIsNotThereIsNoDelta()
    {
        Three p;
        const Delta made =
            p.a.act([](Edit &edit) { QVERIFY(!edit.remove(LineId::fromBytes("sixteen bytes !!")).ok()); });
        QCOMPARE(made.seq, std::uint64_t(0));
        p.a.add("milk");
        p.a.remove("milk");
        p.sync();
        const Delta forced = plainDelta(99, 1, {}, {dot(p.a.replica().value, 1)});
        for (KernelReplica *each : p.all())
            each->receive(forced);
        QVERIFY(p.equal());
        QVERIFY(p.a.view().lines().empty());
    }
    void c12_aThousandRoundsLeaveOneDot()
    {
        Three p;
        for (int i = 0; i < 1000; ++i) {
            p.a.add("milk");
            p.a.remove("milk");
            p.a.add("milk");
            if (i < 999)
                p.a.remove("milk");
        }
        QCOMPARE(p.a.state().facts().size(), size_t(1));
        QCOMPARE(p.a.state().vector().entries().size(), size_t(1));
        QVERIFY(encodeState(p.a.state()).size() < 200);
    }
    void c14_anOldCopyBringsNoOldLikeBack()
    {
        Three p;
        p.a.add("milk");
        p.a.like("milk");
        p.b.join(p.a);
        p.a.remove("milk");
        p.a.add("milk");
        p.c.join(p.a);
        p.c.like("milk");
        p.a.join(p.c);
        p.a.join(p.b);
        p.b.join(p.a);
        QVERIFY(p.a.digest() == p.b.digest());
        QCOMPARE(p.a.line("milk").likes, std::vector<MemberId>{KernelReplica::memberNamed("Cem")});
    }
    // riak_dt's dot_key: one delta that touches two lines must not be taken for one dot.
    void c16_oneDeltaMayTouchTwoLines()
    {
        Three p;
        p.a.act([](Edit &edit) {
            KernelReplica::must(edit.add(KernelReplica::item("milk")));
            KernelReplica::must(edit.add(KernelReplica::item("bread")));
        });
        p.b.join(p.a);
        p.a.remove("bread");
        p.a.join(p.b);
        p.b.join(p.a);
        QCOMPARE(p.a.names(), std::vector<std::string>{"milk"});
        QVERIFY(p.a.digest() == p.b.digest());
    }
    void c18_aRingInOneDirectionIsEnough()
    {
        Three p;
        for (int round = 0; round < 3; ++round) {
            const std::string n = std::to_string(round);
            p.a.add("from a" + n);
            p.b.join(p.a);
            p.b.add("from b" + n);
            p.b.increase("from a" + n, 1);
            p.c.join(p.b);
            p.c.remove("from b" + n);
            p.a.join(p.c);
        }
        p.b.join(p.a);
        p.c.join(p.b);
        QVERIFY(p.equal());
        QCOMPARE(p.a.names().size(), size_t(3));
        QCOMPARE(p.b.pieces("from a2"), 2.0);
    }
    void c20_twoClearsAreOneAndTheCartLivesOn()
    {
        Three p;
        p.a.add("milk");
        p.b.add("bread");
        p.sync();
        p.a.act([](Edit &edit) { edit.clear(false); });
        p.b.act([](Edit &edit) { edit.clear(false); });
        p.sync();
        QVERIFY(p.equal());
        QVERIFY(p.a.view().lines().empty());
        p.c.add("milk");
        p.sync();
        QCOMPARE(p.b.pieces("milk"), 1.0);
    }
    void aClearSparesWhatItsAuthorHadNotSeen()
    {
        Three p;
        p.a.add("milk", 5);
        p.sync();
        p.a.act([](Edit &edit) { edit.clear(false); });
        p.b.add("bread");
        p.c.increase("milk", 2);
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.a.pieces("bread"), 1.0);
        QCOMPARE(p.a.pieces("milk"), 2.0);
    }
    void c66_c67_aPartSaysNothingAboutTheRest()
    {
        Three p;
        p.b.add("cheese");
        p.b.add("nails");
        p.b.add("milk");
        const State dairy = p.b.state().partial({p.b.idOf("cheese"), p.b.idOf("milk")});
        QVERIFY(dairy.vector().isEmpty());
        QCOMPARE(dairy.context().cloud().size(), size_t(2));
        p.a.add("bread");
        p.a.join(dairy);
        QCOMPARE(p.a.names().size(), size_t(3));
        p.a.receiveAll(p.b);
        QCOMPARE(p.a.names().size(), size_t(4));
        p.c.receiveAll(p.b);
        p.c.join(p.b.state().partial({p.b.idOf("milk")}));
        QCOMPARE(p.c.pieces("nails"), 1.0);
    }
    // What came as a part and went again must not return when the delta that made it arrives at last.
    void aPartThatWasRemovedStaysRemovedWhenItsDeltaComes()
    {
        Three p;
        p.b.add("cheese");
        p.b.add("milk");
        p.a.join(p.b.state().partial({p.b.idOf("milk")}));
        p.a.remove("milk");
        QVERIFY(p.c.receive(p.a.deltas.back()) == DeltaBuffer::Offer::Waiting);
        p.a.receiveAll(p.b);
        p.c.receiveAll(p.b);
        p.b.receiveAll(p.a);
        QVERIFY(p.equal());
        QCOMPARE(p.a.names(), std::vector<std::string>{"cheese"});
    }
};

QTEST_APPLESS_MAIN(TestSetCore)
#include "tst_setcore.moc"
