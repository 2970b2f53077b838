#include "incarnation/filelock.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace evencart;

// One program at a time; and whatever lies in the file, nobody is kept out by somebody who is gone.
class TestFileLock : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;

    std::string at(const char *name) const { return m_directory.filePath(QLatin1String(name)).toStdString(); }
    static void write(const std::string &file, const QByteArray &content)
    {
        QFile written(QString::fromStdString(file));
        QVERIFY(written.open(QIODevice::WriteOnly));
        QCOMPARE(written.write(content), content.size());
    }

private Q_SLOTS:
    void theSecondIsToldOfTheFirst()
    {
        {
            const auto first = FileLock::take(at("a"), "evencartctl");
            QVERIFY(first.ok());
            QCOMPARE(FileLock::take(at("a"), "evencart").error().code, ErrorCode::InUse);
            const FileLock::Holder holder = FileLock::holderOf(at("a"));
            QCOMPARE(qint64(holder.process), QCoreApplication::applicationPid());
            QCOMPARE(holder.program, std::string("evencartctl"));
        }
        QVERIFY(FileLock::take(at("a"), "evencart").ok());
        QCOMPARE(FileLock::holderOf(at("a")).program, std::string("evencart"));
    }

    void whatIsInTheFileDoesNotDecide_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty, of a program that was killed early") << QByteArray();
        QTest::newRow("of a process that lives") << QByteArray("1\ninit\n");
        QTest::newRow("of another machine") << QByteArray("4711\nevencart\nelsewhere\nid\nid\n");
        QTest::newRow("nonsense") << QByteArray(100'000, '\xff');
    }
    void whatIsInTheFileDoesNotDecide()
    {
        QFETCH(QByteArray, content);
        write(at("b"), content);
        const auto lock = FileLock::take(at("b"), "evencart");
        QVERIFY(lock.ok());
        QCOMPARE(qint64(FileLock::holderOf(at("b")).process), QCoreApplication::applicationPid());
    }

    void aCopyHoldsNothing()
    {
        const auto lock = FileLock::take(at("c"), "evencart");
        QVERIFY(lock.ok());
        QVERIFY(QFile::copy(QString::fromStdString(at("c")), QString::fromStdString(at("copied"))));
        QVERIFY(FileLock::take(at("copied"), "evencart").ok());
    }

    // The system gives a lock up however a program ends. flock(1) makes of itself a program that holds one.
    void whoWasKilledHoldsNothing()
    {
        QProcess holder;
        holder.start(QStringLiteral("flock"),
                     {QStringLiteral("--no-fork"), QString::fromStdString(at("d")), QStringLiteral("cat")});
        QVERIFY(holder.waitForStarted());
        holder.write("held\n");
        QVERIFY(holder.waitForReadyRead(test::patience)); // cat runs, so the lock is taken
        QCOMPARE(FileLock::take(at("d"), "evencart").error().code, ErrorCode::InUse);
        QCOMPARE(FileLock::holderOf(at("d")).process, 0L);
        holder.kill();
        QVERIFY(holder.waitForFinished(test::patience));
        QVERIFY(FileLock::take(at("d"), "evencart").ok());
    }

    void whereNothingCanBeWritten()
    {
        const auto lock = FileLock::take(at("no/such/folder"), "evencart");
        QCOMPARE(lock.error().code, ErrorCode::Io);
        QVERIFY(!lock.error().message.empty());
    }
};

QTEST_GUILESS_MAIN(TestFileLock)
#include "tst_filelock.moc"
