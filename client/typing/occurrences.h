#pragma once

#include "typing/knownitems.h"
#include "workspace/workspace.h"

namespace evencart {

// What was put into a cart so far, from its history as far as this machine has it, and from the lines, present and
// removed, of which it tells nothing (a cart that came as a snapshot). What was put in twice on one day counts once: a
// "+" is no second purchase. On the thread of the workspace; a cart with a very long history is read by its lines
// alone.
std::vector<Occurrence> occurrencesIn(Workspace &workspace, const CartId &cart);

// The same of one line as it is shown now.
Occurrence occurrenceOf(const CartId &cart, const LineView &line);

} // namespace evencart
