#pragma once

#include "ops/serverconfig.h"

#include <functional>
#include <string>
#include <vector>

namespace evencart::ops {

// One setting, whatever way it comes in.
struct ConfigOption
{
    std::string name;        // as on the command line, without dashes
    std::string placeholder; // of its value; empty: a flag
    std::string help;
    std::string expects;                                          // for the error: "… must be <expects>"
    std::function<bool(ServerConfig &, const std::string &)> set; // false: not understood or out of range
};

// All but --config, --help and --version, which say where to look or what to do.
const std::vector<ConfigOption> &configOptions();
const ConfigOption *findConfigOption(const std::string &name);

} // namespace evencart::ops
