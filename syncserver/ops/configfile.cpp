#include "ops/configfile.h"

#include <cerrno>
#include <cstring>
#include <fstream>

namespace evencart::ops {

namespace {

constexpr std::size_t largestFile = 1024 * 1024;

Result<std::string> readWhole(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return Error{ErrorCode::InvalidInput,
                     "cannot read the configuration file " + path + ": " + std::strerror(errno)};
    std::string text(largestFile + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (file.bad() || text.size() > largestFile)
        return Error{ErrorCode::InvalidInput, path + " cannot be read, or is too large for a configuration file"};
    return text;
}

} // namespace

Result<std::vector<ConfigSetting>> readConfigFile(const std::string &path)
{
    const auto text = readWhole(path);
    if (!text)
        return text.error();
    if (path.ends_with(".ini"))
        return parseIni(*text, path);
    auto settings = parseToml(*text, path);
    if (settings || path.ends_with(".toml"))
        return settings;
    auto asIni = parseIni(*text, path);
    if (!asIni)
        return settings;                  // the error of the stricter one
    for (ConfigSetting &setting : *asIni) // should one be wrong, both readings may be meant
        setting.place += " (read as INI, because as TOML: " + settings.error().message + ")";
    return asIni;
}

} // namespace evencart::ops
