#include "profile/serverplace.h"

#include <QUrl>

#include <tuple>

namespace evencart {

namespace {

constexpr int securePort = 443;
constexpr int plainPort = 80;

auto placeOf(const std::string &text)
{
    const QUrl url(QString::fromStdString(text));
    const QString host = url.host();
    const bool isHere =
        host == QStringLiteral("localhost") || host == QStringLiteral("127.0.0.1") || host == QStringLiteral("::1");
    const int usualPort = url.scheme() == QStringLiteral("wss") ? securePort : plainPort;
    return std::tuple(url.scheme(), isHere ? QStringLiteral("localhost") : host, url.port(usualPort));
}

} // namespace

bool isSameServer(const std::string &url, const std::string &other)
{
    return placeOf(url) == placeOf(other);
}

} // namespace evencart
