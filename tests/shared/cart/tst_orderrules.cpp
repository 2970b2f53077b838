#include "cart/orderkey.h"
#include "cart/placement.h"
#include "support/people.h"

#include <QTest>

#include <random>

using namespace evencart;
using namespace evencart::test;

namespace {

using Names = std::vector<std::string>;

void move(KernelReplica &who, const Names &lines, Placement::Where where, const std::string &neighbour = {},
          const Bytes &salt = {})
{
    who.act([&](Edit &e) {
        std::vector<LineId> ids;
        for (const std::string &name : lines)
            ids.push_back(who.idOf(name));
        const LineId next = neighbour.empty() ? LineId() : who.idOf(neighbour);
        KernelReplica::must(place(e, ids, {where, next}, salt.empty() ? who.replica().toString().substr(14) : salt));
    });
}

void paste(KernelReplica &who, const Names &names)
{
    who.act([&](Edit &e) {
        for (const std::string &name : names)
            KernelReplica::must(e.add(KernelReplica::item(name)));
    });
}

Bytes randomKey(std::mt19937_64 &random)
{
    Bytes key(1 + random() % 6, '\0');
    for (char &byte : key)
        byte = static_cast<char>(random() % 4 == 0 ? 0 : random() % 3 == 0 ? 255 : random());
    key.back() = static_cast<char>(key.back() | 1);
    return key;
}

} // namespace

