#include "commandlinefixture.h"

#include "cli/qrcode.h"
#include "cli/texttable.h"
#include "cli/values.h"
#include "sharing/serveraddress.h"

#include <QTest>

using namespace evencart;
using namespace evencart::cli;

class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void durations()
    {
        QCOMPARE(*readDuration("30"), std::uint64_t(30'000));
        QCOMPARE(*readDuration("15m"), std::uint64_t(900'000));
        QCOMPARE(*readDuration("7d"), std::uint64_t(604'800'000));
        for (const char *text : {"", "d", "0", "-1", "7y", "99999999999999999999", "1.5h"})
            QVERIFY2(!readDuration(text).ok(), text);
    }

    void lists()
    {
        QCOMPARE(nameList({}), std::string());
        QCOMPARE(nameList({"a", "b"}), std::string("a, b"));
        QCOMPARE(nameList({"a", "b", "c", "d", "e"}), std::string("a, b, c and 2 more"));
        QCOMPARE(shortName(std::string(40, 'x')).size(), std::size_t(40));
        QVERIFY(shortName(std::string(41, 'x')).ends_with("…"));
        QVERIFY(shortName(std::string("ä") + std::string(80, 'x')).starts_with("äx"));
    }

    void widthsOnATerminal()
    {
        QCOMPARE(displayWidth("milk"), std::size_t(4));
        QCOMPARE(displayWidth("牛乳"), std::size_t(4));
        QCOMPARE(displayWidth("e\u0301"), std::size_t(1));
        QCOMPARE(oneLine("a\nb\tc"), std::string("a b c"));
        TextTable table;
        table.addRow({"牛乳", "", "1"});
        table.addRow({"a", "", "22"});
        table.alignRight(2);
        QCOMPARE(table.toString(), std::string("牛乳   1\na     22\n"));
    }

    void fingerprints()
    {
        const Bytes raw(32, '\xab');
        const std::string hex = toHex(raw);
        QCOMPARE(*readFingerprint(hex), hex);
        std::string colons;
        for (int i = 0; i < 32; ++i)
            colons += i == 0 ? "AB" : ":AB";
        QCOMPARE(*readFingerprint(colons), hex);
        QVERIFY(!readFingerprint("ab").ok());
    }

    void aLinkLeadsBackToItsServer()
    {
        test::CommandLine cli; // readies the crypto
        const KeyPair key = KeyPair::fromSeed(Bytes(KeyPair::seedBytes, 'k'));
        for (const char *address :
             {"wss://cart.example.org:8787", "ws://127.0.0.1:41234", "wss://[::1]:1", "wss://bücher.example:443"}) {
            const auto url = readServerUrl(address);
            QVERIFY2(url.ok(), address);
            const CartId cart = CartId::fromBytes(Bytes(16, 'c'));
            const auto link = linkTo(url->toString().toStdString(), std::string(64, 'a'), cart, Role::Viewer, key);
            const auto read = parseInviteLink(toString(link));
            QVERIFY2(read.ok(), address);
            QCOMPARE(urlOf(*read), *url);
            QCOMPARE(fingerprintOf(*read), link.tls ? std::string(64, 'a') : std::string());
        }
    }

    void qrCodesAreSquare()
    {
        const std::string code = qrCode("evencart://x/join#abc");
        const auto rows = std::count(code.begin(), code.end(), '\n');
        const std::size_t columns = displayWidth(code.substr(0, code.find('\n')));
        QVERIFY(rows > 10);
        QVERIFY(columns == std::size_t(rows) * 2 || columns + 1 == std::size_t(rows) * 2);
        QVERIFY(qrCode(std::string(4000, 'x')).empty());
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
