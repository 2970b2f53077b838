#include "demo/demoacts.h"
#include "demo/demoplayer.h"
#include "demo/demos.h"

#include <QJsonArray>
#include <QTest>

using namespace evencart;

namespace {

const char *const head = "title T\npeople Ann Ben\ncart Week: Ann Ben\n";

QString errorIn(const char *body)
{
    const auto script = readDemo(std::string(head) + body);
    return script ? QStringLiteral("none") : QString::fromStdString(script.error().message);
}

// Shows everybody one cart, which says what it was told to say.
class PaperStage : public DemoStage
{
public:
    Result<void> open(const DemoCast &) override { return {}; }
    Result<std::vector<Answer>> act(const std::vector<DemoAct> &acts) override
    {
        std::vector<Answer> all(acts.size());
        for (std::size_t n = 0; n < all.size() && n < outcomes.size(); ++n)
            all[n].outcome = outcomes[n];
        return all;
    }
    Result<void> plug(const std::string &, bool) override { return {}; }
    Result<void> server(DemoServer::What) override { return {}; }
    Result<QJsonObject> cart(const std::string &person, const std::string &) override
    {
        return QJsonObject{{QStringLiteral("digest"), person == "Ben" ? digestOfBen : QStringLiteral("d")},
                           {QStringLiteral("pending"), 1},
                           {QStringLiteral("lines"), another.isEmpty() ? QJsonArray{line} : QJsonArray{line, another}}};
    }
    Result<QJsonObject> goods(const std::string &) override { return QJsonObject(); }
    Result<QJsonObject> people(const std::string &, const std::string &) override { return QJsonObject(); }
    Result<QJsonObject> orders(const std::string &) override { return QJsonObject(); }

    std::vector<DemoOutcome> outcomes;
    QString digestOfBen = QStringLiteral("d");
    QJsonObject line{
        {QStringLiteral("name"), QStringLiteral("milk")},
        {QStringLiteral("quantity"), 1.5},
        {QStringLiteral("checked"), true},
        {QStringLiteral("likes"), QJsonArray{QStringLiteral("id1"), QStringLiteral("id2")}},
        {QStringLiteral("sku"), QJsonValue()},
        {QStringLiteral("unit"), QStringLiteral("l")},
        {QStringLiteral("wanted_by"),
         QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("Ann")}, {QStringLiteral("quantity"), 5}}}}};
    QJsonObject another; // of the same name, in another unit; empty: there is none
};

QString played(PaperStage &stage, const std::string &body)
{
    const auto script = readDemo(head + body);
    if (!script)
        return QString::fromStdString(script.error().message);
    DemoPlayer player(*script, stage);
    while (!player.isOver()) {
        if (const auto step = player.step(); !step)
            return QString::fromStdString(step.error().message);
    }
    return {};
}

} // namespace

