#include "sync/hiddenfacts.h"

#include <utility>

namespace evencart {

void HiddenFacts::insert(Fact fact, std::uint64_t by)
{
    const Dot dot = fact.dot;
    if (m_facts.insert_or_assign(dot, Hidden{std::move(fact), by}).second)
        m_bySeq[by].push_back(dot);
}

void HiddenFacts::erase(const Dot &dot)
{
    m_facts.erase(dot);
}

std::vector<Fact> HiddenFacts::take(std::uint64_t by)
{
    std::vector<Fact> facts;
    const auto dots = m_bySeq.extract(by);
    if (dots.empty())
        return facts;
    for (const Dot &dot : dots.mapped()) {
        if (auto hidden = m_facts.extract(dot); !hidden.empty())
            facts.push_back(std::move(hidden.mapped().fact));
    }
    return facts;
}

void HiddenFacts::restamp(const Dot &dot, Hlc stamp)
{
    if (const auto found = m_facts.find(dot); found != m_facts.end())
        found->second.fact.stamp = stamp;
}

std::uint64_t HiddenFacts::hiderOf(const Dot &dot) const
{
    const auto found = m_facts.find(dot);
    return found == m_facts.end() ? 0 : found->second.by;
}

} // namespace evencart
