#include "windowtest.h"

#include <QDragEnterEvent>
#include <QMimeData>

using namespace evencart;
using namespace evencart::test;

// One person at the window: what is typed, ticked and changed, and the way back.
class TestUiEditing : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void typingAndEnterAddsARow()
    {
        QVERIFY(openWith({}));
        QVERIFY(m_window->waitUntilSaid("Nothing in this cart yet"));
        QVERIFY(m_window->press(Part::EditableText, "Add an item"));
        m_window->type("milk");
        m_window->key(Qt::Key_Return);
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, not bought"));
        QVERIFY(!m_window->says("Nothing in this cart yet"));
        QCOMPARE(m_window->value(Part::EditableText, "Add an item"), QString()); // ready for the next one
        m_window->type("bread");
        m_window->key(Qt::Key_Return);
        QVERIFY(m_window->waitFor(Part::ListItem, "bread, 1, not bought"));
        QVERIFY(m_window->says("2 to buy") || m_window->waitUntilSaid("2 to buy"));
    }

    void quickAddShowsHowItUnderstands()
    {
        QVERIFY(openWith({}));
        QVERIFY(m_window->press(Part::EditableText, "Add an item"));
        m_window->type("2x milk #dairy");
        QVERIFY(m_window->waitFor(Part::Button, "Quantity: 2x"));
        QVERIFY(m_window->waitFor(Part::Button, "Category: dairy"));
        QVERIFY(m_window->says("milk"));
        m_window->key(Qt::Key_Return);
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 2, not bought"));
        QVERIFY(m_window->waitFor(Part::Heading, "Dairy, 1 line"));
        // A second time it says what it would do to the line that is there.
        m_window->type("milk");
        QVERIFY(m_window->waitUntilSaid("milk is here already: 2 → 3."));
        m_window->key(Qt::Key_Return);
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 3, not bought"));
    }

    void nonsenseIsNotAddedAndSaidWhy()
    {
        QVERIFY(openWith({}));
        QVERIFY(m_window->press(Part::EditableText, "Add an item"));
        m_window->type("0x milk");
        m_window->key(Qt::Key_Return);
        QVERIFY(m_window->waitFor(Part::EditableText, "Add an item"));
        const auto problem = [&] {
            return m_window->find(Part::EditableText, "Add an item")->text(QAccessible::Description);
        };
        QTRY_VERIFY(!problem().isEmpty());
        QCOMPARE(m_window->value(Part::EditableText, "Add an item"), QStringLiteral("0x milk"));
        QVERIFY(!m_window->has(Part::ListItem, "milk*"));
    }

    void nameAndNoteAreEdited()
    {
        QVERIFY(openWith({QStringLiteral("milk"), QStringLiteral("bread")}));
        QVERIFY(m_window->doublePress(Part::StaticText, "milk"));
        QVERIFY(m_window->waitFor(Part::Dialog, "Edit milk"));
        QVERIFY(m_window->fill("Name", "oat milk"));
        QVERIFY(m_window->fill("Note", "the blue one"));
        QVERIFY(m_window->fill("Category", "dairy"));
        QVERIFY(m_window->press(Part::Button, "Save"));
        QVERIFY(m_window->waitFor(Part::ListItem, "oat milk, 1, not bought, the blue one"));
        QVERIFY(m_window->waitFor(Part::Heading, "Dairy, 1 line"));
        QVERIFY(m_window->waitUntilGone(Part::Dialog, "Edit*"));
        QVERIFY(!m_window->has(Part::ListItem, "milk*"));
    }

    void thePriceSaysWhatItIsFor()
    {
        QVERIFY(openWith({QStringLiteral("500 g flour @1.29EUR"), QStringLiteral("milk")}));
        QVERIFY(m_window->doublePress(Part::StaticText, "flour"));
        QVERIFY(m_window->waitFor(Part::Dialog, "Edit flour"));
        QVERIFY(m_window->has(Part::EditableText, "Price of a kilogram"));
        m_window->key(Qt::Key_Escape);
        QVERIFY(m_window->waitUntilGone(Part::Dialog, "Edit flour"));
        QVERIFY(m_window->doublePress(Part::StaticText, "milk"));
        QVERIFY(m_window->waitFor(Part::EditableText, "Price of one"));
    }

    void aPriceThatIsNoneIsSaid()
    {
        QVERIFY(openWith({QStringLiteral("milk")}));
        QVERIFY(m_window->press(Part::StaticText, "milk"));
        m_window->key(Qt::Key_F2);
        QVERIFY(m_window->waitFor(Part::Dialog, "Edit milk"));
        QVERIFY(m_window->fill("Price of one", "cheap"));
        m_window->key(Qt::Key_Return);
        const auto problem = [&] {
            return m_window->find(Part::EditableText, "Price of one")->text(QAccessible::Description);
        };
        QTRY_VERIFY(!problem().isEmpty());
        QVERIFY(m_window->has(Part::Dialog, "Edit milk"));
        m_window->key(Qt::Key_Escape);
        QVERIFY(m_window->waitUntilGone(Part::Dialog, "Edit milk"));
    }

    void theAmountIsAField()
    {
        QVERIFY(openWith({QStringLiteral("bread")}));
        QVERIFY(m_window->press(Part::Button, "1 of bread, change"));
        QVERIFY(m_window->waitFor(Part::EditableText, "Quantity of bread"));
        m_window->type("4");
        m_window->key(Qt::Key_Return);
        QVERIFY(m_window->waitFor(Part::Button, "4 of bread, change"));
        QVERIFY(m_window->press(Part::Button, "More bread"));
        QVERIFY(m_window->waitFor(Part::ListItem, "bread, 5, not bought"));
        QVERIFY(m_window->press(Part::Button, "Less bread"));
        QVERIFY(m_window->waitFor(Part::ListItem, "bread, 4, not bought"));
    }

    void theAmountByKeys()
    {
        QVERIFY(openWith({QStringLiteral("bread")}));
        QVERIFY(m_window->press(Part::StaticText, "bread"));
        m_window->key(Qt::Key_Plus);
        QVERIFY(m_window->waitFor(Part::ListItem, "bread, 2, not bought"));
        m_window->type("12"); // the first digit opens the field
        m_window->key(Qt::Key_Return);
        QVERIFY(m_window->waitFor(Part::ListItem, "bread, 12, not bought"));
        m_window->key(Qt::Key_Minus); // and the list has the keys again
        QVERIFY(m_window->waitFor(Part::ListItem, "bread, 11, not bought"));
        m_window->type("7");
        m_window->key(Qt::Key_Escape);
        QVERIFY(m_window->waitUntilGone(Part::EditableText, "Quantity of bread"));
        QVERIFY(m_window->has(Part::ListItem, "bread, 11, not bought"));
    }

    void theBoxTicksAndUnticks()
    {
        QVERIFY(openWith({QStringLiteral("milk"), QStringLiteral("bread")}));
        QVERIFY(m_window->press(Part::CheckBox, "Tick milk"));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, bought"));
        QVERIFY(m_window->isChecked(Part::CheckBox, "Untick milk"));
        QVERIFY(m_window->has(Part::ListItem, "bread, 1, not bought"));
        QVERIFY(m_window->press(Part::CheckBox, "Untick milk"));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, not bought"));
        QVERIFY(!m_window->isChecked(Part::CheckBox, "Tick milk"));
    }

    void aToastTakesBack()
    {
        QVERIFY(openWith({QStringLiteral("milk"), QStringLiteral("bread")}));
        QVERIFY(m_window->press(Part::StaticText, "milk"));
        m_window->key(Qt::Key_Delete);
        QVERIFY(m_window->waitUntilGone(Part::ListItem, "milk*"));
        QVERIFY(m_window->waitFor(Part::AlertMessage, "*milk*"));
        QVERIFY(m_window->press(Part::Button, "Undo"));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, not bought"));
        QVERIFY(m_window->waitFor(Part::AlertMessage, "Undone: Remove milk"));
        QVERIFY(!m_window->has(Part::Button, "Undo"));
    }

    // It took back what was done after it.
    void aToastTakesBackNothingElse()
    {
        QVERIFY(openWith({QStringLiteral("milk"), QStringLiteral("bread")}));
        QVERIFY(m_window->press(Part::StaticText, "milk"));
        m_window->key(Qt::Key_Delete);
        QVERIFY(m_window->waitFor(Part::Button, "Undo"));
        QVERIFY(m_window->press(Part::CheckBox, "Tick bread"));
        QVERIFY(m_window->waitFor(Part::ListItem, "bread, 1, bought"));
        QVERIFY(m_window->waitUntilGone(Part::Button, "Undo"));
    }

    void keysUndoAndRedo()
    {
        QVERIFY(openWith({QStringLiteral("milk")}));
        QVERIFY(m_window->press(Part::CheckBox, "Tick milk"));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, bought"));
        m_window->key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, not bought"));
        QVERIFY(m_window->waitFor(Part::AlertMessage, "Undone: Tick milk"));
        m_window->key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, bought"));
        QVERIFY(m_window->waitFor(Part::AlertMessage, "Done again: Tick milk"));
        // In a field with nothing to take back it is the cart's undo, too.
        QVERIFY(m_window->press(Part::EditableText, "Add an item"));
        m_window->key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, not bought"));
    }

    void severalAtOnceAreOneStep()
    {
        QVERIFY(openWith({QStringLiteral("milk"), QStringLiteral("bread"), QStringLiteral("eggs")}));
        QVERIFY(m_window->press(Part::StaticText, "milk"));
        QVERIFY(m_window->press(Part::StaticText, "milk", Qt::ControlModifier));
        QVERIFY(m_window->press(Part::StaticText, "eggs", Qt::ControlModifier));
        QVERIFY(m_window->waitFor(Part::ToolBar, "Selected lines"));
        QVERIFY(m_window->says("2 selected"));
        QVERIFY(m_window->press(Part::Button, "Tick"));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, bought"));
        QVERIFY(m_window->waitFor(Part::ListItem, "eggs, 1, bought"));
        QVERIFY(m_window->has(Part::ListItem, "bread, 1, not bought"));
        m_window->key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, not bought"));
        QVERIFY(m_window->waitFor(Part::ListItem, "eggs, 1, not bought"));
        QVERIFY(m_window->press(Part::Button, "Select nothing"));
        QVERIFY(m_window->waitUntilGone(Part::ToolBar, "Selected lines"));
    }

    // What does not show until one points at the row took the tap of whoever cannot point.
    void whatDoesNotShowIsNotTapped()
    {
        QVERIFY(openWith({QStringLiteral("milk"), QStringLiteral("bread")}));
        QVERIFY(m_window->pointAt(Part::StaticText, "milk"));
        QVERIFY(m_window->waitFor(Part::Button, "Like"));
        const QPoint heart = m_window->placeOf(Part::Button, "Like");
        QVERIFY(m_window->pointAt(Part::EditableText, "Add an item"));
        QVERIFY(m_window->waitUntilGone(Part::Button, "Like"));

        m_window->tap(heart); // picks the row: now it shows
        QVERIFY(m_window->waitFor(Part::Button, "Less milk"));
        QVERIFY(m_window->has(Part::Button, "Like"));
        QVERIFY(m_window->settle());
        QVERIFY(!m_window->has(Part::Dialog, "Edit milk")); // one tap is one tap
    }

    void theAmountHasThePlaceOfWhatDoesNotShow()
    {
        QVERIFY(openWith({QStringLiteral("bread")}));
        QVERIFY(m_window->pointAt(Part::StaticText, "bread"));
        QVERIFY(m_window->waitFor(Part::Button, "More bread"));
        const QPoint plus = m_window->placeOf(Part::Button, "More bread");
        QVERIFY(m_window->pointAt(Part::EditableText, "Add an item"));
        QVERIFY(m_window->waitUntilGone(Part::Button, "More bread"));
        m_window->tap(plus);
        QVERIFY(m_window->waitFor(Part::EditableText, "Quantity of bread"));
        QVERIFY(m_window->has(Part::ListItem, "bread, 1, not bought"));
    }

    void tapsOnTwoRowsAreNoDoubleTap()
    {
        QVERIFY(openWith({QStringLiteral("milk"), QStringLiteral("bread")}));
        QVERIFY(m_window->waitFor(Part::StaticText, "milk"));
        m_window->tap(m_window->placeOf(Part::StaticText, "milk"));
        QVERIFY(m_window->waitFor(Part::Button, "Less milk"));
        m_window->tap(m_window->placeOf(Part::StaticText, "bread"));
        QVERIFY(m_window->waitFor(Part::Button, "Less bread"));
        QVERIFY(m_window->settle());
        QVERIFY(!m_window->has(Part::Dialog, "Edit*"));
    }

    // A list that is dropped is looked at before it is added.
    void textIsDroppedOnTheWindow()
    {
        QVERIFY(openWith({QStringLiteral("milk")}));
        QMimeData list;
        list.setText(QStringLiteral("2x bread\n- eggs"));
        const QPoint place(m_window->window().width() / 2, m_window->window().height() / 2);
        QDragEnterEvent enter(place, Qt::CopyAction, &list, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_window->window(), &enter);
        QVERIFY(enter.isAccepted());
        QVERIFY(m_window->waitUntilSaid("Drop to look at the list first"));
        QDropEvent drop(place, Qt::CopyAction, &list, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_window->window(), &drop);
        QVERIFY(m_window->waitFor(Part::Button, "Add 2 items"));
        QVERIFY(!m_window->has(Part::ListItem, "bread, 2, not bought"));
        QVERIFY(m_window->press(Part::Button, "Add 2 items"));
        QVERIFY(m_window->waitFor(Part::ListItem, "bread, 2, not bought"));
        QVERIFY(m_window->waitFor(Part::ListItem, "eggs, 1, not bought"));
    }

    // Tab into the list, arrows and Shift, Space: no mouse at all.
    void theListByKeys()
    {
        QVERIFY(openWith({QStringLiteral("milk"), QStringLiteral("bread"), QStringLiteral("eggs")}));
        m_window->key(Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(m_window->focused());
        for (int tabs = 0; tabs < 12 && m_window->focused()->role() != Part::List; ++tabs)
            m_window->key(Qt::Key_Tab);
        QCOMPARE(m_window->focused()->role(), Part::List);
        m_window->key(Qt::Key_Home);
        m_window->key(Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(m_window->waitUntilSaid("2 selected"));
        m_window->key(Qt::Key_Space);
        QTRY_COMPARE(m_window->names(Part::ListItem).filter(QStringLiteral(", bought")).size(), 2);
        m_window->key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(m_window->names(Part::ListItem).filter(QStringLiteral(", bought")).size(), 0);
    }
};

QTEST_MAIN(TestUiEditing)
#include "tst_uiediting.moc"
