#include "crdt/statecodec.h"

#include "base/cbor.h"
#include "base/limits.h"

#include <algorithm>

namespace evencart {

namespace {

constexpr std::uint64_t stateVersion = 1;
constexpr std::size_t wordsPerFact = 7;
constexpr std::size_t mostFacts = 4'000'000;

using Subject = std::pair<const LineId, FactSet::Facts>;

std::vector<const Subject *> sortedSubjects(const State &state)
{
    std::vector<const Subject *> subjects;
    subjects.reserve(state.facts().bySubject().size());
    for (const Subject &subject : state.facts().bySubject())
        subjects.push_back(&subject);
    std::sort(subjects.begin(), subjects.end(), [](auto *a, auto *b) { return a->first < b->first; });
    return subjects;
}

std::vector<MemberId> sortedAuthors(const State &state)
{
    std::vector<MemberId> authors;
    for (const auto &[subject, facts] : state.facts().bySubject()) {
        for (const Fact &fact : facts) {
            const auto at = std::lower_bound(authors.begin(), authors.end(), fact.author);
            if (at == authors.end() || *at != fact.author)
                authors.insert(at, fact.author);
        }
    }
    return authors;
}

// Writers of live facts that the vector does not name exist in partial states only; those name replicas in full.
void writeContext(cbor::Writer &out, const CausalContext &context)
{
    out.array(context.vector().entries().size() * 2);
    for (const auto &[replica, seq] : context.vector().entries()) {
        out.unsignedInteger(replica.value);
        out.unsignedInteger(seq);
    }
    out.array(context.cloud().size() * 3);
    for (const Dot &dot : context.cloud()) {
        out.unsignedInteger(dot.replica.value);
        out.unsignedInteger(dot.seq);
        out.unsignedInteger(dot.index);
    }
}

// A replica by its place in the vector, or, for a dot of the cloud, by its place in the cloud behind it.
class ReplicaTable
{
public:
    explicit ReplicaTable(const CausalContext &context)
    {
        for (const auto &entry : context.vector().entries())
            m_replicas.push_back(entry.first);
        for (const Dot &dot : context.cloud())
            m_replicas.push_back(dot.replica);
        std::sort(m_replicas.begin(), m_replicas.end());
        m_replicas.erase(std::unique(m_replicas.begin(), m_replicas.end()), m_replicas.end());
    }
    std::uint64_t indexOf(ReplicaId replica) const
    {
        return static_cast<std::uint64_t>(std::lower_bound(m_replicas.begin(), m_replicas.end(), replica) -
                                          m_replicas.begin());
    }
    const ReplicaId *at(std::uint64_t index) const { return index < m_replicas.size() ? &m_replicas[index] : nullptr; }

private:
    std::vector<ReplicaId> m_replicas;
};

void writeFact(cbor::Writer &out, const Fact &fact, const ReplicaTable &replicas, const std::vector<MemberId> &authors)
{
    const auto author = std::lower_bound(authors.begin(), authors.end(), fact.author) - authors.begin();
    out.unsignedInteger(replicas.indexOf(fact.dot.replica));
    out.unsignedInteger(fact.dot.seq);
    out.unsignedInteger(fact.dot.index);
    out.unsignedInteger(fact.stamp.value);
    out.unsignedInteger(static_cast<std::uint64_t>(author));
    out.unsignedInteger(fact.field);
    out.bytes(fact.body);
}

CausalContext readContext(cbor::Reader &in)
{
    CausalContext context;
    std::size_t count = in.array(limits::cartReplicas * 2);
    if (count % 2 != 0)
        in.fail();
    std::uint64_t previous = 0;
    for (std::size_t i = 0; i < count && !in.failed(); i += 2) {
        const std::uint64_t replica = in.unsignedInteger();
        const std::uint64_t seq = in.unsignedInteger();
        if (replica <= previous || seq == 0)
            in.fail();
        previous = replica;
        context.advance(ReplicaId{replica}, seq);
    }
    count = in.array(mostFacts * 3);
    if (count % 3 != 0)
        in.fail();
    Dot last;
    for (std::size_t i = 0; i < count && !in.failed(); i += 3) {
        const ReplicaId replica{in.unsignedInteger()};
        const std::uint64_t seq = in.unsignedInteger();
        const std::uint64_t index = in.unsignedInteger();
        const Dot dot{replica, seq, static_cast<std::uint32_t>(index)};
        if (index >= limits::deltaFacts || seq == 0 || !(last < dot) || context.covers(dot)) {
            in.fail();
            return context;
        }
        context.addToCloud(dot);
        last = dot;
    }
    return context;
}

std::vector<MemberId> readAuthors(cbor::Reader &in)
{
    std::vector<MemberId> authors;
    const std::size_t count = in.array(mostFacts);
    for (std::size_t i = 0; i < count && !in.failed(); ++i) {
        authors.push_back(MemberId::fromBytes(in.bytesExactly(16)));
        if (i > 0 && !(authors[i - 1] < authors[i]))
            in.fail();
    }
    return authors;
}

class StateReader
{
public:
    StateReader(cbor::Reader &in, State &state)
        : m_in(in), m_state(state), m_context(readContext(in)), m_replicas(m_context)
    {
        m_authors = readAuthors(in);
        m_authorUsed.resize(m_authors.size());
    }

