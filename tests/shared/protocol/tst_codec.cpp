#include "protocol/codec.h"

#include "base/cbor.h"
#include "protocol/protocollimits.h"
#include "shared/text/randomtext.h"
#include "support/protocolsamples.h"
#include "support/randommessage.h"

#include <QTest>

#include <set>

using namespace evencart;
using namespace evencart::protocol;
using namespace evencart::test;

namespace {

// Both directions under one name, for templates.
Result<ClientMessage> decodeAs(std::type_identity<ClientMessage>, ByteView bytes)
{
    return decodeClientMessage(bytes);
}
Result<ServerMessage> decodeAs(std::type_identity<ServerMessage>, ByteView bytes)
{
    return decodeServerMessage(bytes);
}

template <typename Message>
Result<Message> decodeAs(ByteView bytes)
{
    return decodeAs(std::type_identity<Message>(), bytes);
}

// One value has one encoding: what decodes must be what its value encodes to.
template <typename Message>
bool isRefusedOrCanonical(ByteView bytes)
{
    const auto decoded = decodeAs<Message>(bytes);
    return !decoded || encode(*decoded) == bytes;
}

template <typename Message>
QString brokenFlip(const std::vector<Sample<Message>> &samples)
{
    for (const auto &sample : samples) {
        Bytes bytes = encode(sample.message);
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
            if (!isRefusedOrCanonical<Message>(bytes))
                return QStringLiteral("%1 with bit %2 flipped").arg(QLatin1String(sample.name)).arg(bit);
            bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
        }
    }
    return {};
}

template <typename Message>
QString brokenCut(const std::vector<Sample<Message>> &samples)
{
    for (const auto &sample : samples) {
        const Bytes bytes = encode(sample.message);
        for (std::size_t length = 0; length < bytes.size(); ++length) {
            if (decodeAs<Message>(ByteView(bytes).substr(0, length)))
                return QStringLiteral("%1 cut to %2 bytes").arg(QLatin1String(sample.name)).arg(length);
        }
        if (decodeAs<Message>(bytes + '\0'))
            return QStringLiteral("%1 with a byte behind it").arg(QLatin1String(sample.name));
    }
    return {};
}

// An encoding with the length of each string and array replaced by huge ones.
template <typename Message>
QString brokenLength(const std::vector<Sample<Message>> &samples)
{
    for (const auto &sample : samples) {
        const Bytes bytes = encode(sample.message);
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            for (const char *length :
                 {"5affffffff", "7bffffffffffffffff", "9a7fffffff", "9bffffffffffffffff", "9a00010000"}) {
                const Bytes hostile = bytes.substr(0, at) + *fromHex(length) + bytes.substr(at);
                if (!isRefusedOrCanonical<Message>(hostile))
                    return QStringLiteral("%1 at %2").arg(QLatin1String(sample.name)).arg(at);
            }
        }
    }
    return {};
}

template <typename Message>
std::size_t kindsIn(const std::vector<Sample<Message>> &samples)
{
    std::set<std::size_t> kinds;
    for (const auto &sample : samples)
        kinds.insert(sample.message.index());
    return kinds.size();
}

Bytes hello()
{
    return encode(clientSamples().front().message);
}

} // namespace

class TestCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasASample()
    {
        QCOMPARE(kindsIn(clientSamples()), std::variant_size_v<ClientMessage>);
        QCOMPARE(kindsIn(serverSamples()), std::variant_size_v<ServerMessage>);
    }

    void randomMessagesRoundTrip()
    {
        auto random = seededGenerator("round trip");
        RandomMessage messages(random);
        std::set<std::size_t> kinds;
        for (int i = 0; i < 20000; ++i) {
            const ClientMessage client = messages.client();
            const auto clientBack = decodeClientMessage(encode(client));
            QVERIFY(clientBack.ok());
            QVERIFY(*clientBack == client);
            const ServerMessage server = messages.server();
            const auto serverBack = decodeServerMessage(encode(server));
            QVERIFY(serverBack.ok());
            QVERIFY(*serverBack == server);
            kinds.insert(client.index());
            kinds.insert(100 + server.index());
        }
        QCOMPARE(kinds.size(), std::variant_size_v<ClientMessage> + std::variant_size_v<ServerMessage>);
    }

    // Conformance 99: numbers beyond 2^53 turned into doubles on the way in other products.
    void wideNumbersRoundTrip()
    {
        for (const std::uint64_t wide : {(1ULL << 32) + 1, (1ULL << 53) + 1, (1ULL << 63) + 1, ~0ULL}) {
            const ClientMessage open = Open{1, CartId{}, {}, ReplicaId{wide}, wide, Epoch{}, wide};
            QVERIFY(*decodeClientMessage(encode(open)) == open);
            const ServerMessage ack = Ack{1, wide, wide, wide, {}};
            QVERIFY(*decodeServerMessage(encode(ack)) == ack);
            const ServerMessage voided =
                Records{1, wide, {VoidedDelta{ReplicaId{wide}, wide, {}, VoidReason::CartFull}}};
            QVERIFY(*decodeServerMessage(encode(voided)) == voided);
            const ServerMessage opened =
                Opened{1, Role::Owner, Epoch{}, wide, wide, CatchUp::Repair, {{ReplicaId{wide}, wide}}};
            QVERIFY(*decodeServerMessage(encode(opened)) == opened);
        }
    }

    void whatIsCutOrLongerIsRefused()
    {
        QCOMPARE(brokenCut(clientSamples()), QString());
        QCOMPARE(brokenCut(serverSamples()), QString());
    }
    void everyBitFlipIsRefusedOrAnotherValue()
    {
        QCOMPARE(brokenFlip(clientSamples()), QString());
        QCOMPARE(brokenFlip(serverSamples()), QString());
    }
    void hostileLengthsAreRefused()
    {
        QCOMPARE(brokenLength(clientSamples()), QString());
        QCOMPARE(brokenLength(serverSamples()), QString());
    }

    void unknownNumbersAreNamed()
    {
        for (const std::uint64_t number : {2ULL, 2001ULL, 30ULL, 1000ULL, ~0ULL}) {
            cbor::Writer out;
            out.array(2);
            out.unsignedInteger(number);
            out.unsignedInteger(0);
            const auto decoded = decodeClientMessage(out.view());
            QVERIFY(!decoded.ok());
            QCOMPARE(int(decoded.error().code), int(ErrorCode::TooNew));
            QVERIFY(QString::fromStdString(decoded.error().message).contains(QString::number(number)));
        }
        QCOMPARE(int(decodeServerMessage(hello()).error().code), int(ErrorCode::TooNew));
        QCOMPARE(int(decodeClientMessage(*fromHex("8100")).error().code),
                 int(ErrorCode::Corrupt)); // no message has number 0
    }

    void aMessageMayNotBeTooLarge()
    {
        const Bytes huge(messageBytes + 1, '\0');
        QCOMPARE(int(decodeClientMessage(huge).error().code), int(ErrorCode::Limit));
        QCOMPARE(int(decodeServerMessage(huge).error().code), int(ErrorCode::Limit));
        const ClientMessage largest = Push{1, {Bytes(limits::deltaBytes, 'x')}};
        QVERIFY(*decodeClientMessage(encode(largest)) == largest);
    }

    void rulesWithinAMessageAreChecked_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("channel 0") << QByteArray("83090000"); // Seen
        QTest::newRow("channel beyond 32 bits") << QByteArray("83091b000000010000000000");
        QTest::newRow("a field missing") << QByteArray("820901");
        QTest::newRow("a field too many") << QByteArray("8409010000");
        QTest::newRow("a text where a number belongs") << QByteArray("8309016130");
        QTest::newRow("part beyond parts") << QByteArray("860f0102020041ff"); // RepairState
        QTest::newRow("no parts") << QByteArray("860f0100000041ff");
        QTest::newRow("raw size beyond a cart's") << QByteArray("860f0100011a0400000141ff");
        QTest::newRow("delta that is a number") << QByteArray("8307018100"); // Push
    }
    void rulesWithinAMessageAreChecked()
    {
        QFETCH(QByteArray, hex);
        const auto decoded = decodeClientMessage(*fromHex(hex.toStdString()));
        QVERIFY(!decoded.ok());
        QCOMPARE(int(decoded.error().code), int(ErrorCode::Corrupt));
    }

    // So that the rows above and below fail for what they say and for nothing else.
    void theirNeighboursAreAccepted()
    {
        for (const char *hex :
             {"83090100", "83091affffffff00", "860f0101020041ff", "860f0100011a0400000041ff", "8307018141ff"})
            QVERIFY2(decodeClientMessage(*fromHex(hex)).ok(), hex);
        const std::string opened = "8806010150" + std::string(32, '0') + "0000";
        const std::string member = "8450" + std::string(32, '0') + "63e280a90100";
        for (const std::string &hex : {std::string("860c010101018105"), std::string("860c0101010280"),
                                       std::string("8412010002"), std::string("840a010181830141ff80"), opened + "0080",
                                       opened + "028401010201", "84181a0050" + std::string(32, '0') + member})
            QVERIFY2(decodeServerMessage(*fromHex(hex)).ok(), hex.c_str());
    }

    void rulesWithinAServerMessageAreChecked_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("a clamp for two deltas") << QByteArray("860c01010102") + "8105"; // Ack
        QTest::newRow("an ack of nothing") << QByteArray("860c01010100") + "80";
        QTest::newRow("a verdict of no kind") << QByteArray("8412010003");          // DigestVerdict
        QTest::newRow("a record of no kind") << QByteArray("840a010181830441ff80"); // Records
        const QByteArray opened = QByteArray("8806010150") + QByteArray(32, '0') + "0000";
        QTest::newRow("a vector with a tail") << opened + "00820101";
        QTest::newRow("a vector out of order") << opened + "02840201" + "0101";
        QTest::newRow("half a vector entry") << opened + "028101";
        QTest::newRow("an override in a name")
            << QByteArray("84181a0050") + QByteArray(32, '0') + "8450" + QByteArray(32, '0') + "63e280ae0100";
    }
    void rulesWithinAServerMessageAreChecked()
    {
        QFETCH(QByteArray, hex);
        const auto decoded = decodeServerMessage(*fromHex(hex.toStdString()));
        QVERIFY(!decoded.ok());
        QCOMPARE(int(decoded.error().code), int(ErrorCode::Corrupt));
    }

    void randomBytesDoNoHarm()
    {
        auto random = seededGenerator("random bytes");
        for (int i = 0; i < 100000; ++i) {
            const Bytes bytes = randomBytes(random, 60);
            QVERIFY(isRefusedOrCanonical<ClientMessage>(bytes));
            QVERIFY(isRefusedOrCanonical<ServerMessage>(bytes));
        }
    }

    // Random bytes rarely get past the head; these do.
    void randomDamageDoesNoHarm()
    {
        auto random = seededGenerator("random damage");
        RandomMessage messages(random);
        const auto damage = [&](Bytes bytes) {
            for (std::size_t left = 1 + random() % 4; left > 0; --left)
                bytes[random() % bytes.size()] = static_cast<char>(random());
            return bytes;
        };
        for (int i = 0; i < 50000; ++i) {
            QVERIFY(isRefusedOrCanonical<ClientMessage>(damage(encode(messages.client()))));
            QVERIFY(isRefusedOrCanonical<ServerMessage>(damage(encode(messages.server()))));
        }
    }
};

QTEST_APPLESS_MAIN(TestCodec)
#include "tst_codec.moc"
