#include "base/textcodec.h"
#include "shared/text/randomtext.h"
#include "text/normalize.h"

#include <QTest>

using namespace evencart;

namespace {

QByteArray normalized(const QByteArray &name)
{
    return QByteArray::fromStdString(normalizedName({name.constData(), std::size_t(name.size())}));
}

} // namespace

class TestNormalize : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesThatAreOneLine_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *what, const char *typed, const char *expected) {
            QTest::newRow(what) << QByteArray(typed) << QByteArray(expected);
        };
        row("plain ASCII stays", "milk", "milk");
        row("case is folded", "MiLK", "milk");
        row("space at the ends goes", "  Milk \t", "milk");
        row("inner space becomes one", "oat \t  milk", "oat milk");
        row("a line feed is space", "oat\nmilk", "oat milk");
        row("full-width letters are letters", "ＭＩＬＫ", "milk");
        row("a composed accent", "M\u00edlk", "m\u00edlk");
        row("a combining accent composes", "Mi\u0301lk", "m\u00edlk");
        row("accents in another order", "a\u0323\u0302", "\u1ead");
        row("sharp s folds to ss", "Süßkartoffel", "süsskartoffel");
        row("capital sharp s too", "SÜẞKARTOFFEL", "süsskartoffel");
        row("the fi ligature comes apart", "ﬁsh", "fish");
        row("a final sigma is a sigma", "ΠΑΓΩΤΌΣ", "παγωτόσ");
        row("a no-break space is space", "oat\u00a0milk", "oat milk");
        row("an ideographic space is space", "牛乳\u3000二", "牛乳 二");
        row("a paragraph separator is space", "oat\u2029milk", "oat milk");
        row("a soft hyphen is nothing", "choco\u00adlate", "chocolate");
        row("a zero-width space is nothing", "milk\u200b", "milk");
        row("a byte order mark is nothing", "\ufeffmilk", "milk");
        row("an emoji selector is nothing", "\u2615\ufe0f", "\u2615");
        row("what is removed lets an accent reach its letter", "Mi\u200b\u0301lk", "m\u00edlk");
        row("half-width katakana with its mark", "ｶﾞ", "ガ");
        row("a superscript is its digit", "m²", "m2");
        row("a lower-case iota subscript", "\u1fb3", "\u03b1\u03b9");
        row("a capital dotted I", "\u0130", "i\u0307");
        row("nothing", "", "");
        row("nothing but space", " \t\u3000 ", "");
        row("nothing but what nobody sees", "\u200b\ufeff", "");
    }
    void namesThatAreOneLine()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, expected);
        QCOMPARE(normalized(typed), expected);
        QCOMPARE(normalized(expected), expected);
    }

    void namesThatAreTwoLines_data()
    {
        QTest::addColumn<QByteArray>("one");
        QTest::addColumn<QByteArray>("other");
        const auto row = [](const char *what, const char *one, const char *other) {
            QTest::newRow(what) << QByteArray(one) << QByteArray(other);
        };
        row("an accent matters", "pate", "pâté");
        row("an umlaut matters", "Mus", "Müs");
        row("a space matters", "oat milk", "oatmilk");
        row("a hyphen matters", "semi-skimmed", "semi skimmed");
        row("a digit matters", "b1", "b12");
        row("Latin a is not Cyrillic а", "a", "а");
        row("a dotless i is its own letter", "kıl", "kil");
        row("a zero-width non-joiner tells Persian words apart", "نامه\u200cای", "نامهای");
    }
    void namesThatAreTwoLines()
    {
        QFETCH(QByteArray, one);
        QFETCH(QByteArray, other);
        QVERIFY(normalized(one) != normalized(other));
    }

    void bytesThatAreNotUtf8AreReplaced()
    {
        QCOMPARE(normalized("Milk\xff"), QByteArray("milk\ufffd"));
        QCOMPARE(normalized("\xff\xfe"), QByteArray("\ufffd\ufffd"));
    }

    void everyCodePointIsStable()
    {
        for (char32_t code = 0; code <= 0x10ffff; ++code) {
            if (code >= 0xd800 && code <= 0xdfff)
                continue;
            const QByteArray once = normalized("a" + QString::fromUcs4(&code, 1).toUtf8() + "\u0301");
            if (normalized(once) != once)
                QFAIL(qPrintable(QStringLiteral("U+%1").arg(code, 4, 16)));
        }
    }

    void randomTextIsStableAndClean()
    {
        auto random = test::seededGenerator("normalize");
        static constexpr const char *pieces[] = {"A",      "ß",      "\u0301", "\u0323", "\u0345", "\u00ad", "\u200b",
                                                 " ",      "\u3000", "ﬃ",      "\u0130", "\u1e9e", "Σ",      "\u1100",
                                                 "\u1161", "\u11a8", "\ufdfa", "ｶ",      "ﾞ"};
        for (int i = 0; i < 20000; ++i) {
            const QByteArray text = QByteArray::fromStdString(test::randomPieces(random, pieces, 12));
            const QByteArray once = normalized(text);
            QCOMPARE(normalized(once), once);
            QVERIFY(isCleanText(once.toStdString()));
        }
    }

    void randomBytesDoNoHarm()
    {
        auto random = test::seededGenerator("normalize bytes");
        for (int i = 0; i < 20000; ++i) {
            const std::string once = normalizedName(test::randomBytes(random, 40));
            QCOMPARE(normalizedName(once), once);
        }
    }
};

QTEST_APPLESS_MAIN(TestNormalize)
#include "tst_normalize.moc"
