#include "commandlinefixture.h"

#include "bench/benchcommand.h"
#include "cli/completions.h"
#include "cli/usage.h"

#include <QTest>

using namespace evencart;
using namespace evencart::cli;

namespace {

struct Parsed
{
    Result<cli::CommandLine> result;
    cli::CommandLine line;
};

Parsed parse(const std::vector<std::string> &words)
{
    static const CommandTable table = CommandTable::standard();
    cli::CommandLine line;
    auto result = parseCommandLine(table, words, line);
    return {result, line};
}

std::string contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace

class TestCommandTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void globalOptionsStandAnywhere()
    {
        for (const auto &words :
             std::vector<std::vector<std::string>>{{"--json", "cart", "show", "x", "--profile", "p"},
                                                   {"cart", "--json", "--profile=p", "show", "x"},
                                                   {"--profile", "p", "cart", "show", "x", "--json"}}) {
            const auto parsed = parse(words);
            QVERIFY(parsed.result.ok());
            QCOMPARE(parsed.line.command->name, std::string("cart show"));
            QCOMPARE(parsed.line.arguments.at(0), std::string("x"));
            QVERIFY(parsed.line.arguments.has("json"));
            QCOMPARE(*parsed.line.arguments.option("profile"), std::string("p"));
        }
    }

    void valuesThatLookLikeOptions()
    {
        QCOMPARE(parse({"inc", "c", "l", "-1"}).line.arguments.at(2), std::string("-1"));
        QCOMPARE(parse({"inc", "c", "l", "-.5"}).line.arguments.at(2), std::string("-.5"));
        QCOMPARE(parse({"add", "c", "-"}).line.arguments.at(1), std::string("-"));
        QCOMPARE(parse({"note", "c", "l", "--", "--json"}).line.arguments.at(2), std::string("--json"));
        QCOMPARE(*parse({"add", "c", "t", "--note", "--x"}).line.arguments.option("note"), std::string("--x"));
        QCOMPARE(*parse({"add", "c", "t", "--note="}).line.arguments.option("note"), std::string());
    }

    void aCommandMayBeTheFirstWordOfOthers()
    {
        QCOMPARE(parse({"members", "Shop"}).line.command->name, std::string("members"));
        QCOMPARE(parse({"members", "remove", "Shop", "Ann"}).line.command->name, std::string("members remove"));
    }

    void wrongUse_data()
    {
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char *words) {
            QTest::newRow(words) << QString::fromLatin1(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        };
        for (const char *words : {"", "nope", "cart", "cart nope", "cart create", "cart create a b", "inc c",
                                  "inc c l 1 2", "add c", "set c l", "cart list --qty 1", "add c t --qty",
                                  "cart list --json=1", "-x", "--nope", "cart -q list", "completion"})
            row(words);
    }
    void wrongUse()
    {
        QFETCH(QStringList, words);
        std::vector<std::string> arguments;
        for (const QString &word : words)
            arguments.push_back(word.toStdString());
        test::CommandLine cli;
        auto answer = cli.run(arguments);
        QCOMPARE(answer.code, 2);
        QVERIFY(answer.out.empty());
        QVERIFY(answer.err.find("Usage: evencartctl") != std::string::npos);
        arguments.insert(arguments.begin(), "--json");
        answer = cli.run(arguments);
        QCOMPARE(answer.code, 2);
        QCOMPARE(answer.errorCode(), std::string(errorName(ErrorCode::InvalidInput)));
        QVERIFY(!QFile::exists(cli.path("profile"))); // wrong use touches no disk
    }

    void everyCommandHasHelp()
    {
        test::CommandLine cli;
        const std::string overview = cli.run({"--help"}).out;
        QCOMPARE(cli.run({"help"}).out, overview);
        for (const Command &command : cli.commands().all()) {
            QVERIFY(overview.find("  " + command.name) != std::string::npos);
            std::vector<std::string> words{"--help"};
            for (std::size_t begin = 0, end = 0; begin < command.name.size(); begin = end + 1) {
                end = std::min(command.name.find(' ', begin), command.name.size());
                words.push_back(command.name.substr(begin, end - begin));
            }
            const auto answer = cli.run(words);
            QCOMPARE(answer.code, 0);
            QVERIFY(answer.out.starts_with("Usage: evencartctl " + command.name));
            for (const Option &option : command.options)
                QVERIFY(answer.out.find("--" + option.name) != std::string::npos);
        }
        QVERIFY(!QFile::exists(cli.path("profile")));
    }

    void aWordBeforeSeveralCommandsHasTheirHelp()
    {
        test::CommandLine cli;
        for (const char *word : {"cart", "shop", "members"}) {
            const auto answer = cli.run({word, "--help"});
            QCOMPARE(answer.code, 0);
            QCOMPARE(answer.out, cli.run({"help", word}).out);
            for (const Command *command : cli.commands().group(word))
                QVERIFY(answer.out.find("Usage: evencartctl " + command->name) != std::string::npos);
            QVERIFY(answer.out.find("evencartctl init") == std::string::npos);
        }
        QVERIFY(!QFile::exists(cli.path("profile")));
    }

    void theManualKnowsEveryCommandAndOption()
    {
        const std::string manual = contentOf(QStringLiteral(EVENCART_SOURCE "/docs/man/evencartctl.1"));
        const CommandTable table = CommandTable::standard();
        for (const Command &command : table.all()) {
            QVERIFY2(manual.find(command.name) != std::string::npos, command.name.c_str());
            for (const Option &option : command.options) {
                const QByteArray shown = "\\-\\-" + QByteArray::fromStdString(option.name).replace("-", "\\-");
                QVERIFY2(command.run && manual.find(shown.toStdString()) != std::string::npos, option.name.c_str());
            }
        }
    }

    // resources/completions is what the table gives; print them again after a change: evencartctl completion SHELL.
    void completionsAreThoseOfTheTable()
    {
        CommandTable table = CommandTable::standard();
        table.add({bench::benchCommand()}); // as the program does
        const QString folder = QStringLiteral(EVENCART_SOURCE "/resources/completions/");
        QCOMPARE(contentOf(folder + QStringLiteral("evencartctl.bash")), bashCompletion(table));
        QCOMPARE(contentOf(folder + QStringLiteral("_evencartctl")), zshCompletion(table));
        QCOMPARE(contentOf(folder + QStringLiteral("evencartctl.fish")), fishCompletion(table));
        for (const Command &command : table.all()) {
            const std::string word = command.name.substr(command.name.rfind(' ') + 1);
            for (const std::string &script : {bashCompletion(table), zshCompletion(table), fishCompletion(table)})
                QVERIFY2(script.find(word) != std::string::npos, command.name.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestCommandTable)
#include "tst_commandtable.moc"
