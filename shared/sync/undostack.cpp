#include "sync/undostack.h"

#include <algorithm>

namespace evencart {

namespace {

constexpr std::size_t mostSteps = 500;

} // namespace

const UndoStep *UndoStack::top(UndoStep::Stack stack) const
{
    const auto found = std::find_if(m_steps.rbegin(), m_steps.rend(), [&](const UndoStep &step) { return step.stack == stack; });
    return found == m_steps.rend() ? nullptr : &*found;
}

void UndoStack::pushAction(ChangeSet &change, std::uint64_t seq, const UndoRecord &record) const
{
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        if (i + mostSteps <= m_steps.size() || m_steps[i].stack == UndoStep::Stack::Redo)
            change.undoErase.push_back(m_steps[i].id);
    }
    change.undoAdd.push_back({nextId(), UndoStep::Stack::Undo, seq, encodeUndo(record)});
}

void UndoStack::pushInverse(ChangeSet &change, std::uint64_t seq, const UndoRecord &record, const UndoStep &taken) const
{
    const auto undone = decodeUndo(taken.record);
    for (const UndoStep &step : m_steps) {
        auto other = decodeUndo(step.record);
        if (step.id != taken.id && other && undone && follow(*other, *undone, record))
            change.undoAdd.push_back({step.id, step.stack, step.seq, encodeUndo(*other)});
    }
    change.undoErase.push_back(taken.id);
    const auto stack = taken.stack == UndoStep::Stack::Undo ? UndoStep::Stack::Redo : UndoStep::Stack::Undo;
    change.undoAdd.push_back({nextId(), stack, seq, encodeUndo(record)});
}

void UndoStack::dropRejected(ChangeSet &change, const std::vector<std::uint64_t> &seqs) const
{
    for (const UndoStep &step : m_steps) {
        if (std::find(seqs.begin(), seqs.end(), step.seq) != seqs.end())
            change.undoErase.push_back(step.id);
    }
}

void UndoStack::concede(ChangeSet &change, const std::vector<Delta> &foreign) const
{
    if (foreign.empty())
        return;
    for (const UndoStep &step : m_steps) {
        auto record = decodeUndo(step.record);
        if (!record)
            continue;
        bool changed = false;
        for (const Delta &delta : foreign)
            changed = evencart::concede(*record, delta) || changed;
        if (changed)
            change.undoAdd.push_back({step.id, step.stack, step.seq, encodeUndo(*record)});
    }
}

void UndoStack::settle(const ChangeSet &change)
{
    for (const UndoStep &step : change.undoAdd) {
        const auto known = std::find_if(m_steps.begin(), m_steps.end(), [&](const UndoStep &old) { return old.id == step.id; });
        if (known == m_steps.end())
            m_steps.push_back(step);
        else
            *known = step;
    }
    std::erase_if(m_steps, [&](const UndoStep &step) {
        return std::find(change.undoErase.begin(), change.undoErase.end(), step.id) != change.undoErase.end();
    });
}

} // namespace evencart
