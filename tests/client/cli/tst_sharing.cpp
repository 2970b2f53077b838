#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

// Two people and a viewer, each a program with a profile of its own, and a real server on loopback.
class TestSharing : public QObject
{
    Q_OBJECT

    struct Answer
    {
        int code = -1;
        QJsonObject json;
        QByteArray err;
    };

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<QProcess> m_server;
    QJsonObject m_ready;

    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_STATE_HOME"), m_directory->filePath(QStringLiteral("state")));
        return environment;
    }

    QStringList wordsFor(const char *person, const QStringList &words) const
    {
        return QStringList{QStringLiteral("--json"), QStringLiteral("--profile"),
                           m_directory->filePath(QLatin1String(person))} +
               words;
    }

    Answer run(const char *person, const QStringList &words) const
    {
        QProcess process;
        process.setProcessEnvironment(environment());
        process.start(QStringLiteral(EVENCARTCTL), wordsFor(person, words));
        process.waitForFinished(60'000);
        return {process.exitCode(), QJsonDocument::fromJson(process.readAllStandardOutput()).object(),
                process.readAllStandardError()};
    }
    // Words that hold no spaces.
    Answer run(const char *person, const char *words) const
    {
        return run(person, QString::fromUtf8(words).split(QLatin1Char(' ')));
    }

    // What people read, without --json.
    QByteArray plain(const char *person, const char *words) const
    {
        QProcess process;
        process.setProcessEnvironment(environment());
        process.start(QStringLiteral(EVENCARTCTL),
                      wordsFor(person, QString::fromUtf8(words).split(QLatin1Char(' '))).mid(1));
        process.waitForFinished(60'000);
        return process.readAllStandardOutput();
    }

    QString invite(const QStringList &more = {}) const
    {
        return run("ann", QStringList{QStringLiteral("invite"), QStringLiteral("Shop")} + more)
            .json[QLatin1String("link")]
            .toString();
    }

    Answer join(const char *person, const QString &link) const { return run(person, {QStringLiteral("join"), link}); }

    QString digest(const char *person) const
    {
        return run(person, "cart show Shop").json[QLatin1String("digest")].toString();
    }

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<QProcess>();
        m_server->start(QStringLiteral(EVENCARTD),
                        {QStringLiteral("--data"), m_directory->filePath(QStringLiteral("server")),
                         QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--admin"),
                         QStringLiteral("127.0.0.1:0")});
        QVERIFY(m_server->waitForReadyRead(30'000));
        m_ready = QJsonDocument::fromJson(m_server->readLine()).object();
        for (const char *person : {"ann", "bob", "cyd"})
            QCOMPARE(run(person, {QStringLiteral("init"), QStringLiteral("--name"), QString::fromLatin1(person)}).code,
                     0);
        QCOMPARE(run("ann", {QStringLiteral("server"), QStringLiteral("set"), m_ready[QLatin1String("url")].toString(),
                             QStringLiteral("--fingerprint"), m_ready[QLatin1String("fingerprint")].toString()})
                     .code,
                 0);
        QCOMPARE(run("ann", "cart create Shop").code, 0);
        QCOMPARE(run("ann", "add Shop milk eggs").code, 0);
    }

    void cleanup()
    {
        m_server->kill();
        m_server->waitForFinished();
    }

    // Decided by the server, at once: a viewer's changes are taken back, and who was shown out syncs no more.
    void anOwnerDecidesWhoMayWrite()
    {
        QCOMPARE(join("bob", invite()).code, 0);
        QCOMPARE(run("bob", "members role Shop ann viewer").code, 3);
        QCOMPARE(run("ann", "members role Shop bob king").code, 2);
        QCOMPARE(run("ann", "members role Shop nobody viewer").code, 7);
        const auto members = run("ann", "members role Shop bob viewer").json[QLatin1String("members")].toArray();
        QCOMPARE(members.size(), 2);
        run("bob", "add Shop caviar");
        QCOMPARE(run("bob", "sync").code, 3);
        QCOMPARE(run("bob", "rejected Shop").json[QLatin1String("rejected")].toArray().size(), 1);
        QCOMPARE(run("bob", "cart show Shop").json[QLatin1String("lines")].toArray().size(), 2);
        QCOMPARE(run("ann", "members role Shop bob editor").code, 0);
        run("bob", "add Shop bread");
        QCOMPARE(run("bob", "sync").code, 0);
        QCOMPARE(run("ann", "members remove Shop bob").code, 0);
        QCOMPARE(run("bob", "sync").code, 3);
        QCOMPARE(run("bob", "cart show Shop").json[QLatin1String("lines")].toArray().size(), 3); // his copy stays
        run("bob", "add Shop tea");
        const QJsonObject waiting = run("bob", "pending").json;
        QCOMPARE(waiting[QLatin1String("pending")].toArray().size(), 1);
        QCOMPARE(waiting[QLatin1String("shut_out")].toArray().size(), 1); // it was once told as about to go out
        QVERIFY(plain("bob", "cart show Shop").contains("1 change stays here. Ask one of its owners"));
        QVERIFY(plain("bob", "cart list").contains("the server does not let us in"));
        QVERIFY(!plain("bob", "sync").contains("No cart to sync"));
        QCOMPARE(join("bob", invite()).code, 0); // and with a new invitation all goes on
        QCOMPARE(run("bob", "sync").code, 0);
        QCOMPARE(run("bob", "pending").json, (QJsonObject{{QStringLiteral("pending"), QJsonArray()}}));
        QCOMPARE(run("ann", "members remove Shop ann").code, 3); // somebody has to own it
    }

    // Names were once looked up among everybody ever heard of; and two of one name in the cart were told as a server
    // that cannot be reached.
    void aNameMeansSomebodyInTheCart()
    {
        QCOMPARE(join("bob", invite()).code, 0);
        QCOMPARE(run("namesake", "init --name bob").code, 0);
        QCOMPARE(run("ann", "cart create Home").code, 0);
        const QString toHome = run("ann", "invite Home").json[QLatin1String("link")].toString();
        QCOMPARE(join("namesake", toHome).code, 0);
        QCOMPARE(run("ann", "members Home").code, 0); // both were heard of now
        QCOMPARE(run("ann", "members role Shop bob viewer").code, 0);
        QCOMPARE(run("ann", "members remove Shop cyd").code, 7);
        QCOMPARE(join("namesake", invite()).code, 0);
        const Answer several = run("ann", "members remove Shop bob");
        QCOMPARE(several.code, 7);
        QVERIFY2(several.err.contains("fits several"), several.err.constData());
    }

    void twoPeopleEndUpWithTheSame()
    {
        const Answer synced = run("ann", "sync");
        QCOMPARE(synced.code, 0);
        const QJsonObject entry = synced.json[QLatin1String("carts")][0].toObject();
        QCOMPARE(entry.keys(), QStringList({QStringLiteral("digest"), QStringLiteral("head"), QStringLiteral("id"),
                                            QStringLiteral("pending")}));
        QCOMPARE(entry[QLatin1String("pending")].toInt(-1), 0);
        const QString link = invite();
        QCOMPARE(join("bob", link).code, 0);
        QCOMPARE(join("cyd", link).code, 3); // it was for one
        run("bob", "add Shop milk");
        run("ann", "remove Shop milk");
        run("ann", "note Shop eggs big");
        run("bob", "note Shop eggs small");
        for (const char *person : {"bob", "ann", "bob"})
            QCOMPARE(run(person, "sync").code, 0);
        QCOMPARE(digest("ann"), digest("bob"));
        const QJsonObject cart = run("ann", "cart show Shop").json;
        QCOMPARE(cart[QLatin1String("lines")].toArray().size(), 2); // Bob's milk outlives the removal
        QCOMPARE(run("ann", "conflicts Shop").json[QLatin1String("lines")].toArray().size(), 1);
        QCOMPARE(run("ann", "resolve Shop eggs note --keep big").code, 0);
        QVERIFY(run("ann", "conflicts Shop").json[QLatin1String("lines")].toArray().isEmpty());
        bool someUnseen = false;
        for (const auto &done : run("ann", "history Shop").json[QLatin1String("history")].toArray()) {
            QVERIFY(done[QLatin1String("name")].toString() != QStringLiteral("unknown"));
            someUnseen = someUnseen || !done[QLatin1String("not_seen")].toArray().isEmpty();
        }
        QVERIFY(someUnseen);
        const QJsonArray members = run("bob", "members Shop").json[QLatin1String("members")].toArray();
        QCOMPARE(members.size(), 2);
        QCOMPARE(run("bob", "doctor").code, 0);
    }

    void aViewersEditIsRefusedAndTakenBack()
    {
        QCOMPARE(join("cyd", invite({QStringLiteral("--role"), QStringLiteral("viewer")})).code, 0);
        run("cyd", "add Shop tea");
        const Answer synced = run("cyd", "sync");
        QCOMPARE(synced.code, 3);
        QVERIFY(synced.err.contains("add tea"));
        const QJsonObject rejected = run("cyd", "rejected").json[QLatin1String("rejected")][0].toObject();
        QCOMPARE(rejected[QLatin1String("reason")].toString(), QStringLiteral("not_allowed"));
        QCOMPARE(rejected[QLatin1String("what")].toString(), QStringLiteral("add tea"));
        QCOMPARE(run("cyd", "cart show Shop").json[QLatin1String("lines")].toArray().size(), 2);
        QCOMPARE(run("cyd", "invite Shop").code, 3);
    }

    void aServerThatIsNotTheOneWeKnow()
    {
        run("ann", {QStringLiteral("server"), QStringLiteral("set"), m_ready[QLatin1String("url")].toString(),
                    QStringLiteral("--fingerprint"), QString(64, QLatin1Char('0'))});
        const Answer synced = run("ann", "sync --timeout 20");
        QCOMPARE(synced.code, 4);
        QCOMPARE(synced.json[QLatin1String("error")][QLatin1String("code")].toString(), QStringLiteral("untrusted"));
    }

    void watchTellsOfAnEdit()
    {
        QCOMPARE(join("bob", invite()).code, 0);
        QProcess watching;
        watching.setProcessEnvironment(environment());
        watching.start(QStringLiteral(EVENCARTCTL), wordsFor("bob", {QStringLiteral("watch"), QStringLiteral("Shop")}));
        QByteArray told;
        const auto waitFor = [&](const char *event) {
            const QByteArray wanted = QByteArray("\"event\":\"") + event + '"';
            while (!told.contains(wanted) && watching.waitForReadyRead(30'000))
                told += watching.readAllStandardOutput();
            return told.contains(wanted);
        };
        QVERIFY(waitFor("synced"));
        run("ann", "like Shop eggs");
        QCOMPARE(run("ann", "sync").code, 0);
        QVERIFY2(waitFor("edit"), told.constData());
        watching.terminate();
        QVERIFY(watching.waitForFinished(30'000));
        QCOMPARE(watching.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(TestSharing)
#include "tst_sharing.moc"
