#include "sync/cartreplica.h"

#include "cart/linereader.h"
#include "cart/validate.h"
#include "crdt/statecodec.h"
#include "sync/rekey.h"

#include <algorithm>

namespace evencart {

namespace {

constexpr std::size_t mostUndoSteps = 500;

std::uint32_t tagOf(const Epoch &epoch)
{
    std::uint32_t tag = 0;
    for (int i = 0; i < 4; ++i)
        tag = tag << 8 | epoch.raw[static_cast<std::size_t>(i)];
    return tag;
}

UndoRecord undoRecordOf(const PendingDelta &pending, bool removedLines)
{
    UndoRecord record;
    record.label = pending.label;
    record.removedLines = removedLines;
    record.removed = pending.hidden;
    for (std::size_t i = 0; i < pending.delta.adds.size(); ++i)
        record.added.push_back(pending.delta.factOf(i, pending.delta.stamp));
    return record;
}

StoredDelta storedPending(const PendingDelta &pending, std::uint64_t now)
{
    StoredDelta stored;
    stored.replica = pending.delta.replica;
    stored.seq = pending.delta.seq;
    stored.effective = pending.delta.stamp;
    stored.received = now;
    stored.label = pending.label;
    stored.bytes = pending.bytes;
    return stored;
}

} // namespace

Result<std::unique_ptr<CartReplica>> CartReplica::adopt(const ReplicaContext &context, CartRecord record)
{
    record.ownReplica = context.replica;
    record.created = context.clock.wallMilliseconds();
    ChangeSet change(record.id);
    change.record = record;
    if (auto saved = context.store.commit(change); !saved)
        return saved.error();
    return open(context, record.id);
}

Result<std::unique_ptr<CartReplica>> CartReplica::create(const ReplicaContext &context, CartRecord record, const std::string &name)
{
    auto cart = adopt(context, std::move(record));
    if (!cart)
        return cart;
    const auto named = (*cart)->edit("name the cart " + name, [&](Edit &edit) { return edit.renameCart(name); });
    if (!named)
        return named.error();
    return cart;
}

Result<std::unique_ptr<CartReplica>> CartReplica::open(const ReplicaContext &context, const CartId &id)
{
    std::unique_ptr<CartReplica> cart(new CartReplica(context));
    if (auto loaded = cart->load(id); !loaded)
        return loaded.error();
    if (cart->m_copy.record.ownReplica != context.replica) {
        if (auto rekeyed = cart->rekey(); !rekeyed)
            return rekeyed.error();
    }
    return cart;
}

Result<void> CartReplica::load(const CartId &id)
{
    auto loaded = m_context.store.loadCart(id);
    if (!loaded)
        return loaded.error();
    m_copy = CartCopy();
    m_copy.record = loaded->record;
    m_copy.base = loaded->vector;
    if (auto overlay = loadOverlay(*loaded); !overlay)
        return overlay;
    auto steps = m_context.store.undoSteps(id);
    if (!steps)
        return steps.error();
    m_undo = std::move(*steps);
    m_nextUndoId = m_undo.empty() ? 1 : m_undo.back().id + 1;
    auto cursors = m_context.store.cursors(id);
    if (!cursors)
        return cursors.error();
    m_cursors = std::move(*cursors);
    m_view = std::make_unique<CartView>(id, m_copy.shown);
    return {};
}

Result<void> CartReplica::loadOverlay(const LoadedCart &loaded)
{
    auto waiting = m_context.store.pending(loaded.record.id);
    if (!waiting)
        return waiting.error();
    std::unordered_map<std::uint64_t, std::size_t> bySeq;
    for (StoredDelta &stored : *waiting) {
        auto delta = decodeDelta(stored.bytes);
        if (!delta)
            return Error{ErrorCode::Corrupt, "A change that waits for the server is damaged in the local database."};
        bySeq[stored.seq] = m_copy.overlay.size();
        m_copy.overlay.push_back({std::move(*delta), std::move(stored.bytes), std::move(stored.label), {}});
    }
    CausalContext context;
    for (const auto &[replica, seq] : m_copy.base.entries())
        context.advance(replica, seq);
    for (const PendingDelta &pending : m_copy.overlay)
        context.advance(pending.delta.replica, pending.delta.seq);
    m_copy.shown.restoreContext(std::move(context));
    m_copy.shown.reserve(loaded.facts.size());
    for (const StoredFact &stored : loaded.facts) {
        m_copy.touch(stored.fact.subject, stored.position);
        if (stored.hiddenBy == 0)
            m_copy.shown.restoreFact(stored.fact);
        else if (const auto at = bySeq.find(stored.hiddenBy); at != bySeq.end())
            m_copy.overlay[at->second].hidden.push_back(stored.fact);
    }
    return {};
}

Result<void> CartReplica::reload()
{
    // The view looks at the copy's state by reference: both are made anew.
    const auto loaded = load(m_copy.record.id);
    m_broken = !loaded;
    return loaded;
}

Delta CartReplica::numbered(Draft draft)
{
    Delta delta;
    delta.replica = m_copy.record.ownReplica;
    delta.seq = m_copy.record.ownSeq + 1;
    delta.base = {tagOf(m_copy.record.epoch), m_copy.record.cursor};
    delta.stamp = m_context.hlc.next(m_context.clock.wallMilliseconds());
    delta.author = m_context.member;
    delta.adds = std::move(draft.adds);
    delta.removes = std::move(draft.removes);
    return delta;
}

void CartReplica::addOwnFacts(ChangeSet &change, const PendingDelta &pending) const
{
    for (std::size_t i = 0; i < pending.delta.adds.size(); ++i) {
        if (const Fact *fact = m_copy.shown.facts().find(pending.delta.dotOf(i)))
            change.insert.push_back({*fact, 0, 0});
    }
    for (const Fact &fact : pending.hidden)
        change.hide.push_back({fact.dot, pending.delta.seq});
}

Result<CartReplica::Edited> CartReplica::edit(const std::string &label, const Action &action)
{
    Edit edit(*m_view, m_context.member);
    if (auto done = action(edit); !done)
        return done.error();
    return commitDraft(label, edit.take(), nullptr);
}

Result<CartReplica::Edited> CartReplica::commitDraft(const std::string &label, Draft draft, const UndoStep *taken)
{
    if (draft.isEmpty())
        return Edited{};
    const Hlc clockBefore = m_context.hlc.latest();
    const auto fail = [&](Error error) -> Result<Edited> {
        m_context.hlc = HybridClock(clockBefore); // a change that was not made must not move the clock
        return error;
    };
    PendingDelta pending{numbered(std::move(draft)), {}, label, {}};
    pending.bytes = encodeDelta(pending.delta);
    if (auto valid = decodeDelta(pending.bytes); !valid)
        return fail({valid.error().code, valid.error().code == ErrorCode::Limit ? "This is more than one change can hold; do it in parts." : valid.error().message});
    if (auto valid = validateContent(pending.delta); !valid)
        return fail(valid.error());

    std::vector<std::pair<LineId, FactSet::Facts>> wasPresent;
    for (const Dot &dot : pending.delta.removes) {
        const Fact *fact = m_copy.shown.facts().find(dot);
        if (!fact)
            continue;
        pending.hidden.push_back(*fact);
        const bool known = !wasPresent.empty() && wasPresent.back().first == fact->subject;
        if (!known && m_view->line(fact->subject))
            wasPresent.push_back({fact->subject, m_copy.shown.facts().of(fact->subject)});
    }
    std::vector<bool> addedWasAbsent;
    for (const Add &add : pending.delta.adds)
        addedWasAbsent.push_back(!add.subject.isNull() && !m_view->line(add.subject));

    Edited edited;
    edited.seq = pending.delta.seq;
    m_copy.shown.apply(pending.delta, pending.delta.stamp, &edited.touched);
    std::sort(edited.touched.begin(), edited.touched.end());
    edited.touched.erase(std::unique(edited.touched.begin(), edited.touched.end()), edited.touched.end());
    m_copy.record.ownSeq = pending.delta.seq;
    m_view->refresh(edited.touched);

    const std::uint64_t now = m_context.clock.wallMilliseconds();
    ChangeSet change(m_copy.record.id);
    change.record = m_copy.record;
    change.clock = m_context.hlc.latest();
    addOwnFacts(change, pending);
    change.deltas.push_back(storedPending(pending, now));
    bool removedLines = false;
    for (auto &[line, facts] : wasPresent) {
        if (m_view->line(line))
            continue;
        removedLines = true;
        change.removedAdd.push_back({line, now, m_context.member, std::move(facts)});
    }
    for (std::size_t i = 0; i < addedWasAbsent.size(); ++i) {
        if (addedWasAbsent[i])
            change.removedErase.push_back(pending.delta.adds[i].subject);
    }
    // A new action leaves nothing to redo; an undo moves its step to the other stack.
    const UndoStep::Stack stack = taken && taken->stack == UndoStep::Stack::Undo ? UndoStep::Stack::Redo : UndoStep::Stack::Undo;
    const UndoStep step{m_nextUndoId, stack, pending.delta.seq, encodeUndo(undoRecordOf(pending, removedLines))};
    change.undoAdd.push_back(step);
    for (const UndoStep &old : m_undo) {
        const bool tooOld = old.id + mostUndoSteps <= m_nextUndoId;
        if (tooOld || (taken ? old.id == taken->id : old.stack == UndoStep::Stack::Redo))
            change.undoErase.push_back(old.id);
    }

    if (auto saved = m_context.store.commit(change); !saved) {
        // Whatever the disk has now is the truth; it is read again.
        if (auto read = reload(); !read)
            return fail(read.error());
        return fail(saved.error());
    }
    m_copy.overlay.push_back(std::move(pending));
    ++m_nextUndoId;
    std::erase_if(m_undo, [&](const UndoStep &old) {
        return std::find(change.undoErase.begin(), change.undoErase.end(), old.id) != change.undoErase.end();
    });
    m_undo.push_back(step);
    return edited;
}

const UndoStep *CartReplica::top(UndoStep::Stack stack) const
{
    const auto found = std::find_if(m_undo.rbegin(), m_undo.rend(), [&](const UndoStep &step) { return step.stack == stack; });
    return found == m_undo.rend() ? nullptr : &*found;
}

Result<CartReplica::Edited> CartReplica::takeBack(UndoStep::Stack stack)
{
    const UndoStep *found = top(stack);
    if (!found)
        return Error{ErrorCode::NotFound, stack == UndoStep::Stack::Undo ? "There is nothing to undo." : "There is nothing to redo."};
    const UndoStep step = *found;
    const auto record = decodeUndo(step.record);
    if (!record)
        return record.error();
    Edit edit(*m_view, m_context.member);
    if (auto possible = evencart::undo(edit, *record); !possible)
        return possible.error();
    return commitDraft(record->label, edit.take(), &step);
}

Result<CartReplica::Edited> CartReplica::undo() { return takeBack(UndoStep::Stack::Undo); }
Result<CartReplica::Edited> CartReplica::redo() { return takeBack(UndoStep::Stack::Redo); }

Result<std::string> CartReplica::peek(UndoStep::Stack stack)
{
    const UndoStep *step = top(stack);
    if (!step)
        return Error{ErrorCode::NotFound, "There is nothing to undo or redo."};
    const auto record = decodeUndo(step->record);
    if (!record)
        return record.error();
    Edit dryRun(*m_view, m_context.member);
    if (auto possible = evencart::undo(dryRun, *record); !possible)
        return possible.error();
    return record->label;
}

Result<std::vector<LineView>> CartReplica::removedLines() const
{
    auto removed = m_context.store.removedLines(m_copy.record.id);
    if (!removed)
        return removed.error();
    std::sort(removed->begin(), removed->end(), [](const auto &a, const auto &b) { return a.removedAt > b.removedAt; });
    std::vector<LineView> lines;
    for (const RemovedLine &line : *removed) {
        if (!m_view->line(line.line))
            lines.push_back(readLine(line.line, line.facts));
    }
    return lines;
}

Result<void> CartReplica::rekey()
{
    const Rekeyed rekeyed = rekeyPending(m_copy, m_context.replica);
    ChangeSet change(m_copy.record.id);
    change.forgetPending = true;
    m_copy = rekeyed.copy;
    m_view = std::make_unique<CartView>(m_copy.record.id, m_copy.shown);
    change.record = m_copy.record;
    for (const PendingDelta &pending : m_copy.overlay) {
        addOwnFacts(change, pending);
        change.deltas.push_back(storedPending(pending, m_context.clock.wallMilliseconds()));
    }
    for (UndoStep &step : m_undo) {
        auto record = decodeUndo(step.record);
        if (!record)
            return record.error();
        evencart::rekey(*record, rekeyed.from, m_context.replica, rekeyed.firstSeq, -static_cast<std::int64_t>(rekeyed.firstSeq - 1));
        step.record = encodeUndo(*record);
        change.undoAdd.push_back(step);
    }
    if (auto saved = m_context.store.commit(change); !saved) {
        m_broken = true;
        return saved;
    }
    return {};
}

} // namespace evencart
