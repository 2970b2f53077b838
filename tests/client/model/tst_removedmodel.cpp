#include "model/removedmodel.h"

#include "desktest.h"
#include "modelrecorder.h"

using namespace evencart;
using namespace evencart::test;

// What went away can be seen and brought back.
class TestRemovedModel : public DeskTest
{
    Q_OBJECT

    RemovedModel &removed() { return *m_desk->session().removed(); }
    QStringList shown()
    {
        QStringList names;
        for (int row = 0; row < removed().count(); ++row)
            names << removed().index(row).data(RemovedModel::NameRole).toString();
        return names;
    }
    void remove(const char *name)
    {
        cart().remove({m_desk->idOf(name)});
        QVERIFY(m_desk->settle());
    }

private Q_SLOTS:
    void init()
    {
        DeskTest::init();
        add({"3x milk", "eggs", "tea, green"});
    }

    void followsWhileItIsLookedAt()
    {
        const ModelRecorder recorder(removed());
        remove("milk");
        QCOMPARE(removed().count(), 0); // nobody looks
        removed().setActive(true);
        QTRY_COMPARE(shown(), list({"milk"}));
        QCOMPARE(removed().index(0).data(RemovedModel::AmountRole).toString(), QStringLiteral("3"));
        remove("tea");
        QTRY_COMPARE(shown(), list({"tea", "milk"})); // the latest first
        QCOMPARE(removed().index(0).data(RemovedModel::NoteRole).toString(), QStringLiteral("green"));
    }

    void oneComesBackWithWhatItHad()
    {
        remove("milk");
        remove("eggs");
        removed().setActive(true);
        QTRY_COMPARE(removed().count(), 2);
        removed().restore(removed().index(1).data(RemovedModel::IdRole).toString());
        QTRY_COMPARE(m_desk->amount("milk"), QStringLiteral("3"));
        QTRY_COMPARE(shown(), list({"eggs"}));
        cart().undo();
        QTRY_COMPARE(m_desk->names(), list({"tea"}));
    }

    void allComeBackInOneStep()
    {
        remove("milk");
        remove("eggs");
        removed().setActive(true);
        QTRY_COMPARE(removed().count(), 2);
        removed().restoreAll();
        QTRY_COMPARE(m_desk->names().size(), 3);
        QTRY_COMPARE(removed().count(), 0);
        cart().undo();
        QTRY_COMPARE(m_desk->names(), list({"tea"}));
    }

    // The list of the cart before stayed in sight until the new one's came: "Bring back" put it into the wrong cart.
    void anotherCartHasAListOfItsOwn()
    {
        remove("milk");
        removed().setActive(true);
        QTRY_COMPARE(removed().count(), 1);
        removed().setActive(false);
        QVERIFY(m_desk->openNewCart("party"));
        QCOMPARE(removed().count(), 0);
        removed().restoreAll();
        QVERIFY(m_desk->settle());
        QCOMPARE(m_desk->names(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestRemovedModel)
#include "tst_removedmodel.moc"
