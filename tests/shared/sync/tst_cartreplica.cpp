#include "replicacases.h"

using namespace evencart;
using namespace evencart::test;

// Two layers on one machine: what an ack, a refusal, a snapshot and a failing disk do to base and overlay.
class TestCartReplica : public QObject
{
    Q_OBJECT

private:
    ManualClock m_clock;

private Q_SLOTS:
    void anEditIsDurableAndPending()
    {
        ProfileFixture ann(1, m_clock);
        ann.create("week");
        ann.add("milk", 2000);
        QCOMPARE(ann.cart->pendingCount(), size_t(2)); // the name is a delta too
        QCOMPARE(ann.reopen().view().name(), std::string("week"));
        QCOMPARE(ann.quantity("milk"), 2000);
        QCOMPARE(ann.cart->stateOf(ann.line("milk")->id), CartReplica::LineState::Local);
    }

    // Between two commits the power goes: a change without its undo step, or a cursor without its changes.
    void everyActionIsOneCommit()
    {
        ProfileFixture ann(1, m_clock);
        ann.create("week");
        auto commits = [&, before = ann.store.commits()]() mutable {
            const int now = ann.store.commits();
            return now - std::exchange(before, now);
        };
        ann.add("milk");
        QCOMPARE(commits(), 1);
        QVERIFY(ann.cart->undo().ok());
        QCOMPARE(commits(), 1);
        QVERIFY(ann.cart->redo().ok());
        QCOMPARE(commits(), 1);
        QVERIFY(ann.cart->applyAck(1, 1, 4, {}).ok());
        QCOMPARE(commits(), 1);
        const Bytes bread = foreignDelta(*ann.cart, 9, 1, [&](Edit &edit) { return addItem(edit, "bread"); });
        const Bytes eggs = foreignDelta(*ann.cart, 9, 2, [&](Edit &edit) { return addItem(edit, "eggs"); });
        QVERIFY(ann.cart->applyRecords(5, {accepted(bread), accepted(eggs)}).ok());
        QCOMPARE(commits(), 1);
        QCOMPARE(ann.cart->record().cursor, quint64(6));
        QVERIFY(ann.cart->applySnapshot(ann.cart->base(), 9, CartReplica::Cursor::Moves).ok());
        QCOMPARE(commits(), 1);
    }

    void anAckMovesADeltaDown()
    {
        ProfileFixture ann(1, m_clock);
        ann.create("week");
        ann.add("milk");
        QVERIFY(ann.cart->applyAck(1, 1, 2, {}).ok());
        QVERIFY(ann.cart->pendingCount() == 0);
        QCOMPARE(ann.cart->record().cursor, quint64(2));
        QCOMPARE(ann.cart->stateOf(ann.line("milk")->id), CartReplica::LineState::Server);
        verifyAgainstStorage(ann);
    }

    void aClampedStampIsUsedByTheAuthorToo()
    {
        ProfileFixture ann(1, m_clock);
        ann.create("week");
        ann.add("milk");
        QVERIFY(ann.cart->applyAck(1, 1, 1, {}).ok());
        const Hlc clamped{77};
        QVERIFY(ann.cart->applyAck(2, 2, 1, clamped).ok());
        QCOMPARE(ann.line("milk")->changed, clamped);
        verifyAgainstStorage(ann);
        QCOMPARE(ann.line("milk")->changed, clamped);
    }

    void aRefusedRemovalBringsTheLineBackAsItWas()
    {
        ProfileFixture ann(1, m_clock);
        ann.create("week");
        const LineId milk = ann.add("milk", 3000);
        QVERIFY(ann.cart->applyAck(1, 1, 2, {}).ok());
        ann.edit("remove milk", [&](Edit &edit) { return edit.remove(milk); });
        ann.add("bread");
        QCOMPARE(ann.line("milk"), nullptr);
        const Bytes bytes = (*ann.cart->pending())->front().bytes;
        const auto applied =
            ann.cart->applyRecords(3, {protocol::VoidedDelta{ann.cart->record().ownReplica, 3, deltaHash(ann.id, bytes),
                                                             protocol::VoidReason::NotAllowed}});
        QVERIFY(applied.ok());
        QCOMPARE(applied->rejected, std::vector<std::uint64_t>{3});
        QCOMPARE(ann.quantity("milk"), 3000);
        QCOMPARE(ann.quantity("bread"), 1000); // that row alone rolls back
        QCOMPARE(ann.cart->pendingCount(), size_t(1));
        verifyAgainstStorage(ann);
        const auto history = ann.store.history(ann.id);
        QCOMPARE(std::count_if(history->begin(), history->end(),
                               [](const auto &d) { return d.kind == StoredDelta::Kind::Rejected; }),
                 1);
    }

