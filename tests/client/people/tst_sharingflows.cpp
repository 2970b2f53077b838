#include "fakevault.h"
#include "livepeople.h"
#include "people/appfacts.h"
#include "people/inviteflow.h"
#include "people/joinflow.h"
#include "people/keysettings.h"
#include "people/membersmodel.h"
#include "people/serversettings.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace evencart;
using evencart::test::patience;
using test::LivePerson;
using test::LiveServer;

namespace {

QVariant at(const MembersModel &members, int row, MembersModel::Role role)
{
    return members.data(members.index(row), role);
}

} // namespace

// What people do to come into one cart, from link to presence, and what each of them is told when it does not work.
class TestSharingFlows : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<LiveServer> m_server;
    std::unique_ptr<LivePerson> m_ann;

    std::unique_ptr<LivePerson> person(const char *name, KeyVault *vault = nullptr)
    {
        return std::make_unique<LivePerson>(m_directory->filePath(QLatin1String(name)), QString::fromLatin1(name),
                                            vault);
    }
    void setServer(LivePerson &somebody, const QString &url, const QString &fingerprint)
    {
        ServerSettings server;
        server.setSession(&somebody.session);
        QSignalSpy saved(&server, &ServerSettings::saved);
        server.look(url, fingerprint);
        QTRY_COMPARE_WITH_TIMEOUT(server.state(), ServerSettings::Matches, patience);
        server.use();
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, patience);
    }
    // Of Ann's open cart.
    QString link(InviteFlow::Role role = InviteFlow::Editor, int uses = 1)
    {
        InviteFlow invite;
        invite.setSession(&m_ann->session);
        invite.setRole(role);
        invite.setUses(uses);
        invite.ask();
        if (!QTest::qWaitFor([&] { return invite.state() != InviteFlow::Asking; }, patience))
            return {};
        return invite.link();
    }
    void join(LivePerson &somebody, const QString &text)
    {
        JoinFlow flow;
        flow.setSession(&somebody.session);
        flow.setText(text);
        QCOMPARE(flow.state(), JoinFlow::Recognised);
        flow.join();
        QTRY_VERIFY_WITH_TIMEOUT(flow.state() != JoinFlow::Joining, patience);
        QVERIFY2(flow.state() == JoinFlow::Joined, qPrintable(flow.problem()));
    }

