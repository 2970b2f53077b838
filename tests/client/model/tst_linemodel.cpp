#include "model/linemodel.h"

#include "lines.h"
#include "modelrecorder.h"

#include <QTest>

using namespace evencart;
using namespace evencart::test;

using Source = CartUpdate::Source;
using LineState = CartReplica::LineState;

namespace {

Intent intentOf(Intent::Kind kind, std::uint32_t line, std::int64_t n = 0)
{
    Intent intent;
    intent.kind = kind;
    intent.line = lineNumber(line);
    intent.n = n;
    return intent;
}

} // namespace

// The rows of the open cart: what views are told, to the row, and that a row never shows what nobody asked for.
class TestLineModel : public QObject
{
    Q_OBJECT

    // Member 1 is me, member 2 is Ben; lines 10, 20, 30 are milk, eggs, tea.
    struct Rows
    {
        Rows()
        {
            people.setSelf(memberNumber(1), QStringLiteral("Ann"));
            people.learn(memberNumber(2), QStringLiteral("Ben Bauer"));
            model.apply(updateOf(Source::Opened, 0, {lineOf(30, "tea"), lineOf(10, "milk"), lineOf(20, "eggs")}));
            recorder.take();
        }
        QVariant at(int row, int role) { return model.data(model.index(row), role); }
        QStringList names()
        {
            QStringList names;
            for (int row = 0; row < model.count(); ++row)
                names << at(row, LineModel::NameRole).toString();
            return names;
        }
        QString amount(int row) { return at(row, LineModel::AmountRole).toString(); }
        int glow(int row) { return at(row, LineModel::GlowRole).toInt(); }

        People people;
        LineModel model{people};
        ModelRecorder recorder{model};
    };

    static LineView changed(std::uint32_t n, const char *name, std::uint8_t by, std::int64_t quantity)
    {
        LineView line = lineOf(n, name);
        line.quantity = line.rawQuantity = quantity;
        line.changedBy = memberNumber(by);
        line.changed = Hlc{1};
        return line;
    }

private Q_SLOTS:
    void anOpenedCartReplacesWhatWasThere()
    {
        Rows rows;
        QCOMPARE(rows.names(), list({"milk", "eggs", "tea"}));
        QCOMPARE(rows.model.rowOf(lineNumber(20)), 1);
        QCOMPARE(rows.model.rowOf(lineNumber(21)), -1);
        rows.model.apply(updateOf(Source::Opened, 0, {lineOf(5, "salt")}));
        QCOMPARE(rows.recorder.take(), list({"reset"}));
        QCOMPARE(rows.names(), list({"salt"}));
        rows.model.clear();
        QCOMPARE(rows.recorder.take(), list({"reset"}));
        QCOMPARE(rows.model.count(), 0);
    }

    void anOwnEditShowsAtOnceAndStays()
    {
        Rows rows;
        rows.model.predict(intentOf(Intent::Kind::Increase, 10, 1000), 1);
        QCOMPARE(rows.recorder.take(), list({"change 0"}));
        QCOMPARE(rows.amount(0), QStringLiteral("2"));
        QCOMPARE(rows.at(0, LineModel::StateRole).toInt(), int(LineModel::SavedHere));
        rows.model.apply(updateOf(Source::Own, 1, {changed(10, "milk", 1, 2000)}));
        QCOMPARE(rows.recorder.take(), list({"change 0"})); // the stamp
        QCOMPARE(rows.amount(0), QStringLiteral("2"));
        QCOMPARE(rows.glow(0), 0);
        // The same once more is no news.
        rows.model.apply(updateOf(Source::Own, 1, {changed(10, "milk", 1, 2000)}));
        QCOMPARE(rows.recorder.take(), list({}));
    }

    void aFailedEditFallsAwayByItself()
    {
        Rows rows;
        rows.model.predict(intentOf(Intent::Kind::Remove, 20), 1);
        QCOMPARE(rows.recorder.take(), list({"remove 1"}));
        rows.model.predict(intentOf(Intent::Kind::Check, 10), 2);
        rows.recorder.take();
        rows.model.apply(updateOf(Source::Own, 1, {})); // nothing came of it
        QCOMPARE(rows.recorder.take(), list({"insert 1"}));
        QCOMPARE(rows.names(), list({"milk", "eggs", "tea"}));
        QVERIFY(rows.at(0, LineModel::CheckedRole).toBool());
        rows.model.apply(updateOf(Source::Own, 2, {}));
        QCOMPARE(rows.recorder.take(), list({"change 0"}));
        QVERIFY(!rows.at(0, LineModel::CheckedRole).toBool());
    }