    void readSubjects()
    {
        const std::size_t count = m_in.array(mostFacts);
        LineId previous;
        for (std::size_t i = 0; i < count / 2 && !m_in.failed(); ++i) {
            const LineId subject = LineId::fromBytes(m_in.bytesExactly(16));
            if (i > 0 && !(previous < subject))
                m_in.fail();
            previous = subject;
            readFactsOf(subject);
        }
        if (count % 2 != 0)
            m_in.fail();
        // One state, one encoding: an author whom no fact names would make a second one.
        if (std::find(m_authorUsed.begin(), m_authorUsed.end(), false) != m_authorUsed.end())
            m_in.fail();
        m_state.restoreContext(std::move(m_context));
    }

private:
    void readFactsOf(const LineId &subject)
    {
        const std::size_t words = m_in.array(mostFacts * wordsPerFact);
        if (words == 0 || words % wordsPerFact != 0)
            m_in.fail();
        Dot previous;
        for (std::size_t i = 0; i < words && !m_in.failed(); i += wordsPerFact) {
            Fact fact = readFact(subject);
            // A dot is one fact's name: under a second subject it would be dropped without a word.
            const bool known = m_state.facts().contains(fact.dot);
            if (m_in.failed() || known || !(previous < fact.dot) || !m_context.covers(fact.dot)) {
                m_in.fail();
                return;
            }
            previous = fact.dot;
            m_state.restoreFact(std::move(fact));
        }
    }

    Fact readFact(const LineId &subject)
    {
        Fact fact;
        const ReplicaId *replica = m_replicas.at(m_in.unsignedInteger());
        fact.dot.seq = m_in.unsignedInteger();
        const std::uint64_t index = m_in.unsignedInteger();
        fact.stamp = Hlc{m_in.unsignedInteger()};
        const std::uint64_t author = m_in.unsignedInteger();
        const std::uint64_t field = m_in.unsignedInteger();
        fact.body = m_in.bytes(limits::factBodyBytes);
        if (!replica || fact.dot.seq == 0 || index >= limits::deltaFacts || author >= m_authors.size() ||
            field > 0xffffffff) {
            m_in.fail();
            return fact;
        }
        fact.dot.replica = *replica;
        fact.dot.index = static_cast<std::uint32_t>(index);
        fact.author = m_authors[author];
        m_authorUsed[author] = true;
        fact.subject = subject;
        fact.field = static_cast<std::uint32_t>(field);
        return fact;
    }

    cbor::Reader &m_in;
    State &m_state;
    CausalContext m_context;
    ReplicaTable m_replicas;
    std::vector<MemberId> m_authors;
    std::vector<bool> m_authorUsed;
};

} // namespace

Bytes encodeState(const State &state)
{
    cbor::Writer out;
    const ReplicaTable replicas(state.context());
    const auto authors = sortedAuthors(state);
    const auto subjects = sortedSubjects(state);
    out.array(5);
    out.unsignedInteger(stateVersion);
    // The context takes two elements: vector and cloud.
    writeContext(out, state.context());
    out.array(authors.size());
    for (const MemberId &author : authors)
        out.bytes(author.bytes());
    out.array(subjects.size() * 2);
    for (const Subject *subject : subjects) {
        out.bytes(subject->first.bytes());
        out.array(subject->second.size() * wordsPerFact);
        for (const Fact &fact : subject->second)
            writeFact(out, fact, replicas, authors);
    }
    return out.take();
}

Result<State> decodeState(ByteView bytes)
{
    if (bytes.size() > limits::snapshotBytes)
        return Error{ErrorCode::Limit, "This snapshot is larger than a cart may be."};
    cbor::Reader in(bytes);
    in.arrayExactly(5);
    const std::uint64_t version = in.unsignedInteger();
    if (!in.failed() && version != stateVersion)
        return Error{ErrorCode::TooNew, "This snapshot was made by a later version of Evencart; update this one."};
    State state;
    StateReader(in, state).readSubjects();
    if (in.failed() || !in.atEnd())
        return Error{ErrorCode::Corrupt, "This snapshot is damaged."};
    return state;
}

Hash256 digestOf(const State &state)
{
    return sha256(encodeState(state));
}

} // namespace evencart
