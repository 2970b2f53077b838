#pragma once

#include "cart/edit.h"

#include <string>
#include <vector>

namespace evencart {

// What has to be remembered of an own action so that it can be taken back, also after a restart or a re-key: the facts that it
// added and the facts that it took away, whole. Undo is mine alone and is a new delta, never a rewind (Stewen and Kleppmann 2024);
// redo is the undo of an undo.
struct UndoRecord
{
    std::string label;      // what a menu shows behind "Undo": "remove Butter"
    bool removedLines = false; // the action took whole lines away
    std::vector<Fact> added;
    std::vector<Fact> removed;

    friend bool operator==(const UndoRecord &, const UndoRecord &) = default;
};

Bytes encodeUndo(const UndoRecord &record);
Result<UndoRecord> decodeUndo(ByteView bytes);

// Writes the inverse of `record` into `edit`, or says why that is not possible any more: somebody has built on it since. Never brings
// back what another removed, never takes away what another wrote.
Result<void> undo(Edit &edit, const UndoRecord &record);

// After a re-key (a copied database gets a new replica id): the record's own dots under their new names.
void rekey(UndoRecord &record, ReplicaId from, ReplicaId to, std::uint64_t firstSeq, std::int64_t seqShift);

} // namespace evencart
