#include "support/profilefixture.h"

#include <QTest>

using namespace evencart;
using namespace evencart::test;

// Several own actions as one step back.
class TestCartReplicaUndo : public QObject
{
    Q_OBJECT

private:
    ManualClock m_clock;

private Q_SLOTS:
    void severalActionsAreTakenBackAsOne()
    {
        ProfileFixture ann(1, m_clock);
        ann.create("week");
        const LineId milk = ann.add("milk");
        const std::uint64_t before = ann.cart->record().ownSeq;
        ann.add("bread");
        ann.edit("more", [&](Edit &e) { return e.increase(milk, 2000); });
        ann.edit("note", [&](Edit &e) { return e.setNote(milk, "fresh"); });
        ann.edit("note", [&](Edit &e) { return e.setNote(milk, "cold"); });
        const auto undone = ann.cart->undoBehind(before, "all of it");
        QVERIFY(undone.ok());
        QCOMPARE(ann.quantity("milk"), 1000);
        QCOMPARE(ann.line("milk")->note, std::string());
        QCOMPARE(ann.quantity("bread"), -1);
        QCOMPARE(*ann.cart->redoLabel(), std::string("all of it"));
        QCOMPARE(*ann.cart->undoLabel(), std::string("add milk"));
        QVERIFY(ann.cart->redo().ok()); // one step brings it all back
        QCOMPARE(ann.quantity("milk"), 3000);
        QCOMPARE(ann.line("milk")->note, std::string("cold"));
        QCOMPARE(ann.quantity("bread"), 1000);
        QVERIFY(ann.reopen().undo().ok()); // also after a restart
        QCOMPARE(ann.quantity("milk"), 1000);
        QVERIFY(ann.cart->undo().ok()); // and what was before it
        QCOMPARE(ann.line("milk"), nullptr);
        QCOMPARE(ann.cart->undoBehind(ann.cart->record().ownSeq, "nothing").error().code, ErrorCode::NotFound);
    }
};

QTEST_APPLESS_MAIN(TestCartReplicaUndo)
#include "tst_cartreplicaundo.moc"
