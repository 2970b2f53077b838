#include "cart/facts.h"

#include "base/cbor.h"
#include "base/limits.h"

namespace evencart {

namespace {

enum Kind : std::uint64_t
{
    KindInc = 0,
    KindSet = 1,
    KindKeep = 2,
    KindContribution = 3
};

constexpr std::size_t mostObserved = 65536;
constexpr std::size_t mostAbsorbed = 4096;
constexpr std::size_t placeBytes = 1024;

void writeDescriptor(cbor::Writer &out, const Descriptor &line)
{
    out.text(line.name);
    out.text(line.unit);
    out.text(line.sku);
    if (!line.birth) {
        out.array(0);
        return;
    }
    out.array(3);
    out.unsignedInteger(line.birth->stamp.value);
    out.unsignedInteger(line.birth->replica.value);
    out.unsignedInteger(line.birth->index);
}

Descriptor readDescriptor(cbor::Reader &in)
{
    Descriptor line;
    line.name = in.text(limits::nameBytes);
    line.unit = in.text(limits::shortTextBytes);
    line.sku = in.text(limits::shortTextBytes);
    const std::size_t words = in.array(3);
    if (words == 3) {
        Birth birth;
        birth.stamp = Hlc{in.unsignedInteger()};
        birth.replica = ReplicaId{in.unsignedInteger()};
        const std::uint64_t index = in.unsignedInteger();
        if (index > 0xffffffff)
            in.fail();
        birth.index = static_cast<std::uint32_t>(index);
        line.birth = birth;
    } else if (words != 0) {
        in.fail();
    }
    return line;
}

struct QuantityWriter
{
    cbor::Writer &out;
    void start(Kind kind, std::size_t words) const
    {
        out.array(words + 5);
        out.unsignedInteger(kind);
    }
    void operator()(const Inc &inc) const
    {
        start(KindInc, 1);
        out.integer(inc.n);
    }
    void operator()(const Set &set) const
    {
        start(KindSet, 2);
        out.integer(set.n);
        out.array(set.absorbed.size() * 3);
        for (const Absorbed &part : set.absorbed) {
            out.bytes(part.origin.bytes());
            out.unsignedInteger(part.position);
            out.integer(part.n);
        }
    }
    void operator()(const Keep &keep) const
    {
        start(KindKeep, 1);
        out.integer(keep.n);
    }
    void operator()(const Contribution &part) const
    {
        start(KindContribution, 3);
        out.bytes(part.origin.bytes());
        out.unsignedInteger(part.position);
        out.integer(part.n);
    }
};

Set readSet(cbor::Reader &in)
{
    Set set;
    set.n = in.integer();
    const std::size_t words = in.array(mostAbsorbed * 3);
    if (words % 3 != 0)
        in.fail();
    for (std::size_t i = 0; i < words && !in.failed(); i += 3) {
        Absorbed part;
        part.origin = CartId::fromBytes(in.bytesExactly(16));
        part.position = in.unsignedInteger();
        part.n = in.integer();
        set.absorbed.push_back(part);
    }
    return set;
}

Contribution readContribution(cbor::Reader &in)
{
    Contribution part;
    part.origin = CartId::fromBytes(in.bytesExactly(16));
    part.position = in.unsignedInteger();
    part.n = in.integer();
    return part;
}

template <typename T>
std::optional<T> complete(const cbor::Reader &in, T value)
{
    if (in.failed() || !in.atEnd())
        return std::nullopt;
    return value;
}

} // namespace

Bytes encodeBody(const QuantityFact &fact)
{
    cbor::Writer out;
    std::visit(QuantityWriter{out}, fact.what);
    writeDescriptor(out, fact.line);
    return out.take();
}

Bytes encodeBody(const TitleFact &fact)
{
    cbor::Writer out;
    out.array(2);
    out.text(fact.name);
    out.array(fact.observed.size() * 3);
    for (const Dot &dot : fact.observed) {
        out.unsignedInteger(dot.replica.value);
        out.unsignedInteger(dot.seq);
        out.unsignedInteger(dot.index);
    }
    return out.take();
}

Bytes encodeBody(const MarkFact &fact)
{
    cbor::Writer out;
    out.array(2);
    out.bytes(fact.member.bytes());
    out.integer(fact.n);
    return out.take();
}

Bytes encodeBody(const MergedFromFact &fact)
{
    cbor::Writer out;
    out.array(3);
    out.bytes(fact.origin.bytes());
    out.unsignedInteger(fact.position);
    out.array(fact.vector.size() * 2);
    for (const auto &[replica, seq] : fact.vector) {
        out.unsignedInteger(replica.value);
        out.unsignedInteger(seq);
    }
    return out.take();
}

Bytes encodeBody(const Money &price)
{
    cbor::Writer out;
    out.array(2);
    out.text(price.currency);
    out.integer(price.minor);
    return out.take();
}

Bytes encodeText(std::string_view utf8)
{
    cbor::Writer out;
    out.text(utf8);
    return out.take();
}

Bytes encodeMember(const MemberId &member)
{
    cbor::Writer out;
    out.bytes(member.bytes());
    return out.take();
}

Bytes encodePlace(ByteView key)
{
    cbor::Writer out;
    out.bytes(key);
    return out.take();
}

Bytes encodeFeature(std::uint32_t feature)
{
    cbor::Writer out;
    out.unsignedInteger(feature);
    return out.take();
}

std::optional<QuantityFact> decodeQuantity(ByteView body)
{
    cbor::Reader in(body);
    const std::size_t words = in.array(16);
    const std::uint64_t kind = in.unsignedInteger();
    QuantityFact fact;
    std::size_t expected = 6;
    if (kind == KindInc) {
        fact.what = Inc{in.integer()};
    } else if (kind == KindSet) {
        fact.what = readSet(in);
        expected = 7;
    } else if (kind == KindKeep) {
        fact.what = Keep{in.integer()};
    } else if (kind == KindContribution) {
        fact.what = readContribution(in);
        expected = 8;
    } else {
        return std::nullopt;
    }
    fact.line = readDescriptor(in);
    if (words != expected)
        return std::nullopt;
    return complete(in, std::move(fact));
}

std::optional<TitleFact> decodeTitle(ByteView body)
{
    cbor::Reader in(body);
    in.arrayExactly(2);
    TitleFact fact;
    fact.name = in.text(limits::nameBytes);
    const std::size_t words = in.array(mostObserved * 3);
    if (words % 3 != 0)
        in.fail();
    for (std::size_t i = 0; i < words && !in.failed(); i += 3) {
        Dot dot;
        dot.replica = ReplicaId{in.unsignedInteger()};
        dot.seq = in.unsignedInteger();
        const std::uint64_t index = in.unsignedInteger();
        if (index > 0xffffffff)
            in.fail();
        dot.index = static_cast<std::uint32_t>(index);
        fact.observed.push_back(dot);
    }
    return complete(in, std::move(fact));
}

std::optional<MarkFact> decodeMark(ByteView body)
{
    cbor::Reader in(body);
    in.arrayExactly(2);
    MarkFact fact;
    fact.member = MemberId::fromBytes(in.bytesExactly(16));
    fact.n = in.integer();
    return complete(in, fact);
}

std::optional<MergedFromFact> decodeMergedFrom(ByteView body)
{
    cbor::Reader in(body);
    in.arrayExactly(3);
    MergedFromFact fact;
    fact.origin = CartId::fromBytes(in.bytesExactly(16));
    fact.position = in.unsignedInteger();
    const std::size_t words = in.array(limits::cartReplicas * 2);
    if (words % 2 != 0)
        in.fail();
    for (std::size_t i = 0; i < words && !in.failed(); i += 2) {
        const ReplicaId replica{in.unsignedInteger()};
        fact.vector.emplace_back(replica, in.unsignedInteger());
    }
    return complete(in, std::move(fact));
}

std::optional<Money> decodePrice(ByteView body)
{
    cbor::Reader in(body);
    in.arrayExactly(2);
    Money price;
    price.currency = in.text(3);
    price.minor = in.integer();
    return complete(in, std::move(price));
}

std::optional<std::string> decodeText(ByteView body)
{
    cbor::Reader in(body);
    std::string text(in.text(limits::noteBytes));
    return complete(in, std::move(text));
}

std::optional<MemberId> decodeMember(ByteView body)
{
    cbor::Reader in(body);
    const MemberId member = MemberId::fromBytes(in.bytesExactly(16));
    return complete(in, member);
}

std::optional<Bytes> decodePlace(ByteView body)
{
    cbor::Reader in(body);
    Bytes key(in.bytes(placeBytes));
    // Nothing fits below a key that ends in zero, and an empty one is the end of the list (orderkey.h).
    if (key.empty() || key.back() == '\0')
        return std::nullopt;
    return complete(in, std::move(key));
}

std::optional<std::uint32_t> decodeFeature(ByteView body)
{
    cbor::Reader in(body);
    const std::uint64_t feature = in.unsignedInteger();
    if (feature == 0 || feature > 0xffffffff)
        return std::nullopt;
    return complete(in, static_cast<std::uint32_t>(feature));
}

} // namespace evencart
