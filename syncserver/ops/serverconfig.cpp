#include "ops/serverconfig.h"

#include "ops/configfile.h"
#include "ops/configoptions.h"

#include <algorithm>
#include <optional>
#include <unistd.h>

namespace evencart::ops {

namespace {

const std::string variablePrefix = "EVENCARTD_";

struct CommandLine
{
    ConfigAction action = ConfigAction::Run;
    std::string configFile;
    std::vector<ConfigSetting> settings;
};

Error wrongUse(std::string message)
{
    return {ErrorCode::InvalidInput, std::move(message)};
}

std::string variableName(const std::string &option)
{
    std::string name = variablePrefix;
    for (const char c : option)
        name += c == '-' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    return name;
}

// Reads one argument, and the next where the value stands there; `position` is left at the last one used.
Result<void> readArgument(const std::vector<std::string> &arguments, std::size_t &position, CommandLine &line)
{
    const std::string &argument = arguments[position];
    if (argument == "--help" || argument == "-h" || argument == "--version") {
        line.action = argument == "--version" ? ConfigAction::ShowVersion : ConfigAction::ShowHelp;
        return {};
    }
    if (!argument.starts_with("--"))
        return wrongUse("what is \"" + argument + "\"? see evencartd --help");
    const auto equals = argument.find('=');
    const std::string name = argument.substr(2, equals == std::string::npos ? equals : equals - 2);
    const ConfigOption *option = findConfigOption(name);
    if (!option && name != "config")
        return wrongUse("there is no option --" + name + "; see evencartd --help");

    std::string value;
    if (equals != std::string::npos)
        value = argument.substr(equals + 1);
    else if (option && option->placeholder.empty())
        value = "true";
    else if (position + 1 < arguments.size())
        value = arguments[++position];
    else
        return wrongUse("--" + name + " needs a value");
    if (name == "config")
        line.configFile = value;
    else
        line.settings.push_back({name, value, "--" + name});
    return {};
}

Result<CommandLine> readCommandLine(const std::vector<std::string> &arguments)
{
    CommandLine line;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (const auto read = readArgument(arguments, i, line); !read)
            return read.error();
    }
    return line;
}

Result<std::vector<ConfigSetting>> readVariables(const Environment &environment)
{
    std::vector<ConfigSetting> settings;
    for (const auto &[variable, value] : environment) {
        if (!variable.starts_with(variablePrefix) || variable == variableName("config"))
            continue;
        const auto &options = configOptions();
        const auto option = std::find_if(options.begin(), options.end(), [&name = variable](const ConfigOption &one) {
            return variableName(one.name) == name;
        });
        if (option == options.end())
            return wrongUse("there is no setting for the environment variable " + variable + "; see evencartd --help");
        settings.push_back({option->name, value, variable});
    }
    return settings;
}

Result<void> applySettings(ServerConfig &config, const std::vector<ConfigSetting> &settings)
{
    for (const ConfigSetting &setting : settings) {
        const ConfigOption *option = findConfigOption(setting.name);
        if (!option)
            return wrongUse(setting.place + ": there is no setting of that name; see evencartd --help");
        if (!option->set(config, setting.value))
            return wrongUse(setting.place + ": \"" + setting.value + "\" must be " + option->expects);
    }
    return {};
}

constexpr std::string_view sqliteStore = "sqlite:";

Result<void> checkTogether(const ServerConfig &config)
{
    if (config.storeDirectory().empty())
        return wrongUse("--store has to be sqlite:DIR; \"" + config.store + "\" is no store that this version knows");
    if (config.isPlain && !config.isInsecure && !config.listen.address.isLoopback())
        return wrongUse(
            "--plain sends everything readable over the network; listen on loopback (--listen 127.0.0.1:8787) "
            "or say --insecure as well");
    if (config.tlsCertificate.empty() != config.tlsKey.empty())
        return wrongUse("--tls-certificate and --tls-key go together; give both or none");
    if (config.isPlain && !config.tlsCertificate.empty())
        return wrongUse("--plain uses no certificate; leave out --plain or --tls-certificate");
    if (config.listen.port != 0 && config.listen == config.admin)
        return wrongUse("--listen and --admin name the same address; choose another port for one of them");
    return {};
}

std::string valueOf(const Environment &environment, const std::string &name)
{
    const auto found = environment.find(name);
    return found == environment.end() ? std::string() : found->second;
}

// systemd gives a list when a unit has several directories of a kind; ours is the first.
std::string serviceDirectory(const Environment &environment, const std::string &name)
{
    const std::string service = valueOf(environment, name);
    return service.substr(0, service.find(':'));
}

std::string stateHome(const Environment &environment)
{
    const std::string state = valueOf(environment, "XDG_STATE_HOME");
    return state.starts_with('/') ? state : valueOf(environment, "HOME") + "/.local/state";
}

void fillDefaults(ServerConfig &config, const Environment &environment)
{
    if (config.dataDirectory.empty())
        config.dataDirectory = defaultDataDirectory(environment);
    config.incarnationDirectory = incarnationDirectory(environment);
    if (config.store.empty())
        config.store = std::string(sqliteStore) + config.dataDirectory;
}

} // namespace

