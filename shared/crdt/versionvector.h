#pragma once

#include "base/ids.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace evencart {

// For each replica the highest seq seen, all lower ones included. Absent means 0.
// Invariant: entries are sorted by replica and never 0, so equal vectors have equal entries.
class VersionVector
{
public:
    using Entry = std::pair<ReplicaId, std::uint64_t>;

    std::uint64_t seen(ReplicaId replica) const;
    void advance(ReplicaId replica, std::uint64_t seq); // to at least seq
    void merge(const VersionVector &other);             // entry-wise maximum
    bool covers(const VersionVector &other) const;

    // The sum of all entries: how many deltas it stands for. Grows whenever the vector does.
    std::uint64_t weight() const;

    const std::vector<Entry> &entries() const { return m_entries; }
    bool isEmpty() const { return m_entries.empty(); }

    friend bool operator==(const VersionVector &, const VersionVector &) = default;

private:
    std::vector<Entry> m_entries;
};

} // namespace evencart
