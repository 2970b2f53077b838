#include "windowtest.h"

using namespace evencart;
using namespace evencart::test;

// Carts as a whole at the window: made, renamed, put away; what is shown of one, and going shopping with it.
class TestUiCarts : public WindowTest
{
    Q_OBJECT

    [[nodiscard]] bool menuOf(const char *entry)
    {
        return m_window->press(Part::ListItem, entry, Qt::NoModifier, Qt::RightButton);
    }

private Q_SLOTS:
    void theFirstOwnCart()
    {
        m_window = std::make_unique<AppWindow>(profile());
        QVERIFY(m_window->open());
        QVERIFY(m_window->waitFor(Part::ListItem, "Try me, *"));
        m_window->key(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(m_window->waitFor(Part::Dialog, "New cart"));
        m_window->type("Party");
        m_window->key(Qt::Key_Return);
        QVERIFY(m_window->waitFor(Part::ListItem, "Party, 0 to buy"));
        QVERIFY(m_window->waitFor(Part::EditableText, "Add an item"));
        QTRY_COMPARE(m_window->value(Part::EditableText, "Name of the cart"), QStringLiteral("Party"));
    }

    void anotherOneAndBack()
    {
        QVERIFY(openWith({QStringLiteral("milk")}));
        QVERIFY(m_window->press(Part::Button, "New cart"));
        QVERIFY(m_window->waitFor(Part::Dialog, "New cart"));
        QVERIFY(m_window->fill("Name, like \"Groceries\"", "Hardware"));
        QVERIFY(m_window->press(Part::Button, "Create"));
        QVERIFY(m_window->waitFor(Part::List, "Hardware"));
        QVERIFY(m_window->waitUntilSaid("Nothing in this cart yet"));
        QVERIFY(m_window->press(Part::ListItem, "Groceries, 1 to buy"));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, not bought"));
        m_window->key(Qt::Key_PageDown, Qt::ControlModifier);
        QVERIFY(m_window->waitFor(Part::List, "Hardware"));
    }

    void renamedInTheHeading()
    {
        QVERIFY(openWith({QStringLiteral("milk")}));
        QVERIFY(m_window->fill("Name of the cart", "Weekend"));
        m_window->key(Qt::Key_Return);
        QVERIFY(m_window->waitFor(Part::ListItem, "Weekend, 1 to buy"));
        QVERIFY(m_window->waitFor(Part::List, "Weekend"));
    }

    void renamedByItsMenu()
    {
        QVERIFY(openWith({QStringLiteral("milk")}));
        QVERIFY(menuOf("Groceries, 1 to buy"));
        QVERIFY(m_window->press(Part::MenuItem, "Rename…"));
        QVERIFY(m_window->waitFor(Part::Dialog, "Rename the cart"));
        QVERIFY(m_window->fill("Name", "Weekend"));
        QVERIFY(m_window->press(Part::Button, "Rename"));
        QVERIFY(m_window->waitFor(Part::ListItem, "Weekend, 1 to buy"));
        QCOMPARE(m_window->value(Part::EditableText, "Name of the cart"), QStringLiteral("Weekend"));
    }

    void archivedAndBroughtBack()
    {
        QVERIFY(openWith({QStringLiteral("milk")}));
        QVERIFY(menuOf("Groceries, 1 to buy"));
        QVERIFY(m_window->press(Part::MenuItem, "Archive"));
        QVERIFY(m_window->waitUntilGone(Part::ListItem, "Groceries*"));
        QVERIFY(m_window->press(Part::Button, "Show archived carts"));
        QVERIFY(m_window->waitFor(Part::ListItem, "Groceries, 1 to buy, archived"));
        QVERIFY(menuOf("Groceries, 1 to buy, archived"));
        QVERIFY(m_window->press(Part::MenuItem, "Bring back from the archive"));
        QVERIFY(m_window->waitFor(Part::ListItem, "Groceries, 1 to buy"));
        QVERIFY(m_window->press(Part::EditableText, "Add an item"));
        m_window->type("bread");
        m_window->key(Qt::Key_Return);
        QVERIFY(m_window->waitFor(Part::ListItem, "bread, 1, not bought"));
    }

    void findingAndFiltering()
    {
        QVERIFY(openWith({QStringLiteral("milk"), QStringLiteral("butter milk"), QStringLiteral("bread")}));
        m_window->key(Qt::Key_F, Qt::ControlModifier);
        m_window->type("milk");
        QVERIFY(m_window->waitUntilGone(Part::ListItem, "bread*"));
        QVERIFY(m_window->has(Part::ListItem, "milk*"));
        QVERIFY(m_window->has(Part::ListItem, "butter milk*"));
        m_window->type("shake");
        QVERIFY(m_window->waitUntilSaid("Nothing fits what you look for"));
        QVERIFY(m_window->press(Part::Button, "Show everything"));
        QVERIFY(m_window->waitFor(Part::ListItem, "bread*"));

        QVERIFY(m_window->press(Part::CheckBox, "Tick bread"));
        QVERIFY(m_window->waitFor(Part::ListItem, "bread, 1, bought"));
        QVERIFY(m_window->press(Part::CheckBox, "To buy"));
        QVERIFY(m_window->waitUntilGone(Part::ListItem, "bread*")); // after its rest
        QVERIFY(m_window->isChecked(Part::CheckBox, "To buy"));
        QVERIFY(m_window->press(Part::CheckBox, "To buy"));
        QVERIFY(m_window->waitFor(Part::ListItem, "bread, 1, bought"));
        QVERIFY(!m_window->isChecked(Part::CheckBox, "To buy"));
    }

    void sortedByName()
    {
        QVERIFY(openWith({QStringLiteral("milk"), QStringLiteral("bread")}));
        QVERIFY(m_window->waitFor(Part::ListItem, "bread*"));
        QVERIFY(m_window->names(Part::ListItem).last().startsWith(QStringLiteral("bread")));
        QVERIFY(m_window->press(Part::Button, "Order and groups"));
        QVERIFY(m_window->press(Part::MenuItem, "By name"));
        QTRY_VERIFY(m_window->names(Part::ListItem).last().startsWith(QStringLiteral("milk")));
    }

    void goingShopping()
    {
        QVERIFY(openWith({QStringLiteral("milk #dairy"), QStringLiteral("bread #bakery")}));
        QVERIFY(m_window->press(Part::Button, "Go shopping"));
        QVERIFY(m_window->waitUntilGone(Part::EditableText, "Add an item"));
        QVERIFY(!m_window->has(Part::EditableText, "Find in this cart"));
        QVERIFY(m_window->press(Part::CheckBox, "Tick milk"));
        QVERIFY(m_window->press(Part::CheckBox, "Tick bread"));
        QVERIFY(m_window->waitUntilSaid("Everything is bought"));
        m_window->key(Qt::Key_G, Qt::ControlModifier);
        QVERIFY(m_window->waitFor(Part::EditableText, "Add an item"));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, bought"));
        QVERIFY(m_window->waitFor(Part::ListItem, "bread, 1, bought"));
    }

    void whatWasRemovedComesBack()
    {
        QVERIFY(openWith({QStringLiteral("milk"), QStringLiteral("bread")}));
        QVERIFY(m_window->press(Part::StaticText, "milk"));
        m_window->key(Qt::Key_Delete);
        QVERIFY(m_window->waitUntilGone(Part::ListItem, "milk*"));
        QVERIFY(m_window->press(Part::Button, "More for this cart"));
        QVERIFY(m_window->press(Part::MenuItem, "Removed lines"));
        QVERIFY(m_window->waitFor(Part::Pane, "Removed lines"));
        QVERIFY(m_window->press(Part::Button, "Bring back milk"));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, not bought"));
    }

    // Every command by its name, without knowing its key.
    void thePaletteFindsCommands()
    {
        QVERIFY(openWith({QStringLiteral("milk")}));
        m_window->key(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(m_window->waitFor(Part::Dialog, "All commands"));
        m_window->type("shortcuts");
        QVERIFY(m_window->waitFor(Part::ListItem, "Keyboard shortcuts*"));
        m_window->key(Qt::Key_Return);
        QVERIFY(m_window->waitFor(Part::Dialog, "Keyboard shortcuts"));
        m_window->key(Qt::Key_Escape);
        QVERIFY(m_window->waitUntilGone(Part::Dialog, "Keyboard shortcuts"));
    }
};

QTEST_MAIN(TestUiCarts)
#include "tst_uicarts.moc"
