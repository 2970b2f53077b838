#pragma once

#include "base/clock.h"
#include "base/random.h"

#include <string>
#include <vector>

namespace evencart::app {

// `evencartd admin [--data DIR] COMMAND`: looks at a data directory, backs it up, restores it. Those that only read
// work beside a running server; the others need the directory to themselves, but for what the server does itself
// (app/operate.h). Prints to stdout, errors to stderr; returns the exit code (0 done, 1 failed, 2 wrong use, 5 damaged,
// 6 in use, 7 not found).
int runAdmin(std::vector<std::string> arguments, const Clock &clock, RandomSource &random);

} // namespace evencart::app
