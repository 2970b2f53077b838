#include "base/cbor.h"
#include "base/ids.h"
#include "base/textcodec.h"

#include <QTest>

using namespace evencart;

class TestCbor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void integersRoundTrip_data()
    {
        QTest::addColumn<quint64>("value");
        QTest::addColumn<QByteArray>("encoded");
        QTest::newRow("zero") << quint64(0) << QByteArray("00");
        QTest::newRow("largest in the head") << quint64(23) << QByteArray("17");
        QTest::newRow("one byte") << quint64(24) << QByteArray("1818");
        QTest::newRow("two bytes") << quint64(1000) << QByteArray("1903e8");
        QTest::newRow("four bytes") << quint64(1000000) << QByteArray("1a000f4240");
        QTest::newRow("beyond 53 bits") << quint64(1000000000000000000ULL) << QByteArray("1b0de0b6b3a7640000");
        QTest::newRow("all 64 bits") << ~quint64(0) << QByteArray("1bffffffffffffffff");
    }
    void integersRoundTrip()
    {
        QFETCH(quint64, value);
        QFETCH(QByteArray, encoded);
        cbor::Writer writer;
        writer.unsignedInteger(value);
        QCOMPARE(QByteArray::fromStdString(toHex(writer.view())), encoded);
        cbor::Reader reader(writer.view());
        QCOMPARE(reader.unsignedInteger(), value);
        QVERIFY(reader.atEnd() && !reader.failed());
    }

    void signedIntegersRoundTrip()
    {
        for (const std::int64_t value :
             {std::int64_t(0), std::int64_t(-1), std::int64_t(-1000), INT64_MIN, INT64_MAX}) {
            cbor::Writer writer;
            writer.integer(value);
            cbor::Reader reader(writer.view());
            QCOMPARE(reader.integer(), value);
            QVERIFY(!reader.failed());
        }
    }

    void refusesWhatWeNeverWrite_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("integer not in its shortest form") << QByteArray("1817");
        QTest::newRow("two bytes where one is enough") << QByteArray("190018");
        QTest::newRow("indefinite array") << QByteArray("9f00ff");
        QTest::newRow("indefinite byte string") << QByteArray("5f4100ff");
        QTest::newRow("map") << QByteArray("a0");
        QTest::newRow("tag") << QByteArray("c000");
        QTest::newRow("float") << QByteArray("f90000");
        QTest::newRow("null") << QByteArray("f6");
        QTest::newRow("string longer than the input") << QByteArray("5b7fffffffffffffff00");
        QTest::newRow("array longer than the input") << QByteArray("9affffffff");
        QTest::newRow("nested nine deep") << QByteArray("81818181818181818180");
        QTest::newRow("cut short") << QByteArray("19 03");
        QTest::newRow("empty") << QByteArray("");
    }
    void refusesWhatWeNeverWrite()
    {
        QFETCH(QByteArray, hex);
        const QByteArray input = QByteArray::fromHex(hex);
        cbor::Reader reader(ByteView(input.constData(), std::size_t(input.size())));
        QVERIFY(reader.item().empty());
        QVERIFY(reader.failed());
    }

    void aFailureStays()
    {
        cbor::Reader reader(ByteView("\x41\x00\x01", 3));
        QCOMPARE(reader.unsignedInteger(), quint64(0)); // a byte string stands there
        QVERIFY(reader.failed());
        QCOMPARE(reader.unsignedInteger(), quint64(0));
        QVERIFY(reader.failed());
    }

    void base64UrlHasOneTextForOneValue()
    {
        for (const Bytes &value : {Bytes(), Bytes("f"), Bytes("fo"), Bytes("foo"), Bytes("\xff\xfe\xfd\xfc", 4)})
            QCOMPARE(*fromBase64Url(toBase64Url(value)), value);
        QVERIFY(!fromBase64Url("Zh")); // leftover bits that are not zero
        QVERIFY(!fromBase64Url("Z"));
        QVERIFY(!fromBase64Url("Zg=="));
    }

    void cleanTextIsUtf8WithoutControlsAndOverrides()
    {
        QVERIFY(isCleanText("Milch, Käse, 牛乳, 🥛"));
        QVERIFY(!isCleanText("\xc0\x80"));     // overlong
        QVERIFY(!isCleanText("\xed\xa0\x80")); // surrogate
        QVERIFY(!isCleanText("cut \xe7\x89")); // truncated
        QVERIFY(!isCleanText("bell \x07"));
        QVERIFY(!isCleanText("\xe2\x80\xae evil")); // right-to-left override
    }
};

QTEST_APPLESS_MAIN(TestCbor)
#include "tst_cbor.moc"
