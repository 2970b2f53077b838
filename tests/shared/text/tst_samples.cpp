#include "text/quickadd.h"

#include <QDir>
#include <QTest>

#include <map>

using namespace evencart;

namespace {

QByteArray contentsOf(const QString &name)
{
    QFile file(QStringLiteral(EVENCART_SAMPLES "/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<Result<ParsedItem>> itemsOf(const QString &name)
{
    return parsePastedList(contentsOf(name).toStdString());
}

// Price times quantity, rounded half up line by line.
QByteArray totalsOf(const std::vector<Result<ParsedItem>> &items)
{
    std::map<std::string, std::int64_t> totals;
    for (const auto &item : items) {
        if (item && item->price)
            totals[item->price->currency] += (item->price->minor * item->quantity + oneThing / 2) / oneThing;
    }
    QByteArrayList texts;
    for (const auto &[currency, minor] : totals)
        texts << QByteArray::fromStdString(formatMoney({currency, minor}));
    return texts.join(", ");
}

} // namespace

class TestSamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLineIsAnItem_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList names =
            QDir(QStringLiteral(EVENCART_SAMPLES)).entryList({QStringLiteral("*.txt")}, QDir::Files);
        QVERIFY(names.size() >= 4);
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }
    void everyLineIsAnItem()
    {
        QFETCH(QString, name);
        const auto items = itemsOf(name);
        QVERIFY(items.size() >= 15);
        for (const auto &item : items) {
            QVERIFY2(item.ok(), item.ok() ? "" : item.error().message.c_str());
            QVERIFY2(!item->category.empty(), item->name.c_str());
        }
    }

    void theTotalsAreRight_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("count");
        QTest::addColumn<QByteArray>("totals");
        const auto row = [](const char *name, int count, const char *totals) {
            QTest::newRow(name) << QString::fromLatin1(name) << count << QByteArray(totals);
        };
        row("family-week.txt", 35, "71.17 EUR");
        row("family-week.de.txt", 35, "71.17 EUR");
        row("barbecue.txt", 25, "108.00 EUR");
        row("office-order.txt", 21, "3250 JPY, 732.09 USD");
        row("hardware.txt", 17, "275.36 GBP");
    }
    void theTotalsAreRight()
    {
        QFETCH(QString, name);
        QFETCH(int, count);
        QFETCH(QByteArray, totals);
        const auto items = itemsOf(name);
        QCOMPARE(totalsOf(items), totals);
        QCOMPARE(int(items.size()), count);
    }

    void amountsInTheSamplesAreRecognised()
    {
        std::map<std::string, std::string> amounts;
        for (const char *name : {"family-week.txt", "barbecue.txt", "office-order.txt", "hardware.txt"}) {
            for (const auto &item : itemsOf(QString::fromLatin1(name)))
                amounts[item->name] = formatQuantity(item->quantity) + item->unit;
        }
        QCOMPARE(amounts["eggs"], std::string("12"));
        QCOMPARE(amounts["Kaffee"], std::string("500g"));
        QCOMPARE(amounts["Gurken"], std::string("1jar"));
        QCOMPARE(amounts["7 up"], std::string("2"));
        QCOMPARE(amounts["500 g spaghetti"], std::string("2"));
        QCOMPARE(amounts["2x4 timber"], std::string("6"));
        QCOMPARE(amounts["2\" nails"], std::string("1kg"));
        QCOMPARE(amounts["screws #8"], std::string("200"));
        QCOMPARE(amounts["sandpaper grade 120"], std::string("1"));
        QCOMPARE(amounts["抹茶"], std::string("2pack"));
    }
};

QTEST_APPLESS_MAIN(TestSamples)
#include "tst_samples.moc"
