#include "support/people.h"

#include <QTest>

#include <random>

using namespace evencart;
using namespace evencart::test;

// Conformance, "Identity, clocks": a stamp never fails, never repeats and never runs away for good.
class TestHlc : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void c97_aFrozenClockStillGivesStamps()
    {
        HybridClock clock;
        Hlc last;
        for (int i = 0; i < 70'000; ++i) {
            const Hlc next = clock.next(1'000);
            QVERIFY(next > last);
            last = next;
        }
        // 65,536 stamps fit into a millisecond; the rest carried into the next one.
        QCOMPARE(last.milliseconds(), std::uint64_t(1'001));
        QCOMPARE(clock.next(2'000), Hlc::fromMilliseconds(2'000));
    }
    void aWallClockThatGoesBackIsCounted()
    {
        HybridClock clock;
        const Hlc first = clock.next(5'000);
        QCOMPARE(clock.next(10), Hlc{first.value + 1});
    }
    void aWitnessedStampIsOvertaken()
    {
        HybridClock clock;
        clock.witness(Hlc::fromMilliseconds(9'000));
        QVERIFY(clock.next(1'000) > Hlc::fromMilliseconds(9'000));
        clock.witness(Hlc{3});
        QVERIFY(clock.latest() > Hlc::fromMilliseconds(9'000));
    }
    // Actual Budget, pull 8904: a batch that was rolled back had moved the clock already.
    void c98_aRefusedBatchLeavesTheClockAlone()
    {
        Three p;
        p.a.add("milk");
        const Hlc before = p.a.clock().latest();
        Delta absurd = plainDelta(99, 2, {plainAdd(1)});
        absurd.stamp = Hlc::fromMilliseconds(9'999'999'999'999);
        QVERIFY(p.a.receive(absurd) == DeltaBuffer::Offer::Waiting);
        QCOMPARE(p.a.clock().latest(), before);
        Delta old = p.a.deltas[0];
        old.stamp = absurd.stamp;
        QVERIFY(p.a.receive(old) == DeltaBuffer::Offer::Duplicate);
        QCOMPARE(p.a.clock().latest(), before);
    }
    // The largest stamp there is, from a peer, made the next own one 0: every later edit would have lost to every
    // earlier one.
    void theEndOfTimeIsNotItsBeginning()
    {
        HybridClock clock;
        clock.witness(Hlc{UINT64_MAX});
        QCOMPARE(clock.next(1'000), Hlc{UINT64_MAX});
        clock.lowerTo(Hlc::fromMilliseconds(4'000));
        QCOMPARE(clock.next(1'000), Hlc{Hlc::fromMilliseconds(4'000).value + 1});
    }
    void aClampedAuthorLowersItsClock()
    {
        HybridClock clock(Hlc::fromMilliseconds(10'000));
        clock.lowerTo(Hlc::fromMilliseconds(4'000));
        QCOMPARE(clock.latest(), Hlc::fromMilliseconds(4'000));
        clock.lowerTo(Hlc::fromMilliseconds(8'000));
        QCOMPARE(clock.latest(), Hlc::fromMilliseconds(4'000));
    }
    void stampsRiseWhateverTheWallClockDoes()
    {
        std::mt19937_64 random(97);
        HybridClock clock;
        Hlc last;
        for (int i = 0; i < 10'000; ++i) {
            if (random() % 5 == 0)
                clock.witness(Hlc{random() % (1ull << 40)});
            const Hlc floor = clock.latest();
            const Hlc next = clock.next(random() % (1ull << 24));
            QVERIFY(next > last && next > floor);
            last = next;
        }
    }
};

QTEST_APPLESS_MAIN(TestHlc)
#include "tst_hlc.moc"
