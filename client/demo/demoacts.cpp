#include "demo/demoacts.h"

#include <algorithm>
#include <sstream>

namespace evencart {

namespace {

Error wrong(std::string message)
{
    return {ErrorCode::InvalidInput, std::move(message)};
}

const DemoCommand *find(const std::vector<DemoCommand> &commands, std::string_view name)
{
    const auto found = std::ranges::find(commands, name, &DemoCommand::name);
    return found == commands.end() ? nullptr : &*found;
}

// Also "--": what stands behind it would be taken as it is.
bool isOption(std::string_view word)
{
    if (word.size() < 2 || word.front() != '-')
        return false;
    const auto first = word.find_first_not_of(".,", 1);
    return first == std::string_view::npos || word[first] < '0' || word[first] > '9';
}

enum class Takes
{
    Nothing,
    Value,
    Unknown
};
Takes kindOf(const DemoCommand &command, const std::string &option)
{
    std::istringstream known{std::string(command.options)};
    for (std::string each; known >> each;) {
        if (each == option)
            return Takes::Nothing;
        if (each == option + "=")
            return Takes::Value;
    }
    return Takes::Unknown;
}

Result<void> checkCounts(const DemoWords &words)
{
    std::size_t least = 0;
    std::size_t most = 0;
    std::istringstream places{std::string(words.command->arguments)};
    for (std::string place; places >> place; ++most) {
        least += place.front() == '[' ? 0 : 1;
        if (place.find("…") != std::string::npos)
            most = words.arguments.size();
    }
    if (words.arguments.size() < least)
        return wrong("something is missing behind \"" + std::string(words.command->name) + "\"");
    if (words.arguments.size() > most)
        return wrong("\"" + words.arguments[most] + "\" is one too many; put a text of several words in quotes");
    return {};
}

} // namespace

const std::vector<DemoCommand> &personsCommands()
{
    static const std::vector<DemoCommand> commands = {
        {"profile", "", "name="},
        {"cart create", "NAME", ""},
        {"cart list", "", ""},
        {"cart rename", "CART NAME", ""},
        {"cart archive", "CART", "undo"},
        {"cart show", "CART", ""},
        {"merge", "FROM INTO", ""},
        {"add", "CART [TEXT…]", "qty= unit= note= category= price= sku="},
        {"inc", "CART LINE [N]", ""},
        {"dec", "CART LINE [N]", ""},
        {"set", "CART LINE N", ""},
        {"check", "CART LINE [N]", ""},
        {"uncheck", "CART LINE", ""},
        {"move", "CART LINE", "before= after= first last"},
        {"like", "CART LINE", ""},
        {"unlike", "CART LINE", ""},
        {"claim", "CART LINE", ""},
        {"unclaim", "CART LINE", ""},
        {"note", "CART LINE VALUE", ""},
        {"rename", "CART LINE VALUE", ""},
        {"category", "CART LINE VALUE", ""},
        {"price", "CART LINE VALUE", ""},
        {"assign", "CART LINE VALUE", ""},
        {"conflicts", "CART", ""},
        {"resolve", "CART LINE FIELD", "keep="},
        {"split", "CART LINE", ""},
        {"remove", "CART LINE…", ""},
        {"clear", "CART", "checked"},
        {"restore", "CART LINE", ""},
        {"removed", "CART", ""},
        {"undo", "CART", ""},
        {"redo", "CART", ""},
        {"history", "CART [LINE]", ""},
        {"pending", "[CART]", ""},
        {"rejected", "[CART]", ""},
        {"members", "CART", "timeout="},
        {"members remove", "CART MEMBER", "timeout="},
        {"members role", "CART MEMBER ROLE", "timeout="},
        {"sync", "", "timeout="},
        {"stock", "[TEXT]", "local fresh timeout="},
        {"checkout", "CART", "key= accept-prices timeout="},
        {"orders", "", "local timeout="},
        {"reserve", "CART LINE [N]", "for= timeout="},
        {"release", "CART LINE", "timeout="},
    };
    return commands;
}

const std::vector<DemoCommand> &shopsCommands()
{
    static const std::vector<DemoCommand> commands = {
        {"catalog list", "", ""}, {"stock set", "SKU N", ""}, {"stock add", "SKU N", ""}, {"orders", "", "sku="}};
    return commands;
}

std::optional<std::string> DemoWords::option(const std::string &name) const
{
    const auto found = options.find(name);
    return found == options.end() ? std::nullopt : std::optional(found->second);
}

Result<DemoWords> readWords(const std::vector<DemoCommand> &commands, const std::vector<std::string> &words)
{
    if (words.empty())
        return wrong("what is to be done is missing");
    DemoWords read;
    std::size_t n = 1;
    if (words.size() > 1)
        read.command = find(commands, words[0] + " " + words[1]);
    if (read.command)
        n = 2;
    else
        read.command = find(commands, words[0]);
    if (!read.command)
        return wrong("a demonstration has no \"" + words[0] + "\" like that");
    for (; n < words.size(); ++n) {
        if (!isOption(words[n])) {
            if (words[n] == "-" && read.command->name == "add")
                return wrong("a demonstration has no standard input");
            read.arguments.push_back(words[n]);
            continue;
        }
        const auto equals = words[n].find('=');
        const std::string name = words[n].starts_with("--") ? words[n].substr(2, equals - 2) : std::string();
        const Takes takes = kindOf(*read.command, name);
        if (takes == Takes::Unknown || (takes == Takes::Nothing && equals != std::string::npos))
            return wrong("a demonstration has no \"" + words[n] + "\" for \"" + std::string(read.command->name) + "\"");
        if (takes == Takes::Nothing)
            read.options[name] = {};
        else if (equals != std::string::npos)
            read.options[name] = words[n].substr(equals + 1);
        else if (n + 1 < words.size() && !isOption(words[n + 1]))
            read.options[name] = words[++n];
        else
            return wrong("\"" + words[n] + "\" needs a value");
    }
    if (auto fits = checkCounts(read); !fits)
        return fits.error();
    return read;
}

} // namespace evencart
