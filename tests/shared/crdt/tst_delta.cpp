#include "base/limits.h"
#include "support/people.h"

#include <QTest>

#include <random>

using namespace evencart;
using namespace evencart::test;

namespace {

Delta sample()
{
    Delta delta = plainDelta(4, 9, {plainAdd(2, 1, "two"), plainAdd(1, 300, ""), plainAdd(2)},
                             {dot(4, 8, 1), dot(1, 3), dot(1, 3, 2), dot(4, 9, 2)});
    delta.base = {7, 1234};
    return delta;
}

bool refused(const Delta &delta)
{
    return !decodeDelta(encodeDelta(delta)).ok();
}

} // namespace

// One delta has one encoding; what a peer sends is checked before anything believes it.
class TestDelta : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip()
    {
        const auto back = decodeDelta(encodeDelta(sample()));
        QVERIFY(back.ok());
        QCOMPARE(*back, sample());
        QVERIFY(encodeDelta(*back) == encodeDelta(sample()));
    }
    void c123_aLaterVersionMayAppend()
    {
        Bytes bytes = encodeDelta(sample());
        ++bytes[0]; // one element more
        const auto back = decodeDelta(bytes + "\x63new");
        QVERIFY(back.ok());
        QCOMPARE(*back, sample());
        QVERIFY(!decodeDelta(bytes).ok());
    }
    void nonsenseIsRefused()
    {
        Delta delta = sample();
        delta.replica = {};
        QVERIFY(refused(delta));
        delta = sample();
        delta.seq = 0;
        QVERIFY(refused(delta));
        QVERIFY(refused(plainDelta(1, 1, {})));
        QVERIFY(refused(plainDelta(1, 1, {plainAdd(1)}, {dot(1, 2)})));    // its own future
        QVERIFY(refused(plainDelta(1, 1, {plainAdd(1)}, {dot(1, 1, 1)}))); // more than it adds
        QVERIFY(!refused(plainDelta(1, 1, {plainAdd(1)}, {dot(1, 1, 0)})));
        QVERIFY(refused(plainDelta(1, 1, {plainAdd(1)}, {dot(2, 0)})));
        QVERIFY(refused(plainDelta(1, 1, {plainAdd(1)}, {dot(2, 1), dot(2, 1)})));
        QVERIFY(refused(plainDelta(1, 1, {plainAdd(1, 1, Bytes(limits::factBodyBytes + 1, 'x'))})));
        QVERIFY(!refused(plainDelta(1, 1, {plainAdd(1, 1, Bytes(limits::factBodyBytes, 'x'))})));
        QVERIFY(decodeDelta(Bytes(limits::deltaBytes + 1, 'x')).error().code == ErrorCode::Limit);
    }
    // Found two encodings of one delta: the removes of one replica in two groups.
    void everyDamagedByteIsNoticedOrCanonical()
    {
        const Bytes good = encodeDelta(sample());
        for (size_t cut = 0; cut < good.size(); ++cut)
            QVERIFY(!decodeDelta(ByteView(good).substr(0, cut)).ok());
        std::mt19937_64 random(72);
        for (int i = 0; i < 20'000; ++i) {
            Bytes bad = good;
            bad[random() % bad.size()] = static_cast<char>(random());
            const auto delta = decodeDelta(bad);
            if (delta.ok())
                QVERIFY(encodeDelta(*delta) == bad);
        }
    }
    void theHashBelongsToOneCart()
    {
        const Bytes bytes = encodeDelta(sample());
        QVERIFY(deltaHash(cartNumber(1), bytes) != deltaHash(cartNumber(2), bytes));
        QVERIFY(deltaHash(cartNumber(1), bytes) == deltaHash(cartNumber(1), bytes));
    }
};

QTEST_APPLESS_MAIN(TestDelta)
#include "tst_delta.moc"