    void aRefusedAddGoesAndWhatWasBuiltOnItStaysValid()
    {
        ProfileFixture ann(1, m_clock);
        ann.create("week");
        QVERIFY(ann.cart->applyAck(1, 1, 1, {}).ok());
        const LineId milk = ann.add("milk");
        ann.edit("set milk", [&](Edit &edit) { return edit.setQuantity(milk, 5000); }); // hides the first add
        const Bytes bytes = (*ann.cart->pending())->front().bytes;
        QVERIFY(ann.cart
                    ->applyRecords(2, {protocol::VoidedDelta{ann.cart->record().ownReplica, 2, deltaHash(ann.id, bytes),
                                                             protocol::VoidReason::NotAllowed}})
                    .ok());
        QCOMPARE(ann.quantity("milk"), 5000);
        verifyAgainstStorage(ann);
        QVERIFY(ann.cart->applyAck(3, 3, 1, {}).ok());
        QCOMPARE(ann.quantity("milk"), 5000);
        verifyAgainstStorage(ann);
    }

    void othersAndMineMeet()
    {
        ProfileFixture ann(1, m_clock);
        ann.create("week");
        const LineId milk = ann.add("milk");
        QVERIFY(ann.cart->applyAck(1, 1, 2, {}).ok());
        const Bytes more = foreignDelta(*ann.cart, 9, 1, [&](Edit &edit) { return edit.increase(milk, 2000); });
        ann.edit("remove milk", [&](Edit &edit) { return edit.remove(milk); });
        QVERIFY(ann.cart->applyRecords(3, {accepted(more)}).ok());
        QCOMPARE(ann.quantity("milk"), 2000); // their new units alone
        verifyAgainstStorage(ann);
        QVERIFY(ann.cart->applyAck(3, 4, 1, {}).ok());
        QCOMPARE(ann.quantity("milk"), 2000);
        verifyAgainstStorage(ann);
    }

    void aRemoteRemovalCanBeBroughtBack()
    {
        ProfileFixture ann(1, m_clock);
        ann.create("week");
        const LineId milk = ann.add("milk", 4000);
        QVERIFY(ann.cart->applyAck(1, 1, 2, {}).ok());
        const Bytes removal = foreignDelta(*ann.cart, 9, 1, [&](Edit &edit) { return edit.remove(milk); });
        QVERIFY(ann.cart->applyRecords(3, {accepted(removal)}).ok());
        QCOMPARE(ann.line("milk"), nullptr);
        const auto removed = ann.cart->removedLines();
        QCOMPARE(removed->size(), size_t(1));
        QCOMPARE(removed->front().name, std::string("milk"));
        ann.edit("restore milk", [&](Edit &edit) { return edit.restore(removed->front()); });
        QCOMPARE(ann.quantity("milk"), 4000);
        QVERIFY(ann.cart->removedLines()->empty());
    }

    void c63_aHoleInTheLogIsNotApplied()
    {
        ProfileFixture ann(1, m_clock);
        ann.create("week");
        QVERIFY(ann.cart->applyAck(1, 1, 1, {}).ok());
        const Bytes bread = foreignDelta(*ann.cart, 9, 1, [&](Edit &edit) { return addItem(edit, "bread"); });
        QCOMPARE(ann.cart->applyRecords(4, {accepted(bread)}).error().code, ErrorCode::Corrupt);
        QCOMPARE(ann.line("bread"), nullptr);
        QVERIFY(ann.cart->applyRecords(2, {accepted(bread)}).ok());
        QVERIFY(ann.line("bread"));
        QVERIFY(ann.cart->applyRecords(2, {accepted(bread)}).ok()); // c61: once more changes nothing
        QCOMPARE(ann.quantity("bread"), 1000);
    }

