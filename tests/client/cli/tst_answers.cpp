#include "commandlinefixture.h"

#include "cart/orderkey.h"
#include "cli/historywords.h"
#include "storage/sqlitestore.h"
#include "sync/cartreplica.h"

#include <QTest>

using namespace evencart;
using test::CommandLine;

namespace {

QStringList keysOf(const QJsonValue &value)
{
    return value.toObject().keys();
}

QStringList names(const char *spaced)
{
    QStringList list = QString::fromLatin1(spaced).split(QLatin1Char(' '));
    list.sort();
    return list;
}

} // namespace

// The shapes of the answers and where they go.
class TestAnswers : public QObject
{
    Q_OBJECT

    // A version that knows feature 7 turns it on.
    static void useALaterVersion(CommandLine &cli, const std::string &cart)
    {
        auto store = SqliteStore::open(cli.path("profile").toStdString() + "/carts.db");
        QVERIFY(store.ok());
        HybridClock clock;
        MemberId member;
        member.raw[0] = 1;
        const ReplicaContext context{**store, cli.clock, clock, member, (*store)->profile()->replica, {7}};
        const auto opened = CartReplica::open(context, *CartId::fromString(cart));
        QVERIFY(opened.ok());
        const auto edited = (*opened)->edit("use it", [](Edit &edit) -> Result<void> {
            edit.write({}, Field::Requires, encodeFeature(7));
            return {};
        });
        QVERIFY(edited.ok());
    }

private Q_SLOTS:
    void aProfileIsMadeOnFirstUse()
    {
        CommandLine cli;
        const auto answer = cli.json({"profile"});
        QCOMPARE(answer.code, 0);
        QCOMPARE(keysOf(answer.json()), names("member device replica name"));
        QCOMPARE(answer.json()[QLatin1String("name")].toString(), QStringLiteral("login"));
        QCOMPARE(cli.json({"profile", "--name", "Zoë"}).json()[QLatin1String("name")].toString(),
                 QStringLiteral("Zoë"));
        QCOMPARE(cli.run({"profile", "--name", ""}).code, 2);
        QCOMPARE(cli.run({"init", "--name", "Ann"}).code, 1);
    }

    void initNeedsAName()
    {
        CommandLine cli;
        QCOMPARE(cli.run({"init"}).code, 2);
        QCOMPARE(cli.json({"init", "--name", "Ann"}).json()[QLatin1String("name")].toString(), QStringLiteral("Ann"));
    }

    void cartShow()
    {
        CommandLine cli;
        cli.run({"cart", "create", "Shop"});
        cli.run({"add", "Shop", "2x milk @2.49EUR", "1.5 l cream"});
        const QJsonObject cart = cli.json({"cart", "show", "Shop"}).json();
        QCOMPARE(keysOf(cart),
                 names("id name name_conflicts archived epoch head digest pending rejected last_synced totals lines"));
        QCOMPARE(cart[QLatin1String("epoch")].toString(), QString());
        QCOMPARE(cart[QLatin1String("head")].toInt(-1), 0);
        QCOMPARE(cart[QLatin1String("digest")].toString().size(), 64);
        QCOMPARE(cart[QLatin1String("pending")].toInt(), 2);
        QCOMPARE(cart[QLatin1String("rejected")].toInt(-1), 0);
        QVERIFY(cart[QLatin1String("last_synced")].isNull());
        QCOMPARE(cart[QLatin1String("totals")][0][QLatin1String("minor")].toInt(), 498);
        const QJsonObject line = cart[QLatin1String("lines")][0].toObject();
        QCOMPARE(
            keysOf(line),
            names(
                "id name unit quantity raw_quantity checked wanted_by bought_by note category price assignee sku likes "
                "conflicts attention state created changed claimed_by"));
        QCOMPARE(line[QLatin1String("state")].toString(), QStringLiteral("local"));
        QCOMPARE(line[QLatin1String("created")].toString(), QStringLiteral("2023-11-14T22:13:22Z"));
        QVERIFY(line[QLatin1String("sku")].isNull());
        const std::string text = cli.json({"cart", "show", "Shop"}).out;
        QVERIFY(text.find("\"quantity\":2,") != std::string::npos); // integers without a point
        QVERIFY(text.find("\"quantity\":1.5,") != std::string::npos);
        QCOMPARE(std::count(text.begin(), text.end(), '\n'), std::ptrdiff_t(1));
    }