    void anAddedLineStandsLastUntilTheEngineSpeaks()
    {
        Rows rows;
        LineView bread = lineOf(1, "bread");
        bread.orderKey.clear();
        rows.model.predictAdded(bread, 1);
        QCOMPARE(rows.recorder.take(), list({"insert 3"}));
        LineView told = lineOf(1, "bread");
        told.orderKey = Bytes(1, '\xff');
        rows.model.apply(updateOf(Source::Own, 1, {told}));
        QCOMPARE(rows.recorder.take(), list({"change 3"}));
        QCOMPARE(rows.model.rowOf(lineNumber(1)), 3);
    }

    void anAddedLineThatFailsOrGetsAnotherIdGoes()
    {
        Rows rows;
        rows.model.predictAdded(lineOf(40, "bread"), 1);
        rows.model.predictAdded(lineOf(50, "jam"), 2);
        QCOMPARE(rows.recorder.take(), list({"insert 3", "insert 4"}));
        rows.model.apply(updateOf(Source::Own, 1, {}));
        QCOMPARE(rows.recorder.take(), list({"remove 3"}));
        rows.model.apply(updateOf(Source::Own, 2, {lineOf(60, "jam")}));
        QCOMPARE(rows.recorder.take(), list({"remove 3", "insert 3"}));
        QCOMPARE(rows.names(), list({"milk", "eggs", "tea", "jam"}));
    }

    // A line that was added and changed before the engine said a word of it.
    void anAddedLineCanBeChangedAtOnce()
    {
        Rows rows;
        rows.model.predictAdded(lineOf(40, "bread"), 1);
        rows.model.predict(intentOf(Intent::Kind::Increase, 40, 1000), 2);
        QCOMPARE(rows.amount(3), QStringLiteral("2"));
        rows.model.apply(updateOf(Source::Own, 1, {lineOf(40, "bread")}));
        QCOMPARE(rows.amount(3), QStringLiteral("2"));
        rows.model.predict(intentOf(Intent::Kind::Remove, 40), 3);
        QCOMPARE(rows.model.rowOf(lineNumber(40)), -1);
        rows.model.apply(updateOf(Source::Own, 2, {changed(40, "bread", 1, 2000)}));
        QCOMPARE(rows.model.rowOf(lineNumber(40)), -1);
        rows.model.apply(updateOf(Source::Own, 3, {}, {lineNumber(40)}));
        QCOMPARE(rows.names(), list({"milk", "eggs", "tea"}));
    }

    // Typed while the cart was still being read.
    void anAddedLineOutlivesTheOpening()
    {
        People people;
        people.setSelf(memberNumber(1), QStringLiteral("Ann"));
        LineModel model(people);
        ModelRecorder recorder(model);
        model.predictAdded(lineOf(40, "bread"), 1);
        model.apply(updateOf(Source::Opened, 0, {lineOf(10, "milk")}));
        QCOMPARE(model.rowOf(lineNumber(40)), 1);
        model.apply(updateOf(Source::Own, 1, {}));
        QCOMPARE(model.rowOf(lineNumber(40)), -1);
    }

    void anothersChangeGlowsOnce()
    {
        Rows rows;
        rows.model.apply(updateOf(Source::Others, 0, {changed(20, "eggs", 2, 6000)}));
        QCOMPARE(rows.recorder.take(), list({"change 1"}));
        QCOMPARE(rows.glow(1), 1);
        rows.model.apply(updateOf(Source::Others, 0, {changed(20, "eggs", 2, 6000)}));
        QCOMPARE(rows.recorder.take(), list({}));
        rows.model.apply(updateOf(Source::State, 0, {changed(20, "eggs", 2, 6000)}, {}, LineState::Seen));
        QCOMPARE(rows.recorder.take(), list({"change 1"}));
        QCOMPARE(rows.glow(1), 1);
        // A new line of somebody else's is as much news, and so is the going of one: it goes.
        rows.model.apply(updateOf(Source::Others, 0, {changed(25, "jam", 2, 1000)}, {lineNumber(10)}));
        QCOMPARE(rows.names(), list({"eggs", "jam", "tea"}));
        QCOMPARE(rows.glow(1), 1);
        QCOMPARE(rows.recorder.take(), list({"insert 2", "remove 0"}));
    }

