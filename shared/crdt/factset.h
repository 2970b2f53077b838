#pragma once

#include "crdt/fact.h"

#include <cstddef>
#include <unordered_map>
#include <vector>

namespace evencart {

// The live facts, by subject. Invariants: a dot is in at most once; a subject without facts has no entry, so nothing is
// left of a line that was removed. The facts of a subject are in the order of their dots.
class FactSet
{
public:
    using Facts = std::vector<Fact>;

    bool insert(Fact fact); // false: that dot is in already
    bool remove(const Dot &dot, LineId *subject = nullptr);
    bool contains(const Dot &dot) const { return m_subjects.contains(dot); }
    const Fact *find(const Dot &dot) const;
    void restamp(const Dot &dot, Hlc stamp);

    const Facts &of(const LineId &subject) const; // empty where there is none
    const std::unordered_map<LineId, Facts> &bySubject() const { return m_facts; }
    std::size_t size() const { return m_subjects.size(); }
    void reserve(std::size_t facts);

    friend bool operator==(const FactSet &a, const FactSet &b) { return a.m_facts == b.m_facts; }

private:
    Fact *locate(const Dot &dot);

    std::unordered_map<LineId, Facts> m_facts;
    std::unordered_map<Dot, LineId> m_subjects;
};

} // namespace evencart