// The language of demonstrations, and that one which tells something untrue fails.
class TestDemoScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsAreRead()
    {
        const auto script =
            readDemo(std::string(head) + "# a remark\n\nsay One.\nsay.de Eins.\n"
                                         "Ann: add Week \"2x milk\" => refused\n"
                                         "together\n  Ann: checkout Week\n  Shop: stock set a 1\nend => refused done\n"
                                         "offline Ben\nserver keep\nserver old\nnetwork delay 300 loss 5\nat 1.25\n"
                                         "Ann sees \"oat milk\" in Week: quantity 2, note \"a, b\"\n"
                                         "Ben sees no milk\nsame Week\n");
        QVERIFY2(script.ok(), script.ok() ? "" : script.error().message.c_str());
        QCOMPARE(script->steps.size(), size_t(11));
        const auto &say = std::get<DemoSay>(script->steps[0].what);
        QCOMPARE(say.text.in("de"), std::string("Eins."));
        QCOMPARE(say.text.in("en"), std::string("One."));
        const auto &act = std::get<DemoRace>(script->steps[1].what);
        QCOMPARE(act.acts[0].words, (std::vector<std::string>{"add", "Week", "2x milk"}));
        QCOMPARE(act.acts[0].toString(), std::string("add Week \"2x milk\""));
        QCOMPARE(act.outcomes, std::vector{DemoOutcome::Refused});
        const auto &race = std::get<DemoRace>(script->steps[2].what);
        QVERIFY(race.acts[1].isOperators());
        QCOMPARE(race.outcomes, (std::vector{DemoOutcome::Done, DemoOutcome::Refused}));
        QCOMPARE(std::get<DemoAt>(script->steps[7].what).milliseconds, std::uint64_t(1250));
        const auto &look = std::get<DemoLook>(script->steps[8].what);
        QCOMPARE(look.name, std::string("oat milk"));
        QCOMPARE(look.expected,
                 (std::vector<std::pair<std::string, std::string>>{{"quantity", "2"}, {"note", "a, b"}}));
        QCOMPARE(look.toString(), std::string("\"oat milk\": quantity 2, note \"a, b\""));
    }

    void whatMakesNoSenseIsToldByLine_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("says");
        QTest::newRow("verb") << "dance\n"
                              << "Line 4: \"dance\" is no step";
        QTest::newRow("person") << "Cem: add Week milk\n"
                                << "Line 4: \"Cem\" does not take part";
        QTest::newRow("cart") << "same Month\n"
                              << "Line 4: there is no cart";
        QTest::newRow("quote") << "Ann: add \"milk\n"
                               << "Line 4: a quote is not closed";
        QTest::newRow("outcome") << "Ann: add Week milk => maybe\n"
                                 << "Line 4: \"maybe\" is not how";
        QTest::newRow("two outcomes") << "Ann: add Week milk => done done\n"
                                      << "Line 4: one act ends in one way";
        QTest::newRow("race") << "together\nAnn: add Week milk\nend => done done\n"
                              << "Line 6: as many ends";
        QTest::newRow("open race") << "together\nAnn: add Week milk\n"
                                   << "\"together\" has no end";
        QTest::newRow("nothing seen") << "Ann sees milk\n"
                                      << "Line 4: what is seen there is missing";
        QTest::newRow("half a pair") << "Ann sees milk: quantity\n"
                                     << "Line 4: what is seen are pairs";
        QTest::newRow("no comma") << "Ann sees milk: quantity 1 checked true\n"
                                  << "Line 4: what is seen are pairs";
        QTest::newRow("time") << "at noon\n"
                              << "Line 4: \"noon\" is no time";
        QTest::newRow("network") << "network delay 1\n"
                                 << "Line 4: a network has";
        QTest::newRow("translation") << "say.de Eins.\n"
                                     << "Line 4: say.de belongs";
        QTest::newRow("an old server out of nothing") << "server old\n"
                                                      << "Line 4: \"server old\" needs a \"server keep\"";
        QTest::newRow("backwards") << "at 3\nAnn: inc Week milk\nat 1\n"
                                   << "Line 6: time does not run backwards";
        QTest::newRow("operator without a server") << "server stop\nShop: stock set a 1\n"
                                                   << "Line 5: the shop's operator needs the server";
        QTest::newRow("people again") << "people Ann Cem\n"
                                      << "Line 4: people are named once";
        QTest::newRow("cart again") << "cart Week: Ann\n"
                                    << "Line 4: \"Week\" is there twice";
        QTest::newRow("cart of one twice") << "cart Month: Ann Ann\n"
                                           << "Line 4: \"Ann\" is there twice";
        QTest::newRow("cart like an option") << "cart --profile=/tmp/x: Ann\n"
                                             << "Line 4: that cannot be the name";
        QTest::newRow("empty") << ""
                               << "a demonstration has a title";
    }
    void whatMakesNoSenseIsToldByLine()
    {
        QFETCH(QString, body);
        QFETCH(QString, says);
        const QString error = errorIn(body.toUtf8().constData());
        QVERIFY2(error.contains(says), error.toUtf8().constData());
    }

    // A demonstration is passed around: whoever plays it must not find foreign profiles or files changed by it.
    void namesAreNoPaths_data()
    {
        QTest::addColumn<QString>("people");
        for (const char *people : {"../../outside Ben", "/tmp Ben", "Ann/Ben", ". ..", "--json", "server Ben", "Shop",
                                   "state Ben", "kept", "Ann Ann", "\"\" Ben", "at", "Ann\\Ben"})
            QTest::newRow(people) << QString::fromLatin1(people);
    }
    void namesAreNoPaths()
    {
        QFETCH(QString, people);
        const auto script = readDemo("title T\npeople " + people.toStdString() + "\nsay So.\n");
        QVERIFY(!script.ok());
        QVERIFY2(script.error().message.starts_with("Line 2:"), script.error().message.c_str());
    }
    void namesMayBeOfAnyScript() { QVERIFY(readDemo("title T\npeople Jürgen Анна 李明\nsay So.\n").ok()); }
    void whatReachesOutsideIsRefused_data()
    {
        QTest::addColumn<QString>("act");
        for (const char *act : {"Ann: --profile /any/dir cart create Pwned",
                                "Ann: cart create Pwned --profile /any/dir",
                                "Ann: cart create Pwned --profile=/any/dir",
                                "Ann: cart --profile /any/dir create Pwned",
                                "Ann: add Week -- --profile",
                                "Ann: add Week --note --profile=/x milk",
                                "Ann: add Week -",
                                "Ann: demo likes",
                                "Ann: watch",
                                "Ann: server set ws://example.org",
                                "Ann: join evencart://x",
                                "Ann: invite Week",
                                "Ann: import Week /etc/passwd",
                                "Ann: export Week --format csv",
                                "Ann: doctor",
                                "Ann: init --name Cem",
                                "Ann: help",
                                "Ann: completion bash",
                                "Ann: bench",
                                "Shop: backup /tmp/x",
                                "Shop: restore /tmp/x",
                                "Shop: catalog import /etc/passwd",
                                "Shop: --data /tmp stock set a 1",
                                "Shop: stock set a 1 --data /tmp",
                                "Shop: orders --data=/tmp",
                                "Shop: verify",
                                "Shop: delete-cart x",
                                "Ann: inc Week",
                                "Ann: inc Week milk 1 2",
                                "Ann: stock --fresh=1",
                                "Ann: stock --timeout"})
            QTest::newRow(act) << QString::fromLatin1(act);
    }
    void whatReachesOutsideIsRefused()
    {
        QFETCH(QString, act);
        const QString error = errorIn((act + QLatin1Char('\n')).toUtf8().constData());
        QVERIFY2(error.startsWith(QStringLiteral("Line 4: ")), error.toUtf8().constData());
        const QString raced = errorIn(("together\n" + act.toStdString() + "\nend => done\n").c_str());
        QVERIFY2(raced.startsWith(QStringLiteral("Line 5: ")), raced.toUtf8().constData());
    }
    void wordsAreTakenApart()
    {
        const auto read = readWords(personsCommands(), {"add", "Week", "--qty", "3", "milk", "--note=a=b", "-1 x"});
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
        QCOMPARE(read->arguments, (std::vector<std::string>{"Week", "milk", "-1 x"}));
        QCOMPARE(read->option("qty"), std::optional<std::string>("3"));
        QCOMPARE(read->option("note"), std::optional<std::string>("a=b"));
        QVERIFY(!read->has("sku"));
        QVERIFY(readWords(shopsCommands(), {"stock", "add", "pen", "-2"}).ok());
    }

    void trueSentencesHold()
    {
        PaperStage stage;
        QCOMPARE(played(stage, "Ann sees milk: quantity 1.5, checked true, likes 2, wanted_by Ann\nAnn sees no bread\n"
                               "Ann sees \" MILK\": wanted_by 1, wanted_by \"Ann 5\", sku \"\"\n"
                               "Ann sees \"milk [l]\": unit l\nAnn sees no \"milk [g]\"\n"
                               "Ann sees cart Week: pending 1\nsame Week\nAnn: add Week milk\n"),
                 QString());
    }
    void untrueSentencesDoNot_data()
    {
        QTest::addColumn<QString>("body");
        for (const char *body :
             {"Ann sees milk: quantity 1", "Ann sees milk: checked false", "Ann sees milk: likes 1",
              "Ann sees milk: wanted_by Ben", "Ann sees milk: wanted_by 5", "Ann sees milk: wanted_by \"Ann 4\"",
              "Ann sees milk: nosuchfield \"\"", "Ann sees no \"Milk\"", "Ann sees milk: colour white",
              "Ann sees bread: quantity 1", "Ann sees no milk", "Ann sees cart Week: pending 0",
              "Ann sees goods milk: stock 1", "Ann sees person Ben: role editor", "Ann sees orders: count 1"})
            QTest::newRow(body) << QString::fromLatin1(body);
    }
    void untrueSentencesDoNot()
    {
        QFETCH(QString, body);
        PaperStage stage;
        const QString error = played(stage, body.toStdString() + "\n");
        QVERIFY2(error.startsWith(QStringLiteral("In line 4 of the demonstration:")), error.toUtf8().constData());
    }
    void linesOfOneNameAreToldApartByTheirUnits()
    {
        PaperStage stage;
        stage.another = {{QStringLiteral("name"), QStringLiteral("Milk")}, {QStringLiteral("unit"), QString()}};
        QVERIFY(played(stage, "Ann sees milk: quantity 1.5\n").contains(QStringLiteral("fits several lines")));
        QCOMPARE(played(stage, "Ann sees \"milk [l]\": quantity 1.5\nAnn sees \"milk []\": unit \"\"\n"), QString());
    }
    void anOutcomeIsHeldToItsWord()
    {
        PaperStage stage;
        stage.outcomes = {DemoOutcome::Refused, DemoOutcome::Done};
        const std::string race = "together\nAnn: checkout Week\nBen: checkout Week\nend => ";
        QCOMPARE(played(stage, race + "done refused\n"), QString()); // whoever it was
        QVERIFY(played(stage, race + "done done\n").contains(QStringLiteral("refused")));
        QVERIFY(!played(stage, "Ann: add Week milk\n").isEmpty());
    }
    void differentDigestsAreNotTheSame()
    {
        PaperStage stage;
        stage.digestOfBen = QStringLiteral("e");
        QVERIFY(played(stage, "same Week\n").contains(QStringLiteral("Ben has another digest")));
    }

    void everyDemonstrationIsToldInBothLanguages()
    {
        QCOMPARE(demoNames().size(), size_t(10));
        for (const std::string &name : demoNames()) {
            const auto script = readDemo(demoText(name));
            QVERIFY2(script.ok(), (name + ": " + (script.ok() ? "" : script.error().message)).c_str());
            QVERIFY2(!script->title.german.empty(), name.c_str());
            for (const DemoStep &step : script->steps) {
                if (const auto *say = std::get_if<DemoSay>(&step.what))
                    QVERIFY2(!say->text.german.empty(), (name + ", line " + std::to_string(step.line)).c_str());
            }
        }
        QCOMPARE(demoText("no-such"), std::string());
    }
};

QTEST_GUILESS_MAIN(TestDemoScript)
#include "tst_demoscript.moc"
