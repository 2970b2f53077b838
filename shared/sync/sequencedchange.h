#pragma once

#include "base/result.h"
#include "cart/cartview.h"
#include "protocol/message.h"
#include "sync/cartcopy.h"

#include <map>
#include <set>

namespace evencart {

// Takes what the server sequenced into a CartCopy, entry after entry, and writes down along the way what storage has to
// do about it: one ChangeSet for a whole batch, so that it is all there after a crash or not at all.
//
// The copy is changed at once. If the batch fails later on (a bad entry, a full disk) the caller throws the copy away
// and reads it from storage again. `now` is wall time here, for the history. REQUIRES: the copy's overlay is loaded.
class SequencedChange
{
public:
    SequencedChange(CartCopy &copy, CartView &view, const MemberId &self, std::uint64_t now);

    // The log entry at `position`. Corrupt where it does not fit behind what we have: the server is not to be believed.
    Result<void> apply(std::uint64_t position, const protocol::Record &record);
    // The own delta `seq` became log entry `position`.
    Result<void> accept(std::uint64_t seq, std::uint64_t position, std::optional<Hlc> clampedTo);
    // A whole state: a snapshot at `position`, or a state that a repairing client brought.
    Result<void> join(const State &other, std::uint64_t position);

    struct Outcome
    {
        ChangeSet change;
        std::vector<LineId> touched;
        std::vector<std::uint64_t> rejected; // own seqs
        std::vector<Delta> foreignRemovals;  // deltas of others that took something away
        Hlc latestStamp;                     // for the clock to witness
    };
    Outcome finish();
    // The log has content under our replica id that this file never wrote. It was not taken in, but what came before it
    // was.
    bool foundForeignOwnDelta() const { return m_foreignOwnDelta; }

private:
    Result<void> applyDelta(std::uint64_t position, const protocol::AcceptedDelta &accepted);
    Result<void> applyVoid(std::uint64_t position, const protocol::VoidedDelta &voided);
    void rejectOwn(std::uint64_t position, const protocol::VoidedDelta &voided);
    void rememberFacts(const Delta &delta, std::uint64_t position);
    bool contradictsOwn(const State &other) const;
    Result<void> acceptCovered(const State &other, std::uint64_t position);
    void noteLowerStamp(const Dot &dot, Hlc stamp);
    void watch(const LineId &line);
    void watchRemoves(const std::vector<Dot> &dots);
    void storeDelta(const Delta &delta, const Bytes &bytes, std::uint64_t position, Hlc effective);
    void recordRemovedLines();

    CartCopy &m_copy;
    CartView &m_view;
    MemberId m_self;
    std::uint64_t m_now;
    Outcome m_outcome;
    std::map<LineId, std::pair<bool, FactSet::Facts>> m_before; // of watched lines: present, facts
    std::map<LineId, MemberId> m_removers;
    std::vector<LineId> m_touched;   // their facts changed
    std::vector<LineId> m_sequenced; // only where their facts stand: in the log now
    bool m_foreignOwnDelta = false;
};

} // namespace evencart
