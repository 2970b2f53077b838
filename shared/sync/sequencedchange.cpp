#include "sync/sequencedchange.h"

#include "base/limits.h"
#include "crdt/statecodec.h"
#include "protocol/zstdblock.h"

#include <algorithm>

namespace evencart {

namespace {

Error notAContinuation()
{
    return {ErrorCode::Corrupt,
            "The server sent changes that do not fit behind the ones before; they are fetched again."};
}

void keepEachOnce(std::vector<LineId> &lines)
{
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
}

} // namespace

SequencedChange::SequencedChange(CartCopy &copy, CartView &view, const MemberId &self, std::uint64_t now)
    : m_copy(copy), m_view(view), m_self(self), m_now(now), m_outcome{ChangeSet(copy.record.id), {}, {}, {}, {}}
{
}

Result<void> SequencedChange::apply(std::uint64_t position, const protocol::Record &record)
{
    if (const auto *accepted = std::get_if<protocol::AcceptedDelta>(&record))
        return applyDelta(position, *accepted);
    if (const auto *voided = std::get_if<protocol::VoidedDelta>(&record))
        return applyVoid(position, *voided);
    const auto &joined = std::get<protocol::JoinedState>(record);
    const auto raw = protocol::decompress(joined.zstd, joined.rawSize, limits::snapshotBytes);
    if (!raw)
        return raw.error();
    const auto state = decodeState(*raw);
    if (!state)
        return state.error();
    return join(*state, position);
}

Result<void> SequencedChange::applyDelta(std::uint64_t position, const protocol::AcceptedDelta &accepted)
{
    auto decoded = decodeDelta(accepted.delta);
    if (!decoded)
        return decoded.error();
    const Delta &delta = *decoded;
    const Hlc effective = accepted.clampedTo.value_or(delta.stamp);
    m_outcome.latestStamp = std::max(m_outcome.latestStamp, effective);
    if (delta.replica == m_copy.record.ownReplica && delta.seq > m_copy.record.ackedSeq) {
        // Our own, and the ack was lost; or it was written by another file with our id.
        if (delta.seq != m_copy.record.ackedSeq + 1)
            return notAContinuation();
        if (!m_copy.overlay.empty() && m_copy.overlay.front().bytes == accepted.delta)
            return accept(delta.seq, position, accepted.clampedTo);
        m_foreignOwnDelta = true;
        return {};
    }
    watchRemoves(delta.removes);
    for (const Dot &dot : delta.removes) {
        if (const Fact *fact = m_copy.shown.facts().find(dot))
            m_removers[fact->subject] = delta.author;
    }
    for (const Add &add : delta.adds)
        watch(add.subject);
    for (std::size_t i = 0; i < delta.adds.size(); ++i)
        noteLowerStamp(delta.dotOf(i), effective);
    switch (m_copy.shown.apply(delta, effective, &m_touched)) {
    case State::Outcome::Applied:
        rememberFacts(delta, position);
        break;
    case State::Outcome::Duplicate: // came with a snapshot or a repaired state already
        m_outcome.change.sequenced.push_back({delta.dotOf(0), position});
        break;
    case State::Outcome::Gap:
    case State::Outcome::Unobserved:
        return notAContinuation();
    }
    for (const Dot &dot : delta.removes) {
        m_outcome.change.erase.push_back(dot);
        m_copy.hidden.erase(dot);
    }
    m_copy.base.advance(delta.replica, delta.seq);
    m_outcome.change.vector.push_back({delta.replica, delta.seq});
    for (const Add &add : delta.adds)
        m_copy.touch(add.subject, position);
    if (delta.author != m_self && !delta.removes.empty())
        m_outcome.foreignRemovals.push_back(delta);
    if (delta.replica != m_copy.record.ownReplica) // an own one, sent to us once more, is stored with its label already
        storeDelta(delta, accepted.delta, position, effective);
    return {};
}

void SequencedChange::rememberFacts(const Delta &delta, std::uint64_t position)
{
    for (std::size_t i = 0; i < delta.adds.size(); ++i) {
        if (const Fact *fact = m_copy.shown.facts().find(delta.dotOf(i)))
            m_outcome.change.insert.push_back({*fact, position, 0});
    }
}

void SequencedChange::storeDelta(const Delta &delta, const Bytes &bytes, std::uint64_t position, Hlc effective)
{
    StoredDelta stored;
    stored.replica = delta.replica;
    stored.seq = delta.seq;
    stored.kind = StoredDelta::Kind::Accepted;
    stored.position = position;
    stored.effective = effective;
    stored.received = m_now;
    stored.bytes = bytes;
    m_outcome.change.deltas.push_back(std::move(stored));
}

Result<void> SequencedChange::accept(std::uint64_t seq, std::uint64_t position, std::optional<Hlc> clampedTo)
{
    if (m_copy.overlay.empty() || m_copy.overlay.front().delta.seq != seq)
        return seq <= m_copy.record.ackedSeq ? Result<void>() : notAContinuation();
    const PendingDelta pending = std::move(m_copy.overlay.front());
    m_copy.overlay.pop_front();
    m_copy.record.ackedSeq = seq;
    const Delta &delta = pending.delta;
    const Hlc effective = clampedTo.value_or(delta.stamp);
    m_outcome.latestStamp = std::max(m_outcome.latestStamp, effective);
    for (std::size_t i = 0; i < delta.adds.size(); ++i) {
        m_copy.touch(delta.adds[i].subject, position);
        (clampedTo ? m_touched : m_sequenced).push_back(delta.adds[i].subject);
        if (clampedTo) {
            m_copy.shown.restamp(delta.dotOf(i), effective);
            m_copy.hidden.restamp(delta.dotOf(i), effective); // a later own delta may hide it
            m_outcome.change.restamp.push_back({delta.dotOf(i), effective});
        }
    }
    for (const Fact &fact : m_copy.hidden.take(seq))
        m_sequenced.push_back(fact.subject);
    m_copy.base.advance(delta.replica, seq);
    m_outcome.change.sequenced.push_back({delta.dotOf(0), position});
    m_outcome.change.eraseHiddenBy.push_back(seq);
    m_outcome.change.vector.push_back({delta.replica, seq});
    storeDelta(delta, pending.bytes, position, effective);
    m_outcome.change.deltas.back().label = pending.label;
    return {};
}

Result<void> SequencedChange::applyVoid(std::uint64_t position, const protocol::VoidedDelta &voided)
{
    if (voided.replica == m_copy.record.ownReplica && voided.seq > m_copy.record.ackedSeq) {
        if (voided.seq != m_copy.record.ackedSeq + 1)
            return notAContinuation();
        if (m_copy.overlay.empty() || deltaHash(m_copy.record.id, m_copy.overlay.front().bytes) != voided.hash) {
            m_foreignOwnDelta = true;
            return {};
        }
        rejectOwn(position, voided);
        return {};
    }
    const std::uint64_t seen = m_copy.shown.vector().seen(voided.replica);
    if (voided.seq > seen + 1)
        return notAContinuation();
    if (voided.seq == seen + 1)
        m_copy.shown.applyVoid(voided.replica, voided.seq);
    m_copy.base.advance(voided.replica, voided.seq);
    m_outcome.change.vector.push_back({voided.replica, voided.seq});
    return {};
}

void SequencedChange::rejectOwn(std::uint64_t position, const protocol::VoidedDelta &voided)
{
    const PendingDelta pending = std::move(m_copy.overlay.front());
    m_copy.overlay.pop_front();
    m_copy.record.ackedSeq = voided.seq;
    std::vector<Dot> added;
    for (std::size_t i = 0; i < pending.delta.adds.size(); ++i) {
        watch(pending.delta.adds[i].subject);
        m_touched.push_back(pending.delta.adds[i].subject);
        added.push_back(pending.delta.dotOf(i));
        m_outcome.change.erase.push_back(added.back());
        m_copy.hidden.erase(added.back());
    }
    std::vector<Fact> hidden = m_copy.hidden.take(voided.seq);
    for (const Fact &fact : hidden)
        m_touched.push_back(fact.subject);
    m_copy.shown.withdraw(added, std::move(hidden));
    m_copy.base.advance(voided.replica, voided.seq);
    m_outcome.change.unhide.push_back(voided.seq);
    m_outcome.change.vector.push_back({voided.replica, voided.seq});
    storeDelta(pending.delta, pending.bytes, position, pending.delta.stamp);
    StoredDelta &stored = m_outcome.change.deltas.back();
    stored.kind = StoredDelta::Kind::Rejected;
    stored.reason = static_cast<std::uint8_t>(voided.reason);
    stored.label = pending.label;
    m_outcome.rejected.push_back(voided.seq);
}

Result<void> SequencedChange::join(const State &other, std::uint64_t position)
{
    if (contradictsOwn(other)) {
        m_foreignOwnDelta = true;
        return {};
    }
    if (auto accepted = acceptCovered(other, position); !accepted)
        return accepted;
    if (other.vector().seen(m_copy.record.ownReplica) > m_copy.record.ownSeq) {
        m_foreignOwnDelta = true; // the state waits until we go by another id
        return {};
    }
    const State before = baseOf(m_copy);
    // Own pending facts too: the server may have had them, without our knowing, and others have taken them away since.
    std::vector<Dot> gone;
    const auto checkGone = [&](const Fact &fact) {
        if (other.context().covers(fact.dot) && !other.facts().contains(fact.dot)) {
            gone.push_back(fact.dot);
            watch(fact.subject);
        }
    };
    for (const auto &[line, facts] : m_copy.shown.facts().bySubject())
        std::for_each(facts.begin(), facts.end(), checkGone);
    for (const auto &[dot, hidden] : m_copy.hidden.all())
        checkGone(hidden.fact);
    for (const auto &[line, facts] : other.facts().bySubject()) {
        for (const Fact &fact : facts) {
            noteLowerStamp(fact.dot, fact.stamp);
            if (before.facts().contains(fact.dot) || before.context().covers(fact.dot))
                continue;
            watch(line);
            m_outcome.change.insert.push_back({fact, position, m_copy.hidden.hiderOf(fact.dot)});
            m_outcome.latestStamp = std::max(m_outcome.latestStamp, fact.stamp);
            m_copy.touch(line, position);
        }
    }
    m_copy.shown.join(other, &m_touched);
    for (const Dot &dot : gone) {
        m_outcome.change.erase.push_back(dot);
        m_copy.hidden.erase(dot);
    }
    m_copy.base.merge(other.vector());
    for (const auto &entry : other.vector().entries())
        m_outcome.change.vector.push_back(entry);
    return {};
}

// Own pending deltas that the state covers were sequenced without our hearing of it. They are base from here on: a base
// whose vector covers facts that it leaves out would delete them at everyone whom it repairs.
Result<void> SequencedChange::acceptCovered(const State &other, std::uint64_t position)
{
    const std::uint64_t covered = std::min(other.vector().seen(m_copy.record.ownReplica), m_copy.record.ownSeq);
    while (m_copy.record.ackedSeq < covered) {
        if (auto accepted = accept(m_copy.record.ackedSeq + 1, position, {}); !accepted)
            return accepted;
    }
    return {};
}

// A pending fact of ours that says something else under the same name: another file writes with our id.
bool SequencedChange::contradictsOwn(const State &other) const
{
    for (const PendingDelta &pending : m_copy.overlay) {
        for (std::size_t i = 0; i < pending.delta.adds.size(); ++i) {
            const Add &mine = pending.delta.adds[i];
            const Fact *theirs = other.facts().find(pending.delta.dotOf(i));
            if (theirs &&
                std::tie(mine.subject, mine.field, mine.body) != std::tie(theirs->subject, theirs->field, theirs->body))
                return true;
        }
    }
    return false;
}

// Before the state takes the lower stamp of a fact that it has (State::join).
void SequencedChange::noteLowerStamp(const Dot &dot, Hlc stamp)
{
    const Fact *known = m_copy.shown.facts().find(dot);
    if (!known) {
        const auto hidden = m_copy.hidden.all().find(dot);
        known = hidden == m_copy.hidden.all().end() ? nullptr : &hidden->second.fact;
    }
    if (!known || known->stamp <= stamp)
        return;
    m_outcome.change.restamp.push_back({dot, stamp});
    m_copy.hidden.restamp(dot, stamp);
}

void SequencedChange::watch(const LineId &line)
{
    if (!line.isNull() && !m_before.contains(line))
        m_before[line] = {m_view.line(line) != nullptr, m_copy.shown.facts().of(line)};
}

void SequencedChange::watchRemoves(const std::vector<Dot> &dots)
{
    for (const Dot &dot : dots) {
        if (const Fact *fact = m_copy.shown.facts().find(dot))
            watch(fact->subject);
    }
}

void SequencedChange::recordRemovedLines()
{
    for (auto &[line, before] : m_before) {
        const bool present = m_view.line(line) != nullptr;
        if (before.first && !present)
            m_outcome.change.removedAdd.push_back({line, m_now, m_removers[line], std::move(before.second)});
        else if (!before.first && present)
            m_outcome.change.removedErase.push_back(line);
    }
}

SequencedChange::Outcome SequencedChange::finish()
{
    keepEachOnce(m_touched);
    m_view.refresh(m_touched);
    recordRemovedLines();
    m_touched.insert(m_touched.end(), m_sequenced.begin(), m_sequenced.end());
    keepEachOnce(m_touched);
    m_outcome.touched = std::move(m_touched);
    return std::move(m_outcome);
}

} // namespace evencart
