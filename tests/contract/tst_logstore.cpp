#include "store/memorylogstore.h"
#include "store/sqlitelogstore.h"

#include <QTemporaryDir>
#include <QTest>

using namespace evencart;
using namespace evencart::store;

namespace {

template <typename Id>
Id id(std::uint8_t n)
{
    Id value;
    value.raw[0] = n;
    return value;
}

template <typename Array>
Array filled(std::uint8_t n)
{
    Array value;
    value.fill(n);
    return value;
}

const CartId milkCart = id<CartId>(1);
const CartId otherCart = id<CartId>(2);
const ReplicaId high{0xfedcba9876543210ULL}; // does not fit a signed integer
const ReplicaId low{5};

CartRow cartRow(const CartId &cart = milkCart)
{
    CartRow row;
    row.cart = cart;
    row.epoch = id<Epoch>(9);
    row.created = 100;
    row.lastUsed = 200;
    return row;
}

LogEntry accepted(std::uint64_t position, ReplicaId replica, std::uint64_t seq, Bytes bytes,
                  std::optional<Hlc> clamped = {})
{
    return {position, 1000 + position, replica, seq, sha256(bytes), protocol::AcceptedDelta{bytes, clamped}};
}
LogEntry voided(std::uint64_t position, ReplicaId replica, std::uint64_t seq)
{
    const Hash256 hash = sha256("bad");
    return {position, 1000 + position,
            replica,  seq,
            hash,     protocol::VoidedDelta{replica, seq, hash, protocol::VoidReason::TooLarge}};
}
LogEntry joined(std::uint64_t position)
{
    return {position, 1000 + position, {}, 0, {}, protocol::JoinedState{77, Bytes("z\0z", 3)}};
}

enum class Kind
{
    Memory,
    Sqlite
};

} // namespace

Q_DECLARE_METATYPE(Kind)

