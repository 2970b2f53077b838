#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace evencart::cli {

// An option that a command takes: "--qty N", or a switch, which has no placeholder.
struct Option
{
    std::string name;        // without the dashes
    std::string placeholder; // of its value: "N"; empty for a switch
    std::string help;
};

// What was typed behind a command, taken apart: its arguments by position and its options by name.
class Arguments
{
public:
    void add(std::string value) { m_values.push_back(std::move(value)); }
    void set(const std::string &option, std::string value) { m_options[option] = std::move(value); }

    std::size_t count() const { return m_values.size(); }
    // REQUIRES: index < count()
    const std::string &at(std::size_t index) const { return m_values[index]; }
    std::optional<std::string> maybe(std::size_t index) const
    {
        return index < count() ? std::optional(m_values[index]) : std::nullopt;
    }
    std::vector<std::string> from(std::size_t index) const;

    bool has(const std::string &option) const { return m_options.contains(option); }
    std::optional<std::string> option(const std::string &name) const;

private:
    std::vector<std::string> m_values;
    std::map<std::string, std::string> m_options;
};

// Whether the word is an option and not a value: it begins with "-" and is neither "-" alone nor a negative number.
bool looksLikeOption(std::string_view word);

} // namespace evencart::cli
