#include "protocol/protocollimits.h"
#include "storage/memoryshopcopy.h"
#include "sync/shopfollower.h"

#include <QTest>

using namespace evencart;
using protocol::Good;
using protocol::Goods;
using Taken = ShopFollower::Taken;

namespace {

Epoch life(std::uint8_t n)
{
    Epoch life;
    life.raw.fill(n);
    return life;
}

Goods part(std::uint64_t revision, bool isWhole, bool hasMore, std::size_t count = 1)
{
    Goods goods;
    goods.point = {life(1), revision};
    goods.isWhole = isWhole;
    goods.hasMore = hasMore;
    for (std::size_t i = 0; i < count; ++i)
        goods.goods.push_back({"s-" + std::to_string(revision - i), "n", "", "", "EUR", 1, 1, revision - i});
    return goods;
}

} // namespace

// The copy of the goods against what servers say, honest or not.
class TestShopFollower : public QObject
{
    Q_OBJECT

    MemoryShopCopy m_copy;

private Q_SLOTS:
    void init() { m_copy = MemoryShopCopy(); }

    void partsGoInTogether()
    {
        ShopFollower follower(m_copy);
        QVERIFY(*follower.take(part(5, true, true), 100) == Taken::AskForRest);
        QVERIFY(m_copy.goods()->empty());
        QCOMPARE(follower.question()->have, 5U);
        QVERIFY(*follower.take(part(9, false, false), 100) == Taken::Complete);
        QCOMPARE(m_copy.goods()->size(), 2U);
        QCOMPARE(m_copy.record()->revision, 9U);
        QVERIFY(*follower.take(part(10, false, false, 0), 100) == Taken::Complete);
    }

    void changesToWhatIsNotHereAreUnfounded()
    {
        ShopFollower follower(m_copy);
        QVERIFY(*follower.take(part(5, false, false), 100) == Taken::Unfounded);
    }

    // A server that always has more behind it would keep this machine asking, and collecting.
    void goodsWithoutEndAreUnfounded()
    {
        ShopFollower follower(m_copy);
        QVERIFY(*follower.take(part(5, true, true), 100) == Taken::AskForRest);
        QVERIFY(*follower.take(part(5, false, true), 100) == Taken::Unfounded); // no further than before
        QVERIFY(*follower.take(part(5, true, true), 100) == Taken::AskForRest);
        QVERIFY(*follower.take(part(6, false, true, 0), 100) == Taken::Unfounded); // and nothing in it
        constexpr std::size_t atOnce = protocol::goodsPerMessage;
        QVERIFY(*follower.take(part(atOnce, true, true, atOnce), 100) == Taken::AskForRest);
        for (std::size_t n = 2; n <= protocol::goodsOfAShop / atOnce; ++n)
            QVERIFY(*follower.take(part(n * atOnce, false, true, atOnce), 100) == Taken::AskForRest);
        QVERIFY(*follower.take(part(protocol::goodsOfAShop + 1, false, true, 1), 100) == Taken::Unfounded);
        QVERIFY(m_copy.goods()->empty());
    }
};

QTEST_GUILESS_MAIN(TestShopFollower)
#include "tst_shopfollower.moc"