    void theOwnEchoDoesNotGlow()
    {
        Rows rows;
        rows.model.apply(updateOf(Source::Others, 0, {changed(20, "eggs", 1, 6000)})); // from my other machine
        rows.model.apply(updateOf(Source::Own, 0, {changed(10, "milk", 2, 6000)}));    // undone to what Ben wrote
        QCOMPARE(rows.glow(0), 0);
        QCOMPARE(rows.glow(1), 0);
    }

    void outstandingIntentsNeverFlicker()
    {
        Rows rows;
        QStringList seen;
        connect(&rows.model, &QAbstractItemModel::dataChanged, this, [&] {
            if (seen.isEmpty() || seen.last() != rows.amount(0))
                seen << rows.amount(0);
        });
        rows.model.predict(intentOf(Intent::Kind::Increase, 10, 1000), 1);
        rows.model.predict(intentOf(Intent::Kind::Increase, 10, 1000), 2);
        rows.model.apply(updateOf(Source::Own, 1, {changed(10, "milk", 1, 2000)}));
        rows.model.predict(intentOf(Intent::Kind::Increase, 10, 1000), 3);
        rows.model.apply(updateOf(Source::Own, 2, {changed(10, "milk", 1, 3000)}));
        rows.model.apply(updateOf(Source::Own, 3, {changed(10, "milk", 1, 4000)}));
        QCOMPARE(seen, list({"2", "3", "4"}));
    }

    // What arrives from others while an own edit is on its way stays under it.
    void anOwnEditStaysOnTopOfWhatArrives()
    {
        Rows rows;
        rows.model.predict(intentOf(Intent::Kind::Check, 10), 1);
        LineView noted = changed(10, "milk", 2, 1000);
        noted.note = "fresh";
        rows.model.apply(updateOf(Source::Others, 0, {noted}));
        QVERIFY(rows.at(0, LineModel::CheckedRole).toBool());
        QCOMPARE(rows.at(0, LineModel::NoteRole).toString(), QStringLiteral("fresh"));
        // One answer covers what it says it covers, and no more.
        rows.model.predict(intentOf(Intent::Kind::Like, 10), 2);
        noted.boughtBy = {{memberNumber(1), 1000}};
        noted.checked = true;
        rows.model.apply(updateOf(Source::Own, 1, {noted}));
        QVERIFY(rows.at(0, LineModel::LikedByMeRole).toBool());
    }

    void aHeldRowKeepsWhatItShowed()
    {
        Rows rows;
        rows.model.hold(idOf(10));
        rows.model.apply(updateOf(Source::Others, 0, {changed(10, "oat milk", 2, 5000), changed(20, "eggs", 2, 2000)}));
        QCOMPARE(rows.names().first(), QStringLiteral("milk"));
        QCOMPARE(rows.amount(0), QStringLiteral("1"));
        QCOMPARE(rows.amount(1), QStringLiteral("2"));
        QVERIFY(rows.at(0, LineModel::ChangedMeanwhileRole).toString().contains(QStringLiteral("Ben Bauer")));
        rows.recorder.take();
        rows.model.release();
        QCOMPARE(rows.recorder.take(), list({"change 0"}));
        QCOMPARE(rows.names().first(), QStringLiteral("oat milk"));
        QCOMPARE(rows.amount(0), QStringLiteral("5"));
        QVERIFY(rows.at(0, LineModel::ChangedMeanwhileRole).toString().isEmpty());
    }

    void aHeldRowThatOthersRemoveGoesAtRelease()
    {
        Rows rows;
        rows.model.hold(idOf(10));
        rows.model.apply(updateOf(Source::Others, 0, {}, {lineNumber(10)}));
        QCOMPARE(rows.names().first(), QStringLiteral("milk"));
        QVERIFY(!rows.at(0, LineModel::ChangedMeanwhileRole).toString().isEmpty());
        rows.recorder.take();
        rows.model.release();
        QCOMPARE(rows.recorder.take(), list({"remove 0"}));
        // Nothing is held any more.
        rows.model.release();
        QCOMPARE(rows.recorder.take(), list({}));
    }

