#include "keyboardwalk.h"
#include "windowtest.h"

using namespace evencart;
using namespace evencart::test;

namespace {

struct Place
{
    const char *name;
    std::function<bool(AppWindow &)> go;
    Part role = Part::NoRole;
    const char *part = ""; // what has the keys for itself; "": the whole window
};

bool byMenu(AppWindow &window, const char *entry)
{
    return window.press(Part::Button, "More for this cart") && window.press(Part::MenuItem, entry);
}

bool byKeys(AppWindow &window, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    window.key(key, modifiers);
    return true;
}

const std::vector<Place> &places()
{
    static const std::vector<Place> all{
        {"the cart", [](AppWindow &) { return true; }},
        {"the selection",
         [](AppWindow &window) {
             return window.press(Part::StaticText, "milk") && byKeys(window, Qt::Key_A, Qt::ControlModifier) &&
                    window.waitFor(Part::ToolBar, "Selected lines");
         }},
        {"members",
         [](AppWindow &window) {
             return window.press(Part::Button, "Members*") && window.waitFor(Part::ListItem, "Ben, *");
         }},
        {"history",
         [](AppWindow &window) {
             return byKeys(window, Qt::Key_H, Qt::ControlModifier) && window.waitFor(Part::ListItem, "*added*");
         }},
        {"sync",
         [](AppWindow &window) {
             return window.press(Part::Button, "Online. *") && window.waitFor(Part::StatusBar, "Online. *");
         }},
        {"why",
         [](AppWindow &window) {
             return window.press(Part::StaticText, "milk", Qt::NoModifier, Qt::RightButton) &&
                    window.press(Part::MenuItem, "Why is it like this?") && window.waitFor(Part::Heading, "milk");
         }},
        {"removed lines",
         [](AppWindow &window) {
             return window.press(Part::StaticText, "bread") && byKeys(window, Qt::Key_Delete, Qt::NoModifier) &&
                    byMenu(window, "Removed lines") && window.waitFor(Part::Button, "Bring back bread");
         }},
        {"money",
         [](AppWindow &window) {
             return byMenu(window, "Budget and bill") && window.waitFor(Part::Pane, "Budget and bill");
         }},
        {"settings",
         [](AppWindow &window) {
             return window.press(Part::Button, "Settings") && window.waitFor(Part::Pane, "Settings");
         },
         Part::Pane, "Settings"},
        {"new cart",
         [](AppWindow &window) {
             return byKeys(window, Qt::Key_N, Qt::ControlModifier) && window.waitFor(Part::Dialog, "New cart");
         },
         Part::Dialog, "New cart"},
        {"the editor",
         [](AppWindow &window) {
             return window.press(Part::StaticText, "milk") && byKeys(window, Qt::Key_F2, Qt::NoModifier) &&
                    window.waitFor(Part::Dialog, "Edit milk");
         },
         Part::Dialog, "Edit milk"},
        {"share",
         [](AppWindow &window) {
             return byKeys(window, Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier) &&
                    window.waitFor(Part::Dialog, "Invite to Ours");
         },
         Part::Dialog, "Invite to Ours"},
        {"an invitation",
         [](AppWindow &window) {
             return window.press(Part::Button, "Invite") && window.press(Part::Button, "Make the link") &&
                    window.waitFor(Part::EditableText, "Invitation link");
         },
         Part::Dialog, "Invite to Ours"},
        {"join",
         [](AppWindow &window) {
             return byKeys(window, Qt::Key_J, Qt::ControlModifier) && window.waitFor(Part::Dialog, "Join a cart");
         },
         Part::Dialog, "Join a cart"},
        {"merge",
         [](AppWindow &window) {
             return byMenu(window, "Merge into another cart…") && window.waitFor(Part::Dialog, "Merge*");
         },
         Part::Dialog, "Merge*"},
        {"a list",
         [](AppWindow &window) {
             return byKeys(window, Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier) &&
                    window.waitFor(Part::Dialog, "Add a list");
         },
         Part::Dialog, "Add a list"},
        {"staples",
         [](AppWindow &window) { return byMenu(window, "Staples…") && window.waitFor(Part::Dialog, "Staples*"); },
         Part::Dialog, "Staples*"},
        {"templates",
         [](AppWindow &window) { return byMenu(window, "Templates…") && window.waitFor(Part::Dialog, "Templates*"); },
         Part::Dialog, "Templates*"},
        {"shortcuts",
         [](AppWindow &window) {
             return byKeys(window, Qt::Key_F1, Qt::NoModifier) && window.waitFor(Part::Dialog, "Keyboard shortcuts");
         },
         Part::Dialog, "Keyboard shortcuts"},
        {"commands",
         [](AppWindow &window) {
             return byKeys(window, Qt::Key_K, Qt::ControlModifier) && window.waitFor(Part::Dialog, "All commands");
         },
         Part::Dialog, "All commands"}};
    return all;
}

} // namespace

