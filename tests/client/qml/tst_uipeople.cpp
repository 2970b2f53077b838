#include "windowtest.h"

#include "people/inviteflow.h"

#include <QProcess>
#include <QQuickItem>

using namespace evencart;
using namespace evencart::test;

// Ann at her window with others: coming together, and what the window says while the server is away.
class TestUiPeople : public WindowTest
{
    Q_OBJECT

    [[nodiscard]] bool bensRow(const char *name, const char *amount)
    {
        return QTest::qWaitFor([&] { return ben().amount(name) == QString::fromUtf8(amount); }, Desk::patience);
    }

private Q_SLOTS:
    // From a profile without a server to a cart that two people have, all of it at the window.
    void setAServerAndInvite()
    {
        LiveServer server;
        QVERIFY(server.start(m_directory->filePath(QStringLiteral("server"))));
        QVERIFY(openWith({QStringLiteral("2x milk")}));
        QVERIFY(m_window->press(Part::Button, "Invite"));
        QVERIFY(m_window->press(Part::Button, "Make the link"));
        QVERIFY(m_window->press(Part::Button, "Set a server…"));
        QVERIFY(m_window->waitFor(Part::Pane, "Settings"));
        QVERIFY(m_window->fill("Address", qPrintable(server.url)));
        QVERIFY(m_window->press(Part::Button, "Test the connection"));
        QVERIFY(m_window->waitFor(Part::AlertMessage, "Nobody vouches for this server. *"));
        QVERIFY(m_window->press(Part::Button, "It is the same: use this server"));
        QVERIFY(m_window->waitUntilSaid("Online. *"));
        QVERIFY(m_window->press(Part::Button, "Back to the carts"));
        QVERIFY(m_window->waitFor(Part::Button, "Online. *"));

        QVERIFY(m_window->press(Part::Button, "Invite"));
        QVERIFY(m_window->press(Part::Button, "Make the link"));
        QVERIFY(m_window->waitFor(Part::EditableText, "Invitation link"));
        QVERIFY(m_window->has(Part::Graphic, "The invitation as a QR code"));
        const QString link = m_window->value(Part::EditableText, "Invitation link");
        QVERIFY2(link.startsWith(QStringLiteral("evencart://")), qPrintable(link));
        QVERIFY(m_window->press(Part::Button, "Done"));

        const QString bensProfile = m_directory->filePath(QStringLiteral("ben"));
        for (const QStringList &words :
             {QStringList{QStringLiteral("init"), QStringLiteral("--name"), QStringLiteral("Ben")},
              QStringList{QStringLiteral("join"), link},
              QStringList{QStringLiteral("add"), QStringLiteral("Groceries"), QStringLiteral("3x eggs")},
              QStringList{QStringLiteral("sync")}}) {
            QProcess command;
            command.start(QStringLiteral(EVENCARTCTL), QStringList{QStringLiteral("--profile"), bensProfile} + words);
            QTRY_COMPARE_WITH_TIMEOUT(command.state(), QProcess::NotRunning, AppWindow::patience);
            QVERIFY2(command.exitCode() == 0, command.readAllStandardError().constData());
        }
        QVERIFY(m_window->waitFor(Part::ListItem, "eggs, 3, not bought"));
        QVERIFY(m_window->press(Part::Button, "Members*"));
        QVERIFY(m_window->waitFor(Part::ListItem, "Ben, Editor*"));
    }

