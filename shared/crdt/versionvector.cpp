#include "crdt/versionvector.h"

#include <algorithm>

namespace evencart {

namespace {

template <typename Entries>
auto find(Entries &entries, ReplicaId replica)
{
    return std::lower_bound(entries.begin(), entries.end(), replica,
                            [](const auto &entry, ReplicaId wanted) { return entry.first < wanted; });
}

} // namespace

std::uint64_t VersionVector::seen(ReplicaId replica) const
{
    const auto at = find(m_entries, replica);
    return at != m_entries.end() && at->first == replica ? at->second : 0;
}

void VersionVector::advance(ReplicaId replica, std::uint64_t seq)
{
    if (seq == 0)
        return;
    const auto at = find(m_entries, replica);
    if (at != m_entries.end() && at->first == replica)
        at->second = std::max(at->second, seq);
    else
        m_entries.insert(at, {replica, seq});
}

void VersionVector::merge(const VersionVector &other)
{
    for (const auto &[replica, seq] : other.m_entries)
        advance(replica, seq);
}

bool VersionVector::covers(const VersionVector &other) const
{
    return std::all_of(other.m_entries.begin(), other.m_entries.end(),
                       [this](const Entry &entry) { return seen(entry.first) >= entry.second; });
}

std::uint64_t VersionVector::weight() const
{
    std::uint64_t sum = 0;
    for (const auto &entry : m_entries)
        sum += entry.second;
    return sum;
}

} // namespace evencart
