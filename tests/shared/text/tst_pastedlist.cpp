#include "base/limits.h"
#include "shared/text/described.h"
#include "text/quickadd.h"

#include <QTest>

using namespace evencart;
using test::described;
using test::describedParts;

class TestPastedList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPastedListIsReadLineByLine()
    {
        const std::string text = "\ufeff# Trip\r\n"
                                 "- 2x milk\r\n"
                                 "\r\n"
                                 "## Dairy ##\n"
                                 "* [x] butter, salted\n"
                                 "- [ ] Käse #cheese\r"
                                 "---\n"
                                 "• ☑\ufe0f yoghurt 4\n"
                                 "1. eggs\n"
                                 "2) 500 g flour\n"
                                 "– bread\n"
                                 "-jam\n"
                                 "1.5 kg potatoes\n"
                                 "-2 milk\n"
                                 "##\n"
                                 "-\n"
                                 "☐ soap\n"
                                 "✅ soap";
        const auto items = parsePastedList(text);
        QByteArrayList lines;
        for (const auto &item : items)
            lines << described(item);
        const QByteArrayList expected = {
            "2||milk|#Trip",
            "1||butter|note:salted|#Dairy|checked",
            "1||Käse|#cheese",
            "4||yoghurt|#Dairy|checked",
            "1||eggs|#Dairy",
            "500|g|flour|#Dairy",
            "1||bread|#Dairy",
            "1||jam|#Dairy",
            "1.5|kg|potatoes|#Dairy",
            "error: Line 14: An amount is more than zero: put it in quotes if it is part of the name.",
            "1||soap",
            "1||soap|checked"};
        QCOMPARE(lines, expected);
        QCOMPARE(describedParts(text, *items[0]), QByteArray("quantity[2x]"));
        QCOMPARE(describedParts(text, *items[2]), QByteArray("category[#cheese]"));
    }

    void badLinesOfAPastedListSpoilNoOthers()
    {
        const auto items = parsePastedList("milk\nbad \xff\n#dairy\n" + std::string(600, 'a') + "\n# \xff\n# " +
                                           std::string(200, 'b') + "\nbread");
        QCOMPARE(items.size(), std::size_t(7));
        for (std::size_t i = 1; i < 6; ++i) {
            QVERIFY(!items[i].ok());
            QVERIFY(items[i].error().message.starts_with("Line " + std::to_string(i + 1) + ": "));
        }
        QCOMPARE(described(items[6]), QByteArray("1||bread"));
    }

    void aPastedListEndsAtTheLimit()
    {
        std::string text;
        for (std::size_t i = 0; i < limits::cartLines + 5; ++i)
            text += "milk\n";
        const auto items = parsePastedList(text);
        QCOMPARE(items.size(), limits::cartLines + 1);
        QCOMPARE(items.back().error().code, ErrorCode::Limit);
        QVERIFY(items[limits::cartLines - 1].ok());
        QVERIFY(parsePastedList("").empty());
        QVERIFY(parsePastedList("\r\n \n\t\r---").empty());
    }
};

QTEST_APPLESS_MAIN(TestPastedList)
#include "tst_pastedlist.moc"
