#include "ops/configfile.h"

#include <optional>
#include <sstream>
#include <toml++/toml.h>

namespace evencart::ops {

namespace {

std::optional<std::string> listText(const toml::array &list)
{
    std::string text;
    for (const toml::node &element : list) {
        const auto value = element.value_exact<std::string>();
        if (!value)
            return std::nullopt;
        text += (text.empty() ? "" : ",") + *value;
    }
    return text;
}

std::optional<std::string> valueText(const toml::node &node)
{
    if (auto text = node.value_exact<std::string>())
        return text;
    if (const auto number = node.value_exact<std::int64_t>())
        return std::to_string(*number);
    if (const auto flag = node.value_exact<bool>())
        return *flag ? "true" : "false";
    if (const toml::array *list = node.as_array())
        return listText(*list);
    return std::nullopt;
}

std::string placeOf(const std::string &path, const toml::source_region &source)
{
    return path + " line " + std::to_string(source.begin.line);
}

Result<toml::table> parseTable(const std::string &text, const std::string &path)
{
    try {
        return toml::parse(text);
    } catch (const toml::parse_error &error) {
        return Error{ErrorCode::InvalidInput, placeOf(path, error.source()) + ": " + std::string(error.description())};
    }
}

} // namespace

Result<std::vector<ConfigSetting>> parseToml(const std::string &text, const std::string &path)
{
    const auto table = parseTable(text, path);
    if (!table)
        return table.error();
    std::vector<ConfigSetting> settings;
    for (const auto &[key, node] : *table) {
        const std::string name(key.str());
        const std::string place = placeOf(path, node.source()) + ", " + name;
        const auto value = valueText(node);
        if (!value)
            return Error{ErrorCode::InvalidInput,
                         place + ": must be a text, a whole number, true or false, or a list of texts"};
        settings.push_back({name, *value, place});
    }
    return settings;
}

} // namespace evencart::ops