    void c74_aBatchIsAllOrNothingClockIncluded()
    {
        ProfileFixture ann(1, m_clock);
        ann.create("week");
        QVERIFY(ann.cart->applyAck(1, 1, 1, {}).ok());
        const Bytes bread = foreignDelta(*ann.cart, 9, 1, [&](Edit &edit) { return addItem(edit, "bread"); });
        const Hlc clock = ann.hlc.latest();
        // The second entry is damaged: c72, and c98 (the clock).
        QCOMPARE(ann.cart->applyRecords(2, {accepted(bread), accepted("nonsense")}).error().code, ErrorCode::Corrupt);
        QCOMPARE(ann.line("bread"), nullptr);
        QCOMPARE(ann.hlc.latest(), clock);
        // The disk is full.
        ann.store.failNext(1);
        QCOMPARE(ann.cart->applyRecords(2, {accepted(bread)}).error().code, ErrorCode::Io);
        QCOMPARE(ann.line("bread"), nullptr);
        QCOMPARE(ann.hlc.latest(), clock);
        QCOMPARE(ann.cart->record().cursor, quint64(1));
        QVERIFY(ann.cart->applyRecords(2, {accepted(bread)}).ok());
        QVERIFY(ann.line("bread"));
    }

    void anEditThatCannotBeSavedIsNotShown()
    {
        ProfileFixture ann(1, m_clock);
        ann.create("week");
        const Hlc clock = ann.hlc.latest();
        ann.store.failNext(1);
        const auto edited = ann.cart->edit("add milk", [](Edit &edit) { return addItem(edit, "milk"); });
        QCOMPARE(edited.error().code, ErrorCode::Io);
        QCOMPARE(ann.line("milk"), nullptr);
        QCOMPARE(ann.hlc.latest(), clock);
        ann.add("milk");
        QCOMPARE((*ann.cart->pending())->back().delta.seq, quint64(2)); // the number was not used up
    }

    void c78_aSnapshotKeepsWhatIsPending()
    {
        ProfileFixture ann(1, m_clock);
        ann.create("week");
        const LineId milk = ann.add("milk");
        const LineId bread = ann.add("bread");
        const LineId rice = ann.add("rice");
        QVERIFY(ann.cart->applyAck(1, 1, 4, {}).ok());
        State server = ann.cart->base();
        const Delta theirs =
            *decodeDelta(foreignDelta(*ann.cart, 9, 1, [&](Edit &edit) { return addItem(edit, "eggs"); }));
        QCOMPARE(server.apply(theirs), State::Outcome::Applied);
        ann.edit("one more", [&](Edit &edit) { return edit.increase(milk, 1000); });
        ann.edit("remove bread", [&](Edit &edit) { return edit.remove(bread); });
        ann.edit("rename rice", [&](Edit &edit) { return edit.rename(rice, "brown rice"); });
        QVERIFY(ann.cart->applySnapshot(server, 40, CartReplica::Cursor::Moves).ok());
        QCOMPARE(ann.quantity("milk"), 2000);
        QCOMPARE(ann.line("bread"), nullptr);
        QCOMPARE(ann.quantity("eggs"), 1000);
        QCOMPARE(ann.quantity("brown rice"), 1000);
        QCOMPARE(ann.line("rice"), nullptr);
        QCOMPARE(ann.cart->baseDigest(), digestOf(server));
        verifyAgainstStorage(ann);
        // c80: twice, or older than what we have, changes nothing.
        QVERIFY(ann.cart->applySnapshot(server, 40, CartReplica::Cursor::Moves).ok());
        QVERIFY(ann.cart->applySnapshot(State(), 2, CartReplica::Cursor::Moves).ok());
        QCOMPARE(ann.cart->record().cursor, quint64(40));
        QCOMPARE(ann.cart->baseDigest(), digestOf(server));
    }

    // The ack was lost and the change comes back inside of a state: were it still pending, our base would lack what its
    // vector covers, and would delete it wherever it repairs something.
    void whatAStateAlreadyHasOfOursIsNoLongerPending()
    {
        ProfileFixture ann(1, m_clock);
        ann.create("week");
        QVERIFY(ann.cart->applyAck(1, 1, 1, {}).ok());
        State server = ann.cart->base();
        ann.add("milk");
        QCOMPARE(server.apply((*ann.cart->pending())->front().delta), State::Outcome::Applied);
        ann.add("bread");
        QVERIFY(ann.cart->applySnapshot(server, 2, CartReplica::Cursor::Moves).ok());
        QCOMPARE(ann.cart->pendingCount(), size_t(1));
        QCOMPARE((*ann.cart->pending())->front().label, std::string("add bread"));
        QCOMPARE(ann.cart->baseDigest(), digestOf(server));
        QCOMPARE(digestOf(ann.cart->base()), digestOf(server));
        QCOMPARE(ann.quantity("milk"), 1000);
        verifyAgainstStorage(ann);
    }

