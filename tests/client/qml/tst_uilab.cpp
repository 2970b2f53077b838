#include "windowtest.h"

#include "laboratory/laboratory.h"

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
    }
};

QTEST_MAIN(TestUiLab)
#include "tst_uilab.moc"
