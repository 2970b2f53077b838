#pragma once

#include "cart/undo.h"
#include "storage/records.h"

#include <deque>
#include <optional>
#include <vector>

namespace evencart {

// The own actions on one cart that can be taken back or done again, newest last, as stored. Changes are written into
// the ChangeSet of the action that causes them and take effect here with settle(), when that is durable.
class UndoStack
{
public:
    explicit UndoStack(const std::vector<UndoStep> &steps = {});

    std::vector<UndoStep> steps() const;
    const UndoStep *top(UndoStep::Stack stack) const;

    // A new action: it can be undone, and there is nothing left to redo.
    void pushAction(ChangeSet &change, std::uint64_t seq, const UndoRecord &record) const;
    // The steps `taken` were taken back by the action `seq`, which moves to the other stack. Earlier steps that speak
    // of a fact which came back under a new name follow it, so that a chain of undos goes all the way. REQUIRES: one
    // step or more, all of one stack.
    void pushInverse(ChangeSet &change, std::uint64_t seq, const UndoRecord &record,
                     const std::vector<UndoStep> &taken) const;
    // What others removed too is theirs: no step brings it back any more.
    void concede(ChangeSet &change, const std::vector<Delta> &foreign) const;
    // Steps of own deltas that the server refused.
    void dropRejected(ChangeSet &change, const std::vector<std::uint64_t> &seqs) const;

    void settle(const ChangeSet &change);

private:
    struct Entry
    {
        UndoStep step;
        // The dots that it would bring back, read when others first remove something: they remove often, and hardly
        // ever these.
        mutable std::optional<std::vector<Dot>> restores;
    };
    static const std::vector<Dot> &restoredBy(const Entry &entry);

    std::uint64_t nextId() const { return m_entries.empty() ? 1 : m_entries.back().step.id + 1; }
    std::deque<Entry>::iterator at(std::uint64_t id);

    std::deque<Entry> m_entries; // by id; a full stack loses its first for each that comes
};

} // namespace evencart
