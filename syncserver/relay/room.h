#pragma once

#include "cart/orderable.h"
#include "crdt/state.h"
#include "relay/sequencer.h"
#include "relay/subscriber.h"
#include "store/logstore.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <vector>

namespace evencart::relay {

// A log entry of the current turn and the channel that it came in on.
struct FreshEntry
{
    store::LogEntry entry;
    net::PeerId peer = 0;
    protocol::Channel channel = 0;
};

// A cart in memory: its row, vector, members and cursors as the store has them, who watches it, and, when something
// asks for it, its state. Everything here can be dropped and read again; it is, when a commit failed.
//
// Not the judge (sequencer.h) and not the sender: it keeps the picture and the store in step. Writes REQUIRE an open
// transaction of the store; they show in the picture at once, and flush() brings the coalesced rows (cart, vector) to
// the store before the commit. After a store error the room is out of step and must be dropped.
class Room
{
public:
    static Result<std::unique_ptr<Room>> load(store::LogStore &log, const store::CartRow &row);

    const store::CartRow &row() const { return m_row; }
    const CartId &cart() const { return m_row.cart; }
    LogPicture picture() const { return {m_row, m_vector}; }
    std::vector<std::pair<ReplicaId, std::uint64_t>> vectorEntries() const; // sorted

    // ---- the log
    // Puts an entry behind the head; position and time are filled in. A delta's seq must be the next of its replica.
    // `delta` is the decoded form of an accepted one. `member` binds a replica that nobody has.
    struct Incoming
    {
        store::LogEntry entry;
        const Delta *delta = nullptr;
        std::optional<MemberId> member;
        net::PeerId peer = 0;
        protocol::Channel channel = 0;
    };
    Result<void> append(Incoming incoming, std::uint64_t now);
    // The joined state as entry head + 1. `joined` is the result of the join. One that is too large for a message stays
    // out of the log: it becomes a snapshot, and the log starts anew behind it.
    Result<void> appendJoined(protocol::JoinedState record, State joined, std::uint64_t now);
    Result<void> flush(std::uint64_t now);
    // The same log goes on under another name: who has followed it up to the head, at most, has nothing to compare.
    Result<void> continueUnder(const Epoch &epoch);
    // A new life of this log: whoever was synced with the old one has to compare.
    Result<void> beginEpoch(const Epoch &epoch);
    const std::vector<store::PastEpoch> &pastEpochs() const { return m_pastEpochs; } // oldest first
    // What snapshots.h stored.
    void snapshotMade(std::uint64_t position, std::uint64_t oldest);

    bool isDirty() const { return m_rowIsDirty || !m_dirtyReplicas.empty(); }
    std::vector<FreshEntry> takeFresh() { return std::exchange(m_fresh, {}); }
    const std::vector<FreshEntry> &fresh() const { return m_fresh; }
    // Counted from the last snapshot or the last attempt at one.
    std::uint64_t entriesSinceSnapshot() const { return m_row.head - std::max(m_row.snapshotPosition, m_postponedAt); }
    void postponeSnapshot();
    std::uint64_t bytesSinceSnapshot() const { return m_bytesSinceSnapshot; }

    // ---- the state at the head
    Result<const State *> state();
    Result<Hash256> digest();
    // What of it can be ordered; reading that of a large cart takes a while, so it is kept as long as nothing changes.
    struct Orderable
    {
        FeatureSet required;
        std::vector<OrderableLine> lines;
        std::size_t rows = 0; // of the cart, and whether they have been read just now
        bool isFresh = false;

        std::size_t cost() const { return isFresh ? rows : lines.size() / 8; } // about, in rows looked at
    };
    Result<const Orderable *> orderable();
    void dropState();
    std::size_t stateBytes() const { return m_state ? m_stateBytes : 0; } // an estimate

    // ---- people
    const store::MembershipRow *membership(const MemberId &member) const; // nullptr: not in it, or removed
    const std::map<MemberId, store::MembershipRow> &memberships() const { return m_members; }
    Result<void> putMembership(const store::MembershipRow &membership);

    // ---- who watches
    std::vector<Subscriber> subscribers;
    Subscriber *find(net::PeerId peer, protocol::Channel channel);
    bool isOnline(const DeviceId &device) const;

    // Cursors move in memory at once and to the store with the next flush(); changed devices wait for the next round of
    // presence. Who came and went between two rounds is in it twice: here, and then gone.
    void moveCursor(const MemberId &member, const DeviceId &device, std::uint64_t position);
    void presenceChanged(const DeviceId &device, const MemberId &member);
    std::vector<protocol::MemberCursor> takeChangedCursors();
    std::vector<protocol::MemberCursor> allCursors() const;
    bool hasCursorsToStore() const { return !m_dirtyCursors.empty(); }

    std::uint64_t lastTouched = 0; // monotonic milliseconds

private:
    Room(store::LogStore &log, const store::CartRow &row) : m_log(log), m_row(row) {}
    Result<void> read();
    void advance(ReplicaId replica, std::uint64_t seq, std::optional<MemberId> member);
    Result<void> noteInState(const store::LogEntry &entry, const Delta *delta);
    Result<void> startBehindSnapshot(std::uint64_t now);
    protocol::MemberCursor cursorOf(const store::CursorRow &row) const;

    store::LogStore &m_log;
    store::CartRow m_row;
    bool m_rowIsDirty = false;
    std::vector<store::PastEpoch> m_pastEpochs;
    VectorTable m_vector;
    std::set<ReplicaId> m_dirtyReplicas;
    std::map<MemberId, store::MembershipRow> m_members;
    std::map<DeviceId, store::CursorRow> m_cursors;
    std::set<DeviceId> m_dirtyCursors;
    std::set<DeviceId> m_changedCursors;
    std::set<DeviceId> m_arrived; // since the last round of presence
    std::vector<FreshEntry> m_fresh;
    std::uint64_t m_bytesSinceSnapshot = 0;
    std::uint64_t m_postponedAt = 0;
    std::optional<State> m_state;
    std::size_t m_stateBytes = 0;
    std::optional<Hash256> m_digest; // of m_state, as is m_orderable
    std::optional<Orderable> m_orderable;
};

} // namespace evencart::relay
