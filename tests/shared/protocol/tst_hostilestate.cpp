#include "base/cbor.h"
#include "crdt/statecodec.h"

#include <QTest>

using namespace evencart;

namespace {

struct FactWords
{
    std::uint64_t seq;
    std::uint64_t author;
};

// A state with one replica that stands at 2, and each of `facts` in a line of its own. Written by hand, since no encoder makes these.
Bytes stateOf(const std::vector<FactWords> &facts, std::size_t authors)
{
    cbor::Writer out;
    out.array(5);
    out.unsignedInteger(1);
    out.array(2);
    out.unsignedInteger(7);
    out.unsignedInteger(2);
    out.array(0);
    out.array(authors);
    for (std::size_t i = 0; i < authors; ++i)
        out.bytes(Bytes(16, static_cast<char>('a' + i)));
    out.array(facts.size() * 2);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        out.bytes(Bytes(16, static_cast<char>('A' + i)));
        out.array(7);
        const std::uint64_t words[] = {0, facts[i].seq, 0, 5, facts[i].author, 1};
        for (const std::uint64_t word : words)
            out.unsignedInteger(word);
        out.bytes("body");
    }
    return out.take();
}

} // namespace

// States that a snapshot or a repair may bring and that no encoder of ours has written.
class TestHostileState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anHonestStateIsRead()
    {
        const Bytes bytes = stateOf({{1, 0}, {2, 1}}, 2);
        const auto state = decodeState(bytes);
        QVERIFY(state.ok());
        QVERIFY(encodeState(*state) == bytes);
    }

    // Found by flipping bits: an author that no fact named was read and forgotten, so that two encodings were one state, and the
    // digest of what was sent was not that of what was read.
    void anAuthorOfNothingIsRefused() { QVERIFY(!decodeState(stateOf({{1, 0}, {2, 0}}, 2)).ok()); }

    // A dot names one fact. The second one was dropped without a word.
    void aDotInTwoLinesIsRefused() { QVERIFY(!decodeState(stateOf({{1, 0}, {1, 1}}, 2)).ok()); }

    // Numbers of deltas start at 1; 0 is covered by every context and so was let through.
    void aFactOfNoDeltaIsRefused() { QVERIFY(!decodeState(stateOf({{0, 0}}, 1)).ok()); }
    void aFactBeyondTheVectorIsRefused() { QVERIFY(!decodeState(stateOf({{3, 0}}, 1)).ok()); }
};

QTEST_APPLESS_MAIN(TestHostileState)
#include "tst_hostilestate.moc"
