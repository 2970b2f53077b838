#include "demo/demoplayer.h"
#include "demo/demos.h"
#include "identity/keypair.h"
#include "lab/labstage.h"
#include "lab/labtrace.h"

#include <QTest>

using namespace evencart;

namespace {

// Plays it to the end; what went wrong, or nothing.
QString played(LabWorld &world, const std::string &text)
{
    const auto script = readDemo(text);
    if (!script)
        return QString::fromStdString(script.error().message);
    LabStage stage(world);
    DemoPlayer player(*script, stage);
    if (auto opened = player.open(); !opened)
        return QString::fromStdString(opened.error().message);
    while (!player.isOver()) {
        if (const auto step = player.step(); !step)
            return QString::fromStdString(step.error().message);
    }
    return {};
}

std::string digests(LabWorld &world)
{
    std::string all;
    for (const auto &person : world.people()) {
        for (const auto &[name, id] : person->carts())
            all += name + " " + toHex(asBytes(person->cart(id)->baseDigest())) + "\n";
    }
    return all;
}

std::string signalsOf(const LabWorld &world)
{
    std::string all;
    for (const LabSignal &signal : world.signals())
        all += std::to_string(signal.person) + (signal.toServer ? " up " : " down ") + std::to_string(signal.sent) +
               " " + std::to_string(signal.due) + " " + std::to_string(signal.losses) + " " + signal.what + "\n";
    return all;
}

const char *const rough =
    "title Rough\npeople Ann Ben\ncart Week: Ann Ben\nnetwork delay 400 loss 30\n"
    "at 20\nAnn: add Week milk\nat 20.010\nBen: add Week \"2x milk\"\nat 20.2\nBen: add Week bread\n"
    "at 20.3\noffline Ann\nAnn: inc Week milk 3\nBen: remove Week milk\nat 30\nonline Ann\nat 60\n"
    "same Week\n";

} // namespace

