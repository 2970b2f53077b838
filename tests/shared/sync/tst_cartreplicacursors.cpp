#include "support/profilefixture.h"

#include <QTest>

using namespace evencart;
using namespace evencart::test;

// What is known of how far the others have come.
class TestCartReplicaCursors : public QObject
{
    Q_OBJECT

private:
    ManualClock m_clock;

private Q_SLOTS:
    void remembersWhenADeviceWasLastHeardOf()
    {
        ProfileFixture ann(1, m_clock);
        ann.create("week");
        MemberId ben;
        ben.raw[0] = 2;
        DeviceId phone;
        phone.raw[0] = 1;
        QVERIFY(ann.cart->rememberPresence({{ben, phone, 1, false}}).ok());
        QCOMPARE(ann.cart->cursors().front().heard, quint64(0)); // it was not there while we were
        QVERIFY(ann.cart->rememberPresence({{ben, phone, 1, true}}).ok());
        const std::uint64_t came = m_clock.wallMilliseconds();
        QCOMPARE(ann.cart->cursors().front().heard, came);
        m_clock.advance(5000);
        QVERIFY(ann.cart->rememberPresence({{ben, phone, 2, false}}).ok()); // it goes
        QCOMPARE(ann.cart->cursors().front().heard, came + 5000);
        m_clock.advance(5000);
        QVERIFY(ann.cart->rememberPresence({{ben, phone, 2, false}}).ok());
        QCOMPARE(ann.reopen().cursors().front().heard, came + 5000);
    }

    void seenIsReadFromTheOthersCursors()
    {
        ProfileFixture ann(1, m_clock);
        ann.create("week");
        const LineId milk = ann.add("milk");
        QVERIFY(ann.cart->applyAck(1, 1, 2, {}).ok());
        MemberId ben;
        ben.raw[0] = 2;
        DeviceId phone, laptop;
        phone.raw[0] = 1;
        laptop.raw[0] = 2;
        QVERIFY(ann.cart->rememberCursors({{ben, phone, 1}, {ben, laptop, 1}}).ok());
        QCOMPARE(ann.cart->stateOf(milk), CartReplica::LineState::Server);
        QVERIFY(ann.cart->rememberCursors({{ben, laptop, 2}}).ok()); // one of his devices is enough
        QCOMPARE(ann.cart->stateOf(milk), CartReplica::LineState::Seen);
        QCOMPARE(ann.reopen().stateOf(milk), CartReplica::LineState::Seen);
    }
};

QTEST_APPLESS_MAIN(TestCartReplicaCursors)
#include "tst_cartreplicacursors.moc"
