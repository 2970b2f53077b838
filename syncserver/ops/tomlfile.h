#pragma once

#include "base/result.h"

#include <string>
#include <vector>

namespace evencart::ops {

// A setting as somebody wrote it.
struct ConfigSetting
{
    std::string name;
    std::string value;
    std::string place; // for the error: "--listen", "EVENCARTD_LISTEN", "/etc/evencartd.toml line 3, listen"
};

// The settings of a flat TOML file. Whole numbers, booleans and lists of strings come as the text that the command line
// would have; tables, dates and fractions are errors.
Result<std::vector<ConfigSetting>> readTomlFile(const std::string &path);

} // namespace evencart::ops
