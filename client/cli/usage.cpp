#include "cli/usage.h"

#include "cli/texttable.h"

namespace evencart::cli {

namespace {

std::string spelled(const Option &option)
{
    return "--" + option.name + (option.placeholder.empty() ? "" : " " + option.placeholder);
}

std::string optionList(const std::vector<Option> &options)
{
    TextTable table;
    for (const Option &option : options)
        table.addRow({"  " + spelled(option), option.help});
    return table.toString();
}

} // namespace

std::string usageLine(const Command &command)
{
    std::string line = "evencartctl " + command.name;
    if (!command.arguments.empty())
        line += " " + command.arguments;
    for (const Option &option : command.options)
        line += " [" + spelled(option) + "]";
    return line;
}

std::string helpText(const Command &command)
{
    std::string text = "Usage: " + usageLine(command) + "\n\n" + command.summary + ".\n";
    if (!command.details.empty())
        text += "\n" + command.details + "\n";
    if (!command.options.empty())
        text += "\nOptions:\n" + optionList(command.options);
    return text + "\nEverywhere:\n" + optionList(globalOptions());
}

std::string helpText(const CommandTable &table, const std::string &name)
{
    const Command *command = table.find(name);
    std::string text = command ? helpText(*command) : std::string();
    for (const Command *member : table.group(name))
        text += (text.empty() ? "" : "\n") + helpText(*member);
    return text;
}

std::string helpText(const CommandTable &table)
{
    std::string text = "Usage: evencartctl [--profile DIR] [--json] [--quiet] COMMAND [ARGUMENTS]\n\n"
                       "A shared shopping cart that works without a connection.\n\nCommands:\n";
    TextTable rows;
    for (const Command &command : table.all())
        rows.addRow(
            {"  " + command.name + (command.arguments.empty() ? "" : " " + command.arguments), command.summary});
    text += rows.toString() + "\nOptions:\n" + optionList(globalOptions());
    return text + "\nCART is an id, or a name or an id's beginning that fits one cart; LINE likewise. N is a decimal "
                  "with up to\n"
                  "three places. \"evencartctl help COMMAND\" says more about one command.\n";
}

} // namespace evencart::cli
