#pragma once

#include "ops/statussnapshot.h"

#include <string>

namespace evencart::ops {

// The status page: one HTML document without scripts or outside resources, light or dark as the reader's system is.
std::string statusPage(const StatusSnapshot &status);

} // namespace evencart::ops
