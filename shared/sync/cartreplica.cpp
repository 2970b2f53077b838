#include "sync/cartreplica.h"

#include "cart/linereader.h"
#include "cart/validate.h"
#include "crdt/statecodec.h"
#include "sync/rekey.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace evencart {

namespace {

std::uint32_t tagOf(const Epoch &epoch)
{
    std::uint32_t tag = 0;
    for (int i = 0; i < 4; ++i)
        tag = tag << 8 | epoch.raw[static_cast<std::size_t>(i)];
    return tag;
}

State storedBase(const LoadedCart &loaded)
{
    State base;
    for (const StoredFact &stored : loaded.facts) {
        if (stored.position > 0)
            base.restoreFact(stored.fact);
    }
    CausalContext context;
    for (const auto &[replica, seq] : loaded.vector.entries())
        context.advance(replica, seq);
    base.restoreContext(std::move(context));
    return base;
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

Result<std::unique_ptr<CartReplica>> CartReplica::create(const ReplicaContext &context, CartRecord record,
                                                         const std::string &name)
{
    // What does not hold as a name makes no cart.
    const State nothing;
    const CartView unnamed(record.id, nothing);
    Edit trial(unnamed, context.member);
    if (auto holds = trial.renameCart(name); !holds)
        return holds.error();
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
    takeFacts(*loaded);
    auto steps = m_context.store.undoSteps(id);
    if (!steps)
        return steps.error();
    m_undo = UndoStack(*steps);
    auto cursors = m_context.store.cursors(id);
    if (!cursors)
        return cursors.error();
    m_cursors = std::move(*cursors);
    m_view = std::make_unique<CartView>(id, m_copy.shown);
    return {};
}

void CartReplica::takeFacts(const LoadedCart &loaded)
{
    CausalContext context;
    for (const auto &[replica, seq] : m_copy.base.entries())
        context.advance(replica, seq);
    if (m_copy.pendingCount() > 0)
        context.advance(m_copy.record.ownReplica, m_copy.record.ownSeq);
    m_copy.shown.restoreContext(std::move(context));
    m_copy.shown.reserve(loaded.facts.size());
    for (const StoredFact &stored : loaded.facts) {
        m_copy.touch(stored.fact.subject, stored.position);
        if (stored.hiddenBy == 0)
            m_copy.shown.restoreFact(stored.fact);
        else
            m_copy.hidden.insert(stored.fact, stored.hiddenBy);
    }
}

Result<void> CartReplica::loadOverlay()
{
    if (m_copy.overlayLoaded)
        return {};
    auto read = readOverlay();
    m_damaged = !read && read.error().code == ErrorCode::Corrupt;
    return read;
}

Result<void> CartReplica::readOverlay()
{
    auto waiting = m_context.store.pending(m_copy.record.id);
    if (!waiting)
        return waiting.error();
    std::deque<PendingDelta> overlay;
    std::deque<PendingDelta> kept;
    for (StoredDelta &stored : *waiting) {
        auto delta = decodeDelta(stored.bytes);
        if (delta && stored.replica != m_copy.record.ownReplica) {
            kept.push_back({std::move(*delta), std::move(stored.bytes), std::move(stored.label)});
            continue;
        }
        if (!delta || stored.seq != m_copy.record.ackedSeq + overlay.size() + 1)
            return Error{ErrorCode::Corrupt, "A change that waits for the server is damaged in the local database."};
        overlay.push_back({std::move(*delta), std::move(stored.bytes), std::move(stored.label)});
    }
    if (overlay.size() != m_copy.pendingCount())
        return Error{ErrorCode::Corrupt, "A change that waits for the server is missing from the local database."};
    auto buried = m_context.store.buried(m_copy.record.id);
    if (!buried)
        return buried.error();
    for (StoredFact &stored : *buried)
        m_copy.hidden.insert(std::move(stored.fact), stored.hiddenBy);
    m_copy.overlay = std::move(overlay);
    m_copy.kept = std::move(kept);
    m_copy.overlayLoaded = true;
    return {};
}

Result<const std::deque<PendingDelta> *> CartReplica::pending()
{
    if (auto loaded = loadOverlay(); !loaded)
        return loaded.error();
    return &m_copy.overlay;
}

Result<void> CartReplica::reload()
{
    // The view looks at the copy's state by reference: both are made anew.
    auto loaded = load(m_copy.record.id);
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

void CartReplica::addOwnFacts(ChangeSet &change, const Delta &delta, const std::vector<Fact> &hidden) const
{
    for (std::size_t i = 0; i < delta.adds.size(); ++i) {
        if (const Fact *fact = m_copy.shown.facts().find(delta.dotOf(i)))
            change.insert.push_back({*fact, 0, 0});
    }
    for (const Fact &fact : hidden)
        change.hide.push_back({fact.dot, delta.seq});
}

FeatureSet CartReplica::unknownFeatures() const
{
    FeatureSet unknown = m_view->requiredFeatures();
    std::erase_if(unknown, [&](std::uint32_t feature) { return m_context.features.contains(feature); });
    return unknown;
}

Result<void> CartReplica::mayEdit() const
{
    if (unknownFeatures().empty())
        return {};
    const std::size_t waiting = pendingCount();
    std::string message =
        "This cart uses something that only a later version of Evencart knows: update this one to change the cart. "
        "Until then it can be read here and stays in sync";
    if (waiting > 0)
        message += "; " + std::to_string(waiting) +
                   (waiting == 1 ? " change that was made here is kept and sent after the update"
                                 : " changes that were made here are kept and sent after the update");
    return Error{ErrorCode::UpdateNeeded, message + "."};
}

Result<CartReplica::Edited> CartReplica::edit(const std::string &label, const Action &action)
{
    if (auto may = mayEdit(); !may)
        return may.error();
    Edit edit(*m_view, m_context.member);
    if (auto done = action(edit); !done)
        return done.error();
    return commitPieces(label, edit.take(), {});
}

// One delta almost always. Merging or re-ordering ten thousand lines takes several, each a step of its own to undo;
// where one of them fails, those before it stand, and doing the action again does the rest.
Result<CartReplica::Edited> CartReplica::commitPieces(const std::string &label, Draft draft,
                                                      const std::vector<UndoStep> &taken)
{
    Edited edited;
    if (draft.isEmpty())
        return edited;
    std::vector<UndoStep> toTake = taken;
    for (Draft &piece : inPieces(std::move(draft))) {
        auto committed = commitDraft(label, std::move(piece), std::exchange(toTake, {}));
        if (!committed)
            return committed;
        edited.seq = committed->seq;
        edited.touched.insert(edited.touched.end(), committed->touched.begin(), committed->touched.end());
    }
    return edited;
}

// Which lines an own action took away and which it brought back, for the list of removed ones. Looks before the action
// and after it.
class CartReplica::Presence
{
public:
    // `hidden`: the facts that the delta takes away. REQUIRES: it outlives this.
    Presence(const CartCopy &copy, const CartView &view, const Delta &delta, const std::vector<Fact> &hidden)
        : m_copy(copy), m_view(view), m_delta(delta), m_hidden(hidden)
    {
        for (const Fact &fact : hidden) {
            if (view.line(fact.subject))
                m_present.insert(fact.subject);
        }
        for (const Add &add : delta.adds) {
            if (!add.subject.isNull() && !view.line(add.subject))
                m_absent.insert(add.subject);
        }
    }

    // After the action.
    void note(ChangeSet &change, std::uint64_t now, const MemberId &self)
    {
        for (const LineId &line : m_present) {
            if (!m_view.line(line))
                change.removedAdd.push_back({line, now, self, factsBefore(line)});
        }
        change.removedErase.assign(m_absent.begin(), m_absent.end());
    }

private:
    FactSet::Facts factsBefore(const LineId &line) const
    {
        FactSet::Facts facts;
        for (const Fact &fact : m_copy.shown.facts().of(line)) {
            if (fact.dot.replica != m_delta.replica || fact.dot.seq != m_delta.seq)
                facts.push_back(fact);
        }
        std::copy_if(m_hidden.begin(), m_hidden.end(), std::back_inserter(facts),
                     [&](const Fact &fact) { return fact.subject == line; });
        std::sort(facts.begin(), facts.end(), [](const Fact &a, const Fact &b) { return a.dot < b.dot; });
        return facts;
    }

    const CartCopy &m_copy;
    const CartView &m_view;
    const Delta &m_delta;
    const std::vector<Fact> &m_hidden;
    std::set<LineId> m_present;
    std::set<LineId> m_absent;
};

Result<PendingDelta> CartReplica::prepare(const std::string &label, Draft draft)
{
    PendingDelta pending{numbered(std::move(draft)), {}, label};
    pending.bytes = encodeDelta(pending.delta);
    if (auto valid = decodeDelta(pending.bytes); !valid) {
        if (valid.error().code == ErrorCode::Limit)
            return Error{ErrorCode::Limit, "This is more than one change can hold; do it in parts."};
        return valid.error();
    }
    if (auto valid = validateContent(pending.delta); !valid)
        return valid.error();
    return pending;
}

std::vector<Fact> CartReplica::factsAt(const std::vector<Dot> &dots) const
{
    std::vector<Fact> facts;
    for (const Dot &dot : dots) {
        if (const Fact *fact = m_copy.shown.facts().find(dot))
            facts.push_back(*fact);
    }
    return facts;
}

std::vector<LineId> CartReplica::show(const Delta &delta)
{
    std::vector<LineId> touched;
    m_copy.shown.apply(delta, delta.stamp, &touched);
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    m_copy.record.ownSeq = delta.seq;
    m_view->refresh(touched);
    return touched;
}

Result<CartReplica::Edited> CartReplica::commitDraft(const std::string &label, Draft draft,
                                                     const std::vector<UndoStep> &taken, const PendingDelta *instead)
{
    const HybridClock clockBefore = m_context.hlc; // a change that is not made must not move the clock
    const bool removedLines = draft.removedLines;
    auto pending = prepare(label, std::move(draft));
    if (!pending) {
        m_context.hlc = clockBefore;
        return pending.error();
    }
    std::vector<Fact> hidden = factsAt(pending->delta.removes);
    Presence presence(m_copy, *m_view, pending->delta, hidden);
    const UndoRecord record = undoRecordOf(label, pending->delta, removedLines, m_copy.shown.facts());
    const bool wasNamed = !m_view->name().empty();
    Edited edited{show(pending->delta), pending->delta.seq};
    const bool isFirstName = !wasNamed && !m_view->name().empty(); // there is nothing to go back to

    const std::uint64_t now = m_context.clock.wallMilliseconds();
    ChangeSet change(m_copy.record.id);
    change.record = m_copy.record;
    change.clock = m_context.hlc.latest();
    addOwnFacts(change, pending->delta, hidden);
    change.deltas.push_back(storedPending(*pending, now));
    if (instead)
        change.deltaErase.emplace_back(instead->delta.replica, instead->delta.seq);
    presence.note(change, now, m_context.member);
    if (!taken.empty())
        m_undo.pushInverse(change, edited.seq, record, taken);
    else if (!isFirstName)
        m_undo.pushAction(change, edited.seq, record);

    if (auto saved = m_context.store.commit(change); !saved) {
        m_context.hlc = clockBefore;
        // Whatever the disk has now is the truth; it is read again.
        auto read = reload();
        return read ? saved.error() : read.error();
    }
    m_undo.settle(change);
    for (Fact &fact : hidden) {
        if (m_copy.overlayLoaded || !m_copy.isPending(fact.dot))
            m_copy.hidden.insert(std::move(fact), edited.seq);
    }
    if (m_copy.overlayLoaded)
        m_copy.overlay.push_back(std::move(*pending));
    return edited;
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
    if (auto loaded = loadOverlay(); !loaded)
        return loaded;
    const auto loadedCart = m_context.store.loadCart(m_copy.record.id);
    if (!loadedCart)
        return loadedCart.error();
    const Rekeyed rekeyed = rekeyPending(m_copy, storedBase(*loadedCart), m_context.replica);
    ChangeSet change(m_copy.record.id);
    change.forgetPending = true;
    m_copy = rekeyed.copy;
    m_view = std::make_unique<CartView>(m_copy.record.id, m_copy.shown);
    change.record = m_copy.record;
    for (const PendingDelta &pending : m_copy.overlay) {
        addOwnFacts(change, pending.delta, {});
        change.deltas.push_back(storedPending(pending, m_context.clock.wallMilliseconds()));
    }
    for (const PendingDelta &kept : m_copy.kept)
        change.deltas.push_back(storedPending(kept, m_context.clock.wallMilliseconds()));
    for (const auto &[dot, hidden] : m_copy.hidden.all()) {
        if (m_copy.isPending(dot))
            change.insert.push_back({hidden.fact, 0, hidden.by});
        else
            change.hide.push_back({dot, hidden.by});
    }
    for (UndoStep step : m_undo.steps()) {
        auto record = decodeUndo(step.record);
        if (!record)
            return record.error();
        evencart::rekey(*record, rekeyed.from, m_context.replica, rekeyed.firstSeq,
                        -static_cast<std::int64_t>(rekeyed.firstSeq - 1));
        step.record = encodeUndo(*record);
        // A number is only good for dropping the step when the server refuses that delta; what was sequenced cannot be.
        step.seq = step.seq >= rekeyed.firstSeq ? step.seq - (rekeyed.firstSeq - 1) : 0;
        change.undoAdd.push_back(step);
    }
    if (auto saved = m_context.store.commit(change); !saved) {
        m_broken = true;
        return saved;
    }
    m_undo.settle(change);
    return {};
}

} // namespace evencart
