#pragma once

#include "cart/cartview.h"
#include "history/happening.h"
#include "workspace/workspace.h"

#include <deque>
#include <map>
#include <unordered_map>

namespace evencart {

// Reads a cart's deltas in the order of its log and says what each did. Follows the facts along the way, so that a
// removal can name what it took away. What was there before the history begins (the cart came as a snapshot) is known
// as far as begin() can tell.
//
// No I/O of its own, no words. One thread.
class HistoryReader
{
public:
    // Lines are called as they are called now until the history says what they were called then. `epoch`: of the log.
    HistoryReader(const CartView &view, const Epoch &epoch);

    // Facts that no delta of this history has brought: they were there before.
    void begin(const std::vector<Fact> &facts);
    // Corrupt where a delta does not decode.
    Result<std::vector<HistoryEntry>> read(const std::vector<StoredDelta> &deltas);
    // The same, and stands afterwards as if they had not come: for changes that have no place in the log yet.
    Result<std::vector<HistoryEntry>> peek(const std::vector<StoredDelta> &deltas);

private:
    struct Live
    {
        Fact fact;
        std::uint64_t position = 0; // of its delta in the log; 0: none, or from before this history
    };
    // A quantity that was taken away: authors who had not seen that still saw it.
    struct Gone
    {
        Live live;
        std::uint64_t position = 0; // of the delta that took it
        ReplicaId by;
    };
    struct Change // what one delta did to one line, as its author saw it
    {
        bool wasPresent = false;
        bool isPresent = false;
        bool named = false;      // it took facts of the line away, perhaps such as others had taken already
        std::vector<Live> taken; // for peek()
        std::vector<Fact> added;
        std::vector<Fact> removed;
    };
    using Changes = std::vector<std::pair<LineId, Change>>;
    struct Journal // what peek() takes back
    {
        std::vector<Changes> changes;
        std::vector<std::pair<LineId, std::optional<std::string>>> names;
    };

    Changes follow(const Delta &delta, const StoredDelta &stored);
    void takeBack(const Journal &journal);
    bool saw(const Delta &author, ReplicaId replica, std::uint64_t position) const;
    bool sawPresent(const Delta &author, const LineId &line, bool after) const;
    void takeFact(const Delta &delta, const StoredDelta &stored, const Dot &dot, const LineId &line, Change &change);
    void tellCart(const Change &change, std::vector<Happening> &told) const;
    void tellLine(const LineId &line, const Change &change, std::vector<Happening> &told);
    void tellQuantity(const Happening &about, const Change &change, std::vector<Happening> &told) const;
    void tellField(const Happening &about, Field field, const Change &change, std::vector<Happening> &told) const;
    void learnName(const LineId &line, const Fact &fact);

    std::uint32_t m_epochTag;
    std::unordered_map<LineId, std::map<Dot, Live>> m_live;
    std::unordered_map<Dot, LineId> m_subjects;
    std::unordered_map<LineId, std::deque<Gone>> m_gone; // a few for each line
    std::unordered_map<LineId, std::string> m_names;
    std::unordered_map<LineId, std::string> m_units;
    std::optional<Journal> m_journal;
};

// Everything that happened in a cart, in the order of the log, what the server has not got last.
Result<std::vector<HistoryEntry>> readHistory(Workspace &workspace, CartReplica &cart);

// The facts of a cart that none of `deltas` has brought.
Result<std::vector<Fact>> factsBefore(Workspace &workspace, const CartReplica &cart,
                                      const std::vector<StoredDelta> &deltas);

} // namespace evencart