    void cartShowForPeople()
    {
        CommandLine cli;
        cli.run({"cart", "create", "Shop"});
        QVERIFY(cli.run({"cart", "show", "Shop"}).out.find("Nothing in it.") != std::string::npos);
        cli.run({"add", "Shop", "2x milk, fresh @2.49EUR #dairy", "1.5 l cream", "牛乳"});
        cli.run({"check", "Shop", "cream"});
        const std::string text = cli.run({"cart", "show", "Shop"}).out;
        QVERIFY(text.find("[ ]  2      milk, fresh  2.49 EUR  #dairy\n") != std::string::npos);
        QVERIFY(text.find("[x]  1.5 l  cream\n") != std::string::npos);
        QVERIFY(text.find("Total: 4.98 EUR\n") != std::string::npos);
    }

    void pendingRejectedAndConflicts()
    {
        CommandLine cli;
        cli.run({"cart", "create", "Shop"});
        cli.run({"add", "Shop", "milk"});
        const auto pending = cli.json({"pending"}).array("pending");
        QCOMPARE(pending.size(), 2);
        QCOMPARE(keysOf(pending[1]), names("delta cart what time"));
        QCOMPARE(pending[1][QLatin1String("what")].toString(), QStringLiteral("add milk"));
        QCOMPARE(cli.json({"pending", "Shop"}).array("pending").size(), 2);
        QCOMPARE(cli.json({"rejected"}).out, std::string("{\"rejected\":[]}\n"));
        QCOMPARE(cli.json({"rejected", "nowhere"}).code, 7);
        const auto conflicts = cli.json({"conflicts", "Shop"}).json();
        QCOMPARE(keysOf(conflicts), names("name name_conflicts lines"));
        QCOMPARE(cli.run({"resolve", "Shop", "milk", "note", "--keep", "x"}).code, 7);
        QCOMPARE(cli.run({"resolve", "Shop", "-", "name", "--keep", "x"}).code, 7);
        QCOMPARE(cli.run({"resolve", "Shop", "milk", "note"}).code, 2);
    }

    void historyTellsWhatHappened()
    {
        CommandLine cli;
        cli.run({"init", "--name", "Ann"});
        cli.run({"cart", "create", "Shop"});
        cli.run({"add", "Shop", "bread"}); // so that moving to the top moves something
        const std::vector<std::pair<std::vector<std::string>, QString>> steps = {
            {{"add", "Shop", "2 l milk"}, QStringLiteral("add 2 l milk")},
            {{"inc", "Shop", "milk"}, QStringLiteral("add 1 l milk")},
            {{"dec", "Shop", "milk", "0.5"}, QStringLiteral("take 0.5 l milk")},
            {{"set", "Shop", "milk", "4"}, QStringLiteral("set milk to 4 l")},
            {{"note", "Shop", "milk", "fresh"}, QStringLiteral("write a note on milk: fresh")},
            {{"note", "Shop", "milk", ""}, QStringLiteral("clear the note on milk")},
            {{"category", "Shop", "milk", "dairy"}, QStringLiteral("sort milk: dairy")},
            {{"price", "Shop", "milk", "1.99EUR"}, QStringLiteral("price milk: 1.99 EUR")},
            {{"assign", "Shop", "milk", "me"}, QStringLiteral("assign milk to Ann")},
            {{"like", "Shop", "milk"}, QStringLiteral("like milk")},
            {{"unlike", "Shop", "milk"}, QStringLiteral("unlike milk")},
            {{"claim", "Shop", "milk"}, QStringLiteral("claim milk")},
            {{"unclaim", "Shop", "milk"}, QStringLiteral("unclaim milk")},
            {{"move", "Shop", "milk", "--first"}, QStringLiteral("move milk")},
            {{"check", "Shop", "milk"}, QStringLiteral("check milk")},
            {{"uncheck", "Shop", "milk"}, QStringLiteral("uncheck milk")},
            {{"rename", "Shop", "milk", "oat milk"}, QStringLiteral("rename milk to oat milk")},
            {{"remove", "Shop", "oat milk"}, QStringLiteral("remove oat milk")},
            {{"cart", "rename", "Shop", "Shopping"}, QStringLiteral("name the cart Shopping")},
        };
        for (const auto &[words, what] : steps)
            QCOMPARE(cli.run(words).code, 0);
        const auto history = cli.json({"history", "Shopping"}).array("history");
        QCOMPARE(keysOf(history[0]), names("delta member name time state position what lines not_seen"));
        QCOMPARE(history.size(), qsizetype(steps.size() + 2));
        for (std::size_t i = 0; i < steps.size(); ++i)
            QCOMPARE(history[qsizetype(i) + 2][QLatin1String("what")].toString(), steps[i].second);
        QCOMPARE(cli.json({"history", "Shopping", "oat milk"}).array("history").size(),
                 qsizetype(steps.size() - 1)); // it is gone, and still found
        QCOMPARE(cli.json({"history", "Shopping", "tea"}).code, 7);
        const std::string text = cli.run({"history", "Shopping"}).out;
        QVERIFY(text.find("Ann: add 2 l milk (pending)\n") != std::string::npos);
    }

