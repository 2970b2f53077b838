#include "ops/configvalues.h"

#include <array>
#include <charconv>
#include <limits>
#include <utility>

namespace evencart::ops {

namespace {

using Unit = std::pair<std::string_view, std::int64_t>;

constexpr std::array<Unit, 4> byteUnits{Unit{"", 1}, Unit{"KiB", 1024}, Unit{"MiB", 1024 * 1024},
                                        Unit{"GiB", 1024 * 1024 * 1024}};
constexpr std::array<Unit, 4> timeUnits{Unit{"ms", 1}, Unit{"s", 1000}, Unit{"m", 60 * 1000},
                                        Unit{"h", 60 * 60 * 1000}};

std::optional<std::int64_t> parseWithUnit(std::string_view text, const std::array<Unit, 4> &units)
{
    std::int64_t number = 0;
    const char *end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || number < 0)
        return std::nullopt;
    const std::string_view unit(rest, static_cast<std::size_t>(end - rest));
    for (const auto &[name, factor] : units) {
        if (unit == name && number <= std::numeric_limits<std::int64_t>::max() / factor)
            return number * factor;
    }
    return std::nullopt;
}

std::optional<QHostAddress> parseHost(std::string_view text)
{
    if (text == "localhost")
        return QHostAddress(QHostAddress::LocalHost);
    const bool isBracketed = text.size() > 2 && text.front() == '[' && text.back() == ']';
    if (isBracketed)
        text = text.substr(1, text.size() - 2);
    const QHostAddress address(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    const bool isIpv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    if (address.isNull() || isIpv6 != isBracketed)
        return std::nullopt;
    return address;
}

} // namespace

std::optional<bool> parseFlag(std::string_view text)
{
    for (const std::string_view yes : {"true", "1", "yes", "on"}) {
        if (text == yes)
            return true;
    }
    for (const std::string_view no : {"false", "0", "no", "off"}) {
        if (text == no)
            return false;
    }
    return std::nullopt;
}

std::optional<std::int64_t> parseCount(std::string_view text)
{
    std::int64_t number = 0;
    const char *end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || rest != end || number < 0)
        return std::nullopt;
    return number;
}

std::optional<std::int64_t> parseBytes(std::string_view text)
{
    return parseWithUnit(text, byteUnits);
}

std::optional<std::chrono::milliseconds> parseDuration(std::string_view text)
{
    const auto number = parseWithUnit(text, timeUnits);
    if (!number)
        return std::nullopt;
    return std::chrono::milliseconds(*number);
}

std::optional<Endpoint> parseEndpoint(std::string_view text)
{
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    const auto address = parseHost(text.substr(0, colon));
    const auto port = parseCount(text.substr(colon + 1));
    if (!address || !port || *port > std::numeric_limits<quint16>::max())
        return std::nullopt;
    return Endpoint{*address, static_cast<quint16>(*port)};
}

std::vector<std::string> parseList(std::string_view text)
{
    std::vector<std::string> parts;
    std::string part;
    for (const char c : text) {
        if (c != ',' && c != ' ') {
            part += c;
        } else if (!part.empty()) {
            parts.push_back(std::exchange(part, {}));
        }
    }
    if (!part.empty())
        parts.push_back(part);
    return parts;
}

} // namespace evencart::ops
