#include "storage/memorystore.h"
#include "storage/sqlitestore.h"

#include <QTemporaryDir>
#include <QTest>

using namespace evencart;

namespace {

enum class Kind
{
    Memory,
    Sqlite
};

KnownGood milk(std::uint64_t revision, std::int64_t stock)
{
    return {"m-1", "Milk", "l", "dairy", "EUR", 119, stock, revision, stock / 2};
}

OwnOrder order(const std::string &key, std::uint64_t made)
{
    OwnOrder order;
    order.key = key;
    order.server = "ws://127.0.0.1:1";
    order.cart.raw[2] = 4;
    order.attempt = 1;
    order.made = made;
    order.asked = Bytes("\0asked", 6);
    return order;
}

} // namespace

Q_DECLARE_METATYPE(Kind)

// What every ShopCopy does, memory and SQLite alike.
class TestShopCopy : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<ProfileStore> m_store;
    std::string path() const { return m_directory->filePath(QStringLiteral("carts.db")).toStdString(); }
    ShopCopy &shop() { return m_store->shop(); }
    void open()
    {
        auto opened = SqliteStore::open(path());
        QVERIFY2(opened.ok(), opened ? "" : opened.error().message.c_str());
        m_store = *std::move(opened);
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::newRow("memory") << Kind::Memory;
        QTest::newRow("sqlite") << Kind::Sqlite;
    }
    void init()
    {
        QFETCH_GLOBAL(Kind, kind);
        m_directory = std::make_unique<QTemporaryDir>();
        if (kind == Kind::Memory)
            m_store = std::make_unique<MemoryStore>();
        else
            open();
    }
    void cleanup() { m_store.reset(); }

    void aNewProfileKnowsNoShop()
    {
        QVERIFY(*shop().record() == ShopRecord());
        QVERIFY(shop().goods()->empty());
        QVERIFY(!shop().good("m-1")->has_value());
        QVERIFY(shop().orders()->empty());
        QVERIFY(!shop().order("k")->has_value());
    }

    void goodsAreReplacedOneByOneOrWhole()
    {
        ShopRecord record{{}, 2, 2, 100, 101};
        record.life.raw.fill(7);
        const KnownGood bread{"b-2", "Bread", "", "", "EUR", 300, 4000, 2, 1000};
        QVERIFY(shop().update(record, true, {milk(1, 3000), bread}).ok());
        QVERIFY(*shop().record() == record);
        QVERIFY((*shop().goods() == std::vector<KnownGood>{bread, milk(1, 3000)}));
        record.revision = 3;
        QVERIFY(shop().update(record, false, {milk(3, 0)}).ok());
        QVERIFY((*shop().goods() == std::vector<KnownGood>{bread, milk(3, 0)}));
        QVERIFY((*shop().goodsBehind(2) == std::vector<KnownGood>{milk(3, 0)}));
        QVERIFY((*shop().goodsBehind(0) == std::vector<KnownGood>{bread, milk(3, 0)}));
        QVERIFY(shop().goodsBehind(3)->empty());
        QVERIFY(**shop().good("m-1") == milk(3, 0));
        QVERIFY(shop().update(record, true, {milk(4, 1)}).ok());
        QCOMPARE(shop().goods()->size(), 1U);
        record.seen = 9;
        QVERIFY(shop().setRecord(record).ok());
        QCOMPARE(shop().record()->seen, 9U);
        QCOMPARE(shop().goods()->size(), 1U);
    }

    // Goods are the server's, orders are this profile's.
    void anotherServersGoodsGoWithTheProfile()
    {
        ShopRecord record{{}, 2, 2, 100, 101};
        record.life.raw.fill(7);
        QVERIFY(shop().update(record, true, {milk(1, 3000)}).ok());
        QVERIFY(shop().putOrders({order("a", 100)}).ok());
        ProfileRecord profile;
        profile.serverUrl = "ws://127.0.0.1:2";
        QVERIFY(m_store->setProfile(profile).ok());
        QCOMPARE(shop().goods()->size(), 1U);
        profile.serverUrl = "ws://127.0.0.1:3";
        QVERIFY(m_store->moveProfile(profile).ok());
        QCOMPARE(m_store->profile()->serverUrl, profile.serverUrl);
        QVERIFY(shop().goods()->empty());
        QVERIFY(*shop().record() == ShopRecord());
        QCOMPARE(shop().orders()->size(), 1U);
    }

    void ordersAreKeptByKey()
    {
        QVERIFY(shop().putOrders({order("a", 100)}).ok());
        QVERIFY(shop().putOrders({order("b", 200)}).ok());
        OwnOrder done = order("a", 100);
        done.state = OwnOrder::State::Ordered;
        done.attempt = 2;
        done.answer = "answer";
        QVERIFY(shop().putOrders({done}).ok());
        QVERIFY((*shop().orders() == std::vector<OwnOrder>{order("b", 200), done}));
        QVERIFY(**shop().order("a") == done);
        QVERIFY((*shop().ordersIn(OwnOrder::State::Ordered) == std::vector<OwnOrder>{done}));
        QVERIFY((*shop().ordersIn(OwnOrder::State::Unknown) == std::vector<OwnOrder>{order("b", 200)}));
        QVERIFY(shop().putOrders({order("c", 300), order("a", 100)}).ok());
        QVERIFY((*shop().ordersIn(OwnOrder::State::Unknown) ==
                 std::vector<OwnOrder>{order("c", 300), order("b", 200), order("a", 100)}));
        QVERIFY(shop().ordersIn(OwnOrder::State::Ordered)->empty());
    }

    void everythingOutlivesARestart()
    {
        QFETCH_GLOBAL(Kind, kind);
        ShopRecord record{{}, 2, 2, 100, 101};
        QVERIFY(shop().update(record, true, {milk(1, 3000)}).ok());
        QVERIFY(shop().putOrders({order("a", 100)}).ok());
        if (kind == Kind::Sqlite) {
            m_store.reset();
            open();
        }
        QVERIFY(*shop().record() == record);
        QVERIFY(**shop().good("m-1") == milk(1, 3000));
        QVERIFY(**shop().order("a") == order("a", 100));
    }

    void aDamagedOrderIsTold()
    {
        QFETCH_GLOBAL(Kind, kind);
        QVERIFY(shop().putOrders({order("a", 100)}).ok());
        if (kind == Kind::Memory)
            return;
        m_store.reset();
        {
            auto database = sqlite::Database::open(path(), sqlite::Database::Mode::Existing);
            QVERIFY(database.ok());
            QVERIFY(database->run("UPDATE own_order SET state = 2").ok());
        }
        open();
        QCOMPARE(int(shop().order("a").error().code), int(ErrorCode::Corrupt));
        QCOMPARE(int(shop().orders().error().code), int(ErrorCode::Corrupt));
        QCOMPARE(int(dynamic_cast<SqliteStore &>(*m_store).verify().error().code), int(ErrorCode::Corrupt));
    }
};

QTEST_GUILESS_MAIN(TestShopCopy)
#include "tst_shopcopy.moc"
