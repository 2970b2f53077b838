#include "base/limits.h"
#include "base/textcodec.h"
#include "shared/text/described.h"
#include "shared/text/randomtext.h"
#include "text/quickadd.h"

#include <QTest>

using namespace evencart;
using test::described;
using test::describedParts;

namespace {

QuickAddOptions comma()
{
    return {DecimalSeparator::Comma, {}};
}

bool isSound(const ParsedItem &item)
{
    for (const auto &text : {item.name, item.unit, item.note, item.category, item.sku.value_or("")}) {
        if (!isCleanText(text))
            return false;
    }
    return !item.name.empty() && item.name.size() <= limits::nameBytes && item.note.size() <= limits::noteBytes &&
           item.category.size() <= limits::shortTextBytes && item.quantity > 0 &&
           item.quantity <= limits::quantityThousandths;
}

bool partsAreInOrder(const ParsedItem &item, std::size_t length)
{
    std::size_t end = 0;
    for (const Recognised &part : item.parts) {
        if (part.begin < end || part.begin >= part.end || part.end > length)
            return false;
        end = part.end;
    }
    return true;
}

} // namespace

class TestQuickAdd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *line, const char *expected) {
            QTest::newRow(line) << QByteArray(line) << QByteArray(expected);
        };
        row("milk", "1||milk");
        row("  Oat \t milk ", "1||Oat milk");
        row("2x milk", "2||milk");
        row("2 x milk", "2||milk");
        row("2X milk", "2||milk");
        row("2× milk", "2||milk");
        row("2 milk", "2||milk");
        row("+2 milk", "2||milk");
        row("milk 2", "2||milk");
        row("milk x2", "2||milk");
        row("milk x 2", "2||milk");
        row("milk 2x", "2||milk");
        row("milk 2 x", "2||milk");
        row("milk ×2", "2||milk");
        row("500 g flour", "500|g|flour");
        row("500g flour", "500|g|flour");
        row("500 G flour", "500||G flour");
        row("flour 500 g", "500|g|flour");
        row("flour 500g", "500|g|flour");
        row("1/2 l cream", "0.5|l|cream");
        row("½ l cream", "0.5|l|cream");
        row("½l cream", "0.5|l|cream");
        row("1 1/2 l cream", "1.5|l|cream");
        row("1 1/2l cream", "1.5|l|cream");
        row("1 ½ cups cream", "1.5|cup|cream");
        row("cream 1 1/2 L", "1.5|l|cream");
        row("cream 1½", "1.5||cream");
        row("1,5 kg potatoes", "1.5|kg|potatoes");
        row("1.5 kg potatoes", "1.5|kg|potatoes");
        row("2 bottles of red wine", "2|bottle|red wine");
        row("3 cans tuna", "3|can|tuna");
        row("1 dozen eggs", "12||eggs");
        row("½ dozen eggs", "6||eggs");
        row("6 pcs. rolls", "6||rolls");
        row("2 Flaschen Öl", "2|bottle|Öl");
        row("3 Stück Kuchen", "3||Kuchen");
        row("1 Pck. Vanillezucker", "1|pack|Vanillezucker");
        row("2 EL Honig", "2|tbsp|Honig");
        row("1 Glas Gurken", "1|jar|Gurken");
        row("2 GLÄSER Gurken", "2|jar|Gurken");
        row("1 Prise Salz", "1|pinch|Salz");
        row("1 Pfund Kaffee", "500|g|Kaffee");
        row("٢ شاي", "2||شاي");
        row("coke zero 2l", "2|l|coke zero");
        row("3 coke 2l", "3||coke 2l");
        row("2 x 500 g flour", "2||500 g flour");
        row("2x 500g flour", "2||500g flour");
        row("2 bottles", "2||bottles");
        row("3bags", "3||bags");
    }
    void reads() { compareLine(); }

    void readsTheRestOfTheLine_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *line, const char *expected) {
            QTest::newRow(line) << QByteArray(line) << QByteArray(expected);
        };
        row("milk, semi-skimmed #dairy", "1||milk|note:semi-skimmed|#dairy");
        row("milk 2, semi-skimmed", "2||milk|note:semi-skimmed");
        row("milk,bread", "1||milk,bread");
        row("milk,", "1||milk");
        row("milk,, cold", "1||milk|note:cold");
        row("bin bags, 35 l", "1||bin bags|note:35 l");
        row("milk 2 l, cold", "2|l|milk|note:cold");
        row("2 milk, 3 for Bob", "2||milk|note:3 for Bob");
        row("milk, 3 for Bob", "1||milk|note:3 for Bob");
        row("milk, cold, #dairy, organic", "1||milk|note:cold, organic|#dairy");
        row("#dairy milk", "1||milk|#dairy");
        row("milk #dairy, cold", "1||milk|note:cold|#dairy");
        row("flour #\"baking goods\"", "1||flour|#baking goods");
        row("flour #“baking goods”", "1||flour|#baking goods");
        row("Käse #Kühlregal", "1||Käse|#Kühlregal");
        row("screws #8", "1||screws #8");
        row("sharp # note", "1||sharp # note");
        row("milk @1.99EUR", "1||milk|1.99 EUR");
        row("milk @1,99€", "1||milk|1.99 EUR");
        row("milk @1.99 eur", "1||milk|1.99 EUR");
        row("milk @EUR 1.99", "1||milk|1.99 EUR");
        row("2 milk @$3 #dairy, cold", "2||milk|note:cold|#dairy|3.00 USD");
        row("milk 1.99 €", "1||milk|1.99 EUR");
        row("milk 1.99€", "1||milk|1.99 EUR");
        row("milk €1.99", "1||milk|1.99 EUR");
        row("milk 2 l 1.99 EUR", "2|l|milk|1.99 EUR");
        row("milk 1.99 €, cold", "1||milk|note:cold|1.99 EUR");
        row("milk, cold 1.99 €", "1||milk|note:cold|1.99 EUR");
        row("empty crate @-3.10EUR", "1||empty crate|-3.10 EUR");
        row("milk @Aldi", "1||milk @Aldi");
        row("flour 1 CUP", "1|cup|flour");
        row("milk 1.99 eur", "1||milk 1.99 eur");
        row("milk sku:4711", "1||milk|sku:4711");
        row("milk SKU:A-1, cold", "1||milk|note:cold|sku:A-1");
        row("sku: milk", "1||sku: milk");
    }
    void readsTheRestOfTheLine() { compareLine(); }

    void namesWithDigitsAndQuotesStayWhole_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *line, const char *expected) {
            QTest::newRow(line) << QByteArray(line) << QByteArray(expected);
        };
        row("7up", "1||7up");
        row("7up 2", "2||7up");
        row("vitamin b12", "1||vitamin b12");
        row("no 7 cream", "1||no 7 cream");
        row("no 7 cream 50 ml", "50|ml|no 7 cream");
        row("shampoo no 5", "1||shampoo no 5");
        row("Mehl Typ 405", "1||Mehl Typ 405");
        row("Schuhe GRÖSSE 42", "1||Schuhe GRÖSSE 42");
        row("2 flour type 405", "2||flour type 405");
        row("1.5% milk", "1||1.5% milk");
        row("00 flour", "1||00 flour");
        row("00 flour 1 kg", "1|kg|00 flour");
        row("2x4 timber", "1||2x4 timber");
        row("2 x 4 timber", "1||2 x 4 timber");
        row("timber 2 x 4", "1||timber 2 x 4");
        row("timber 2 x4", "1||timber 2 x4");
        row("2-3 onions", "1||2-3 onions");
        row("24/7 energy drink", "1||24/7 energy drink");
        row("5G router", "1||5G router");
        row("2\" nails", "1||2\" nails");
        row("1.2345 kg flour", "1||1.2345 kg flour");
        row("4006381333931 pencil", "1||4006381333931 pencil");
        row("1.500 kg flour", "1.5|kg|flour");
        row("milk bottle", "1||milk bottle");
        row("dozen eggs", "1||dozen eggs");
        row("\"7 up\"", "1||7 up");
        row("2 \"7 up\"", "2||7 up");
        row("\"7 up\" 2", "2||7 up");
        row("„7 up“, cold", "1||7 up|note:cold");
        row("\"7 up\", cold", "1||7 up|note:cold");
        row("\"2x4 timber\"", "1||2x4 timber");
        row("\"2\" \"x\" milk", "1||2 x milk");
        row("500 \"g\" flour", "500||g flour");
        row("milk \"#1, best\"", "1||milk #1, best");
        row("\"milk,\"", "1||milk,");
        row("\"milk,\" 2, \"cold,\", \"very,\" ,", "2||milk,|note:cold,, very,");
        row("\"@1.99EUR\" shop", "1||@1.99EUR shop");
        row("milk, \"2 l\"", "1||milk|note:2 l");
        row("milk \"open", "1||milk \"open");
        row("\"\" milk", "1||\"\" milk");
        row("500 #dairy g flour", "1||500 g flour|#dairy"); // a category between them once made parts that overlap
        row("x", "1||x");
        row("x y", "1||x y");
        row("l", "1||l");
    }
    void namesWithDigitsAndQuotesStayWhole() { compareLine(); }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("sentence");
        const auto row = [](const char *what, const QByteArray &line, const char *sentence) {
            QTest::newRow(what) << line << QByteArray(sentence);
        };
        row("nothing", "", "Say what to add");
        row("space alone", " \t ", "Say what to add");
        row("what nobody sees", "\u200b", "Say what to add");
        row("a number alone", "2", "Say what to add");
        row("a count alone", "2x", "Say what to add");
        row("a count with its x apart", "2 x", "Say what to add");
        row("a measure alone", "500 g", "Say what to add");
        row("a glued measure alone", "500g", "Say what to add");
        row("a dozen of nothing", "2 dozen", "Say what to add");
        row("a category alone", "#dairy", "Say what to add");
        row("a price alone", "1.99 €", "Say what to add");
        row("a marked price alone", "@1.99EUR", "Say what to add");
        row("a note alone", ", cold", "Say what to add");
        row("a number and a note", "1, 5 kg potatoes", "Say what to add");
        row("commas alone", ",,", "Say what to add");
        row("a zero", "0 milk", "more than zero");
        row("a zero at the end", "milk 0", "more than zero");
        row("zero times", "0x milk", "more than zero");
        row("zero by weight", "0.0 kg milk", "more than zero");
        row("a negative count", "-2 milk", "more than zero");
        row("a negative count with a minus sign", "\u22122 milk", "more than zero");
        row("a negative count at the end", "milk -2", "more than zero");
        row("a negative weight", "-500g flour", "more than zero");
        row("more than the limit by its unit", "3000 Pfund Mehl", "at most 1000000");
        row("two categories", "milk #dairy #cold", "one category");
        row("two prices", "milk @1EUR @2EUR", "one price");
        row("a marked and a trailing price", "milk @1EUR 2 €", "one price");
        row("two catalogue ids", "milk sku:1 sku:2", "one catalogue id");
        row("a price without a currency", "milk @1.99", "no currency");
        row("a price of too many decimals", "milk @1.999EUR", "at most 2 decimals");
        row("a trailing price of too many decimals", "milk 1.999 €", "at most 2 decimals");
        row("yen with decimals", "tea ¥1.5", "no decimals");
        row("a price in no currency", "milk @1.99quid", "no currency");
        row("a price in words", "milk @1.99€each", "no currency");
        row("a name one byte too long", QByteArray(int(limits::nameBytes) + 1, 'a'), "name is too long");
        row("a note one byte too long", "milk, " + QByteArray(int(limits::noteBytes) + 1, 'a'), "note is too long");
        row("a category one byte too long", "milk #" + QByteArray(int(limits::shortTextBytes) + 1, 'a'),
            "category is too long");
        row("a catalogue id one byte too long", "milk sku:" + QByteArray(int(limits::shortTextBytes) + 1, '1'),
            "id is too long");
        row("a line that is far too long", QByteArray(100000, ' ') + "milk", "line is too long");
        row("broken UTF-8", "milk \xff", "cannot be shown");
        row("a control character", "milk \x07", "cannot be shown");
        row("a bidirectional override", "milk \u202e", "cannot be shown");
        row("a null byte", QByteArray("mi\0lk", 5), "cannot be shown");
    }
    void refuses()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, sentence);
        const auto item = parseQuickAdd(line.toStdString());
        if (item.ok())
            QFAIL(described(*item).constData());
        QCOMPARE(item.error().code, ErrorCode::InvalidInput);
        if (!QByteArray::fromStdString(item.error().message).contains(sentence))
            QFAIL(item.error().message.c_str());
    }

    void theOptionsDecideWhatIsAmbiguous()
    {
        QCOMPARE(described(parseQuickAdd("1,5 kg potatoes", comma())), QByteArray("1.5|kg|potatoes"));
        QCOMPARE(described(parseQuickAdd("1,500 kg potatoes", comma())), QByteArray("1.5|kg|potatoes"));
        QCOMPARE(described(parseQuickAdd("1.500 g Mehl", comma())), QByteArray("1||1.500 g Mehl"));
        QCOMPARE(described(parseQuickAdd("Milch 1,5 l, kalt", comma())), QByteArray("1.5|l|Milch|note:kalt"));
        QCOMPARE(described(parseQuickAdd("Milch 1,99 €", comma())), QByteArray("1||Milch|1.99 EUR"));
        QCOMPARE(described(parseQuickAdd("milk @1.99", {DecimalSeparator::Point, "GBP"})),
                 QByteArray("1||milk|1.99 GBP"));
        QCOMPARE(described(parseQuickAdd("milk 1.99", {DecimalSeparator::Point, "GBP"})), QByteArray("1.99||milk"));
        QCOMPARE(described(parseQuickAdd("milk @$2", {DecimalSeparator::Point, "CAD"})),
                 QByteArray("1||milk|2.00 CAD"));
    }

    void textsOfExactlyTheLimitAreRead()
    {
        const std::string name(limits::nameBytes, 'n');
        const std::string note(limits::noteBytes, 'o');
        const auto item = parseQuickAdd(name + ", " + note + " #" + std::string(limits::shortTextBytes, 'c'));
        QVERIFY(item.ok());
        QCOMPARE(item->name, name);
        QCOMPARE(item->note, note);
    }

    void partsPointIntoTheLine_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *line, const char *expected) {
            QTest::newRow(line) << QByteArray(line) << QByteArray(expected);
        };
        row("milk", "");
        row("  2 x  milk", "quantity[2 x]");
        row("500g flour", "quantity[500]unit[g]");
        row("1 1/2 l cream", "quantity[1 1/2]unit[l]");
        row("milk x 2", "quantity[x 2]");
        row("Käse x2", "quantity[x2]");
        row("2 bottles", "quantity[2]");
        row("milk, cold and fresh", "note[cold and fresh]");
        row("milk, cold, #dairy, fresh,", "note[cold]category[#dairy]note[fresh]");
        row("2 Öl @1.99 EUR #\"my shelf\", cold", "quantity[2]price[@1.99 EUR]category[#\"my shelf\"]note[cold]");
        row("milk 2 l, cold", "quantity[2]unit[l]note[cold]");
        row("milk sku:12 1,99 €", "sku[sku:12]price[1,99 €]");
        row("½ dozen eggs", "quantity[½]unit[dozen]");
    }
    void partsPointIntoTheLine()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, expected);
        const auto item = parseQuickAdd(line.toStdString());
        QVERIFY(item.ok());
        QCOMPARE(describedParts(line.toStdString(), *item), expected);
    }

    void whatIsWrittenIsReadBack()
    {
        auto random = test::seededGenerator("quick add");
        static constexpr const char *names[] = {"milk", "Käse", "7up", "oat milk", "no 7 cream", "牛乳"};
        static constexpr const char *units[] = {"", "g", "kg", "ml", "bottle", "tbsp", "pinch"};
        for (int i = 0; i < 20000; ++i) {
            ParsedItem item;
            item.name = names[random() % std::size(names)];
            item.unit = units[random() % std::size(units)];
            item.quantity = std::int64_t(random() % 5000) + 1;
            item.note = random() % 2 ? "cold, please" : "";
            item.category = random() % 2 ? "my shelf" : "";
            if (random() % 2)
                item.price = Money{"EUR", std::int64_t(random() % 1000)};
            std::string line =
                formatQuantity(item.quantity) + (item.unit.empty() ? "x " : " " + item.unit + " ") + item.name;
            line += item.price ? " @" + formatMoney(*item.price) : "";
            line += item.category.empty() ? "" : " #\"" + item.category + "\"";
            line += item.note.empty() ? "" : ", " + item.note;
            QCOMPARE(described(parseQuickAdd(line)), described(item));
        }
    }

    void randomTextGivesASoundItemOrOneSentence()
    {
        auto random = test::seededGenerator("quick add text");
        static constexpr const char *pieces[] = {
            " ",  " ",    " ", "2",      "1/2",    "½",      "x",   "×",    "g",  "kg", "bottles", "of",
            "\"", "“",    "”", "#",      "@",      "€",      "EUR", "1.99", ",",  ", ", "-",       "milk",
            "no", "sku:", "0", "\u3000", "\u0301", "\u200b", "[x]", "1.",   "\r", "\n", "999999",  "\xff"};
        for (int i = 0; i < 60000; ++i) {
            const std::string text = i % 4 ? test::randomPieces(random, pieces, 14) : test::randomBytes(random, 60);
            const QuickAddOptions options = {i % 8 < 4 ? DecimalSeparator::Point : DecimalSeparator::Comma,
                                             i % 16 < 8 ? "" : "EUR"};
            auto items = parsePastedList(text, options);
            items.push_back(parseQuickAdd(text, options));
            for (const auto &item : items) {
                if (item)
                    QVERIFY2(isSound(*item) && partsAreInOrder(*item, text.size()), text.c_str());
                else
                    QVERIFY2(isCleanText(item.error().message) && item.error().message.ends_with('.'), text.c_str());
            }
        }
    }

private:
    void compareLine()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, expected);
        QCOMPARE(described(parseQuickAdd(line.toStdString())), expected);
    }
};

QTEST_APPLESS_MAIN(TestQuickAdd)
#include "tst_quickadd.moc"
