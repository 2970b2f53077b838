#include "store/memorylogstore.h"
#include "store/sqlitelogstore.h"

#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace evencart;
using namespace evencart::store;
using protocol::Good;
using protocol::Order;
using protocol::OrderLine;

namespace {

enum class Kind
{
    Memory,
    Sqlite
};

MemberId member(std::uint8_t n)
{
    MemberId id;
    id.raw[0] = n;
    return id;
}

Good milk(std::uint64_t revision)
{
    return {"m-1", "Milk", "l", "dairy", "EUR", 119, 0, revision};
}

ReservationRow reservation(std::uint8_t who, const std::string &sku, std::int64_t quantity, std::uint64_t until)
{
    CartId cart;
    cart.raw[0] = 9;
    return {member(who), cart, sku, "r" + std::to_string(until), quantity, until - 5, until, until + 7};
}

LedgerRow ledgerRow(std::uint64_t number, const MemberId &who, const std::string &key)
{
    LedgerRow row;
    row.member = who;
    row.content.fill(7);
    row.revision = 9;
    row.order.number = number;
    row.order.key = key;
    row.order.cart.raw[3] = 5;
    row.order.placed = 1000 + number;
    row.order.currency = "EUR";
    row.order.total = 238;
    LineId line;
    line.raw[0] = 1;
    row.order.lines = {{line, "m-1", "Milk", "l", 2000, 119, 238}};
    return row;
}

} // namespace

Q_DECLARE_METATYPE(Kind)

class TestShopStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup() { m_log.reset(); }
    void aNewStoreSellsNothing();
    void goodsComeInTheOrderOfTheirRevisions();
    void puttingAGoodKeepsItsStock();
    void theStockIsTheSumOfItsChanges();
    void lessThanNothingIsRefused();
    void anOrderIsFoundByItsKeyAndStaysAsItWas();
    void aNumberAndAKeyAreTakenOnce();
    void ordersAreListedNewestFirst();
    void givenUpAttemptsAreRemembered();
    void onlySoManyKeysAreRemembered();
    void reservationsAreFoundByGoodMemberAndTime();
    void aGoodTellsWhatIsReservedOfIt();
    void nothingIsLeftOfARollback();
    void everythingOutlivesARestart();

private:
    ShopStore &shop() { return m_log->shop(); }
    template <typename Change>
    void commit(Change change)
    {
        QVERIFY(m_log->begin().ok());
        change();
        QVERIFY(m_log->commit().ok());
    }
    void open();

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<LogStore> m_log;
};

void TestShopStore::initTestCase_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::newRow("memory") << Kind::Memory;
    QTest::newRow("sqlite") << Kind::Sqlite;
}

void TestShopStore::open()
{
    auto opened = SqliteLogStore::open(m_directory->path().toStdString(), SqliteLogStore::Mode::Own);
    QVERIFY2(opened.ok(), opened ? "" : opened.error().message.c_str());
    m_log = *std::move(opened);
}

void TestShopStore::init()
{
    QFETCH_GLOBAL(Kind, kind);
    m_directory = std::make_unique<QTemporaryDir>();
    if (kind == Kind::Memory)
        m_log = std::make_unique<MemoryLogStore>();
    else
        open();
}

void TestShopStore::aNewStoreSellsNothing()
{
    QCOMPARE(*shop().revision(), 0U);
    QVERIFY(!shop().good("m-1")->has_value());
    QVERIFY(shop().goodsBehind(0, 10)->empty());
    QCOMPARE(*shop().lastOrder(), 0U);
    QVERIFY(shop().orders({}, 10)->empty());
    QCOMPARE(*shop().givenUp(member(1), "k"), 0U);
}

void TestShopStore::goodsComeInTheOrderOfTheirRevisions()
{
    commit([&] {
        QVERIFY(shop().putGood(milk(1)).ok());
        QVERIFY(shop().putGood({"b-2", "Bread", "", "", "EUR", 250, 0, 2}).ok());
        QVERIFY(shop().putGood(milk(3)).ok());
        QVERIFY(shop().setRevision(3).ok());
    });
    QCOMPARE(*shop().revision(), 3U);
    const auto all = *shop().goodsBehind(0, 10);
    QCOMPARE(all.size(), 2U);
    QCOMPARE(all[0].sku, std::string("b-2"));
    QVERIFY(all[1] == milk(3));
    QCOMPARE(shop().goodsBehind(2, 10)->size(), 1U);
    QCOMPARE(shop().goodsBehind(0, 1)->front().sku, std::string("b-2"));
    QVERIFY(shop().goodsBehind(3, 10)->empty());
}

