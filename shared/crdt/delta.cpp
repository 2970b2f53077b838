#include "crdt/delta.h"

#include "base/cbor.h"
#include "base/limits.h"

#include <algorithm>
#include <map>

namespace evencart {

namespace {

constexpr std::uint64_t deltaVersion = 1;
constexpr std::size_t knownElements = 9;
constexpr std::size_t mostElements = 16;

Error damaged(const char *what)
{
    return {ErrorCode::Corrupt, std::string("This change is damaged: ") + what + "."};
}

std::vector<LineId> subjectsOf(const Delta &delta)
{
    std::vector<LineId> subjects;
    for (const Add &add : delta.adds)
        subjects.push_back(add.subject);
    std::sort(subjects.begin(), subjects.end());
    subjects.erase(std::unique(subjects.begin(), subjects.end()), subjects.end());
    return subjects;
}

void writeAdds(cbor::Writer &out, const Delta &delta)
{
    const auto subjects = subjectsOf(delta);
    out.array(subjects.size());
    for (const LineId &subject : subjects)
        out.bytes(subject.bytes());
    out.array(delta.adds.size() * 3);
    for (const Add &add : delta.adds) {
        const auto at = std::lower_bound(subjects.begin(), subjects.end(), add.subject);
        out.unsignedInteger(static_cast<std::uint64_t>(at - subjects.begin()));
        out.unsignedInteger(add.field);
        out.bytes(add.body);
    }
}

// [replica, [seq, index, step to the next seq, index, ...], ...]: long runs of removes cost two or three bytes each.
void writeRemoves(cbor::Writer &out, const std::vector<Dot> &removes)
{
    std::map<ReplicaId, std::vector<Dot>> groups;
    for (const Dot &dot : removes)
        groups[dot.replica].push_back(dot);
    out.array(groups.size() * 2);
    for (const auto &[replica, dots] : groups) {
        out.unsignedInteger(replica.value);
        out.array(dots.size() * 2);
        std::uint64_t previous = 0;
        for (const Dot &dot : dots) {
            out.unsignedInteger(dot.seq - previous);
            out.unsignedInteger(dot.index);
            previous = dot.seq;
        }
    }
}

std::vector<LineId> readSubjects(cbor::Reader &in)
{
    std::vector<LineId> subjects;
    const std::size_t count = in.array(limits::deltaFacts);
    for (std::size_t i = 0; i < count && !in.failed(); ++i) {
        subjects.push_back(LineId::fromBytes(in.bytesExactly(16)));
        if (i > 0 && !(subjects[i - 1] < subjects[i]))
            in.fail();
    }
    return subjects;
}

void readAdds(cbor::Reader &in, Delta &delta)
{
    const auto subjects = readSubjects(in);
    std::vector<bool> used(subjects.size());
    const std::size_t count = in.array(limits::deltaFacts * 3);
    if (count % 3 != 0)
        in.fail();
    for (std::size_t i = 0; i < count && !in.failed(); i += 3) {
        const std::uint64_t subject = in.unsignedInteger();
        const std::uint64_t field = in.unsignedInteger();
        const ByteView body = in.bytes(limits::factBodyBytes);
        if (subject >= subjects.size() || field > 0xffffffff) {
            in.fail();
            return;
        }
        used[subject] = true;
        delta.adds.push_back({subjects[subject], static_cast<std::uint32_t>(field), Bytes(body)});
    }
    if (std::find(used.begin(), used.end(), false) != used.end())
        in.fail(); // a subject that nothing speaks of would be a second encoding of the same delta
}

void readRemovesOf(cbor::Reader &in, Delta &delta, ReplicaId replica)
{
    const std::size_t count = in.array(limits::deltaRemoves * 2);
    if (count == 0 || count % 2 != 0 || delta.removes.size() + count / 2 > limits::deltaRemoves)
        in.fail();
    std::uint64_t seq = 0;
    for (std::size_t i = 0; i < count && !in.failed(); i += 2) {
        const std::uint64_t step = in.unsignedInteger();
        const std::uint64_t index = in.unsignedInteger();
        seq += step;
        if (seq < step || seq == 0 || index >= limits::deltaFacts) {
            in.fail();
            return;
        }
        const Dot dot{replica, seq, static_cast<std::uint32_t>(index)};
        if (!delta.removes.empty() && !(delta.removes.back() < dot))
            in.fail();
        delta.removes.push_back(dot);
    }
}

void readRemoves(cbor::Reader &in, Delta &delta)
{
    const std::size_t count = in.array(limits::cartReplicas * 2);
    if (count % 2 != 0)
        in.fail();
    ReplicaId previous;
    for (std::size_t i = 0; i < count && !in.failed(); i += 2) {
        const ReplicaId replica{in.unsignedInteger()};
        if (!(previous < replica))
            in.fail(); // one group for each replica, or one delta would have several encodings
        previous = replica;
        readRemovesOf(in, delta, replica);
    }
}

// No remove may name what its author cannot have seen: an own delta that is still to come.
bool removesAreFromThePast(const Delta &delta)
{
    return std::all_of(delta.removes.begin(), delta.removes.end(), [&](const Dot &dot) {
        return dot.replica != delta.replica || dot.seq < delta.seq ||
               (dot.seq == delta.seq && dot.index < delta.adds.size());
    });
}

} // namespace

Fact Delta::factOf(std::size_t addIndex, Hlc effectiveStamp) const
{
    const Add &add = adds[addIndex];
    return {dotOf(addIndex), effectiveStamp, author, add.subject, add.field, add.body};
}

Bytes encodeDelta(const Delta &delta)
{
    cbor::Writer out;
    out.array(knownElements + 1);
    out.unsignedInteger(deltaVersion);
    out.unsignedInteger(delta.replica.value);
    out.unsignedInteger(delta.seq);
    out.unsignedInteger(delta.base.epochTag);
    out.unsignedInteger(delta.base.head);
    out.unsignedInteger(delta.stamp.value);
    out.bytes(delta.author.bytes());
    writeAdds(out, delta);
    writeRemoves(out, delta.removes);
    return out.take();
}

Result<Delta> decodeDelta(ByteView bytes)
{
    if (bytes.size() > limits::deltaBytes)
        return Error{ErrorCode::Limit, "This change is larger than one change may be."};
    cbor::Reader in(bytes);
    Delta delta;
    const std::size_t elements = in.array(mostElements);
    const std::uint64_t version = in.unsignedInteger();
    if (in.failed() || elements < knownElements + 1)
        return damaged("it has no header");
    if (version != deltaVersion)
        return Error{ErrorCode::TooNew, "This change was made by a later version of Evencart; update this one."};
    delta.replica = ReplicaId{in.unsignedInteger()};
    delta.seq = in.unsignedInteger();
    const std::uint64_t epochTag = in.unsignedInteger();
    delta.base.head = in.unsignedInteger();
    delta.stamp = Hlc{in.unsignedInteger()};
    delta.author = MemberId::fromBytes(in.bytesExactly(16));
    readAdds(in, delta);
    readRemoves(in, delta);
    for (std::size_t i = knownElements + 1; i < elements; ++i)
        in.item();
    delta.base.epochTag = static_cast<std::uint32_t>(epochTag);
    if (in.failed() || !in.atEnd() || epochTag > 0xffffffff)
        return damaged("its parts do not fit together");
    if (delta.replica.value == 0 || delta.seq == 0 || (delta.adds.empty() && delta.removes.empty()))
        return damaged("it says nothing");
    if (!removesAreFromThePast(delta))
        return damaged("it removes what does not exist yet");
    return delta;
}

Hash256 deltaHash(const CartId &cart, ByteView encoded)
{
    Sha256 hash;
    hash.add(cart.bytes());
    hash.add(encoded);
    return hash.finish();
}

} // namespace evencart
