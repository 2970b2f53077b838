#pragma once

#include "model/linemodel.h"

namespace evencart {

// What a view shows of a line for one of LineModel's roles, in the user's words. Only what the line itself says: how
// far it has come, and what happens to its row, is the model's to tell. Invalid for those roles.
QVariant lineValue(const LineView &line, int role, const People &people);

} // namespace evencart
