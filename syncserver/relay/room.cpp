#include "relay/room.h"

#include "crdt/statecodec.h"
#include "protocol/protocollimits.h"
#include "protocol/zstdblock.h"
#include "relay/materialise.h"
#include "store/entrysize.h"

#include <algorithm>
#include <cassert>

namespace evencart::relay {

namespace {

constexpr std::size_t bytesPerFact = 320; // in memory, with both indexes
constexpr std::size_t bytesPerOrderable = 256;
// A client that was away for more restarts than this compares, as after a restore.
constexpr std::size_t mostPastEpochs = 64;

std::size_t estimate(const State &state)
{
    return state.facts().size() * bytesPerFact;
}

} // namespace

Result<std::unique_ptr<Room>> Room::load(store::LogStore &log, const store::CartRow &row)
{
    std::unique_ptr<Room> room(new Room(log, row));
    if (auto read = room->read(); !read)
        return read.error();
    return room;
}

Result<void> Room::read()
{
    auto pastEpochs = m_log.pastEpochs(m_row.cart);
    if (!pastEpochs)
        return pastEpochs.error();
    m_pastEpochs = *std::move(pastEpochs);
    const auto vector = m_log.vector(m_row.cart);
    if (!vector)
        return vector.error();
    for (const store::VectorRow &row : *vector)
        m_vector.emplace(row.replica, row);
    const auto members = m_log.memberships(m_row.cart);
    if (!members)
        return members.error();
    for (const store::MembershipRow &row : *members)
        m_members.emplace(row.member, row);
    const auto cursors = m_log.cursors(m_row.cart);
    if (!cursors)
        return cursors.error();
    for (const store::CursorRow &row : *cursors)
        m_cursors.emplace(row.device, row);
    return {};
}

std::vector<std::pair<ReplicaId, std::uint64_t>> Room::vectorEntries() const
{
    std::vector<std::pair<ReplicaId, std::uint64_t>> entries;
    entries.reserve(m_vector.size());
    for (const auto &[replica, row] : m_vector)
        entries.emplace_back(replica, row.seq);
    std::sort(entries.begin(), entries.end());
    return entries;
}

void Room::advance(ReplicaId replica, std::uint64_t seq, std::optional<MemberId> member)
{
    store::VectorRow &row = m_vector.try_emplace(replica, store::VectorRow{replica, 0, {}, 0, 0}).first->second;
    row.seq = seq;
    if (!row.member)
        row.member = member;
    m_dirtyReplicas.insert(replica);
}

Result<void> Room::append(Incoming incoming, std::uint64_t now)
{
    store::LogEntry &entry = incoming.entry;
    assert(entry.seq == picture().seen(entry.replica) + 1);
    entry.position = m_row.head + 1;
    entry.received = now;
    if (auto stored = m_log.append(m_row.cart, entry); !stored)
        return stored;
    m_row.head = entry.position;
    m_rowIsDirty = true;
    m_bytesSinceSnapshot += store::bodySize(entry);
    advance(entry.replica, entry.seq, incoming.member);
    if (auto noted = noteInState(entry, incoming.delta); !noted)
        return noted;
    m_fresh.push_back({std::move(entry), incoming.peer, incoming.channel});
    return {};
}

Result<void> Room::noteInState(const store::LogEntry &entry, const Delta *delta)
{
    m_digest.reset();
    m_orderable.reset();
    if (!m_state)
        return {};
    if (!delta)
        return applyEntry(*m_state, entry);
    const auto &accepted = std::get<protocol::AcceptedDelta>(entry.record);
    const auto outcome = m_state->apply(*delta, accepted.clampedTo.value_or(delta->stamp));
    assert(outcome == State::Outcome::Applied);
    static_cast<void>(outcome);
    m_stateBytes = estimate(*m_state);
    return {};
}

Result<void> Room::appendJoined(protocol::JoinedState record, State joined, std::uint64_t now)
{
    const std::uint64_t position = m_row.head + 1;
    for (const auto &[replica, seq] : joined.vector().entries()) {
        if (seq <= picture().seen(replica))
            continue;
        advance(replica, seq, std::nullopt);
        m_vector[replica].joinedSeq = seq;
        m_vector[replica].joinedPosition = position;
    }
    m_row.head = position;
    m_rowIsDirty = true;
    m_digest.reset();
    m_orderable.reset();
    m_stateBytes = estimate(joined);
    m_state = std::move(joined);
    if (record.zstd.size() > protocol::joinedStateBytes)
        return startBehindSnapshot(now);
    store::LogEntry entry{position, now, {}, 0, {}, std::move(record)};
    if (auto stored = m_log.append(m_row.cart, entry); !stored)
        return stored;
    m_bytesSinceSnapshot += store::bodySize(entry);
    m_fresh.push_back({std::move(entry), 0, 0});
    return {};
}

Result<void> Room::startBehindSnapshot(std::uint64_t now)
{
    const Bytes raw = encodeState(*m_state);
    const store::SnapshotRow row{m_row.head, now, sha256(raw), raw.size()};
    if (auto put = m_log.putSnapshot(m_row.cart, row, protocol::compress(raw)); !put)
        return put;
    m_fresh.clear(); // who watches gets the snapshot instead
    snapshotMade(m_row.head, m_row.head + 1);
    return m_log.trim(m_row.cart, m_row.oldest);
}

Result<void> Room::flush(std::uint64_t now)
{
    for (const ReplicaId replica : m_dirtyReplicas) {
        if (auto put = m_log.putVector(m_row.cart, m_vector.at(replica)); !put)
            return put;
    }
    m_dirtyReplicas.clear();
    for (const DeviceId &device : m_dirtyCursors) {
        if (auto put = m_log.putCursor(m_row.cart, m_cursors.at(device)); !put)
            return put;
    }
    m_dirtyCursors.clear();
    if (!m_rowIsDirty)
        return {};
    m_row.lastUsed = now;
    m_rowIsDirty = false;
    return m_log.updateCart(m_row);
}

void Room::snapshotMade(std::uint64_t position, std::uint64_t oldest)
{
    m_row.snapshotPosition = position;
    m_row.oldest = oldest;
    m_rowIsDirty = true;
    m_bytesSinceSnapshot = 0;
}

void Room::postponeSnapshot()
{
    m_postponedAt = m_row.head;
    m_bytesSinceSnapshot = 0;
}

Result<void> Room::continueUnder(const Epoch &epoch)
{
    if (m_pastEpochs.size() >= mostPastEpochs)
        m_pastEpochs.erase(m_pastEpochs.begin());
    m_pastEpochs.push_back({m_row.epoch, m_row.head});
    m_row.epoch = epoch;
    m_rowIsDirty = true;
    return m_log.putPastEpochs(m_row.cart, m_pastEpochs);
}

Result<void> Room::beginEpoch(const Epoch &epoch)
{
    m_pastEpochs.clear();
    m_row.epoch = epoch;
    m_rowIsDirty = true;
    return m_log.putPastEpochs(m_row.cart, m_pastEpochs);
}

Result<const State *> Room::state()
{
    if (!m_state) {
        auto read = materialise(m_log, m_row);
        if (!read)
            return read.error();
        m_state = *std::move(read);
        m_stateBytes = estimate(*m_state);
    }
    return &*m_state;
}

Result<Hash256> Room::digest()
{
    const auto held = state();
    if (!held)
        return held.error();
    if (!m_digest)
        m_digest = digestOf(**held);
    return *m_digest;
}

Result<const Room::Orderable *> Room::orderable()
{
    if (m_orderable) {
        m_orderable->isFresh = false;
        return &*m_orderable;
    }
    const auto held = state();
    if (!held)
        return held.error();
    const CartView view(cart(), **held);
    m_orderable = Orderable{view.requiredFeatures(), orderableLines(view), view.lines().size(), true};
    m_stateBytes = estimate(**held) + m_orderable->lines.size() * bytesPerOrderable;
    return &*m_orderable;
}

void Room::dropState()
{
    m_state.reset();
    m_digest.reset();
    m_orderable.reset();
}

const store::MembershipRow *Room::membership(const MemberId &member) const
{
    const auto found = m_members.find(member);
    return found == m_members.end() || found->second.isRemoved ? nullptr : &found->second;
}

Result<void> Room::putMembership(const store::MembershipRow &membership)
{
    m_members[membership.member] = membership;
    return m_log.putMembership(m_row.cart, membership);
}

Subscriber *Room::find(net::PeerId peer, protocol::Channel channel)
{
    const auto found = std::find_if(subscribers.begin(), subscribers.end(),
                                    [&](const Subscriber &each) { return each.is(peer, channel); });
    return found == subscribers.end() ? nullptr : &*found;
}

bool Room::isOnline(const DeviceId &device) const
{
    return std::any_of(subscribers.begin(), subscribers.end(),
                       [&](const Subscriber &each) { return each.device == device; });
}

void Room::presenceChanged(const DeviceId &device, const MemberId &member)
{
    if (m_cursors.try_emplace(device, store::CursorRow{device, member, 0}).second)
        m_dirtyCursors.insert(device);
    m_changedCursors.insert(device);
    if (isOnline(device))
        m_arrived.insert(device);
}

void Room::moveCursor(const MemberId &member, const DeviceId &device, std::uint64_t position)
{
    store::CursorRow &row = m_cursors.try_emplace(device, store::CursorRow{device, member, 0}).first->second;
    if (position > m_row.head || position == row.position)
        return;
    row.position = position;
    m_dirtyCursors.insert(device);
    m_changedCursors.insert(device);
}

protocol::MemberCursor Room::cursorOf(const store::CursorRow &row) const
{
    return {row.member, row.device, std::min(row.position, m_row.head), isOnline(row.device)};
}

std::vector<protocol::MemberCursor> Room::takeChangedCursors()
{
    std::vector<protocol::MemberCursor> cursors;
    const std::set<DeviceId> arrived = std::exchange(m_arrived, {});
    for (const DeviceId &device : std::exchange(m_changedCursors, {})) {
        const protocol::MemberCursor cursor = cursorOf(m_cursors.at(device));
        if (!cursor.online && arrived.contains(device)) {
            cursors.push_back(cursor);
            cursors.back().online = true;
        }
        cursors.push_back(cursor);
    }
    return cursors;
}

std::vector<protocol::MemberCursor> Room::allCursors() const
{
    std::vector<protocol::MemberCursor> cursors;
    for (const auto &[device, row] : m_cursors)
        cursors.push_back(cursorOf(row));
    return cursors;
}

} // namespace evencart::relay
