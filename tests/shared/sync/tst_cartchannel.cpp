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
    std::vector<quint64> m_seen;       // how far we said that we are
    int m_states = 0;                  // parts of states that went to the server
    int m_minted = 0;
    int m_drops = 0;

    void send(Bytes message) override
    {
        const auto decoded = protocol::decodeClientMessage(message);
        if (const auto *push = std::get_if<protocol::Push>(&*decoded))
            m_pushes.push_back(push->deltas.size());
        if (const auto *question = std::get_if<protocol::DigestCheck>(&*decoded))
            m_asked = question->position;
        if (const auto *seen = std::get_if<protocol::Seen>(&*decoded))
            m_seen.push_back(seen->position);
        else if (std::holds_alternative<protocol::RepairState>(*decoded))
            ++m_states;
    }
    void drop(const Error &, Retry) override { ++m_drops; }
    std::vector<CartId> cartsToSync() override { return {m_profile->id}; }
    CartReplica *cart(const CartId &) override { return m_profile->cart.get(); }
    Result<void> mintReplica() override
    {
        ++m_minted;
        return {};
    }
    std::string memberName() override { return {}; }
    Hlc memberNameStamp() override { return {}; }
    void cartChanged(const CartId &, const std::vector<LineId> &) override {}
    void cartSynced(const CartId &) override {}
    void editsRejected(const CartId &, const std::vector<std::uint64_t> &) override {}
    void cartRefused(const CartId &, const Error &) override {}
    void membersChanged(const CartId &, const std::vector<protocol::Member> &) override {}
    void presenceChanged(const CartId &, const std::vector<protocol::MemberCursor> &) override {}
    void storageFailed(const Error &) override {}

    static protocol::Opened opened(protocol::CatchUp mode = protocol::CatchUp::Tail)
    {
        protocol::Opened message;
        message.channel = 1;
        message.role = protocol::Role::Owner;
        message.epoch.raw[0] = 1;
        message.mode = mode;
        return message;
    }
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
        QVERIFY(m_channel->handle(opened()).ok());
        m_pushes.clear();
        m_seen.clear();
        m_states = m_minted = m_drops = 0;
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

    // "Seen by Ann" is a promise about her disk.
    void nothingIsSaidToBeSeenThatIsNotOnDisk()
    {
        QVERIFY(m_channel->handle(protocol::Ack{1, 1, 1, 1, {}}).ok());
        const protocol::Records records{
            1, 2, {protocol::VoidedDelta{ReplicaId{9}, 1, {}, protocol::VoidReason::NotAllowed}}};
        m_profile->store.failNext(1);
        QCOMPARE(m_channel->handle(records).error().code, ErrorCode::Io);
        QVERIFY(m_channel->tick(1000).ok());
        QCOMPARE(m_seen, std::vector<quint64>({1}));
        QVERIFY(m_channel->handle(records).ok());
        QVERIFY(m_channel->tick(2000).ok());
        QCOMPARE(m_seen, std::vector<quint64>({1, 2}));
    }

    void aDigestThatDiffersIsCountedAndRepairedAndNeverSettled()
    {
        using Verdict = protocol::DigestVerdict::Verdict;
        QVERIFY(m_channel->handle(protocol::Ack{1, 1, 1, 1, {}}).ok());
        QVERIFY(m_channel->handle(protocol::DigestVerdict{1, 1, Verdict::Different}).ok());
        QCOMPARE(m_channel->digestMismatches(), quint64(1));
        QVERIFY(!m_channel->isSettled());
        auto repair = opened(protocol::CatchUp::Repair);
        repair.head = repair.ownSeq = 1;
        repair.vector = m_profile->cart->baseVector().entries();
        QVERIFY(m_channel->handle(repair).ok());
        QCOMPARE(m_states, 1); // equal vectors: only the whole state tells what is amiss
        QVERIFY(m_channel->handle(protocol::Live{1, 1}).ok());
        QVERIFY(!m_channel->isSettled());
        QVERIFY(m_channel->handle(protocol::DigestVerdict{1, 1, Verdict::Equal}).ok());
        QVERIFY(m_channel->isSettled());
    }

    // A snapshot covers numbers: what waits under one that another file has used passed for sequenced and removed.
    void ownTip_data()
    {
        QTest::addColumn<int>("ahead"); // of the last own number
        QTest::addColumn<bool>("same");
        QTest::addColumn<bool>("waits");
        QTest::addColumn<bool>("isOthers");
        QTest::newRow("what we sent, its ack was lost") << 0 << true << true << false;
        QTest::newRow("something else under our number") << 0 << false << true << true;
        QTest::newRow("less than we have") << -1 << true << true << false;
        QTest::newRow("an earlier number that differs") << -1 << false << true << true;
        QTest::newRow("further than we came") << 1 << false << true << true;
        QTest::newRow("nothing waits") << 0 << false << false << false;
    }
    void ownTip()
    {
        QFETCH(int, ahead);
        QFETCH(bool, same);
        QFETCH(bool, waits);
        QFETCH(bool, isOthers);
        m_profile->add("milk");
        const std::uint64_t last = m_profile->cart->record().ownSeq;
        const PendingDelta named = (*m_profile->cart->pending())->at(ahead < 0 ? 0 : 1);
        if (!waits)
            QVERIFY(m_profile->cart->applyAck(1, 1, last, {}).ok());
        m_channel->open();
        auto message = opened(protocol::CatchUp::Snapshot);
        message.ownSeq = last;
        QVERIFY(m_channel->handle(message).ok());
        const std::uint64_t seq = ahead < 0 ? last - 1 : last + static_cast<std::uint64_t>(ahead);
        const Hash256 hash = same ? deltaHash(m_profile->id, named.bytes) : Hash256{};
        QVERIFY(m_channel->handle(protocol::OwnTip{1, seq, hash}).ok());
        QCOMPARE(m_minted, isOthers ? 1 : 0);
        QCOMPARE(m_drops, isOthers ? 1 : 0);
    }

    void aServerThatHasMoreOfUsThanWeHaveMeansAnOlderFile()
    {
        const CartRecord &record = m_profile->cart->record();
        QVERIFY(m_profile->cart->applyAck(1, 1, record.ownSeq, {}).ok()); // with something pending, a push tells more
        m_channel->open();
        auto more = opened();
        more.ownSeq = record.ownSeq + 1;
        QVERIFY(m_channel->handle(more).ok());
        QCOMPARE(m_minted, 1);
        QCOMPARE(m_drops, 1);
    }
};

QTEST_GUILESS_MAIN(TestCartChannel)
#include "tst_cartchannel.moc"
