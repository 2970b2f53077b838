#include "protocol/zstdblock.h"

#include <QTest>
#include <rapidcheck.h>

using namespace evencart;
using namespace evencart::protocol;

namespace {

constexpr std::size_t mebibyte = 1024 * 1024;

int codeOf(const Result<Bytes> &result)
{
    return result.ok() ? -1 : int(result.error().code);
}

} // namespace

class TestZstdBlock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingRoundTrips()
    {
        QVERIFY(rc::check("decompress(compress(x)) is x", [](const std::string &raw) {
            const Bytes frame = compress(raw, *rc::gen::inRange(1, 20));
            const auto back = decompress(frame, raw.size(), raw.size());
            RC_ASSERT(back.ok());
            RC_ASSERT(*back == raw);
        }));
        const Bytes large(5 * mebibyte, 'e');
        QVERIFY(*decompress(compress(large), large.size(), large.size()) == large);
    }

    void theSizeIsWhatWasDeclared()
    {
        const Bytes frame = compress(Bytes(1000, 'x'));
        QCOMPARE(codeOf(decompress(frame, 999, mebibyte)), int(ErrorCode::Corrupt));
        QCOMPARE(codeOf(decompress(frame, 1001, mebibyte)), int(ErrorCode::Corrupt));
        QCOMPARE(codeOf(decompress(frame, 1000, 999)), int(ErrorCode::Limit));
        QVERIFY(decompress(frame, 1000, 1000).ok());
    }

    // Much in little: refused for what it says that it holds, and, where that is a lie, for the lie.
    void bombsDoNotGoOff()
    {
        const Bytes bomb = compress(Bytes(128 * mebibyte, '\0'));
        QVERIFY(bomb.size() < 100 * 1024);
        QCOMPARE(codeOf(decompress(bomb, 128 * mebibyte, 64 * mebibyte)), int(ErrorCode::Limit));
        QCOMPARE(codeOf(decompress(bomb, 64 * mebibyte, 64 * mebibyte)), int(ErrorCode::Corrupt));
    }

    // A few bytes that claim 64 MiB: refused before anything is reserved for them.
    void aClaimIsNotBelieved()
    {
        const Bytes frame = compress(Bytes(300, 'x'));
        // RFC 8878, 3.1.1: magic, descriptor, content size in two bytes; the descriptor 0xA4 makes it four, with a
        // checksum.
        const Bytes claim = frame.substr(0, 4) + Bytes("\xa4\x00\x00\x00\x04", 5) + frame.substr(7);
        QCOMPARE(codeOf(decompress(claim, 64 * mebibyte, 64 * mebibyte)), int(ErrorCode::Corrupt));
    }

    void onlyOneFrameIsAccepted()
    {
        const Bytes frame = compress("one");
        QCOMPARE(codeOf(decompress(frame + compress(""), 3, 100)), int(ErrorCode::Corrupt));
        QCOMPARE(codeOf(decompress(frame + '\0', 3, 100)), int(ErrorCode::Corrupt));
        QCOMPARE(codeOf(decompress("", 0, 100)), int(ErrorCode::Corrupt));
    }

    void whatIsCutOrChangedIsNoticed()
    {
        const Bytes raw = "milk, bread, milk, bread, milk, bread, butter";
        const Bytes frame = compress(raw);
        for (std::size_t length = 0; length < frame.size(); ++length)
            QVERIFY(!decompress(ByteView(frame).substr(0, length), raw.size(), raw.size()).ok());
        for (std::size_t bit = 0; bit < frame.size() * 8; ++bit) {
            Bytes changed = frame;
            changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
            const auto back = decompress(changed, raw.size(), raw.size());
            QVERIFY(!back.ok() || *back == raw); // a few bits of the header mean nothing
        }
    }
};

QTEST_APPLESS_MAIN(TestZstdBlock)
#include "tst_zstdblock.moc"
