#pragma once

#include "storage/records.h"

#include <unordered_map>
#include <vector>

namespace evencart {

// The stored facts of one cart in memory, found by dot, by delta and by the delta that hides them: no change costs more
// than what it touches. What the table `fact` and its indexes are to SqliteStore.
class MemoryFacts
{
public:
    void insert(const StoredFact &stored); // or replaces
    void erase(const Dot &dot);
    void hide(const Dot &dot, std::uint64_t by);
    void eraseHiddenBy(std::uint64_t by);
    void unhide(std::uint64_t by);
    void restamp(const Dot &dot, Hlc stamp);
    // All facts of the delta `dot` (dot.index is not used) are in the log at `position`.
    void sequence(const Dot &dot, std::uint64_t position);
    void forgetPending();

    std::vector<StoredFact> all() const; // by dot

private:
    using OfDelta = std::vector<StoredFact>;
    static Dot deltaOf(const Dot &dot) { return {dot.replica, dot.seq, 0}; }
    StoredFact *find(const Dot &dot);
    std::vector<Dot> takeHiddenBy(std::uint64_t by);

    std::unordered_map<Dot, OfDelta> m_deltas;
    std::unordered_map<std::uint64_t, std::vector<Dot>> m_hiddenBy; // may name dots that are gone
};

} // namespace evencart
