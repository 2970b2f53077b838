#include "storage/memorystore.h"

#include <algorithm>

namespace evencart {

namespace {

Error noSuchCart()
{
    return {ErrorCode::NotFound, "This profile has no such cart."};
}

bool isBuried(const StoredFact &stored)
{
    return stored.position == 0 && stored.hiddenBy != 0;
}

template <typename Map>
auto values(const Map &map)
{
    std::vector<typename Map::mapped_type> all;
    for (const auto &[key, value] : map)
        all.push_back(value);
    return all;
}

} // namespace

const MemoryStore::Cart &MemoryStore::cartAt(const CartId &id) const
{
    static const Cart none;
    const auto found = m_carts.find(id);
    return found == m_carts.end() ? none : found->second;
}

Result<void> MemoryStore::setProfile(const ProfileRecord &record)
{
    m_profile = record;
    return {};
}

Result<void> MemoryStore::moveProfile(const ProfileRecord &record)
{
    m_profile = record;
    return m_shop.update({}, true, {});
}

Result<std::vector<CartRecord>> MemoryStore::carts()
{
    std::vector<CartRecord> records;
    for (const auto &[id, cart] : m_carts)
        records.push_back(cart.record);
    return records;
}

Result<LoadedCart> MemoryStore::loadCart(const CartId &id)
{
    const auto found = m_carts.find(id);
    if (found == m_carts.end())
        return noSuchCart();
    LoadedCart loaded{found->second.record, found->second.vector, found->second.facts.all()};
    std::erase_if(loaded.facts, isBuried);
    return loaded;
}

Result<std::vector<StoredFact>> MemoryStore::buried(const CartId &id)
{
    auto facts = cartAt(id).facts.all();
    std::erase_if(facts, [](const StoredFact &stored) { return !isBuried(stored); });
    return facts;
}

Result<void> MemoryStore::commit(const ChangeSet &change)
{
    if (m_failures > 0) {
        --m_failures;
        return Error{ErrorCode::Io, "The disk is full; nothing was saved."};
    }
    if (!change.record && !m_carts.contains(change.cart))
        return noSuchCart();
    ++m_commits;
    Cart &cart = m_carts[change.cart];
    if (change.record)
        cart.record = *change.record;
    if (change.clock)
        m_profile.clock = *change.clock;
    applyFacts(cart, change);
    applyDeltas(cart, change);
    return {};
}

void MemoryStore::applyFacts(Cart &cart, const ChangeSet &change)
{
    if (change.forgetPending)
        cart.facts.forgetPending();
    for (const StoredFact &stored : change.insert)
        cart.facts.insert(stored);
    for (const Dot &dot : change.erase)
        cart.facts.erase(dot);
    for (const auto &[dot, seq] : change.hide)
        cart.facts.hide(dot, seq);
    for (const std::uint64_t seq : change.eraseHiddenBy)
        cart.facts.eraseHiddenBy(seq);
    for (const std::uint64_t seq : change.unhide)
        cart.facts.unhide(seq);
    for (const auto &[dot, stamp] : change.restamp)
        cart.facts.restamp(dot, stamp);
    for (const auto &[dot, position] : change.sequenced)
        cart.facts.sequence(dot, position);
    for (const auto &[replica, seq] : change.vector)
        cart.vector.advance(replica, seq);
}

void MemoryStore::applyDeltas(Cart &cart, const ChangeSet &change)
{
    if (change.forgetPending)
        std::erase_if(cart.deltas, [](const auto &entry) { return entry.second.kind == StoredDelta::Kind::Pending; });
    for (const auto &number : change.deltaErase)
        cart.deltas.erase(number);
    for (const StoredDelta &delta : change.deltas)
        cart.deltas[{delta.replica, delta.seq}] = delta;
    for (const UndoStep &step : change.undoAdd)
        cart.undo[step.id] = step;
    for (const std::uint64_t id : change.undoErase)
        cart.undo.erase(id);
    for (const RemovedLine &line : change.removedAdd)
        cart.removed[line.line] = line;
    for (const LineId &line : change.removedErase)
        cart.removed.erase(line);
}

Result<std::vector<StoredDelta>> MemoryStore::pending(const CartId &id)
{
    std::vector<StoredDelta> waiting;
    for (const auto &[key, delta] : cartAt(id).deltas) {
        if (delta.kind == StoredDelta::Kind::Pending)
            waiting.push_back(delta);
    }
    return waiting;
}

Result<std::vector<StoredDelta>> MemoryStore::history(const CartId &id, std::uint64_t beyond)
{
    auto all = values(cartAt(id).deltas);
    std::erase_if(all, [&](const StoredDelta &delta) { return delta.position > 0 && delta.position <= beyond; });
    const auto rank = [](const StoredDelta &delta) { return delta.position == 0 ? ~std::uint64_t(0) : delta.position; };
    std::stable_sort(all.begin(), all.end(), [&](const auto &a, const auto &b) { return rank(a) < rank(b); });
    return all;
}

Result<std::vector<StoredDelta>> MemoryStore::rejected(const CartId &id)
{
    auto rejected = *history(id, 0);
    std::erase_if(rejected, [](const StoredDelta &delta) {
        return delta.kind != StoredDelta::Kind::Rejected || delta.bytes.empty();
    });
    return rejected;
}

Result<std::vector<UndoStep>> MemoryStore::undoSteps(const CartId &id)
{
    return values(cartAt(id).undo);
}
Result<std::vector<RemovedLine>> MemoryStore::removedLines(const CartId &id)
{
    return values(cartAt(id).removed);
}
Result<std::vector<KnownMember>> MemoryStore::members()
{
    return values(m_members);
}

Result<void> MemoryStore::rememberMembers(const std::vector<KnownMember> &members)
{
    for (const KnownMember &member : members)
        m_members[member.member] = member;
    return {};
}

Result<std::vector<KnownCursor>> MemoryStore::cursors(const CartId &id)
{
    return values(cartAt(id).cursors);
}

Result<void> MemoryStore::rememberCursors(const CartId &id, const std::vector<KnownCursor> &cursors)
{
    for (const KnownCursor &cursor : cursors)
        m_carts[id].cursors[cursor.device] = cursor;
    return {};
}

} // namespace evencart
