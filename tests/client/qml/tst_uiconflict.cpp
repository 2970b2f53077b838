#include "windowtest.h"

#include "people/inviteflow.h"

using namespace evencart;
using namespace evencart::test;

// Two people change the same thing apart, and what the window makes of it: nothing is lost, and it says why.
class TestUiConflict : public WindowTest
{
    Q_OBJECT

    // Both do something without hearing of each other; then both are on line again.
    [[nodiscard]] bool apart(const std::function<bool()> &ann, const std::function<void()> &bens)
    {
        m_window->session().setWorkOffline(true);
        if (!m_window->waitFor(Part::Button, "Working offline. *"))
            return false;
        bens();
        if (!ben().settle() || !QTest::qWaitFor([&] { return m_shared->benIsSynced(); }, Desk::patience) || !ann())
            return false;
        m_window->session().setWorkOffline(false);
        return m_window->waitFor(Part::Button, "Online. *");
    }
    [[nodiscard]] bool editNote(const char *line, const char *note)
    {
        if (!m_window->press(Part::StaticText, line))
            return false;
        m_window->key(Qt::Key_F2);
        return m_window->fill("Note", note) && m_window->press(Part::Button, "Save") &&
               m_window->waitUntilGone(Part::Dialog, "Edit*");
    }

    // And Ben has heard of it.
    [[nodiscard]] bool annTypes(const char *before, const char *amount)
    {
        const QByteArray button = QByteArray(before) + " of milk, change";
        if (!m_window->press(Part::Button, button.constData()) ||
            !m_window->waitFor(Part::EditableText, "Quantity of milk"))
            return false;
        m_window->type(amount);
        m_window->key(Qt::Key_Return);
        return QTest::qWaitFor([&] { return ben().amount("milk") == QLatin1String(amount); }, Desk::patience);
    }
    [[nodiscard]] bool isPaleWithAReason(const char *command)
    {
        m_window->key(Qt::Key_K, Qt::ControlModifier);
        if (!m_window->waitFor(Part::Dialog, "All commands"))
            return false;
        m_window->type(command);
        if (!m_window->waitFor(Part::ListItem, command))
            return false;
        const bool pale = !m_window->isUsable(Part::ListItem, command);
        const QString reason = m_window->find(Part::ListItem, command)->text(QAccessible::Description);
        m_window->key(Qt::Key_Escape);
        return m_window->waitUntilGone(Part::Dialog, "All commands") && pale &&
               reason.contains(QStringLiteral("changed since"));
    }

private Q_SLOTS:
    void twoNotes()
    {
        QVERIFY(openShared({QStringLiteral("bread"), QStringLiteral("milk")}));
        QVERIFY(apart([&] { return editNote("bread", "sliced"); },
                      [&] { ben().cart().setNote(ben().idOf("bread"), QStringLiteral("the dark one")); }));
        QVERIFY(m_window->waitFor(Part::ListItem, "bread, 1, not bought, *, values differ"));
        QVERIFY(m_window->press(Part::Button, "Values differ"));
        QVERIFY(m_window->waitFor(Part::Pane, "Why is it like this?"));
        QVERIFY(m_window->waitFor(Part::Grouping, "Two values for the note at once. *"));

        const bool mine = m_window->has(Part::ListItem, "bread, 1, not bought, sliced, values differ");
        // The other value, one click away.
        const char *const wanted = mine ? "*the dark one*" : "*sliced*";
        QVERIFY(m_window->press(Part::Button, wanted));
        QVERIFY(m_window->waitFor(Part::ListItem,
                                  mine ? "bread, 1, not bought, the dark one" : "bread, 1, not bought, sliced"));
        QVERIFY(m_window->waitUntilGone(Part::Button, "Values differ"));
        QTRY_COMPARE_WITH_TIMEOUT(ben().of("bread", LineModel::NoteRole).toString(),
                                  mine ? QStringLiteral("the dark one") : QStringLiteral("sliced"), Desk::patience);
    }

