#include "sqlite/database.h"
#include "sqlite/migrations.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace evencart;
using sqlite::Database;

namespace {

constexpr sqlite::Migration first[] = {
    {1, "CREATE TABLE fruit(name TEXT PRIMARY KEY, n INTEGER, skin BLOB); CREATE TABLE x(y);"}};
constexpr sqlite::Migration both[] = {{1, first[0].sql}, {2, "ALTER TABLE fruit ADD COLUMN colour BLOB"}};
constexpr sqlite::Migration broken[] = {{1, first[0].sql}, {2, "CREATE TABLE z(a); CREATE TABLE z(a)"}};

std::int64_t number(Database &database, std::string_view sql)
{
    auto row = database.query(sql);
    const std::int64_t value = row.next() ? row.integer(0) : -1;
    return row.finish() ? value : -2;
}

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::string at(const char *name) const { return m_dir->filePath(QString::fromLatin1(name)).toStdString(); }
    Database openFruit(std::span<const sqlite::Migration> steps = first)
    {
        auto database = Database::open(at("f.db"), Database::Mode::Create);
        if (!database || !sqlite::migrate(*database, steps))
            qFatal("cannot open");
        return std::move(*database);
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void everyKindOfValueComesBack()
    {
        Database database = openFruit();
        const Bytes skin("\0\xff\0", 3);
        QVERIFY(database.run("INSERT INTO fruit VALUES(?,?,?)", sqlite::Text{"pear"}, ~std::uint64_t(0), skin).ok());
        QVERIFY(
            database.run("INSERT INTO fruit VALUES(?,?,?)", sqlite::Text{"fig"}, std::optional<int>(), Bytes()).ok());
        auto rows = database.query("SELECT name, n, skin FROM fruit ORDER BY name DESC");
        QVERIFY(rows.next());
        QCOMPARE(rows.bytes(0), std::string("pear"));
        QCOMPARE(rows.unsignedInteger(1), ~std::uint64_t(0));
        QCOMPARE(rows.bytes(2), skin);
        QVERIFY(rows.next());
        QVERIFY(rows.isNull(1));
        QVERIFY(!rows.isNull(2)); // an empty blob is not NULL
        QVERIFY(!rows.next());
        QVERIFY(rows.finish().ok());
    }
    void aStatementMayRunInsideItself()
    {
        Database database = openFruit();
        QVERIFY(database.run("INSERT INTO x VALUES(1),(2)").ok());
        int pairs = 0;
        auto outer = database.query("SELECT y FROM x");
        while (outer.next()) {
            auto inner = database.query("SELECT y FROM x");
            while (inner.next())
                ++pairs;
            QVERIFY(inner.finish().ok());
        }
        QVERIFY(outer.finish().ok());
        QCOMPARE(pairs, 4);
    }
    void whatWasNotCommittedIsGone()
    {
        Database database = openFruit();
        {
            auto transaction = sqlite::Transaction::begin(database);
            QVERIFY(transaction.ok());
            QVERIFY(database.run("INSERT INTO x VALUES(1)").ok());
        }
        QCOMPARE(number(database, "SELECT count(*) FROM x"), 0);
    }
    void damagedSqlAndConstraintsAreErrors()
    {
        Database database = openFruit();
        QVERIFY(!database.run("SELEC 1").ok());
        QVERIFY(database.run("INSERT INTO fruit(name) VALUES('a')").ok());
        QCOMPARE(database.run("INSERT INTO fruit(name) VALUES('a')").error().code, ErrorCode::Corrupt);
    }
    void migrationsRunOnceAndInOrder()
    {
        {
            openFruit();
        }
        Database database = openFruit(both);
        QCOMPARE(number(database, "PRAGMA user_version"), 2);
        QVERIFY(database.run("INSERT INTO fruit(name, colour) VALUES('a', x'00')").ok());
        QVERIFY(sqlite::requireVersion(database, both).ok());
    }
    void aFailedMigrationLeavesTheOldVersionWhole()
    {
        Database database = openFruit();
        QVERIFY(!sqlite::migrate(database, broken).ok());
        QCOMPARE(number(database, "PRAGMA user_version"), 1);
        QCOMPARE(number(database, "SELECT count(*) FROM sqlite_schema WHERE name = 'z'"), 0);
        QVERIFY(sqlite::migrate(database, both).ok());
    }
    void aLaterSchemaIsRefused()
    {
        Database database = openFruit(both);
        QCOMPARE(sqlite::migrate(database, first).error().code, ErrorCode::TooNew);
        QCOMPARE(sqlite::requireVersion(database, first).error().code, ErrorCode::TooNew);
    }
    void aFullDiskSaysSo()
    {
        Database database = openFruit();
        QVERIFY(database.run("PRAGMA max_page_count = 8").ok());
        const auto written = database.run("INSERT INTO fruit(name, skin) VALUES('a', ?)", Bytes(100'000, 'x'));
        QVERIFY(!written.ok());
        QCOMPARE(written.error().code, ErrorCode::Io);
        QVERIFY(written.error().message.find("disk is full") != std::string::npos);
        QVERIFY(database.run("INSERT INTO fruit(name) VALUES('small')").ok());
    }
    void aSecondWriterIsTold()
    {
        Database one = openFruit();
        auto two = Database::open(at("f.db"), Database::Mode::Existing);
        QVERIFY(two.ok());
        QVERIFY(one.begin().ok());
        QCOMPARE(two->begin().error().code, ErrorCode::InUse);
        one.rollBack();
        QVERIFY(two->begin().ok());
        two->rollBack();
    }
    void missingAndForeignFilesAreErrors()
    {
        QCOMPARE(Database::open(at("none.db"), Database::Mode::Existing).error().code, ErrorCode::Io);
        QCOMPARE(Database::open(at("no/folder.db"), Database::Mode::Create).error().code, ErrorCode::Io);
        QFile file(m_dir->filePath(QStringLiteral("text.db")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        QCOMPARE(Database::open(at("text.db"), Database::Mode::Existing).error().code, ErrorCode::Corrupt);
    }
    // SQLite takes a file for read-only whose header names a later way of writing.
    void aHeaderOfAnotherWayOfWritingIsDamage()
    {
        openFruit();
        QFile file(m_dir->filePath(QStringLiteral("f.db")));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(18)); // "file format write version"
        QVERIFY(file.putChar(char(0x42)));
        file.close();
        auto database = Database::open(at("f.db"), Database::Mode::Existing);
        const Error error = database ? database->run("INSERT INTO x VALUES(1)").error() : database.error();
        QCOMPARE(error.code, ErrorCode::Corrupt);
        QVERIFY2(error.message.find("is damaged") != std::string::npos, error.message.c_str());
    }
    void aBackupIsWholeAndNeverOverwrites()
    {
        Database database = openFruit();
        QVERIFY(database.run("INSERT INTO x VALUES(7)").ok());
        QVERIFY(database.backUpTo(at("copy.db")).ok());
        QCOMPARE(database.backUpTo(at("copy.db")).error().code, ErrorCode::InvalidInput);
        auto copy = Database::open(at("copy.db"), Database::Mode::ReadOnly);
        QVERIFY(copy.ok());
        QVERIFY(copy->quickCheck().ok());
        QCOMPARE(number(*copy, "SELECT y FROM x"), 7);
    }
    void aReadOnlyConnectionDoesNotWrite()
    {
        Database database = openFruit();
        auto reader = Database::open(at("f.db"), Database::Mode::ReadOnly);
        QVERIFY(reader.ok());
        QCOMPARE(reader->run("INSERT INTO x VALUES(1)").error().code, ErrorCode::Io);
    }
};

QTEST_APPLESS_MAIN(TestDatabase)
#include "tst_database.moc"