void TestShopStore::puttingAGoodKeepsItsStock()
{
    commit([&] {
        Good generous = milk(1);
        generous.stock = 99;
        QVERIFY(shop().putGood(generous).ok());
    });
    QCOMPARE((**shop().good("m-1")).stock, 0);
    commit([&] {
        QVERIFY(shop().changeStock({"m-1", 5000, 0, 100}).ok());
        Good dearer = milk(2);
        dearer.price = 129;
        QVERIFY(shop().putGood(dearer).ok());
    });
    QCOMPARE((**shop().good("m-1")).stock, 5000);
    QCOMPARE((**shop().good("m-1")).price, 129);
}

void TestShopStore::theStockIsTheSumOfItsChanges()
{
    commit([&] {
        QVERIFY(shop().putGood(milk(1)).ok());
        QVERIFY(shop().changeStock({"m-1", 5000, 0, 100}).ok());
        QVERIFY(shop().changeStock({"m-1", -2000, 1, 101}).ok());
    });
    const std::vector<StockChange> expected{{"m-1", 5000, 0, 100}, {"m-1", -2000, 1, 101}};
    QVERIFY(*shop().stockChanges("m-1") == expected);
    QVERIFY(shop().stockChanges("b-2")->empty());
    QCOMPARE((**shop().good("m-1")).stock, 3000);
}

void TestShopStore::lessThanNothingIsRefused()
{
    commit([&] {
        QVERIFY(shop().putGood(milk(1)).ok());
        QVERIFY(shop().changeStock({"m-1", 1000, 0, 100}).ok());
    });
    QVERIFY(m_log->begin().ok());
    const auto sold = shop().changeStock({"m-1", -1001, 1, 101});
    QVERIFY(!sold.ok());
    QVERIFY(sold.error().code == ErrorCode::Corrupt);
    m_log->rollBack();
    QCOMPARE((**shop().good("m-1")).stock, 1000);
    QCOMPARE(shop().stockChanges("m-1")->size(), 1U);
}

void TestShopStore::anOrderIsFoundByItsKeyAndStaysAsItWas()
{
    const LedgerRow row = ledgerRow(1, member(1), "monday");
    commit([&] { QVERIFY(shop().appendOrder(row).ok()); });
    QVERIFY(**shop().order(member(1), "monday") == row);
    QVERIFY(!shop().order(member(2), "monday")->has_value());
    QVERIFY(!shop().order(member(1), "tuesday")->has_value());
    QCOMPARE(*shop().lastOrder(), 1U);
}

void TestShopStore::aNumberAndAKeyAreTakenOnce()
{
    commit([&] { QVERIFY(shop().appendOrder(ledgerRow(1, member(1), "monday")).ok()); });
    for (const LedgerRow &again : {ledgerRow(1, member(1), "other"), ledgerRow(2, member(1), "monday")}) {
        QVERIFY(m_log->begin().ok());
        const auto taken = shop().appendOrder(again);
        QVERIFY(!taken.ok());
        QVERIFY(taken.error().code == ErrorCode::Corrupt);
        m_log->rollBack();
    }
    commit([&] { QVERIFY(shop().appendOrder(ledgerRow(2, member(2), "monday")).ok()); });
}

