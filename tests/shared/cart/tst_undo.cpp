#include "cart/cartmerge.h"
#include "cart/placement.h"
#include "support/people.h"
#include "support/seed.h"

#include <QTest>

#include <random>

using namespace evencart;
using namespace evencart::test;

namespace {

// What a client keeps: two stacks, each record following what was undone after it, and through the bytes each time.
struct Stacks
{
    explicit Stacks(KernelReplica &replica) : who(replica) {}

    Delta act(const std::function<void(Edit &)> &action)
    {
        const Delta made = who.act(action);
        if (made.seq != 0) {
            undos.push_back(who.lastUndo);
            redos.clear();
        }
        return made;
    }
    bool undo() { return take(undos, redos); }
    bool redo() { return take(redos, undos); }
    void receive(const Delta &foreign)
    {
        who.receive(foreign);
        for (auto *stack : {&undos, &redos}) {
            for (UndoRecord &record : *stack)
                concede(record, foreign);
        }
    }

    KernelReplica &who;
    std::vector<UndoRecord> undos, redos;

private:
    bool take(std::vector<UndoRecord> &from, std::vector<UndoRecord> &to)
    {
        const auto record = decodeUndo(encodeUndo(from.back()));
        if (!record || !(*record == from.back()))
            throw std::runtime_error("an undo record does not survive its encoding");
        from.pop_back();
        bool possible = false;
        const Delta made = who.act([&](Edit &e) { possible = evencart::undo(e, *record).ok(); });
        if (!possible)
            return false;
        if (made.seq == 0)
            return true;
        for (auto *stack : {&undos, &redos}) {
            for (UndoRecord &other : *stack)
                follow(other, *record, who.lastUndo);
        }
        to.push_back(who.lastUndo);
        return true;
    }
};

// What a person sees; who changed it last and the siblings of an order are beside the point.
std::string seen(const KernelReplica &who)
{
    std::string text = who.view().name() + '\n';
    for (const LineView *line : who.view().lines()) {
        text += line->name + ' ' + std::to_string(line->quantity) + ' ' + line->note + ' ' + line->category + ' ' +
                (line->price ? std::to_string(line->price->minor) : "-") +
                (line->assignee ? line->assignee->toString() : "-") + std::to_string(line->likes.size()) +
                std::to_string(line->claimedBy.size()) + (line->checked ? " bought " : " open ") +
                std::to_string(line->bought()) + '\n';
    }
    return text;
}

void someAction(Edit &e, std::mt19937_64 &random)
{
    const auto &lines = e.view().lines();
    const LineId id = lines.empty() ? LineId() : lines[random() % lines.size()]->id;
    const std::int64_t n = std::int64_t(1 + random() % 3) * 1000;
    const std::string text = random() % 3 ? "text " + std::to_string(random() % 4) : "";
    switch (random() % 16) {
    case 0:
    case 1: {
        NewItem item = KernelReplica::item(std::array{"milk", "bread", "tea"}[random() % 3], 2);
        item.note = random() % 2 ? "noted" : "";
        (void)e.add(item);
        break;
    }
    case 2:
        (void)e.increase(id, n);
        break;
    case 3:
        (void)e.decrease(id, n);
        break;
    case 4:
        (void)e.setQuantity(id, n);
        break;
    case 5:
        (void)e.remove(id);
        break;
    case 6:
        e.clear(random() % 2);
        break;
    case 7:
        (void)e.check(id);
        break;
    case 8:
        (void)e.uncheck(id);
        break;
    case 9:
        if (random() % 2)
            (void)(random() % 2 ? e.like(id) : e.unlike(id));
        else
            (void)(random() % 2 ? e.claim(id) : e.unclaim(id));
        break;
    case 10:
        (void)e.setNote(id, text);
        break;
    case 11:
        (void)e.setCategory(id, text);
        break;
    case 12:
        (void)e.setPrice(id, Money{"EUR", n});
        break;
    case 13:
        (void)e.assign(id, e.self());
        break;
    case 14:
        (void)e.rename(id, "name " + std::to_string(random() % 5));
        break;
    default:
        (void)e.renameCart("cart " + std::to_string(random() % 3));
        break;
    }
}

} // namespace

