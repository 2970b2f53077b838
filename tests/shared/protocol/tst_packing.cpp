#include "protocol/codec.h"
#include "protocol/packing.h"
#include "protocol/protocollimits.h"
#include "protocol/zstdblock.h"

#include "base/cbor.h"

#include <QTest>

using namespace evencart;
using namespace evencart::protocol;

namespace {

Records batch(std::size_t deltas)
{
    Records records{1, 7, {}};
    for (std::size_t i = 0; i < deltas; ++i)
        records.records.push_back(AcceptedDelta{Bytes(100, static_cast<char>('a' + i % 4)), {}});
    return records;
}

Bytes envelope(std::uint64_t number, std::uint64_t rawSize, const Bytes &frame)
{
    cbor::Writer out;
    out.array(3);
    out.unsignedInteger(number);
    out.unsignedInteger(rawSize);
    out.bytes(frame);
    return out.take();
}

// What came out of the envelope with that bit turned, where it is neither nothing nor the message itself. A turned bit
// may say the same in another way; it may never say another thing.
template <typename Message, typename Decode>
QString brokenFlip(const Message &message, Decode decode)
{
    Bytes bytes = encode(message);
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
        if (const auto decoded = decode(bytes); decoded && !(*decoded == message))
            return QStringLiteral("bit %1").arg(bit);
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
    }
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        if (decode(ByteView(bytes).substr(0, length)))
            return QStringLiteral("cut to %1 bytes").arg(length);
    }
    return {};
}

} // namespace

class TestPacking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBurstShrinksAndComesBack()
    {
        const ServerMessage message = batch(200);
        const Bytes bytes = encode(message);
        QVERIFY2(bytes.size() < 2000, qPrintable(QString::number(bytes.size())));
        QCOMPARE(*decodeServerMessage(bytes), message);
        const ClientMessage push = Push{3, {Bytes(5000, 'x'), Bytes(5000, 'y')}};
        QVERIFY(encode(push).size() < 1000);
        QCOMPARE(*decodeClientMessage(encode(push)), push);
    }
    void aSmallBatchStaysAsItIs()
    {
        QVERIFY(encode(ServerMessage(batch(3))).size() > 300);
        QCOMPARE(*decodeServerMessage(encode(ServerMessage(batch(3)))), ServerMessage(batch(3)));
    }
    // The channel and the records are all inside, under zstd's checksum.
    void everyBitFlipAndCutIsNoticed()
    {
        QCOMPARE(brokenFlip(ServerMessage(batch(200)), decodeServerMessage), QString());
        const std::vector<Bytes> deltas{Bytes(5000, 'x'), Bytes(5000, 'y')};
        QCOMPARE(brokenFlip(ClientMessage(Push{3, deltas}), decodeClientMessage), QString());
        QCOMPARE(brokenFlip(ClientMessage(RepairPush{3, deltas}), decodeClientMessage), QString());
    }
    void refusesWhatIsNeverPacked_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *name, const Bytes &bytes) {
            QTest::newRow(name) << QByteArray(bytes.data(), qsizetype(bytes.size()));
        };
        const Bytes inner(5000, '\0');
        row("a message of another kind",
            envelope(
                packedByServer, 5011,
                compress(encode(ServerMessage(Failure{1, 0, FailureCode::Busy, std::string(400, 'x')})) + inner, 1)));
        row("packed twice",
            envelope(packedByServer, 5000, compress(envelope(packedByServer, 5000, compress(inner, 1)), 1)));
        row("smaller than what is worth packing", envelope(packedByServer, 10, compress(Bytes(10, 'x'), 1)));
        row("another size than it states", envelope(packedByServer, 6000, compress(inner, 1)));
        row("a bomb", envelope(packedByServer, 64 * 1024 * 1024, compress(Bytes(64 * 1024 * 1024, '\0'), 1)));
        row("cut short", envelope(packedByServer, 5000, compress(inner, 1).substr(0, 9)));
        row("the client's number", envelope(packedByClient, 5000, compress(inner, 1)));
    }
    void refusesWhatIsNeverPacked()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!decodeServerMessage(ByteView(bytes.constData(), std::size_t(bytes.size()))));
    }
};

QTEST_APPLESS_MAIN(TestPacking)
#include "tst_packing.moc"
