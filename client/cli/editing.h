#pragma once

#include "cli/command.h"

#include <string>
#include <vector>

// Making one edit and saying what came of it.
namespace evencart::cli {

// Runs one action on the cart and answers with the lines that it touched: {"lines":[{"id","name","quantity"}]}, with
// quantity 0 for one that is gone; no lines where nothing had to change. `label` names the action for undo and history.
Result<ExitCode> edit(Invocation &run, CartReplica &cart, const std::string &label, const CartReplica::Action &action);
// The same for lines given in the order in which they are to be answered.
Result<ExitCode> answerLines(Invocation &run, const CartReplica &cart, const std::vector<LineId> &lines,
                             const std::string &nothing);

// For commands whose first arguments are CART LINE: finds both and edits. `label` stands before the line's name:
// "check" and "milk".
using LineAction = std::function<Result<void>(Edit &, const LineView &)>;
Result<ExitCode> editLine(Invocation &run, const std::string &label, const LineAction &action);

} // namespace evencart::cli
