#include "desktest.h"
#include "modelrecorder.h"
#include "support/seededrandom.h"

#include "crdt/delta.h"

using namespace evencart;
using namespace evencart::test;

// What a person can do with the open cart, over a real engine: it shows at once, and is so when the engine has
// answered.
class TestOpenCart : public DeskTest
{
    Q_OBJECT

    QString id(const char *name) { return m_desk->idOf(name); }
    QString amount(const char *name) { return m_desk->amount(name); }
    QStringList names() { return m_desk->names(); }
    bool checked(const char *name) { return m_desk->of(name, LineModel::CheckedRole).toBool(); }

    // Ben writes something that arrives now, at the same time as what I wrote since `before`.
    void bensEdit(const std::function<void(Edit &)> &his, const CartReplica::Action &mine)
    {
        const CartId id = *cart().id();
        const auto failed = m_desk->ask<std::string>([=](EngineRoom &room) -> std::string {
            CartReplica *replica = *room.workspace().cart(id);
            const auto pending = replica->pending();
            if (!pending)
                return pending.error().message;
            const std::uint64_t known = (*pending)->size();
            if (auto acked = replica->applyAck((*pending)->front().delta.seq, 1, known, {}); !acked)
                return acked.error().message;
            Edit edit(replica->view(), ben());
            his(edit);
            Draft draft = edit.take();
            Delta delta;
            delta.replica = ReplicaId{77};
            delta.seq = 1;
            delta.stamp = Hlc{1};
            delta.author = ben();
            delta.adds = std::move(draft.adds);
            delta.removes = std::move(draft.removes);
            const auto edited = replica->edit("mine", mine);
            if (!edited)
                return edited.error().message;
            const auto applied = replica->applyRecords(known + 1, {protocol::AcceptedDelta{encodeDelta(delta), {}}});
            if (!applied)
                return applied.error().message;
            room.cartTouched(id, applied->touched);
            return {};
        });
        QCOMPARE(failed, std::string());
    }
    static MemberId ben()
    {
        MemberId member;
        member.raw[0] = 7;
        return member;
    }

private Q_SLOTS:
    // A write that fails is told, also when its cart was left before the answer came.
    void aFailureInACartThatWasLeftIsTold()
    {
        QSignalSpy failed(&cart(), &OpenCart::failed);
        cart().perform(QStringLiteral("fail"), [](Edit &) -> Result<void> {
            return Error{ErrorCode::Io, "The disk is full."};
        });
        QVERIFY(m_desk->openNewCart("party"));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].toString(), QStringLiteral("The disk is full."));
    }

    void addingShowsAtOnce()
    {
        QSignalSpy added(&cart(), &OpenCart::added);
        QCOMPARE(cart().addText(QStringLiteral("2x milk, fresh #Dairy @1.19EUR")), QString());
        QCOMPARE(names(), list({"milk"}));
        QCOMPARE(amount("milk"), QStringLiteral("2"));
        QTRY_COMPARE(added.size(), 1);
        QCOMPARE(added[0][0].toStringList(), QStringList(id("milk")));
        QCOMPARE(amount("milk"), QStringLiteral("2"));
        QCOMPARE(m_desk->of("milk", LineModel::NoteRole).toString(), QStringLiteral("fresh"));
        QCOMPARE(m_desk->of("milk", LineModel::CategoryRole).toString(), QStringLiteral("Dairy"));
        QTRY_COMPARE(cart().total(), QStringLiteral("2.38\u00a0€"));
        QCOMPARE(cart().categories(), list({"Dairy"}));
    }

    void addingAgainRaises()
    {
        add({"2x milk"});
        QSignalSpy added(&cart(), &OpenCart::added);
        cart().addText(QStringLiteral("MILK"));
        QCOMPARE(names(), list({"milk"}));
        QCOMPARE(amount("milk"), QStringLiteral("3"));
        QTRY_COMPARE(added.size(), 1);
        QCOMPARE(added[0][1].toString(), QStringLiteral("milk 2 → 3"));
        QCOMPARE(amount("milk"), QStringLiteral("3"));
        add({"1 l milk"}); // another unit is another line
        QCOMPARE(names().size(), 2);
    }

    void whatIsNoItemIsSaidAndNotAdded()
    {
        for (const char *text : {"", "0 milk", "-2 milk", "#a #b milk"})
            QVERIFY2(!cart().addText(QString::fromUtf8(text)).isEmpty(), text);
        QVERIFY(!cart().addList(QStringLiteral("\n\n")).isEmpty());
        QVERIFY(!cart().addList(QStringLiteral("milk\n0 eggs")).isEmpty());
        QVERIFY(m_desk->settle());
        QCOMPARE(names(), list({}));
        QVERIFY(cart().undoText().startsWith(QStringLiteral("Add")) == false);
    }

    void aListIsOneStep()
    {
        add({"milk"});
        QCOMPARE(cart().addList(QStringLiteral("- 2 milk\n- eggs\n- [ ] tea")), QString());
        QCOMPARE(amount("milk"), QStringLiteral("3"));
        QCOMPARE(names().size(), 3);
        QTRY_COMPARE(cart().undoText(), QStringLiteral("Add 3 item(s)"));
        cart().undo();
        QTRY_COMPARE(names(), list({"milk"}));
        QCOMPARE(amount("milk"), QStringLiteral("1"));
    }

    void ticking()
    {
        add({"3x milk", "eggs"});
        cart().toggle(id("milk"));
        QVERIFY(checked("milk"));
        QTRY_COMPARE(cart().boughtCount(), 1);
        QCOMPARE(cart().openCount(), 1);
        cart().toggle(id("milk"));
        QVERIFY(!checked("milk"));
        cart().checkSome(id("milk"), QStringLiteral("2"));
        QCOMPARE(m_desk->of("milk", LineModel::BoughtAmountRole).toString(), QStringLiteral("2 of 3"));
        QVERIFY(m_desk->settle());
        QCOMPARE(m_desk->of("milk", LineModel::BoughtAmountRole).toString(), QStringLiteral("2 of 3"));
        cart().check({id("milk"), id("eggs")});
        cart().uncheck({id("eggs"), QStringLiteral("no such line")});
        QVERIFY(m_desk->settle());
        QVERIFY(checked("milk"));
        QVERIFY(!checked("eggs"));
        QSignalSpy failed(&cart(), &OpenCart::failed);
        cart().checkSome(id("eggs"), QStringLiteral("some"));
        QCOMPARE(failed.size(), 1);
    }

    void quantities()
    {
        add({"milk", "500 g flour", "1 l cream"});
        QCOMPARE(cart().setQuantity(id("milk"), QStringLiteral(" 2.5 ")), QString());
        QCOMPARE(amount("milk"), QStringLiteral("2.5"));
        for (const char *wrong : {"two", "", "1e3", "-1", "24/7"})
            QVERIFY2(!cart().setQuantity(id("milk"), QString::fromUtf8(wrong)).isEmpty(), wrong);
        QCOMPARE(amount("milk"), QStringLiteral("2.5"));
        cart().increase(id("flour"));
        QCOMPARE(amount("flour"), QStringLiteral("600\u00a0g"));
        cart().decrease(id("milk"));
        QVERIFY(m_desk->settle());
        QCOMPARE(amount("milk"), QStringLiteral("1.5"));
        QSignalSpy done(&cart(), &OpenCart::done);
        cart().decrease(id("cream")); // minus at one removes, and says so
        QTRY_COMPARE(done.size(), 1);
        QVERIFY(id("cream").isEmpty());
        QCOMPARE(cart().setQuantity(id("milk"), QStringLiteral("0")), QString());
        QTRY_COMPARE(done.size(), 2);
        QCOMPARE(names(), list({"flour"}));
    }

    void fieldsOfALine()
    {
        add({"milk"});
        const QString milk = id("milk");
        cart().rename(milk, QStringLiteral("  oat   milk "));
        cart().rename(milk, QStringLiteral("  "));
        cart().setNote(milk, QStringLiteral(" fresh "));
        cart().setCategory({milk}, QStringLiteral("Dairy"));
        cart().assign({milk}, m_desk->session().memberId());
        cart().like(milk);
        QCOMPARE(cart().setPrice(milk, QStringLiteral("1.19 EUR")), QString());
        QVERIFY(!cart().setPrice(milk, QStringLiteral("cheap")).isEmpty());
        const auto verify = [&] {
            QCOMPARE(id("oat milk"), milk);
            QCOMPARE(m_desk->of("oat milk", LineModel::NoteRole).toString(), QStringLiteral("fresh"));
            QCOMPARE(m_desk->of("oat milk", LineModel::CategoryRole).toString(), QStringLiteral("Dairy"));
            QCOMPARE(m_desk->of("oat milk", LineModel::PriceRole).toString(), QStringLiteral("1.19\u00a0€"));
            QVERIFY(m_desk->of("oat milk", LineModel::AssigneeRole).toMap()[QStringLiteral("self")].toBool());
            QVERIFY(m_desk->of("oat milk", LineModel::LikedByMeRole).toBool());
        };
        verify();
        QVERIFY(m_desk->settle());
        verify();
        cart().unlike(milk);
        cart().assign({milk}, {});
        QCOMPARE(cart().setPrice(milk, QString()), QString());
        QVERIFY(m_desk->settle());
        QVERIFY(m_desk->of("oat milk", LineModel::AssigneeRole).toMap().isEmpty());
        QCOMPARE(m_desk->of("oat milk", LineModel::PriceRole).toString(), QString());
        QCOMPARE(m_desk->of("oat milk", LineModel::LikesRole).toInt(), 0);
    }

    void weightsArePricedByTheKilogram()
    {
        add({"500 g tomatoes"});
        QCOMPARE(cart().setPrice(id("tomatoes"), QStringLiteral("1.79 EUR/kg")), QString());
        QCOMPARE(m_desk->of("tomatoes", LineModel::PriceRole).toString(), QStringLiteral("1.79\u00a0€/kg"));
        QCOMPARE(m_desk->of("tomatoes", LineModel::LineTotalRole).toString(), QStringLiteral("0.90\u00a0€"));
        QCOMPARE(cart().setPrice(id("tomatoes"), QStringLiteral("2 €")), QString());
        QCOMPARE(m_desk->of("tomatoes", LineModel::PriceRole).toString(), QStringLiteral("2.00\u00a0€/kg"));
        QVERIFY(!cart().setPrice(id("tomatoes"), QStringLiteral("2 €/piece")).isEmpty());
    }

    void undoAndRedo()
    {
        add({"milk"});
        cart().toggle(id("milk"));
        QTRY_COMPARE(cart().undoText(), QStringLiteral("Tick milk"));
        cart().undo();
        QTRY_VERIFY(!checked("milk"));
        QTRY_COMPARE(cart().redoText(), QStringLiteral("Tick milk"));
        cart().redo();
        QTRY_VERIFY(checked("milk"));
        QSignalSpy failed(&cart(), &OpenCart::failed);
        cart().redo(); // there is nothing: no harm, and no alarm
        QVERIFY(m_desk->settle());
        QVERIFY(checked("milk"));
        QCOMPARE(failed.size(), 0);
    }

    void severalLinesAreOneStep()
    {
        add({"milk", "eggs", "tea"});
        QSignalSpy done(&cart(), &OpenCart::done);
        cart().remove({id("milk"), id("eggs"), id("tea")});
        QCOMPARE(names(), list({}));
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(done[0][0].toString(), QStringLiteral("Remove milk and 2 more"));
        QVERIFY(done[0][1].toBool()); // can be undone
        cart().undo();
        QTRY_COMPARE(names().size(), 3);
        QTRY_COMPARE(done.size(), 2);
        QCOMPARE(done[1][0].toString(), QStringLiteral("Undone: Remove milk and 2 more"));
        QVERIFY(!done[1][1].toBool());
        cart().setCategory({id("milk"), id("eggs")}, QStringLiteral("Dairy"));
        QTRY_COMPARE(done.size(), 3);
        cart().undo();
        QTRY_COMPARE(m_desk->of("eggs", LineModel::CategoryRole).toString(), QString());
        QCOMPARE(m_desk->of("milk", LineModel::CategoryRole).toString(), QString());
    }

    void clearingWhatIsBought()
    {
        add({"milk", "eggs", "tea"});
        cart().check({id("milk"), id("tea")});
        cart().clearBought();
        QTRY_COMPARE(names(), list({"eggs"}));
        cart().undo();
        QTRY_COMPARE(names().size(), 3);
        QVERIFY(checked("tea"));
    }

    void moving()
    {
        add({"milk", "eggs", "tea", "salt"});
        cart().move({id("tea")}, id("milk"), true);
        QTRY_COMPARE(names(), list({"tea", "milk", "eggs", "salt"}));
        cart().move({id("tea"), id("milk")}, id("eggs"), false);
        QTRY_COMPARE(names(), list({"eggs", "tea", "milk", "salt"}));
        cart().moveFirst({id("salt")});
        QTRY_COMPARE(names(), list({"salt", "eggs", "tea", "milk"}));
        cart().moveLast({id("salt")});
        QTRY_COMPARE(names(), list({"eggs", "tea", "milk", "salt"}));
        QCOMPARE(cart().undoText(), QStringLiteral("Move salt"));
        cart().move({id("tea")}, id("tea"), true); // beside itself: nothing
        QVERIFY(m_desk->settle());
        QCOMPARE(names(), list({"eggs", "tea", "milk", "salt"}));
    }

    void aNoteOfTwoIsSettledOnOne()
    {
        add({"milk"});
        const LineId milk = *LineId::fromString(id("milk").toStdString());
        bensEdit([milk](Edit &edit) { (void)edit.setNote(milk, "small"); },
                 [milk](Edit &edit) { return edit.setNote(milk, "big"); });
        QTRY_COMPARE(cart().markedCount(), 1);
        QCOMPARE(m_desk->of("milk", LineModel::NoteRole).toString(), QStringLiteral("big"));
        const QVariantMap conflict = m_desk->of("milk", LineModel::ConflictsRole).toList().first().toMap();
        QCOMPARE(conflict[QStringLiteral("field")].toString(), QStringLiteral("note"));
        cart().keepValue(id("milk"), QStringLiteral("note"), conflict[QStringLiteral("values")].toStringList().first());
        QTRY_COMPARE(cart().markedCount(), 0);
        QCOMPARE(m_desk->of("milk", LineModel::NoteRole).toString(), QStringLiteral("small"));
    }

    // The value of an assignee is shown as a name, and names the member all the same.
    void anAssigneeOfTwoIsSettledOnOne()
    {
        add({"milk"});
        const LineId milk = *LineId::fromString(id("milk").toStdString());
        const MemberId self = *MemberId::fromString(m_desk->session().memberId().toStdString());
        bensEdit([milk](Edit &edit) { (void)edit.assign(milk, ben()); },
                 [milk, self](Edit &edit) { return edit.assign(milk, self); });
        QTRY_COMPARE(cart().markedCount(), 1);
        const QVariantMap conflict = m_desk->of("milk", LineModel::ConflictsRole).toList().first().toMap();
        cart().keepValue(id("milk"), QStringLiteral("assignee"),
                         conflict[QStringLiteral("values")].toStringList().first());
        QTRY_COMPARE(cart().markedCount(), 0);
        QCOMPARE(m_desk->of("milk", LineModel::AssigneeRole).toMap()[QStringLiteral("member")].toString().toStdString(),
                 ben().toString());
    }

    void twiceWantedIsOnceEnough()
    {
        add({"milk"});
        const LineId milk = *LineId::fromString(id("milk").toStdString());
        bensEdit([milk](Edit &edit) { (void)edit.increase(milk, 1000); },
                 [](Edit &edit) { return edit.renameCart("month"); });
        QTRY_COMPARE(amount("milk"), QStringLiteral("2"));
        QCOMPARE(m_desk->of("milk", LineModel::WantedByRole).toList().size(), 2);
        cart().makeItOne(id("milk"));
        QCOMPARE(amount("milk"), QStringLiteral("1"));
        QVERIFY(m_desk->settle());
        QCOMPARE(amount("milk"), QStringLiteral("1"));
    }

    void theCartsName()
    {
        cart().rename(QStringLiteral("  the   month "));
        QTRY_COMPARE(cart().name(), QStringLiteral("the month"));
        cart().rename(QStringLiteral("   "));
        QVERIFY(m_desk->settle());
        QCOMPARE(cart().name(), QStringLiteral("the month"));
    }

    void readOnlyIsReadOnly()
    {
        add({"milk", "eggs"});
        cart().setReadOnly(true);
        QSignalSpy failed(&cart(), &OpenCart::failed);
        const QString milk = id("milk");
        QVERIFY(!cart().addText(QStringLiteral("tea")).isEmpty());
        QVERIFY(!cart().addList(QStringLiteral("tea\nsalt")).isEmpty());
        cart().toggle(milk);
        cart().remove({milk});
        cart().setQuantity(milk, QStringLiteral("7"));
        cart().rename(milk, QStringLiteral("oat milk"));
        cart().moveLast({milk});
        cart().clearBought();
        cart().rename(QStringLiteral("month"));
        cart().undo();
        QVERIFY(m_desk->settle());
        QVERIFY(failed.size() >= 1);
        QCOMPARE(names(), list({"milk", "eggs"}));
        QCOMPARE(amount("milk"), QStringLiteral("1"));
        QVERIFY(!checked("milk"));
        QCOMPARE(cart().name(), QStringLiteral("week"));
    }

    void closingForgetsTheCart()
    {
        add({"milk"});
        cart().close();
        QCOMPARE(cart().cartId(), QString());
        QCOMPARE(names(), list({}));
        QCOMPARE(cart().undoText(), QString());
        cart().addText(QStringLiteral("tea"));
        cart().undo();
        QVERIFY(m_desk->settle());
        QCOMPARE(names(), list({}));
    }

    // A burst of edits as fast as one can press: no frame shows less than what was asked for.
    void aBurstNeverJumpsBack()
    {
        add({"milk"});
        std::vector<qlonglong> seen;
        connect(cart().lines(), &QAbstractItemModel::dataChanged, this,
                [&] { seen.push_back(m_desk->of("milk", LineModel::QuantityRole).toLongLong()); });
        for (int n = 0; n < 50; ++n) {
            cart().increase(id("milk"));
            QCoreApplication::processEvents();
        }
        QVERIFY(m_desk->settle());
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
        QCOMPARE(amount("milk"), QStringLiteral("51"));
    }
};

QTEST_GUILESS_MAIN(TestOpenCart)
#include "tst_opencart.moc"
