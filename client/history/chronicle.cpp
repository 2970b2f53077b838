#include "history/chronicle.h"

#include <algorithm>
#include <set>

namespace evencart {

Result<void> Chronicle::update(Workspace &workspace)
{
    const auto cart = workspace.cart(m_cart);
    if (!cart)
        return cart.error();
    if (m_reader && m_epoch == (*cart)->record().epoch) {
        const auto followed = follow(workspace, **cart);
        if (followed && *followed)
            return {};
    }
    auto started = start(workspace, **cart);
    if (!started) {
        m_reader.reset();
        m_entries.clear();
    }
    return started;
}

Result<void> Chronicle::start(Workspace &workspace, CartReplica &cart)
{
    auto deltas = workspace.profile().store().history(m_cart);
    if (!deltas)
        return deltas.error();
    const auto before = factsBefore(workspace, cart, *deltas);
    if (!before)
        return before.error();
    m_reader.emplace(cart.view(), cart.record().epoch);
    m_reader->begin(*before);
    m_epoch = cart.record().epoch;
    m_entries.clear();
    m_sequenced = 0;
    m_cut = false;
    if (auto taken = take(*deltas); !taken)
        return taken;
    m_position = cart.record().cursor;
    return {};
}

Result<bool> Chronicle::follow(Workspace &workspace, CartReplica &cart)
{
    const auto deltas = workspace.profile().store().history(m_cart, m_position);
    if (!deltas)
        return deltas.error();
    std::set<std::pair<ReplicaId, std::uint64_t>> came;
    std::uint64_t reached = m_position;
    for (const StoredDelta &delta : *deltas) {
        came.emplace(delta.replica, delta.seq);
        if (delta.position > 0 && delta.position != ++reached)
            return false; // a hole: what is in it came as a snapshot
    }
    const bool lost = std::any_of(m_entries.begin() + static_cast<std::ptrdiff_t>(m_sequenced), m_entries.end(),
                                  [&](const HistoryEntry &entry) {
                                      return !came.contains({entry.replica, entry.seq});
                                  });
    if (lost || reached != cart.record().cursor)
        return false;
    m_entries.resize(m_sequenced);
    if (auto taken = take(*deltas); !taken)
        return taken.error();
    m_position = reached;
    return true;
}

Result<void> Chronicle::take(const std::vector<StoredDelta> &deltas)
{
    const auto waiting =
        std::partition_point(deltas.begin(), deltas.end(), [](const StoredDelta &delta) { return delta.position > 0; });
    auto sequenced = m_reader->read({deltas.begin(), waiting});
    if (!sequenced)
        return sequenced.error();
    std::move(sequenced->begin(), sequenced->end(), std::back_inserter(m_entries));
    if (m_entries.size() > mostEntries + mostEntries / 4) {
        m_entries.erase(m_entries.begin(), m_entries.end() - mostEntries);
        m_cut = true;
    }
    m_sequenced = m_entries.size();
    auto pending = m_reader->peek({waiting, deltas.end()});
    if (!pending)
        return pending.error();
    std::move(pending->begin(), pending->end(), std::back_inserter(m_entries));
    return {};
}

} // namespace evencart