std::string ServerConfig::storeDirectory() const
{
    return store.starts_with(sqliteStore) ? store.substr(sqliteStore.size()) : std::string();
}

Environment processEnvironment()
{
    Environment all;
    for (char **entry = environ; *entry; ++entry) {
        const std::string text = *entry;
        const auto equals = text.find('=');
        if (equals != std::string::npos)
            all.emplace(text.substr(0, equals), text.substr(equals + 1));
    }
    return all;
}

std::string defaultDataDirectory(const Environment &environment)
{
    const std::string service = serviceDirectory(environment, "STATE_DIRECTORY");
    return service.empty() ? stateHome(environment) + "/evencart" : service;
}

std::string incarnationDirectory(const Environment &environment)
{
    const std::string service = serviceDirectory(environment, "CACHE_DIRECTORY");
    return (service.empty() ? stateHome(environment) + "/evencartd" : service) + "/incarnations";
}

Result<ParsedConfig> readConfig(const std::vector<std::string> &arguments, const Environment &environment)
{
    const auto line = readCommandLine(arguments);
    if (!line)
        return line.error();
    ParsedConfig parsed;
    parsed.action = line->action;
    if (parsed.action != ConfigAction::Run)
        return parsed;

    const std::string file = line->configFile.empty() ? valueOf(environment, variableName("config")) : line->configFile;
    std::vector<ConfigSetting> fromFile;
    if (!file.empty()) {
        auto read = readConfigFile(file);
        if (!read)
            return read.error();
        fromFile = std::move(*read);
    }
    const auto variables = readVariables(environment);
    if (!variables)
        return variables.error();
    using Settings = const std::vector<ConfigSetting> *;
    for (const Settings source : {Settings(&fromFile), Settings(&variables.value()), Settings(&line->settings)}) {
        if (const auto applied = applySettings(parsed.config, *source); !applied)
            return applied.error();
    }
    fillDefaults(parsed.config, environment);
    if (const auto checked = checkTogether(parsed.config); !checked)
        return checked.error();
    return parsed;
}

std::string configHelp()
{
    constexpr std::size_t column = 42;
    std::string out = "Usage: evencartd [OPTIONS]\n"
                      "       evencartd admin [--data DIR] COMMAND\n\n"
                      "The Evencart sync server. Every option is also a key of the configuration file\n"
                      "(some-name) and an environment variable (EVENCARTD_SOME_NAME).\n\n"
                      "  --config FILE                           configuration file (TOML or INI)\n";
    for (const ConfigOption &option : configOptions()) {
        std::string left = "  --" + option.name + (option.placeholder.empty() ? "" : " " + option.placeholder);
        left.resize(std::max(column, left.size() + 2), ' ');
        out += left + option.help + "\n";
    }
    return out + "  --version                               print the version\n"
                 "  --help                                  print this\n";
}

std::vector<std::string> configOptionNames()
{
    std::vector<std::string> names{"config"};
    for (const ConfigOption &option : configOptions())
        names.push_back(option.name);
    return names;
}

} // namespace evencart::ops
