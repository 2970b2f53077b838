#include "commandlinefixture.h"

#include "portability/csv.h"
#include "portability/quickaddtext.h"

#include <QTest>

#include <memory>

using namespace evencart;
using test::CommandLine;

namespace {

// What every format keeps of a line.
QString essence(const QJsonObject &line)
{
    QStringList parts;
    for (const char *name : {"name", "unit", "note", "category"})
        parts << line[QLatin1String(name)].toString();
    parts << QString::number(line[QLatin1String("quantity")].toDouble())
          << (line[QLatin1String("checked")].toBool() ? QStringLiteral("x") : QString());
    const auto price = line[QLatin1String("price")];
    parts << price[QLatin1String("currency")].toString() << QString::number(price[QLatin1String("minor")].toInt());
    return parts.join(QLatin1Char('|'));
}

QStringList essences(const QJsonArray &lines)
{
    QStringList list;
    for (const auto &line : lines)
        list << essence(line.toObject());
    return list;
}

} // namespace

class TestCartFile : public QObject
{
    Q_OBJECT

    std::unique_ptr<CommandLine> m_cli;

    void fill()
    {
        for (const char *item :
             {"2x milk, semi-skimmed #dairy @1.99EUR", "1.5 l cream", "\"7 up\"", "500 g flour type 405 @120JPY",
              "\"milk, not 2 l\"", "牛乳 #\"日本 の\"", "12\" pizza"})
            QCOMPARE(m_cli->run({"add", "Shop", item}).code, 0);
        QCOMPARE(m_cli->run({"check", "Shop", "cream"}).code, 0);
        QCOMPARE(m_cli->run({"move", "Shop", "cream", "--first"}).code, 0);
    }

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<CommandLine>();
        QCOMPARE(m_cli->run({"cart", "create", "Shop"}).code, 0);
        QCOMPARE(m_cli->run({"cart", "create", "Copy"}).code, 0);
    }

    void whatIsExportedComesBack_data()
    {
        QTest::addColumn<QString>("format");
        for (const char *format : {"json", "csv", "markdown", "text"})
            QTest::newRow(format) << QString::fromLatin1(format);
    }
    void whatIsExportedComesBack()
    {
        QFETCH(QString, format);
        fill();
        const auto exported = m_cli->run({"export", "Shop", "--format", format.toStdString()});
        QCOMPARE(exported.code, 0);
        QCOMPARE(exported.err, std::string());
        QFile file(m_cli->path("file"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(exported.out.c_str());
        file.close();
        const auto imported =
            m_cli->json({"import", "Copy", file.fileName().toStdString(), "--format", format.toStdString()});
        QVERIFY2(imported.code == 0, imported.out.c_str());
        QCOMPARE(essences(m_cli->lines("Copy")), essences(m_cli->lines("Shop")));
        QCOMPARE(m_cli->run({"undo", "Copy"}).code, 0); // one step
        QCOMPARE(m_cli->lines("Copy").size(), 0);
    }

    void jsonKeepsWhoBoughtAndWhoIsToBuy()
    {
        const std::string somebody = "00112233445566778899aabbccddeeff";
        const QJsonObject line{{QStringLiteral("name"), QStringLiteral("milk")},
                               {QStringLiteral("quantity"), 2.5},
                               {QStringLiteral("note"), QStringLiteral("a\nb")},
                               {QStringLiteral("sku"), QStringLiteral("s1")},
                               {QStringLiteral("assignee"), QString::fromStdString(somebody)},
                               {QStringLiteral("bought_by"),
                                QJsonArray{QJsonObject{{QStringLiteral("member"), QString::fromStdString(somebody)},
                                                       {QStringLiteral("quantity"), 1}}}}};
        const std::string document =
            QJsonDocument(QJsonObject{{QStringLiteral("lines"), QJsonArray{line}}}).toJson().toStdString();
        QCOMPARE(m_cli->run({"import", "Copy", "-"}, document).code, 0);
        const QJsonObject there = m_cli->line("Copy", "milk");
        QCOMPARE(there[QLatin1String("quantity")].toDouble(), 2.5);
        QCOMPARE(there[QLatin1String("note")].toString(), QStringLiteral("a\nb"));
        QCOMPARE(there[QLatin1String("assignee")].toString().toStdString(), somebody);
        QCOMPARE(there[QLatin1String("bought_by")][0][QLatin1String("member")].toString().toStdString(), somebody);
        QCOMPARE(there[QLatin1String("sku")].toString(), QStringLiteral("s1"));
    }

    void aPlainListIsImported()
    {
        QCOMPARE(m_cli->run({"import", "Copy", EVENCART_SAMPLES "/family-week.txt"}).code, 0);
        QVERIFY(m_cli->lines("Copy").size() > 10);
    }

    void badRowsAreNamedAndNothingIsImported_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("where");
        QTest::newRow("csv quantity") << QStringLiteral("csv") << QByteArray("name,quantity\nmilk,2\neggs,none\n")
                                      << QStringLiteral("Line 3");
        QTest::newRow("csv no name") << QStringLiteral("csv") << QByteArray("name,quantity\n,2\n")
                                     << QStringLiteral("Line 2");
        QTest::newRow("csv heading") << QStringLiteral("csv") << QByteArray("milk,2\n") << QStringLiteral("Line 1");
        QTest::newRow("csv quote") << QStringLiteral("csv") << QByteArray("name\nmilk\n\"eggs\n")
                                   << QStringLiteral("Line 3");
        QTest::newRow("csv price") << QStringLiteral("csv") << QByteArray("name,price,currency\nmilk,1,XYZ\n")
                                   << QStringLiteral("Line 2");
        QTest::newRow("json") << QStringLiteral("json")
                              << QByteArray("{\"lines\":[{\"name\":\"milk\"},{\"quantity\":1}]}")
                              << QStringLiteral("Item 2");
        QTest::newRow("no json") << QStringLiteral("json") << QByteArray("{\"lines\":") << QStringLiteral("not JSON");
        QTest::newRow("no lines") << QStringLiteral("json") << QByteArray("{}") << QStringLiteral("no cart");
        QTest::newRow("text") << QStringLiteral("text") << QByteArray("milk\n0 eggs\n") << QStringLiteral("Line 2");
    }
    void badRowsAreNamedAndNothingIsImported()
    {
        QFETCH(QString, format);
        QFETCH(QByteArray, content);
        QFETCH(QString, where);
        const auto answer =
            m_cli->json({"import", "Copy", "-", "--format", format.toStdString()}, content.toStdString());
        QCOMPARE(answer.code, 1);
        QVERIFY2(answer.err.find(where.toStdString()) != std::string::npos, answer.err.c_str());
        QCOMPARE(m_cli->lines("Copy").size(), 0);
    }

    void filesThatAreNotThere()
    {
        QCOMPARE(m_cli->run({"import", "Copy", "/nowhere/at/all"}).code, 1);
        QCOMPARE(m_cli->run({"import", "Copy", "-", "--format", "pdf"}).code, 2);
        QCOMPARE(m_cli->run({"export", "Copy", "--format", "pdf"}).code, 2);
    }

    void aNoteOfSeveralLinesIsLeftOutOfAListAndSaidSo()
    {
        QCOMPARE(m_cli->run({"add", "Shop", "milk"}).code, 0);
        QCOMPARE(m_cli->run({"note", "Shop", "milk", "two\nlines"}).code, 0);
        const auto answer = m_cli->run({"export", "Shop", "--format", "text"});
        QCOMPARE(answer.out, std::string("milk\n"));
        QVERIFY(answer.err.find("--format json") != std::string::npos);
    }

    void csvRows()
    {
        const auto rows = csv::read("\xef\xbb\xbf"
                                    "a,\"b,\"\"c\"\"\n\"\r\n\r\n,\n");
        QVERIFY(rows.ok());
        QCOMPARE(rows->size(), std::size_t(2));
        QCOMPARE((*rows)[0].fields, (std::vector<std::string>{"a", "b,\"c\"\n"}));
        QCOMPARE((*rows)[1].fields, (std::vector<std::string>{"", ""}));
        QCOMPARE((*rows)[1].line, std::size_t(4));
        QCOMPARE(csv::toLine({"a", "b,\"c\"\n"}), std::string("a,\"b,\"\"c\"\"\n\"\r\n"));
        QVERIFY(!csv::read("\"a\"b").ok());
    }

    // A bullet, a box or a heading of a list, and what the grammar would cut off.
    void whatLooksLikeAListComesBack()
    {
        LineView line;
        line.quantity = 1000;
        const auto verify = [&line] {
            const auto text = quickAddText(line);
            QVERIFY2(text.complete, text.text.c_str());
            for (const char *front : {"", "- [ ] "}) {
                const auto items = parsePastedList(front + text.text);
                QCOMPARE(items.size(), std::size_t(1));
                QVERIFY2(items.front().ok(), text.text.c_str());
                QCOMPARE(items.front()->name, line.name);
                QCOMPARE(items.front()->note, line.note);
                QCOMPARE(items.front()->category, line.category);
                QVERIFY(!items.front()->checked);
            }
        };
        for (const char *name :
             {"# head", "---", "***", "- dash", "* star", "[ ] box", "[x] box", "1. num", "1) num"}) {
            line.name = name;
            verify();
        }
        line.name = "milk";
        for (const char *note : {"\"q\"", "a \"b\"", "#x", "the \"good\" one", "x, y", "@home", "2 l"}) {
            line.note = note;
            verify();
        }
        line.note.clear();
        for (const char *category : {"#x", "a b", "a, b", "the \"good\""}) {
            line.category = category;
            verify();
        }
    }

    void namesThatLookLikeAmountsAreQuoted()
    {
        LineView line;
        line.quantity = 1000;
        for (const char *name : {"2 l milk", "7 up", "milk #1", "a, b", "@home", "sku:x"}) {
            line.name = name;
            const auto text = quickAddText(line);
            QVERIFY2(text.complete, text.text.c_str());
            QCOMPARE(parseQuickAdd(text.text)->name, line.name);
        }
    }
};

QTEST_GUILESS_MAIN(TestCartFile)
#include "tst_cartfile.moc"
