#include "cli/arguments.h"

#include <algorithm>

namespace evencart::cli {

std::vector<std::string> Arguments::from(std::size_t index) const
{
    return {m_values.begin() + static_cast<std::ptrdiff_t>(std::min(index, count())), m_values.end()};
}

std::optional<std::string> Arguments::option(const std::string &name) const
{
    const auto found = m_options.find(name);
    return found == m_options.end() ? std::nullopt : std::optional(found->second);
}

bool looksLikeOption(std::string_view word)
{
    if (word.size() < 2 || word[0] != '-')
        return false;
    const std::size_t first = word.find_first_not_of(".,", 1);
    return first == std::string_view::npos || word[first] < '0' || word[first] > '9';
}

} // namespace evencart::cli
