#include "replicacases.h"

using namespace evencart;
using namespace evencart::test;

// A copied file is found out and goes on under a new replica id: what was pending, the undo steps and what a rename had
// seen go along.
class TestCartReplicaRekey : public QObject
{
    Q_OBJECT

private:
    ManualClock m_clock;

private Q_SLOTS:
    void c91_aCopiedFileGoesOnUnderANewIdAndLosesNothing()
    {
        ProfileFixture ann(1, m_clock);
        ann.create("week");
        const LineId milk = ann.add("milk");
        QVERIFY(ann.cart->applyAck(1, 1, 2, {}).ok());
        ann.edit("set", [&](Edit &edit) { return edit.setQuantity(milk, 4000); });
        ann.edit("rename", [&](Edit &edit) { return edit.rename(milk, "oat milk"); });
        ann.edit("more", [&](Edit &edit) { return edit.increase(milk, 1000); });
        const ReplicaId before = ann.cart->record().ownReplica;
        ann.mintReplica();
        ann.reopen();
        QVERIFY(ann.cart->record().ownReplica != before);
        QCOMPARE(ann.quantity("oat milk"), 5000);
        QVERIFY(ann.line("oat milk")->oldNameAdds.empty()); // the rename still knows what it had seen
        QCOMPARE(ann.cart->pendingCount(), size_t(3));
        QCOMPARE((*ann.cart->pending())->front().delta.seq, quint64(1));
        verifyAgainstStorage(ann);
        // c122: undo survives the re-key.
        QVERIFY(ann.cart->undo().ok());
        QCOMPARE(ann.quantity("oat milk"), 4000);
        QVERIFY(ann.cart->undo().ok());
        QCOMPARE(ann.quantity("milk"), 4000);
    }

    void c93_contentUnderMyNumberThatINeverWroteAsksForANewId()
    {
        ProfileFixture ann(1, m_clock);
        ann.create("week");
        QVERIFY(ann.cart->applyAck(1, 1, 1, {}).ok());
        ann.add("milk");
        const Bytes twin = foreignDelta(*ann.cart, ann.cart->record().ownReplica.value, 2,
                                        [&](Edit &edit) { return addItem(edit, "bread"); });
        const auto applied = ann.cart->applyRecords(2, {accepted(twin)});
        QVERIFY(applied.ok() && applied->mustRekey);
        ann.mintReplica();
        ann.reopen();
        QVERIFY(ann.cart->applyRecords(2, {accepted(twin)}).ok());
        QCOMPARE(ann.quantity("milk"), 1000);
        QCOMPARE(ann.quantity("bread"), 1000);
        verifyAgainstStorage(ann);
    }

    // The ack of what was sequenced before is lost: with a new number it would be done twice.
    void whatOfMineCameBeforeForeignContentIsKept()
    {
        ProfileFixture ann(1, m_clock);
        ann.create("week");
        QVERIFY(ann.cart->applyAck(1, 1, 1, {}).ok());
        ann.add("milk");
        ann.add("rice");
        const Bytes mine = (*ann.cart->pending())->front().bytes;
        const Bytes twin = foreignDelta(*ann.cart, ann.cart->record().ownReplica.value, 3,
                                        [&](Edit &edit) { return addItem(edit, "bread"); });
        const auto applied = ann.cart->applyRecords(2, {accepted(mine), accepted(twin)});
        QVERIFY(applied.ok() && applied->mustRekey);
        QCOMPARE(ann.cart->record().cursor, quint64(2));
        QCOMPARE(ann.cart->pendingCount(), size_t(1));
        verifyAgainstStorage(ann);
        ann.mintReplica();
        ann.reopen();
        QCOMPARE(ann.cart->pendingCount(), size_t(1));
        QVERIFY(ann.cart->applyRecords(3, {accepted(twin)}).ok());
        for (const char *name : {"milk", "rice", "bread"})
            QCOMPARE(ann.quantity(name), 1000);
        verifyAgainstStorage(ann);
    }

    void aRenameStillKnowsAfterARekeyWhichAddsItHadSeen()
    {
        ProfileFixture ann(1, m_clock);
        ann.create("week");
        QVERIFY(ann.cart->applyAck(1, 1, 1, {}).ok());
        const LineId milk = ann.add("milk");
        ann.edit("rename", [&](Edit &edit) { return edit.rename(milk, "oat milk"); });
        QVERIFY(ann.line("oat milk")->oldNameAdds.empty());
        ann.mintReplica();
        ann.reopen();
        QVERIFY(ann.line("oat milk")->oldNameAdds.empty());
        QCOMPARE(ann.quantity("oat milk"), 1000);
    }

    void c122_undoSurvivesASnapshotARestartAndARekey()
    {
        ProfileFixture ann(1, m_clock);
        ann.create("week");
        const LineId milk = ann.add("milk", 2000);
        QVERIFY(ann.cart->applyAck(1, 1, 2, {}).ok());
        ann.edit("more milk", [&](Edit &edit) { return edit.increase(milk, 1000); });
        State server = ann.cart->base();
        const Delta theirs =
            *decodeDelta(foreignDelta(*ann.cart, 9, 1, [&](Edit &edit) { return addItem(edit, "eggs"); }));
        QCOMPARE(server.apply(theirs), State::Outcome::Applied);
        QVERIFY(ann.cart->applySnapshot(server, 40, CartReplica::Cursor::Moves).ok());
        ann.reopen();
        ann.mintReplica();
        ann.reopen();
        QCOMPARE(ann.quantity("milk"), 3000);
        QVERIFY(ann.cart->undo().ok());
        QCOMPARE(ann.quantity("milk"), 2000);
        QVERIFY(ann.cart->redo().ok());
        QCOMPARE(ann.quantity("milk"), 3000);
        QCOMPARE(ann.quantity("eggs"), 1000);
    }

    // Steps kept the numbers of before: the refusal of the new number 1 took away what could be undone of the old one.
    void aRefusalAfterARekeyDropsTheStepThatItIsAbout()
    {
        ProfileFixture ann(1, m_clock);
        ann.create("week");
        ann.add("milk");
        QVERIFY(ann.cart->applyAck(1, 1, 2, {}).ok());
        ann.add("bread");
        ann.mintReplica();
        ann.reopen();
        QCOMPARE(*ann.cart->undoLabel(), std::string("add bread"));
        const PendingDelta bread = (*ann.cart->pending())->front();
        QCOMPARE(bread.delta.seq, std::uint64_t(1));
        const auto applied =
            ann.cart->applyRecords(3, {protocol::VoidedDelta{bread.delta.replica, 1, deltaHash(ann.id, bread.bytes),
                                                             protocol::VoidReason::NotAllowed}});
        QVERIFY(applied.ok());
        const auto label = ann.cart->undoLabel();
        QVERIFY(label.ok());
        QCOMPARE(*label, std::string("add milk"));
        QVERIFY(ann.cart->undo().ok());
        QCOMPARE(ann.line("milk"), nullptr);
        QCOMPARE(ann.line("bread"), nullptr);
    }
};

QTEST_APPLESS_MAIN(TestCartReplicaRekey)
#include "tst_cartreplicarekey.moc"
