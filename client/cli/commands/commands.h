#pragma once

#include "cli/command.h"

#include <vector>

// The commands of evencartctl, a function for each group.
namespace evencart::cli {

std::vector<Command> profileCommands(); // init, profile
std::vector<Command> cartCommands();    // cart create, list, rename, archive, show; merge
std::vector<Command> addCommands();     // add
std::vector<Command> lineCommands();    // inc, dec, set, check, uncheck, like, unlike, claim, unclaim, move
std::vector<Command> fieldCommands();   // note, rename, category, price, assign, conflicts, resolve, split
std::vector<Command> removalCommands(); // remove, clear, restore, removed
std::vector<Command> undoCommands();    // undo, redo
std::vector<Command> historyCommands(); // history, pending, rejected
std::vector<Command> exportCommands();
std::vector<Command> importCommands();
std::vector<Command> serverCommands(); // server set, server show
std::vector<Command> shareCommands();  // invite, join
std::vector<Command> memberCommands(); // members, members remove, members role
std::vector<Command> syncCommands();
std::vector<Command> watchCommands();
std::vector<Command> shopCommands();    // stock
std::vector<Command> orderCommands();   // checkout, orders
std::vector<Command> reserveCommands(); // reserve, release
std::vector<Command> keeperCommands();  // shop import, goods, set, add, orders
std::vector<Command> demoCommands();
std::vector<Command> doctorCommands();
std::vector<Command> helpCommands(); // help, completion

} // namespace evencart::cli