// The laboratory: the demonstrations hold on it, and whatever happens on it happens again.
class TestLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initCrypto().ok()); }

    void demonstrationsHold_data()
    {
        QTest::addColumn<QString>("name");
        for (const std::string &name : demoNames())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    void demonstrationsHold()
    {
        QFETCH(QString, name);
        LabWorld world(1);
        QCOMPARE(played(world, demoText(name.toStdString())), QString());
    }

    void aRoughNetworkLosesNothing()
    {
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            LabWorld world(seed);
            QCOMPARE(played(world, rough), QString());
            const LineView *milk = world.person("Ben")->cartNamed("Week")->view().find("milk").at(0);
            QCOMPARE(milk->quantity, std::int64_t(4'000)); // Ann's, which Ben did not know of when he removed the rest
        }
    }
    void theSameSeedIsTheSameToTheByte()
    {
        LabWorld once(7), again(7), other(8);
        QCOMPARE(played(once, rough), QString());
        QCOMPARE(played(again, rough), QString());
        QCOMPARE(played(other, rough), QString());
        QCOMPARE(digests(once), digests(again));
        QCOMPARE(signalsOf(once), signalsOf(again));
        QVERIFY(signalsOf(once) != signalsOf(other)); // chance does have a say
    }
    void delayIsWhatItSays()
    {
        LabWorld world(1);
        QCOMPARE(played(world,
                        "title T\npeople Ann Ben\ncart Week: Ann Ben\nnetwork delay 500 loss 0\nat 20\n"
                        "Ann: add Week milk\nat 20.950\nBen sees no milk\nAnn sees milk: state local\nat 21.050\n"
                        "Ben sees milk: quantity 1\nAnn sees milk: quantity 1, state server\n"),
                 QString());
    }
    void aTraceReplaysExactly()
    {
        LabWorld world(5);
        LabTrace trace("A morning", 5);
        trace.setPeople({"Ann", "Ben"});
        trace.setCart("Week", {"Ann", "Ben"});
        LabStage stage(world);
        QVERIFY(stage.open(trace.cast()).ok());
        const auto act = [&](std::uint64_t at, const char *person, std::vector<std::string> words) {
            QVERIFY(stage.waitUntil(at).ok());
            QVERIFY(stage.act({{person, words}}).ok());
            trace.add(at, DemoAct{person, words});
        };
        QVERIFY(stage.waitUntil(20'000).ok());
        QVERIFY(stage.setNetwork({700, 20}).ok());
        trace.add(20'000, DemoNetwork{700, 20});
        act(20'100, "Ann", {"add", "Week", "2x oat milk, \"fresh\""});
        act(20'133, "Ben", {"add", "Week", "bread"});
        QVERIFY(stage.plug("Ben", false).ok());
        trace.add(20'133, DemoCable{"Ben", false});
        act(21'777, "Ben", {"add", "Week", "oat milk"});
        QVERIFY(stage.waitUntil(25'000).ok());
        QVERIFY(stage.plug("Ben", true).ok());
        trace.add(25'000, DemoCable{"Ben", true});
        QVERIFY(stage.waitUntil(60'000).ok());
        trace.end(60'000);

        const std::string text = trace.toText();
        const auto seed = LabTrace::seedIn(text);
        QCOMPARE(seed, std::optional<std::uint64_t>(5));
        LabWorld again(*seed);
        QCOMPARE(played(again, text), QString());
        QCOMPARE(digests(again), digests(world));
        QCOMPARE(signalsOf(again), signalsOf(world));
        QVERIFY(!world.signals().empty());
    }
    // Both went off line when one of two people of the same name did.
    void namesMayBecomeAlike()
    {
        LabWorld world(1);
        QCOMPARE(played(world, "title T\npeople Ann Ben\ncart Week: Ann Ben\nBen: profile --name Ann\noffline Ben\n"
                               "Ann: add Week milk\nBen sees no milk\nAnn sees milk: state server\nonline Ben\n"
                               "Ben sees milk: state seen\nBen: profile --name \"\" => failed\n"),
                 QString());
    }
    // Words that were passed over made something else of an act than evencartctl does.
    void wordsAreHeededOrRefused_data()
    {
        QTest::addColumn<QString>("acts");
        QTest::newRow("qty") << "Ann: add Week milk --qty 3 --note \"the blue one\"\n"
                                "Ann sees milk: quantity 3, note \"the blue one\"\n";
        QTest::newRow("several texts") << "Ann: add Week milk \"2x eggs\"\nAnn sees eggs: quantity 2\n";
        QTest::newRow("check some") << "Ann: add Week \"3x milk\"\nAnn: check Week milk 1\n"
                                       "Ann sees milk: checked false, bought_by \"Ann 1\"\n";
        QTest::newRow("remove several") << "Ann: add Week milk bread eggs\nAnn: remove Week milk bread\n"
                                           "Ann sees no milk\nAnn sees no bread\nAnn sees eggs: quantity 1\n";
        QTest::newRow("resolve a name") << "Ann: add Week rolls\noffline Ann\noffline Ben\n"
                                           "Ann: rename Week rolls buns\nBen: rename Week rolls croissants\n"
                                           "online Ann\nonline Ben\nAnn sees croissants: conflicts buns\n"
                                           "Ann: resolve Week croissants note --keep buns => failed\n"
                                           "Ann: resolve Week croissants name --keep bread => failed\n"
                                           "Ann: resolve Week croissants name --keep buns\n"
                                           "Ben sees buns: note \"\", conflicts 0\n";
        QTest::newRow("price") << "Ann: add Week milk --price 1.99EUR => failed\nAnn sees no milk\n";
        QTest::newRow("owner") << "Ann: members role Week Ben owner => refused\nAnn: members role Week Ben viewer\n"
                                  "Ann sees person Ben: role viewer\n";
        QTest::newRow("stock") << "offline Ann\nAnn: stock\nAnn: stock --local\nAnn: stock --fresh => unreachable\n";
        QTest::newRow("units") << "Ann: add Week flour \"500 g flour\"\nAnn: inc Week flour => failed\n"
                                  "Ann: inc Week \"flour [g]\" 100\nAnn: inc Week \"flour []\"\n"
                                  "Ann sees \"flour [g]\": quantity 600\nAnn sees \"flour []\": quantity 2\n";
    }
    void wordsAreHeededOrRefused()
    {
        QFETCH(QString, acts);
        LabWorld world(1);
        QCOMPARE(played(world, "title T\npeople Ann Ben\ncart Week: Ann Ben\n" + acts.toStdString()), QString());
    }
    void whatTheLaboratoryDoesNotKnowIsSaid()
    {
        LabWorld world(1);
        QVERIFY(played(world, "title T\npeople Ann\ncart Week: Ann\nAnn: history Week\n")
                    .contains(QStringLiteral("The laboratory has no \"history\"")));
    }
};

QTEST_GUILESS_MAIN(TestLab)
#include "tst_lab.moc"
