#include "sqlite/database.h"
#include "store/memorylogstore.h"
#include "support/loopback.h"

#include <QTemporaryDir>
#include <QTest>

using namespace evencart;
using namespace evencart::test;

// What happens to a cart whose rows are no longer what was written: it is noticed, said, and what can be had is had.
class TestDamage : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;
    ManualClock m_clock;
    SeededRandom m_random{73};
    std::unique_ptr<store::MemoryLogStore> m_log;
    std::unique_ptr<LoopbackServer> m_server;

    std::unique_ptr<Workspace> open(const char *name)
    {
        return need(
            Workspace::open(m_directory->filePath(QLatin1String(name)), QLatin1String(name), m_clock, m_random));
    }
    bool sync(Workspace &workspace)
    {
        LoopbackClient client(workspace, *m_server, m_clock);
        return client.sync();
    }
    // Behind the program's back, as a dying disk does. REQUIRES: the profile is closed.
    void damage(const char *name, const char *sql)
    {
        auto file = need(sqlite::Database::open(m_directory->filePath(QLatin1String(name)).toStdString() + "/carts.db",
                                                sqlite::Database::Mode::Create));
        need(file.run(sql));
    }
    static void add(CartReplica &cart, const std::string &name, std::int64_t thousandths = 1000)
    {
        need(cart.edit("add " + name, [&](Edit &edit) -> Result<void> {
            NewItem item;
            item.name = name;
            item.quantity = thousandths;
            const auto added = edit.add(item);
            return added ? Result<void>() : added.error();
        }));
    }
    static void onLine(CartReplica &cart, const std::string &name,
                       const std::function<Result<void>(Edit &, const LineId &)> &action)
    {
        const LineId line = cart.view().find(name).at(0)->id;
        need(cart.edit("change " + name, [&](Edit &edit) { return action(edit, line); }));
    }
    static std::map<std::string, std::int64_t> linesOf(const CartReplica &cart)
    {
        std::map<std::string, std::int64_t> lines;
        for (const LineView *line : cart.view().lines())
            lines[line->name] += line->quantity;
        return lines;
    }

    // Ann and Ben have the same cart; then Ann removes milk, adds bread, wants more of it and renames rice, offline.
    CartId annIsAhead(std::unique_ptr<Workspace> &ann, std::unique_ptr<Workspace> &ben)
    {
        ann = open("ann");
        ben = open("ben");
        const CartId id = need(ann->createCart("Groceries"));
        for (const char *name : {"milk", "rice", "eggs"})
            add(*need(ann->cart(id)), name);
        letIn(*ann, *ben, id);
        if (!sync(*ann) || !sync(*ben))
            throw std::runtime_error("no rest at the start");
        add(*need(ben->cart(id)), "tea");
        if (!sync(*ben) || !sync(*ann))
            throw std::runtime_error("no rest at the start");
        CartReplica &cart = *need(ann->cart(id));
        onLine(cart, "milk", [](Edit &edit, const LineId &line) { return edit.remove(line); });
        add(cart, "bread");
        onLine(cart, "bread", [](Edit &edit, const LineId &line) { return edit.increase(line, 2000); });
        onLine(cart, "rice", [](Edit &edit, const LineId &line) { return edit.rename(line, "brown rice"); });
        return id;
    }

    // What annIsAhead() leads to.
    static std::map<std::string, std::int64_t> everything()
    {
        return {{"bread", 3000}, {"brown rice", 1000}, {"eggs", 1000}, {"tea", 1000}};
    }
    void bothHaveEverything(Workspace &ann, Workspace &ben, const CartId &id)
    {
        QVERIFY(sync(ann));
        QVERIFY(sync(ben));
        QCOMPARE(linesOf(*need(ann.cart(id))), everything());
        QCOMPARE(linesOf(*need(ben.cart(id))), everything());
    }

