#pragma once

#include <string>

namespace evencart {

// Whether two addresses ("wss://host:port") mean the same server. "localhost" and its
// addresses are one place; no address is a place of its own.
bool isSameServer(const std::string &url, const std::string &other);

} // namespace evencart
