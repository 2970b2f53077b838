#include "crdt/state.h"

#include <algorithm>
#include <cassert>

namespace evencart {

namespace {

void note(std::vector<LineId> *touched, const LineId &subject)
{
    if (touched && (touched->empty() || touched->back() != subject))
        touched->push_back(subject);
}

} // namespace

State::Outcome State::judge(const Delta &delta) const
{
    const std::uint64_t seen = vector().seen(delta.replica);
    if (delta.seq <= seen)
        return Outcome::Duplicate;
    if (delta.seq > seen + 1)
        return Outcome::Gap;
    const bool observed = std::all_of(delta.removes.begin(), delta.removes.end(), [&](const Dot &dot) {
        return (dot.replica == delta.replica && dot.seq == delta.seq) || m_context.covers(dot);
    });
    return observed ? Outcome::Applied : Outcome::Unobserved;
}

State::Outcome State::apply(const Delta &delta, Hlc effective, std::vector<LineId> *touched)
{
    const Outcome outcome = judge(delta);
    if (outcome == Outcome::Duplicate) {
        for (std::size_t i = 0; i < delta.adds.size(); ++i)
            lowerStamp(delta.dotOf(i), effective, touched);
    }
    if (outcome != Outcome::Applied)
        return outcome;
    for (std::size_t i = 0; i < delta.adds.size(); ++i) {
        // SUBTLE: a dot in the cloud came with a partial state. It is either here already or was removed since; never
        // again.
        if (m_context.covers(delta.dotOf(i)))
            continue;
        m_facts.insert(delta.factOf(i, effective));
        note(touched, delta.adds[i].subject);
    }
    for (const Dot &dot : delta.removes) {
        LineId subject;
        if (m_facts.remove(dot, &subject))
            note(touched, subject);
    }
    m_context.advance(delta.replica, delta.seq);
    return Outcome::Applied;
}

void State::applyVoid(ReplicaId replica, std::uint64_t seq)
{
    assert(seq == vector().seen(replica) + 1);
    m_context.advance(replica, seq);
}

void State::lowerStamp(const Dot &dot, Hlc stamp, std::vector<LineId> *touched)
{
    const Fact *known = m_facts.find(dot);
    if (!known || known->stamp <= stamp)
        return;
    note(touched, known->subject);
    m_facts.restamp(dot, stamp);
}

void State::join(const State &other, std::vector<LineId> *touched)
{
    std::vector<Dot> gone;
    for (const auto &[subject, facts] : m_facts.bySubject()) {
        for (const Fact &fact : facts) {
            if (other.m_context.covers(fact.dot) && !other.m_facts.contains(fact.dot))
                gone.push_back(fact.dot);
        }
    }
    for (const auto &[subject, facts] : other.m_facts.bySubject()) {
        for (const Fact &fact : facts) {
            if (m_facts.contains(fact.dot))
                lowerStamp(fact.dot, fact.stamp, touched);
            else if (!m_context.covers(fact.dot) && m_facts.insert(fact))
                note(touched, subject);
        }
    }
    for (const Dot &dot : gone) {
        LineId subject;
        m_facts.remove(dot, &subject);
        note(touched, subject);
    }
    m_context.merge(other.m_context);
}

State State::partial(const std::vector<LineId> &subjects) const
{
    State part;
    for (const LineId &subject : subjects) {
        for (const Fact &fact : m_facts.of(subject)) {
            part.m_facts.insert(fact);
            part.m_context.addToCloud(fact.dot);
        }
    }
    return part;
}

void State::withdraw(const std::vector<Dot> &added, std::vector<Fact> removed)
{
    for (const Dot &dot : added)
        m_facts.remove(dot);
    for (Fact &fact : removed) {
        assert(m_context.covers(fact.dot));
        m_facts.insert(std::move(fact));
    }
}

} // namespace evencart
