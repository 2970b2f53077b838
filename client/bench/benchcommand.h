#pragma once

#include "cli/command.h"

namespace evencart::bench {

// `evencartctl bench`: one scenario, its figures as JSON on stdout, one object a line; {"error": "…"} when it did not
// work. Touches no profile. REQUIRES when it runs: a QCoreApplication and initCrypto().
cli::Command benchCommand();

} // namespace evencart::bench
