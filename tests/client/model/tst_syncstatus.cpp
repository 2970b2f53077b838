#include "model/syncstatus.h"

#include <QSignalSpy>
#include <QTest>

using namespace evencart;

using Status = SyncClient::Status;

// How the sync stands, in one word and one sentence: never green while something is unsolved.
class TestSyncStatus : public QObject
{
    Q_OBJECT

    static ConnectionState connection(Status status, bool settled = false)
    {
        ConnectionState state;
        state.hasServer = true;
        state.status = status;
        state.caughtUp = settled;
        return state;
    }
    static ConnectionState broken(ConnectionState state, bool isFinal = false)
    {
        state.error = Error{ErrorCode::Unreachable, "Nobody answers."};
        state.final = isFinal;
        return state;
    }
    static CartSummary cart(const char *name, std::size_t pending, std::uint64_t synced)
    {
        CartSummary summary;
        summary.name = name;
        summary.pending = pending;
        summary.lastSynced = synced;
        return summary;
    }

private Q_SLOTS:
    void everyStateHasItsWord_data()
    {
        QTest::addColumn<ConnectionState>("connection");
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *name, const ConnectionState &connection, SyncStatus::State state,
                            const char *word) {
            QTest::newRow(name) << connection << int(state) << QString::fromUtf8(word);
        };
        row("no server", {}, SyncStatus::OnlyHere, "On this device");
        row("everything there", connection(Status::Online, true), SyncStatus::Online, "Online");
        row("on the way", connection(Status::Online), SyncStatus::Syncing, "Syncing");
        row("first attempt", connection(Status::Connecting), SyncStatus::Connecting, "Connecting");
        row("about to begin", connection(Status::Offline), SyncStatus::Connecting, "Connecting");
        row("not reached", broken(connection(Status::Offline)), SyncStatus::Offline, "Offline");
        row("tried again", broken(connection(Status::Connecting)), SyncStatus::Offline, "Offline");
        row("given up", broken(connection(Status::Stopped), true), SyncStatus::ActionNeeded, "Action needed");
        ConnectionState chosen = connection(Status::Stopped);
        chosen.workOffline = true;
        row("by choice", chosen, SyncStatus::WorkOffline, "Working offline");
    }
    void everyStateHasItsWord()
    {
        QFETCH(ConnectionState, connection);
        QFETCH(int, state);
        QFETCH(QString, word);
        SyncStatus status;
        QSignalSpy changed(&status, &SyncStatus::changed);
        status.setConnection(connection);
        QCOMPARE(int(status.state()), state);
        QCOMPARE(status.word(), word);
        QVERIFY(!status.sentence().isEmpty());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(status.hasServer(), connection.hasServer);
        QCOMPARE(status.workOffline(), connection.workOffline);
    }

    void aFinalFailureSaysWhy()
    {
        SyncStatus status;
        status.setConnection(broken(connection(Status::Stopped), true));
        QCOMPARE(status.sentence(), QStringLiteral("Nobody answers."));
    }

    void whatWaitsIsCounted()
    {
        SyncStatus status;
        status.setConnection(connection(Status::Online));
        CartSummary old = cart("old", 7, 1);
        old.archived = true;
        status.setCarts({cart("week", 2, 1'700'000'000'000), cart("party", 1, 1'700'000'100'000), old});
        QCOMPARE(status.waiting(), 3); // the archive does not sync
        QCOMPARE(status.sentence(), QStringLiteral("3 change(s) on the way to the server."));
        QVERIFY(!status.lastSynced().isEmpty());
        status.setCarts({cart("week", 0, 0), cart("party", 0, 1'700'000'100'000)});
        QVERIFY(status.lastSynced().isEmpty()); // one of them never was
        QCOMPARE(status.sentence(), QStringLiteral("Comparing with the server."));
    }

    void aCartThatTheServerRefusesWantsAction()
    {
        SyncStatus status;
        status.setConnection(connection(Status::Online, true));
        CartSummary refused = cart("week", 0, 0);
        refused.refused = "You are not a member any more.";
        status.setCarts({refused});
        QCOMPARE(status.state(), SyncStatus::ActionNeeded);
        QCOMPARE(status.sentence(), QStringLiteral("week: You are not a member any more."));
        refused.archived = true;
        status.setCarts({refused});
        QCOMPARE(status.state(), SyncStatus::Online);
    }

    void aBrokenDiskIsAboveAll()
    {
        SyncStatus status;
        status.setConnection(connection(Status::Online, true));
        status.setStorageProblem(QStringLiteral("The disk is full."));
        QCOMPARE(status.state(), SyncStatus::ActionNeeded);
        QCOMPARE(status.sentence(), QStringLiteral("The disk is full."));
        status.setConnection(connection(Status::Online, true));
        QCOMPARE(status.state(), SyncStatus::ActionNeeded);
    }
};

QTEST_GUILESS_MAIN(TestSyncStatus)
#include "tst_syncstatus.moc"
