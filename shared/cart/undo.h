#pragma once

#include "cart/edit.h"

#include <string>
#include <vector>

namespace evencart {

// What has to be remembered of an own action so that it can be taken back, also after a restart or a re-key: the facts
// that it added and the facts that it took away, whole. Undo is mine alone and is a new delta, never a rewind (Stewen
// and Kleppmann 2024); redo is the undo of an undo.
struct UndoRecord
{
    std::string label;         // what a menu shows behind "Undo": "remove Butter"
    bool removedLines = false; // the action took whole lines away
    std::vector<Fact> added;
    std::vector<Fact> removed;
    std::vector<Dot> beside; // siblings that it saw in the registers it touched, and left there; sorted

    friend bool operator==(const UndoRecord &, const UndoRecord &) = default;
};

// The record of an action that has become `delta`; `before` are the facts as they were when it was made, `removedLines`
// is the draft's.
UndoRecord undoRecordOf(std::string label, const Delta &delta, bool removedLines, const FactSet &before);

Bytes encodeUndo(const UndoRecord &record);
Result<UndoRecord> decodeUndo(ByteView bytes);

// Writes the inverse of `record` into `edit`, or says why that is not possible any more: somebody has built on it
// since. Never brings back what another removed, never takes away what another wrote. Of several removed lines those
// that are there again are left out.
Result<void> undo(Edit &edit, const UndoRecord &record);

// `record` and then `later`, as if both had been one action: what one added and the other took away again is in
// neither list. Keeps the label of the first.
void extend(UndoRecord &record, const UndoRecord &later);

// To be called on every remaining record, undo and redo, after `undone` was undone by the delta that `inverse` records:
// what came back has new dots, and records that named the old ones follow. Without it, "add 1, type 5, undo, undo"
// would stop after the first. True where `other` changed and has to be stored again.
bool follow(UndoRecord &other, const UndoRecord &undone, const UndoRecord &inverse);

// To be called on every record when a delta of somebody else arrives: what it removed too is theirs, and undo leaves it
// removed.
bool concede(UndoRecord &record, const Delta &foreign);

// After a re-key (a copied database gets a new replica id): the record's own dots under their new names.
void rekey(UndoRecord &record, ReplicaId from, ReplicaId to, std::uint64_t firstSeq, std::int64_t seqShift);

} // namespace evencart
