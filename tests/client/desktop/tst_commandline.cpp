#include "desktop/commandline.h"

#include <QTest>

using namespace evencart;

class TestCommandLine : public QObject
{
    Q_OBJECT

    static Result<CommandLine> parse(const QStringList &arguments)
    {
        return CommandLine::parse(QStringList{QStringLiteral("evencart")} + arguments, QStringLiteral("/home/ann"));
    }

private Q_SLOTS:
    void tellsLinksFromFiles()
    {
        const auto line = parse({QStringLiteral("list.txt"), QStringLiteral("EvenCart://h:1/join#x"),
                                 QStringLiteral("file:///tmp/a%20b.json"), QStringLiteral("lists/../c.csv")});
        QVERIFY(line.ok());
        QCOMPARE(line->request.links, QStringList{QStringLiteral("EvenCart://h:1/join#x")});
        QCOMPARE(line->request.files,
                 (QStringList{QStringLiteral("/home/ann/list.txt"), QStringLiteral("/tmp/a b.json"),
                              QStringLiteral("/home/ann/c.csv")}));
    }

    void readsOptions()
    {
        const auto line = parse({QStringLiteral("--profile"), QStringLiteral("p"), QStringLiteral("--name"),
                                 QStringLiteral(" Ann  B "), QStringLiteral("--add"), QStringLiteral("2x milk"),
                                 QStringLiteral("--add=-1 bread"), QStringLiteral("--join"), QStringLiteral("link"),
                                 QStringLiteral("--show"), QStringLiteral("join")});
        QVERIFY(line.ok());
        QCOMPARE(line->profile, QStringLiteral("/home/ann/p"));
        QCOMPARE(line->name, QStringLiteral("Ann B"));
        QCOMPARE(line->request.add, (QStringList{QStringLiteral("2x milk"), QStringLiteral("-1 bread")}));
        QCOMPARE(line->request.links, QStringList{QStringLiteral("link")});
        QCOMPARE(line->request.page, QStringLiteral("join"));
        QVERIFY(!line->selfTest);
    }

    void asksForNothingByItself()
    {
        const auto line = parse({});
        QVERIFY(line.ok());
        QVERIFY(line->request.asksForNothing());
        QVERIFY(!line->profile.isEmpty());
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("an unknown option") << QStringList{QStringLiteral("--nonsense")};
        QTest::newRow("an option without its value") << QStringList{QStringLiteral("--profile")};
        QTest::newRow("an unknown page") << QStringList{QStringLiteral("--show"), QStringLiteral("x")};
        QTest::newRow("too much") << QStringList{QStringLiteral("--add"), QString(70000, QLatin1Char('x'))};
    }
    void refuses()
    {
        QFETCH(QStringList, arguments);
        const auto line = parse(arguments);
        QVERIFY(!line.ok());
        QVERIFY(line.error().code == ErrorCode::InvalidInput || line.error().code == ErrorCode::Limit);
    }

    void helpNamesEveryOption()
    {
        const QString help = CommandLine::helpText();
        for (const char *option : {"--profile DIR", "--name NAME", "--add TEXT", "--join LINK", "--show PAGE",
                                   "--self-test", "-h, --help", "-v, --version"})
            QVERIFY2(help.contains(QLatin1String(option)), option);
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
