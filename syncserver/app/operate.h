#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"

#include <string>
#include <vector>

// The commands of `evencartd admin` about goods, orders and who has rights. They may change things, so where a server
// uses the data directory, the server runs them (operatorsocket.h); otherwise this program does.
namespace evencart::app {

struct AdminRequest
{
    std::string folder;
    std::vector<std::string> arguments;
    const Clock &clock;
    RandomSource &random;
};

// Whether it is one, with the right number of arguments.
bool isOperatorCommand(const std::vector<std::string> &words);
// Prints what there is to say. REQUIRES: the arguments are such a command.
Result<void> runOperatorCommand(const AdminRequest &request);

// Makes an invitation for an administrator and prints its link. The arguments are its options.
Result<void> inviteAdministrator(const AdminRequest &request);

} // namespace evencart::app
