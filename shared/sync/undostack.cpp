#include "sync/undostack.h"

#include <algorithm>

namespace evencart {

namespace {

constexpr std::size_t mostSteps = 500;

std::vector<Dot> removesOf(const std::vector<Delta> &deltas)
{
    std::vector<Dot> removes;
    for (const Delta &delta : deltas)
        removes.insert(removes.end(), delta.removes.begin(), delta.removes.end());
    std::sort(removes.begin(), removes.end());
    return removes;
}

} // namespace

UndoStack::UndoStack(const std::vector<UndoStep> &steps)
{
    for (const UndoStep &step : steps)
        m_entries.push_back({step, {}});
}

std::vector<UndoStep> UndoStack::steps() const
{
    std::vector<UndoStep> steps;
    for (const Entry &entry : m_entries)
        steps.push_back(entry.step);
    return steps;
}

const UndoStep *UndoStack::top(UndoStep::Stack stack) const
{
    const auto found = std::find_if(m_entries.rbegin(), m_entries.rend(),
                                    [&](const Entry &entry) { return entry.step.stack == stack; });
    return found == m_entries.rend() ? nullptr : &found->step;
}

void UndoStack::pushAction(ChangeSet &change, std::uint64_t seq, const UndoRecord &record) const
{
    std::size_t place = 0;
    for (const Entry &entry : m_entries) {
        if (place++ + mostSteps <= m_entries.size() || entry.step.stack == UndoStep::Stack::Redo)
            change.undoErase.push_back(entry.step.id);
    }
    change.undoAdd.push_back({nextId(), UndoStep::Stack::Undo, seq, encodeUndo(record)});
}

void UndoStack::pushInverse(ChangeSet &change, std::uint64_t seq, const UndoRecord &record,
                            const std::vector<UndoStep> &taken) const
{
    UndoRecord undone;
    for (const UndoStep &step : taken) {
        if (const auto one = decodeUndo(step.record))
            extend(undone, *one);
        change.undoErase.push_back(step.id);
    }
    for (const auto &[step, restores] : m_entries) {
        if (std::find(change.undoErase.begin(), change.undoErase.end(), step.id) != change.undoErase.end())
            continue;
        auto other = decodeUndo(step.record);
        if (other && follow(*other, undone, record))
            change.undoAdd.push_back({step.id, step.stack, step.seq, encodeUndo(*other)});
    }
    const auto stack = taken.front().stack == UndoStep::Stack::Undo ? UndoStep::Stack::Redo : UndoStep::Stack::Undo;
    change.undoAdd.push_back({nextId(), stack, seq, encodeUndo(record)});
}

void UndoStack::dropRejected(ChangeSet &change, const std::vector<std::uint64_t> &seqs) const
{
    if (seqs.empty())
        return;
    for (const auto &[step, restores] : m_entries) {
        if (std::find(seqs.begin(), seqs.end(), step.seq) != seqs.end())
            change.undoErase.push_back(step.id);
    }
}

const std::vector<Dot> &UndoStack::restoredBy(const Entry &entry)
{
    if (!entry.restores) {
        entry.restores.emplace();
        if (const auto record = decodeUndo(entry.step.record)) {
            for (const Fact &fact : record->removed)
                entry.restores->push_back(fact.dot);
        }
    }
    return *entry.restores;
}

void UndoStack::concede(ChangeSet &change, const std::vector<Delta> &foreign) const
{
    if (foreign.empty())
        return;
    Delta all;
    all.removes = removesOf(foreign);
    for (const Entry &entry : m_entries) {
        const std::vector<Dot> &restores = restoredBy(entry);
        const bool concerned = std::any_of(restores.begin(), restores.end(), [&](const Dot &dot) {
            return std::binary_search(all.removes.begin(), all.removes.end(), dot);
        });
        if (!concerned)
            continue;
        auto record = decodeUndo(entry.step.record);
        if (record && evencart::concede(*record, all))
            change.undoAdd.push_back({entry.step.id, entry.step.stack, entry.step.seq, encodeUndo(*record)});
    }
}

// The step with that id, or the place where it belongs.
std::deque<UndoStack::Entry>::iterator UndoStack::at(std::uint64_t id)
{
    return std::lower_bound(m_entries.begin(), m_entries.end(), id,
                            [](const Entry &entry, std::uint64_t wanted) { return entry.step.id < wanted; });
}

void UndoStack::settle(const ChangeSet &change)
{
    for (const UndoStep &step : change.undoAdd) {
        const auto place = at(step.id);
        if (place != m_entries.end() && place->step.id == step.id)
            *place = {step, {}};
        else
            m_entries.insert(place, {step, {}});
    }
    for (const std::uint64_t id : change.undoErase) {
        const auto place = at(id);
        if (place != m_entries.end() && place->step.id == id)
            m_entries.erase(place);
    }
}

} // namespace evencart
