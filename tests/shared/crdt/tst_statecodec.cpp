#include "base/cbor.h"
#include "base/limits.h"
#include "support/people.h"

#include <QTest>

#include <random>

using namespace evencart;
using namespace evencart::test;

namespace {

State sampleState()
{
    State state;
    state.apply(plainDelta(1, 1, {plainAdd(1), plainAdd(2, 200, "longer body")}));
    state.apply(plainDelta(0xffffffffffffffffull, 1, {plainAdd(1, 1, "")}));
    state.apply(plainDelta(5, 1, {plainAdd(3)}, {dot(1, 1, 0)}));
    return state;
}

bool survives(const State &state)
{
    const Bytes bytes = encodeState(state);
    const auto back = decodeState(bytes);
    return back.ok() && *back == state && encodeState(*back) == bytes;
}

} // namespace

// One state has one encoding, and nothing but an encoding is accepted.
class TestStateCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip()
    {
        QVERIFY(survives(State()));
        QVERIFY(survives(sampleState()));
        QVERIFY(survives(sampleState().partial({plainAdd(1).subject})));
        State mixed = sampleState();
        State other;
        other.apply(plainDelta(77, 1, {plainAdd(9)}));
        other.apply(plainDelta(77, 2, {plainAdd(9), plainAdd(8)}));
        mixed.join(other.partial({plainAdd(8).subject}));
        QCOMPARE(mixed.context().cloud().size(), size_t(1));
        QVERIFY(survives(mixed));
    }
    void c99_wideNumbersSurvive()
    {
        const std::uint64_t replica = 0xfedcba9876543210ull;
        const std::uint64_t seq = (1ull << 53) + 12345;
        State state;
        CausalContext context;
        context.advance(ReplicaId{replica}, seq);
        state.restoreContext(context);
        Fact fact{dot(replica, seq, 16'383),
                  Hlc{0xffffffffffff0001ull},
                  MemberId::fromBytes("author-number-01"),
                  plainAdd(1).subject,
                  0xffffffffu,
                  "b"};
        state.restoreFact(fact);
        QVERIFY(survives(state));
        QCOMPARE(decodeState(encodeState(state))->vector().seen(ReplicaId{replica}), seq);
        Delta delta = plainDelta(replica, seq, {plainAdd(1, 0xffffffffu)},
                                 {dot(replica, seq - (1ull << 33)), dot(replica + 1, 1ull << 40, 7)});
        delta.stamp = Hlc{0xffffffffffff0001ull};
        delta.base = {0xffffffffu, 1ull << 60};
        const auto back = decodeDelta(encodeDelta(delta));
        QVERIFY(back.ok());
        QCOMPARE(*back, delta);
    }
    void theOrderOfArrivalLeavesNoTrace()
    {
        State one, other;
        const Delta first = plainDelta(3, 1, {plainAdd(2), plainAdd(1)});
        const Delta second = plainDelta(2, 1, {plainAdd(1), plainAdd(2)});
        one.apply(first);
        one.apply(second);
        other.apply(second);
        other.apply(first);
        QVERIFY(encodeState(one) == encodeState(other));
        QVERIFY(digestOf(one) == digestOf(other));
    }
    // The table of authors once took names that no fact used, so that one state had several encodings and several
    // digests.
    void anAuthorWhomNoFactNamesIsRefused()
    {
        cbor::Writer out;
        out.array(5);
        out.unsignedInteger(1);
        out.array(2);
        out.unsignedInteger(4);
        out.unsignedInteger(1);
        out.array(0);
        out.array(1);
        out.bytes("author-number-01");
        out.array(0);
        const auto state = decodeState(out.view());
        QVERIFY(!state.ok());
        QVERIFY(state.error().code == ErrorCode::Corrupt);
    }
    // Found a state that was silently taken for another: one dot under two subjects.
    void c72_everyDamagedByteIsNoticedOrHarmless()
    {
        const Bytes good = encodeState(sampleState());
        for (size_t cut = 0; cut < good.size(); ++cut)
            QVERIFY(!decodeState(ByteView(good).substr(0, cut)).ok());
        QVERIFY(!decodeState(good + '\0').ok());
        std::mt19937_64 random(72);
        for (int i = 0; i < 20'000; ++i) {
            Bytes bad = good;
            bad[random() % bad.size()] = static_cast<char>(random());
            const auto state = decodeState(bad);
            if (state.ok())
                QVERIFY(encodeState(*state) == bad);
        }
    }
    void aLaterVersionIsSaidToBeOne()
    {
        Bytes bytes = encodeState(State());
        bytes[1] = 2;
        QVERIFY(decodeState(bytes).error().code == ErrorCode::TooNew);
        QVERIFY(decodeState(Bytes(limits::snapshotBytes + 1, 'x')).error().code == ErrorCode::Limit);
    }
    // 9: sizes to design for.
    void aLargeCartIsQuick()
    {
        State state;
        QElapsedTimer timer;
        timer.start();
        for (std::uint64_t seq = 1; seq <= 100'000; ++seq) {
            Add add = plainAdd(1);
            add.subject.raw[14] = static_cast<std::uint8_t>(seq % 10'000 >> 8);
            add.subject.raw[15] = static_cast<std::uint8_t>(seq % 10'000);
            state.apply(plainDelta(seq % 16 + 1, (seq + 15) / 16, {add}));
        }
        const Bytes bytes = encodeState(state);
        const auto back = decodeState(bytes);
        QVERIFY(back.ok());
        std::printf("100,000 applies, encode and decode: %lld ms, %zu bytes\n", static_cast<long long>(timer.elapsed()),
                    bytes.size());
        QVERIFY(timer.elapsed() < 120'000); // a guard against squares, not a benchmark
    }
};

QTEST_APPLESS_MAIN(TestStateCodec)
#include "tst_statecodec.moc"
