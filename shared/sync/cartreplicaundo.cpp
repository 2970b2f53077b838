// Taking own actions back, and giving them again.
#include "sync/cartreplica.h"

namespace evencart {

Result<CartReplica::Edited> CartReplica::takeBack(UndoStep::Stack stack)
{
    if (auto may = mayEdit(); !may)
        return may.error();
    const UndoStep *found = m_undo.top(stack);
    if (!found)
        return Error{ErrorCode::NotFound,
                     stack == UndoStep::Stack::Undo ? "There is nothing to undo." : "There is nothing to redo."};
    const UndoStep step = *found;
    const auto record = decodeUndo(step.record);
    if (!record)
        return record.error();
    Edit edit(*m_view, m_context.member);
    if (auto possible = evencart::undo(edit, *record); !possible)
        return possible.error();
    return commitPieces(record->label, edit.take(), {step});
}

Result<CartReplica::Edited> CartReplica::undo()
{
    return takeBack(UndoStep::Stack::Undo);
}
Result<CartReplica::Edited> CartReplica::redo()
{
    return takeBack(UndoStep::Stack::Redo);
}

Result<CartReplica::Edited> CartReplica::undoBehind(std::uint64_t seq, const std::string &label)
{
    if (auto may = mayEdit(); !may)
        return may.error();
    std::vector<UndoStep> steps;
    UndoRecord together;
    for (const UndoStep &step : m_undo.steps()) {
        if (step.stack != UndoStep::Stack::Undo || step.seq <= seq)
            continue;
        const auto record = decodeUndo(step.record);
        if (!record)
            return record.error();
        extend(together, *record);
        steps.push_back(step);
    }
    if (steps.empty())
        return Error{ErrorCode::NotFound, "There is nothing to undo."};
    together.label = label;
    Edit edit(*m_view, m_context.member);
    if (!together.added.empty() || !together.removed.empty()) {
        if (auto possible = evencart::undo(edit, together); !possible)
            return possible.error();
    }
    return commitPieces(label, edit.take(), steps);
}

Result<std::string> CartReplica::peek(UndoStep::Stack stack)
{
    if (auto may = mayEdit(); !may)
        return may.error();
    const UndoStep *step = m_undo.top(stack);
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

} // namespace evencart