    void errorsAreDocumentsOnStdoutAndSentencesOnStderr()
    {
        CommandLine cli;
        auto answer = cli.run({"cart", "show", "nowhere"});
        QCOMPARE(answer.code, 7);
        QCOMPARE(answer.out, std::string());
        QCOMPARE(answer.err, std::string("evencartctl: There is no cart \"nowhere\".\n"));
        answer = cli.json({"cart", "show", "nowhere"});
        QCOMPARE(
            answer.out,
            std::string("{\"error\":{\"code\":\"not_found\",\"message\":\"There is no cart \\\"nowhere\\\".\"}}\n"));
        QVERIFY(!answer.err.empty());
        QVERIFY(cli.json({"--quiet", "cart", "show", "nowhere"}).err.empty());
        QVERIFY(!cli.run({"--quiet", "cart", "show", "nowhere"}).err.empty());
    }

    void quietSaysNothingThatWasNotAskedFor()
    {
        CommandLine cli;
        QVERIFY(!cli.run({"--quiet", "cart", "create", "Shop"}).out.empty()); // the id is an answer
        QVERIFY(cli.run({"add", "Shop", "milk", "--quiet"}).out.empty());
        QVERIFY(!cli.run({"cart", "show", "Shop", "--quiet"}).out.empty());
    }

    void theServerOfTheProfile()
    {
        CommandLine cli;
        QCOMPARE(cli.json({"server", "show"}).json()[QLatin1String("url")].toString(), QString());
        const std::string fingerprint(64, 'A');
        const auto set = cli.json({"server", "set", "cart.example.org", "--fingerprint", fingerprint}).json();
        QCOMPARE(set[QLatin1String("url")].toString(), QStringLiteral("wss://cart.example.org:8787"));
        QCOMPARE(set[QLatin1String("fingerprint")].toString(), QString(64, QLatin1Char('a')));
        QVERIFY(cli.run({"server", "set", "ws://127.0.0.1:1"}).err.empty());
        QVERIFY(!cli.run({"server", "set", "ws://cart.example.org"}).err.empty()); // a warning
        for (const char *url : {"http://x", "wss://", "wss://u:p@x", "wss://x/path", "wss://x?q", "", "wss://x:99999"})
            QCOMPARE(cli.run({"server", "set", url}).code, 2);
        QCOMPARE(cli.run({"server", "set", "x", "--fingerprint", "abc"}).code, 2);
    }

