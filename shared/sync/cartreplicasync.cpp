// CartReplica's side that faces the server. Edits and opening are in cartreplica.cpp.
#include "crdt/statecodec.h"
#include "sync/cartreplica.h"

#include <algorithm>
#include <map>
#include <utility>

namespace evencart {

Result<CartReplica::Applied> CartReplica::finish(SequencedChange &&sequenced, std::uint64_t cursor)
{
    SequencedChange::Outcome outcome = sequenced.finish();
    const Hlc clockBefore = m_context.hlc.latest();
    m_context.hlc.witness(outcome.latestStamp);
    m_copy.record.cursor = std::max(m_copy.record.cursor, cursor);
    outcome.change.record = m_copy.record;
    outcome.change.clock = m_context.hlc.latest();
    m_undo.concede(outcome.change, outcome.foreignRemovals);
    m_undo.dropRejected(outcome.change, outcome.rejected);
    if (auto saved = m_context.store.commit(outcome.change); !saved) {
        m_context.hlc = HybridClock(clockBefore);
        if (auto read = reload(); !read)
            return read.error();
        return saved.error();
    }
    m_undo.settle(outcome.change);
    return Applied{std::move(outcome.touched), std::move(outcome.rejected), false};
}

// What came before the other file's content is kept: there may be pending deltas of ours among it that were sequenced,
// and a new number for those would do them twice. The rest comes again when we go by another id.
Result<CartReplica::Applied> CartReplica::finishAndRekey(SequencedChange &&change, std::uint64_t cursor)
{
    auto applied = finish(std::move(change), cursor);
    if (applied)
        applied->mustRekey = true;
    return applied;
}

Result<CartReplica::Applied> CartReplica::applyRecords(std::uint64_t first,
                                                       const std::vector<protocol::Record> &records)
{
    if (auto loaded = loadOverlay(); !loaded)
        return loaded.error();
    if (first > m_copy.record.cursor + 1)
        return Error{ErrorCode::Corrupt, "The server left out changes; they are fetched again."};
    SequencedChange change(m_copy, *m_view, m_context.member, m_context.clock.wallMilliseconds());
    std::uint64_t position = first;
    for (const protocol::Record &record : records) {
        if (position > m_copy.record.cursor) {
            if (auto applied = change.apply(position, record); !applied) {
                const auto read = reload();
                return read ? applied.error() : read.error();
            }
        }
        if (change.foundForeignOwnDelta())
            return finishAndRekey(std::move(change), position - 1);
        ++position;
    }
    return finish(std::move(change), position - 1);
}

Result<CartReplica::Applied> CartReplica::applyAck(std::uint64_t seq, std::uint64_t position, std::uint64_t count,
                                                   std::optional<Hlc> clampedTo)
{
    if (auto loaded = loadOverlay(); !loaded)
        return loaded.error();
    SequencedChange change(m_copy, *m_view, m_context.member, m_context.clock.wallMilliseconds());
    for (std::uint64_t i = 0; i < count; ++i) {
        if (auto accepted = change.accept(seq + i, position + i, clampedTo); !accepted) {
            const auto read = reload();
            return read ? accepted.error() : read.error();
        }
    }
    // A repeated ack names old positions; a new one continues the log.
    const bool continues = position <= m_copy.record.cursor + 1;
    return finish(std::move(change), continues ? position + count - 1 : m_copy.record.cursor);
}

Result<CartReplica::Applied> CartReplica::applySnapshot(const State &state, std::uint64_t position, Cursor cursor)
{
    if (auto loaded = loadOverlay(); !loaded)
        return loaded.error();
    SequencedChange change(m_copy, *m_view, m_context.member, m_context.clock.wallMilliseconds());
    // Position 0 is for facts that wait for the server.
    if (auto joined = change.join(state, std::max<std::uint64_t>(position, 1)); !joined) {
        const auto read = reload();
        return read ? joined.error() : read.error();
    }
    if (change.foundForeignOwnDelta())
        return finishAndRekey(std::move(change), m_copy.record.cursor);
    return finish(std::move(change), cursor == Cursor::Moves ? position : m_copy.record.cursor);
}

Result<void> CartReplica::commitRecord(const std::function<void(CartRecord &)> &mutate)
{
    CartRecord changed = m_copy.record;
    mutate(changed);
    if (changed == m_copy.record)
        return {};
    ChangeSet change(m_copy.record.id);
    change.record = changed;
    if (auto saved = m_context.store.commit(change); !saved)
        return saved;
    m_copy.record = changed;
    return {};
}

Result<void> CartReplica::follow(const Epoch &epoch, std::uint64_t cursor)
{
    return commitRecord([&](CartRecord &record) {
        record.epoch = epoch;
        record.cursor = cursor;
    });
}

Result<void> CartReplica::setRole(std::uint8_t role)
{
    if (record().role == role)
        return {};
    return commitRecord([&](CartRecord &record) { record.role = role; });
}

Result<void> CartReplica::setProof(const Bytes &proof)
{
    return commitRecord([&](CartRecord &record) { record.proof = proof; });
}

Result<void> CartReplica::setArchived(bool archived)
{
    return commitRecord([&](CartRecord &record) { record.archived = archived; });
}

Result<void> CartReplica::markSynced()
{
    return commitRecord([&](CartRecord &record) { record.lastSynced = m_context.clock.wallMilliseconds(); });
}

Hash256 CartReplica::baseDigest() const
{
    return m_copy.pendingCount() == 0 ? digestOf(m_copy.shown) : digestOf(baseOf(m_copy));
}

namespace {

bool fitsBehind(const VersionVector &reached, const Delta &delta)
{
    return delta.seq == reached.seen(delta.replica) + 1 &&
           std::all_of(delta.removes.begin(), delta.removes.end(), [&](const Dot &dot) {
               return dot.seq <= reached.seen(dot.replica) || (dot.replica == delta.replica && dot.seq == delta.seq);
           });
}

// Moves what fits from `rest` to the result, over and over: positions of different logs do not compare, causality does.
std::vector<Bytes> inCausalOrder(std::vector<std::pair<Delta, Bytes>> &rest, VersionVector &reached)
{
    std::vector<Bytes> ordered;
    for (bool progress = true; progress;) {
        progress = false;
        for (auto &[delta, bytes] : rest) {
            if (bytes.empty() || !fitsBehind(reached, delta))
                continue;
            reached.advance(delta.replica, delta.seq);
            ordered.push_back(std::exchange(bytes, {}));
            progress = true;
        }
    }
    return ordered;
}

} // namespace

Result<std::optional<std::vector<Bytes>>> CartReplica::deltasBeyond(const VersionVector &vector) const
{
    auto history = m_context.store.history(m_copy.record.id);
    if (!history)
        return history.error();
    std::vector<std::pair<Delta, Bytes>> missing;
    for (StoredDelta &stored : *history) {
        if (stored.kind != StoredDelta::Kind::Accepted || stored.seq <= vector.seen(stored.replica))
            continue;
        auto delta = decodeDelta(stored.bytes);
        // Without its bytes it cannot be told again; with another stamp than its own it would come out differently.
        if (!delta || delta->stamp != stored.effective)
            return std::optional<std::vector<Bytes>>();
        missing.emplace_back(std::move(*delta), std::move(stored.bytes));
    }
    VersionVector reached = vector;
    auto ordered = inCausalOrder(missing, reached);
    if (!reached.covers(m_copy.base))
        return std::optional<std::vector<Bytes>>();
    return std::optional(std::move(ordered));
}

Result<void> CartReplica::rememberCursors(const std::vector<KnownCursor> &cursors)
{
    if (auto saved = m_context.store.rememberCursors(m_copy.record.id, cursors); !saved)
        return saved;
    for (const KnownCursor &cursor : cursors) {
        const auto known = std::find_if(m_cursors.begin(), m_cursors.end(),
                                        [&](const auto &old) { return old.device == cursor.device; });
        if (known == m_cursors.end())
            m_cursors.push_back(cursor);
        else
            *known = cursor;
    }
    return {};
}

Result<void> CartReplica::rememberPresence(const std::vector<protocol::MemberCursor> &presence)
{
    const std::uint64_t now = m_context.clock.wallMilliseconds();
    std::vector<KnownCursor> cursors;
    for (const protocol::MemberCursor &cursor : presence) {
        const auto known = std::find_if(m_cursors.begin(), m_cursors.end(),
                                        [&](const auto &old) { return old.device == cursor.device; });
        const bool wasOnline = m_online.contains(cursor.device); // it goes now
        const std::uint64_t before = known == m_cursors.end() ? 0 : known->heard;
        cursors.push_back({cursor.member, cursor.device, cursor.position, cursor.online || wasOnline ? now : before});
        if (cursor.online)
            m_online.insert(cursor.device);
        else
            m_online.erase(cursor.device);
    }
    return rememberCursors(cursors);
}

std::uint64_t CartReplica::positionOf(const LineId &line) const
{
    const auto position = m_copy.positions.find(line);
    return position == m_copy.positions.end() ? 0 : position->second;
}

CartReplica::LineState CartReplica::stateOf(const LineId &line) const
{
    const auto &facts = m_copy.shown.facts().of(line);
    const bool hasPending =
        std::any_of(facts.begin(), facts.end(), [&](const Fact &fact) { return m_copy.isPending(fact.dot); });
    const auto &hidden = m_copy.hidden.all();
    const bool losesFacts =
        std::any_of(hidden.begin(), hidden.end(), [&](const auto &entry) { return entry.second.fact.subject == line; });
    if (hasPending || losesFacts)
        return LineState::Local;
    const auto position = m_copy.positions.find(line);
    // The furthest device of each other member counts; the slowest member decides.
    std::map<MemberId, std::uint64_t> reached;
    for (const KnownCursor &cursor : m_cursors) {
        if (cursor.member != m_context.member)
            reached[cursor.member] = std::max(reached[cursor.member], cursor.position);
    }
    if (reached.empty() || position == m_copy.positions.end())
        return LineState::Server;
    const bool seen = std::all_of(reached.begin(), reached.end(),
                                  [&](const auto &entry) { return entry.second >= position->second; });
    return seen ? LineState::Seen : LineState::Server;
}

} // namespace evencart
