// How undo steps are written into the database.
#include "base/cbor.h"
#include "base/limits.h"
#include "cart/undo.h"

namespace evencart {

namespace {

constexpr std::size_t dotWords = 3;
constexpr std::size_t factWords = 8;

void writeDot(cbor::Writer &out, const Dot &dot)
{
    out.unsignedInteger(dot.replica.value);
    out.unsignedInteger(dot.seq);
    out.unsignedInteger(dot.index);
}

// Fails the reader where it fits no number of 32 bits.
std::uint32_t readSmall(cbor::Reader &in)
{
    const std::uint64_t number = in.unsignedInteger();
    if (number > 0xffffffff)
        in.fail();
    return static_cast<std::uint32_t>(number);
}

Dot readDot(cbor::Reader &in)
{
    Dot dot;
    dot.replica = ReplicaId{in.unsignedInteger()};
    dot.seq = in.unsignedInteger();
    dot.index = readSmall(in);
    return dot;
}

void writeFact(cbor::Writer &out, const Fact &fact)
{
    writeDot(out, fact.dot);
    out.unsignedInteger(fact.stamp.value);
    out.bytes(fact.author.bytes());
    out.bytes(fact.subject.bytes());
    out.unsignedInteger(fact.field);
    out.bytes(fact.body);
}

Fact readFact(cbor::Reader &in)
{
    Fact fact;
    fact.dot = readDot(in);
    fact.stamp = Hlc{in.unsignedInteger()};
    fact.author = MemberId::fromBytes(in.bytesExactly(16));
    fact.subject = LineId::fromBytes(in.bytesExactly(16));
    fact.field = readSmall(in);
    fact.body = in.bytes(limits::factBodyBytes);
    return fact;
}

// Flat: `words` items for each element.
template <typename Element, typename Write>
void writeList(cbor::Writer &out, const std::vector<Element> &elements, std::size_t words, Write write)
{
    out.array(elements.size() * words);
    for (const Element &element : elements)
        write(out, element);
}

template <typename Read>
auto readList(cbor::Reader &in, std::size_t words, Read read)
{
    std::vector<decltype(read(in))> elements;
    const std::size_t count = in.array(limits::deltaRemoves * words);
    if (count % words != 0)
        in.fail();
    for (std::size_t i = 0; i < count && !in.failed(); i += words)
        elements.push_back(read(in));
    return elements;
}

} // namespace

Bytes encodeUndo(const UndoRecord &record)
{
    cbor::Writer out;
    out.array(5);
    out.text(record.label);
    out.unsignedInteger(record.removedLines ? 1 : 0);
    writeList(out, record.added, factWords, writeFact);
    writeList(out, record.removed, factWords, writeFact);
    writeList(out, record.beside, dotWords, writeDot);
    return out.take();
}

Result<UndoRecord> decodeUndo(ByteView bytes)
{
    cbor::Reader in(bytes);
    UndoRecord record;
    const std::size_t elements = in.array(5);
    record.label = in.text(limits::nameBytes * 2);
    record.removedLines = in.unsignedInteger() == 1;
    record.added = readList(in, factWords, readFact);
    record.removed = readList(in, factWords, readFact);
    if (elements > 4) // earlier versions did not write them
        record.beside = readList(in, dotWords, readDot);
    if (elements < 4 || in.failed() || !in.atEnd())
        return Error{ErrorCode::Corrupt, "An undo step in the local database is damaged."};
    return record;
}

} // namespace evencart
