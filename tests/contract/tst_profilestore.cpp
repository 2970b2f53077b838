#include "storage/memorystore.h"
#include "storage/sqlitestore.h"

#include <QTemporaryDir>
#include <QTest>

using namespace evencart;

namespace {

CartId cartId(std::uint8_t n)
{
    CartId id;
    id.raw[0] = n;
    return id;
}

LineId lineId(std::uint8_t n)
{
    LineId id;
    id.raw[15] = n;
    return id;
}

StoredFact fact(std::uint64_t replica, std::uint64_t seq, std::uint32_t index, std::uint64_t position,
                std::uint64_t hiddenBy = 0)
{
    StoredFact stored;
    stored.fact.dot = {ReplicaId{replica}, seq, index};
    stored.fact.stamp = Hlc{seq * 1000};
    stored.fact.author.raw[3] = static_cast<std::uint8_t>(replica);
    stored.fact.subject = lineId(static_cast<std::uint8_t>(seq));
    stored.fact.field = 1;
    stored.fact.body = "body";
    stored.position = position;
    stored.hiddenBy = hiddenBy;
    return stored;
}

StoredDelta delta(std::uint64_t replica, std::uint64_t seq, StoredDelta::Kind kind, std::uint64_t position)
{
    StoredDelta stored;
    stored.replica = ReplicaId{replica};
    stored.seq = seq;
    stored.kind = kind;
    stored.position = position;
    stored.label = "add milk";
    stored.bytes = Bytes("\0\x01raw", 5);
    return stored;
}

ChangeSet newCart(std::uint8_t n)
{
    ChangeSet change(cartId(n));
    change.record = CartRecord{};
    change.record->id = cartId(n);
    change.record->proof = "proof";
    change.record->ownReplica = ReplicaId{~std::uint64_t(0)}; // all 64 bits have to survive
    change.record->created = n;
    return change;
}

} // namespace

// What every ProfileStore does, memory and SQLite alike.
class TestProfileStore : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<ProfileStore> m_store;

    bool isSqlite() const { return QByteArray(QTest::currentDataTag()) == "sqlite"; }
    std::string path() const { return m_directory->filePath(QStringLiteral("carts.db")).toStdString(); }

    // What is stored is what a new process finds; memory has none.
    ProfileStore &reopened()
    {
        if (isSqlite()) {
            m_store.reset();
            auto opened = SqliteStore::open(path());
            if (!opened)
                qFatal("%s", opened.error().message.c_str());
            m_store = std::move(*opened);
        }
        return *m_store;
    }
    void open()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        if (isSqlite())
            reopened();
        else
            m_store = std::make_unique<MemoryStore>();
    }
    static void stores()
    {
        QTest::addColumn<int>("unused");
        QTest::newRow("memory") << 0;
        QTest::newRow("sqlite") << 0;
    }
    void commit(const ChangeSet &change)
    {
        const auto done = m_store->commit(change);
        QVERIFY2(done.ok(), done.ok() ? "" : done.error().message.c_str());
    }

