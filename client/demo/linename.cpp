#include "demo/linename.h"

#include "text/normalize.h"

namespace evencart {

std::optional<LineName> LineName::read(std::string_view text)
{
    const auto opens = text.rfind(" [");
    if (!text.ends_with(']') || opens == std::string_view::npos || opens == 0)
        return std::nullopt;
    return LineName{std::string(text.substr(0, opens)), std::string(text.substr(opens + 2, text.size() - opens - 3))};
}

bool LineName::isOf(std::string_view lineName, std::string_view lineUnit) const
{
    return unit == lineUnit && isSameName(name, lineName);
}

bool isSameName(std::string_view one, std::string_view other)
{
    return normalizedName(one) == normalizedName(other);
}

} // namespace evencart