    void undoAndRedoSurviveARestart()
    {
        ProfileFixture ann(1, m_clock);
        ann.create("week");
        const LineId milk = ann.add("milk", 2000);
        ann.edit("remove milk", [&](Edit &edit) { return edit.remove(milk); });
        ann.reopen();
        QCOMPARE(*ann.cart->undoLabel(), std::string("remove milk"));
        QVERIFY(ann.cart->undo().ok());
        QCOMPARE(ann.quantity("milk"), 2000);
        ann.reopen();
        QCOMPARE(*ann.cart->redoLabel(), std::string("remove milk"));
        QVERIFY(ann.cart->redo().ok());
        QCOMPARE(ann.line("milk"), nullptr);
        QVERIFY(ann.cart->undo().ok());
        QVERIFY(ann.cart->undo().ok()); // the add
        QCOMPARE(ann.line("milk"), nullptr);
        ann.add("bread");
        QCOMPARE(ann.cart->redoLabel().error().code, ErrorCode::NotFound); // a new action leaves nothing to redo
    }

    // There is no name to go back to, and a cart without one cannot be named by anybody.
    void theFirstNameStays()
    {
        ProfileFixture ann(1, m_clock);
        ann.create("week");
        QCOMPARE(ann.cart->undoLabel().error().code, ErrorCode::NotFound);
        ann.edit("rename it", [](Edit &edit) { return edit.renameCart("month"); });
        QVERIFY(ann.cart->undo().ok());
        QCOMPARE(ann.cart->view().name(), std::string("week"));
        QCOMPARE(ann.cart->undoLabel().error().code, ErrorCode::NotFound);
    }

    void whatIsNoNameMakesNoCart()
    {
        ProfileFixture ann(1, m_clock);
        ann.create("week");
        for (const std::string &name :
             {std::string(), std::string("  "), std::string("x\x01y"), std::string(600, 'x')}) {
            CartRecord record = ann.cart->record();
            record.id = CartId::fromBytes("another-cart-077");
            QVERIFY(!CartReplica::create(ann.context(), record, name).ok());
            QCOMPARE(ann.store.carts()->size(), size_t(1));
        }
    }

    void c124_aCartThatRequiresMoreIsReadAndNotEdited()
    {
        ProfileFixture ann(1, m_clock);
        ann.create("week");
        const LineId milk = ann.add("milk", 2000);
        QVERIFY(ann.cart->applyAck(1, 1, 1, {}).ok());
        QVERIFY(ann.cart->mayEdit().ok());
        const Bytes news = foreignDelta(*ann.cart, 9, 1, [](Edit &edit) -> Result<void> {
            for (const std::uint32_t feature : {3u, 7u, 3u})
                edit.write({}, Field::Requires, encodeFeature(feature));
            return {};
        });
        QVERIFY(ann.cart->applyRecords(2, {accepted(news)}).ok());
        QCOMPARE(ann.cart->unknownFeatures(), (FeatureSet{3, 7}));
        const std::uint64_t seq = ann.cart->record().ownSeq;
        const Hlc clock = ann.hlc.latest();
        const auto refused = ann.cart->edit("more", [&](Edit &edit) { return edit.increase(milk, 1000); });
        QCOMPARE(refused.error().code, ErrorCode::UpdateNeeded);
        QVERIFY(refused.error().message.find("1 change that was made here is kept") != std::string::npos);
        QCOMPARE(ann.cart->undo().error().code, ErrorCode::UpdateNeeded);
        QCOMPARE(ann.cart->redo().error().code, ErrorCode::UpdateNeeded);
        QCOMPARE(ann.cart->undoLabel().error().code, ErrorCode::UpdateNeeded);
        QCOMPARE(ann.cart->record().ownSeq, seq);
        QCOMPARE(ann.hlc.latest(), clock);
        QCOMPARE(ann.quantity("milk"), 2000);
        QCOMPARE(ann.cart->pendingCount(), size_t(1));
        verifyAgainstStorage(ann);
        ann.features = {3}; // an update that knows one of them
        ann.reopen();
        QCOMPARE(ann.cart->unknownFeatures(), (FeatureSet{7}));
        ann.features = {3, 7, 8};
        ann.reopen();
        QVERIFY(ann.cart->undo().ok());
        QCOMPARE(ann.line("milk"), nullptr);
    }
};

QTEST_APPLESS_MAIN(TestCartReplica)
#include "tst_cartreplica.moc"