private Q_SLOTS:
    void cleanup()
    {
        m_store.reset();
        m_directory.reset();
    }

    void keepsTheProfile_data() { stores(); }
    void keepsTheProfile()
    {
        open();
        ProfileRecord record;
        record.replica = ReplicaId{0xfedcba9876543210};
        record.incarnation = Bytes("\0token", 6);
        record.clock = Hlc{~std::uint64_t(0) >> 1};
        record.memberName = "Änn";
        record.serverUrl = "wss://shop.example:8787";
        QVERIFY(m_store->setProfile(record).ok());
        QCOMPARE(*reopened().profile(), record);
    }

    void anUnknownCartIsNotFound_data() { stores(); }
    void anUnknownCartIsNotFound()
    {
        open();
        QCOMPARE(m_store->loadCart(cartId(9)).error().code, ErrorCode::NotFound);
        QCOMPARE(m_store->commit(ChangeSet(cartId(9))).error().code, ErrorCode::NotFound);
        QVERIFY(m_store->carts()->empty());
    }

    void keepsCartsApart_data() { stores(); }
    void keepsCartsApart()
    {
        open();
        for (std::uint8_t n : {1, 2}) {
            ChangeSet change = newCart(n);
            change.insert = {fact(n, 1, 0, n)};
            change.vector = {{ReplicaId{n}, 1}};
            change.clock = Hlc{n};
            commit(change);
        }
        ProfileStore &store = reopened();
        QCOMPARE(store.carts()->size(), size_t(2));
        QCOMPARE(store.loadCart(cartId(2))->facts, std::vector{fact(2, 1, 0, 2)});
        QCOMPARE(store.loadCart(cartId(1))->vector.seen(ReplicaId{1}), quint64(1));
        QCOMPARE(store.profile()->clock, Hlc{2});
        QCOMPARE(store.loadCart(cartId(1))->record.ownReplica.value, ~quint64(0));
    }

    void aHiddenFactComesBackOrGoes_data() { stores(); }
    void aHiddenFactComesBackOrGoes()
    {
        open();
        ChangeSet change = newCart(1);
        change.insert = {fact(1, 1, 0, 1), fact(1, 2, 0, 2), fact(1, 3, 0, 3)};
        change.hide = {{fact(1, 1, 0, 1).fact.dot, 7}, {fact(1, 2, 0, 2).fact.dot, 8}};
        commit(change);
        QCOMPARE(reopened().loadCart(cartId(1))->facts[0].hiddenBy, quint64(7));
        ChangeSet next(cartId(1));
        next.eraseHiddenBy = {7};
        next.unhide = {8};
        commit(next);
        QCOMPARE(reopened().loadCart(cartId(1))->facts, (std::vector{fact(1, 2, 0, 2), fact(1, 3, 0, 3)}));
    }

    void aDeltaMovesDownWhenItIsSequenced_data() { stores(); }
    void aDeltaMovesDownWhenItIsSequenced()
    {
        open();
        ChangeSet change = newCart(1);
        change.insert = {fact(5, 1, 0, 0), fact(5, 1, 1, 0), fact(5, 2, 0, 0)};
        change.deltas = {delta(5, 1, StoredDelta::Kind::Pending, 0), delta(5, 2, StoredDelta::Kind::Pending, 0)};
        commit(change);
        QCOMPARE(reopened().pending(cartId(1))->size(), size_t(2));
        ChangeSet next(cartId(1));
        next.sequenced = {{Dot{ReplicaId{5}, 1, 0}, 41}};
        next.restamp = {{Dot{ReplicaId{5}, 1, 1}, Hlc{99}}};
        next.deltas = {delta(5, 1, StoredDelta::Kind::Accepted, 41)};
        next.vector = {{ReplicaId{5}, 1}};
        commit(next);
        const auto facts = reopened().loadCart(cartId(1))->facts;
        QCOMPARE(facts[0].position, quint64(41));
        QCOMPARE(facts[1].position, quint64(41));
        QCOMPARE(facts[1].fact.stamp, Hlc{99});
        QCOMPARE(facts[2].position, quint64(0));
        QCOMPARE(m_store->pending(cartId(1))->size(), size_t(1));
        const auto history = m_store->history(cartId(1));
        QCOMPARE(history->front(), delta(5, 1, StoredDelta::Kind::Accepted, 41)); // sequenced ones first
        QCOMPARE(m_store->history(cartId(1), 40)->size(), size_t(2));
        QCOMPARE(*m_store->history(cartId(1), 41), std::vector{delta(5, 2, StoredDelta::Kind::Pending, 0)});
    }

    void findsWhatWasRefused_data() { stores(); }
    void findsWhatWasRefused()
    {
        open();
        ChangeSet change = newCart(1);
        StoredDelta foreign = delta(9, 1, StoredDelta::Kind::Rejected, 2);
        foreign.bytes.clear(); // a void of somebody else
        change.deltas = {delta(5, 2, StoredDelta::Kind::Rejected, 4), delta(5, 1, StoredDelta::Kind::Rejected, 3),
                         foreign, delta(5, 3, StoredDelta::Kind::Accepted, 5),
                         delta(5, 4, StoredDelta::Kind::Pending, 0)};
        commit(change);
        QCOMPARE(*reopened().rejected(cartId(1)), (std::vector{delta(5, 1, StoredDelta::Kind::Rejected, 3),
                                                               delta(5, 2, StoredDelta::Kind::Rejected, 4)}));
    }

    void insertsComeBeforeErases_data() { stores(); }
    void insertsComeBeforeErases()
    {
        open();
        ChangeSet change = newCart(1);
        change.insert = {fact(1, 1, 0, 1)};
        change.erase = {fact(1, 1, 0, 1).fact.dot};
        commit(change);
        QVERIFY(reopened().loadCart(cartId(1))->facts.empty());
    }

    void theVectorNeverGoesBack_data() { stores(); }
    void theVectorNeverGoesBack()
    {
        open();
        ChangeSet change = newCart(1);
        change.vector = {{ReplicaId{1}, 5}, {ReplicaId{1}, 3}};
        commit(change);
        QCOMPARE(reopened().loadCart(cartId(1))->vector.seen(ReplicaId{1}), quint64(5));
    }

    void forgetsWhatIsPendingForARekey_data() { stores(); }
    void forgetsWhatIsPendingForARekey()
    {
        open();
        ChangeSet change = newCart(1);
        change.insert = {fact(1, 1, 0, 1), fact(1, 2, 0, 2), fact(5, 1, 0, 0)};
        change.hide = {{fact(1, 1, 0, 1).fact.dot, 1}, {fact(1, 2, 0, 2).fact.dot, 1}};
        change.deltas = {delta(5, 1, StoredDelta::Kind::Pending, 0)};
        commit(change);
        ChangeSet rekey(cartId(1));
        rekey.forgetPending = true;
        rekey.insert = {fact(6, 1, 0, 0)};
        rekey.hide = {{fact(1, 1, 0, 1).fact.dot, 1}};
        rekey.deltas = {delta(6, 1, StoredDelta::Kind::Pending, 0)};
        commit(rekey);
        QCOMPARE(reopened().loadCart(cartId(1))->facts,
                 (std::vector{fact(1, 1, 0, 1, 1), fact(1, 2, 0, 2), fact(6, 1, 0, 0)}));
        QCOMPARE(*m_store->pending(cartId(1)), std::vector{delta(6, 1, StoredDelta::Kind::Pending, 0)});
    }

    void aDeltaThatWasMadeAgainIsForgotten_data() { stores(); }
    void aDeltaThatWasMadeAgainIsForgotten()
    {
        open();
        ChangeSet change = newCart(1);
        change.deltas = {delta(4, 1, StoredDelta::Kind::Pending, 0), delta(4, 2, StoredDelta::Kind::Pending, 0)};
        commit(change);
        ChangeSet again(cartId(1));
        again.deltaErase = {{ReplicaId{4}, 1}};
        again.deltas = {delta(5, 1, StoredDelta::Kind::Pending, 0)};
        commit(again);
        const auto left = *reopened().pending(cartId(1));
        QCOMPARE(left.size(), size_t(2));
        QVERIFY(std::find(left.begin(), left.end(), delta(4, 2, StoredDelta::Kind::Pending, 0)) != left.end());
        QVERIFY(std::find(left.begin(), left.end(), delta(5, 1, StoredDelta::Kind::Pending, 0)) != left.end());
    }

    void keepsUndoRemovedMembersAndCursors_data() { stores(); }
    void keepsUndoRemovedMembersAndCursors()
    {
        open();
        ChangeSet change = newCart(1);
        change.undoAdd = {{1, UndoStep::Stack::Undo, 4, "a"}, {2, UndoStep::Stack::Redo, 5, Bytes("\0b", 2)}};
        change.undoErase = {1};
        const RemovedLine gone{lineId(2), 77, {}, {fact(3, 2, 0, 0).fact, fact(3, 2, 1, 0).fact}};
        change.removedAdd = {gone, {lineId(3), 78, {}, {fact(3, 3, 0, 0).fact}}};
        change.removedErase = {lineId(3)};
        commit(change);
        MemberId ann;
        ann.raw[1] = 1;
        DeviceId laptop;
        laptop.raw[2] = 2;
        QVERIFY(m_store->rememberMembers({{ann, "Ann"}}).ok());
        QVERIFY(m_store->rememberMembers({{ann, "Anna"}}).ok());
        QVERIFY(m_store->rememberCursors(cartId(1), {{ann, laptop, 5}}).ok());
        QVERIFY(m_store->rememberCursors(cartId(1), {{ann, laptop, 9, 77}}).ok());
        ProfileStore &store = reopened();
        QCOMPARE(*store.undoSteps(cartId(1)), (std::vector<UndoStep>{{2, UndoStep::Stack::Redo, 5, Bytes("\0b", 2)}}));
        QCOMPARE(*store.removedLines(cartId(1)), std::vector{gone});
        QCOMPARE(*store.members(), (std::vector<KnownMember>{{ann, "Anna"}}));
        QCOMPARE(*store.cursors(cartId(1)), (std::vector<KnownCursor>{{ann, laptop, 9, 77}}));
    }

    void aFailedCommitLeavesWhatWasThere()
    {
        // SQLite's own word for a full disk, and the memory store's stand-in for it.
        m_directory = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<MemoryStore>();
        commit(newCart(1));
        static_cast<MemoryStore &>(*m_store).failNext(1);
        ChangeSet change(cartId(1));
        change.insert = {fact(1, 1, 0, 1)};
        QCOMPARE(m_store->commit(change).error().code, ErrorCode::Io);
        QVERIFY(m_store->loadCart(cartId(1))->facts.empty());
        QVERIFY(m_store->commit(change).ok());
    }

    // Once only the columns that never change were in the sum of a fact: a flipped stamp won over what others wrote.
    void aChangeInAnyColumnOfARowIsNoticed_data()
    {
        QTest::addColumn<QString>("damage");
        for (const char *column : {"stamp", "position", "hidden_by", "seq", "idx", "field"})
            QTest::newRow(column)
                << QStringLiteral("UPDATE fact SET %1 = %1 + 8 WHERE seq = 1").arg(QLatin1String(column));
        QTest::newRow("body") << QStringLiteral("UPDATE fact SET body = x'00' WHERE seq = 1");
        QTest::newRow("a row") << QStringLiteral("DROP TRIGGER fact_gone; DELETE FROM fact WHERE seq = 2");
        for (const char *column : {"kind", "position", "effective", "reason", "received"})
            QTest::newRow(qPrintable(QStringLiteral("delta's %1").arg(QLatin1String(column))))
                << QStringLiteral("UPDATE delta SET %1 = %1 + 1").arg(QLatin1String(column));
        QTest::newRow("delta's label") << QStringLiteral("UPDATE delta SET label = 'other'");
        QTest::newRow("delta's bytes") << QStringLiteral("UPDATE delta SET bytes = x'00'");
        QTest::newRow("undo") << QStringLiteral("UPDATE undo SET record = x'00'");
        QTest::newRow("removed") << QStringLiteral("UPDATE removed SET removed_at = removed_at + 8");
    }
    void aChangeInAnyColumnOfARowIsNoticed()
    {
        QFETCH(QString, damage);
        m_directory = std::make_unique<QTemporaryDir>();
        ChangeSet change = newCart(1);
        change.insert = {fact(1, 1, 0, 0), fact(1, 2, 0, 0), fact(1, 3, 0, 3)};
        change.undoAdd = {{1, UndoStep::Stack::Undo, 1, "record"}};
        change.removedAdd = {{lineId(9), 5, MemberId(), {fact(1, 3, 0, 3).fact}}};
        change.deltas = {delta(5, 1, StoredDelta::Kind::Accepted, 41)};
        ChangeSet moved(cartId(1)); // what SQL corrects in place has to leave the sums right
        moved.sequenced = {{Dot{ReplicaId{1}, 1, 0}, 7}};
        moved.restamp = {{Dot{ReplicaId{1}, 1, 0}, Hlc{~std::uint64_t(0) - 4}}};
        moved.hide = {{Dot{ReplicaId{1}, 1, 0}, 9}};
        ChangeSet shown(cartId(1));
        shown.unhide = {9};
        {
            auto store = SqliteStore::open(path());
            for (const ChangeSet &step : {change, moved, shown}) {
                QVERIFY((*store)->commit(step).ok());
                QVERIFY((*store)->verify().ok());
            }
        }
        {
            auto database = sqlite::Database::open(path(), sqlite::Database::Mode::Existing);
            QVERIFY(database->runScript(damage.toStdString()).ok());
        }
        QCOMPARE((*SqliteStore::open(path()))->verify().error().code, ErrorCode::Corrupt);
    }
    void aProfileOfSchemaOneIsTakenAlong()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        ChangeSet change = newCart(1);
        change.insert = {fact(~std::uint64_t(0), 1, 0, 4), fact(1, 2, 0, 0)};
        change.insert[0].fact.stamp = Hlc{~std::uint64_t(0) - 70};
        change.undoAdd = {{1, UndoStep::Stack::Undo, 1, "record"}};
        QVERIFY((*SqliteStore::open(path()))->commit(change).ok());
        {
            auto database = sqlite::Database::open(path(), sqlite::Database::Mode::Existing);
            QVERIFY(database
                        ->runScript("DROP TRIGGER fact_added; DROP TRIGGER fact_gone; DROP TRIGGER fact_changed; "
                                    "ALTER TABLE cart DROP COLUMN fact_sums; UPDATE fact SET sum = sum - cart - stamp "
                                    "% 2147483647 - position % 2147483647 - "
                                    "hidden_by % 2147483647; ALTER TABLE undo DROP COLUMN sum; "
                                    "ALTER TABLE removed DROP COLUMN sum; ALTER TABLE cursor DROP COLUMN heard; "
                                    "DROP TABLE shop; DROP TABLE good; DROP TABLE own_order; "
                                    "PRAGMA user_version = 1")
                        .ok());
        }
        auto store = SqliteStore::open(path());
        QVERIFY((*store)->verify().ok());
        QCOMPARE((*store)->loadCart(cartId(1))->facts.size(), size_t(2));
        QCOMPARE((*store)->undoSteps(cartId(1))->size(), size_t(1));
    }

    void aCommitThatBreaksOffInTheMiddleLeavesNothing()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_store = *SqliteStore::open(path());
        commit(newCart(1));
        m_store.reset();
        const auto execute = [&](const char *sql) {
            auto database = sqlite::Database::open(path(), sqlite::Database::Mode::Create);
            QVERIFY(database.ok() && database->run(sql).ok());
        };
        execute("CREATE TRIGGER breaks BEFORE INSERT ON undo BEGIN SELECT RAISE(FAIL, 'the disk is gone'); END");
        m_store = *SqliteStore::open(path());
        ChangeSet change = newCart(1);
        change.record->cursor = 1;
        change.clock = Hlc{77};
        change.insert = {fact(1, 1, 0, 1)};
        change.vector = {{ReplicaId{1}, 1}};
        change.deltas = {delta(1, 1, StoredDelta::Kind::Accepted, 1)};
        change.undoAdd = {{1, UndoStep::Stack::Undo, 1, "a"}}; // written after all of these
        QVERIFY(!m_store->commit(change).ok());
        m_store.reset();
        execute("DROP TRIGGER breaks");
        m_store = *SqliteStore::open(path());
        const auto loaded = m_store->loadCart(cartId(1));
        QVERIFY(loaded->facts.empty());
        QCOMPARE(loaded->record.cursor, quint64(0));
        QCOMPARE(loaded->vector, VersionVector());
        QVERIFY(m_store->history(cartId(1))->empty());
        QCOMPARE(m_store->profile()->clock, Hlc{});
        commit(change); // and it can be done again
        QCOMPARE(m_store->loadCart(cartId(1))->facts.size(), size_t(1));
    }

    void everyFlippedBitOfADatabaseIsNoticedOrHarmless()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        {
            auto store = SqliteStore::open(path());
            ChangeSet change = newCart(1);
            for (std::uint64_t seq = 1; seq < 60; ++seq) {
                change.insert.push_back(fact(1, seq, 0, seq));
                change.deltas.push_back(delta(1, seq, StoredDelta::Kind::Accepted, seq));
            }
            QVERIFY((*store)->commit(change).ok());
        }
        QFile file(QString::fromStdString(path()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray good = file.readAll();
        file.close();
        bool oneLine = true; // SQLite quotes the damaged schema as it stands
        const auto load = [&]() -> std::optional<std::pair<LoadedCart, std::vector<StoredDelta>>> {
            auto store = SqliteStore::open(path());
            if (!store) {
                oneLine = oneLine && store.error().message.find('\n') == std::string::npos;
                return std::nullopt;
            }
            auto loaded = (*store)->loadCart(cartId(1));
            auto history = (*store)->history(cartId(1));
            if (!loaded || !history)
                return std::nullopt;
            return std::pair(*loaded, *history);
        };
        const auto expected = load();
        QVERIFY(expected.has_value());
        int noticed = 0;
        for (qsizetype at = 100; at < good.size(); at += 97) {
            QByteArray bad = good;
            bad[at] = static_cast<char>(bad[at] ^ (1 << (at % 8)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bad);
            file.close();
            QFile::remove(file.fileName() + QStringLiteral("-wal"));
            QFile::remove(file.fileName() + QStringLiteral("-shm"));
            const auto found = load();
            if (!found) {
                ++noticed;
                continue;
            }
            QCOMPARE(found->first.record, expected->first.record);
            QCOMPARE(found->first.vector, expected->first.vector);
            QVERIFY2(found->first.facts == expected->first.facts, qPrintable(QString::number(at)));
        }
        QVERIFY(oneLine);
        QVERIFY2(noticed > 50, qPrintable(QString::number(noticed)));
    }
};

QTEST_APPLESS_MAIN(TestProfileStore)
#include "tst_profilestore.moc"
