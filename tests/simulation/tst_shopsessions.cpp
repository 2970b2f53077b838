#include "storage/memoryshopcopy.h"
#include "support/seed.h"
#include "sync/shopfollower.h"
#include "syncserver/relay/shopbench.h"

#include <QTest>

#include <limits>
#include <random>

using namespace evencart;
using namespace evencart::test;

namespace {

std::size_t eventsOr(std::size_t usual)
{
    const QByteArray given = qgetenv("EVENCART_EVENTS");
    return given.isEmpty() ? usual : given.toULongLong();
}

// What one session did, as far as its promises go.
struct Event
{
    std::size_t session = 0;
    enum class Kind
    {
        Wrote,
        Read
    } kind = Kind::Read;
    std::uint64_t revision = 0;
};

// Read your own writes, monotonic reads: what a session sees never lies before what it wrote or saw. The first breach,
// or nothing.
std::string checkSessions(const std::vector<Event> &events)
{
    std::map<std::size_t, std::uint64_t> seen;
    for (std::size_t i = 0; i < events.size(); ++i) {
        std::uint64_t &last = seen[events[i].session];
        if (events[i].kind == Event::Kind::Read && events[i].revision < last)
            return "event " + std::to_string(i) + ": session " + std::to_string(events[i].session) + " saw " +
                   std::to_string(events[i].revision) + " after " + std::to_string(last);
        last = std::max(last, events[i].revision);
    }
    return {};
}

// A person with a connection to the leader and one to a server that follows it at a distance.
struct Visitor
{
    Visitor(Bench &leading, Bench &following, std::uint64_t number)
        : atLeader(leading, number), atFollower(following, number)
    {
        atFollower.credentials = atLeader.credentials;
        atLeader.found();
        atLeader.connectAndOpen();
        atFollower.connect();
    }

    TestPeer atLeader, atFollower;
    MemoryShopCopy copy;
    ShopFollower follower{copy};
    std::uint64_t keys = 0;
};

} // namespace

// Sessions that hop between a leader and a server whose store lags on purpose.
class TestShopSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCheckerFindsBreaches()
    {
        using Kind = Event::Kind;
        QVERIFY(
            checkSessions({{1, Kind::Wrote, 5}, {1, Kind::Read, 5}, {2, Kind::Read, 1}, {1, Kind::Read, 7}}).empty());
        QVERIFY(!checkSessions({{1, Kind::Wrote, 5}, {1, Kind::Read, 4}}).empty());
        QVERIFY(!checkSessions({{1, Kind::Read, 5}, {2, Kind::Read, 9}, {1, Kind::Read, 4}}).empty());
        QVERIFY(!checkSessions({{1, Kind::Read, 5}, {1, Kind::Read, 7}, {1, Kind::Read, 6}}).empty());
    }

    void c130_c131_noSessionGoesBack()
    {
        std::mt19937_64 random = seededGenerator("tst_shopsessions");
        Bench leader, follower;
        for (Bench *each : {&leader, &follower}) {
            each->options.shopBurstRows = std::numeric_limits<std::uint32_t>::max(); // their clocks hardly move
            each->restart();
        }
        stockUp(leader);
        static_cast<store::MemoryLogStore &>(follower.store) = leader.store;
        follower.options.isFollower = true;
        follower.restart();
        std::vector<std::unique_ptr<Visitor>> visitors;
        for (std::uint64_t i = 0; i < 20; ++i)
            visitors.push_back(std::make_unique<Visitor>(leader, follower, i + 1));
        std::vector<Event> events;
        std::size_t behind = 0;
        const std::size_t wanted = eventsOr(20'000);
        while (events.size() < wanted) {
            const std::size_t session = random() % visitors.size();
            Visitor &visitor = *visitors[session];
            switch (random() % 40) {
            case 0:
                order(leader, visitor, session, events);
                break;
            case 1: // the follower catches up, as far as it does
                static_cast<store::MemoryLogStore &>(follower.store) = leader.store;
                break;
            case 2:
                operate(leader, {"stock", "add", random() % 2 == 0 ? "m-1" : "b-2", "1"});
                break;
            default:
                behind +=
                    read(visitor, session, random() % 2 == 0 ? visitor.atLeader : visitor.atFollower, random, events);
            }
        }
        const std::string breach = checkSessions(events);
        QVERIFY2(breach.empty(), breach.c_str());
        QVERIFY(behind > wanted / 100); // the follower did lag
        std::printf("%zu events, %zu answers \"behind\"\n", events.size(), behind);
    }

private:
    static void order(Bench &leader, Visitor &visitor, std::size_t session, std::vector<Event> &events)
    {
        leader.clock.pass(1);
        addGood(visitor.atLeader, "Milk", "m-1", 1000);
        visitor.atLeader.say(checkoutOf(visitor.atLeader, "k" + std::to_string(++visitor.keys)));
        if (visitor.atLeader.count<protocol::Ordered>() > 0) {
            const auto ordered = visitor.atLeader.next<protocol::Ordered>();
            QVERIFY(visitor.follower.saw(ordered.point).ok());
            events.push_back({session, Event::Kind::Wrote, ordered.point.revision});
        } else {
            QVERIFY(visitor.follower.saw(visitor.atLeader.next<protocol::NotOrdered>().point).ok());
        }
        visitor.atLeader.read();
        visitor.atLeader.log.clear();
    }

    // How many answers were "behind".
    static std::size_t read(Visitor &visitor, std::size_t session, TestPeer &peer, std::mt19937_64 &random,
                            std::vector<Event> &events)
    {
        const bool isAboutOrders = random() % 4 == 0;
        if (isAboutOrders) {
            auto question = *visitor.follower.questionAboutOrders(0);
            question.request = 1;
            peer.say(question);
        } else {
            auto question = *visitor.follower.question();
            question.request = 1;
            question.watch = false;
            peer.say(question);
        }
        if (peer.count<protocol::Failure>() > 0) {
            const bool isBehind = peer.next<protocol::Failure>().code == protocol::FailureCode::Behind;
            return isBehind ? 1 : 0;
        }
        if (isAboutOrders) {
            const auto orders = peer.next<protocol::Orders>();
            static_cast<void>(visitor.follower.saw(orders.point).ok());
            events.push_back({session, Event::Kind::Read, orders.point.revision});
        } else {
            static_cast<void>(visitor.follower.take(peer.next<protocol::Goods>(), 1).ok());
            events.push_back({session, Event::Kind::Read, visitor.copy.record()->revision});
        }
        return 0;
    }
};

QTEST_GUILESS_MAIN(TestShopSessions)
#include "tst_shopsessions.moc"