    void joinByALink()
    {
        SharedCart others;
        QVERIFY(others.make({QStringLiteral("milk"), QStringLiteral("bread")}));
        Desk owner(others.annsProfile());
        QVERIFY(owner.open());
        QTRY_COMPARE_WITH_TIMEOUT(owner.cart().name(), QStringLiteral("Ours"), Desk::patience);
        const QString link = SharedCart::invitation(owner.session(), InviteFlow::Editor);

        m_window = std::make_unique<AppWindow>(profile());
        QVERIFY(m_window->open());
        m_window->key(Qt::Key_J, Qt::ControlModifier);
        QVERIFY(m_window->waitFor(Part::Dialog, "Join a cart"));
        QVERIFY(m_window->waitFor(Part::EditableText, "Invitation link"));
        m_window->type("evencart://nonsense");
        const auto problem = [&] {
            return m_window->find(Part::EditableText, "Invitation link")->text(QAccessible::Description);
        };
        QTRY_VERIFY(!problem().isEmpty());
        QVERIFY(m_window->fill("Invitation link", qPrintable(link)));
        QVERIFY(m_window->waitUntilSaid("On the server *"));
        QVERIFY(m_window->press(Part::Button, "Join"));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, not bought"));
        QVERIFY(m_window->waitFor(Part::AlertMessage, "You are in Ours."));
        QVERIFY(m_window->waitUntilGone(Part::Dialog, "Join a cart"));
    }

    void anAdministratorIsToldWhatThatIs()
    {
        SharedCart others;
        QVERIFY(others.startServer());
        QProcess admin;
        admin.start(QStringLiteral(EVENCARTD), {QStringLiteral("admin"), QStringLiteral("--data"),
                                                others.serversFolder(), QStringLiteral("invite-admin")});
        QVERIFY(admin.waitForFinished(AppWindow::patience) && admin.exitCode() == 0);
        const QByteArray link = admin.readAllStandardOutput().trimmed();

        m_window = std::make_unique<AppWindow>(profile());
        QVERIFY(m_window->open());
        m_window->key(Qt::Key_J, Qt::ControlModifier);
        QVERIFY(m_window->waitFor(Part::Dialog, "Join a cart"));
        QVERIFY(m_window->waitFor(Part::EditableText, "Invitation link"));
        QVERIFY(m_window->fill("Invitation link", link.constData()));
        QVERIFY(m_window->waitUntilSaid("You look after the shop of this server*"));
        QVERIFY(m_window->press(Part::Button, "Join"));
        QVERIFY(m_window->waitFor(Part::AlertMessage, "You look after this server's shop*"));
        QVERIFY(m_window->waitUntilGone(Part::Dialog, "Join a cart"));
    }

