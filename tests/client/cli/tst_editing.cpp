#include "commandlinefixture.h"

#include <QTest>

#include <memory>

using namespace evencart;
using test::CommandLine;

namespace {

const std::string shop = "Shop";

double quantityOf(const QJsonValue &line)
{
    return line[QLatin1String("quantity")].toDouble();
}
QString textIn(const QJsonValue &value, const char *name)
{
    return value[QLatin1String(name)].toString();
}

} // namespace

// Every command that edits a cart, as scripts call them.
class TestEditing : public QObject
{
    Q_OBJECT

    std::unique_ptr<CommandLine> m_cli;

    void expect(const std::vector<std::string> &words, int code = 0, const std::string &input = {})
    {
        const auto answer = m_cli->run(words, input);
        QVERIFY2(answer.code == code, (std::to_string(answer.code) + " " + answer.out + answer.err).c_str());
    }

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<CommandLine>();
        expect({"init", "--name", "Ann"});
        expect({"cart", "create", shop});
    }

    void addAnswersTheLinesInTheirOrder()
    {
        const auto answer = m_cli->json({"add", shop, "2x milk", "500 g flour", "milk"});
        QCOMPARE(answer.code, 0);
        const QJsonArray lines = answer.array("lines");
        QCOMPARE(lines.size(), 2);
        QCOMPARE(textIn(lines[0], "name"), QStringLiteral("milk"));
        QCOMPARE(quantityOf(lines[0]), 3.0);
        QCOMPARE(quantityOf(lines[1]), 500.0);
        QCOMPARE(lines[0].toObject().keys(),
                 QStringList({QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("quantity")}));
        expect({"add", shop, "milk", "more milk", "--sku", "x"}, 2);
        expect({"add", shop, "0 milk"}, 2);
        expect({"add", shop, "milk", "--qty", "-1"}, 2);
        expect({"add", shop, "milk", "--unit", "parsecs"}, 2);
        expect({"add", shop, "milk", "--price", "dear"}, 2);
    }

    void optionsReplaceWhatTheTextSays()
    {
        expect({"add", shop, "2 kg Äpfel, rot #Obst @1EUR", "--qty", "0.5", "--unit", "g", "--note", "grün",
                "--category", "fruit", "--price", "2.50USD", "--sku", "a1"});
        const QJsonObject line = m_cli->line(shop, "Äpfel");
        QCOMPARE(quantityOf(line), 0.5);
        QCOMPARE(textIn(line, "unit"), QStringLiteral("g"));
        QCOMPARE(textIn(line, "note"), QStringLiteral("grün"));
        QCOMPARE(textIn(line, "category"), QStringLiteral("fruit"));
        QCOMPARE(textIn(line, "sku"), QStringLiteral("a1"));
        QCOMPARE(line[QLatin1String("price")][QLatin1String("minor")].toInt(), 250);
        expect({"add", shop, "eggs", "--unit", "dozen"});
        QCOMPARE(quantityOf(m_cli->line(shop, "eggs")), 12.0);
    }

    void aListFromStandardInputIsOneStep()
    {
        expect({"add", shop, "-"}, 0, "2x milk\r\n\n- [x] eggs\n牛乳\n");
        QCOMPARE(m_cli->lines(shop).size(), 3);
        QVERIFY(m_cli->line(shop, "eggs")[QLatin1String("checked")].toBool());
        const auto undone = m_cli->run({"undo", shop});
        QCOMPARE(undone.out.substr(0, undone.out.find('\n')), std::string("Undone: add milk, eggs, 牛乳"));
        QCOMPARE(m_cli->lines(shop).size(), 0);
        expect({"add", shop, "-"}, 2, "milk\n0 eggs\n"); // the second line makes no sense, so nothing is added
        QCOMPARE(m_cli->lines(shop).size(), 0);
    }

    void quantities()
    {
        expect({"add", shop, "milk"});
        expect({"inc", shop, "milk"});
        expect({"inc", shop, "milk", "1.25"});
        QCOMPARE(quantityOf(m_cli->line(shop, "milk")), 3.25);
        expect({"dec", shop, "milk", "0.25"});
        expect({"dec", shop, "MILK "});
        QCOMPARE(quantityOf(m_cli->line(shop, "milk")), 2.0);
        expect({"inc", shop, "milk", "-1"}, 2);
        expect({"inc", shop, "milk", "1.2345"}, 2);
        expect({"inc", shop, "milk", "many"}, 2);
        expect({"set", shop, "milk"}, 2);
        const auto same = m_cli->json({"set", shop, "milk", "2"});
        QCOMPARE(same.array("lines").size(), 0); // nothing had to change
        const auto gone = m_cli->json({"set", shop, "milk", "0"});
        QCOMPARE(quantityOf(gone.array("lines")[0]), 0.0);
        QCOMPARE(m_cli->lines(shop).size(), 0);
    }

    void theCommaOfTheLocale()
    {
        m_cli->decimal = DecimalSeparator::Comma;
        expect({"add", shop, "1,5 l milk @1,99"});
        expect({"inc", shop, "milk", "0,5"});
        const QJsonObject line = m_cli->line(shop, "milk");
        QCOMPARE(quantityOf(line), 2.0);
        QCOMPARE(line[QLatin1String("price")][QLatin1String("minor")].toInt(), 199);
        expect({"set", shop, "milk", "2,5"});
        const std::string shown = m_cli->run({"cart", "show", shop}).out;
        QVERIFY(shown.find("2,5 l") != std::string::npos);
        QVERIFY(m_cli->json({"cart", "show", shop}).out.find("2.5") != std::string::npos);
        expect({"inc", shop, "milk", "1.500"}, 2); // thousands or thousandths: refused rather than guessed
    }

    void bought()
    {
        expect({"add", shop, "3 eggs"});
        expect({"check", shop, "eggs", "2"});
        QJsonObject line = m_cli->line(shop, "eggs");
        QVERIFY(!line[QLatin1String("checked")].toBool());
        QCOMPARE(quantityOf(line[QLatin1String("bought_by")][0]), 2.0);
        expect({"check", shop, "eggs"});
        QVERIFY(m_cli->line(shop, "eggs")[QLatin1String("checked")].toBool());
        expect({"uncheck", shop, "eggs"});
        QVERIFY(m_cli->line(shop, "eggs")[QLatin1String("bought_by")].toArray().isEmpty());
    }

    void claims()
    {
        const QString me = m_cli->json({"profile"}).json()[QLatin1String("member")].toString();
        expect({"add", shop, "milk"});
        QVERIFY(m_cli->line(shop, "milk")[QLatin1String("claimed_by")].toArray().isEmpty());
        expect({"claim", shop, "milk"});
        const QJsonArray claims = m_cli->line(shop, "milk")[QLatin1String("claimed_by")].toArray();
        QCOMPARE(claims, QJsonArray({QJsonObject{{QStringLiteral("member"), me},
                                                 {QStringLiteral("name"), QStringLiteral("Ann")}}}));
        QVERIFY(m_cli->run({"cart", "show", shop}).out.find("taken by Ann") != std::string::npos);
        // A file keeps it, as it keeps likes: mine come back.
        const std::string file = m_cli->run({"export", shop, "--format", "json"}).out;
        expect({"cart", "create", "Copy"});
        expect({"import", "Copy", "-", "--format", "json"}, 0, file);
        QCOMPARE(m_cli->line("Copy", "milk")[QLatin1String("claimed_by")].toArray(), claims);
        expect({"undo", shop});
        QVERIFY(m_cli->line(shop, "milk")[QLatin1String("claimed_by")].toArray().isEmpty());
        expect({"redo", shop});
        expect({"unclaim", shop, "milk"});
        QVERIFY(m_cli->line(shop, "milk")[QLatin1String("claimed_by")].toArray().isEmpty());
        expect({"claim", shop, "bread"}, 7);
    }

    void fields()
    {
        const QString me = m_cli->json({"profile"}).json()[QLatin1String("member")].toString();
        expect({"add", shop, "milk"});
        expect({"note", shop, "milk", "two\nlines"});
        expect({"category", shop, "milk", "dairy"});
        expect({"price", shop, "milk", "-0.25EUR"}); // a deposit; no option, though it begins with a dash
        expect({"assign", shop, "milk", "me"});
        expect({"like", shop, "milk"});
        expect({"rename", shop, "milk", "Oat milk"});
        QJsonObject line = m_cli->line(shop, "Oat milk");
        QCOMPARE(textIn(line, "note"), QStringLiteral("two\nlines"));
        QCOMPARE(textIn(line, "category"), QStringLiteral("dairy"));
        QCOMPARE(line[QLatin1String("price")][QLatin1String("minor")].toInt(), -25);
        QCOMPARE(textIn(line, "assignee"), me);
        QCOMPARE(line[QLatin1String("likes")].toArray(), QJsonArray({me}));
        for (const char *field : {"note", "category", "price", "assign"})
            expect({field, shop, "Oat milk", ""});
        expect({"unlike", shop, "Oat milk"});
        line = m_cli->line(shop, "Oat milk");
        QCOMPARE(textIn(line, "note"), QString());
        QVERIFY(line[QLatin1String("price")].isNull());
        QVERIFY(line[QLatin1String("assignee")].isNull());
        QVERIFY(line[QLatin1String("likes")].toArray().isEmpty());
        expect({"assign", shop, "Oat milk", "nobody I know"}, 7);
        expect({"price", shop, "Oat milk", "cheap"}, 2);
        expect({"rename", shop, "Oat milk", ""}, 2);
    }

    void order()
    {
        const auto names = [&] {
            QString text;
            for (const auto &line : m_cli->lines(shop))
                text += textIn(line, "name");
            return text;
        };
        expect({"add", shop, "a", "b", "c", "d"});
        expect({"move", shop, "d", "--first"});
        QCOMPARE(names(), QStringLiteral("dabc"));
        expect({"move", shop, "a", "--last"});
        QCOMPARE(names(), QStringLiteral("dbca"));
        expect({"move", shop, "--before", "b", "c"});
        QCOMPARE(names(), QStringLiteral("dcba"));
        expect({"move", shop, "d", "--after", "c"});
        QCOMPARE(names(), QStringLiteral("cdba"));
        expect({"move", shop, "d"}, 2);
        expect({"move", shop, "d", "--first", "--last"}, 2);
        expect({"move", shop, "d", "--before", "d"}, 2);
        expect({"move", shop, "d", "--before", "x"}, 7);
    }

    void removingAndBringingBack()
    {
        expect({"add", shop, "2x milk, fresh", "eggs", "bread"});
        expect({"remove", shop, "milk", "eggs"});
        QCOMPARE(m_cli->lines(shop).size(), 1);
        const auto removed = m_cli->json({"removed", shop});
        QCOMPARE(removed.array("lines").size(), 2);
        expect({"restore", shop, "milk"});
        QCOMPARE(textIn(m_cli->line(shop, "milk"), "note"), QStringLiteral("fresh"));
        expect({"restore", shop, "milk"}, 7);
        expect({"remove", shop, "bread", "eggs"}, 7); // one of them is not there, so neither goes
        QCOMPARE(m_cli->lines(shop).size(), 2);
        expect({"check", shop, "bread"});
        expect({"clear", shop, "--checked"});
        QCOMPARE(m_cli->lines(shop).size(), 1);
        expect({"clear", shop});
        QCOMPARE(m_cli->lines(shop).size(), 0);
    }

    void undoNamesTheActionAndEndsSomewhere()
    {
        expect({"undo", "nowhere"}, 7);
        expect({"add", shop, "Butter", "Eggs"});
        expect({"remove", shop, "Butter", "Eggs"});
        auto undone = m_cli->run({"undo", shop});
        QVERIFY(undone.out.starts_with("Undone: remove Butter, Eggs\n"));
        QCOMPARE(m_cli->lines(shop).size(), 2);
        QVERIFY(m_cli->run({"redo", shop}).out.starts_with("Done again: remove Butter, Eggs\n"));
        QCOMPARE(m_cli->lines(shop).size(), 0);
        expect({"redo", shop}, 1);
        expect({"undo", shop});
        expect({"undo", shop});
    }

    void aLabelFitsAnUndoStepWhateverTheNames()
    {
        const std::string longName(500, 'x');
        expect({"add", shop, longName + "1", longName + "2", longName + "3", longName + "4"});
        expect({"undo", shop});
        QCOMPARE(m_cli->lines(shop).size(), 0);
    }

    void mergingAddsNothingTwice()
    {
        expect({"cart", "create", "Party"});
        expect({"add", "Party", "2x milk", "crisps"});
        expect({"add", shop, "milk"});
        QCOMPARE(m_cli->json({"merge", "Party", shop}).array("lines").size(), 2);
        QCOMPARE(quantityOf(m_cli->line(shop, "milk")), 3.0);
        const auto again = m_cli->run({"merge", "Party", shop});
        QVERIFY(again.out.starts_with("Nothing new"));
        expect({"merge", shop, shop}, 2);
    }

    void namesThatFitSeveralAreRefusedWithTheCandidates()
    {
        expect({"add", shop, "milk", "2 l milk"}); // another unit is another line
        const auto answer = m_cli->json({"inc", shop, "milk"});
        QCOMPARE(answer.code, 7);
        QCOMPARE(answer.errorCode(), std::string("ambiguous"));
        for (const auto &line : m_cli->lines(shop)) {
            const std::string id = textIn(line, "id").toStdString();
            QVERIFY(answer.err.find(id.substr(0, 8)) != std::string::npos);
            expect({"inc", shop, id});
            expect({"inc", shop, id.substr(0, 8)});
        }
        expect({"cart", "create", shop});
        expect({"cart", "show", shop}, 7);
    }

    void carts()
    {
        const auto created = m_cli->json({"cart", "create", "Büro ☕"});
        const std::string id = created.json()[QLatin1String("id")].toString().toStdString();
        QCOMPARE(id.size(), std::size_t(32));
        QCOMPARE(m_cli->run({"cart", "show", id}).code, 0);
        QCOMPARE(m_cli->run({"cart", "show", "BÜRO ☕"}).code, 0);
        expect({"cart", "rename", id, "Office"});
        expect({"cart", "archive", "Office"});
        const auto list = m_cli->json({"cart", "list"}).array("carts");
        QCOMPARE(list.size(), 2);
        QCOMPARE(textIn(list[1], "name"), QStringLiteral("Office"));
        QVERIFY(list[1][QLatin1String("archived")].toBool());
        QCOMPARE(list[1][QLatin1String("pending")].toInt(), 2);
        expect({"cart", "archive", "Office", "--undo"});
        expect({"cart", "create", ""}, 2);
        expect({"cart", "create", std::string("bad\x01name")}, 2);
    }
};

QTEST_GUILESS_MAIN(TestEditing)
#include "tst_editing.moc"