private Q_SLOTS:
    void init()
    {
        QVERIFY(initCrypto().ok());
        m_directory = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", QFile::encodeName(m_directory->filePath(QStringLiteral("state"))));
        m_server = std::make_unique<LiveServer>();
        QVERIFY(m_server->start(m_directory->filePath(QStringLiteral("server"))));
        m_ann = person("Ann");
        QTRY_VERIFY_WITH_TIMEOUT(m_ann->isReady() || m_ann->session.phase() == AppSession::Ready, patience);
        m_ann->session.createCart(QStringLiteral("Shop"));
        QTRY_COMPARE_WITH_TIMEOUT(m_ann->session.cart()->name(), QStringLiteral("Shop"), patience);
        QCOMPARE(m_ann->session.cart()->addText(QStringLiteral("2 milk")), QString());
    }

    void cleanup()
    {
        m_ann.reset();
        m_server.reset();
    }

    // The cart was never synced before: setting the server founds it, and the invitation waits for that.
    void fromLinkToPresence()
    {
        setServer(*m_ann, m_server->url, m_server->fingerprint);
        MembersModel annSees;
        const QAbstractItemModelTester tester(&annSees, QAbstractItemModelTester::FailureReportingMode::Fatal);
        annSees.setSession(&m_ann->session);
        const QString invitation = link();
        QVERIFY(!invitation.isEmpty());
        auto bob = person("Bob");
        QTRY_COMPARE_WITH_TIMEOUT(bob->session.phase(), AppSession::Ready, patience);
        MembersModel bobSees;
        const QAbstractItemModelTester bobTester(&bobSees, QAbstractItemModelTester::FailureReportingMode::Fatal);
        bobSees.setSession(&bob->session);
        join(*bob, invitation);
        QCOMPARE(bob->session.serverUrl(), m_server->url);
        QTRY_COMPARE_WITH_TIMEOUT(bob->session.cart()->name(), QStringLiteral("Shop"), patience);
        QTRY_COMPARE_WITH_TIMEOUT(bob->session.cart()->lines()->count(), 1, patience);

        QTRY_COMPARE_WITH_TIMEOUT(annSees.count(), 2, patience);
        QTRY_COMPARE_WITH_TIMEOUT(annSees.onlineCount(), 1, patience);
        QCOMPARE(at(annSees, 0, MembersModel::IsMeRole).toBool(), true);
        QCOMPARE(at(annSees, 0, MembersModel::RoleTextRole).toString(), QStringLiteral("Owner"));
        QCOMPARE(at(annSees, 1, MembersModel::NameRole).toString(), QStringLiteral("Bob"));
        QCOMPARE(at(annSees, 1, MembersModel::RoleTextRole).toString(), QStringLiteral("Editor"));
        QCOMPARE(at(annSees, 1, MembersModel::DevicesRole).toInt(), 1);
        QVERIFY(annSees.canInvite());
        QTRY_COMPARE_WITH_TIMEOUT(bobSees.onlineCount(), 1, patience);
        QCOMPARE(at(bobSees, 1, MembersModel::NameRole).toString(), QStringLiteral("Ann"));
        QVERIFY(!bobSees.canInvite());

        // Bob goes by another name, then goes away: Ann sees both.
        bob->session.setMemberName(QStringLiteral("Bert"));
        QTRY_COMPARE_WITH_TIMEOUT(at(annSees, 1, MembersModel::NameRole).toString(), QStringLiteral("Bert"), patience);
        bobSees.setSession(nullptr);
        bob.reset();
        QTRY_COMPARE_WITH_TIMEOUT(annSees.onlineCount(), 0, patience);
        QVERIFY(at(annSees, 1, MembersModel::PresenceRole).toString().startsWith(QStringLiteral("Last heard")));
        // Off line nobody is online, not even I.
        m_ann->session.setWorkOffline(true);
        QTRY_VERIFY_WITH_TIMEOUT(!at(annSees, 0, MembersModel::OnlineRole).toBool(), patience);
        annSees.setSession(nullptr);
    }

    // A model that is made late, and one that has only the memory of an earlier run.
    void membersAreAskedForAndRemembered()
    {
        setServer(*m_ann, m_server->url, m_server->fingerprint);
        {
            auto bob = person("Bob");
            QTRY_COMPARE_WITH_TIMEOUT(bob->session.phase(), AppSession::Ready, patience);
            join(*bob, link());
            MembersModel late;
            late.setSession(&bob->session);
            QTRY_COMPARE_WITH_TIMEOUT(late.count(), 2, patience);
            QTRY_VERIFY_WITH_TIMEOUT(late.isComplete(), patience);
        }
        m_server->stop();
        auto bob = person("Bob");
        QTRY_COMPARE_WITH_TIMEOUT(bob->session.cart()->name(), QStringLiteral("Shop"), patience);
        MembersModel offline;
        offline.setSession(&bob->session);
        QTRY_COMPARE_WITH_TIMEOUT(offline.count(), 2, patience);
        QVERIFY(!offline.isComplete());
        QCOMPARE(at(offline, 1, MembersModel::NameRole).toString(), QStringLiteral("Ann"));
        QCOMPARE(offline.onlineCount(), 0);
    }

    void whatAnInvitationSays()
    {
        setServer(*m_ann, m_server->url, m_server->fingerprint);
        InviteFlow invite;
        invite.setSession(&m_ann->session);
        invite.setUses(3);
        invite.ask();
        QCOMPARE(invite.state(), InviteFlow::Asking);
        QTRY_COMPARE_WITH_TIMEOUT(invite.state(), InviteFlow::Ready, patience);
        QVERIFY(parseInviteLink(invite.link().toStdString()).ok());
        QVERIFY(invite.summary().contains(QLatin1Char('3')));
        QVERIFY(invite.message().contains(QStringLiteral("Shop")));
        invite.copyMessage();
        QCOMPARE(QGuiApplication::clipboard()->text(), invite.message());
        invite.setRole(InviteFlow::Viewer); // other terms: this link says something else
        QCOMPARE(invite.state(), InviteFlow::Choosing);
        QVERIFY(invite.link().isEmpty());
    }

    void noInvitationWithoutAServer()
    {
        InviteFlow invite;
        invite.setSession(&m_ann->session);
        invite.ask();
        QTRY_COMPARE_WITH_TIMEOUT(invite.state(), InviteFlow::Failed, patience);
        QCOMPARE(invite.problem(), InviteFlow::NoServer);
    }

    void noInvitationWithoutAConnection()
    {
        setServer(*m_ann, m_server->url, m_server->fingerprint);
        QTRY_COMPARE_WITH_TIMEOUT(m_ann->session.sync()->state(), SyncStatus::Online, patience);
        m_server->stop();
        InviteFlow invite;
        invite.setSession(&m_ann->session);
        QTRY_COMPARE_WITH_TIMEOUT(m_ann->session.sync()->state(), SyncStatus::Offline, patience);
        invite.ask();
        QTRY_COMPARE_WITH_TIMEOUT(invite.state(), InviteFlow::Failed, patience);
        QCOMPARE(invite.problem(), InviteFlow::Offline);
        m_ann->session.setWorkOffline(true);
        invite.ask();
        QTRY_COMPARE_WITH_TIMEOUT(invite.state(), InviteFlow::Failed, patience);
        QCOMPARE(invite.problem(), InviteFlow::Offline);
    }

    void onlyAnOwnerInvites()
    {
        setServer(*m_ann, m_server->url, m_server->fingerprint);
        auto cyd = person("Cyd");
        QTRY_COMPARE_WITH_TIMEOUT(cyd->session.phase(), AppSession::Ready, patience);
        join(*cyd, link(InviteFlow::Viewer));
        QTRY_VERIFY_WITH_TIMEOUT(cyd->session.cart()->isReadOnly(), patience);
        InviteFlow invite;
        invite.setSession(&cyd->session);
        invite.ask();
        QTRY_COMPARE_WITH_TIMEOUT(invite.state(), InviteFlow::Failed, patience);
        QCOMPARE(invite.problem(), InviteFlow::NotOwner);
    }

    void linksThatAreNone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("another web page") << QStringLiteral("https://example.org/join");
        QTest::newRow("words") << QStringLiteral("milk and eggs");
        QTest::newRow("cut") << QStringLiteral("evencart://127.0.0.1:8787/join#AAAA");
    }
    void linksThatAreNone()
    {
        QFETCH(const QString, text);
        JoinFlow flow;
        flow.setSession(&m_ann->session);
        flow.setText(text);
        QCOMPARE(flow.state(), JoinFlow::Unreadable);
        QVERIFY(!flow.problem().isEmpty());
        QVERIFY(!flow.canJoin());
    }

    // "You are in Shop" was said of whatever cart was read next.
    void whoOpensAnotherCartMeanwhileIsNotToldThatHeIsInIt()
    {
        setServer(*m_ann, m_server->url, m_server->fingerprint);
        const QString invitation = link();
        auto bob = person("Bob");
        QTRY_COMPARE_WITH_TIMEOUT(bob->session.phase(), AppSession::Ready, patience);
        bob->session.createCart(QStringLiteral("Mine"));
        OpenCart &cart = *bob->session.cart();
        QTRY_COMPARE_WITH_TIMEOUT(cart.name(), QStringLiteral("Mine"), patience);
        const QString mine = cart.cartId();
        JoinFlow flow;
        QSignalSpy joined(&flow, &JoinFlow::joined);
        flow.setSession(&bob->session);
        flow.setText(invitation);
        bool away = false;
        connect(&cart, &OpenCart::cartChanged, this, [&] {
            if (cart.isLoading() && cart.cartId() != mine && !std::exchange(away, true))
                bob->session.openCart(mine);
        });
        flow.join();
        QTRY_COMPARE_WITH_TIMEOUT(flow.state(), JoinFlow::Joined, patience);
        QVERIFY(away);
        QTRY_VERIFY_WITH_TIMEOUT(cart.cartId() == mine && !cart.isLoading(), patience);
        QCOMPARE(joined.size(), 0);

        flow.startOver(); // a second time it is the one that is opened
        flow.setText(link());
        flow.join();
        QTRY_COMPARE_WITH_TIMEOUT(joined.size(), 1, patience);
        QCOMPARE(joined[0][0].toString(), cart.cartId());
        QCOMPARE(cart.name(), QStringLiteral("Shop"));
    }

    // Whoever fails to come in has no server afterwards, as before.
    void aSpentInvitation()
    {
        setServer(*m_ann, m_server->url, m_server->fingerprint);
        const QString invitation = link();
        auto bob = person("Bob");
        auto cyd = person("Cyd");
        QTRY_COMPARE_WITH_TIMEOUT(bob->session.phase(), AppSession::Ready, patience);
        QTRY_COMPARE_WITH_TIMEOUT(cyd->session.phase(), AppSession::Ready, patience);
        join(*bob, invitation);
        JoinFlow flow;
        flow.setSession(&cyd->session);
        flow.setText(invitation);
        QVERIFY(flow.server().startsWith(QStringLiteral("127.0.0.1:")));
        QVERIFY(flow.fingerprint().size() > 16);
        flow.join();
        QTRY_COMPARE_WITH_TIMEOUT(flow.state(), JoinFlow::Failed, patience);
        QVERIFY(flow.problem().contains(QStringLiteral("ask for a new one")));
        QTRY_COMPARE_WITH_TIMEOUT(cyd->session.serverUrl(), QString(), patience);
        QVERIFY(flow.canJoin()); // again, if somebody says that it is good
    }

    // A link without a cart: nothing is opened, and what was there stays.
    void anAdministratorsInvitation()
    {
        QProcess admin;
        admin.start(QStringLiteral(EVENCARTD),
                    {QStringLiteral("admin"), QStringLiteral("--data"), m_directory->filePath(QStringLiteral("server")),
                     QStringLiteral("invite-admin")});
        QVERIFY(admin.waitForFinished(patience) && admin.exitCode() == 0);
        const QString cart = m_ann->session.cart()->cartId();
        JoinFlow flow;
        QSignalSpy joined(&flow, &JoinFlow::joined);
        QSignalSpy became(&flow, &JoinFlow::becameAdministrator);
        flow.setSession(&m_ann->session);
        flow.setText(QString::fromUtf8(admin.readAllStandardOutput()));
        QCOMPARE(flow.state(), JoinFlow::Recognised);
        QVERIFY2(flow.role().contains(QStringLiteral("shop")), qPrintable(flow.role()));
        flow.join();
        QTRY_COMPARE_WITH_TIMEOUT(became.size(), 1, patience);
        QCOMPARE(flow.state(), JoinFlow::Joined);
        QCOMPARE(joined.size(), 0);
        QCOMPARE(m_ann->session.cart()->cartId(), cart);
        QCOMPARE(m_ann->session.serverUrl(), m_server->url);

        auto bob = person("Bob"); // spent, and he has no server afterwards
        QTRY_COMPARE_WITH_TIMEOUT(bob->session.phase(), AppSession::Ready, patience);
        JoinFlow late;
        late.setSession(&bob->session);
        late.setText(flow.text());
        late.join();
        QTRY_COMPARE_WITH_TIMEOUT(late.state(), JoinFlow::Failed, patience);
        QTRY_COMPARE_WITH_TIMEOUT(bob->session.serverUrl(), QString(), patience);
    }

    void anExpiredInvitation()
    {
        setServer(*m_ann, m_server->url, m_server->fingerprint);
        const CartId cart = *m_ann->session.cart()->id();
        std::optional<MadeInvitation> made;
        m_ann->engine.askLater<Result<MadeInvitation>>(
            this,
            [cart](EngineRoom &room, const Engine::Reply<Result<MadeInvitation>> &reply) {
                makeInvitation(room, cart, {protocol::Role::Editor, 2000, 1}, reply);
            },
            [&made](const Result<MadeInvitation> &answer) {
                if (answer)
                    made = *answer;
            });
        auto bob = person("Bob");
        QTRY_VERIFY_WITH_TIMEOUT(made && bob->session.phase() == AppSession::Ready, patience);
        QTRY_VERIFY_WITH_TIMEOUT(QDateTime::currentMSecsSinceEpoch() > static_cast<qint64>(made->expiresAt), patience);
        JoinFlow flow;
        flow.setSession(&bob->session);
        flow.setText(QString::fromStdString(made->link));
        flow.join();
        QTRY_COMPARE_WITH_TIMEOUT(flow.state(), JoinFlow::Failed, patience);
        QVERIFY(flow.problem().contains(QStringLiteral("expired")));
    }

    void aServerThatIsAway()
    {
        setServer(*m_ann, m_server->url, m_server->fingerprint);
        const QString invitation = link();
        auto bob = person("Bob");
        QTRY_COMPARE_WITH_TIMEOUT(bob->session.phase(), AppSession::Ready, patience);
        m_server->stop();
        JoinFlow flow;
        flow.setSession(&bob->session);
        flow.setText(invitation);
        flow.join();
        QTRY_COMPARE_WITH_TIMEOUT(flow.state(), JoinFlow::Failed, patience);
        QTRY_COMPARE_WITH_TIMEOUT(bob->session.serverUrl(), QString(), patience);
    }

    void aLinkToAnotherServer()
    {
        setServer(*m_ann, m_server->url, m_server->fingerprint);
        const QString invitation = link();
        LiveServer other;
        QVERIFY(other.start(m_directory->filePath(QStringLiteral("other"))));
        auto bob = person("Bob");
        QTRY_COMPARE_WITH_TIMEOUT(bob->session.phase(), AppSession::Ready, patience);
        setServer(*bob, other.url, other.fingerprint);
        JoinFlow flow;
        flow.setSession(&bob->session);
        flow.setText(invitation);
        QCOMPARE(flow.state(), JoinFlow::OtherServer);
        QVERIFY(!flow.canJoin());
        QVERIFY(flow.serverNote().contains(other.url));
        flow.join();
        QCOMPARE(flow.state(), JoinFlow::OtherServer);
        QCOMPARE(bob->session.serverUrl(), other.url);
    }

    void lookingAtAServer()
    {
        ServerSettings server;
        server.setSession(&m_ann->session);
        server.look(QStringLiteral("not an address"), {});
        QCOMPARE(server.state(), ServerSettings::Wrong);
        server.look(m_server->url, QStringLiteral("12:34"));
        QCOMPARE(server.state(), ServerSettings::Wrong);
        server.look(m_server->url, {});
        QTRY_COMPARE_WITH_TIMEOUT(server.state(), ServerSettings::FirstUse, patience);
        QCOMPARE(server.fingerprint(), ServerSettings::grouped(m_server->fingerprint));
        QCOMPARE(m_ann->session.serverUrl(), QString()); // nothing is taken over by itself
        server.look(m_server->url, QString(64, QLatin1Char('0')));
        QTRY_COMPARE_WITH_TIMEOUT(server.state(), ServerSettings::Mismatch, patience);
        server.use();
        QCOMPARE(server.state(), ServerSettings::Mismatch);
        server.look(QStringLiteral("ws://127.0.0.1:1"), {});
        QCOMPARE(server.state(), ServerSettings::Plain);
        QVERIFY(server.problem().isEmpty());
        server.look(QStringLiteral("ws://example.org:1"), {});
        QVERIFY(!server.problem().isEmpty());
        server.look(QStringLiteral("wss://127.0.0.1:1"), {});
        QTRY_COMPARE_WITH_TIMEOUT(server.state(), ServerSettings::Away, patience);
    }

    // Somebody else answers at our server's address: a full stop until a person has decided.
    void anotherCertificate()
    {
        setServer(*m_ann, m_server->url, m_server->fingerprint);
        QTRY_COMPARE_WITH_TIMEOUT(m_ann->session.sync()->state(), SyncStatus::Online, patience);
        const QString before = m_server->fingerprint;
        ServerSettings server;
        server.setSession(&m_ann->session);
        m_server->stop();
        QVERIFY(m_server->start(m_directory->filePath(QStringLiteral("impostor"))));
        QVERIFY(m_server->fingerprint != before);
        m_ann->session.syncNow();
        QTRY_VERIFY_WITH_TIMEOUT(server.isChanged(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(server.changedFingerprint(), ServerSettings::grouped(m_server->fingerprint),
                                  patience);
        QCOMPARE(server.trustedFingerprint(), ServerSettings::grouped(before));
        QCOMPARE(m_ann->session.sync()->state(), SyncStatus::ActionNeeded);
        server.keepStopped();
        QVERIFY(!server.isChanged());
        QCOMPARE(m_ann->session.sync()->state(), SyncStatus::ActionNeeded);
        m_ann->session.syncNow(); // asked again by hand, and the same answer
        QTRY_VERIFY_WITH_TIMEOUT(server.isChanged(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(server.changedFingerprint(), ServerSettings::grouped(m_server->fingerprint),
                                  patience);
        QCOMPARE(m_ann->session.serverFingerprint(), before);
        server.trustChanged();
        QTRY_COMPARE_WITH_TIMEOUT(m_ann->session.sync()->state(), SyncStatus::Online, patience);
        QVERIFY(!server.isChanged());
        server.remove();
        QTRY_COMPARE_WITH_TIMEOUT(m_ann->session.sync()->state(), SyncStatus::OnlyHere, patience);
    }

    void keysGoToTheKeychainAndBack()
    {
        test::FakeVault vault;
        vault.problem = "Nobody is there.";
        auto bob = person("Bob", &vault);
        QTRY_COMPARE_WITH_TIMEOUT(bob->session.phase(), AppSession::Ready, patience);
        KeySettings keys;
        keys.setSession(&bob->session);
        QSignalSpy moved(&keys, &KeySettings::moved);
        QSignalSpy failed(&keys, &KeySettings::failed);
        keys.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(!keys.isBusy(), patience);
        QVERIFY(!keys.isInKeychain() && !keys.isKeychainReady());
        QVERIFY(keys.why().contains(QStringLiteral("Nobody is there.")));
        keys.moveToKeychain();
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
        vault.problem.clear();
        keys.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(keys.isKeychainReady() && !keys.isBusy(), patience);
        keys.moveToKeychain();
        QTRY_COMPARE_WITH_TIMEOUT(moved.count(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(keys.isInKeychain(), patience);
        keys.moveToFile();
        QTRY_COMPARE_WITH_TIMEOUT(moved.count(), 2, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!keys.isInKeychain(), patience);
        bob.reset();
    }

    void diagnosticsHoldNothingPrivate()
    {
        setServer(*m_ann, m_server->url, m_server->fingerprint);
        AppFacts facts;
        facts.setSession(&m_ann->session);
        const QString text = facts.diagnostics();
        QVERIFY(text.contains(QStringLiteral("fingerprint pinned")));
        for (const QString &secret : {QStringLiteral("Ann"), QStringLiteral("Shop"), QStringLiteral("milk"),
                                      QStringLiteral("127.0.0.1"), m_server->fingerprint})
            QVERIFY2(!text.contains(secret), qPrintable(text));
    }
};

QTEST_MAIN(TestSharingFlows)
#include "tst_sharingflows.moc"
