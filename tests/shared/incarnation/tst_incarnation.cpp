#include "incarnation/incarnation.h"
#include "support/seededrandom.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace evencart;
using namespace evencart::test;

// A file that stands for a database, and the token that would be inside of it.
class TestIncarnation : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    SeededRandom m_random{1};

    QString path(const char *name) const { return m_dir->filePath(QString::fromLatin1(name)); }
    void put(const QString &file)
    {
        QFile written(file);
        QVERIFY(written.open(QIODevice::WriteOnly) && written.write("x") == 1);
    }
    Incarnation of(const QString &file) { return Incarnation(file, path("state"), m_random); }
    // What an opening does.
    Bytes open(Incarnation &incarnation, const Bytes &before)
    {
        const auto token = incarnation.next(before);
        return token && incarnation.settled(*token) ? *token : Bytes();
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        put(path("db"));
    }

    void theSameFileIsRecognisedOpeningAfterOpening()
    {
        Incarnation incarnation = of(path("db"));
        QVERIFY(incarnation.isSame({}));
        Bytes token;
        for (int i = 0; i < 3; ++i) {
            const Bytes next = open(incarnation, token);
            QVERIFY(next.size() == Incarnation::tokenBytes && next != token);
            token = next;
            QVERIFY(incarnation.isSame(token));
        }
    }
    void anOlderCopyIsNot()
    {
        Incarnation incarnation = of(path("db"));
        const Bytes older = open(incarnation, {});
        open(incarnation, older);
        QVERIFY(!incarnation.isSame(older));
        QVERIFY(!incarnation.isSame({})); // nor one from before there were tokens
    }
    void anotherPathIsNot()
    {
        Incarnation incarnation = of(path("db"));
        const Bytes token = open(incarnation, {});
        QVERIFY(QFile::copy(path("db"), path("copy")));
        QVERIFY(!of(path("copy")).isSame(token));
        QVERIFY(incarnation.isSame(token));
    }
    void anotherFileUnderTheSamePathIsNot()
    {
        Incarnation incarnation = of(path("db"));
        const Bytes token = open(incarnation, {});
        put(path("other")); // while the first is there, so that their inodes differ
        QVERIFY(QFile::remove(path("db")) && QFile::rename(path("other"), path("db")));
        QVERIFY(!incarnation.isSame(token));
    }
    void aPathThatLeadsThereByALinkIsTheSame()
    {
        Incarnation incarnation = of(path("db"));
        const Bytes token = open(incarnation, {});
        QVERIFY(QFile::link(m_dir->path(), path("link")));
        QVERIFY(of(path("link/db")).isSame(token));
    }
    void aLostOrDamagedTokenIsAnAlarm()
    {
        Incarnation incarnation = of(path("db"));
        const Bytes token = open(incarnation, {});
        const QDir state(path("state"));
        QCOMPARE(state.entryList(QDir::Files).size(), 1);
        QFile outside(state.filePath(state.entryList(QDir::Files).front()));
        QVERIFY(outside.open(QIODevice::ReadWrite) && outside.resize(20));
        QVERIFY(!incarnation.isSame(token));
        QVERIFY(outside.remove());
        QVERIFY(!incarnation.isSame(token));
    }
    void aCrashBetweenTheTwoWritesIsNoAlarm()
    {
        Incarnation incarnation = of(path("db"));
        const Bytes before = open(incarnation, {});
        const auto next = incarnation.next(before);
        QVERIFY(next.ok());
        QVERIFY(incarnation.isSame(before)); // the database was not written
        QVERIFY(incarnation.isSame(*next));  // it was
        QVERIFY(incarnation.settled(*next).ok());
        QVERIFY(!incarnation.isSame(before));
    }
    void aCrashBetweenTheTwoWritesDoesNotSilenceAnAlarm()
    {
        Incarnation incarnation = of(path("db"));
        const Bytes older = open(incarnation, {});
        open(incarnation, older);
        QVERIFY(!incarnation.isSame(older));
        QVERIFY(incarnation.next(older).ok());
        QVERIFY(!incarnation.isSame(older));
    }
    void whatCannotBeWrittenIsSaid()
    {
        put(path("state")); // a file where the directory should be
        Incarnation incarnation = of(path("db"));
        const auto token = incarnation.next({});
        QVERIFY(!token.ok());
        QCOMPARE(token.error().code, ErrorCode::Io);
        QVERIFY(token.error().message.find("Make this directory writable") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestIncarnation)
#include "tst_incarnation.moc"
