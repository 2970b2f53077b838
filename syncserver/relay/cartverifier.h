#pragma once

#include "relay/admincommands.h"

namespace evencart::relay {

// Adds what is to be said about one cart to `result`. An error only where the store cannot be read.
Result<void> verifyCart(store::LogStore &log, const store::CartRow &cart, Verification &result);

} // namespace evencart::relay
