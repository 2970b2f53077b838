#include "base/limits.h"
#include "shared/text/randomtext.h"
#include "text/quantity.h"

#include <QTest>

using namespace evencart;

namespace {

constexpr DecimalSeparator point = DecimalSeparator::Point;
constexpr DecimalSeparator comma = DecimalSeparator::Comma;

} // namespace

Q_DECLARE_METATYPE(evencart::DecimalSeparator)

class TestQuantity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<DecimalSeparator>("usual");
        QTest::addColumn<qint64>("thousandths");
        const auto row = [](const char *what, const char *typed, DecimalSeparator usual, qint64 expected) {
            QTest::newRow(what) << QByteArray(typed) << usual << expected;
        };
        row("a whole number", "2", point, 2000);
        row("zero", "0", point, 0);
        row("leading zeros", "007", point, 7000);
        row("the point where it is usual", "1.5", point, 1500);
        row("the comma where it is usual", "1,5", comma, 1500);
        row("the comma where the point is usual", "1,5", point, 1500);
        row("the point where the comma is usual", "1.5", comma, 1500);
        row("three places", "1.125", point, 1125);
        row("three places after a comma", "1,125", comma, 1125);
        row("trailing zeros", "1.50", point, 1500);
        row("a separator first", ".5", point, 500);
        row("no thousands begin with zero", "0.125", comma, 125);
        row("nor after four digits", "1234,567", point, 1234567);
        row("a half", "1/2", point, 500);
        row("a third is rounded down", "1/3", point, 333);
        row("two thirds are rounded up", "2/3", point, 667);
        row("one and a half", "1 1/2", point, 1500);
        row("one and a half with wide space", "1 \u3000 1/2", point, 1500);
        row("the fraction slash", "1\u20442", point, 500);
        row("a half in one character", "½", point, 500);
        row("a third in one character", "⅓", point, 333);
        row("an eighth in one character", "⅞", point, 875);
        row("one and a quarter", "1¼", point, 1250);
        row("two and three quarters", "2 ¾", point, 2750);
        row("Arabic-Indic digits", "١٢", point, 12000);
        row("Arabic decimals", "١٫٥", point, 1500);
        row("full-width digits", "１２", point, 12000);
        row("the largest", "1000000", point, limits::quantityThousandths);
    }
    void reads()
    {
        QFETCH(QByteArray, typed);
        QFETCH(DecimalSeparator, usual);
        QFETCH(qint64, thousandths);
        const auto quantity = parseQuantity(typed.toStdString(), usual);
        QVERIFY(quantity.has_value());
        QCOMPARE(qint64(*quantity), thousandths);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<DecimalSeparator>("usual");
        const auto row = [](const char *what, const char *typed, DecimalSeparator usual = point) {
            QTest::newRow(what) << QByteArray(typed) << usual;
        };
        row("nothing", "");
        row("a space", " ");
        row("a word", "two");
        row("a word after it", "2 l");
        row("a letter after it", "2l");
        row("four places", "1.2345");
        row("four places, the last of them zero", "1.2340");
        row("an exponent", "1e3");
        row("hexadecimal", "0x10");
        row("infinity", "inf");
        row("space before", " 2");
        row("space before a fraction", " 1/2");
        row("space after", "2 ");
        row("a separator last", "5.");
        row("a separator alone", ".");
        row("two separators", "1.2.3");
        row("grouped thousands", "1,234.5");
        row("what may be grouped thousands, by comma", "1,500");
        row("what may be grouped thousands, by point", "1.500", comma);
        row("thousands grouped by space", "1 500");
        row("a sign that nobody asked for", "-2");
        row("a plus that nobody asked for", "+2");
        row("division by zero", "1/0");
        row("a fraction of nothing", "0/5");
        row("an improper fraction", "3/2");
        row("around the clock", "24/7");
        row("a fraction cut short", "1/");
        row("a fraction without its front", "/2");
        row("three storeys", "1/2/3");
        row("a decimal before a fraction", "1.5 1/2");
        row("two fractions", "½½");
        row("a fraction, then a number", "½ 1");
        row("a fraction with a huge denominator", "1/1000");
        row("a superscript", "2²");
        row("a roman numeral", "Ⅳ");
        row("more than the limit", "1000000.001");
        row("more than the limit by a fraction", "1000000 1/2");
        row("sixteen digits", "1000000000000000");
        row("more digits than an integer holds", "99999999999999999999999999");
        row("a whole number that overflows before a fraction", "9223372036854775807 1/2");
        row("broken UTF-8", "1\xff");
    }
    void refuses()
    {
        QFETCH(QByteArray, typed);
        QFETCH(DecimalSeparator, usual);
        QVERIFY(!parseQuantity(typed.toStdString(), usual));
    }

    void signsAreReadWhereTheyAreAllowed()
    {
        QCOMPARE(parseQuantity("-2", point, Sign::Allowed), std::optional<std::int64_t>(-2000));
        QCOMPARE(parseQuantity("+1/2", point, Sign::Allowed), std::optional<std::int64_t>(500));
        QCOMPARE(parseQuantity("\u22121½", point, Sign::Allowed), std::optional<std::int64_t>(-1500));
        QCOMPARE(parseQuantity("-1000000", point, Sign::Allowed),
                 std::optional<std::int64_t>(-limits::quantityThousandths));
        for (const char *bad : {"-", "+", "--2", "-+2", "- 2", "2-", "-1000000.001"})
            QVERIFY2(!parseQuantity(bad, point, Sign::Allowed), bad);
    }

    void writes()
    {
        QCOMPARE(formatQuantity(2000), std::string("2"));
        QCOMPARE(formatQuantity(500), std::string("0.5"));
        QCOMPARE(formatQuantity(1250), std::string("1.25"));
        QCOMPARE(formatQuantity(1250, ','), std::string("1,25"));
        QCOMPARE(formatQuantity(1), std::string("0.001"));
        QCOMPARE(formatQuantity(0), std::string("0"));
        QCOMPARE(formatQuantity(-500), std::string("-0.5"));
        QCOMPARE(formatQuantity(100000), std::string("100"));
        QCOMPARE(formatQuantity(INT64_MIN), std::string("-9223372036854775.808"));
    }

    void whatIsWrittenIsReadBack()
    {
        auto random = test::seededGenerator("quantity");
        const auto limit = limits::quantityThousandths;
        for (int i = 0; i < 50000; ++i) {
            const std::int64_t span = i % 2 ? limit : 5000;
            const auto quantity = std::int64_t(random() % std::uint64_t(2 * span + 1)) - span;
            QCOMPARE(parseQuantity(formatQuantity(quantity), point, Sign::Allowed), std::optional(quantity));
            QCOMPARE(parseQuantity(formatQuantity(quantity, ','), comma, Sign::Allowed), std::optional(quantity));
        }
    }

    void randomTextIsReadWithinTheLimitOrRefused()
    {
        auto random = test::seededGenerator("quantity text");
        static constexpr const char *pieces[] = {"0", "1", "2", "9", "99999", ".",      ",",    "/",
                                                 "½", " ", "-", "+", "٣",     "\u2044", "\xff", "x"};
        for (int i = 0; i < 100000; ++i) {
            const std::string text = i % 2 ? test::randomPieces(random, pieces, 7) : test::randomBytes(random, 8);
            const auto quantity = parseQuantity(text, i % 4 < 2 ? point : comma, Sign::Allowed);
            if (quantity)
                QVERIFY(std::abs(*quantity) <= limits::quantityThousandths);
        }
    }
};

QTEST_APPLESS_MAIN(TestQuantity)
#include "tst_quantity.moc"
