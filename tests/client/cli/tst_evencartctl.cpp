#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

// The program itself: exit codes, streams, locks, damage. What the commands do is tst_editing and tst_answers.
class TestEvencartctl : public QObject
{
    Q_OBJECT

    struct Answer
    {
        int code = -1;
        QByteArray out;
        QByteArray err;
    };

    std::unique_ptr<QTemporaryDir> m_directory;

    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_STATE_HOME"), m_directory->filePath(QStringLiteral("state")));
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_directory->filePath(QStringLiteral("data")));
        return environment;
    }

    void start(QProcess &process, const QStringList &words, const QProcessEnvironment &environment) const
    {
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(EVENCARTCTL), words);
        QVERIFY(process.waitForStarted());
    }

    Answer run(const QStringList &words, const QByteArray &input = {}) { return run(words, input, environment()); }
    Answer run(const QStringList &words, const QByteArray &input, const QProcessEnvironment &environment) const
    {
        QProcess process;
        start(process, words, environment);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(60'000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    QString database() const { return m_directory->filePath(QStringLiteral("data/evencart/carts.db")); }

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void aSession()
    {
        const QString shop = QStringLiteral("Shop");
        QCOMPARE(run({QStringLiteral("cart"), QStringLiteral("create"), shop}).code, 0);
        QCOMPARE(run({QStringLiteral("add"), shop, QStringLiteral("-")}, "milk\neggs\n").out,
                 QByteArray("milk: 1\neggs: 1\n"));
        const Answer shown = run({QStringLiteral("--json"), QStringLiteral("cart"), QStringLiteral("show"), shop});
        QCOMPARE(shown.code, 0);
        QVERIFY(shown.err.isEmpty());
        QVERIFY(QJsonDocument::fromJson(shown.out).isObject());
        QVERIFY(run({QStringLiteral("--version")}).out.startsWith("evencartctl "));
    }

    void noUtf8LocaleIsNoReasonToComplain()
    {
        QProcessEnvironment plain = environment();
        plain.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
        const Answer created =
            run({QStringLiteral("cart"), QStringLiteral("create"), QStringLiteral("Büro")}, {}, plain);
        QCOMPARE(created.code, 0);
        QCOMPARE(created.err, QByteArray());
        QVERIFY(run({QStringLiteral("cart"), QStringLiteral("list")}, {}, plain).out.contains("Büro"));
    }

    void theLocaleSaysHowNumbersAreWritten()
    {
        QProcessEnvironment german = environment();
        german.remove(QStringLiteral("LC_ALL"));
        german.insert(QStringLiteral("LC_NUMERIC"), QStringLiteral("de_DE.UTF-8"));
        german.insert(QStringLiteral("LANG"), QStringLiteral("C.UTF-8"));
        run({QStringLiteral("cart"), QStringLiteral("create"), QStringLiteral("Shop")}, {}, german);
        const Answer added =
            run({QStringLiteral("add"), QStringLiteral("Shop"), QStringLiteral("1,5 l milk")}, {}, german);
        QCOMPARE(added.out, QByteArray("milk: 1,5 l\n"));
    }

    void c94_aProfileIsHeldByOneProgramAtATime()
    {
        QTcpServer mute; // takes connections and never answers
        QVERIFY(mute.listen(QHostAddress::LocalHost));
        run({QStringLiteral("server"), QStringLiteral("set"),
             QStringLiteral("ws://127.0.0.1:%1").arg(mute.serverPort())});
        QProcess watching;
        start(watching, {QStringLiteral("watch")}, environment());
        QVERIFY(mute.waitForNewConnection(30'000));
        const Answer second = run({QStringLiteral("--json"), QStringLiteral("cart"), QStringLiteral("list")});
        QCOMPARE(second.code, 6);
        QVERIFY(second.out.contains("in_use"));
        QVERIFY(second.err.contains("evencartctl (process " + QByteArray::number(watching.processId())));
        watching.terminate(); // SIGTERM
        QVERIFY(watching.waitForFinished(30'000));
        QCOMPARE(watching.exitStatus(), QProcess::NormalExit);
        QCOMPARE(watching.exitCode(), 0);
        QCOMPARE(run({QStringLiteral("cart"), QStringLiteral("list")}).code, 0);
    }

    void watchTellsThatItIsOfflineAndStays()
    {
        run({QStringLiteral("server"), QStringLiteral("set"), QStringLiteral("ws://127.0.0.1:1")});
        QProcess watching;
        start(watching, {QStringLiteral("--json"), QStringLiteral("watch")}, environment());
        QVERIFY(watching.waitForReadyRead(30'000));
        const QJsonObject event = QJsonDocument::fromJson(watching.readLine()).object();
        QCOMPARE(event[QLatin1String("event")].toString(), QStringLiteral("offline"));
        ::kill(static_cast<pid_t>(watching.processId()), SIGINT);
        QVERIFY(watching.waitForFinished(30'000));
        QCOMPARE(watching.exitCode(), 0);
    }

    void aServerThatIsAwayEndsSyncAtOnce()
    {
        run({QStringLiteral("server"), QStringLiteral("set"), QStringLiteral("ws://127.0.0.1:1")});
        const Answer answer = run({QStringLiteral("sync")});
        QCOMPARE(answer.code, 4);
        QVERIFY(answer.out.isEmpty());
        QCOMPARE(answer.err.count('\n'), 1);
    }

    void aDamagedDatabase()
    {
        run({QStringLiteral("cart"), QStringLiteral("create"), QStringLiteral("Shop")});
        QFile file(database());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(QByteArray(8192, 'x'));
        file.close();
        QFile::remove(database() + QStringLiteral("-wal"));
        for (const char *command : {"doctor", "profile"}) {
            const Answer answer = run({QStringLiteral("--json"), QString::fromLatin1(command)});
            QCOMPARE(answer.code, 5);
            QVERIFY(answer.out.contains("corrupt"));
        }
    }

    // A row whose content was changed behind our back has another checksum.
    void aRowThatWasTamperedWith()
    {
        run({QStringLiteral("cart"), QStringLiteral("create"), QStringLiteral("Shop")});
        run({QStringLiteral("add"), QStringLiteral("Shop"), QStringLiteral("marmalade")});
        QFile file(database());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray content = file.readAll();
        const qsizetype at = content.indexOf("marmalade");
        QVERIFY(at >= 0);
        content.replace("marmalade", "marmelade");
        file.seek(0);
        file.write(content);
        file.close();
        const Answer answer = run({QStringLiteral("doctor")});
        QCOMPARE(answer.code, 5);
        QVERIFY(answer.out.contains("doctor --repair"));
        const Answer refused = run({QStringLiteral("add"), QStringLiteral("Shop"), QStringLiteral("eggs")});
        QCOMPARE(refused.code, 5);
        QVERIFY(refused.err.contains("doctor --repair"));
        const Answer listed = run({QStringLiteral("cart"), QStringLiteral("list")});
        QCOMPARE(listed.code, 5);
        QVERIFY(listed.out.contains("cannot be read"));
        // Every trace of the change was tampered with, so it is lost, and that is said.
        const Answer repaired = run({QStringLiteral("doctor"), QStringLiteral("--repair")});
        QCOMPARE(repaired.code, 0);
        QVERIFY2(repaired.err.contains("Lost"), repaired.err.constData());
        QCOMPARE(run({QStringLiteral("doctor")}).code, 0);
        QCOMPARE(run({QStringLiteral("add"), QStringLiteral("Shop"), QStringLiteral("eggs")}).code, 0);
        QVERIFY(!run({QStringLiteral("cart"), QStringLiteral("show"), QStringLiteral("Shop")}).out.contains("mela"));
    }

    void aDirectoryThatCannotBeMade()
    {
        QFile file(m_directory->filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const Answer answer = run({QStringLiteral("--profile"), file.fileName() + QStringLiteral("/below"),
                                   QStringLiteral("cart"), QStringLiteral("list")});
        QCOMPARE(answer.code, 1);
        QVERIFY(answer.err.contains("--profile"));
    }

    void anAnswerThatCannotBeWrittenIsAnError()
    {
        run({QStringLiteral("cart"), QStringLiteral("create"), QStringLiteral("Shop")});
        QProcess process;
        process.setStandardOutputFile(QStringLiteral("/dev/full"));
        start(process, {QStringLiteral("export"), QStringLiteral("Shop")}, environment());
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(!process.readAllStandardError().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestEvencartctl)
#include "tst_evencartctl.moc"
