#include "protocol/codec.h"
#include "support/profilefixture.h"
#include "sync/cartchannel.h"

#include <QtTest>

using namespace evencart;
using namespace evencart::test;

// A channel whose server is the test.
class TestCartChannel : public QObject, private EngineHost
{
    Q_OBJECT

    ManualClock m_clock;
    std::unique_ptr<ProfileFixture> m_profile;
    std::unique_ptr<CartChannel> m_channel;
    std::vector<std::size_t> m_pushes; // how many deltas each had
    std::uint64_t m_asked = 0;         // the position of the last digest question

    void send(Bytes message) override
    {
        const auto decoded = protocol::decodeClientMessage(message);
        if (const auto *push = std::get_if<protocol::Push>(&*decoded))
            m_pushes.push_back(push->deltas.size());
        if (const auto *question = std::get_if<protocol::DigestCheck>(&*decoded))
            m_asked = question->position;
    }
    void drop(const Error &, Retry) override {}
    std::vector<CartId> cartsToSync() override { return {m_profile->id}; }
    CartReplica *cart(const CartId &) override { return m_profile->cart.get(); }
    Result<void> mintReplica() override { return {}; }
    std::string memberName() override { return {}; }
    Hlc memberNameStamp() override { return {}; }
    void cartChanged(const CartId &, const std::vector<LineId> &) override {}
    void cartSynced(const CartId &) override {}
    void editsRejected(const CartId &, const std::vector<std::uint64_t> &) override {}
    void cartRefused(const CartId &, const Error &) override {}
    void membersChanged(const CartId &, const std::vector<protocol::Member> &) override {}
    void presenceChanged(const CartId &, const std::vector<protocol::MemberCursor> &) override {}
    void storageFailed(const Error &) override {}

    void editAndPush()
    {
        m_profile->add("item " + std::to_string(m_profile->cart->record().ownSeq));
        QVERIFY(m_channel->pushPending().ok());
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(initCrypto().ok()); }

    void init()
    {
        m_profile = std::make_unique<ProfileFixture>(1, m_clock);
        m_profile->create("Groceries");
        EngineHost &host = *this;
        m_channel = std::make_unique<CartChannel>(host, 1, m_profile->id);
        m_channel->open();
        protocol::Opened opened;
        opened.channel = 1;
        opened.role = protocol::Role::Owner;
        opened.epoch.raw[0] = 1;
        QVERIFY(m_channel->handle(opened).ok());
        m_pushes.clear();
        QVERIFY(m_channel->handle(protocol::Live{1, 0}).ok());
        QCOMPARE(m_pushes, std::vector<std::size_t>({1})); // the cart's name
    }

    // One message for each edit of a fast writer ran into the server's limit on messages, and cost every reader a frame
    // for each.
    void editsGoTogetherWhilePushesAreUnderWay()
    {
        for (int i = 0; i < 5; ++i)
            editAndPush();
        QCOMPARE(m_pushes, std::vector<std::size_t>({1, 1}));
        QVERIFY(m_channel->handle(protocol::Ack{1, 1, 1, 1, {}}).ok());
        QCOMPARE(m_pushes, std::vector<std::size_t>({1, 1, 4}));
    }

    void everyPushIsAnsweredBeforeTheChannelRestsAgain()
    {
        for (int i = 0; i < 3; ++i)
            editAndPush();
        QVERIFY(m_channel->handle(protocol::Ack{1, 1, 1, 2, {}}).ok());
        QCOMPARE(m_pushes, std::vector<std::size_t>({1, 1, 2}));
        QVERIFY(m_channel->handle(protocol::Ack{1, 3, 3, 2, {}}).ok());
        QCOMPARE(m_profile->cart->pendingCount(), std::size_t(0));
        editAndPush();
        QCOMPARE(m_pushes.back(), std::size_t(1));
    }

    void c124_whatIsPendingIsHeldBackWhileTheCartRequiresMore()
    {
        const auto equal = protocol::DigestVerdict::Verdict::Equal;
        QVERIFY(m_channel->handle(protocol::Ack{1, 1, 1, 1, {}}).ok());
        QVERIFY(m_channel->handle(protocol::DigestVerdict{1, 1, equal}).ok());
        Delta news;
        news.replica = ReplicaId{9};
        news.seq = 1;
        news.stamp = Hlc::fromMilliseconds(m_clock.wall);
        news.author.raw[0] = 9;
        news.adds = {{{}, number(Field::Requires), encodeFeature(7)}};
        QVERIFY(m_channel->handle(protocol::Records{1, 2, {protocol::AcceptedDelta{encodeDelta(news), {}}}}).ok());
        m_pushes.clear();
        m_profile->features = {7};
        m_profile->reopen(); // edits by a version that knows it ...
        m_profile->add("milk");
        m_profile->add("bread");
        m_profile->features = {};
        m_profile->reopen(); // ... and the older one again
        QVERIFY(m_channel->pushPending().ok());
        QVERIFY(m_channel->tick(60'000).ok());
        QVERIFY(m_pushes.empty());
        QCOMPARE(m_profile->cart->pendingCount(), size_t(2));
        QCOMPARE(m_asked, std::uint64_t(2)); // the digest is compared all the same
        QVERIFY(m_channel->handle(protocol::DigestVerdict{1, 2, equal}).ok());
        QVERIFY(m_channel->isSettled());
        m_profile->features = {7};
        m_profile->reopen();
        QVERIFY(m_channel->pushPending().ok());
        QCOMPARE(m_pushes, std::vector<std::size_t>({2}));
        QVERIFY(!m_channel->isSettled());
    }

    void whatIsAskedForAgainIsSentAgain()
    {
        editAndPush();
        editAndPush();
        protocol::PushRefused refused;
        refused.channel = 1;
        refused.problem = protocol::PushProblem::Gap;
        refused.have = 0;
        QVERIFY(m_channel->handle(refused).ok());
        QCOMPARE(m_pushes.back(), std::size_t(3));
    }
};

QTEST_GUILESS_MAIN(TestCartChannel)
#include "tst_cartchannel.moc"
