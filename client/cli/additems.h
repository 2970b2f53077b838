#pragma once

#include "sync/cartreplica.h"
#include "workspace/itemstoadd.h"

#include <string>
#include <vector>

namespace evencart::cli {

// Adds all of them as one action, labelled "<verb> milk, Eggs and 5 more". Returns the lines in the order of the items,
// each once.
Result<std::vector<LineId>> addItems(CartReplica &cart, const std::string &verb, const std::vector<ItemToAdd> &items);

} // namespace evencart::cli