void TestShopStore::ordersAreListedNewestFirst()
{
    commit([&] {
        QVERIFY(shop().appendOrder(ledgerRow(1, member(1), "a")).ok());
        LedgerRow bread = ledgerRow(2, member(2), "b");
        bread.order.lines[0].sku = "b-2";
        QVERIFY(shop().appendOrder(bread).ok());
        QVERIFY(shop().appendOrder(ledgerRow(3, member(1), "c")).ok());
    });
    const auto numbers = [&](const ShopStore::Filter &filter, std::size_t most) {
        std::vector<std::uint64_t> found;
        const auto rows = shop().orders(filter, most);
        for (const LedgerRow &row : *rows)
            found.push_back(row.order.number);
        return found;
    };
    QCOMPARE(numbers({}, 10), (std::vector<std::uint64_t>{3, 2, 1}));
    QCOMPARE(numbers({}, 2), (std::vector<std::uint64_t>{3, 2}));
    QCOMPARE(numbers({{}, {}, 3}, 10), (std::vector<std::uint64_t>{2, 1}));
    QCOMPARE(numbers({member(1), {}, 0}, 10), (std::vector<std::uint64_t>{3, 1}));
    QCOMPARE(numbers({{}, "b-2", 0}, 10), (std::vector<std::uint64_t>{2}));
    QCOMPARE(numbers({{}, "m-1", 3}, 10), (std::vector<std::uint64_t>{1}));
    QCOMPARE(numbers({member(1), {}, 3}, 10), (std::vector<std::uint64_t>{1}));
    QCOMPARE(numbers({member(1), {}, 0}, 1), (std::vector<std::uint64_t>{3}));
    QCOMPARE(numbers({member(2), "b-2", 0}, 10), (std::vector<std::uint64_t>{2}));
    QCOMPARE(numbers({member(2), "m-1", 0}, 10), (std::vector<std::uint64_t>{}));
    QCOMPARE(numbers({member(1), {}, std::numeric_limits<std::uint64_t>::max()}, 10),
             (std::vector<std::uint64_t>{3, 1}));
}

void TestShopStore::givenUpAttemptsAreRemembered()
{
    commit([&] { QVERIFY(shop().giveUp(member(1), "k", 2).ok()); });
    commit([&] { QVERIFY(shop().giveUp(member(1), "k", 5).ok()); });
    QCOMPARE(*shop().givenUp(member(1), "k"), 5U);
    QCOMPARE(*shop().givenUp(member(2), "k"), 0U);
}

// Whoever asks after keys without end leaves only so many rows, and nobody else's go.
void TestShopStore::onlySoManyKeysAreRemembered()
{
    const std::uint64_t most = ShopStore::keysGivenUp;
    commit([&] {
        QVERIFY(shop().giveUp(member(2), "other", 1).ok());
        for (std::uint64_t i = 0; i < most; ++i)
            QVERIFY(shop().giveUp(member(1), "k" + std::to_string(i), 1).ok());
        QVERIFY(shop().giveUp(member(1), "k0", 7).ok()); // again: takes no place
    });
    QCOMPARE(*shop().givenUp(member(1), "k0"), 7U);
    QVERIFY(m_log->begin().ok());
    QVERIFY(shop().giveUp(member(1), "one more", 1).ok());
    QCOMPARE(*shop().givenUp(member(1), "k0"), 0U);
    m_log->rollBack();
    QCOMPARE(*shop().givenUp(member(1), "k0"), 7U);
    commit([&] { QVERIFY(shop().giveUp(member(1), "one more", 1).ok()); });
    QCOMPARE(*shop().givenUp(member(1), "k0"), 0U);
    QCOMPARE(*shop().givenUp(member(1), "k1"), 1U);
    QCOMPARE(*shop().givenUp(member(1), "one more"), 1U);
    QCOMPARE(*shop().givenUp(member(2), "other"), 1U);
}

void TestShopStore::reservationsAreFoundByGoodMemberAndTime()
{
    const ReservationRow first = reservation(1, "m-1", 1000, 20);
    const ReservationRow second = reservation(2, "m-1", 2000, 30);
    const ReservationRow other = reservation(1, "b-2", 500, 10);
    const ReservationRow ended = reservation(3, "m-1", 0, 40);
    QCOMPARE(*shop().lastReservationMade(), 0U);
    commit([&] {
        for (const ReservationRow &row : {first, second, other, ended})
            QVERIFY(shop().putReservation(row).ok());
    });
    QVERIFY(*shop().reservationsOfGood("m-1") == (std::vector<ReservationRow>{first, second}));
    QVERIFY(*shop().reservationsOfMember(member(1)) == (std::vector<ReservationRow>{other, first}));
    QVERIFY(*shop().reservationsOfMember(member(3)) == (std::vector<ReservationRow>{ended}));
    QVERIFY(shop().reservationsUpTo(9)->empty());
    QVERIFY(*shop().reservationsUpTo(20) == (std::vector<ReservationRow>{other, first}));
    QCOMPARE(shop().reservationsUpTo(std::numeric_limits<std::uint64_t>::max())->size(), 4U);
    QVERIFY(**shop().reservation(member(1), first.cart, "m-1") == first);
    QVERIFY(!shop().reservation(member(2), first.cart, "b-2")->has_value());
    QCOMPARE(*shop().lastReservationMade(), 35U);
    commit([&] {
        ReservationRow later = first;
        later.key = "another";
        later.until = 50;
        QVERIFY(shop().putReservation(later).ok()); // in place of the one before
        QVERIFY(shop().removeReservation(second).ok());
    });
    QCOMPARE(shop().reservationsOfGood("m-1")->size(), 1U);
    QCOMPARE(shop().reservationsOfGood("m-1")->front().key, std::string("another"));
    QVERIFY(m_log->begin().ok());
    QVERIFY(shop().putReservation(second).ok());
    QVERIFY(shop().removeReservation(first).ok());
    m_log->rollBack();
    QCOMPARE(shop().reservationsOfGood("m-1")->front().key, std::string("another"));
}

