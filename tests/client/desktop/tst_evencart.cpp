#include "desktop/singleinstance.h"

#include <QDir>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

using namespace evencart;

// The program as a desktop starts it, without a display.
class TestEvencart : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;

    struct Ended
    {
        int code = -1;
        QString out;
        QString err;
    };

    void prepare(QProcess &process) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_STATE_HOME"), m_directory.path() + QStringLiteral("/state"));
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent"));
        environment.insert(QStringLiteral("QT_QUICK_BACKEND"), QStringLiteral("software"));
        process.setProcessEnvironment(environment);
    }
    Ended run(const QString &program, const QStringList &arguments) const
    {
        QProcess process;
        prepare(process);
        process.start(program, arguments);
        if (!process.waitForFinished(100000))
            return {};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }
    Ended run(const QStringList &arguments) const { return run(QStringLiteral(EVENCART), arguments); }
    QString profile() const { return m_directory.path() + QStringLiteral("/ann"); }
    void startWindow(QProcess &process) const
    {
        prepare(process);
        process.start(QStringLiteral(EVENCART), {QStringLiteral("--profile"), profile()});
    }
    // Whether this is the one that has the profile's place.
    bool runs(const QProcess &process) const
    {
        QFile lock(SingleInstance::socketPath(profile()) + QStringLiteral(".lock"));
        return lock.open(QIODevice::ReadOnly) && lock.readLine().trimmed().toLongLong() == process.processId();
    }
    Ended handOver(const char *item) const
    {
        return run({QStringLiteral("--profile"), profile(), QStringLiteral("--add"), QString::fromUtf8(item)});
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile::setPermissions(m_directory.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("XDG_RUNTIME_DIR", m_directory.path().toUtf8());
        QVERIFY(QDir().mkpath(profile()));
    }

    void selfTest()
    {
        const Ended ended = run({QStringLiteral("--self-test")});
        QVERIFY2(ended.code == 0, qPrintable(ended.err));
        QVERIFY(ended.out.startsWith(QStringLiteral("evencart: self-test passed")));
        QCOMPARE(ended.err, QString()); // no warning of QML's either
    }

    void helpAndVersionNeedNoDisplay()
    {
        qputenv("QT_QPA_PLATFORM", "nonsense");
        const Ended help = run({QStringLiteral("--help")});
        const Ended version = run({QStringLiteral("--version")});
        const Ended wrong = run({QStringLiteral("--nonsense")});
        qputenv("QT_QPA_PLATFORM", "offscreen");
        QCOMPARE(help.code, 0);
        QVERIFY(help.out.contains(QStringLiteral("--self-test")));
        QCOMPARE(version.code, 0);
        QVERIFY(version.out.startsWith(QStringLiteral("evencart ")));
        QCOMPARE(wrong.code, 2);
        QVERIFY(wrong.err.contains(QStringLiteral("nonsense")));
    }

    void aSecondStartHandsOver()
    {
        QProcess first;
        startWindow(first);
        QTRY_VERIFY_WITH_TIMEOUT(runs(first), 60000);
        const Ended second = handOver("3x handed over");
        QVERIFY2(second.code == 0, qPrintable(second.err));
        QCOMPARE(first.state(), QProcess::Running);
        first.terminate();
        QVERIFY(first.waitForFinished(30000));
        QCOMPARE(first.exitCode(), 0);

        // Others may have the profile again, and find what was handed over: "done" means saved, also at a session's
        // end.
        const Ended show =
            run(QStringLiteral(EVENCARTCTL), {QStringLiteral("--profile"), profile(), QStringLiteral("cart"),
                                              QStringLiteral("show"), QStringLiteral("Try me")});
        QVERIFY2(show.out.contains(QStringLiteral("handed over")), qPrintable(show.out + show.err));
    }

    void aProgramThatWasKilledIsNotInTheWay()
    {
        QProcess killed;
        startWindow(killed);
        QTRY_VERIFY_WITH_TIMEOUT(runs(killed), 60000);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(SingleInstance::socketPath(profile())), 60000);
        killed.kill();
        QVERIFY(killed.waitForFinished(30000));
        QVERIFY(QFile::exists(SingleInstance::socketPath(profile())));

        QProcess again;
        startWindow(again);
        QTRY_VERIFY_WITH_TIMEOUT(runs(again), 60000);
        QCOMPARE(handOver("once more").code, 0);
        again.terminate();
        QVERIFY(again.waitForFinished(30000));
    }
};

QTEST_GUILESS_MAIN(TestEvencart)
#include "tst_evencart.moc"
