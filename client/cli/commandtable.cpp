#include "cli/commandtable.h"

#include "cli/commands/commands.h"

#include <algorithm>
#include <iterator>
#include <sstream>

namespace evencart::cli {

namespace {

Error wrongUse(std::string message)
{
    return {ErrorCode::InvalidInput, std::move(message)};
}

const Option *findOption(const std::vector<Option> &options, std::string_view name)
{
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const Option &option) { return option.name == name; });
    return found == options.end() ? nullptr : &*found;
}

// Reads the words from left to right. The command may be two words with global options around and between them.
class Parser
{
public:
    Parser(const CommandTable &table, const std::vector<std::string> &words, CommandLine &line)
        : m_table(table), m_words(words), m_line(line)
    {
    }

    Result<void> run()
    {
        bool optionsEnded = false;
        for (m_at = 0; m_at < m_words.size(); ++m_at) {
            const std::string &word = m_words[m_at];
            if (!optionsEnded && word == "--") {
                optionsEnded = true;
                continue;
            }
            auto taken = !optionsEnded && looksLikeOption(word) ? takeOption(word) : takeWord(word);
            if (!taken)
                return taken;
        }
        return asksForText() ? Result<void>() : checkCounts();
    }

private:
    bool asksForText() const
    {
        return m_line.arguments.has("help") || (m_line.arguments.has("version") && !m_line.command);
    }

    Result<void> takeOption(const std::string &word)
    {
        if (word == "-h") {
            m_line.arguments.set("help", {});
            return {};
        }
        const std::size_t equals = word.find('=');
        const std::string name =
            word.starts_with("--") ? word.substr(2, equals == std::string::npos ? equals : equals - 2) : word;
        const Option *option = findOption(globalOptions(), name);
        if (!option && m_line.command)
            option = findOption(m_line.command->options, name);
        if (!option || !word.starts_with("--"))
            return wrongUse("There is no option " + word.substr(0, equals) +
                            (m_line.command ? " for " + m_line.command->name : "") +
                            ". Put -- before a value that begins with a dash.");
        if (option->placeholder.empty() && equals != std::string::npos)
            return wrongUse("The option --" + name + " takes no value.");
        if (option->placeholder.empty()) {
            m_line.arguments.set(name, {});
        } else if (equals != std::string::npos) {
            m_line.arguments.set(name, word.substr(equals + 1));
        } else if (m_at + 1 < m_words.size()) {
            m_line.arguments.set(name, m_words[++m_at]);
        } else {
            return wrongUse("The option --" + name + " needs a value: " + option->placeholder + ".");
        }
        return {};
    }

    Result<void> takeWord(const std::string &word)
    {
        if (m_line.name.empty() || (m_mayGrow && m_line.arguments.count() == 0)) {
            if (takeCommandWord(word))
                return {};
            if (!m_line.command)
                return wrongUse(m_line.name.empty()
                                    ? "There is no command \"" + word + "\"; \"evencartctl help\" lists them."
                                    : "There is no command \"" + m_line.name + " " + word + "\".");
        }
        m_line.arguments.add(word);
        return {};
    }

    bool takeCommandWord(const std::string &word)
    {
        const std::string name = m_line.name.empty() ? word : m_line.name + " " + word;
        const Command *found = m_table.find(name);
        const bool isGroup = m_line.name.empty() && !m_table.group(word).empty();
        m_mayGrow = isGroup;
        if (!found && !isGroup)
            return false;
        m_line.name = name;
        m_line.command = found;
        return true;
    }

    Result<void> checkCounts() const
    {
        if (m_line.name.empty())
            return wrongUse("A command is missing; \"evencartctl help\" lists them.");
        if (!m_line.command) {
            std::string names;
            for (const Command *command : m_table.group(m_line.name))
                names += (names.empty() ? "" : ", ") + command->name.substr(m_line.name.size() + 1);
            return wrongUse("Say what to do with " + m_line.name + ": " + names + ".");
        }
        const auto [least, most] = m_line.command->bounds();
        if (m_line.arguments.count() < least)
            return wrongUse("Something is missing behind " + m_line.command->name + ".");
        if (m_line.arguments.count() > most)
            return wrongUse("\"" + m_line.arguments.at(most) +
                            "\" is one too many; put a text of several words in quotes.");
        return {};
    }

    const CommandTable &m_table;
    const std::vector<std::string> &m_words;
    CommandLine &m_line;
    std::size_t m_at = 0;
    bool m_mayGrow = false; // the next word may be the command's second
};

} // namespace

Command::Bounds Command::bounds() const
{
    Bounds bounds;
    std::istringstream words(arguments);
    for (std::string word; words >> word;) {
        if (word[0] != '[')
            ++bounds.least;
        ++bounds.most;
        if (word.ends_with("…") || word.ends_with("…]"))
            bounds.most = static_cast<std::size_t>(-1);
    }
    return bounds;
}

CommandTable CommandTable::standard()
{
    CommandTable table;
    for (auto *commands :
         {profileCommands, cartCommands,    addCommands,    lineCommands,   fieldCommands,  removalCommands,
          undoCommands,    historyCommands, exportCommands, importCommands, serverCommands, shareCommands,
          memberCommands,  syncCommands,    watchCommands,  shopCommands,   orderCommands,  reserveCommands,
          keeperCommands,  demoCommands,    doctorCommands, helpCommands})
        table.add(commands());
    return table;
}

void CommandTable::add(std::vector<Command> commands)
{
    std::move(commands.begin(), commands.end(), std::back_inserter(m_commands));
}

const Command *CommandTable::find(std::string_view name) const
{
    const auto found = std::find_if(m_commands.begin(), m_commands.end(),
                                    [&](const Command &command) { return command.name == name; });
    return found == m_commands.end() ? nullptr : &*found;
}

std::vector<const Command *> CommandTable::group(std::string_view word) const
{
    std::vector<const Command *> members;
    for (const Command &command : m_commands) {
        if (command.name.size() > word.size() && command.name.starts_with(word) && command.name[word.size()] == ' ')
            members.push_back(&command);
    }
    return members;
}

const std::vector<Option> &globalOptions()
{
    static const std::vector<Option> options = {
        {"profile", "DIR", "the client's data directory"},
        {"json", "", "print one JSON document, errors too"},
        {"quiet", "", "say nothing that was not asked for"},
        {"help", "", "explain the command"},
        {"version", "", "print the version"},
    };
    return options;
}

Result<CommandLine> parseCommandLine(const CommandTable &table, const std::vector<std::string> &words,
                                     CommandLine &partial)
{
    if (auto parsed = Parser(table, words, partial).run(); !parsed)
        return parsed.error();
    return partial;
}

} // namespace evencart::cli
