#include "net/frame.h"

#include "net/receivebudget.h"
#include "net/tokenbucket.h"

#include <QTest>

using namespace evencart::net;
using namespace std::chrono_literals;

class TestFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodesWhatRfc6455Says_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("largestFrame");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("total");
        QTest::newRow("empty message is one empty final frame") << 0 << 100 << QByteArray::fromHex("8200") << 2;
        QTest::newRow("125 bytes: one length byte") << 125 << 1000 << QByteArray::fromHex("827d") << 127;
        QTest::newRow("126 bytes: two length bytes") << 126 << 1000 << QByteArray::fromHex("827e007e") << 130;
        QTest::newRow("65536 bytes: eight length bytes")
            << 65536 << 100000 << QByteArray::fromHex("827f0000000000010000") << 65546;
        QTest::newRow("a multiple of the frame size has no empty tail")
            << 200 << 100 << QByteArray::fromHex("0264") << 204;
        QTest::newRow("one more needs a third frame") << 201 << 100 << QByteArray::fromHex("0264") << 207;
    }
    void encodesWhatRfc6455Says()
    {
        QFETCH(int, size);
        QFETCH(int, largestFrame);
        QFETCH(QByteArray, header);
        QFETCH(int, total);
        const QByteArray frames = encodeBinaryMessage(std::string(static_cast<std::size_t>(size), 'x'), largestFrame);
        QCOMPARE(frames.left(header.size()), header);
        QCOMPARE(frames.size(), total);
    }

    void aBucketForgivesABurstAndRefillsWithTime()
    {
        const TokenBucket::TimePoint start{};
        TokenBucket bucket(10, 3, start);
        QVERIFY(bucket.take(3, start));
        QVERIFY(!bucket.take(1, start));
        QVERIFY(bucket.take(1, start + 100ms));
        QVERIFY(!bucket.take(1, start + 150ms));
        QVERIFY(bucket.take(3, start + 10s));
        QVERIFY(!bucket.take(1, start + 10s));
    }

    void aPausedPeerIsResumedWhenHalfIsDone()
    {
        NetStatistics statistics;
        ReceiveBudget budget;
        QVERIFY(!budget.add(60, 100, 1000, statistics));
        QVERIFY(budget.add(60, 100, 1000, statistics));
        QVERIFY(!budget.release(60, statistics));
        QVERIFY(budget.release(60, statistics));
        QCOMPARE(statistics.receiveQueueBytes.load(), 0);
    }

    void theTotalOfAllPeersPausesEachOfThem()
    {
        NetStatistics statistics;
        ReceiveBudget one;
        ReceiveBudget other;
        QVERIFY(!one.add(60, 100, 100, statistics));
        QVERIFY(other.add(60, 100, 100, statistics));
        QVERIFY(other.release(60, statistics));
        QVERIFY(!one.release(60, statistics));
    }
};

QTEST_GUILESS_MAIN(TestFrame)
#include "tst_frame.moc"
