#include "desktop/newsannouncer.h"
#include "gallery/twopeople.h"
#include "identity/keypair.h"
#include "support/manualclock.h"
#include "support/seededrandom.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace evencart;
using namespace evencart::test;

// What is told, and when it is not. Two people's real edits make the news; no desktop is needed.
class TestNewsAnnouncer : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    ManualClock m_clock;
    SeededRandom m_random{3};
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<AppSession> m_session;
    std::unique_ptr<NewsAnnouncer> m_announcer;

    static CartNews news(int added)
    {
        CartNews news;
        news.cart.raw[0] = 1;
        news.name = "Groceries";
        CartNews::Deeds deeds;
        deeds.member.raw[0] = 2;
        deeds.added = added;
        news.deeds = {deeds};
        return news;
    }
    int announcedAfter(int added)
    {
        QSignalSpy announced(m_announcer.get(), &NewsAnnouncer::announced);
        Q_EMIT m_engine->newsArrived(news(added));
        m_clock.advance(NewsBundler::gatherMilliseconds);
        m_announcer->announceDue();
        return static_cast<int>(announced.count());
    }
    QString cart() const { return QString::fromStdString(news(1).cart.toString()); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(initCrypto().ok());
        qputenv("XDG_STATE_HOME", (m_directory.path() + QStringLiteral("/state")).toUtf8());
    }
    void init()
    {
        const QString file = m_directory.path() + QLatin1Char('/') + QLatin1String(QTest::currentTestFunction());
        m_preferences = std::make_unique<Preferences>(file + QStringLiteral(".ini"));
        m_engine = std::make_unique<Engine>(m_clock, m_random);
        m_session = std::make_unique<AppSession>(*m_engine, *m_preferences);
        m_announcer = std::make_unique<NewsAnnouncer>(*m_session, m_clock);
        m_announcer->setWindowActive(false);
    }
    void cleanup()
    {
        m_announcer.reset();
        m_session.reset();
        m_engine.reset();
    }

    void tellsWhoeverLooksElsewhere()
    {
        MemberId ben;
        ben.raw[0] = 2;
        m_session->people().learn(ben, QStringLiteral("Ben"));
        QSignalSpy announced(m_announcer.get(), &NewsAnnouncer::announced);
        Q_EMIT m_engine->newsArrived(news(1));
        Q_EMIT m_engine->newsArrived(news(3));
        m_announcer->announceDue();
        QCOMPARE(announced.count(), 0); // still gathering
        m_clock.advance(NewsBundler::gatherMilliseconds);
        m_announcer->announceDue();
        QCOMPARE(announced.count(), 1);
        QCOMPARE(announced.front(),
                 (QVariantList{cart(), QStringLiteral("Groceries"), QStringLiteral("Ben added 4 thing(s).")}));
    }

    // What became of an order is told at once, and not bundled with anything.
    void tellsOfAnOrder()
    {
        QSignalSpy announced(m_announcer.get(), &NewsAnnouncer::announced);
        OrderNews order;
        order.cart = news(1).cart;
        order.order = protocol::Order();
        order.order->number = 7;
        order.order->currency = "EUR";
        order.order->total = 119;
        m_announcer->setWindowActive(true);
        Q_EMIT m_engine->orderEnded(order);
        QCOMPARE(announced.count(), 0);
        m_announcer->setWindowActive(false);
        Q_EMIT m_engine->orderEnded(order);
        QCOMPARE(announced.count(), 1);
        QCOMPARE(announced.front()[0].toString(), cart());
        QCOMPARE(announced.front()[1].toString(), QStringLiteral("Ordered"));
        QVERIFY(announced.front()[2].toString().contains(QStringLiteral("order 7, ")));
        Q_EMIT m_engine->orderEnded(OrderNews());
        QCOMPARE(announced.back()[1].toString(), QStringLiteral("Not known whether it was ordered"));
        m_preferences->setNotifications(false);
        Q_EMIT m_engine->orderEnded(order);
        QCOMPARE(announced.count(), 2);
    }

    void saysNothingInFrontOfTheWindow()
    {
        m_announcer->setWindowActive(true);
        QCOMPARE(announcedAfter(1), 0);
        m_announcer->setWindowActive(false);
        QCOMPARE(announcedAfter(1), 1);
    }

    void whatWasReadIsNoNews()
    {
        QSignalSpy announced(m_announcer.get(), &NewsAnnouncer::announced);
        Q_EMIT m_engine->newsArrived(news(1));
        m_announcer->setWindowActive(true);
        m_announcer->setWindowActive(false);
        m_clock.advance(NewsBundler::gatherMilliseconds);
        m_announcer->announceDue();
        QCOMPARE(announced.count(), 0);
    }

    void canBeSwitchedOff()
    {
        m_preferences->setNotifications(false);
        QCOMPARE(announcedAfter(1), 0);
    }

    void aMutedCartIsSilent()
    {
        m_preferences->muteCart(cart(), true);
        QCOMPARE(announcedAfter(1), 0);
        m_preferences->muteCart(cart(), false);
        QCOMPARE(announcedAfter(1), 1);
    }

    void quietHoursAreQuiet()
    {
        const QTime now = QDateTime::fromMSecsSinceEpoch(qint64(m_clock.wall)).time();
        m_preferences->setQuietFrom(now.addSecs(-3600).toString(QStringLiteral("HH:mm")));
        m_preferences->setQuietTo(now.addSecs(3600).toString(QStringLiteral("HH:mm")));
        QCOMPARE(announcedAfter(1), 0);
        m_preferences->setQuietTo(now.addSecs(-1800).toString(QStringLiteral("HH:mm")));
        m_announcer->setWindowActive(true); // forget the pause
        m_announcer->setWindowActive(false);
        QCOMPARE(announcedAfter(1), 1);
    }

    // Which edits count as what, on two people's carts.
    void deedsAreReadFromTheLines()
    {
        gallery::TwoPeople people(m_directory.path() + QStringLiteral("/two"));
        people.addFor(people.ann(), "milk\nbread\neggs");
        people.meet();
        people.addFor(people.ben(), "tea\njam");
        people.edit(people.ben(), [&](Edit &edit) { return edit.check(people.line(people.ben(), "milk")); });
        people.edit(people.ben(), [&](Edit &edit) { return edit.setNote(people.line(people.ben(), "bread"), "dark"); });
        people.meet();
        CartReplica &cart = **people.ann().cart(people.cart());
        std::vector<LineId> lines;
        for (const LineView *line : cart.view().lines())
            lines.push_back(line->id);
        lines.push_back(LineId{}); // the cart's own facts, or a line that is gone
        const CartNews news = newsIn(cart, lines, people.ann().self());
        const std::vector<CartNews::Deeds> expected{{people.ben().self(), 2, 1, 1}};
        QVERIFY(news.deeds == expected);
        QCOMPARE(news.name, std::string("Groceries"));
        QVERIFY(newsIn(cart, lines, people.ben().self()).deeds.size() == 1); // hers alone
    }
};

QTEST_GUILESS_MAIN(TestNewsAnnouncer)
#include "tst_newsannouncer.moc"
