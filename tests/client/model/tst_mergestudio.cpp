#include "model/mergestudio.h"

#include "desktest.h"
#include "modelrecorder.h"

using namespace evencart;
using namespace evencart::test;

// Two carts side by side: what is shown before merging is what merging then leads to, for every rule and row by row.
class TestMergeStudio : public DeskTest
{
    Q_OBJECT

    QString m_week;
    QString m_party;
    std::unique_ptr<ModelRecorder> m_recorder;

    MergeStudio &studio() { return *m_desk->session().studio(); }
    QVariant at(const char *name, int role)
    {
        for (int row = 0; row < studio().count(); ++row) {
            if (studio().index(row).data(MergeStudio::NameRole).toString() == QString::fromUtf8(name))
                return studio().index(row).data(role);
        }
        return {};
    }
    int rowOf(const char *name)
    {
        for (int row = 0; row < studio().count(); ++row) {
            if (studio().index(row).data(MergeStudio::NameRole).toString() == QString::fromUtf8(name))
                return row;
        }
        return -1;
    }
    QStringList amounts(const char *name)
    {
        QStringList texts;
        for (const int role :
             {MergeStudio::FromRole, MergeStudio::IntoRole, MergeStudio::LastWriteRole, MergeStudio::UnionRole})
            texts << at(name, role).toString();
        return texts;
    }
    void compare()
    {
        studio().compare(m_party, m_week);
        QTRY_VERIFY(!studio().isBusy());
        QCOMPARE(studio().problem(), QString());
    }
    // Merges and goes to the target.
    void merge(bool adjusted)
    {
        QSignalSpy merged(&studio(), &MergeStudio::merged);
        studio().merge();
        QTRY_COMPARE(merged.size(), 1);
        QCOMPARE(merged[0], (QVariantList{m_week, adjusted}));
        m_desk->session().openCart(m_week);
        QTRY_VERIFY(cart().cartId() == m_week && !cart().isLoading());
        QVERIFY(m_desk->settle());
    }

private Q_SLOTS:
    // The week was written first, the party later.
    void init()
    {
        DeskTest::init();
        m_week = cart().cartId();
        add({"2x milk", "eggs", "500 g flour"});
        QVERIFY(m_desk->openNewCart("party"));
        m_party = cart().cartId();
        add({"3x milk", "crisps", "200 g flour"});
        m_recorder = std::make_unique<ModelRecorder>(studio());
    }
    void cleanup()
    {
        m_recorder.reset();
        DeskTest::cleanup();
    }

    void showsWhatEachRuleComesTo()
    {
        compare();
        QCOMPARE(amounts("milk"), list({"3", "2", "3", "5"}));
        QCOMPARE(amounts("eggs"), list({"", "1", "1", "1"}));
        QCOMPARE(amounts("crisps"), list({"1", "", "1", "1"}));
        QCOMPARE(amounts("flour"), list({"200\u00a0g", "500\u00a0g", "200\u00a0g", "700\u00a0g"}));
        QCOMPARE(studio().count(), 4);
        QCOMPARE(studio().losses(), 2);
        QVERIFY(at("milk", MergeStudio::LosesRole).toBool());
        QVERIFY(!at("eggs", MergeStudio::LosesRole).toBool());
        QVERIFY(!studio().nothingNew());
        QCOMPARE(m_recorder->take(), list({"reset"}));
    }

    void theUnionIsWhatWasShownAndOneStep()
    {
        compare();
        merge(false);
        QCOMPARE(m_desk->names(), list({"milk", "eggs", "flour", "crisps"}));
        QCOMPARE(m_desk->amount("milk"), QStringLiteral("5"));
        QCOMPARE(m_desk->amount("flour"), QStringLiteral("700\u00a0g"));
        compare();
        QVERIFY(studio().nothingNew()); // twice merged is merged once
        cart().undo();
        QTRY_COMPARE(m_desk->names(), list({"milk", "eggs", "flour"}));
        QCOMPARE(m_desk->amount("milk"), QStringLiteral("2"));
    }

    void eachRowHasAChoiceOfItsOwn()
    {
        compare();
        m_recorder->take();
        studio().choose(rowOf("milk"), MergeStudio::KeepInto);
        QCOMPARE(m_recorder->take(), QStringList(QStringLiteral("change %1").arg(rowOf("milk"))));
        QCOMPARE(at("milk", MergeStudio::ResultRole).toString(), QStringLiteral("2"));
        studio().choose(rowOf("flour"), MergeStudio::TakeFrom);
        studio().choose(rowOf("eggs"), MergeStudio::TakeFrom);
        QCOMPARE(at("eggs", MergeStudio::ResultRole).toString(), QStringLiteral("not there"));
        merge(true);
        QCOMPARE(m_desk->names(), list({"milk", "flour", "crisps"}));
        QCOMPARE(m_desk->amount("milk"), QStringLiteral("2"));
        QCOMPARE(m_desk->amount("flour"), QStringLiteral("200\u00a0g"));
        compare();
        QVERIFY(studio().nothingNew()); // the numbers that were typed do not make it forget what was merged
    }

    void theRulesAtTheTopSetAllRows()
    {
        compare();
        studio().chooseAll(MergeStudio::LastWrite);
        QCOMPARE(at("milk", MergeStudio::ResultRole).toString(), QStringLiteral("3"));
        merge(true);
        QCOMPARE(m_desk->amount("milk"), QStringLiteral("3")); // the week's two are gone: what last write wins means
        QCOMPARE(m_desk->amount("flour"), QStringLiteral("200\u00a0g"));
        QCOMPARE(m_desk->amount("eggs"), QStringLiteral("1"));
    }

    void nothingThatIsNoChoiceIsTaken()
    {
        compare();
        m_recorder->take();
        studio().choose(-1, MergeStudio::Union);
        studio().choose(4, MergeStudio::Union);
        studio().choose(0, 7);
        studio().chooseAll(-1);
        QCOMPARE(m_recorder->take(), QStringList());
        studio().compare(m_week, m_week); // with itself
        QCOMPARE(studio().count(), 0);
        studio().compare(m_week, QStringLiteral("nonsense"));
        QCOMPARE(studio().count(), 0);
        studio().merge();
        QVERIFY(!studio().isBusy());
    }
};

QTEST_GUILESS_MAIN(TestMergeStudio)
#include "tst_mergestudio.moc"
