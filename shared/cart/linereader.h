#pragma once

#include "cart/lineview.h"
#include "crdt/factset.h"

namespace evencart {

// Reads a line from its live facts by the rules of docs/semantics.md. Pure; facts that do not decode are passed over.
LineView readLine(const LineId &id, const FactSet::Facts &facts);

// A register as readers see it: the fact that shows and the others that were written at the same time, latest first.
// Works for every field that is a multi-value register; empty where there is none.
std::vector<const Fact *> siblings(const FactSet::Facts &facts, Field field);

} // namespace evencart
