#include "ops/configfile.h"

#include <algorithm>
#include <sstream>

namespace evencart::ops {

namespace {

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf"; // some editors write one
constexpr std::string_view ownSection = "[evencartd]";

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view space = " \t\r";
    const auto first = text.find_first_not_of(space);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

std::string_view unquoted(std::string_view value)
{
    const bool isQuoted = value.size() >= 2 && value.front() == '"' && value.back() == '"';
    return isQuoted ? value.substr(1, value.size() - 2) : value;
}

} // namespace

Result<std::vector<ConfigSetting>> parseIni(const std::string &text, const std::string &path)
{
    std::vector<ConfigSetting> settings;
    std::istringstream in(text.starts_with(byteOrderMark) ? text.substr(byteOrderMark.size()) : text);
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        const std::string place = path + " line " + std::to_string(number);
        const std::string_view content = trimmed(line);
        if (content.empty() || content.front() == '#' || content.front() == ';')
            continue;
        if (content.front() == '[') {
            if (content != ownSection || !settings.empty())
                return Error{ErrorCode::InvalidInput,
                             place + ": there is one section, [evencartd], above all settings"};
            continue;
        }
        const auto equals = content.find('=');
        const std::string name(trimmed(content.substr(0, equals)));
        if (equals == std::string_view::npos || name.empty())
            return Error{ErrorCode::InvalidInput, place + ": a setting is written like listen = 0.0.0.0:8787"};
        if (std::ranges::find(settings, name, &ConfigSetting::name) != settings.end())
            return Error{ErrorCode::InvalidInput, place + ": " + name + " stands there twice"};
        settings.push_back({name, std::string(unquoted(trimmed(content.substr(equals + 1)))), place + ", " + name});
    }
    return settings;
}

} // namespace evencart::ops
