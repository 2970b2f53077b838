#include "ops/configoptions.h"

#include "ops/configvalues.h"

#include <limits>

namespace evencart::ops {

namespace {

constexpr std::int64_t kibibyte = 1024;
constexpr std::int64_t mebibyte = 1024 * kibibyte;
constexpr std::int64_t gibibyte = 1024 * mebibyte;

using Limits = net::NetLimits;

ConfigOption text(const char *name, const char *placeholder, const char *help, std::string ServerConfig::*member)
{
    return {name, placeholder, help, "not empty", [member](ServerConfig &config, const std::string &value) {
                config.*member = value;
                return !value.empty();
            }};
}

ConfigOption flag(const char *name, const char *help, bool ServerConfig::*member)
{
    return {name, "", help, "true or false", [member](ServerConfig &config, const std::string &value) {
                const auto parsed = parseFlag(value);
                config.*member = parsed.value_or(false);
                return parsed.has_value();
            }};
}

ConfigOption endpoint(const char *name, const char *help, Endpoint ServerConfig::*member)
{
    return {name, "HOST:PORT", help,
            "an IP address (IPv6 in brackets) or localhost, a colon and a port from 0 to 65535, like 127.0.0.1:8787",
            [member](ServerConfig &config, const std::string &value) {
                const auto parsed = parseEndpoint(value);
                config.*member = parsed.value_or(Endpoint{});
                return parsed.has_value();
            }};
}

template <typename Number>
bool assignWithin(std::optional<std::int64_t> parsed, std::int64_t least, std::int64_t most, Number &target)
{
    if (!parsed || *parsed < least || *parsed > most)
        return false;
    target = static_cast<Number>(*parsed);
    return true;
}

std::string range(std::int64_t least, std::int64_t most)
{
    return " from " + std::to_string(least) + " to " + std::to_string(most);
}

template <typename Number>
ConfigOption count(const char *name, const char *help, Number Limits::*member, std::int64_t least, std::int64_t most)
{
    return {name, "N", help, "a whole number" + range(least, most),
            [=](ServerConfig &config, const std::string &value) {
                return assignWithin(parseCount(value), least, most, config.limits.*member);
            }};
}

ConfigOption bytes(const char *name, const char *help, std::int64_t Limits::*member, std::int64_t least,
                   std::int64_t most)
{
    return {name, "BYTES", help, "a size like 65536, 64KiB, 8MiB or 1GiB," + range(least, most) + " bytes",
            [=](ServerConfig &config, const std::string &value) {
                return assignWithin(parseBytes(value), least, most, config.limits.*member);
            }};
}

ConfigOption byteRate(const char *name, const char *help, double Limits::*member, std::int64_t least)
{
    return {name, "BYTES", help, "a size like 65536, 64KiB or 8MiB," + range(least, gibibyte) + " bytes",
            [=](ServerConfig &config, const std::string &value) {
                return assignWithin(parseBytes(value), least, gibibyte, config.limits.*member);
            }};
}

ConfigOption duration(const char *name, const char *help, std::chrono::milliseconds Limits::*member)
{
    return {name, "TIME", help, "a time like 250ms, 5s, 2m or 1h, from 10 ms to one hour",
            [=](ServerConfig &config, const std::string &value) {
                const auto parsed = parseDuration(value);
                if (!parsed || *parsed < std::chrono::milliseconds(10) || *parsed > std::chrono::hours(1))
                    return false;
                config.limits.*member = *parsed;
                return true;
            }};
}

bool isOrigin(const std::string &text)
{
    return text.starts_with("https://") || text.starts_with("http://");
}

ConfigOption originsOption()
{
    return {"allow-origin", "ORIGIN,…", "web origins whose pages may connect (default: none)",
            "origins like https://cart.example.org, separated by commas",
            [](ServerConfig &config, const std::string &value) {
                config.allowedOrigins = parseList(value);
                bool areOrigins = true;
                for (const std::string &origin : config.allowedOrigins)
                    areOrigins = areOrigins && isOrigin(origin);
                return areOrigins;
            }};
}

ConfigOption workersOption()
{
    return {"workers", "N", "network threads (default 8)", "a whole number from 1 to 64",
            [](ServerConfig &config, const std::string &value) {
                return assignWithin(parseCount(value), 1, 64, config.workers);
            }};
}

ConfigOption logFormatOption()
{
    return {"log-format", "FORMAT", "text or json (default text)", "text or json",
            [](ServerConfig &config, const std::string &value) {
                const auto format = logFormatFromName(value);
                config.logFormat = format.value_or(config.logFormat);
                return format.has_value();
            }};
}

ConfigOption logLevelOption()
{
    return {"log-level", "LEVEL", "debug, info, warning or error (default info)", "debug, info, warning or error",
            [](ServerConfig &config, const std::string &value) {
                const auto level = logLevelFromName(value);
                config.logLevel = level.value_or(config.logLevel);
                return level.has_value();
            }};
}

std::vector<ConfigOption> generalOptions()
{
    return {
        text("data", "DIR", "data directory (default: the state directory of the service or of the user)",
             &ServerConfig::dataDirectory),
        endpoint("listen", "address for clients (default 0.0.0.0:8787); port 0 takes a free one",
                 &ServerConfig::listen),
        flag("plain", "ws:// without TLS; loopback only", &ServerConfig::isPlain),
        flag("insecure", "allow --plain on any address", &ServerConfig::isInsecure),
        endpoint("admin", "address of health, metrics and status (default 127.0.0.1:8788)", &ServerConfig::admin),
        text("store", "URL", "where carts are kept: sqlite:DIR (default: the data directory)", &ServerConfig::store),
        text("tls-certificate", "FILE", "PEM file of your own certificate and its chain",
             &ServerConfig::tlsCertificate),
        text("tls-key", "FILE", "PEM file of its private key", &ServerConfig::tlsKey),
        originsOption(),
        workersOption(),
        logFormatOption(),
        logLevelOption(),
    };
}

std::vector<ConfigOption> limitOptions()
{
    constexpr std::int64_t million = 1000000;
    return {
        count("limit-connections", "connections at once (default 12000)", &Limits::connections, 1, million),
        count("limit-connections-per-address", "from one IP address or IPv6 /64 (default 64; loopback is exempt)",
              &Limits::connectionsPerAddress, 1, million),
        count("limit-unauthenticated", "of them, strangers (default 512)", &Limits::unauthenticated, 1, million),
        duration("limit-authentication-time", "from connecting to being known (default 5s)",
                 &Limits::authenticationDeadline),
        bytes("limit-message", "one message of a member (default 1280KiB)", &Limits::messageBytes, 64 * kibibyte,
              64 * mebibyte),
        count("limit-messages-per-second", "of one connection (default 500)", &Limits::messagesPerSecond, 1, million),
        count("limit-message-burst", "at once after a pause (default 5000)", &Limits::messageBurst, 1, million),
        byteRate("limit-bytes-per-second", "of one connection (default 8MiB)", &Limits::bytesPerSecond, kibibyte),
        byteRate("limit-byte-burst", "at once after a pause (default 32MiB)", &Limits::byteBurst, 64 * kibibyte),
        bytes("limit-pending-output", "waiting for one slow reader (default 8MiB)", &Limits::pendingOutputBytes,
              mebibyte, gibibyte),
        bytes("limit-pending-output-total", "waiting for all slow readers (default 512MiB)",
              &Limits::pendingOutputTotalBytes, mebibyte, 64 * gibibyte),
        duration("limit-slow-reader-time", "without taking a byte of what waits (default 10s)",
                 &Limits::slowReaderDeadline),
        bytes("limit-receive-queue", "of one connection, waiting to be handled (default 4MiB)",
              &Limits::receiveQueueBytes, 64 * kibibyte, gibibyte),
        bytes("limit-receive-queue-total", "of all connections (default 256MiB)", &Limits::receiveQueueTotalBytes,
              mebibyte, 64 * gibibyte),
        duration("limit-silence", "without a sign of life before the connection is dropped (default 45s)",
                 &Limits::deadAfter),
    };
}

} // namespace

const std::vector<ConfigOption> &configOptions()
{
    static const std::vector<ConfigOption> all = [] {
        std::vector<ConfigOption> options = generalOptions();
        for (ConfigOption &option : limitOptions())
            options.push_back(option);
        return options;
    }();
    return all;
}

const ConfigOption *findConfigOption(const std::string &name)
{
    for (const ConfigOption &option : configOptions()) {
        if (option.name == name)
            return &option;
    }
    return nullptr;
}

} // namespace evencart::ops