// What every LogStore does.
class TestLogStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<LogStore> m_store;

    void makeStore()
    {
        QFETCH_GLOBAL(Kind, kind);
        m_dir = std::make_unique<QTemporaryDir>();
        if (kind == Kind::Memory)
            m_store = std::make_unique<MemoryLogStore>();
        else
            openSqlite();
    }
    void openSqlite()
    {
        m_store.reset();
        auto opened = SqliteLogStore::open(m_dir->path().toStdString(), SqliteLogStore::Mode::Own);
        if (!opened)
            qFatal("%s", opened.error().message.c_str());
        m_store = *std::move(opened);
    }
    // A restart, where there is something to restart.
    void reopen()
    {
        QFETCH_GLOBAL(Kind, kind);
        if (kind == Kind::Sqlite)
            openSqlite();
    }
    template <typename Function>
    bool transact(Function function)
    {
        return m_store->begin().ok() && function() && m_store->commit().ok();
    }
    bool put(const LogEntry &entry) { return m_store->append(milkCart, entry).ok(); }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::newRow("memory") << Kind::Memory;
        QTest::newRow("sqlite") << Kind::Sqlite;
    }
    void init()
    {
        makeStore();
        QVERIFY(transact([&] { return m_store->createCart(cartRow()).ok(); }));
    }
    void cleanup()
    {
        m_store.reset();
        m_dir.reset();
    }

    void aNewStoreHasNoServerUntilItIsPut()
    {
        QVERIFY(!m_store->server()->has_value());
        const ServerRow row{id<Epoch>(3), 42, "a token"};
        QVERIFY(transact([&] { return m_store->putServer(row).ok(); }));
        reopen();
        QCOMPARE(*m_store->server(), std::optional(row));
    }
    void cartsAreKeptAndListedById()
    {
        CartRow changed = cartRow();
        QVERIFY(transact([&] {
            changed.head = 7;
            changed.oldest = 3;
            changed.snapshotPosition = 4;
            changed.isClosed = true;
            return m_store->createCart(cartRow(otherCart)).ok() && m_store->updateCart(changed).ok();
        }));
        reopen();
        QCOMPARE(*m_store->cart(milkCart), std::optional(changed));
        QCOMPARE(*m_store->carts(), (std::vector<CartRow>{changed, cartRow(otherCart)}));
        QVERIFY(!m_store->cart(id<CartId>(3))->has_value());
    }
    void theEpochsOfOldAreReplacedAsAWholeAndGoWithTheCart()
    {
        const std::vector<PastEpoch> first{{id<Epoch>(7), 0}, {id<Epoch>(3), 4}, {id<Epoch>(5), 4}};
        const std::vector<PastEpoch> second{{id<Epoch>(5), 4}, {id<Epoch>(9), 8}};
        QVERIFY(m_store->pastEpochs(milkCart)->empty());
        QVERIFY(transact([&] { return m_store->putPastEpochs(milkCart, first).ok(); }));
        reopen();
        QCOMPARE(*m_store->pastEpochs(milkCart), first);
        QVERIFY(m_store->begin().ok());
        QVERIFY(m_store->putPastEpochs(milkCart, second).ok());
        QCOMPARE(*m_store->pastEpochs(milkCart), second);
        m_store->rollBack();
        QCOMPARE(*m_store->pastEpochs(milkCart), first);
        QVERIFY(transact([&] { return m_store->putPastEpochs(milkCart, second).ok(); }));
        reopen();
        QCOMPARE(*m_store->pastEpochs(milkCart), second);
        QVERIFY(transact([&] { return m_store->deleteCart(milkCart).ok() && m_store->createCart(cartRow()).ok(); }));
        QVERIFY(m_store->pastEpochs(milkCart)->empty());
    }
    void theSameCartTwiceIsCorrupt()
    {
        QVERIFY(m_store->begin().ok());
        QCOMPARE(m_store->createCart(cartRow()).error().code, ErrorCode::Corrupt);
        m_store->rollBack();
    }
    void entriesComeBackAsTheyWere()
    {
        const std::vector<LogEntry> log{accepted(1, high, 1, Bytes("\0\x01", 2)),
                                        accepted(2, high, 2, "b", Hlc{~std::uint64_t(0)}), voided(3, high, 3),
                                        joined(4), accepted(5, low, 1, "c")};
        QVERIFY(transact(
            [&] { return std::all_of(log.begin(), log.end(), [&](const LogEntry &entry) { return put(entry); }); }));
        reopen();
        QCOMPARE(*m_store->entries(milkCart, 1, 100, 1000), log);
        QCOMPARE(m_store->entries(milkCart, 4, 100, 1000)->size(), size_t(2));
        QCOMPARE(m_store->entries(milkCart, 6, 100, 1000)->size(), size_t(0));
    }
    void readingIsBoundedByEntriesAndBytesButNeverEmpty()
    {
        QVERIFY(transact(
            [&] { return put(accepted(1, low, 1, Bytes(100, 'x'))) && put(accepted(2, low, 2, Bytes(100, 'y'))); }));
        QCOMPARE(m_store->entries(milkCart, 1, 1, 1000)->size(), size_t(1));
        QCOMPARE(m_store->entries(milkCart, 1, 9, 150)->size(), size_t(1));
        QCOMPARE(m_store->entries(milkCart, 1, 9, 10)->size(), size_t(1));
        QCOMPARE(m_store->entries(milkCart, 1, 9, 200)->size(), size_t(2));
    }
    void aPositionOrANumberTwiceIsCorrupt()
    {
        QVERIFY(transact([&] { return put(accepted(1, low, 1, "a")); }));
        QVERIFY(m_store->begin().ok());
        QCOMPARE(m_store->append(milkCart, accepted(1, low, 2, "b")).error().code, ErrorCode::Corrupt);
        m_store->rollBack();
        QVERIFY(m_store->begin().ok());
        QCOMPARE(m_store->append(milkCart, accepted(2, low, 1, "b")).error().code, ErrorCode::Corrupt);
        m_store->rollBack();
    }
    void trimmingForgetsBytesButNotNumbers()
    {
        QVERIFY(transact([&] {
            return put(accepted(1, high, 1, "a", Hlc{5})) && put(voided(2, high, 2)) && put(accepted(3, low, 1, "c")) &&
                   m_store->trim(milkCart, 3).ok();
        }));
        reopen();
        QCOMPARE(m_store->entries(milkCart, 1, 9, 999)->front().position, std::uint64_t(3));
        QCOMPARE(*m_store->findDelta(milkCart, high, 1), std::optional(DeltaPlace{1, sha256("a"), Hlc{5}, {}}));
        QCOMPARE((*m_store->findDelta(milkCart, high, 2))->reason, std::optional(protocol::VoidReason::TooLarge));
        QVERIFY(!m_store->findDelta(milkCart, high, 3)->has_value());
        QCOMPARE(m_store->usage(milkCart)->entries, std::uint64_t(1));
        QCOMPARE(m_store->usage(milkCart)->deltas, std::uint64_t(3));
    }
    void theVectorIsOrderedByReplicaAndReplaced()
    {
        const VectorRow one{low, 3, id<MemberId>(1), 0, 0};
        const VectorRow two{high, 4, {}, 2, 9};
        QVERIFY(transact([&] {
            return m_store->putVector(milkCart, two).ok() && m_store->putVector(milkCart, {low, 1, {}, 0, 0}).ok() &&
                   m_store->putVector(milkCart, one).ok();
        }));
        reopen();
        QCOMPARE(*m_store->vector(milkCart), (std::vector<VectorRow>{one, two}));
    }
    void snapshotsLoseTheirContentBeforeTheirAge()
    {
        const SnapshotRow first{10, 1, sha256("1"), 100};
        const SnapshotRow second{20, 2, sha256("2"), 200};
        QVERIFY(transact([&] {
            return m_store->putSnapshot(milkCart, first, "one").ok() &&
                   m_store->putSnapshot(milkCart, second, Bytes("t\0", 2)).ok() &&
                   m_store->dropSnapshotContents(milkCart, 20).ok();
        }));
        reopen();
        QCOMPARE(*m_store->snapshots(milkCart), (std::vector<SnapshotRow>{first, second}));
        QVERIFY(!m_store->snapshotContent(milkCart, 10)->has_value());
        QCOMPARE(*m_store->snapshotContent(milkCart, 20), std::optional(Bytes("t\0", 2)));
        QCOMPARE(m_store->usage(milkCart)->snapshots, std::uint64_t(1));
        QCOMPARE(m_store->usage(milkCart)->snapshotBytes, std::uint64_t(2));
        QVERIFY(transact([&] { return m_store->dropSnapshots(milkCart).ok(); }));
        QVERIFY(m_store->snapshots(milkCart)->empty());
    }
    void peopleDevicesMembershipsCursorsAndInvitesAreReplaced()
    {
        const MemberId ann = id<MemberId>(1);
        const PersonRow person{ann, filled<protocol::PublicKey>(1), "Ann\xc3\xa9", Hlc{~std::uint64_t(0)}, 1, 2};
        const DeviceRow device{id<DeviceId>(4), ann, filled<protocol::PublicKey>(4), 1, 2};
        const MembershipRow membership{ann, protocol::Role::Owner, "proof", 5, true};
        const CursorRow cursor{device.device, ann, 17};
        InviteRow invite{
            filled<protocol::PublicKey>(8), protocol::Role::Viewer, ann, filled<protocol::Signature>(9), "p", 3, 4, 5};
        QVERIFY(transact([&] {
            PersonRow before = person;
            before.name.clear();
            return m_store->putPerson(before).ok() && m_store->putDevice(device).ok() &&
                   m_store->putPerson(person).ok() && m_store->putDevice(device).ok() &&
                   m_store->putMembership(milkCart, {ann, protocol::Role::Viewer, "", 1, false}).ok() &&
                   m_store->putMembership(milkCart, membership).ok() &&
                   m_store->putCursor(milkCart, {device.device, ann, 1}).ok() &&
                   m_store->putCursor(milkCart, cursor).ok() && m_store->putInvite(milkCart, invite).ok();
        }));
        reopen();
        QCOMPARE(*m_store->person(ann), std::optional(person));
        QVERIFY(!m_store->person(id<MemberId>(2))->has_value());
        QCOMPARE(*m_store->devices(ann), std::vector<DeviceRow>{device});
        QCOMPARE(*m_store->memberships(milkCart), std::vector<MembershipRow>{membership});
        QCOMPARE(*m_store->cursors(milkCart), std::vector<CursorRow>{cursor});
        QCOMPARE(*m_store->invite(milkCart, invite.inviteKey), std::optional(invite));
        invite.usesLeft = 0;
        QVERIFY(transact([&] { return m_store->putInvite(milkCart, invite).ok(); }));
        QCOMPARE(*m_store->invite(milkCart, invite.inviteKey), std::optional(invite));
    }
    void administratorsAreKeptUntilTheyAreDropped()
    {
        AdministratorRow invited{filled<protocol::PublicKey>(9), 5, 6, {}, 0};
        const AdministratorRow ann{filled<protocol::PublicKey>(8), 1, 2, id<MemberId>(1), 3};
        QVERIFY(
            transact([&] { return m_store->putAdministrator(invited).ok() && m_store->putAdministrator(ann).ok(); }));
        reopen();
        QCOMPARE(*m_store->administrators(), (std::vector<AdministratorRow>{ann, invited}));
        invited.member = id<MemberId>(2);
        invited.since = ~std::uint64_t(0) >> 1;
        QVERIFY(transact([&] {
            return m_store->putAdministrator(invited).ok() && m_store->dropAdministrator(ann.inviteKey).ok() &&
                   m_store->dropAdministrator(filled<protocol::PublicKey>(7)).ok(); // of nobody
        }));
        QVERIFY(m_store->begin().ok());
        QVERIFY(m_store->dropAdministrator(invited.inviteKey).ok());
        QVERIFY(m_store->administrators()->empty());
        m_store->rollBack();
        QCOMPARE(*m_store->administrators(), std::vector<AdministratorRow>{invited});
    }
    void theCartsOfAPersonAreThoseOfWhichHeIsAMember()
    {
        const MemberId ann = id<MemberId>(1);
        const auto putMember = [&](const CartId &cart, const MemberId &member, bool isRemoved) {
            return m_store->putMembership(cart, {member, protocol::Role::Editor, "", 1, isRemoved}).ok();
        };
        QVERIFY(transact([&] {
            return m_store->createCart(cartRow(otherCart)).ok() && putMember(otherCart, ann, false) &&
                   putMember(milkCart, ann, false) && putMember(milkCart, id<MemberId>(2), false);
        }));
        QCOMPARE(*m_store->cartsOf(ann), (std::vector<CartId>{milkCart, otherCart}));
        QVERIFY(transact([&] { return putMember(milkCart, ann, true); }));
        QCOMPARE(*m_store->cartsOf(ann), std::vector<CartId>{otherCart});
        QVERIFY(m_store->cartsOf(id<MemberId>(3))->empty());
    }
    void cartsDoNotSeeEachOther()
    {
        QVERIFY(transact([&] {
            return m_store->createCart(cartRow(otherCart)).ok() && put(accepted(1, low, 1, "a")) &&
                   m_store->append(otherCart, accepted(1, low, 1, "b")).ok();
        }));
        QCOMPARE((*m_store->findDelta(otherCart, low, 1))->hash, sha256("b"));
        QCOMPARE(m_store->entries(milkCart, 1, 9, 99)->size(), size_t(1));
    }
    void aDeletedCartLeavesNothingAndMayComeBackEmpty()
    {
        QVERIFY(transact([&] {
            return put(accepted(1, low, 1, "a")) && m_store->putVector(milkCart, {low, 1, {}, 0, 0}).ok() &&
                   m_store->putMembership(milkCart, {id<MemberId>(1), protocol::Role::Owner, "", 1, false}).ok();
        }));
        QVERIFY(transact([&] { return m_store->deleteCart(milkCart).ok(); }));
        QVERIFY(!m_store->cart(milkCart)->has_value());
        QVERIFY(transact([&] { return m_store->createCart(cartRow()).ok(); }));
        reopen();
        QVERIFY(m_store->entries(milkCart, 1, 9, 99)->empty());
        QVERIFY(m_store->vector(milkCart)->empty());
        QVERIFY(m_store->memberships(milkCart)->empty());
        QVERIFY(!m_store->findDelta(milkCart, low, 1)->has_value());
    }
    void readsSeeOwnWritesAndARollbackTakesAllOfThemBack()
    {
        QVERIFY(transact([&] {
            return put(accepted(1, low, 1, "a")) && m_store->putVector(milkCart, {low, 1, {}, 0, 0}).ok();
        }));
        QVERIFY(m_store->begin().ok());
        CartRow changed = cartRow();
        changed.head = 2;
        QVERIFY(put(accepted(2, low, 2, "b")));
        QVERIFY(m_store->putVector(milkCart, {low, 2, {}, 0, 0}).ok());
        QVERIFY(m_store->updateCart(changed).ok());
        QVERIFY(m_store->createCart(cartRow(otherCart)).ok());
        QVERIFY(m_store->trim(milkCart, 2).ok());
        QVERIFY(m_store->deleteCart(milkCart).ok());
        QVERIFY(!m_store->cart(milkCart)->has_value());
        m_store->rollBack();
        QCOMPARE(*m_store->carts(), std::vector<CartRow>{cartRow()});
        QCOMPARE(*m_store->entries(milkCart, 1, 9, 99), std::vector<LogEntry>{accepted(1, low, 1, "a")});
        QCOMPARE(m_store->vector(milkCart)->front().seq, std::uint64_t(1));
        QVERIFY(!m_store->findDelta(milkCart, low, 2)->has_value());
    }
};

QTEST_APPLESS_MAIN(TestLogStore)
#include "tst_logstore.moc"
