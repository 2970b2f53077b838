#include "ops/logging.h"

#include <QDateTime>
#include <QLoggingCategory>

#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

namespace evencart::ops {

namespace {

constexpr std::array levelNames{"debug", "info", "warning", "error"};

std::atomic<LogFormat> currentFormat{LogFormat::KeyValue};
std::atomic<LogLevel> currentLevel{LogLevel::Info};

LogLevel levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return LogLevel::Debug;
    case QtInfoMsg:
        return LogLevel::Info;
    case QtWarningMsg:
        return LogLevel::Warning;
    case QtCriticalMsg:
    case QtFatalMsg:
        break;
    }
    return LogLevel::Error;
}

// As JSON escapes it; for key=value the same serves.
std::string quoted(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7f) {
            std::array<char, 8> escape{};
            std::snprintf(escape.data(), escape.size(), "\\u%04x", byte);
            out += escape.data();
            continue;
        }
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + "\"";
}

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const LogLevel level = levelOf(type);
    if (level < currentLevel)
        return;
    const std::string time = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toStdString();
    const std::string line =
        logLine(currentFormat, level, time, context.category ? context.category : "default", message.toStdString()) +
        "\n";
    // One write, so that lines of several threads do not mix. A log that cannot be written has no place to complain.
    [[maybe_unused]] const ssize_t ignored = ::write(STDERR_FILENO, line.data(), line.size());
    if (type == QtFatalMsg)
        std::abort();
}

} // namespace

std::optional<LogFormat> logFormatFromName(std::string_view name)
{
    if (name == "text")
        return LogFormat::KeyValue;
    if (name == "json")
        return LogFormat::Json;
    return std::nullopt;
}

std::optional<LogLevel> logLevelFromName(std::string_view name)
{
    for (std::size_t i = 0; i < levelNames.size(); ++i) {
        if (name == levelNames[i])
            return static_cast<LogLevel>(i);
    }
    return std::nullopt;
}

void installLogging(LogFormat format, LogLevel level)
{
    currentFormat = format;
    currentLevel = level;
    // Categories are silent at debug level unless asked; the text of a silent one is never even put together.
    QLoggingCategory::setFilterRules(level == LogLevel::Debug ? QStringLiteral("evencart.*.debug=true")
                                                              : QStringLiteral("*.debug=false"));
    qInstallMessageHandler(&handleMessage);
}

std::string logLine(LogFormat format, LogLevel level, std::string_view time, std::string_view category,
                    std::string_view message)
{
    const std::string name = levelNames[static_cast<std::size_t>(level)];
    if (format == LogFormat::Json) {
        return "{\"time\":" + quoted(time) + ",\"level\":\"" + name + "\",\"category\":" + quoted(category) +
               ",\"message\":" + quoted(message) + "}";
    }
    return "time=" + std::string(time) + " level=" + name + " category=" + std::string(category) +
           " message=" + quoted(message);
}

} // namespace evencart::ops