// Conformance, "Undo".
class TestUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Alone, undo goes all the way back and redo all the way forth, step by step.
    void aloneEveryStepIsTakenBackAndGivenAgain()
    {
        std::mt19937_64 random = seededGenerator("tst_undo");
        for (int run = 0; run < 4000; ++run) {
            KernelReplica ann(cartNumber(7), 1, "Ann");
            Stacks stacks(ann);
            std::vector<std::string> screens{seen(ann)};
            for (std::uint64_t i = 0; i < 2 + random() % 10; ++i) {
                if (stacks.act([&](Edit &e) { someAction(e, random); }).seq != 0)
                    screens.push_back(seen(ann));
            }
            for (int round = 0; round < 2; ++round) {
                for (size_t i = screens.size() - 1; i > 0; --i) {
                    QVERIFY2(stacks.undo(),
                             ("undo refused before:\n" + seen(ann) + "wanted:\n" + screens[i - 1]).c_str());
                    QVERIFY2(seen(ann) == screens[i - 1],
                             ("undo:\n" + seen(ann) + "wanted:\n" + screens[i - 1] + "was:\n" + screens[i]).c_str());
                }
                for (size_t i = 1; i < screens.size(); ++i) {
                    QVERIFY2(stacks.redo(), ("redo refused before:\n" + seen(ann) + "wanted:\n" + screens[i]).c_str());
                    QVERIFY2(seen(ann) == screens[i], ("redo:\n" + seen(ann) + "wanted:\n" + screens[i]).c_str());
                }
            }
        }
    }
    void addTypeUndoUndo()
    {
        Three p;
        Stacks mine(p.a);
        mine.act([](Edit &e) { KernelReplica::must(e.add(KernelReplica::item("milk"))); });
        mine.act([&](Edit &e) { KernelReplica::must(e.setQuantity(p.a.idOf("milk"), 5000)); });
        QVERIFY(mine.undo());
        QCOMPARE(p.a.pieces("milk"), 1.0);
        QVERIFY(mine.undo());
        QCOMPARE(p.a.pieces("milk"), -1.0);
        QVERIFY(mine.redo() && mine.redo());
        QCOMPARE(p.a.pieces("milk"), 5.0);
    }
    void c120_aNoteThatBenOverwroteIsHis()
    {
        Three p;
        p.a.add("milk");
        p.sync();
        Stacks mine(p.a);
        mine.act([&](Edit &e) { KernelReplica::must(e.setNote(p.a.idOf("milk"), "mine")); });
        p.sync();
        p.b.note("milk", "Ben's");
        mine.receive(p.b.deltas.back());
        QVERIFY(!mine.undo());
        QCOMPARE(p.a.line("milk").note, std::string("Ben's"));
        mine.act([&](Edit &e) { KernelReplica::must(e.setNote(p.a.idOf("milk"), "mine again")); });
        p.b.note("milk", "Ben's at the same time");
        mine.receive(p.b.deltas.back());
        QVERIFY(!mine.undo());
    }
    void whatAnotherRemovedTooStaysRemoved()
    {
        Three p;
        p.a.add("milk", 2);
        p.a.add("bread");
        p.sync();
        Stacks mine(p.a);
        mine.act([](Edit &e) { e.clear(false); });
        p.b.remove("milk");
        mine.receive(p.b.deltas.back());
        QVERIFY(mine.undo());
        QCOMPARE(p.a.names(), std::vector<std::string>{"bread"});
        p.b.receiveAll(p.a);
        mine.act([&](Edit &e) { KernelReplica::must(e.remove(p.a.idOf("bread"))); });
        p.b.remove("bread");
        mine.receive(p.b.deltas.back());
        QVERIFY(!mine.undo());
        QVERIFY(p.a.view().lines().empty());
    }
    void ofManyRemovedLinesThoseThatAreBackAreLeftAlone()
    {
        Three p;
        p.a.add("milk", 5);
        p.a.add("bread");
        p.sync();
        Stacks mine(p.a);
        mine.act([](Edit &e) { e.clear(false); });
        p.b.increase("milk", 2);
        mine.receive(p.b.deltas.back());
        QVERIFY(mine.undo());
        QCOMPARE(p.a.pieces("milk"), 2.0);
        QCOMPARE(p.a.pieces("bread"), 1.0);
    }
    void undoOfAnAddTakesMineAlone()
    {
        Three p;
        Stacks mine(p.a);
        mine.act([](Edit &e) { KernelReplica::must(e.add(KernelReplica::item("milk", 2))); });
        p.b.receiveAll(p.a);
        p.b.increase("milk", 3);
        mine.receive(p.b.deltas.back());
        QVERIFY(mine.undo());
        QCOMPARE(p.a.pieces("milk"), 3.0);
        QVERIFY(mine.redo());
        QCOMPARE(p.a.pieces("milk"), 5.0);
        p.b.receiveAll(p.a);
        p.b.set("milk", 9);
        mine.receive(p.b.deltas.back());
        QVERIFY(!mine.undo());
        QCOMPARE(p.a.pieces("milk"), 9.0);
    }
    // Giving the old number back with a later stamp hid the number that Ben had typed meanwhile.
    void undoOfATypedNumberLeavesBens()
    {
        Three p;
        p.a.add("milk", 2);
        p.sync();
        Stacks mine(p.a);
        mine.act([&](Edit &e) { KernelReplica::must(e.setQuantity(p.a.idOf("milk"), 5000)); });
        p.b.setWall(1'800'000'000'000);
        p.b.set("milk", 4);
        mine.receive(p.b.deltas.back());
        QVERIFY(!mine.undo());
        QCOMPARE(p.a.pieces("milk"), 4.0);
    }
    // The add had swept up a left-over minus; taking it back wrote a typed 0.001 in its place.
    void undoOfAnAddOverLeftoversLeavesNothing()
    {
        Three p;
        p.a.add("milk", 3);
        p.sync();
        p.a.remove("milk");
        p.b.decrease("milk", 1);
        Stacks mine(p.a);
        mine.receive(p.b.deltas.back());
        mine.act([](Edit &e) { KernelReplica::must(e.add(KernelReplica::item("milk"))); });
        QVERIFY(mine.undo());
        QVERIFY(p.a.view().lines().empty());
    }
    void aMergeIsTakenBackWholeAndKnownAgain()
    {
        Three x(1), y(2);
        x.a.add("milk", 3);
        y.a.add("tea");
        Stacks mine(y.a);
        const auto merge = [&] { mine.act([&](Edit &e) { KernelReplica::must(mergeCart(e, x.a.view())); }); };
        merge();
        QCOMPARE(y.a.pieces("milk"), 3.0);
        QVERIFY(mine.undo());
        QCOMPARE(y.a.pieces("milk"), -1.0);
        merge();
        QCOMPARE(y.a.pieces("milk"), 3.0);
        mine.act([&](Edit &e) { KernelReplica::must(e.setQuantity(y.a.idOf("milk"), 9000)); });
        QVERIFY(mine.undo());
        x.a.increase("milk", 1);
        merge();
        QCOMPARE(y.a.pieces("milk"), 4.0); // the 3 that was given back is still known to be X's
    }
    // Both carts had a note on one line: they are siblings then, and the one that came goes again; the other stays.
    void aMergeIsTakenBackThoughBothHadANote()
    {
        Three x(1), y(2);
        for (KernelReplica *replica : {&x.a, &y.a})
            replica->add("milk");
        x.a.note("milk", "from X");
        y.a.note("milk", "from Y");
        Stacks mine(y.a);
        mine.act([&](Edit &e) { KernelReplica::must(mergeCart(e, x.a.view())); });
        QCOMPARE(y.a.line("milk").conflicts.size(), size_t(1));
        QVERIFY(mine.undo());
        QCOMPARE(y.a.line("milk").note, std::string("from Y"));
        QVERIFY(y.a.line("milk").conflicts.empty());
        QCOMPARE(y.a.pieces("milk"), 1.0);
        QVERIFY(mine.redo());
        QCOMPARE(y.a.line("milk").conflicts.size(), size_t(1));
        QVERIFY(mine.undo());
        QVERIFY(y.a.line("milk").conflicts.empty());
    }
    // A note that came meanwhile is nobody's to go over, with the merge undone or not.
    void aMergeWithANoteStaysWhereAnotherWroteMeanwhile()
    {
        Three x(1), y(2);
        for (KernelReplica *replica : {&x.a, &y.a})
            replica->add("milk");
        x.a.note("milk", "from X");
        y.a.note("milk", "from Y");
        y.sync();
        Stacks mine(y.a);
        y.b.note("milk", "Ben's");
        mine.act([&](Edit &e) { KernelReplica::must(mergeCart(e, x.a.view())); });
        mine.receive(y.b.deltas.back());
        QVERIFY(!mine.undo());
        QVERIFY(!y.a.line("milk").conflicts.empty());
    }
    void aMoveIsTakenBack()
    {
        Three p;
        for (const char *name : {"a", "b", "c"})
            p.a.add(name);
        Stacks mine(p.a);
        mine.act([&](Edit &e) { KernelReplica::must(place(e, {p.a.idOf("c")}, {Placement::Where::First, {}}, "s")); });
        QCOMPARE(p.a.names(), (std::vector<std::string>{"c", "a", "b"}));
        QVERIFY(mine.undo());
        QCOMPARE(p.a.names(), (std::vector<std::string>{"a", "b", "c"}));
    }
    // After the undo of a rename the line took the name from whichever fact had the lowest replica.
    void undoOfARenameGivesTheOldNameBackThoughOthersUsedTheNew()
    {
        KernelReplica ann(cartNumber(7), 9, "Ann"), ben(cartNumber(7), 2, "Ben");
        Stacks mine(ann);
        ann.add("milk", 2);
        mine.act([&](Edit &e) { KernelReplica::must(e.rename(ann.idOf("milk"), "oat milk")); });
        ben.receiveAll(ann);
        ben.increase("oat milk", 1);
        mine.receive(ben.deltas.back());
        QVERIFY(mine.undo());
        QCOMPARE(ann.pieces("milk"), 3.0);
    }
    void c122_recordsSurviveRestartAndRekey()
    {
        Three p;
        p.a.add("milk", 2);
        const auto made = p.a.act([&](Edit &e) { KernelReplica::must(e.setQuantity(p.a.idOf("milk"), 5000)); });
        UndoRecord record = *decodeUndo(encodeUndo(p.a.lastUndo));
        QCOMPARE(record, p.a.lastUndo);
        // A copied database: the second delta, unsent, is given out again as the first of a new replica.
        KernelReplica fresh(cartNumber(7), 4711, "Ann");
        fresh.receive(p.a.deltas[0]);
        Draft again{made.adds, made.removes};
        fresh.commit(std::move(again));
        rekey(record, p.a.replica(), fresh.replica(), made.seq, -1);
        QCOMPARE(record.added[0].dot, dot(4711, 1));
        QCOMPARE(record.removed[0].dot, dot(p.a.replica().value, 1));
        fresh.act([&](Edit &e) { QVERIFY(undo(e, record).ok()); });
        QCOMPARE(fresh.pieces("milk"), 2.0);
        QVERIFY(!decodeUndo("nonsense").ok());
        const Bytes good = encodeUndo(record);
        for (size_t cut = 0; cut < good.size(); ++cut)
            QVERIFY(!decodeUndo(ByteView(good).substr(0, cut)).ok());
    }
};

QTEST_APPLESS_MAIN(TestUndo)
#include "tst_undo.moc"
