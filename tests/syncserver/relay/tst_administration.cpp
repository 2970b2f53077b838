#include "cartpeers.h"
#include "shopbench.h"

#include <QTest>

using namespace evencart;
using namespace evencart::test;
using protocol::Administered;
using protocol::FailureCode;
using Outcome = Administered::Outcome;

namespace {

constexpr std::uint64_t aDay = 24ULL * 60 * 60 * 1000;

KeyPair invite(Bench &bench, std::uint64_t lifetime = aDay)
{
    const KeyPair key = KeyPair::generate(bench.random);
    const PublicKey publicKey = key.publicKey();
    operate(bench, {"invite-admin", toHex(asBytes(publicKey)), std::to_string(bench.clock.wall + lifetime)});
    return key;
}

protocol::Join joinBy(const TestPeer &joiner, const KeyPair &key)
{
    return {9, {}, key.publicKey(), signJoining(key, {}, joiner.credentials.member.publicKey())};
}

void becomeAdministrator(TestPeer &peer)
{
    peer.connect();
    peer.say(joinBy(peer, invite(peer.bench)));
    peer.next<protocol::Joined>();
}

// The whole answer, and how it ended.
std::pair<Outcome, std::string> askFor(TestPeer &peer, std::vector<std::string> words, Bytes file = {})
{
    peer.say(protocol::Administer{5, std::move(words), std::move(file)});
    for (int turns = 0; peer.count<Administered>() == 0 && turns < 1000; ++turns) // a large import takes several
        peer.bench.turn();
    std::string text;
    while (true) {
        const auto part = peer.next<Administered>();
        text += part.text;
        if (part.outcome != Outcome::More)
            return {part.outcome, text};
    }
}

std::string messageOf(Bench &bench, std::vector<std::string> words)
{
    try {
        return operate(bench, std::move(words));
    } catch (const std::runtime_error &refusal) {
        return refusal.what();
    }
}

} // namespace