// Conformance, "Fields", where it is about order: birth, places, runs.
class TestOrderRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesStandAsTheyCame()
    {
        Three p;
        paste(p.a, {"c", "a", "b"});
        p.sync();
        p.b.setWall(1'700'000'000'900);
        p.b.add("0");
        p.sync();
        QCOMPARE(p.c.names(), (Names{"c", "a", "b", "0"}));
    }
    void typingAQuantityMovesNothing()
    {
        Three p;
        paste(p.a, {"a", "b", "c"});
        p.sync();
        p.b.setWall(1'700'000'100'000);
        p.b.set("a", 7);
        p.b.increase("b", 1);
        p.b.rename("a", "z");
        p.b.check("b");
        p.b.uncheck("b");
        p.sync();
        QCOMPARE(p.c.names(), (Names{"z", "b", "c"}));
        QVERIFY(p.equal());
    }
    void c49_aLineThatTwoMovedStandsOnce()
    {
        Three p;
        paste(p.a, {"a", "b", "c", "d"});
        p.sync();
        p.a.setWall(1'700'000'001'000);
        move(p.a, {"b"}, Placement::Where::First);
        move(p.b, {"b"}, Placement::Where::Last);
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.c.names(), (Names{"b", "a", "c", "d"}));
        QVERIFY(p.c.line("b").conflicts.empty());
    }
    void aMoveDoesNotHoldALine()
    {
        Three p;
        paste(p.a, {"a", "b"});
        p.sync();
        move(p.a, {"b"}, Placement::Where::First);
        p.b.remove("b");
        p.sync();
        QCOMPARE(p.c.names(), Names{"a"});
        p.c.add("b"); // where it came last, not where the left-over says
        QCOMPARE(p.c.names(), (Names{"a", "b"}));
    }
    void c51_runsPastedAtOnceStayWhole()
    {
        Three p;
        paste(p.a, {"x", "y"});
        p.sync();
        paste(p.a, {"a1", "a2", "a3"});
        paste(p.b, {"b1", "b2", "b3"});
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.c.names(), (Names{"x", "y", "a1", "a2", "a3", "b1", "b2", "b3"}));
        move(p.a, {"a1", "a2", "a3"}, Placement::Where::After, "x");
        move(p.b, {"b1", "b2", "b3"}, Placement::Where::After, "x");
        p.sync();
        QVERIFY(p.equal());
        const Names names = p.c.names();
        const bool aFirst = names[1] == "a1";
        QCOMPARE(names, (aFirst ? Names{"x", "a1", "a2", "a3", "b1", "b2", "b3", "y"}
                                : Names{"x", "b1", "b2", "b3", "a1", "a2", "a3", "y"}));
        move(p.c, {"y"}, Placement::Where::Before, "a2"); // and there is room inside of a run
        QCOMPARE(p.c.names()[aFirst ? 2 : 5], std::string("y"));
    }
    void everyPlacement()
    {
        Three p;
        paste(p.a, {"a", "b", "c", "d"});
        move(p.a, {"d"}, Placement::Where::Before, "b");
        QCOMPARE(p.a.names(), (Names{"a", "d", "b", "c"}));
        move(p.a, {"a"}, Placement::Where::After, "b");
        QCOMPARE(p.a.names(), (Names{"d", "b", "a", "c"}));
        move(p.a, {"c"}, Placement::Where::First);
        QCOMPARE(p.a.names(), (Names{"c", "d", "b", "a"}));
        move(p.a, {"d", "c"}, Placement::Where::Last);
        QCOMPARE(p.a.names(), (Names{"b", "a", "d", "c"}));
        const size_t before = p.a.deltas.size();
        move(p.a, {"a"}, Placement::Where::After, "b"); // it stands there
        QCOMPARE(p.a.deltas.size(), before);
        p.a.add("e");
        QCOMPARE(p.a.names().back(), std::string("e"));
        Edit e(p.a.view(), p.a.member());
        QVERIFY(!place(e, {p.a.idOf("a")}, {Placement::Where::After, LineId()}, "s").ok());
        QVERIFY(!place(e, {LineId()}, {}, "s").ok());
    }
    void equalKeysMakeRoom()
    {
        Three p;
        paste(p.a, {"a", "b", "c"});
        p.sync();
        move(p.a, {"a"}, Placement::Where::Last, {}, "same");
        move(p.b, {"b"}, Placement::Where::Last, {}, "same");
        p.sync();
        const Names before = p.c.names();
        QCOMPARE(before[0], std::string("c"));
        QCOMPARE(p.c.line("a").orderKey, p.c.line("b").orderKey);
        move(p.c, {"c"}, Placement::Where::Before, before[2]);
        QCOMPARE(p.c.names(), (Names{before[1], "c", before[2]}));
    }
    void c52_tenThousandMovesIntoOneGap()
    {
        Three p;
        paste(p.a, {"a", "b", "c", "d"});
        std::mt19937_64 random(52);
        size_t longest = 0, spreads = 0;
        for (int i = 0; i < 10'000; ++i) {
            const std::string name = i % 2 ? "c" : "d";
            const Bytes salt{static_cast<char>(random()), static_cast<char>(random())};
            move(p.a, {name}, Placement::Where::After, "a", salt);
            spreads += p.a.deltas.back().adds.size() > 1;
            longest = std::max(longest, p.a.line(name).orderKey.size());
            QCOMPARE(p.a.names()[1], name);
            QCOMPARE(p.a.names()[i == 0 ? 2 : 3], std::string("b"));
        }
        QVERIFY(longest <= 64);
        QVERIFY(spreads < 200);
    }
    // Each move to the end made the key three bytes longer, so every dozen of them re-wrote the places of the whole
    // cart.
    void movingToTheEndDoesNotSpreadTheCart()
    {
        Three p;
        paste(p.a, {"a", "b", "c"});
        for (int i = 0; i < 1000; ++i) {
            const std::string first = p.a.names().front();
            move(p.a, {first}, Placement::Where::Last);
            QCOMPARE(p.a.names().back(), first);
            QCOMPARE(p.a.deltas.back().adds.size(), size_t(1));
        }
        p.a.add("new");
        QCOMPARE(p.a.names().back(), std::string("new"));
    }
    void aKeyLiesStrictlyBetween()
    {
        std::mt19937_64 random(7);
        for (int i = 0; i < 200'000; ++i) {
            Bytes low = random() % 8 ? randomKey(random) : Bytes();
            Bytes high = random() % 8 ? randomKey(random) : Bytes();
            if (!low.empty() && !high.empty() && low >= high)
                std::swap(low, high);
            if (!low.empty() && low == high)
                continue;
            if (random() % 3 == 0 && !low.empty()) // neighbours that share their beginning
                high = low + randomKey(random);
            Bytes salt(random() % 3, '\0');
            for (char &byte : salt)
                byte = static_cast<char>(random());
            const Bytes key = orderKeyBetween(low, high, salt);
            QVERIFY(key > low);
            QVERIFY(high.empty() || key < high);
            QVERIFY(key.back() != '\0');
            QVERIFY(orderKeyInRun(key, 0) > key && (high.empty() || orderKeyInRun(key, 70'000) < high));
            QVERIFY(orderKeyInRun(key, 255) < orderKeyInRun(key, 256));
        }
    }
    void spreadAndBirthKeysAreInOrder()
    {
        for (const size_t count : {size_t(1), size_t(2), size_t(20'000)}) {
            for (size_t i = 1; i < count; ++i)
                QVERIFY(orderKeySpread(i - 1, count) < orderKeySpread(i, count));
            QVERIFY(orderKeySpread(count - 1, count) < orderKeyOfBirth({}));
            QVERIFY(orderKeySpread(0, count).back() != '\0');
        }
        const Birth first{Hlc{5}, ReplicaId{9}, 3};
        QVERIFY(orderKeyOfBirth(first) < orderKeyOfBirth({Hlc{5}, ReplicaId{9}, 4}));
        QVERIFY(orderKeyOfBirth(first) < orderKeyOfBirth({Hlc{5}, ReplicaId{10}, 0}));
        QVERIFY(orderKeyOfBirth(first) < orderKeyOfBirth({Hlc{6}, ReplicaId{1}, 0}));
    }
    // 9: sizes to design for.
    void tenThousandLinesAreQuick()
    {
        KernelReplica a(cartNumber(7), 1, "Ann");
        State state;
        CartView view(cartNumber(7), state);
        QElapsedTimer timer;
        timer.start();
        for (std::uint64_t seq = 1; seq <= 10'000; ++seq) {
            Edit e(view, a.member());
            KernelReplica::must(e.add(KernelReplica::item("item " + std::to_string(seq * 7919 % 10'000))));
            Delta delta = plainDelta(1, seq, {}, {});
            Draft draft = e.take();
            delta.adds = std::move(draft.adds);
            std::vector<LineId> touched;
            state.apply(delta, delta.stamp, &touched);
            view.refresh(touched);
        }
        const auto filled = timer.restart();
        QCOMPARE(view.lines().size(), size_t(10'000));
        QCOMPARE(view.lines().front()->name, std::string("item 7919"));
        std::printf("10,000 adds one by one: %lld ms; then read in order: %lld ms\n", static_cast<long long>(filled),
                    static_cast<long long>(timer.elapsed()));
        QVERIFY(filled < 120'000); // a guard against squares, not a benchmark
    }
};

QTEST_APPLESS_MAIN(TestOrderRules)
#include "tst_orderrules.moc"
