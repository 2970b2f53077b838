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
class TestUiAccessibility : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
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
        QVERIFY(openShared({QStringLiteral("2x milk #dairy 1.20EUR"), QStringLiteral("bread #bakery")}));
        m_window->session().createCart(QStringLiteral("Party")); // for what takes two carts
        QVERIFY(m_window->waitFor(Part::List, "Party"));         // it is open; now the other one
        QVERIFY(m_window->press(Part::ListItem, "Ours*"));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk*"));
        QVERIFY(m_window->waitFor(Part::Button, "Online. *"));
        QVERIFY(place.go(*m_window));
        const QStringList complaints = walkByKeys(*m_window, place.role, QString::fromUtf8(place.part));
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(QLatin1Char('\n'))));
    }

    // What opens takes the keys, and Esc gives them back.
    void escCloses_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t index = 0; index < places().size(); ++index) {
            if (places()[index].role == Part::Dialog)
                QTest::newRow(places()[index].name) << static_cast<int>(index);
        }
    }
    void escCloses()
    {
        QFETCH(int, index);
        const Place &place = places()[static_cast<std::size_t>(index)];
        QVERIFY(openShared({QStringLiteral("2x milk #dairy 1.20EUR")}));
        m_window->session().createCart(QStringLiteral("Party"));
        QVERIFY(m_window->waitFor(Part::List, "Party")); // it is open; now the other one
        QVERIFY(m_window->press(Part::ListItem, "Ours*"));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk*"));
        QVERIFY(place.go(*m_window));
        m_window->key(Qt::Key_Escape);
        QVERIFY(m_window->waitUntilGone(Part::Dialog, place.part));
    }
};

QTEST_MAIN(TestUiAccessibility)
#include "tst_uiaccessibility.moc"
