#pragma once

#include "crdt/fact.h"

#include <map>
#include <unordered_map>
#include <vector>

namespace evencart {

// Facts that own pending deltas take away: not shown, but still there for the server, and back in sight if it refuses
// the delta.
class HiddenFacts
{
public:
    struct Hidden
    {
        Fact fact;
        std::uint64_t by = 0; // own seq
    };

    void insert(Fact fact, std::uint64_t by);
    void erase(const Dot &dot);
    // Everything that `by` hides; it is hidden no longer.
    std::vector<Fact> take(std::uint64_t by);
    void restamp(const Dot &dot, Hlc stamp);

    std::uint64_t hiderOf(const Dot &dot) const; // 0: nobody
    const std::unordered_map<Dot, Hidden> &all() const { return m_facts; }

private:
    std::unordered_map<Dot, Hidden> m_facts;
    std::map<std::uint64_t, std::vector<Dot>> m_bySeq; // may name dots that are gone
};

} // namespace evencart
