#include "sync/undostack.h"

#include <algorithm>
#include <map>

namespace evencart {

namespace {

constexpr std::size_t mostSteps = 500;

// Facts that were taken away and are back, one for one, under a new name: old dot to new fact.
std::map<Dot, Fact> broughtBack(const UndoRecord &taken, const UndoRecord &inverse)
{
    using Key = std::pair<LineId, std::uint32_t>;
    std::map<Key, std::pair<std::vector<const Fact *>, std::vector<const Fact *>>> groups;
    for (const Fact &fact : taken.removed)
        groups[{fact.subject, fact.field}].first.push_back(&fact);
    for (const Fact &fact : inverse.added)
        groups[{fact.subject, fact.field}].second.push_back(&fact);
    std::map<Dot, Fact> back;
    for (const auto &[key, group] : groups) {
        // Several facts that came back as one number have no single successor.
        if (group.first.size() == 1 && group.second.size() == 1)
            back[group.first.front()->dot] = *group.second.front();
    }
    return back;
}

bool follow(UndoRecord &record, const std::map<Dot, Fact> &back)
{
    bool changed = false;
    for (Fact &fact : record.added) {
        if (const auto found = back.find(fact.dot); found != back.end()) {
            fact = found->second;
            changed = true;
        }
    }
    return changed;
}

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
    const auto takenRecord = decodeUndo(taken.record);
    const auto back = takenRecord ? broughtBack(*takenRecord, record) : std::map<Dot, Fact>();
    for (const UndoStep &step : m_steps) {
        auto other = decodeUndo(step.record);
        if (step.id != taken.id && other && follow(*other, back))
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

// The step with that id, or the place where it belongs.
std::deque<UndoStep>::iterator UndoStack::at(std::uint64_t id)
{
    return std::lower_bound(m_steps.begin(), m_steps.end(), id, [](const UndoStep &step, std::uint64_t wanted) { return step.id < wanted; });
}

void UndoStack::settle(const ChangeSet &change)
{
    for (const UndoStep &step : change.undoAdd) {
        const auto place = at(step.id);
        if (place != m_steps.end() && place->id == step.id)
            *place = step;
        else
            m_steps.insert(place, step);
    }
    for (const std::uint64_t id : change.undoErase) {
        const auto place = at(id);
        if (place != m_steps.end() && place->id == id)
            m_steps.erase(place);
    }
}

} // namespace evencart
