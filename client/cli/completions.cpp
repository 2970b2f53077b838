#include "cli/completions.h"

#include <algorithm>

namespace evencart::cli {

namespace {

std::vector<std::string> firstWords(const CommandTable &table)
{
    std::vector<std::string> words;
    for (const Command &command : table.all()) {
        const std::string word = command.name.substr(0, command.name.find(' '));
        if (std::find(words.begin(), words.end(), word) == words.end())
            words.push_back(word);
    }
    return words;
}

// The second words that may stand behind a first one.
std::vector<std::string> secondWords(const CommandTable &table, const std::string &first)
{
    std::vector<std::string> words;
    for (const Command *command : table.group(first))
        words.push_back(command->name.substr(first.size() + 1));
    return words;
}

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

std::string optionWords(const std::vector<Option> &options)
{
    std::vector<std::string> words;
    for (const Option &option : options)
        words.push_back("--" + option.name);
    return joined(words);
}

// Inside single quotes of a shell.
std::string escaped(const std::string &text)
{
    std::string result;
    for (const char c : text)
        result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result;
}

// "name) body ;;" for each command that has options, the words joined with a space.
std::string optionCases(const CommandTable &table, const std::string &indent)
{
    std::string cases;
    for (const Command &command : table.all()) {
        if (!command.options.empty())
            cases += indent + "'" + command.name + "') options=\"$options " + optionWords(command.options) + "\" ;;\n";
    }
    return cases;
}

std::string groupCases(const CommandTable &table, const std::string &indent)
{
    std::string cases;
    for (const std::string &word : firstWords(table)) {
        if (const auto seconds = secondWords(table, word); !seconds.empty())
            cases += indent + word + ") subcommands=\"" + joined(seconds) + "\" ;;\n";
    }
    return cases;
}

} // namespace

std::string bashCompletion(const CommandTable &table)
{
    return "# bash completion for evencartctl\n"
           "_evencartctl() {\n"
           "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} words=() word skip= "
           "subcommands=\n"
           "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
           "        if [[ -n $skip ]]; then skip=; continue; fi\n"
           "        case $word in --profile) skip=1 ;; -*) ;; *) words+=(\"$word\") ;; esac\n"
           "    done\n"
           "    case $previous in --profile) COMPREPLY=($(compgen -d -- \"$current\")); return ;; esac\n"
           "    case ${words[0]} in\n" +
           groupCases(table, "    ") +
           "    esac\n"
           "    local options=\"" +
           optionWords(globalOptions()) +
           "\" name=${words[0]}\n"
           "    if [[ -n $subcommands && \" $subcommands \" == *\" ${words[1]} \"* ]]; then name=\"$name "
           "${words[1]}\"; fi\n"
           "    case $name in\n" +
           optionCases(table, "    ") +
           "    esac\n"
           "    if [[ $current == -* ]]; then COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n"
           "    elif [[ ${#words[@]} -eq 0 ]]; then COMPREPLY=($(compgen -W \"" +
           joined(firstWords(table)) +
           "\" -- \"$current\"))\n"
           "    elif [[ ${#words[@]} -eq 1 && -n $subcommands ]]; then COMPREPLY=($(compgen -W \"$subcommands\" -- "
           "\"$current\"))\n"
           "    elif [[ ${words[0]} == import ]]; then COMPREPLY=($(compgen -f -- \"$current\"))\n"
           "    fi\n"
           "}\n"
           "complete -F _evencartctl evencartctl\n";
}

std::string zshCompletion(const CommandTable &table)
{
    return "#compdef evencartctl\n"
           "# zsh completion for evencartctl\n"
           "local -a words_given\n"
           "local word skip= subcommands= name options\n"
           "for word in \"${(@)words[2,CURRENT-1]}\"; do\n"
           "    if [[ -n $skip ]]; then skip=; continue; fi\n"
           "    case $word in --profile) skip=1 ;; -*) ;; *) words_given+=(\"$word\") ;; esac\n"
           "done\n"
           "if [[ $words[CURRENT-1] == --profile ]]; then _directories; return; fi\n"
           "case $words_given[1] in\n" +
           groupCases(table, "") +
           "esac\n"
           "options=\"" +
           optionWords(globalOptions()) +
           "\"\n"
           "name=$words_given[1]\n"
           "if [[ -n $subcommands && \" $subcommands \" == *\" $words_given[2] \"* ]]; then name=\"$name "
           "$words_given[2]\"; fi\n"
           "case $name in\n" +
           optionCases(table, "") +
           "esac\n"
           "if [[ $PREFIX == -* ]]; then compadd -- ${=options}\n"
           "elif (( $#words_given == 0 )); then compadd -- " +
           joined(firstWords(table)) +
           "\n"
           "elif (( $#words_given == 1 )) && [[ -n $subcommands ]]; then compadd -- ${=subcommands}\n"
           "elif [[ $words_given[1] == import ]]; then _files\n"
           "fi\n";
}

std::string fishCompletion(const CommandTable &table)
{
    std::string script = "# fish completion for evencartctl\n"
                         "complete -c evencartctl -f\n";
    for (const Option &option : globalOptions())
        script += "complete -c evencartctl -l " + option.name +
                  (option.name == "profile" ? " -r -a '(__fish_complete_directories)'" : "") + " -d '" +
                  escaped(option.help) + "'\n";
    for (const std::string &word : firstWords(table)) {
        const Command *command = table.find(word);
        const std::string summary = command ? command->summary : joined(secondWords(table, word));
        script += "complete -c evencartctl -n __fish_use_subcommand -a " + word + " -d '" + escaped(summary) + "'\n";
    }
    for (const Command &command : table.all()) {
        const std::size_t space = command.name.find(' ');
        const std::string first = command.name.substr(0, space);
        std::string condition = "__fish_seen_subcommand_from " + first;
        if (space != std::string::npos) {
            const std::string second = command.name.substr(space + 1);
            script += "complete -c evencartctl -n '" + condition + "; and not __fish_seen_subcommand_from " +
                      joined(secondWords(table, first)) + "' -a " + second + " -d '" + escaped(command.summary) + "'\n";
            condition += "; and __fish_seen_subcommand_from " + second;
        }
        for (const Option &option : command.options)
            script += "complete -c evencartctl -n '" + condition + "' -l " + option.name +
                      (option.placeholder.empty() ? "" : " -x") + " -d '" + escaped(option.help) + "'\n";
    }
    return script + "complete -c evencartctl -n '__fish_seen_subcommand_from import' -F\n";
}

} // namespace evencart::cli
