#include "support/people.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace evencart;
using namespace evencart::test;

namespace {

// Some work by three people who meet now and then; all their deltas, in the order in which they were made.
std::vector<Delta> someHistory(Three &p)
{
    p.a.add("milk", 2);
    p.b.add("milk");
    p.c.add("bread");
    p.sync();
    p.a.rename("milk", "oat milk");
    p.b.increase("milk", 2);
    p.c.remove("bread");
    p.a.note("bread", "dark");
    p.sync();
    p.b.check("oat milk");
    p.c.set("oat milk", 7);
    p.a.add("bread", 3);
    p.sync();
    std::vector<Delta> all;
    for (const KernelReplica *each : p.all())
        all.insert(all.end(), each->deltas.begin(), each->deltas.end());
    return all;
}

} // namespace

// Conformance, "Delivery": what may happen on the way, and what must not come of it.
class TestDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void c61_everythingTwiceIsOnce()
    {
        Three p;
        const auto history = someHistory(p);
        const Hash256 before = p.a.digest();
        for (int round = 0; round < 2; ++round) {
            for (const Delta &delta : history)
                QVERIFY(p.a.receive(delta) == DeltaBuffer::Offer::Duplicate);
        }
        QVERIFY(p.a.digest() == before);
        QCOMPARE(p.a.buffer().waiting(), size_t(0));
    }
    void c62_anyOrderEndsInTheSameBytes()
    {
        Three p;
        auto history = someHistory(p);
        std::mt19937_64 random(62);
        for (int round = 0; round < 200; ++round) {
            std::shuffle(history.begin(), history.end(), random);
            KernelReplica late(cartNumber(7), 999, "Dora");
            for (const Delta &delta : history)
                late.receive(delta);
            QVERIFY(encodeState(late.state()) == encodeState(p.a.state()));
            QCOMPARE(late.buffer().waiting(), size_t(0));
        }
    }
    void c63_whatComesTooEarlyWaitsUnseen()
    {
        Three p;
        p.a.add("one");
        p.a.add("two");
        p.a.add("three");
        p.b.receive(p.a.deltas[0]);
        QVERIFY(p.b.receive(p.a.deltas[2]) == DeltaBuffer::Offer::Waiting);
        QCOMPARE(p.b.names(), std::vector<std::string>{"one"});
        const auto gaps = p.b.buffer().missing(p.b.state());
        QCOMPARE(gaps.size(), size_t(1));
        QCOMPARE(gaps[0].replica, p.a.replica());
        QCOMPARE(gaps[0].have, std::uint64_t(1));
        QVERIFY(p.b.receive(p.a.deltas[1]) == DeltaBuffer::Offer::Applied);
        QCOMPARE(p.b.names(), (std::vector<std::string>{"one", "two", "three"}));
        QVERIFY(p.b.buffer().missing(p.b.state()).empty());
    }
    void c64_aRemoveWaitsForWhatItRemoves()
    {
        Three p;
        p.a.add("milk");
        p.b.receiveAll(p.a);
        p.b.remove("milk");
        QVERIFY(p.c.receive(p.b.deltas[0]) == DeltaBuffer::Offer::Waiting);
        QVERIFY(p.c.state().vector().isEmpty());
        QVERIFY(p.c.receive(p.a.deltas[0]) == DeltaBuffer::Offer::Applied);
        QCOMPARE(p.c.pieces("milk"), -1.0);
        QCOMPARE(p.c.state().vector().seen(p.b.replica()), std::uint64_t(1));
    }
    void c65_othersFlowPastAGapThatIsNeverFilled()
    {
        Three p;
        p.a.add("one");
        p.a.add("two");
        p.c.receive(p.a.deltas[1]);
        p.b.add("bread");
        QVERIFY(p.c.receive(p.b.deltas[0]) == DeltaBuffer::Offer::Applied);
        QCOMPARE(p.c.names(), std::vector<std::string>{"bread"});
        const auto gaps = p.c.buffer().missing(p.c.state());
        QCOMPARE(gaps.size(), size_t(1));
        QCOMPARE(gaps[0].have, std::uint64_t(0));
    }
    void aStateFillsAGapAndWhatWaitedFollows()
    {
        Three p;
        p.a.add("one");
        p.b.join(p.a);
        p.a.add("two");
        p.a.add("three");
        p.c.receive(p.a.deltas[2]);
        KernelReplica other(cartNumber(7), 77, "Eve");
        other.receive(p.a.deltas[0]);
        other.receive(p.a.deltas[1]);
        p.c.join(other);
        QVERIFY(p.c.receive(p.a.deltas[1]) == DeltaBuffer::Offer::Duplicate);
        QVERIFY(p.c.receive(p.a.deltas[2]) != DeltaBuffer::Offer::Waiting);
        QVERIFY(p.c.digest() == p.a.digest());
    }
    void aFullBufferTurnsTheNewestAway()
    {
        State state;
        DeltaBuffer buffer(2);
        QVERIFY(buffer.offer(state, plainDelta(1, 2, {plainAdd(2)}), {}) == DeltaBuffer::Offer::Waiting);
        QVERIFY(buffer.offer(state, plainDelta(1, 3, {plainAdd(3)}), {}) == DeltaBuffer::Offer::Waiting);
        QVERIFY(buffer.offer(state, plainDelta(1, 4, {plainAdd(4)}), {}) == DeltaBuffer::Offer::Full);
        QVERIFY(buffer.offer(state, plainDelta(1, 3, {plainAdd(3)}), {}) == DeltaBuffer::Offer::Duplicate);
        QVERIFY(buffer.offer(state, plainDelta(1, 1, {plainAdd(1)}), {}) == DeltaBuffer::Offer::Applied);
        QCOMPARE(state.vector().seen(ReplicaId{1}), std::uint64_t(3));
    }
    // A full cart's worth of deltas in reverse order: what waits must not be looked through once for each that arrives.
    void aLongGapIsFilledInReasonableTime()
    {
        State state;
        DeltaBuffer buffer;
        for (std::uint64_t seq = 4000; seq > 1; --seq)
            buffer.offer(state, plainDelta(1, seq, {plainAdd(1)}), {});
        buffer.offer(state, plainDelta(1, 1, {plainAdd(1)}), {});
        QCOMPARE(state.vector().seen(ReplicaId{1}), std::uint64_t(4000));
        QCOMPARE(buffer.waiting(), size_t(0));
    }
    void aVoidUsesItsNumberAndLeavesNothing()
    {
        State state;
        state.apply(plainDelta(1, 1, {plainAdd(1)}));
        state.applyVoid(ReplicaId{1}, 2);
        QVERIFY(state.judge(plainDelta(1, 2, {plainAdd(2)})) == State::Outcome::Duplicate);
        // What its author removed of it later, not knowing that it was refused, is a removal of nothing.
        QVERIFY(state.apply(plainDelta(1, 3, {plainAdd(3)}, {dot(1, 2)})) == State::Outcome::Applied);
        QCOMPARE(state.facts().size(), size_t(2));
        State other;
        other.join(state);
        QVERIFY(digestOf(other) == digestOf(state));
    }
    void nothingIsAppliedByHalves()
    {
        State state;
        state.apply(plainDelta(1, 1, {plainAdd(1)}));
        const State before = state;
        QVERIFY(state.apply(plainDelta(2, 1, {plainAdd(2)}, {dot(1, 1), dot(9, 1)})) == State::Outcome::Unobserved);
        QVERIFY(state == before);
        QVERIFY(state.apply(plainDelta(1, 3, {plainAdd(2)}, {dot(1, 1)})) == State::Outcome::Gap);
        QVERIFY(state == before);
    }
    void aRefusedDeltaIsWithdrawnWhole()
    {
        State state;
        state.apply(plainDelta(1, 1, {plainAdd(1), plainAdd(2)}));
        const State before = state;
        const Fact gone = *state.facts().find(dot(1, 1, 0));
        state.apply(plainDelta(2, 1, {plainAdd(3)}, {gone.dot}));
        state.withdraw({dot(2, 1)}, {gone});
        QVERIFY(state.facts() == before.facts());
        state.restamp(gone.dot, Hlc{5});
        QCOMPARE(state.facts().find(gone.dot)->stamp, Hlc{5});
        state.restamp(dot(8, 8), Hlc{5});
    }
    void touchedNamesTheLinesThatChanged()
    {
        State state;
        std::vector<LineId> touched;
        state.apply(plainDelta(1, 1, {plainAdd(1), plainAdd(2)}), {}, &touched);
        QCOMPARE(touched.size(), size_t(2));
        touched.clear();
        State other;
        other.apply(plainDelta(1, 1, {plainAdd(1), plainAdd(2)}));
        other.apply(plainDelta(1, 2, {plainAdd(3)}, {dot(1, 1, 1)}));
        state.join(other, &touched);
        std::sort(touched.begin(), touched.end());
        QCOMPARE(touched, (std::vector<LineId>{plainAdd(2).subject, plainAdd(3).subject}));
    }
};

QTEST_APPLESS_MAIN(TestDelivery)
#include "tst_delivery.moc"
