#pragma once

#include "history/happening.h"

namespace evencart {

// The first four bytes of an epoch, as a delta's base names it.
std::uint32_t tagOf(const Epoch &epoch);

// What the author of a change had not got when he made it: the changes of other members that stand before it in the
// log and behind its base. The log is a linear extension of causality, so such a pair was made at the same time,
// whatever clocks say. Nothing is known of a change that was made on another log (the server was restored since).
class Unseen
{
public:
    // `entries`: in the order of the log, those without a position last; outlives this.
    Unseen(const std::vector<HistoryEntry> &entries, const Epoch &epoch);

    std::vector<const HistoryEntry *> of(const HistoryEntry &entry) const;
    // Of two changes by different members neither author had seen the other's.
    bool concurrent(const HistoryEntry &a, const HistoryEntry &b) const;

private:
    bool isBehindBase(const HistoryEntry &later, const HistoryEntry &earlier) const;

    const std::vector<HistoryEntry> &m_entries;
    std::uint32_t m_epochTag = 0;
};

} // namespace evencart
