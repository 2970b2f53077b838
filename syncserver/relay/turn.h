#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "relay/metrics.h"
#include "relay/outbox.h"
#include "relay/roomtable.h"
#include "relay/serveroptions.h"

#include <functional>
#include <optional>
#include <set>

namespace evencart::relay {

// What one turn of the core has done so far: one transaction, opened by the first write, and the answers that depend on
// it. The whole turn is durable or none of it is; Outbox and fresh entries are let go only after the commit.
class Turn
{
public:
    Turn(store::LogStore &log, RoomTable &rooms) : m_log(log), m_rooms(rooms) {}

    // Call before every write; `room` is what it is about, if anything.
    Result<void> willWrite(const Room *room = nullptr);
    // Somebody may have to be brought up to date in this room.
    void somebodyJoined(const Room &room) { m_joined.insert(room.cart()); }
    void membersChanged(const Room &room) { m_membersChanged.insert(room.cart()); }
    // Who is a member no more has the cart's channels shut after the commit.
    void shownOut(const Room &room, const MemberId &member) { m_shownOut.emplace(room.cart(), member); }
    void tookPartIn(PeerId peer) { m_peers.insert(peer); }

    // Called when the turn has been committed, or with why it was lost.
    using Afterwards = std::function<void(const Result<void> &)>;
    void afterwards(Afterwards task) { m_afterwards.push_back(std::move(task)); }
    void settle(const Result<void> &committed);

    // Brings the rooms that were written to the store and commits. False where nothing was to be written.
    Result<bool> commit(std::uint64_t now);
    void rollBack() { m_log.rollBack(); }
    void reset();

    bool isOpen() const { return m_isOpen; }
    const std::set<CartId> &written() const { return m_written; }
    const std::set<CartId> &joined() const { return m_joined; }
    const std::set<CartId> &changedMembers() const { return m_membersChanged; }
    const std::set<std::pair<CartId, MemberId>> &shownOut() const { return m_shownOut; }
    const std::set<PeerId> &peers() const { return m_peers; }

    Outbox replies;
    std::optional<Error> failure; // set: nothing of this turn counts any more

private:
    store::LogStore &m_log;
    RoomTable &m_rooms;
    bool m_isOpen = false;
    std::set<CartId> m_written;
    std::set<CartId> m_joined;
    std::set<CartId> m_membersChanged;
    std::set<std::pair<CartId, MemberId>> m_shownOut;
    std::set<PeerId> m_peers;
    std::vector<Afterwards> m_afterwards;
};

} // namespace evencart::relay
