#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <string>
#include <vector>

namespace evencart::net {

// A new ECDSA P-256 key and a self-signed certificate for it, as one PEM text: key first. Valid from a day ago (clocks
// differ) for ten years. `names` are DNS names or IP addresses; the first is the common name. REQUIRES: !names.empty()
Result<Bytes> makeSelfSigned(const std::vector<std::string> &names);

} // namespace evencart::net
