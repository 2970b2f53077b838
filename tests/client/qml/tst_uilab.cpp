#include "windowtest.h"

#include "laboratory/laboratory.h"

#include <QQuickItem>
#include <QTemporaryDir>

using namespace evencart;
using namespace evencart::test;

// The laboratory in the window, by what a screen reader finds there.
class TestUiLab : public WindowTest
{
    Q_OBJECT

    [[nodiscard]] bool openLaboratory()
    {
        if (!openWith({QStringLiteral("2x milk")}))
            return false;
        m_window->key(Qt::Key_K, Qt::ControlModifier);
        if (!m_window->waitFor(Part::EditableText, "What would you like to do?"))
            return false;
        m_window->type("laborat");
        m_window->key(Qt::Key_Return);
        return m_window->waitFor(Part::Pane, "Laboratory");
    }

private Q_SLOTS:
    void twoPeopleAtATable()
    {
        QVERIFY(openLaboratory());
        QVERIFY(m_window->waitFor(Part::Grouping, "What Ann sees"));
        QVERIFY(m_window->press(Part::EditableText, "Add an item for Ann"));
        m_window->type("2x oat milk");
        m_window->key(Qt::Key_Return);
        QVERIFY(m_window->waitFor(Part::Button, "Remove oat milk"));
        QVERIFY(m_window->waitUntilSaid("*everybody has the same")); // time passes by itself
        QVERIFY(m_window->press(Part::CheckBox, "Ben is connected"));
        QVERIFY(m_window->press(Part::EditableText, "Add an item for Ben"));
        m_window->type("eggs");
        m_window->key(Qt::Key_Return);
        QVERIFY(m_window->waitFor(Part::StaticText, "1 change waiting*"));
        QVERIFY(m_window->press(Part::CheckBox, "Ben is connected"));
        QVERIFY(m_window->waitUntilGone(Part::StaticText, "1 change waiting*"));
        m_window->key(Qt::Key_Escape);
        QVERIFY(m_window->waitUntilGone(Part::Pane, "Laboratory"));
        QVERIFY(m_window->has(Part::ListItem, "milk, 2, not bought")); // my own cart, as it was
        QVERIFY(!m_window->has(Part::ListItem, "oat milk*"));
    }
    void aDemonstrationIsReadToTheEnd()
    {
        QVERIFY(openLaboratory());
        auto *table = m_window->window().findChild<Laboratory *>();
        QVERIFY(table);
        table->openDemo(QStringLiteral("likes"));
        QVERIFY(m_window->waitFor(Part::Heading, "Counting likes without losing one"));
        while (!table->isOver())
            QVERIFY(m_window->press(Part::Button, "Next"));
        QVERIFY(m_window->waitFor(Part::Button, "The end"));
        QVERIFY(m_window->has(Part::Grouping, "What Dea sees"));
        // What was told is longer than the page, and was out of reach for the keyboard.
        QQuickItem *told = nullptr;
        for (QQuickItem *item : m_window->window().findChildren<QQuickItem *>()) {
            if (item->inherits("QQuickListView") && item->property("count").toInt() == table->told().size())
                told = item;
        }
        QVERIFY(told);
        QVERIFY(told->property("activeFocusOnTab").toBool());
        told->forceActiveFocus();
        const auto at = [told] { return told->property("contentY").toDouble() - told->property("originY").toDouble(); };
        const double end = at();
        QVERIFY(end > 0);
        m_window->key(Qt::Key_Up);
        QVERIFY(at() < end);
        m_window->key(Qt::Key_Home);
        QCOMPARE(at(), 0.0);
        m_window->key(Qt::Key_PageDown);
        QVERIFY(at() > 0);
    }
    // A trace stood there as "A free table", and beginning again forgot it.
    void aTraceStaysChosen()
    {
        QVERIFY(openLaboratory());
        auto *table = m_window->window().findChild<Laboratory *>();
        QVERIFY(table);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("untrue.demo")));
        const QByteArray text =
            "title A trace of mine\npeople Ann Ben\ncart Week: Ann Ben\nAnn: add Week flour \"500 g flour\"\n"
            "Ben sees \"flour [g]\": quantity 7\n";
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        QVERIFY(table->openTrace(QUrl::fromLocalFile(file.fileName())));
        table->playToTheEnd();
        const auto shown = [&] {
            for (const QQuickItem *item : m_window->window().findChildren<QQuickItem *>()) {
                if (item->property("label").toString() == QStringLiteral("What to look at"))
                    return item->property("displayText").toString();
            }
            return QString();
        };
        QCOMPARE(shown(), QStringLiteral("A trace of mine"));
        QVERIFY(m_window->waitFor(Part::Button, "It ended here"));
        QVERIFY(m_window->press(Part::Button, "Begin again"));
        QCOMPARE(shown(), QStringLiteral("A trace of mine"));
        QVERIFY(table->isTrace() && table->isBroken());
        table->openDemo(QStringLiteral("likes"));
        QCOMPARE(shown(), QStringLiteral("Counting likes without losing one"));
        table->openTable();
        QCOMPARE(shown(), QStringLiteral("A free table"));
    }
};

QTEST_MAIN(TestUiLab)
#include "tst_uilab.moc"
