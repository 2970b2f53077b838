#include "crdt/factset.h"

#include <algorithm>
#include <utility>

namespace evencart {

namespace {

template <typename Facts>
auto position(Facts &facts, const Dot &dot)
{
    return std::lower_bound(facts.begin(), facts.end(), dot,
                            [](const Fact &fact, const Dot &wanted) { return fact.dot < wanted; });
}

} // namespace

bool FactSet::insert(Fact fact)
{
    if (!m_subjects.emplace(fact.dot, fact.subject).second)
        return false;
    auto &facts = m_facts[fact.subject];
    facts.insert(position(facts, fact.dot), std::move(fact));
    return true;
}

bool FactSet::remove(const Dot &dot, LineId *subject)
{
    const auto known = m_subjects.find(dot);
    if (known == m_subjects.end())
        return false;
    const auto line = m_facts.find(known->second);
    line->second.erase(position(line->second, dot));
    if (subject)
        *subject = known->second;
    if (line->second.empty())
        m_facts.erase(line);
    m_subjects.erase(known);
    return true;
}

Fact *FactSet::locate(const Dot &dot)
{
    const auto known = m_subjects.find(dot);
    return known == m_subjects.end() ? nullptr : &*position(m_facts.find(known->second)->second, dot);
}

const Fact *FactSet::find(const Dot &dot) const
{
    return const_cast<FactSet *>(this)->locate(dot);
}

void FactSet::restamp(const Dot &dot, Hlc stamp)
{
    if (Fact *fact = locate(dot))
        fact->stamp = stamp;
}

const FactSet::Facts &FactSet::of(const LineId &subject) const
{
    static const Facts none;
    const auto found = m_facts.find(subject);
    return found == m_facts.end() ? none : found->second;
}

void FactSet::reserve(std::size_t facts)
{
    m_subjects.reserve(facts);
}

} // namespace evencart
