#include "store/sqlitelogstore.h"
#include "store/sqliterestore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <random>

#include <sys/resource.h>
#include <unistd.h>

using namespace evencart;
using namespace evencart::store;
using Mode = SqliteLogStore::Mode;

namespace {

class FixedRandom : public RandomSource
{
public:
    Bytes bytes(std::size_t count) override { return Bytes(count, static_cast<char>(++m_calls)); }

private:
    int m_calls = 0;
};

class FixedClock : public Clock
{
public:
    std::uint64_t wallMilliseconds() const override { return 5; }
    std::uint64_t monotonicMilliseconds() const override { return 5; }
};

CartRow cartRow(std::uint8_t n = 1)
{
    CartRow row;
    row.cart.raw[0] = n;
    row.epoch.raw[0] = 99;
    return row;
}

LogEntry entry(std::uint64_t position, Bytes bytes)
{
    return {position, 1, ReplicaId{1}, position, sha256(bytes), protocol::AcceptedDelta{bytes, {}}};
}

} // namespace

// What only the SQLite store can get wrong: files, locks, damage. The rest: tests/contract/tst_logstore.cpp.
class TestSqliteLogStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::string folder() const { return m_dir->path().toStdString(); }
    std::string at(const char *name) const { return m_dir->filePath(QString::fromLatin1(name)).toStdString(); }
    QString file() const { return QString::fromStdString(SqliteLogStore::fileIn(folder())); }
    std::unique_ptr<SqliteLogStore> open(Mode mode = Mode::Own)
    {
        auto opened = SqliteLogStore::open(folder(), mode);
        if (!opened)
            qFatal("%s", opened.error().message.c_str());
        return *std::move(opened);
    }
    ErrorCode openError(Mode mode = Mode::Own)
    {
        const auto opened = SqliteLogStore::open(folder(), mode);
        return opened ? ErrorCode::NotFound : opened.error().code;
    }
    static bool write(LogStore &store, std::uint64_t position, const Bytes &bytes)
    {
        const bool stored =
            store.begin().ok() && store.append(cartRow().cart, entry(position, bytes)).ok() && store.commit().ok();
        if (!stored)
            store.rollBack();
        return stored;
    }
    std::unique_ptr<SqliteLogStore> openWithCart()
    {
        auto store = open();
        if (!store->begin() || !store->createCart(cartRow()) || !store->commit())
            qFatal("cannot write");
        return store;
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void aSecondServerOnTheFolderIsToldButALookIsNot()
    {
        const auto first = openWithCart();
        QCOMPARE(openError(), ErrorCode::InUse);
        const auto look = open(Mode::Look);
        QCOMPARE(look->carts()->size(), size_t(1));
        QVERIFY(write(*first, 1, "seen by a look that was open before"));
        QCOMPARE(look->entries(cartRow().cart, 1, 9, 999)->size(), size_t(1));
        QVERIFY(!write(*look, 2, "not by a look"));
    }
    // A check that asked twice, with a commit between its questions, found damage that was none.
    void aLookCanStayAtOneMoment()
    {
        const auto server = openWithCart();
        QVERIFY(write(*server, 1, "before"));
        const auto look = open(Mode::Look);
        QVERIFY(look->beginReading().ok());
        QVERIFY(write(*server, 2, "meanwhile"));
        QCOMPARE(look->entries(cartRow().cart, 1, 9, 999)->size(), size_t(1));
        look->rollBack();
        QCOMPARE(look->entries(cartRow().cart, 1, 9, 999)->size(), size_t(2));
        QVERIFY(look->beginReading().ok());
        QCOMPARE(look->entries(cartRow().cart, 1, 9, 999)->size(), size_t(2));
        look->rollBack();
    }
    void theLockGoesWithTheStore()
    {
        {
            open();
        }
        open();
    }
    void aMissingFolderIsIo()
    {
        QCOMPARE(SqliteLogStore::open(at("none"), Mode::Own).error().code, ErrorCode::Io);
        QCOMPARE(SqliteLogStore::open(at("none"), Mode::Look).error().code, ErrorCode::Io);
    }
    void aFolderThatCannotBeWrittenIsIo()
    {
        if (::geteuid() == 0) {
            // Permissions do not bind root, but nobody can make a file below a file.
            QFile plain(m_dir->filePath(QStringLiteral("plain")));
            QVERIFY(plain.open(QIODevice::WriteOnly));
            QCOMPARE(SqliteLogStore::open(at("plain"), Mode::Own).error().code, ErrorCode::Io);
            return;
        }
        QVERIFY(QFile::setPermissions(m_dir->path(), QFile::ReadOwner | QFile::ExeOwner));
        QCOMPARE(openError(), ErrorCode::Io);
        QVERIFY(QFile::setPermissions(m_dir->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }
    void aLaterSchemaIsNotTouched()
    {
        {
            open();
        }
        {
            auto database = sqlite::Database::open(SqliteLogStore::fileIn(folder()), sqlite::Database::Mode::Existing);
            QVERIFY(database.ok() && database->run("PRAGMA user_version = 1000").ok());
        }
        QCOMPARE(openError(), ErrorCode::TooNew);
        QCOMPARE(openError(Mode::Look), ErrorCode::TooNew);
    }
    void aTruncatedFileIsCorrupt()
    {
        {
            const auto store = openWithCart();
            for (std::uint64_t i = 1; i <= 100; ++i)
                QVERIFY(write(*store, i, Bytes(2000, 'x')));
        }
        QFile damaged(file());
        QVERIFY(damaged.resize(damaged.size() / 2));
        QCOMPARE(openError(), ErrorCode::Corrupt);
        QVERIFY(damaged.resize(100));
        QCOMPARE(openError(), ErrorCode::Corrupt);
    }
    // Page headers and cell pointers are what quick_check sees; bits in the middle of a delta are found by its hash
    // (admin verify).
    void flippedBitsAreCorruptOrLeaveEveryRowReadable()
    {
        {
            const auto store = openWithCart();
            for (std::uint64_t i = 1; i <= 100; ++i)
                QVERIFY(write(*store, i, Bytes(500, 'x')));
        }
        QFile stored(file());
        QVERIFY(stored.open(QIODevice::ReadOnly));
        const QByteArray good = stored.readAll();
        stored.close();
        std::mt19937 random(11);
        int found = 0;
        for (int round = 0; round < 20; ++round) {
            QByteArray bad = good;
            for (int flips = 0; flips < 200; ++flips) {
                const auto index = static_cast<qsizetype>(random() % static_cast<unsigned>(bad.size()));
                bad[index] = static_cast<char>(bad.at(index) ^ (1 << random() % 8));
            }
            QVERIFY(stored.open(QIODevice::WriteOnly | QIODevice::Truncate));
            stored.write(bad);
            stored.close();
            const auto opened = SqliteLogStore::open(folder(), Mode::Own);
            found += opened ? 0 : 1;
            if (opened)
                static_cast<void>((*opened)->entries(cartRow().cart, 1, 1000, 1'000'000).ok()); // must not crash
        }
        QVERIFY2(found > 15, qPrintable(QString::number(found)));
    }
    void aFullDiskIsAnErrorAndTheStoreWorksAgainWhenThereIsRoom()
    {
        const auto store = openWithCart();
        QVERIFY(write(*store, 1, "fits"));
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        rlimit small = before;
        small.rlim_cur = 200'000;
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        QVERIFY(store->begin().ok());
        auto stored = store->append(cartRow().cart, entry(2, Bytes(900'000, 'x')));
        if (stored)
            stored = store->commit();
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(!stored.ok());
        QCOMPARE(stored.error().code, ErrorCode::Io);
        store->rollBack();
        QCOMPARE(store->entries(cartRow().cart, 1, 9, 999)->size(), size_t(1));
        QVERIFY(write(*store, 2, "fits again"));
    }
    void aBackupIsTakenWhileTheStoreIsInUse()
    {
        const auto store = openWithCart();
        QVERIFY(write(*store, 1, "kept"));
        QVERIFY(store->backUpTo(at("backup.db")).ok());
        QVERIFY(write(*store, 2, "later"));
        QCOMPARE(store->backUpTo(at("backup.db")).error().code, ErrorCode::InvalidInput);
        const auto look = open(Mode::Look);
        QVERIFY(look->backUpTo(at("backup2.db")).ok()); // beside the running server
    }
    void aRestoreBringsTheBackupBackUnderNewEpochs()
    {
        FixedRandom random;
        FixedClock clock;
        {
            const auto store = openWithCart();
            QVERIFY(store->begin().ok() && store->putServer({cartRow().epoch, 1, "token"}).ok() &&
                    store->commit().ok());
            QVERIFY(write(*store, 1, "kept"));
            QVERIFY(store->backUpTo(at("backup.db")).ok());
            QVERIFY(write(*store, 2, "after the backup"));
            QCOMPARE(restoreSqliteLog(folder(), at("backup.db"), random, clock).error().code, ErrorCode::InUse);
        }
        QVERIFY(restoreSqliteLog(folder(), at("backup.db"), random, clock).ok());
        const auto store = open();
        QCOMPARE(store->entries(cartRow().cart, 1, 9, 999)->size(), size_t(1));
        QVERIFY((*store->cart(cartRow().cart))->epoch != cartRow().epoch);
        QVERIFY((*store->server())->epoch != cartRow().epoch);
        QVERIFY(!QFile::exists(m_dir->filePath(QStringLiteral("restoring.db"))));
        QVERIFY(write(*store, 2, "goes on"));
    }
    void aDamagedBackupLeavesTheLogAsItIs()
    {
        FixedRandom random;
        FixedClock clock;
        {
            const auto store = openWithCart();
            QVERIFY(write(*store, 1, "mine"));
        }
        QFile bad(m_dir->filePath(QStringLiteral("bad.db")));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write(QByteArray(10'000, 'z'));
        bad.close();
        QCOMPARE(restoreSqliteLog(folder(), at("bad.db"), random, clock).error().code, ErrorCode::Corrupt);
        QCOMPARE(open()->entries(cartRow().cart, 1, 9, 999)->size(), size_t(1));
    }
    void aDamagedLogIsNoReasonNotToRestore()
    {
        FixedRandom random;
        FixedClock clock;
        {
            const auto store = openWithCart();
            QVERIFY(store->backUpTo(at("backup.db")).ok());
        }
        QVERIFY(QFile(file()).resize(500));
        QVERIFY(restoreSqliteLog(folder(), at("backup.db"), random, clock).ok());
        QCOMPARE(open()->carts()->size(), size_t(1));
    }
    void aVacuumReturnsWhatWasTrimmed()
    {
        const auto store = openWithCart();
        for (std::uint64_t i = 1; i <= 200; ++i)
            QVERIFY(write(*store, i, Bytes(5000, 'x')));
        QVERIFY(store->vacuum().ok());
        const qint64 before = QFile(file()).size();
        QVERIFY(store->begin().ok() && store->trim(cartRow().cart, 200).ok() && store->commit().ok());
        QVERIFY(store->vacuum().ok());
        QVERIFY(QFile(file()).size() < before / 2);
    }
};

QTEST_APPLESS_MAIN(TestSqliteLogStore)
#include "tst_sqlitelogstore.moc"