    // Steps are added up; nobody has to choose.
    void twoSteps()
    {
        QVERIFY(openShared({QStringLiteral("milk")}));
        QVERIFY(apart(
            [&] {
                return m_window->pointAt(Part::StaticText, "milk") && m_window->press(Part::Button, "More milk") &&
                       m_window->waitFor(Part::ListItem, "milk, 2, not bought, waiting to sync");
            },
            [&] {
                ben().cart().increase(ben().idOf("milk"));
                ben().cart().increase(ben().idOf("milk"));
            }));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 4, not bought"));
        QVERIFY(!m_window->has(Part::Button, "Values differ"));
        QTRY_COMPARE_WITH_TIMEOUT(ben().amount("milk"), QStringLiteral("4"), Desk::patience);
    }

    void bothBoughtIt()
    {
        QVERIFY(openShared({QStringLiteral("milk")}));
        QVERIFY(apart(
            [&] {
                return m_window->press(Part::CheckBox, "Tick milk") &&
                       m_window->waitFor(Part::ListItem, "milk, 1, bought, waiting to sync");
            },
            [&] { ben().cart().check({ben().idOf("milk")}); }));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, bought, bought twice?"));
        QVERIFY(m_window->press(Part::Button, "Bought twice?"));
        QVERIFY(m_window->waitFor(Part::Pane, "Why is it like this?"));
        QVERIFY(m_window->waitFor(Part::Grouping, "*Ben*"));
    }

