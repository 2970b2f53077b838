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

    friend bool operator==(const ConfigSetting &, const ConfigSetting &) = default;
};

// The settings of a file: TOML where its name ends in .toml, INI where it ends in .ini; of another name TOML if it is
// that, else INI. InvalidInput says where it makes no sense.
Result<std::vector<ConfigSetting>> readConfigFile(const std::string &path);

// A flat TOML file (toml.io, 1.0). Whole numbers, booleans and lists of strings come as the text that the command line
// would have; tables, dates and fractions are errors. `path` is for the errors.
Result<std::vector<ConfigSetting>> parseToml(const std::string &text, const std::string &path);

// An INI file: lines NAME = VALUE, the value with or without double quotes around it; lines that begin with # or ; are
// comments. One section, [evencartd], may stand above. INI has no standard; this is what its readers have in common,
// without continued lines, escapes and comments behind values. A name twice is an error.
Result<std::vector<ConfigSetting>> parseIni(const std::string &text, const std::string &path);

} // namespace evencart::ops