    void holdingAnotherRowReleasesTheFirst()
    {
        Rows rows;
        rows.model.hold(idOf(10));
        rows.model.apply(updateOf(Source::Others, 0, {changed(10, "oat milk", 2, 1000)}));
        rows.model.hold(idOf(20));
        QCOMPARE(rows.names().first(), QStringLiteral("oat milk"));
        // What was written in its editor shows when it closes.
        Intent rename = intentOf(Intent::Kind::Rename, 20);
        rename.text = "brown eggs";
        rows.model.predict(rename, 1);
        rows.model.release();
        QCOMPARE(rows.names().at(1), QStringLiteral("brown eggs"));
    }

    void aTickedRowRestsAWhile()
    {
        Rows rows;
        rows.model.setRestMilliseconds(1);
        rows.model.predict(intentOf(Intent::Kind::Check, 10), 1);
        QVERIFY(rows.model.isResting(0));
        QVERIFY(rows.at(0, LineModel::RestingRole).toBool());
        QTRY_VERIFY(!rows.model.isResting(0));
        QVERIFY(rows.at(0, LineModel::CheckedRole).toBool());
        rows.model.setRestMilliseconds(0);
        rows.model.predict(intentOf(Intent::Kind::Check, 20), 2);
        QVERIFY(!rows.model.isResting(1));
        // Somebody else's tick does not rest.
        rows.model.setRestMilliseconds(1);
        LineView ticked = changed(30, "tea", 2, 1000);
        ticked.checked = true;
        rows.model.apply(updateOf(Source::Others, 0, {ticked}));
        QVERIFY(!rows.model.isResting(2));
    }

    // A row that was removed while it rested, and its cart closed.
    void whatRestedMayBeGone()
    {
        Rows rows;
        rows.model.setRestMilliseconds(1);
        rows.model.predict(intentOf(Intent::Kind::Check, 10), 1);
        rows.model.predict(intentOf(Intent::Kind::Check, 20), 2);
        rows.model.apply(updateOf(Source::Others, 2, {}, {lineNumber(10)}));
        QTRY_VERIFY(!rows.model.isResting(0));
        rows.model.predict(intentOf(Intent::Kind::Check, 30), 3);
        rows.model.clear();
        QCOMPARE(rows.model.count(), 0);
    }

    void aMoveIsAMove()
    {
        Rows rows;
        LineView milk = lineOf(10, "milk");
        milk.orderKey = Bytes(lineOf(35, "").orderKey);
        rows.model.apply(updateOf(Source::Own, 1, {milk}));
        QCOMPARE(rows.recorder.take(), list({"move 0 to 2", "change 2"}));
        QCOMPARE(rows.names(), list({"eggs", "tea", "milk"}));
        milk.orderKey = Bytes(lineOf(5, "").orderKey);
        rows.model.apply(updateOf(Source::Others, 1, {milk}));
        QCOMPARE(rows.recorder.take(), list({"move 2 to 0", "change 0"}));
        milk.orderKey = Bytes(lineOf(15, "").orderKey); // another key, the same place
        rows.model.apply(updateOf(Source::Own, 1, {milk}));
        QCOMPARE(rows.recorder.take(), list({"change 0"}));
        for (std::uint32_t n : {10u, 20u, 30u})
            QVERIFY(rows.model.rowOf(lineNumber(n)) >= 0);
    }

    void aNameThatIsLearntShows()
    {
        Rows rows;
        LineView eggs = changed(20, "eggs", 3, 1000);
        eggs.boughtBy = {{memberNumber(3), 1000}};
        rows.model.apply(updateOf(Source::Others, 0, {eggs}));
        rows.recorder.take();
        const auto buyer = [&] {
            return rows.at(1, LineModel::BoughtByRole).toList().first().toMap()[QStringLiteral("name")].toString();
        };
        QCOMPARE(buyer(), QStringLiteral("Somebody"));
        rows.people.learn(memberNumber(3), QStringLiteral("Cem"));
        QCOMPARE(buyer(), QStringLiteral("Cem"));
        QCOMPARE(rows.recorder.take(), list({"change 0-2"}));
    }

