#include "base/limits.h"
#include "base/textcodec.h"
#include "shared/text/randomtext.h"
#include "text/currencies.h"
#include "text/money.h"

#include <QTest>

using namespace evencart;

namespace {

constexpr DecimalSeparator point = DecimalSeparator::Point;
constexpr DecimalSeparator comma = DecimalSeparator::Comma;

} // namespace

Q_DECLARE_METATYPE(evencart::DecimalSeparator)

class TestMoney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<DecimalSeparator>("usual");
        QTest::addColumn<QByteArray>("currency");
        QTest::addColumn<qint64>("minor");
        const auto row = [](const char *typed, const char *currency, qint64 minor, DecimalSeparator usual = point) {
            QTest::newRow(typed) << QByteArray(typed) << usual << QByteArray(currency) << minor;
        };
        row("1.99EUR", "EUR", 199);
        row("1.99 EUR", "EUR", 199);
        row("1,99 €", "EUR", 199, comma);
        row("1,99€", "EUR", 199);
        row("EUR 1.99", "EUR", 199);
        row("EUR1.99", "EUR", 199);
        row("1.99 eur", "EUR", 199);
        row("€ .99", "EUR", 99);
        row("$3", "USD", 300);
        row("$3.5", "USD", 350);
        row("¥120", "JPY", 120);
        row("120 JPY", "JPY", 120);
        row("1.234 KWD", "KWD", 1234);
        row("0.234 KWD", "KWD", 234, comma);
        row("12 zł", "PLN", 1200);
        row("12 Kč", "CZK", 1200);
        row("R$ 5", "BRL", 500);
        row("-0.25 EUR", "EUR", -25);
        row("-€0.25", "EUR", -25);
        row("€-0.25", "EUR", -25);
        row("\u22120.25 €", "EUR", -25);
        row("  1.99\u00a0€ ", "EUR", 199);
        row("٣ EUR", "EUR", 300);
        row("0 EUR", "EUR", 0);
        row("10000000000 EUR", "EUR", limits::priceMinor);
    }
    void reads()
    {
        QFETCH(QByteArray, typed);
        QFETCH(DecimalSeparator, usual);
        QFETCH(QByteArray, currency);
        QFETCH(qint64, minor);
        const auto money = parseMoney(typed.toStdString(), {usual, {}});
        QVERIFY2(money.ok(), money.ok() ? "" : money.error().message.c_str());
        QCOMPARE(QByteArray::fromStdString(money->currency), currency);
        QCOMPARE(qint64(money->minor), minor);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<DecimalSeparator>("usual");
        QTest::addColumn<QByteArray>("sentence");
        const auto row = [](const char *what, const char *typed, const char *sentence, DecimalSeparator usual = point) {
            QTest::newRow(what) << QByteArray(typed) << usual << QByteArray(sentence);
        };
        row("nothing", "", "needs a number");
        row("space alone", "  ", "needs a number");
        row("a currency alone", "EUR", "needs a number");
        row("a sign alone", "-", "needs a number");
        row("no currency", "1.99", "no currency");
        row("a currency on both sides", "EUR 1.99 €", "one currency");
        row("two numbers", "1.99 2.99 EUR", "no currency");
        row("a code that does not exist", "1.99 XYZ", "\"XYZ\"");
        row("a code of two letters", "1.99 EU", "\"EU\"");
        row("a code that spans two in the list", "1.99 R A", "\"R A\"");
        row("a word", "1.99 euros", "\"euros\"");
        row("three decimals of a currency with two", "1.999 EUR", "at most 2 decimals");
        row("a third decimal, even zero", "1.990 EUR", "at most 2 decimals");
        row("decimals of a currency without", "¥1.5", "no decimals");
        row("a decimal zero of a currency without", "120.0 JPY", "no decimals");
        row("four decimals of a currency with three", "1.2345 KWD", "at most 3 decimals");
        row("what may be grouped thousands", "1.234 KWD", "not a plain number", comma);
        row("what may be grouped thousands, by comma", "1,234 EUR", "not a plain number");
        row("grouped thousands", "1,234.50 EUR", "not a plain number");
        row("two points", "1.2.3 EUR", "not a plain number");
        row("a point alone", ". EUR", "not a plain number");
        row("a point last", "1. EUR", "not a plain number");
        row("an exponent", "1e3 EUR", "\"e3 EUR\"");
        row("a fraction", "1/2 EUR", "\"/2 EUR\"");
        row("two signs", "--1 EUR", "one currency");
        row("more than the limit", "10000000000.01 EUR", "at most 10000000000.00 EUR");
        row("more than an integer holds", "99999999999999999999 EUR", "not a plain number");
        row("broken UTF-8", "1.99 \xff", "cannot be shown");
    }
    void refuses()
    {
        QFETCH(QByteArray, typed);
        QFETCH(DecimalSeparator, usual);
        QFETCH(QByteArray, sentence);
        const auto money = parseMoney(typed.toStdString(), {usual, {}});
        QVERIFY(!money.ok());
        QCOMPARE(money.error().code, ErrorCode::InvalidInput);
        if (!QByteArray::fromStdString(money.error().message).contains(sentence))
            QFAIL(money.error().message.c_str());
    }

    void theUsualCurrencyIsMeantWhereNoneIsNamed()
    {
        const MoneyOptions canada = {point, "CAD"};
        QCOMPARE(*parseMoney("1.99", canada), (Money{"CAD", 199}));
        QCOMPARE(*parseMoney("$1.99", canada), (Money{"CAD", 199}));
        QCOMPARE(*parseMoney("1.99 EUR", canada), (Money{"EUR", 199}));
        QCOMPARE(*parseMoney("¥5", {point, "CNY"}), (Money{"CNY", 500}));
        QCOMPARE(*parseMoney("$5", {point, "EUR"}), (Money{"USD", 500}));
        QVERIFY(!parseMoney("1.99", {point, "nothing"}).ok());
    }

    void looksLikeMoneyOnlyWithACurrencyBeside()
    {
        for (const char *text : {"1.99 €", "$3", "EUR 2", "2 EUR", "1.999 €", "-1 €"})
            QVERIFY2(looksLikeMoney(text), text);
        for (const char *text : {"", "1.99", "EUR", "2 eur", "2 l", "b12", "€2€", "2 2 EUR", "EUR 2 l", "7up"})
            QVERIFY2(!looksLikeMoney(text), text);
    }

    void writes()
    {
        QCOMPARE(formatMoney({"EUR", 199}), std::string("1.99 EUR"));
        QCOMPARE(formatMoney({"EUR", 199}, ','), std::string("1,99 EUR"));
        QCOMPARE(formatMoney({"EUR", 5}), std::string("0.05 EUR"));
        QCOMPARE(formatMoney({"EUR", -5}), std::string("-0.05 EUR"));
        QCOMPARE(formatMoney({"EUR", 200}), std::string("2.00 EUR"));
        QCOMPARE(formatMoney({"JPY", 120}), std::string("120 JPY"));
        QCOMPARE(formatMoney({"KWD", 1234}), std::string("1.234 KWD"));
        QCOMPARE(formatMoney({"QQQ", 199}), std::string("1.99 QQQ")); // from a peer that knows more currencies
    }

    void whatIsWrittenIsReadBack()
    {
        auto random = test::seededGenerator("money");
        static constexpr const char *codes[] = {"EUR", "USD", "JPY", "KWD", "TND", "CLP", "CUP"};
        for (int i = 0; i < 50000; ++i) {
            const std::int64_t limit = i % 2 ? limits::priceMinor : 2000;
            const Money money{codes[random() % std::size(codes)],
                              std::int64_t(random() % std::uint64_t(2 * limit + 1)) - limit};
            // Three decimals after one digit are not ambiguous: formatMoney writes the usual separator.
            QCOMPARE(*parseMoney(formatMoney(money), {point, {}}), money);
            QCOMPARE(*parseMoney(formatMoney(money, ','), {comma, {}}), money);
        }
    }

    void randomTextIsReadWithinTheLimitOrRefusedInOneSentence()
    {
        auto random = test::seededGenerator("money text");
        static constexpr const char *pieces[] = {"1",   "99",  "000000", ".", ",",      " ", "€",
                                                 "EUR", "kwd", "$",      "-", "\u2212", "٣", "x"};
        for (int i = 0; i < 100000; ++i) {
            const std::string text = i % 2 ? test::randomPieces(random, pieces, 6) : test::randomBytes(random, 8);
            const auto money = parseMoney(text, {i % 4 < 2 ? point : comma, i % 8 < 4 ? "" : "EUR"});
            if (money)
                QVERIFY(std::abs(money->minor) <= limits::priceMinor && currencyDecimals(money->currency));
            else
                QVERIFY(money.error().message.ends_with('.') && isCleanText(money.error().message));
        }
    }
};

QTEST_APPLESS_MAIN(TestMoney)
#include "tst_money.moc"
