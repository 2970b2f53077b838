#include "desktop/fuzzymatch.h"

#include <QTest>

using namespace evencart;

class TestFuzzyMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("nothing typed fits all") << QString() << QStringLiteral("New cart") << true;
        QTest::newRow("the beginning") << QStringLiteral("new") << QStringLiteral("New cart") << true;
        QTest::newRow("letters apart") << QStringLiteral("nwct") << QStringLiteral("New cart") << true;
        QTest::newRow("words in another order") << QStringLiteral("cart new") << QStringLiteral("New cart") << true;
        QTest::newRow("accents") << QStringLiteral("offnen") << QStringLiteral("Wagen öffnen") << true;
        QTest::newRow("a letter that is not there") << QStringLiteral("newz") << QStringLiteral("New cart") << false;
        QTest::newRow("letters in the wrong order") << QStringLiteral("wen") << QStringLiteral("New cart") << false;
        QTest::newRow("one word of two") << QStringLiteral("new list") << QStringLiteral("New cart") << false;
        QTest::newRow("a letter twice") << QStringLiteral("nn") << QStringLiteral("New cart") << false;
    }
    void finds()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        QFETCH(bool, found);
        QCOMPARE(fuzzyMatch(typed, text).has_value(), found);
    }

    void ranks_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::newRow("the beginning of the text")
            << QStringLiteral("re") << QStringLiteral("Redo") << QStringLiteral("More");
        QTest::newRow("the beginning of a word")
            << QStringLiteral("ca") << QStringLiteral("New cart") << QStringLiteral("Indicate");
        QTest::newRow("first letters of words")
            << QStringLiteral("nc") << QStringLiteral("New cart") << QStringLiteral("Announce");
        QTest::newRow("letters in a row")
            << QStringLiteral("print") << QStringLiteral("Print") << QStringLiteral("People reinvent");
    }
    void ranks()
    {
        QFETCH(QString, typed);
        QFETCH(QString, better);
        QFETCH(QString, worse);
        QVERIFY(fuzzyMatch(typed, better));
        QVERIFY(fuzzyMatch(typed, better).value() > fuzzyMatch(typed, worse).value_or(-1000));
    }
};

QTEST_GUILESS_MAIN(TestFuzzyMatch)
#include "tst_fuzzymatch.moc"
