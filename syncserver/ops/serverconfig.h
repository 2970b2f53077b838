#pragma once

#include "base/result.h"
#include "net/netlimits.h"
#include "ops/logging.h"

#include <QHostAddress>

#include <map>
#include <string>
#include <vector>

namespace evencart::ops {

struct Endpoint
{
    QHostAddress address;
    quint16 port = 0; // 0: a free one

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

// How this server is to run. A plain value, checked: what readConfig() returns can be used as it is.
struct ServerConfig
{
    std::string dataDirectory;
    std::string incarnationDirectory; // see incarnation/incarnation.h; never inside of the data directory
    Endpoint listen{QHostAddress(QHostAddress::AnyIPv4), 8787};
    Endpoint admin{QHostAddress(QHostAddress::LocalHost), 8788};
    bool isPlain = false;       // ws instead of wss
    bool isInsecure = false;    // allows isPlain off loopback
    std::string store;          // sqlite:DIR; the data directory unless given
    std::string tlsCertificate; // PEM files of the host's own; both empty: one is made
    std::string tlsKey;
    std::vector<std::string> allowedOrigins;
    int workers = 8;
    LogFormat logFormat = LogFormat::KeyValue;
    LogLevel logLevel = LogLevel::Info;
    net::NetLimits limits;

    // Where the database is, and what an operator's commands find it by. The certificate stays in the data directory.
    std::string storeDirectory() const;
};

using Environment = std::map<std::string, std::string>;

enum class ConfigAction
{
    Run,
    ShowHelp,
    ShowVersion
};

struct ParsedConfig
{
    ConfigAction action = ConfigAction::Run;
    ServerConfig config; // of Run
};

// Reads the settings: a command line option beats an environment variable beats the configuration file beats the
// default. Every option --some-name is also the variable EVENCARTD_SOME_NAME and the key some-name of the file (TOML or
// INI), which --config or EVENCARTD_CONFIG names. Touches nothing but that file, so it can be called again for SIGHUP.
//
// An unknown option, variable or key and a bad value are InvalidInput, in a sentence that names the place: exit code 2.
// `arguments` are without the program's name.
Result<ParsedConfig> readConfig(const std::vector<std::string> &arguments, const Environment &environment);

// Of this process.
Environment processEnvironment();

// $STATE_DIRECTORY (systemd), $XDG_STATE_HOME/evencart or ~/.local/state/evencart.
std::string defaultDataDirectory(const Environment &environment);

// $CACHE_DIRECTORY/incarnations (systemd: what is lost with it is no harm), $XDG_STATE_HOME/evencartd/incarnations or
// the same in ~/.local/state.
std::string incarnationDirectory(const Environment &environment);

std::string configHelp();                     // for --help
std::vector<std::string> configOptionNames(); // without dashes; the man page and the sample name all of them

} // namespace evencart::ops