// People who look after the shop from where they are, and what the operator gives and takes.
class TestAdministration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initCrypto().ok()); }

    void anInvitationMakesOnePersonAnAdministrator()
    {
        Bench bench;
        TestPeer ann(bench, 0xA), ben(bench, 0xB);
        const KeyPair key = invite(bench);
        ann.connect();
        ann.say(joinBy(ann, key));
        const auto joined = ann.next<protocol::Joined>();
        QCOMPARE(joined.request, 9U);
        QVERIFY(joined.cart.isNull() && joined.proof.empty());
        QCOMPARE(joined.role, Role::Owner);
        ann.say(joinBy(ann, key)); // the answer was lost
        QVERIFY(ann.next<protocol::Joined>() == joined);

        ben.connect();
        ben.say(joinBy(ben, key));
        QCOMPARE(ben.next<protocol::Failure>().code, FailureCode::InviteInvalid);
        ben.say(protocol::Administer{5, {"catalog", "list"}, {}});
        QCOMPARE(ben.next<protocol::Failure>().code, FailureCode::NotAllowed);
        bench.restart();
        ann.connect();
        QVERIFY(askFor(ann, {"catalog", "list"}) == std::pair(Outcome::Done, std::string()));
    }

    void aSecondInvitationIsNotSpentByWhoIsInAlready()
    {
        Bench bench;
        TestPeer ann(bench, 0xA), ben(bench, 0xB);
        becomeAdministrator(ann);
        const KeyPair second = invite(bench);
        ann.say(joinBy(ann, second));
        ann.next<protocol::Joined>();
        ben.connect();
        ben.say(joinBy(ben, second));
        QVERIFY(ben.next<protocol::Joined>().cart.isNull());
    }

    void whatIsNotGoodForAnybody()
    {
        Bench bench;
        TestPeer ann(bench, 0xA), ben(bench, 0xB);
        ann.connect();
        ben.connect();
        const auto isRefused = [&](const protocol::Join &join) {
            ann.say(join);
            return ann.next<protocol::Failure>().code == FailureCode::InviteInvalid;
        };
        const KeyPair late = invite(bench, 1000);
        bench.clock.pass(1000);
        QVERIFY(isRefused(joinBy(ann, late)));
        QVERIFY(isRefused(joinBy(ann, KeyPair::generate(bench.random))));
        const KeyPair good = invite(bench);
        QVERIFY(isRefused(joinBy(ben, good))); // signed for another
        protocol::Join forged = joinBy(ann, KeyPair::generate(bench.random));
        forged.inviteKey = good.publicKey();
        QVERIFY(isRefused(forged)); // who knows the public key only
        ann.say(joinBy(ann, good));
        QVERIFY(ann.next<protocol::Joined>().cart.isNull());
    }

    void anAdministratorDoesWhatTheOperatorDoes()
    {
        Bench bench;
        TestPeer ann(bench, 0xA);
        becomeAdministrator(ann);
        auto [outcome, text] = askFor(ann, {"catalog", "import", "file"},
                                      "sku,name,unit,price,currency,stock,category\r\nm-1,Milk,l,1.19,EUR,3,dairy\r\n");
        QCOMPARE(outcome, Outcome::Done);
        QCOMPARE(text, std::string("1 goods added, 0 changed, 0 as before\n"));
        QVERIFY(askFor(ann, {"stock", "add", "m-1", "-1"}).first == Outcome::Done);
        QCOMPARE(stockOf(bench, "m-1"), 2000);
        QVERIFY(askFor(ann, {"catalog", "list"}).second == operate(bench, {"catalog", "list"}));
        QVERIFY(askFor(ann, {"orders"}) == std::pair(Outcome::Done, std::string()));
    }

    void whatCannotBeDoneIsRefusedWithTheReason_data()
    {
        QTest::addColumn<std::vector<std::string>>("words");
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("says");
        using Words = std::vector<std::string>;
        QTest::newRow("no such good") << Words{"stock", "set", "x", "1"} << QByteArray() << "no good \"x\"";
        QTest::newRow("no amount") << Words{"stock", "set", "m-1", "many"} << QByteArray() << "no number";
        QTest::newRow("nothing") << Words{} << QByteArray() << "does not know that command";
        QTest::newRow("rights are the operator's")
            << Words{"revoke", std::string(32, '0')} << QByteArray() << "does not know";
        QTest::newRow("invitations, too")
            << Words{"invite-admin", std::string(64, '0'), "99999999999999"} << QByteArray() << "does not know";
        QTest::newRow("no catalogue") << Words{"catalog", "import", "file"} << QByteArray("what is this") << "Line 1";
        QTest::newRow("not for a terminal")
            << Words{"catalog", "import", "file"}
            << QByteArray("sku,name,unit,price,currency,stock,category\n\x1b[2J,x,,1,EUR,1,\n") << "control characters";
        QTest::newRow("nor what is quoted of it")
            << Words{"catalog", "import", "file"} << QByteArray("\x1b[2J\xff\n") << "\"?[2J?\"";
        QTest::newRow("a field of a megabyte")
            << Words{"catalog", "import", "file"} << QByteArray(1 << 20, 'x') << "is no column";
    }
    void whatCannotBeDoneIsRefusedWithTheReason()
    {
        QFETCH(std::vector<std::string>, words);
        QFETCH(QByteArray, file);
        QFETCH(QString, says);
        Bench bench;
        stockUp(bench);
        TestPeer ann(bench, 0xA);
        becomeAdministrator(ann);
        const std::string before = operate(bench, {"catalog", "list"});
        const auto [outcome, text] = askFor(ann, words, file.toStdString());
        QCOMPARE(outcome, Outcome::Refused);
        QVERIFY2(!text.empty() && QString::fromStdString(text).contains(says), text.c_str());
        QCOMPARE(operate(bench, {"catalog", "list"}), before);
        QVERIFY(bench.storageErrors.empty());
    }

    void aLongAnswerComesInPartsOfWholeLines()
    {
        Bench bench;
        TestPeer ann(bench, 0xA);
        becomeAdministrator(ann);
        std::string file = "sku,name,unit,price,currency,stock,category\n";
        for (int i = 0; i < 9000; ++i)
            file += "sku-" + std::to_string(i) + ",A good with a name of some length,,1.00,EUR,1,things\n";
        QVERIFY(askFor(ann, {"catalog", "import", "file"}, file).first == Outcome::Done);
        ann.say(protocol::Administer{6, {"catalog", "list"}, {}});
        QVERIFY(ann.count<Administered>() > 1);
        std::string text;
        for (auto part = ann.next<Administered>();; part = ann.next<Administered>()) {
            QCOMPARE(part.request, 6U);
            QVERIFY(part.text.ends_with('\n') && part.text.size() <= protocol::administeredBytes);
            text += part.text;
            if (part.outcome == Outcome::Done)
                break;
        }
        QCOMPARE(text, operate(bench, {"catalog", "list"}));
    }

    void moreThanOneAnswerMayHoldIsRefused()
    {
        Bench bench;
        TestPeer ann(bench, 0xA);
        becomeAdministrator(ann);
        std::string file = "sku,name,unit,price,currency,stock,category\n";
        for (int i = 0; i < 12'000; ++i)
            file += "sku-" + std::to_string(i) + "," + std::string(400, 'x') + ",,1.00,EUR,1,things\n";
        operate(bench, {"catalog", "import", "file"}, file);
        QCOMPARE(askFor(ann, {"catalog", "list"}).first, Outcome::Refused);
    }

    // An answer is a promise, and what was not stored is not told as done.
    void nothingIsSaidBeforeItIsOnDisk()
    {
        Bench bench;
        stockUp(bench);
        TestPeer ann(bench, 0xA);
        becomeAdministrator(ann);
        bench.store.next = FlakyStore::Commit::FailsBefore;
        ann.say(protocol::Administer{5, {"stock", "set", "m-1", "9"}, {}});
        QCOMPARE(ann.count<Administered>(), 0U);
        QCOMPARE(ann.next<protocol::Failure>().code, FailureCode::Internal);
        QVERIFY(ann.isClosed());
        QCOMPARE(stockOf(bench, "m-1"), 3000);

        TestPeer ben(bench, 0xB);
        const KeyPair key = invite(bench);
        ben.connect();
        bench.store.next = FlakyStore::Commit::FailsBefore;
        ben.say(joinBy(ben, key));
        QCOMPARE(ben.count<protocol::Joined>(), 0U);
        ben.connect();
        ben.say(joinBy(ben, key)); // it is still good
        QVERIFY(ben.next<protocol::Joined>().cart.isNull());
    }

    void aFollowerAndAnEarlierVersionDoNot()
    {
        Bench bench;
        TestPeer ann(bench, 0xA);
        becomeAdministrator(ann);
        bench.options.isFollower = true;
        bench.restart();
        ann.connect();
        ann.say(protocol::Administer{5, {"catalog", "list"}, {}});
        QCOMPARE(ann.next<protocol::Failure>().code, FailureCode::Behind);
        TestPeer old(bench, 0xB);
        old.versions = {1};
        old.connect();
        old.say(protocol::Administer{5, {"catalog", "list"}, {}});
        QVERIFY(old.isClosed());
    }

    void theOperatorSeesWhoHasRightsAndTakesThem()
    {
        Bench bench;
        TestPeer ann(bench, 0xA);
        ann.name = "Ann";
        becomeAdministrator(ann);
        const KeyPair open = invite(bench);
        const std::string id = ann.credentials.memberId().toString();
        const std::string listed = operate(bench, {"administrators"});
        QVERIFY2(listed.find(id + "  Ann  since ") != std::string::npos, listed.c_str());
        QVERIFY2(listed.find("invitation  until ") != std::string::npos, listed.c_str());
        QCOMPARE(operate(bench, {"revoke", id}), std::string("removed from 0 carts; no administrator any more\n"));
        ann.say(protocol::Administer{5, {"catalog", "list"}, {}});
        QCOMPARE(ann.next<protocol::Failure>().code, FailureCode::NotAllowed);
        bench.clock.pass(aDay);
        QVERIFY(operate(bench, {"administrators"}).empty());
        QVERIFY(messageOf(bench, {"revoke", id}).starts_with("Nobody of that id"));
        QVERIFY(messageOf(bench, {"revoke", "me"}).starts_with("A member's id"));
        QVERIFY(messageOf(bench, {"invite-admin", "00", "1"}).starts_with("An invitation needs"));
    }

    // Conformance 103: what he removed before stays removed; 100: what he sends from here on does not come in.
    void revokingShowsAPersonOutOfEveryCart()
    {
        Bench bench;
        TestPeer ann(bench, 0xA), ben(bench, 0xB), cem(bench, 0xC);
        ann.found();
        ann.letIn(ben, Role::Editor);
        cem.found(); // a cart that nobody has open
        cem.connectAndOpen();
        cem.hangUp();
        TestPeer benToo(bench, 0xD);
        benToo.credentials = ben.credentials;
        cem.letIn(benToo, Role::Owner);
        benToo.connectAndOpen();
        benToo.hangUp();
        ann.connectAndOpen();
        ben.connectAndOpen();
        ben.write("Ben was here");
        ann.read();
        const std::size_t before = ann.log.size();

        const std::string id = ben.credentials.memberId().toString();
        QCOMPARE(operate(bench, {"revoke", id}), std::string("removed from 2 carts\n"));
        QCOMPARE(ben.next<protocol::Failure>().code, FailureCode::NotFoundOrForbidden);
        ben.push({ben.make("and again")});
        ann.read();
        QCOMPARE(ann.log.size(), before);
        bench.restart();
        TestPeer again(bench, 0xE);
        again.credentials = ben.credentials;
        for (const TestPeer *cart : {&ben, &benToo}) {
            again.cart = cart->cart;
            again.proof = cart->proof;
            again.connectAndOpen();
            QVERIFY(!again.opened);
            QCOMPARE(again.next<protocol::Failure>().code, FailureCode::NotFoundOrForbidden);
        }
        ann.connectAndOpen();
        QVERIFY(ann.isEqualToServer());
    }

    void whatWasReservedIsThereForOthersAgain()
    {
        Bench bench;
        stockUp(bench);
        TestPeer ann(bench, 0xA);
        ann.found();
        ann.connectAndOpen();
        ann.say(protocol::Reserve{3, "k", ann.cart, "m-1", "", 2000, 600'000});
        ann.next<protocol::Reserved>();
        operate(bench, {"revoke", ann.credentials.memberId().toString()});
        QCOMPARE((**bench.store.shop().good("m-1")).reserved, 0);
    }
};

QTEST_APPLESS_MAIN(TestAdministration)
#include "tst_administration.moc"
