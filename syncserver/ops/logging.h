#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace evencart::ops {

// Logs: one line per message on stderr, through Qt's message handler, so that Qt's own warnings come along. What goes
// in is the caller's duty: no message contents, no tokens, no names of people or goods; ids shortened; addresses at
// debug level only.
//
//   KeyValue: time=2026-01-31T10:00:00.123Z level=info category=evencart.net message="listening" (grep and people)
//   Json:     {"time":"…","level":"info","category":"evencart.net","message":"listening"}
enum class LogFormat
{
    KeyValue,
    Json
};
enum class LogLevel
{
    Debug,
    Info,
    Warning,
    Error
};

std::optional<LogFormat> logFormatFromName(std::string_view name); // "text", "json"
std::optional<LogLevel> logLevelFromName(std::string_view name);   // "debug", "info", "warning", "error"

// Takes over all messages of the process. Call it early, again to change (SIGHUP); any thread may log meanwhile.
void installLogging(LogFormat format, LogLevel level);

// One line without its newline. Control characters are escaped, so that a peer's text cannot forge a line.
std::string logLine(LogFormat format, LogLevel level, std::string_view time, std::string_view category,
                    std::string_view message);

} // namespace evencart::ops