void TestShopStore::aGoodTellsWhatIsReservedOfIt()
{
    commit([&] {
        QVERIFY(shop().putGood(milk(1)).ok());
        QVERIFY(shop().changeStock({"m-1", 5000, 0, 100}).ok());
        QVERIFY(shop().putReservation(reservation(1, "m-1", 1000, 20)).ok());
        QVERIFY(shop().putReservation(reservation(2, "m-1", 2000, 30)).ok());
        QVERIFY(shop().putReservation(reservation(2, "b-2", 700, 30)).ok());
    });
    QCOMPARE((**shop().good("m-1")).reserved, 3000);
    QCOMPARE(shop().goodsBehind(0, 10)->front().reserved, 3000);
    commit([&] {
        Good put = milk(2);
        put.reserved = 99; // is what the reservations say, whatever is put
        QVERIFY(shop().putGood(put).ok());
        QVERIFY(shop().removeReservation(reservation(1, "m-1", 1000, 20)).ok());
    });
    QCOMPARE((**shop().good("m-1")).reserved, 2000);
}

void TestShopStore::nothingIsLeftOfARollback()
{
    commit([&] { QVERIFY(shop().putGood(milk(1)).ok()); });
    QVERIFY(m_log->begin().ok());
    QVERIFY(shop().putGood(milk(2)).ok());
    QVERIFY(shop().putGood({"b-2", "Bread", "", "", "EUR", 250, 0, 3}).ok());
    QVERIFY(shop().changeStock({"m-1", 1000, 0, 100}).ok());
    QVERIFY(shop().setRevision(3).ok());
    QVERIFY(shop().appendOrder(ledgerRow(1, member(1), "a")).ok());
    QVERIFY(shop().giveUp(member(1), "k", 2).ok());
    m_log->rollBack();
    QCOMPARE(*shop().revision(), 0U);
    QVERIFY(*shop().goodsBehind(0, 10) == std::vector<Good>{milk(1)});
    QVERIFY(shop().stockChanges("m-1")->empty());
    QCOMPARE(*shop().lastOrder(), 0U);
    QVERIFY(!shop().order(member(1), "a")->has_value());
    QCOMPARE(*shop().givenUp(member(1), "k"), 0U);
}

void TestShopStore::everythingOutlivesARestart()
{
    QFETCH_GLOBAL(Kind, kind);
    const LedgerRow row = ledgerRow(1, member(1), "monday");
    commit([&] {
        QVERIFY(shop().putGood(milk(1)).ok());
        QVERIFY(shop().changeStock({"m-1", 1000, 0, 100}).ok());
        QVERIFY(shop().setRevision(1).ok());
        QVERIFY(shop().appendOrder(row).ok());
        QVERIFY(shop().giveUp(member(1), "k", 2).ok());
        QVERIFY(shop().putReservation(reservation(1, "m-1", 1000, 20)).ok());
    });
    if (kind == Kind::Sqlite) {
        m_log.reset();
        open();
    }
    QCOMPARE(*shop().revision(), 1U);
    QCOMPARE((**shop().good("m-1")).stock, 1000);
    QVERIFY(**shop().order(member(1), "monday") == row);
    QCOMPARE(*shop().givenUp(member(1), "k"), 2U);
    QVERIFY(**shop().reservation(member(1), reservation(1, "m-1", 1000, 20).cart, "m-1") ==
            reservation(1, "m-1", 1000, 20));
}

QTEST_GUILESS_MAIN(TestShopStore)
#include "tst_shopstore.moc"