    void whatStandsInARow()
    {
        Rows rows;
        LineView cream = lineOf(10, "cream");
        cream.unit = "l";
        cream.quantity = cream.rawQuantity = 2500;
        cream.boughtBy = {{memberNumber(2), 1000}};
        cream.price = Money{"EUR", 380};
        cream.assignee = memberNumber(2);
        cream.likes = {memberNumber(1), memberNumber(2)};
        cream.claimedBy = {memberNumber(1), memberNumber(2)};
        cream.conflicts = {{Field::Note, {"sour"}}, {Field::Assignee, {memberNumber(1).toString()}}};
        cream.oldNameAdds = {{"creme", 1000, {}}};
        rows.model.apply(updateOf(Source::Own, 1, {cream}));
        QCOMPARE(rows.at(0, LineModel::AmountRole).toString(), QStringLiteral("2.5\u00a0l"));
        QCOMPARE(rows.at(0, LineModel::BoughtAmountRole).toString(), QStringLiteral("1 of 2.5\u00a0l"));
        QCOMPARE(rows.at(0, LineModel::LineTotalRole).toString(), QStringLiteral("9.50\u00a0€"));
        QCOMPARE(rows.at(0, LineModel::LikesRole).toInt(), 2);
        QCOMPARE(rows.at(0, LineModel::LikedByRole).toString(), QStringLiteral("You, Ben Bauer"));
        const QVariantMap assignee = rows.at(0, LineModel::AssigneeRole).toMap();
        QCOMPARE(assignee[QStringLiteral("initials")].toString(), QStringLiteral("BB"));
        const QVariantList takers = rows.at(0, LineModel::ClaimedByRole).toList();
        QCOMPARE(takers.size(), 2);
        QCOMPARE(takers[1].toMap()[QStringLiteral("name")].toString(), QStringLiteral("Ben Bauer"));
        QVERIFY(rows.at(0, LineModel::ClaimedByMeRole).toBool());
        const QVariantList conflicts = rows.at(0, LineModel::ConflictsRole).toList();
        QCOMPARE(conflicts[0].toMap()[QStringLiteral("values")].toStringList(), list({"sour"}));
        QCOMPARE(conflicts[1].toMap()[QStringLiteral("values")].toStringList(), list({"You"}));
        QVERIFY(rows.at(0, LineModel::AttentionRole).toBool());
        QCOMPARE(rows.at(0, LineModel::OldNamesRole).toList().size(), 1);
        const QString spoken = rows.at(0, LineModel::AccessibleTextRole).toString();
        QVERIFY2(spoken.startsWith(QStringLiteral("cream, 2.5")), qPrintable(spoken));
        QVERIFY2(spoken.contains(QStringLiteral("you take it, Ben Bauer takes it")), qPrintable(spoken));
        // Every role has a name for QML, and none is forgotten in data().
        const auto roles = rows.model.roleNames();
        for (auto role = roles.begin(); role != roles.end(); ++role)
            QVERIFY2(rows.at(0, role.key()).isValid(), role.value().constData());
    }

    void tenThousandLines()
    {
        constexpr std::uint32_t lines = 10'000;
        const auto number = [](std::uint32_t n) { return n * 7919 % (lines * 16); };
        People people;
        LineModel model(people);
        std::vector<LineView> many;
        for (std::uint32_t n = 1; n <= lines; ++n)
            many.push_back(lineOf(number(n), "item"));
        model.apply(updateOf(Source::Opened, 0, many));
        QCOMPARE(model.count(), int(lines));
        for (int row = 1; row < model.count(); ++row)
            QVERIFY(model.line(row - 1).orderKey < model.line(row).orderKey);
        Ticket ticket = 0;
        for (std::uint32_t n = 1; n <= lines; n += 10)
            model.predict(intentOf(Intent::Kind::Remove, number(n)), ++ticket);
        QCOMPARE(model.count(), int(lines) - 1000);
        model.apply(updateOf(Source::Own, ticket, {})); // all of them failed
        QCOMPARE(model.count(), int(lines));
        for (std::uint32_t n = 1; n <= lines; ++n)
            QVERIFY(model.rowOf(lineNumber(number(n))) >= 0);
    }
};

QTEST_GUILESS_MAIN(TestLineModel)
#include "tst_linemodel.moc"
