#include "storyfixture.h"

#include "story/activitymodel.h"
#include "story/awayreviewer.h"
#include "story/convergencemodel.h"
#include "story/diagnostics.h"
#include "story/linestorymodel.h"
#include "story/pendingmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace evencart;
using namespace evencart::test;

namespace {

QStringList column(const QAbstractItemModel &model, int role)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.data(model.index(row, 0), role).toString();
    return texts;
}

int rowWith(const QAbstractItemModel &model, int role, const QString &part)
{
    const QStringList texts = column(model, role);
    for (int row = 0; row < texts.size(); ++row) {
        if (texts[row].contains(part))
            return row;
    }
    return -1;
}

} // namespace

#define EVENTUALLY(what) QTRY_VERIFY_WITH_TIMEOUT(what, patience)

// History, conflicts, waiting changes and the review after an absence, as the window sees them.
class TestStory : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<Desk> m_ann;

    void goOffline()
    {
        m_ann->session().setWorkOffline(true);
        EVENTUALLY(m_ann->session().sync()->state() == SyncStatus::WorkOffline);
    }
    void goOnline()
    {
        m_ann->session().setWorkOffline(false);
        EVENTUALLY(isOnline());
    }
    bool isOnline() { return m_ann->session().sync()->state() == SyncStatus::Online; }
    void bob(const char *words) { m_stage->run("bob", words); }
    // Bob's change brings it back; `story` tells of it.
    void annRemovesMilkWhile(const char *bobs, LineStoryModel &story)
    {
        goOffline();
        m_ann->cart().remove({m_ann->idOf("milk")});
        bob(bobs);
        bob("sync");
        goOnline();
        EVENTUALLY(!m_ann->idOf("milk").isEmpty());
        story.setSession(&m_ann->session());
        story.setLineId(m_ann->idOf("milk"));
        EVENTUALLY(rowWith(story, LineStoryModel::SentenceRole, QStringLiteral("Adding wins")) >= 0);
    }

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<Stage>();
        m_ann = std::make_unique<Desk>(m_stage->path("ann"));
        QVERIFY(m_ann->open());
        EVENTUALLY(isOnline() && m_ann->cart().lines()->count() == 2);
    }
    void cleanup()
    {
        m_ann.reset();
        m_stage.reset();
    }

    void historyFollowsAndSaysWhatWasNotSeen()
    {
        ActivityModel activity;
        QAbstractItemModelTester tester(&activity, QAbstractItemModelTester::FailureReportingMode::QtTest);
        activity.setSession(&m_ann->session());
        EVENTUALLY(activity.count() == 2); // named, filled
        goOffline();
        m_ann->cart().setNote(m_ann->idOf("eggs"), QStringLiteral("big"));
        EVENTUALLY(activity.count() == 3);
        QCOMPARE(activity.index(0).data(ActivityModel::StateRole).toInt(), int(ActivityModel::Waiting));
        QCOMPARE(activity.index(0).data(ActivityModel::NameRole).toString(), QStringLiteral("You"));
        QSignalSpy resets(&activity, &QAbstractItemModel::modelReset);
        bob("note Shop eggs small");
        bob("sync");
        goOnline();
        EVENTUALLY(activity.count() == 4);
        EVENTUALLY(activity.index(rowWith(activity, ActivityModel::SentenceRole, QStringLiteral("big")))
                       .data(ActivityModel::StateRole)
                       .toInt() == ActivityModel::Settled);
        const int mine = rowWith(activity, ActivityModel::SentenceRole, QStringLiteral("big"));
        EVENTUALLY(activity.index(mine).data(ActivityModel::MissedRole).toString().contains(QStringLiteral("small")));
        QVERIFY(rowWith(activity, ActivityModel::NameRole, QStringLiteral("bob")) >= 0);
        QCOMPARE(resets.size(), 0);

        ActivityModel ofMilk;
        ofMilk.setSession(&m_ann->session());
        ofMilk.setLineId(m_ann->idOf("milk"));
        EVENTUALLY(ofMilk.count() == 1);
        QVERIFY(column(ofMilk, ActivityModel::SentenceRole).front().contains(QStringLiteral("milk")));
    }

    // A price of a weight is for a kilogram wherever it is told.
    void pricesSayWhatTheyAreFor()
    {
        m_stage->run("bob", {QStringLiteral("add"), QStringLiteral("Shop"), QStringLiteral("500 g flour")});
        bob("sync");
        EVENTUALLY(!m_ann->idOf("flour").isEmpty());
        QCOMPARE(m_ann->of("flour", LineModel::PriceUnitRole).toString(), QStringLiteral("kg"));
        goOffline();
        QCOMPARE(m_ann->cart().setPrice(m_ann->idOf("flour"), QStringLiteral("1.29 EUR")), QString());
        bob("price Shop flour 1.19EUR");
        bob("sync");
        goOnline();
        ActivityModel activity;
        activity.setSession(&m_ann->session());
        EVENTUALLY(rowWith(activity, ActivityModel::SentenceRole, QStringLiteral("1.29\u00a0€/kg")) >= 0);
        LineStoryModel story;
        story.setSession(&m_ann->session());
        story.setLineId(m_ann->idOf("flour"));
        EVENTUALLY(story.count() > 0);
        const QString told = story.index(0).data(LineStoryModel::ActionsRole).toStringList().join(QLatin1Char(' '));
        QVERIFY2(told.contains(QStringLiteral("1.19\u00a0€/kg")), qPrintable(told));
    }

    void aLostValueComesBackAsANewChange()
    {
        goOffline();
        m_ann->cart().setNote(m_ann->idOf("eggs"), QStringLiteral("big"));
        bob("note Shop eggs small");
        bob("sync");
        goOnline();
        LineStoryModel story;
        QAbstractItemModelTester tester(&story, QAbstractItemModelTester::FailureReportingMode::QtTest);
        story.setSession(&m_ann->session());
        story.setLineId(m_ann->idOf("eggs"));
        EVENTUALLY(story.count() > 0 && story.index(0).data(LineStoryModel::AttentionRole).toBool());
        const QString sentence = story.index(0).data(LineStoryModel::SentenceRole).toString();
        QVERIFY2(sentence.contains(QStringLiteral("note")) && sentence.contains(QStringLiteral("bob")),
                 qPrintable(sentence));
        QVERIFY2(sentence.size() <= 140, qPrintable(sentence)); // two lines of the card
        const QStringList actions = story.index(0).data(LineStoryModel::ActionsRole).toStringList();
        QCOMPARE(actions.size(), 2); // keep the shown one, use the other
        const QString hidden =
            actions[1].contains(QStringLiteral("big")) ? QStringLiteral("big") : QStringLiteral("small");
        story.act(0, 1);
        EVENTUALLY(!story.index(0).data(LineStoryModel::AttentionRole).toBool());
        EVENTUALLY(isOnline());
        bob("sync");
        QVERIFY(m_stage->run("bob", "conflicts Shop")[QLatin1String("lines")].toArray().isEmpty());
        const QJsonArray lines = m_stage->run("bob", "cart show Shop")[QLatin1String("lines")].toArray();
        QVERIFY(std::any_of(lines.begin(), lines.end(), [&](const QJsonValue &line) {
            return line.toObject()[QLatin1String("note")].toString() == hidden;
        }));
    }

    void boughtTwiceIsSettledByTakingMineBack()
    {
        goOffline();
        m_ann->cart().check({m_ann->idOf("eggs")});
        bob("check Shop eggs");
        bob("sync");
        goOnline();
        LineStoryModel story;
        story.setSession(&m_ann->session());
        story.setLineId(m_ann->idOf("eggs"));
        EVENTUALLY(story.count() > 0 &&
                   story.index(0).data(LineStoryModel::IconRole).toString() == QStringLiteral("bag"));
        QCOMPARE(story.index(0).data(LineStoryModel::PartiesRole).toList().size(), 2);
        QCOMPARE(story.index(0).data(LineStoryModel::ActionsRole).toStringList().size(), 2);
        story.act(0, 1); // mine goes back
        EVENTUALLY(!story.index(0).data(LineStoryModel::AttentionRole).toBool());
        const LineView *eggs = m_ann->cart().lines()->find(*LineId::fromString(m_ann->idOf("eggs").toStdString()));
        EVENTUALLY(eggs->boughtBy.size() == 1 && eggs->checked);
    }

    void whatSomebodyAddsOutlivesARemoval()
    {
        LineStoryModel story;
        annRemovesMilkWhile("inc Shop milk", story);
        const int row = rowWith(story, LineStoryModel::SentenceRole, QStringLiteral("Adding wins"));
        story.act(row, 0); // remove it after all
        EVENTUALLY(m_ann->idOf("milk").isEmpty());
        EVENTUALLY(!story.isPresent() && story.count() == 1);
        QVERIFY(column(story, LineStoryModel::SentenceRole).front().startsWith(QStringLiteral("Removed by you")));
        story.act(0, 0); // and bring it back
        EVENTUALLY(!m_ann->idOf("milk").isEmpty());
    }

    // Who removed it saw the number that somebody else replaced meanwhile.
    void aRemovalBesideATypedNumberIsToldAsARemoval()
    {
        LineStoryModel story;
        annRemovesMilkWhile("set Shop milk 5", story);
        ActivityModel activity;
        activity.setSession(&m_ann->session());
        EVENTUALLY(rowWith(activity, ActivityModel::SentenceRole, QStringLiteral("removed milk")) >= 0);
        QVERIFY(rowWith(activity, ActivityModel::SentenceRole, QStringLiteral("changed milk from 1 to 5")) >= 0);
    }

    void twoWhoWantedOneCanMakeItOne()
    {
        goOffline();
        m_ann->cart().addText(QStringLiteral("tea"));
        bob("add Shop tea");
        bob("sync");
        goOnline();
        EVENTUALLY(!m_ann->idOf("tea").isEmpty());
        LineStoryModel story;
        story.setSession(&m_ann->session());
        story.setLineId(m_ann->idOf("tea"));
        EVENTUALLY(story.count() > 0 && story.amount() == QStringLiteral("2"));
        QCOMPARE(story.index(0).data(LineStoryModel::ActionsRole).toStringList(),
                 QStringList(QStringLiteral("Make it 1")));
        story.act(0, 0);
        EVENTUALLY(story.amount() == QStringLiteral("1"));
    }

    void receiptsSayWhoHasALine()
    {
        LineStoryModel story;
        story.setSession(&m_ann->session());
        story.setLineId(m_ann->idOf("milk"));
        EVENTUALLY(story.receipts().size() == 1 && story.receipts().front().toMap()[QStringLiteral("has")].toBool());
        m_ann->cart().increase(m_ann->idOf("milk"));
        EVENTUALLY(isOnline() && !story.receipts().front().toMap()[QStringLiteral("has")].toBool());
        QVERIFY(
            story.receipts().front().toMap()[QStringLiteral("text")].toString().startsWith(QStringLiteral("not yet")));
        bob("sync");
        EVENTUALLY(story.receipts().front().toMap()[QStringLiteral("has")].toBool());
        EVENTUALLY(
            story.receipts().front().toMap()[QStringLiteral("text")].toString().contains(QStringLiteral("last heard")));
        QVERIFY(story.receiptSummary().contains(QStringLiteral("1")));
    }

    void cartsProveThatTheyAreTheSame()
    {
        ConvergenceModel carts;
        QAbstractItemModelTester tester(&carts, QAbstractItemModelTester::FailureReportingMode::QtTest);
        carts.setSession(&m_ann->session());
        carts.setActive(true);
        EVENTUALLY(carts.count() == 1 && carts.index(0).data(ConvergenceModel::IdenticalRole).toBool());
        const QString fingerprint = carts.index(0).data(ConvergenceModel::FingerprintRole).toString();
        QCOMPARE(fingerprint.size(), 9);
        goOffline();
        m_ann->cart().increase(m_ann->idOf("milk"));
        EVENTUALLY(!carts.index(0).data(ConvergenceModel::IdenticalRole).toBool());
    }

    void waitingChangesAreListedByName()
    {
        PendingModel pending;
        QAbstractItemModelTester tester(&pending, QAbstractItemModelTester::FailureReportingMode::QtTest);
        pending.setSession(&m_ann->session());
        goOffline();
        m_ann->cart().addText(QStringLiteral("tea"));
        m_ann->cart().like(m_ann->idOf("milk"));
        EVENTUALLY(pending.count() == 2);
        QVERIFY(column(pending, PendingModel::WhatRole).front().contains(QStringLiteral("tea")));
        QCOMPARE(column(pending, PendingModel::CartNameRole).front(), QStringLiteral("Shop"));
        goOnline();
        EVENTUALLY(pending.count() == 0);
    }

    void aRefusedChangeStaysUntilItIsDealtWith()
    {
        m_ann.reset();
        m_stage->join("cyd", {QStringLiteral("--role"), QStringLiteral("viewer")});
        m_stage->run("cyd", "add Shop tea");
        m_ann = std::make_unique<Desk>(m_stage->path("cyd"));
        QVERIFY(m_ann->open());
        PendingModel pending;
        QAbstractItemModelTester tester(&pending, QAbstractItemModelTester::FailureReportingMode::QtTest);
        pending.setSession(&m_ann->session());
        EVENTUALLY(pending.refused() == 1);
        EVENTUALLY(m_ann->session().sync()->state() == SyncStatus::ActionNeeded);
        QVERIFY(pending.index(0).data(PendingModel::ReasonRole).toString().contains(QStringLiteral("role")));
        QVERIFY(pending.index(0).data(PendingModel::CanKeepRole).toBool());
        pending.keep(0);
        EVENTUALLY(pending.refused() == 0);
        EVENTUALLY(m_ann->session().sync()->state() != SyncStatus::ActionNeeded);
        EVENTUALLY(m_ann->session().carts()->count() == 2);
        m_ann->session().openCart(m_ann->session().carts()->idAt(1));
        EVENTUALLY(!m_ann->idOf("tea").isEmpty());
        QVERIFY(m_ann->cart().name().contains(QStringLiteral("Shop")));

        // Also after a restart.
        PendingModel another;
        another.setSession(&m_ann->session());
        QSignalSpy read(&another, &PendingModel::countChanged);
        EVENTUALLY(read.size() > 0);
        QCOMPARE(another.refused(), 0);
    }

    void diagnosticsNameNobody()
    {
        Diagnostics diagnostics;
        diagnostics.setSession(&m_ann->session());
        QSignalSpy copied(&diagnostics, &Diagnostics::copied);
        diagnostics.copy();
        EVENTUALLY(copied.size() == 1);
        const QString text = copied.front().front().toString();
        QVERIFY(text.contains(QStringLiteral("replica")) && text.contains(QStringLiteral("lines 2")));
        for (const char *word : {"Shop", "milk", "eggs", "ann", "bob", "127.0.0.1"})
            QVERIFY2(!text.contains(QLatin1String(word)), word);
        QVERIFY(!text.contains(m_ann->cart().cartId()));
    }

    void theReviewTellsTheirsMineAndBoth()
    {
        AwayReviewer away;
        away.setSession(&m_ann->session());
        away.setLooking(true);
        const QString key = QStringLiteral("looked_at/") + m_ann->cart().cartId();
        EVENTUALLY(m_ann->preferences().remembered(key).isValid()); // somebody has looked
        QVERIFY(away.summary().isEmpty());
        goOffline();
        m_ann->cart().setNote(m_ann->idOf("eggs"), QStringLiteral("big"));
        m_ann->cart().addText(QStringLiteral("tea"));
        bob("note Shop eggs small");
        bob("add Shop salt");
        bob("sync");
        goOnline();
        EVENTUALLY(!away.summary().isEmpty());
        QVERIFY2(away.summary().contains(QStringLiteral("2 change")) && away.summary().contains(QStringLiteral("bob")),
                 qPrintable(away.summary()));
        QCOMPARE(away.theirs().size(), 2);
        QCOMPARE(away.mine().size(), 2);
        QCOMPARE(away.both().size(), 1);
        const QVariantMap eggs = away.both().front().toMap();
        QCOMPARE(eggs[QStringLiteral("name")].toString(), QStringLiteral("eggs"));
        QVERIFY(eggs[QStringLiteral("mine")].toString().contains(QStringLiteral("big")));
        QVERIFY(eggs[QStringLiteral("theirs")].toString().contains(QStringLiteral("small")));
        QVERIFY(eggs[QStringLiteral("result")].toString().contains(QStringLiteral("later")));
        QVERIFY(away.canUndoMine());

        // What comes while it is shown belongs to the present.
        bob("add Shop pepper");
        bob("sync");
        EVENTUALLY(!m_ann->idOf("pepper").isEmpty());
        QCOMPARE(away.theirs().size(), 2);
        away.accept();
        QVERIFY(away.summary().isEmpty());
        EVENTUALLY(isOnline());
        QVERIFY(away.summary().isEmpty());
    }

    void anOfflineSessionIsTakenBackAsOneStep()
    {
        AwayReviewer away;
        away.setSession(&m_ann->session());
        away.setLooking(true);
        EVENTUALLY(m_ann->preferences().remembered(QStringLiteral("looked_at/") + m_ann->cart().cartId()).isValid());
        goOffline();
        m_ann->cart().addText(QStringLiteral("tea"));
        m_ann->cart().increase(m_ann->idOf("milk"));
        m_ann->cart().setNote(m_ann->idOf("milk"), QStringLiteral("fresh"));
        for (const char *item : {"salt", "pepper", "rice", "oil", "jam"})
            bob((std::string("add Shop ") + item).c_str());
        bob("sync");
        goOnline();
        EVENTUALLY(away.canUndoMine() && away.mine().size() == 3);
        away.undoMine();
        EVENTUALLY(m_ann->idOf("tea").isEmpty());
        const auto milk = [&] {
            return *m_ann->cart().lines()->find(*LineId::fromString(m_ann->idOf("milk").toStdString()));
        };
        EVENTUALLY(milk().quantity == 1000 && milk().note.empty());
        QVERIFY(!m_ann->idOf("jam").isEmpty());
        m_ann->cart().redo(); // one step
        EVENTUALLY(!m_ann->idOf("tea").isEmpty() && milk().quantity == 2000 && milk().note == "fresh");
    }
};

QTEST_MAIN(TestStory)
#include "tst_story.moc"
