#include "storage/memoryfacts.h"

#include <algorithm>

namespace evencart {

StoredFact *MemoryFacts::find(const Dot &dot)
{
    const auto delta = m_deltas.find(deltaOf(dot));
    if (delta == m_deltas.end())
        return nullptr;
    const auto fact = std::find_if(delta->second.begin(), delta->second.end(),
                                   [&](const StoredFact &stored) { return stored.fact.dot == dot; });
    return fact == delta->second.end() ? nullptr : &*fact;
}

void MemoryFacts::insert(const StoredFact &stored)
{
    if (StoredFact *known = find(stored.fact.dot))
        *known = stored;
    else
        m_deltas[deltaOf(stored.fact.dot)].push_back(stored);
    if (stored.hiddenBy != 0)
        m_hiddenBy[stored.hiddenBy].push_back(stored.fact.dot);
}

void MemoryFacts::erase(const Dot &dot)
{
    const auto delta = m_deltas.find(deltaOf(dot));
    if (delta == m_deltas.end())
        return;
    std::erase_if(delta->second, [&](const StoredFact &stored) { return stored.fact.dot == dot; });
    if (delta->second.empty())
        m_deltas.erase(delta);
}

void MemoryFacts::hide(const Dot &dot, std::uint64_t by)
{
    if (StoredFact *known = find(dot)) {
        known->hiddenBy = by;
        m_hiddenBy[by].push_back(dot);
    }
}

std::vector<Dot> MemoryFacts::takeHiddenBy(std::uint64_t by)
{
    const auto named = m_hiddenBy.extract(by);
    std::vector<Dot> hidden = named.empty() ? std::vector<Dot>() : std::move(named.mapped());
    std::erase_if(hidden, [&](const Dot &dot) {
        const StoredFact *known = find(dot);
        return !known || known->hiddenBy != by;
    });
    return hidden;
}

void MemoryFacts::eraseHiddenBy(std::uint64_t by)
{
    for (const Dot &dot : takeHiddenBy(by))
        erase(dot);
}

void MemoryFacts::unhide(std::uint64_t by)
{
    for (const Dot &dot : takeHiddenBy(by))
        find(dot)->hiddenBy = 0;
}

void MemoryFacts::restamp(const Dot &dot, Hlc stamp)
{
    if (StoredFact *known = find(dot))
        known->fact.stamp = stamp;
}

void MemoryFacts::sequence(const Dot &dot, std::uint64_t position)
{
    if (const auto delta = m_deltas.find(deltaOf(dot)); delta != m_deltas.end()) {
        for (StoredFact &stored : delta->second)
            stored.position = position;
    }
}

void MemoryFacts::forgetPending()
{
    for (auto &[name, facts] : m_deltas) {
        std::erase_if(facts, [](const StoredFact &stored) { return stored.position == 0; });
        for (StoredFact &stored : facts)
            stored.hiddenBy = 0;
    }
    std::erase_if(m_deltas, [](const auto &delta) { return delta.second.empty(); });
    m_hiddenBy.clear();
}

std::vector<StoredFact> MemoryFacts::all() const
{
    std::vector<StoredFact> facts;
    for (const auto &[name, ofDelta] : m_deltas)
        facts.insert(facts.end(), ofDelta.begin(), ofDelta.end());
    std::sort(facts.begin(), facts.end(),
              [](const StoredFact &a, const StoredFact &b) { return a.fact.dot < b.fact.dot; });
    return facts;
}

} // namespace evencart
