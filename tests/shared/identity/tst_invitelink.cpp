#include "identity/invitelink.h"

#include "base/cbor.h"
#include "base/textcodec.h"
#include "shared/text/randomtext.h"

#include <QTest>

using namespace evencart;

namespace {

InviteLink sample()
{
    Fingerprint fingerprint{};
    fingerprint.fill(0x5a);
    return {"cart.example.org", 8443, true, CartId{{1, 2, 3}}, Role::Editor, KeyPair::fromSeed(Bytes(32, 's')),
            fingerprint};
}

int codeOf(std::string_view text)
{
    const auto link = parseInviteLink(text);
    return link.ok() ? -1 : int(link.error().code);
}

// A whole link around a payload of any content, with the checksum that fits.
std::string linkWith(const std::string &authority, const Bytes &payload)
{
    const Hash256 checksum = sha256(authority + payload);
    return "evencart://" + authority + "/join#" + toBase64Url(payload + Bytes(asBytes(checksum).substr(0, 4)));
}

struct Parts
{
    std::uint64_t version = 1;
    std::uint64_t tls = 1;
    Bytes cart = Bytes(16, 'c');
    std::uint64_t role = 2;
    Bytes seed = Bytes(32, 's');
    Bytes fingerprint = {};
};

Bytes payloadOf(const Parts &parts)
{
    cbor::Writer out;
    out.array(6);
    out.unsignedInteger(parts.version);
    out.unsignedInteger(parts.tls);
    out.bytes(parts.cart);
    out.unsignedInteger(parts.role);
    out.bytes(parts.seed);
    out.bytes(parts.fingerprint);
    return out.take();
}

} // namespace

class TestInviteLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initCrypto().ok()); }

    void linksRoundTrip_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<bool>("tls");
        QTest::newRow("name") << "cart.example.org" << 443 << true;
        QTest::newRow("plain on loopback") << "localhost" << 8080 << false;
        QTest::newRow("IPv4") << "192.168.1.20" << 1 << true;
        QTest::newRow("IPv6") << "2001:db8::1" << 65535 << true;
        QTest::newRow("IPv6 loopback") << "::1" << 9000 << false;
        QTest::newRow("longest name") << QString(253, QLatin1Char('a')) << 65535 << true;
    }
    void linksRoundTrip()
    {
        QFETCH(QString, host);
        QFETCH(int, port);
        QFETCH(bool, tls);
        InviteLink link = sample();
        link.host = host.toStdString();
        link.port = static_cast<std::uint16_t>(port);
        link.tls = tls;
        if (!tls)
            link.fingerprint.reset();
        const std::string text = toString(link);
        QVERIFY(text.size() <= InviteLink::mostCharacters);
        const auto back = parseInviteLink(text);
        QVERIFY2(back.ok(), back.ok() ? "" : back.error().message.c_str());
        QVERIFY(*back == link);
    }

    void addressesWithColonsStandInBrackets()
    {
        InviteLink link = sample();
        link.host = "2001:db8::1";
        QVERIFY(toString(link).starts_with("evencart://[2001:db8::1]:8443/join#"));
    }

    void anAdministratorsLinkNamesNoCart()
    {
        InviteLink link = sample();
        QVERIFY(!link.isForAdministrator());
        link.cart = {};
        link.role = Role::Owner;
        const auto back = parseInviteLink(toString(link));
        QVERIFY(back.ok() && back->isForAdministrator() && *back == link);
        link.role = Role::Editor; // of no cart: nobody makes such a link
        QCOMPARE(parseInviteLink(toString(link)).error().code, ErrorCode::Corrupt);
    }

    void theSecretIsInTheFragment()
    {
        const std::string text = toString(sample());
        QVERIFY(text.starts_with("evencart://cart.example.org:8443/join#"));
    }

    // As it arrives from a mail program or from somebody's hand.
    void spaceAndCaseDoNotMatter()
    {
        std::string text = toString(sample());
        QVERIFY(*parseInviteLink(" \n" + text + "\r\n") == sample());
        text.replace(0, 27, "EvenCart://Cart.Example.ORG");
        QVERIFY(*parseInviteLink(text) == sample());
    }

    void whatIsNoInvitationIsSaidToBeNone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("words") << QByteArray("come in");
        QTest::newRow("another scheme") << QByteArray("https://cart.example.org:8443/join#AAAA");
        QTest::newRow("no port") << QByteArray("evencart://cart.example.org/join#AAAA");
        QTest::newRow("port 0") << QByteArray("evencart://cart.example.org:0/join#AAAA");
        QTest::newRow("port too large") << QByteArray("evencart://cart.example.org:65536/join#AAAA");
        QTest::newRow("port with zeros") << QByteArray("evencart://cart.example.org:0443/join#AAAA");
        QTest::newRow("port with a sign") << QByteArray("evencart://cart.example.org:+443/join#AAAA");
        QTest::newRow("no host") << QByteArray("evencart://:443/join#AAAA");
        QTest::newRow("user in the host") << QByteArray("evencart://me@cart.example.org:443/join#AAAA");
        QTest::newRow("IPv6 without brackets") << QByteArray("evencart://2001:db8::1:443/join#AAAA");
        QTest::newRow("no IPv6 in brackets") << QByteArray("evencart://[cart]:443/join#AAAA");
        QTest::newRow("too long") << "evencart://" + QByteArray(600, 'a');
    }
    void whatIsNoInvitationIsSaidToBeNone()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(codeOf(text.toStdString()), int(ErrorCode::InvalidInput));
    }

    void aCutLinkIsDamaged()
    {
        const std::string text = toString(sample());
        for (std::size_t length = text.find('#'); length < text.size(); ++length)
            QCOMPARE(codeOf(std::string_view(text).substr(0, length)), int(ErrorCode::Corrupt));
    }

    // A link that differs in one character is another server, no link, damaged, or, in the case of a letter of the
    // host, the same.
    void aMistypedLinkIsNoticed()
    {
        const std::string text = toString(sample());
        for (std::size_t at = 0; at < text.size(); ++at) {
            for (const char typed : std::string_view("aZ0-_:/#.[")) {
                std::string mistyped = text;
                mistyped[at] = typed;
                const auto link = parseInviteLink(mistyped);
                QVERIFY2(!link.ok() || *link == sample(), mistyped.c_str());
            }
        }
    }

    void aLaterLinkIsNamedAsSuch()
    {
        cbor::Writer later;
        later.array(2);
        later.unsignedInteger(2);
        later.text("who knows");
        QCOMPARE(codeOf(linkWith("a:1", later.view())), int(ErrorCode::TooNew));
    }

    void thePartsMustFit()
    {
        QCOMPARE(codeOf(linkWith("a:1", payloadOf({}))), -1);
        QCOMPARE(codeOf(linkWith("a:1", payloadOf({.version = 0}))), int(ErrorCode::Corrupt));
        QCOMPARE(codeOf(linkWith("a:1", payloadOf({.tls = 2}))), int(ErrorCode::Corrupt));
        QCOMPARE(codeOf(linkWith("a:1", payloadOf({.cart = "short"}))), int(ErrorCode::Corrupt));
        QCOMPARE(codeOf(linkWith("a:1", payloadOf({.role = 0}))), int(ErrorCode::Corrupt));
        QCOMPARE(codeOf(linkWith("a:1", payloadOf({.role = 4}))), int(ErrorCode::Corrupt));
        QCOMPARE(codeOf(linkWith("a:1", payloadOf({.seed = Bytes(31, 's')}))), int(ErrorCode::Corrupt));
        QCOMPARE(codeOf(linkWith("a:1", payloadOf({.fingerprint = Bytes(31, 'f')}))), int(ErrorCode::Corrupt));
        QCOMPARE(codeOf(linkWith("a:1", payloadOf({.tls = 0, .fingerprint = Bytes(32, 'f')}))),
                 int(ErrorCode::Corrupt));
        QCOMPARE(codeOf(linkWith("a:1", payloadOf({}) + '\0')), int(ErrorCode::Corrupt));
    }

    void randomTextDoesNoHarm()
    {
        auto random = test::seededGenerator("random links");
        static constexpr const char *pieces[] = {"evencart://", "a", "[", "]",    ":", "::1", "443",
                                                 "/join#",      "/", "#", "AAAA", "_", "%"};
        for (int i = 0; i < 100000; ++i)
            QVERIFY(!parseInviteLink(test::randomPieces(random, pieces, 12)).ok());
    }
};

QTEST_APPLESS_MAIN(TestInviteLink)
#include "tst_invitelink.moc"
