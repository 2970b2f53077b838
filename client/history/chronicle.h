#pragma once

#include "history/historyreader.h"
#include "history/unseen.h"

namespace evencart {

// The history of one cart kept at hand for a program that stays open: read once, then only what is new. Keeps the last
// entries (see mostEntries) and forgets older ones; those are in the database still.
//
// Starts anew by itself where the log is another one (epoch) or where changes came as a snapshot. On the engine's
// thread, with the workspace.
class Chronicle
{
public:
    static constexpr std::size_t mostEntries = 20'000;

    explicit Chronicle(const CartId &cart) : m_cart(cart) {}

    // Brings it up to date. After an error it is empty and starts anew the next time.
    Result<void> update(Workspace &workspace);

    // Oldest first, in the order of the log; those that the server has not got last.
    const std::vector<HistoryEntry> &entries() const { return m_entries; }
    bool isCut() const { return m_cut; } // older ones were forgotten
    Unseen unseen() const { return {m_entries, m_epoch}; }

private:
    Result<void> start(Workspace &workspace, CartReplica &cart);
    Result<bool> follow(Workspace &workspace, CartReplica &cart); // false: it has to start anew
    Result<void> take(const std::vector<StoredDelta> &deltas);

    CartId m_cart;
    std::optional<HistoryReader> m_reader; // stands behind the last sequenced entry
    Epoch m_epoch;
    std::uint64_t m_position = 0; // up to where the log was read
    std::vector<HistoryEntry> m_entries;
    std::size_t m_sequenced = 0; // of m_entries
    bool m_cut = false;
};

} // namespace evencart
