// CartReplica after damage: what was kept is made again.
#include "sync/cartreplica.h"
#include "sync/rekey.h"

#include <algorithm>
#include <map>

namespace evencart {

namespace {

// A kept delta as an action on the cart as it is now. What it took away and is not there any more, somebody else took.
Draft draftOf(const Delta &delta, const std::map<Dot, Dot> &renamed, const FactSet &facts)
{
    const auto nameNow = [&](const Dot &dot) {
        const auto found = renamed.find(dot);
        return found == renamed.end() ? dot : found->second;
    };
    Draft draft;
    for (const Add &add : delta.adds)
        draft.adds.push_back({add.subject, add.field, renamedBody(add, nameNow)});
    for (const Dot &dot : delta.removes) {
        if (facts.contains(nameNow(dot)))
            draft.removes.push_back(nameNow(dot));
    }
    std::sort(draft.removes.begin(), draft.removes.end());
    return draft;
}

} // namespace

Result<std::vector<LineId>> CartReplica::makeKeptAgain()
{
    if (auto loaded = loadOverlay(); !loaded)
        return loaded.error();
    std::vector<LineId> touched;
    std::map<Dot, Dot> renamed;
    while (!m_copy.kept.empty() && mayEdit().ok()) {
        const PendingDelta old = m_copy.kept.front();
        Draft draft;
        // The server may have had it, and only its ack was lost.
        if (m_copy.base.seen(old.delta.replica) < old.delta.seq)
            draft = draftOf(old.delta, renamed, m_copy.shown.facts());
        if (draft.isEmpty()) {
            if (auto forgotten = forgetKept(old); !forgotten)
                return forgotten.error();
        } else {
            const auto made = commitDraft(old.label, std::move(draft), {}, &old);
            if (!made)
                return made.error(); // read again: the rest is still kept
            for (std::uint32_t i = 0; i < old.delta.adds.size(); ++i)
                renamed[old.delta.dotOf(i)] = {m_copy.record.ownReplica, made->seq, i};
            touched.insert(touched.end(), made->touched.begin(), made->touched.end());
        }
        m_copy.kept.pop_front();
    }
    return touched;
}

Result<void> CartReplica::forgetKept(const PendingDelta &delta)
{
    ChangeSet change(m_copy.record.id);
    change.deltaErase.emplace_back(delta.delta.replica, delta.delta.seq);
    return m_context.store.commit(change);
}

} // namespace evencart