    void withoutAServer()
    {
        CommandLine cli;
        cli.run({"cart", "create", "Shop"});
        for (const auto &words :
             std::vector<std::vector<std::string>>{{"sync"}, {"watch"}, {"invite", "Shop"}, {"members", "Shop"}}) {
            const auto answer = cli.run(words);
            QVERIFY2(answer.code == 4, words.front().c_str());
        }
        cli.run({"server", "set", "ws://127.0.0.1:1"}); // nobody listens on port 1
        QCOMPARE(cli.json({"sync"}).code, 4);
        QCOMPARE(cli.json({"sync", "--timeout", "1"}).errorCode(), std::string("unreachable"));
        QCOMPARE(cli.run({"sync", "--timeout", "soon"}).code, 2);
        QCOMPARE(cli.run({"invite", "Shop", "--role", "king"}).code, 2);
        QCOMPARE(cli.run({"invite", "Shop", "--uses", "0"}).code, 2);
        QCOMPARE(cli.run({"invite", "Shop", "--expires", "-1d"}).code, 2);
        QCOMPARE(cli.run({"join", "evencart://nonsense"}).code, 2);
        QCOMPARE(cli.run({"join", "hello"}).code, 2);
    }

    void orderingNeedsAServerAndSomethingToOrder()
    {
        CommandLine cli;
        cli.run({"cart", "create", "Shop"});
        QCOMPARE(cli.json({"stock"}).errorCode(), std::string("unreachable"));
        QCOMPARE(cli.run({"stock"}).code, 4);
        QCOMPARE(cli.run({"stock", "--local"}).code, 0);
        QCOMPARE(cli.run({"checkout", "Nowhere"}).code, 7);
        cli.run({"add", "Shop", "milk"});
        QCOMPARE(cli.run({"checkout", "Shop"}).code, 1);
        cli.run({"add", "Shop", "milk", "--sku", "m-1"});
        QCOMPARE(cli.run({"checkout", "Shop", "--key", ""}).code, 2);
        const auto answer = cli.json({"checkout", "Shop", "--key", "k"});
        QCOMPARE(answer.code, 4);
        QCOMPARE(answer.errorCode(), std::string("unreachable"));
        const auto orders = cli.json({"orders"});
        QCOMPARE(orders.code, 0);
        QVERIFY(orders.json()[QLatin1String("orders")].toArray().isEmpty()); // nothing was asked for
        QCOMPARE(cli.run({"add", "Shop", "--sku", "unknown"}).code, 2);
        QCOMPARE(cli.run({"add", "Shop"}).code, 2);
    }

    void c124_aCartThatRequiresALaterVersionIsShownAndNotChanged()
    {
        CommandLine cli;
        const std::string id =
            cli.json({"cart", "create", "Shop"}).json()[QLatin1String("id")].toString().toStdString();
        cli.run({"cart", "create", "Other"});
        cli.run({"add", "Shop", "milk"});
        useALaterVersion(cli, id);
        const auto answer = cli.json({"inc", "Shop", "milk"});
        QCOMPARE(answer.code, 1);
        QCOMPARE(answer.errorCode(), std::string("update_needed"));
        for (const auto &words : std::vector<std::vector<std::string>>{{"undo", "Shop"},
                                                                       {"add", "Shop", "eggs"},
                                                                       {"cart", "rename", "Shop", "x"},
                                                                       {"merge", "Shop", "Other"}})
            QCOMPARE(cli.run(words).code, 1);
        const auto shown = cli.run({"cart", "show", "Shop"});
        QCOMPARE(shown.code, 0);
        QVERIFY(shown.out.find("milk") != std::string::npos);
        QVERIFY(shown.out.find("update this one") != std::string::npos);
        const auto document = cli.json({"cart", "show", "Shop"});
        QCOMPARE(document.array("unknown_features"), QJsonArray{7});
        QCOMPARE(document.array("lines").size(), 1);
        QCOMPARE(cli.run({"doctor"}).code, 0);
        QCOMPARE(cli.run({"add", "Other", "eggs"}).code, 0);
    }

    void aHealthyDatabase()
    {
        CommandLine cli;
        cli.run({"cart", "create", "Shop"});
        cli.run({"add", "Shop", "milk", "eggs"});
        cli.run({"remove", "Shop", "eggs"});
        const auto answer = cli.json({"doctor"});
        QVERIFY2(answer.code == 0, answer.out.c_str());
        QVERIFY(answer.json()[QLatin1String("ok")].toBool());
        QCOMPARE(answer.array("carts").size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_answers.moc"