    // Both say "I take it" at once: both stand there, and each takes back his own.
    void bothTakeIt()
    {
        QVERIFY(openShared({QStringLiteral("milk")}));
        const auto chosen = [this](const char *entry) {
            return m_window->press(Part::StaticText, "milk", Qt::NoModifier, Qt::RightButton) &&
                   m_window->press(Part::MenuItem, entry);
        };
        Desk &ben = m_shared->ben();
        ben.cart().claim({ben.cart().lines()->index(0).data(LineModel::IdRole).toString()});
        QVERIFY(m_shared->benIsSynced());
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, not bought, Ben takes it*"));
        QVERIFY(chosen("I take it"));
        QVERIFY(m_window->waitFor(Part::Button, "2 take it"));
        QTRY_COMPARE_WITH_TIMEOUT(ben.cart().lines()->index(0).data(LineModel::ClaimedByRole).toList().size(), 2,
                                  Desk::patience);
        QVERIFY(chosen("I do not take it after all"));
        QVERIFY(m_window->waitUntilGone(Part::Button, "2 take it"));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, not bought, Ben takes it*"));
        m_window->key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_window->waitFor(Part::Button, "2 take it"));
    }

    // One can say who is to take it; whoever that is sees it, and can claim it.
    void whoIsToTakeIt()
    {
        QVERIFY(openShared({QStringLiteral("milk")}));
        const auto chosen = [this](const char *who) {
            return m_window->press(Part::StaticText, "milk", Qt::NoModifier, Qt::RightButton) &&
                   m_window->press(Part::MenuItem, "Who is to take it") && m_window->press(Part::MenuItem, who);
        };
        QVERIFY(m_window->waitFor(Part::Button, "Members*"));
        QVERIFY(chosen("Ben"));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, not bought, Ben is to take it*"));
        QTRY_COMPARE_WITH_TIMEOUT(
            ben().of("milk", LineModel::AssigneeRole).toMap().value(QStringLiteral("self")).toBool(), true,
            Desk::patience);
        QVERIFY(chosen("You"));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, not bought, you are to take it*"));
        QVERIFY(chosen("Nobody in particular"));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, not bought"));
        m_window->key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, not bought, you are to take it*"));
    }

    void theServerGoesAndComesBack()
    {
        QVERIFY(openShared({QStringLiteral("milk")}));
        m_shared->server().stop();
        QVERIFY(m_window->waitFor(Part::Button, "Offline. *"));
        QVERIFY(m_window->press(Part::EditableText, "Add an item"));
        m_window->type("tea");
        m_window->key(Qt::Key_Return);
        QVERIFY(m_window->waitFor(Part::ListItem, "tea, 1, not bought, waiting to sync"));
        QVERIFY(m_window->press(Part::CheckBox, "Tick milk"));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, bought, waiting to sync"));
        QVERIFY(m_window->waitFor(Part::ListItem, "Ours, *2 changes waiting"));
        QVERIFY(m_window->press(Part::Button, "Offline. *"));
        QVERIFY(m_window->waitFor(Part::StatusBar, "Offline. *saved here and goes out by itself."));
        QVERIFY(m_window->waitUntilSaid("2 changes waiting"));
        QVERIFY(m_window->waitFor(Part::ListItem, "Waiting: *tea*"));

        QVERIFY(m_shared->startServer());
        QVERIFY(m_window->press(Part::Button, "Sync now"));
        QVERIFY(m_window->waitFor(Part::StatusBar, "Online. The server has everything."));
        QVERIFY(m_window->waitUntilGone(Part::StaticText, "2 changes waiting"));
        QVERIFY(m_window->waitFor(Part::ListItem, "tea, 1, not bought"));
        ben().session().syncNow();
        QVERIFY(bensRow("tea", "1"));
        QTRY_VERIFY_WITH_TIMEOUT(ben().of("milk", LineModel::CheckedRole).toBool(), Desk::patience);
    }

    // The server decides; at Ben's window the cart is one to look at from then on, and gone from the list of both in
    // the end.
    void anOwnerDecidesAboutMembers()
    {
        QVERIFY(openShared({QStringLiteral("milk")}));
        QVERIFY(m_window->press(Part::Button, "Members*"));
        QVERIFY(m_window->waitFor(Part::ListItem, "Ben, Editor*"));
        QVERIFY(m_window->press(Part::Button, "What to do about Ben"));
        QVERIFY(m_window->press(Part::MenuItem, "Let Ben only look"));
        QVERIFY(m_window->waitUntilSaid("Ben can look at the cart now."));
        QVERIFY(m_window->waitFor(Part::ListItem, "Ben, Viewer*"));
        QTRY_VERIFY_WITH_TIMEOUT(ben().cart().isReadOnly(), Desk::patience);
        QVERIFY(m_window->press(Part::Button, "What to do about Ben"));
        QVERIFY(m_window->press(Part::MenuItem, "Let Ben change the cart"));
        QTRY_VERIFY_WITH_TIMEOUT(!ben().cart().isReadOnly(), Desk::patience);
        ben().cart().increase(ben().idOf("milk"));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 2, not bought"));
        QVERIFY(m_window->press(Part::Button, "What to do about Ben"));
        QVERIFY(m_window->press(Part::MenuItem, "Show Ben out…"));
        QVERIFY(m_window->waitFor(Part::Dialog, "Show Ben out?"));
        QVERIFY(m_window->press(Part::Button, "Show out"));
        QVERIFY(m_window->waitUntilGone(Part::ListItem, "Ben, Editor*"));
        QVERIFY(m_window->has(Part::ListItem, "milk, 2, not bought")); // what he added stays
    }

    // With a second owner each of them can go, or be asked to; by the keys, too.
    void ownersAmongThemselves()
    {
        QVERIFY(openShared({QStringLiteral("milk")}));
        QVERIFY(SharedCart::join(ben(), SharedCart::invitation(m_window->session(), InviteFlow::Owner)));
        QVERIFY(m_window->press(Part::Button, "Members*"));
        QVERIFY(m_window->waitFor(Part::ListItem, "Ben, Owner*"));
        QVERIFY(m_window->press(Part::Button, "What to do about Ben"));
        QVERIFY(m_window->waitFor(Part::MenuItem, "Let Ben change the cart"));
        QVERIFY(m_window->waitFor(Part::MenuItem, "Show Ben out…"));
        m_window->key(Qt::Key_Escape);
        QVERIFY(m_window->waitUntilGone(Part::MenuItem, "Show Ben out…"));
        qobject_cast<QQuickItem *>(m_window->find(Part::List, "Members")->object())
            ->forceActiveFocus(Qt::TabFocusReason);
        m_window->key(Qt::Key_Return);
        QVERIFY(m_window->waitFor(Part::MenuItem, "Leave this cart…"));
        QVERIFY(m_window->press(Part::MenuItem, "Stop owning this cart, and go on changing it"));
        QVERIFY(m_window->waitUntilSaid("You do not own this cart any more."));
        QVERIFY(m_window->waitFor(Part::ListItem, "You, Editor*"));
        QVERIFY(m_window->waitUntilGone(Part::Button, "What to do about Ben"));
    }

    // The answer to the question is about the cart that it was asked of, whichever is open by then.
    void removalIsOfTheCartThatWasMeant()
    {
        QVERIFY(openShared({QStringLiteral("milk")}));
        QVERIFY(m_window->press(Part::Button, "Members*"));
        QVERIFY(m_window->press(Part::Button, "What to do about Ben"));
        QVERIFY(m_window->press(Part::MenuItem, "Show Ben out…"));
        QVERIFY(m_window->waitFor(Part::Dialog, "Show Ben out?"));
        m_window->session().createCart(QStringLiteral("Another"));
        QTRY_COMPARE_WITH_TIMEOUT(m_window->session().cart()->name(), QStringLiteral("Another"), AppWindow::patience);
        QVERIFY(m_window->press(Part::Button, "Show out"));
        QVERIFY(m_window->waitUntilSaid("Ben does not take part any more."));
    }

    void workingOfflineByChoice()
    {
        QVERIFY(openShared({QStringLiteral("milk")}));
        QVERIFY(m_window->press(Part::Button, "Online. *"));
        QVERIFY(m_window->press(Part::CheckBox, "Work offline"));
        QVERIFY(m_window->waitFor(Part::Button, "Working offline. *"));
        QVERIFY(m_window->isChecked(Part::CheckBox, "Work offline"));
        ben().cart().addText(QStringLiteral("eggs"));
        QVERIFY(m_window->press(Part::CheckBox, "Tick milk"));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, bought, waiting to sync"));
        QVERIFY(m_window->press(Part::CheckBox, "Work offline"));
        QVERIFY(m_window->waitFor(Part::ListItem, "eggs, 1, not bought"));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 1, bought"));
        QVERIFY(m_window->waitFor(Part::Button, "Online. *"));
    }

    // What others do comes in by itself, and is seen beside what I do.
    void liveTogether()
    {
        QVERIFY(openShared({QStringLiteral("milk")}));
        ben().cart().increase(ben().idOf("milk"));
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 2, not bought"));
        ben().cart().check({ben().idOf("milk")});
        QVERIFY(m_window->waitFor(Part::ListItem, "milk, 2, bought"));
        QVERIFY(m_window->press(Part::CheckBox, "Untick milk"));
        QTRY_VERIFY_WITH_TIMEOUT(!ben().of("milk", LineModel::CheckedRole).toBool(), Desk::patience);
        QVERIFY(m_window->waitFor(Part::Button, "Members. Here now: Ben"));
        m_window->key(Qt::Key_H, Qt::ControlModifier);
        QVERIFY(m_window->waitFor(Part::List, "What happened in this cart"));
        QVERIFY(m_window->waitFor(Part::ListItem, "Ben *"));
    }
};

QTEST_MAIN(TestUiPeople)
#include "tst_uipeople.moc"