    // What cannot be undone any more is pale in the palette, with the reason, and its keys say it. They were silent.
    void undoThatSomebodyHasBuiltOn()
    {
        QVERIFY(openShared({QStringLiteral("milk")}));
        QVERIFY(annTypes("1", "3"));
        ben().cart().setQuantity(ben().idOf("milk"), QStringLiteral("5"));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 5, not bought"));
        QTRY_VERIFY(!m_window->session().cart()->undoBlocked().isEmpty());
        QVERIFY(isPaleWithAReason("Undo"));
        m_window->key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_window->waitFor(Part::AlertMessage, "This cannot be undone any more*"));
        QVERIFY(m_window->has(Part::ListItem, "milk, 5, not bought"));
    }

    void redoThatSomebodyHasBuiltOn()
    {
        QVERIFY(openShared({QStringLiteral("milk")}));
        QVERIFY(annTypes("1", "3"));
        m_window->key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, not bought"));
        QTRY_COMPARE_WITH_TIMEOUT(ben().amount("milk"), QStringLiteral("1"), Desk::patience);
        ben().cart().setQuantity(ben().idOf("milk"), QStringLiteral("5"));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 5, not bought"));
        QTRY_VERIFY(!m_window->session().cart()->redoBlocked().isEmpty());
        QVERIFY(isPaleWithAReason("Redo"));
        m_window->key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_window->waitFor(Part::AlertMessage, "This cannot be undone any more*"));
        QVERIFY(m_window->has(Part::ListItem, "milk, 5, not bought"));
    }

    // My editor is open while Ben changes the same line: the field under my cursor stays, and it is said.
    void theRowThatIsBeingEditedIsHeld()
    {
        QVERIFY(openShared({QStringLiteral("bread"), QStringLiteral("milk")}));
        QVERIFY(m_window->press(Part::StaticText, "bread"));
        m_window->key(Qt::Key_F2);
        QVERIFY(m_window->fill("Name", "rye bread"));
        ben().cart().setNote(ben().idOf("bread"), QStringLiteral("sliced"));
        ben().cart().increase(ben().idOf("milk"));
        QVERIFY(m_window->waitFor(Part::AlertMessage, "Ben changed this meanwhile"));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 2, not bought")); // the other rows go on
        QCOMPARE(m_window->value(Part::EditableText, "Name"), QStringLiteral("rye bread"));
        QCOMPARE(m_window->focused()->text(QAccessible::Name), QStringLiteral("Name"));
        m_window->key(Qt::Key_Return);
        QVERIFY(m_window->waitFor(Part::ListItem, "rye bread, 1, not bought, sliced")); // both are kept
        QTRY_VERIFY_WITH_TIMEOUT(ben().names().contains(QStringLiteral("rye bread")), Desk::patience);
    }

    void theAmountThatIsBeingTypedStays()
    {
        QVERIFY(openShared({QStringLiteral("bread")}));
        QVERIFY(m_window->press(Part::Button, "1 of bread, change"));
        QVERIFY(m_window->waitFor(Part::EditableText, "Quantity of bread"));
        m_window->type("7");
        ben().cart().setNote(ben().idOf("bread"), QStringLiteral("sliced"));
        ben().cart().addText(QStringLiteral("apples"));
        QVERIFY(m_window->waitFor(Part::ListItem, "bread, 1, not bought, sliced"));
        QCOMPARE(m_window->value(Part::EditableText, "Quantity of bread"), QStringLiteral("7"));
        m_window->key(Qt::Key_Return);
        QVERIFY(m_window->waitFor(Part::ListItem, "bread, 7, not bought, sliced"));
    }

    // Cyd may only look. Something else on her profile (an older program, a script) edits all the same: the server
    // refuses that one change, and it alone is taken back.
    void aRefusedChange()
    {
        m_shared = std::make_unique<SharedCart>();
        QVERIFY(m_shared->make({QStringLiteral("milk"), QStringLiteral("bread")}));
        {
            Desk owner(m_shared->annsProfile());
            QVERIFY(owner.open());
            QTRY_COMPARE_WITH_TIMEOUT(owner.cart().name(), QStringLiteral("Ours"), Desk::patience);
            const QString link = SharedCart::invitation(owner.session(), InviteFlow::Viewer);
            QDir().mkpath(profile());
            Desk cyd(profile());
            QVERIFY(cyd.open("Cyd"));
            QVERIFY(SharedCart::join(cyd, link));
            QTRY_COMPARE_WITH_TIMEOUT(cyd.names().size(), 2, Desk::patience);
        }
        m_window = std::make_unique<AppWindow>(profile());
        QVERIFY(m_window->open());
        QVERIFY(m_window->waitFor(Part::AlertMessage, "You can look at this cart *"));
        QVERIFY(m_window->waitFor(Part::Button, "Online. *"));
        QVERIFY(!m_window->isUsable(Part::EditableText, "Add an item"));
        QVERIFY(!m_window->isUsable(Part::CheckBox, "Tick milk"));

        m_shared->server().stop();
        QVERIFY(m_window->waitFor(Part::Button, "Offline. *"));
        AppSession &session = m_window->session();
        session.engine().edit(*session.cart()->id(), QStringLiteral("Add tea"), [](Edit &edit) -> Result<void> {
            NewItem tea;
            tea.name = "tea";
            const auto added = edit.add(tea);
            return added ? Result<void>() : added.error();
        });
        QVERIFY(m_window->waitFor(Part::ListItem, "tea, 1, not bought, waiting to sync"));
        ben().cart().setNote(ben().idOf("bread"), QStringLiteral("sliced"));
        QVERIFY(m_shared->startServer());
        session.syncNow();
        ben().session().syncNow();
        QVERIFY(m_window->waitUntilGone(Part::ListItem, "tea*"));
        QVERIFY(m_window->waitFor(Part::ListItem, "bread, 1, not bought, sliced"));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, not bought"));
        QVERIFY(m_window->press(Part::Button, "Action needed. *refused*"));
        QVERIFY(m_window->waitFor(Part::ListItem, "Refused: *tea*role*"));
        QVERIFY(m_window->press(Part::Button, "Put it into my own cart"));
        QVERIFY(m_window->waitFor(Part::ListItem, "Kept from Ours*"));
        QVERIFY(m_window->waitFor(Part::Button, "Online. *"));
    }
};

QTEST_MAIN(TestUiConflict)
#include "tst_uiconflict.moc"