// Nobody needs a mouse, and a screen reader has a word for everything.
//
// One server and one pair of people for all: what is looked at is the window, which is new each time.
class TestUiAccessibility : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_shared = std::make_unique<SharedCart>();
        QVERIFY(m_shared->make({QStringLiteral("2x milk #dairy 1.20EUR"), QStringLiteral("bread #bakery")}));
        Desk ann(m_shared->annsProfile());
        QVERIFY(ann.open());
        QTRY_COMPARE_WITH_TIMEOUT(ann.cart().name(), QStringLiteral("Ours"), Desk::patience);
        const QString ours = ann.cart().cartId();
        QVERIFY(ann.openNewCart("Party")); // for what takes two carts
        ann.session().openCart(ours);      // the window comes back to it
    }
    void cleanupTestCase() { m_shared.reset(); }
    void init()
    {
        failOnWarnings();
        QVERIFY(openProfile(m_shared->annsProfile()));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk*"));
        QVERIFY(m_window->waitFor(Part::Button, "Online. *"));
    }
    void cleanup() { m_window.reset(); }

    // What opens takes the keys, Tab goes round in it, and Esc gives them back.
    void byKeysAlone_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t index = 0; index < places().size(); ++index)
            QTest::newRow(places()[index].name) << static_cast<int>(index);
    }
    void byKeysAlone()
    {
        QFETCH(int, index);
        const Place &place = places()[static_cast<std::size_t>(index)];
        const QString part = QString::fromUtf8(place.part);
        QVERIFY(place.go(*m_window));
        if (!part.isEmpty())
            QTRY_VERIFY(hasFocusInside(*m_window, place.role, part));
        const QStringList complaints = walkByKeys(*m_window, place.role, part);
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(QLatin1Char('\n'))));
        if (part.isEmpty())
            return;
        m_window->key(Qt::Key_Escape);
        QVERIFY(m_window->waitUntilGone(place.role, place.part));
        m_window->key(Qt::Key_Tab);
        QTRY_VERIFY(m_window->focused()); // on the page again
    }

    // A page moved away under the pointer as soon as something on it was pressed.
    void aPageStaysWherePressed()
    {
        QVERIFY(m_window->press(Part::Button, "Settings"));
        QVERIFY(m_window->waitFor(Part::ComboBox, "Language"));
        // So high that the box is cut off by the lower edge, and its middle is not.
        const int middle = m_window->placeOf(Part::ComboBox, "Language").y();
        m_window->window().resize(m_window->window().width(), middle + 4);
        QVERIFY(m_window->settle());
        QCOMPARE(m_window->placeOf(Part::ComboBox, "Language").y(), middle);
        QVERIFY(m_window->press(Part::ComboBox, "Language"));
        QVERIFY(m_window->settle());
        QCOMPARE(m_window->placeOf(Part::ComboBox, "Language").y(), middle);
    }
};

QTEST_MAIN(TestUiAccessibility)
#include "tst_uiaccessibility.moc"
