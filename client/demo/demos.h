#pragma once

#include "base/result.h"

#include <QString>

#include <string>
#include <vector>

namespace evencart {

inline constexpr long long demoBytes = 1024 * 1024; // of a demonstration's text, at most

// The demonstrations that come with the programs, in the order in which one would look at them.
std::vector<std::string> demoNames();
// Empty: there is none of that name.
std::string demoText(const std::string &name);
// The text in a file; nothing of one that cannot be read to its end or is larger than a demonstration may be.
Result<std::string> demoTextIn(const QString &path);

} // namespace evencart
