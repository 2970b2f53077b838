#include "desktop/newsbundler.h"
#include "desktop/quiethours.h"
#include "support/manualclock.h"

#include <QTest>

using namespace evencart;
using evencart::test::ManualClock;

class TestNewsBundler : public QObject
{
    Q_OBJECT

    static CartId cart(char c)
    {
        CartId id;
        id.raw[0] = static_cast<std::uint8_t>(c);
        return id;
    }
    static MemberId member(char c)
    {
        MemberId id;
        id.raw[0] = static_cast<std::uint8_t>(c);
        return id;
    }
    static CartNews news(char where, char who, int added, int bought = 0, int changed = 0)
    {
        CartNews news;
        news.cart = cart(where);
        news.name = "Groceries";
        news.deeds = {{member(who), added, bought, changed}};
        return news;
    }
    static QString nameOf(const MemberId &id)
    {
        return id == member('b') ? QStringLiteral("Ben") : QStringLiteral("Cem");
    }

private Q_SLOTS:
    void gathersBeforeItTells()
    {
        ManualClock clock;
        NewsBundler bundler(clock);
        QVERIFY(!bundler.nextDue());
        bundler.take(news('g', 'b', 1));
        QVERIFY(bundler.due().empty());
        advance(clock, 3000);
        bundler.take(news('g', 'b', 3)); // does not put it off
        QVERIFY(bundler.due().empty());
        advance(clock, 1000);
        const auto due = bundler.due();
        QCOMPARE(due.size(), std::size_t(1));
        QCOMPARE(sentenceFor(due.front(), nameOf), QStringLiteral("Ben added 4 thing(s)."));
        QVERIFY(bundler.due().empty());
        QVERIFY(!bundler.nextDue());
    }

    void pausesBetweenTwoAnnouncementsOfACart()
    {
        ManualClock clock;
        NewsBundler bundler(clock);
        bundler.take(news('g', 'b', 1));
        advance(clock, NewsBundler::gatherMilliseconds);
        QCOMPARE(bundler.due().size(), std::size_t(1));
        bundler.take(news('g', 'b', 1));
        QCOMPARE(*bundler.nextDue(), clock.monotonicMilliseconds() + NewsBundler::pauseMilliseconds);
        advance(clock, NewsBundler::pauseMilliseconds);
        const auto due = bundler.due(); // replaces the first, so it tells of both
        QCOMPARE(due.size(), std::size_t(1));
        QCOMPARE(due.front().deeds.front().added, 2);
    }

    void tellsOfEachCartByItself()
    {
        ManualClock clock;
        NewsBundler bundler(clock);
        bundler.take(news('g', 'b', 1));
        bundler.take(news('h', 'b', 1));
        advance(clock, NewsBundler::gatherMilliseconds);
        QCOMPARE(bundler.due().size(), std::size_t(2));
    }

    void forgetsWhatWasLookedAt()
    {
        ManualClock clock;
        NewsBundler bundler(clock);
        bundler.take(news('g', 'b', 1));
        bundler.forget(cart('g'));
        advance(clock, NewsBundler::gatherMilliseconds);
        QVERIFY(bundler.due().empty());
    }

    void namesEverybodyAndWhatTheyDid()
    {
        ManualClock clock;
        NewsBundler bundler(clock);
        bundler.take(news('g', 'b', 1, 2));
        bundler.take(news('g', 'c', 0, 0, 1));
        advance(clock, NewsBundler::gatherMilliseconds);
        const auto due = bundler.due();
        QCOMPARE(due.size(), std::size_t(1));
        QCOMPARE(sentenceFor(due.front(), nameOf),
                 QStringLiteral("Ben added 1 thing(s). Ben bought 2 thing(s). Cem changed 1 thing(s)."));
    }

    void quietHours()
    {
        const QuietHours night{QTime(22, 0), QTime(7, 0)};
        QVERIFY(night.contain(QTime(23, 0)));
        QVERIFY(night.contain(QTime(6, 59)));
        QVERIFY(!night.contain(QTime(7, 0)));
        QVERIFY(!night.contain(QTime(12, 0)));
        const QuietHours noon{QTime(12, 0), QTime(13, 0)};
        QVERIFY(noon.contain(QTime(12, 0)));
        QVERIFY(!noon.contain(QTime(13, 0)));
        QVERIFY(!(QuietHours{QTime(0, 0), QTime(0, 0)}.contain(QTime(0, 0))));
    }

private:
    static void advance(ManualClock &clock, std::uint64_t milliseconds);
};

void TestNewsBundler::advance(ManualClock &clock, std::uint64_t milliseconds)
{
    clock.advance(milliseconds);
}

QTEST_GUILESS_MAIN(TestNewsBundler)
#include "tst_newsbundler.moc"