private Q_SLOTS:
    void initTestCase() { need(initCrypto()); }
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", QFile::encodeName(m_directory->filePath(QStringLiteral("state"))));
        m_log = std::make_unique<store::MemoryLogStore>();
        m_server = std::make_unique<LoopbackServer>(*m_log, m_clock);
    }

    void c73_damagedNewestRowsAreTakenOutAndFetchedAgain()
    {
        std::unique_ptr<Workspace> ann, ben;
        const CartId id = annIsAhead(ann, ben);
        const CartId other = need(ann->createCart("Other"));
        ann.reset();
        damage("ann",
               "UPDATE fact SET body = zeroblob(length(body)) WHERE position = (SELECT max(position) FROM fact)");

        ann = open("ann");
        QCOMPARE(ann->cart(id).error().code, ErrorCode::Corrupt); // noticed and said; nothing is left out in silence
        QVERIFY(ann->findCart("Other").ok());                     // the other carts go on
        QCOMPARE(ann->findCart("Groceries").error().code, ErrorCode::Corrupt);

        const auto salvaged = need(ann->recover(id));
        QCOMPARE(salvaged.kept, size_t(4));
        QVERIFY(salvaged.lost.empty() && salvaged.partly.empty());
        QVERIFY(salvaged.wasSynced);
        bothHaveEverything(*ann, *ben, id);
        QCOMPARE(need(ann->cart(id))->baseDigest(), need(ben->cart(id))->baseDigest());
        QVERIFY(need(ann->cart(id))->view().find("brown rice").at(0)->oldNameAdds.empty());
        QVERIFY(ann->profile().database().verify().ok());
        ann.reset(); // nothing of it is made twice
        ann = open("ann");
        QVERIFY(sync(*ann));
        QVERIFY(sync(*ben));
        QCOMPARE(linesOf(*need(ben->cart(id))), everything());
        QVERIFY(need(ann->cart(id))->undo().ok()); // what was made again can be undone
        QCOMPARE(linesOf(*need(ann->cart(id))).count("rice"), size_t(1));
        QVERIFY(ann->cart(other).ok());
    }

    // What is made anew has its sums right, whatever was wrong with them.
    void c73_whateverTheSumsSayTheCartIsWholeAfterwards_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("total") << QStringLiteral("UPDATE cart SET fact_sums = fact_sums + 8 WHERE number = 1");
        QTest::newRow("sum") << QStringLiteral("UPDATE fact SET sum = sum + 8 WHERE cart = 1");
        QTest::newRow("stamp") << QStringLiteral("UPDATE fact SET stamp = stamp + 8 WHERE cart = 1");
        QTest::newRow("hidden") << QStringLiteral("UPDATE fact SET hidden_by = hidden_by + 1 WHERE cart = 1");
        QTest::newRow("position") << QStringLiteral("UPDATE fact SET position = position + 8 WHERE cart = 1");
        QTest::newRow("undo") << QStringLiteral("UPDATE undo SET record = x'00' WHERE cart = 1");
    }
    void c73_whateverTheSumsSayTheCartIsWholeAfterwards()
    {
        QFETCH(QString, sql);
        std::unique_ptr<Workspace> ann, ben;
        const CartId id = annIsAhead(ann, ben);
        ann.reset();
        damage("ann", qPrintable(sql));
        ann = open("ann");
        QCOMPARE(ann->cart(id).error().code, ErrorCode::Corrupt);
        QCOMPARE(need(ann->recover(id)).kept, size_t(4));
        QVERIFY(ann->profile().database().verify().ok());
        bothHaveEverything(*ann, *ben, id);
        QVERIFY(ann->profile().database().verify().ok());
    }

    // The ack of what was kept was lost: it is not done twice.
    void c73_whatTheServerHadGotAllTheSameIsNotMadeAgain()
    {
        std::unique_ptr<Workspace> ann, ben;
        const CartId id = annIsAhead(ann, ben);
        ann.reset();
        QVERIFY(QFile::copy(m_directory->filePath(QStringLiteral("ann/carts.db")),
                            m_directory->filePath(QStringLiteral("before.db"))));
        ann = open("ann");
        QVERIFY(sync(*ann));
        ann.reset();
        const QString file = m_directory->filePath(QStringLiteral("ann/carts.db"));
        // Not Profile's way in: the re-key that it would do is another test's.
        QVERIFY(QFile::remove(file) && QFile::rename(m_directory->filePath(QStringLiteral("before.db")), file));
        auto store = need(SqliteStore::open(file.toStdString()));
        ProfileRecord profile = need(store->profile());
        profile.replica.value ^= 1;
        need(store->setProfile(profile));
        QCOMPARE(need(store->salvage(id, profile.replica)).kept, size_t(4));
        store.reset();
        ann = open("ann"); // a new id once more; what is kept stays kept
        QVERIFY(sync(*ann));
        QVERIFY(sync(*ben));
        QCOMPARE(linesOf(*need(ann->cart(id))).at("bread"), 3000);
        QCOMPARE(linesOf(*need(ben->cart(id))).at("bread"), 3000);
        QCOMPARE(need(ann->cart(id))->baseDigest(), need(ben->cart(id))->baseDigest());
    }

    void c73_ofADamagedUnsentChangeWhatItAddedIsKept()
    {
        std::unique_ptr<Workspace> ann, ben;
        const CartId id = annIsAhead(ann, ben);
        ann.reset();
        damage("ann", "UPDATE delta SET bytes = zeroblob(length(bytes)) WHERE kind = 0 AND label = 'add bread'");
        ann = open("ann");
        QVERIFY(ann->cart(id).ok()); // shown as it was
        QCOMPARE(linesOf(*need(ann->cart(id))).at("bread"), 3000);
        LoopbackClient client(*ann, *m_server, m_clock);
        QVERIFY(!client.sync());
        QVERIFY(!client.storageErrors.empty());
        const auto salvaged = need(ann->recover(id));
        QCOMPARE(salvaged.partly, std::vector<std::string>{"add bread"});
        QVERIFY(sync(*ann));
        QVERIFY(sync(*ben));
        QCOMPARE(linesOf(*need(ben->cart(id))).at("bread"), 3000);
        QCOMPARE(linesOf(*need(ben->cart(id))).count("milk"), size_t(0));
    }

    void c73_whatCannotBeKeptIsNamed()
    {
        std::unique_ptr<Workspace> ann, ben;
        const CartId id = annIsAhead(ann, ben);
        ann.reset();
        damage("ann", "UPDATE delta SET bytes = zeroblob(length(bytes)) WHERE kind = 0 AND label = 'add bread'");
        damage("ann", "UPDATE fact SET body = zeroblob(length(body)) WHERE position = 0");
        ann = open("ann");
        const auto salvaged = need(ann->recover(id));
        QCOMPARE(salvaged.lost, std::vector<std::string>{"add bread"});
        QCOMPARE(salvaged.kept, size_t(3));
        QVERIFY(sync(*ann));
        QVERIFY(sync(*ben));
        QCOMPARE(linesOf(*need(ben->cart(id))).at("bread"), 2000); // the later step
        QCOMPARE(need(ann->cart(id))->baseDigest(), need(ben->cart(id))->baseDigest());
    }

    void aCartThatNeverMetAServerIsBuiltFromItsOwnChanges()
    {
        auto ann = open("ann");
        const CartId id = need(ann->createCart("Groceries"));
        for (const char *name : {"milk", "rice", "eggs"})
            add(*need(ann->cart(id)), name);
        onLine(*need(ann->cart(id)), "milk",
               [](Edit &edit, const LineId &line) { return edit.setQuantity(line, 5000); });
        onLine(*need(ann->cart(id)), "rice", [](Edit &edit, const LineId &line) { return edit.remove(line); });
        const auto before = linesOf(*need(ann->cart(id)));
        ann.reset();
        damage("ann", "UPDATE fact SET body = zeroblob(length(body))");
        ann = open("ann");
        QCOMPARE(ann->cart(id).error().code, ErrorCode::Corrupt);
        QVERIFY(!need(ann->recover(id)).wasSynced);
        QCOMPARE(linesOf(*need(ann->cart(id))), before);
        QCOMPARE(need(ann->cart(id))->view().name(), std::string("Groceries"));
        ann.reset();
        ann = open("ann");
        QCOMPARE(linesOf(*need(ann->cart(id))), before);
        QVERIFY(ann->profile().database().verify().ok());
    }
};

QTEST_GUILESS_MAIN(TestDamage)
#include "tst_damage.moc"
