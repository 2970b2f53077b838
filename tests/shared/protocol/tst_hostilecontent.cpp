#include "base/cbor.h"
#include "cart/facts.h"
#include "crdt/delta.h"
#include "crdt/statecodec.h"

#include <QTest>

using namespace evencart;

namespace {

struct FactWords
{
    std::uint64_t seq;
    std::uint64_t author;
};

// A state with one replica that stands at 2, and each of `facts` in a line of its own. Written by hand, since no
// encoder makes these.
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

// A delta that removes `lists`: for each replica its seqs, all with index 0.
Bytes deltaRemoving(const std::vector<std::pair<std::uint64_t, std::uint64_t>> &lists)
{
    cbor::Writer out;
    out.array(10);
    for (const std::uint64_t word : {1, 9, 1, 0, 0, 5}) // version, replica, seq, base, stamp
        out.unsignedInteger(word);
    out.bytes(Bytes(16, 'a'));
    out.array(0);
    out.array(0);
    out.array(lists.size() * 2);
    for (const auto &[replica, seq] : lists) {
        out.unsignedInteger(replica);
        out.array(2);
        out.unsignedInteger(seq);
        out.unsignedInteger(0);
    }
    return out.take();
}

Bytes titleSeeing(std::uint64_t index)
{
    cbor::Writer out;
    out.array(2);
    out.text("Oat milk");
    out.array(3);
    out.unsignedInteger(5);
    out.unsignedInteger(1);
    out.unsignedInteger(index);
    return out.take();
}

} // namespace

// What the byte strings inside messages may hold that no encoder of ours has written.
class TestHostileContent : public QObject
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

    // Found by flipping bits: an author that no fact named was read and forgotten, so that two encodings were one
    // state, and the digest of what was sent was not that of what was read.
    void anAuthorOfNothingIsRefused() { QVERIFY(!decodeState(stateOf({{1, 0}, {2, 0}}, 2)).ok()); }

    // A dot names one fact. The second one was dropped without a word.
    void aDotInTwoLinesIsRefused() { QVERIFY(!decodeState(stateOf({{1, 0}, {1, 1}}, 2)).ok()); }

    // Numbers of deltas start at 1; 0 is covered by every context and so was let through.
    void aFactOfNoDeltaIsRefused() { QVERIFY(!decodeState(stateOf({{0, 0}}, 1)).ok()); }
    void aFactBeyondTheVectorIsRefused() { QVERIFY(!decodeState(stateOf({{3, 0}}, 1)).ok()); }

    void removesOfOneReplicaAreInOneList()
    {
        QVERIFY(decodeDelta(deltaRemoving({{5, 1}, {6, 1}})).ok());
        QVERIFY(!decodeDelta(deltaRemoving({{5, 1}, {5, 2}})).ok());
        QVERIFY(!decodeDelta(deltaRemoving({{6, 1}, {5, 1}})).ok());
        QVERIFY(!decodeDelta(deltaRemoving({{0, 1}})).ok());
    }

    // Cut to 32 bits, it would have named another fact.
    void anIndexBeyond32BitsIsRefused()
    {
        QVERIFY(decodeTitle(titleSeeing(0xffffffff)));
        QVERIFY(!decodeTitle(titleSeeing(0x100000000)));
    }
};

QTEST_APPLESS_MAIN(TestHostileContent)
#include "tst_hostilecontent.moc"
