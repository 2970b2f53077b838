#include "history/unseen.h"

#include <algorithm>

namespace evencart {

std::uint32_t tagOf(const Epoch &epoch)
{
    std::uint32_t tag = 0;
    for (std::size_t i = 0; i < 4; ++i)
        tag = tag << 8 | epoch.raw[i];
    return tag;
}

Unseen::Unseen(const std::vector<HistoryEntry> &entries, const Epoch &epoch)
    : m_entries(entries), m_epochTag(tagOf(epoch))
{
}

std::vector<const HistoryEntry *> Unseen::of(const HistoryEntry &entry) const
{
    std::vector<const HistoryEntry *> unseen;
    if (!entry.hasBytes || (entry.base.epochTag != 0 && entry.base.epochTag != m_epochTag))
        return unseen;
    const auto sequencedEnd = std::partition_point(m_entries.begin(), m_entries.end(),
                                                   [](const HistoryEntry &other) { return other.position > 0; });
    const auto beyond = [](std::uint64_t head, const HistoryEntry &other) { return head < other.position; };
    for (auto other = std::upper_bound(m_entries.begin(), sequencedEnd, entry.base.head, beyond); other != sequencedEnd;
         ++other) {
        if (entry.position > 0 && other->position >= entry.position)
            break;
        if (other->kind == StoredDelta::Kind::Accepted && other->author != entry.author)
            unseen.push_back(&*other);
    }
    return unseen;
}

bool Unseen::concurrent(const HistoryEntry &a, const HistoryEntry &b) const
{
    return isBehindBase(a, b) || isBehindBase(b, a);
}

bool Unseen::isBehindBase(const HistoryEntry &later, const HistoryEntry &earlier) const
{
    const bool knownLog = later.base.epochTag == 0 || later.base.epochTag == m_epochTag;
    return knownLog && later.hasBytes && later.author != earlier.author &&
           earlier.kind == StoredDelta::Kind::Accepted && earlier.position > later.base.head &&
           (later.position == 0 || earlier.position < later.position);
}

} // namespace evencart
