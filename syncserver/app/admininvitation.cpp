#include "app/admininvitation.h"

#include "base/ids.h"
#include "ops/configvalues.h"

#include <QSysInfo>
#include <QUrl>

#include <algorithm>
#include <sstream>

namespace evencart::app {

namespace {

constexpr int securePort = 443;
constexpr int plainPort = 80;

Result<ServerPlace> placeFromUrl(const std::string &text)
{
    const QUrl url(QString::fromStdString(text), QUrl::StrictMode);
    const bool tls = url.scheme() == QStringLiteral("wss");
    ServerPlace place{url.host(QUrl::FullyEncoded).toStdString(),
                      static_cast<std::uint16_t>(url.port(tls ? securePort : plainPort)),
                      tls,
                      {}};
    const bool holdsMore = !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment() || url.path().size() > 1;
    if (!url.isValid() || (!tls && url.scheme() != QStringLiteral("ws")) || !isLinkHost(place.host) ||
        place.port == 0 || holdsMore)
        return Error{ErrorCode::InvalidInput,
                     "\"" + text + "\" is no server address; write it like wss://cart.example.org:8787."};
    return place;
}

} // namespace

std::optional<Fingerprint> fingerprintFrom(const std::string &hex)
{
    const auto bytes = fromHex(hex);
    Fingerprint fingerprint{};
    if (!bytes || bytes->size() != fingerprint.size())
        return std::nullopt;
    std::copy(bytes->begin(), bytes->end(), fingerprint.begin());
    return fingerprint;
}

std::string machineName()
{
    const std::string name = QSysInfo::machineHostName().toLower().toStdString();
    return isLinkHost(name) ? name : "localhost";
}

std::string toText(const ServerPlace &place)
{
    return place.host + ' ' + std::to_string(place.port) + ' ' + (place.tls ? "wss" : "ws") +
           (place.fingerprint ? ' ' + toHex(asBytes(*place.fingerprint)) : std::string());
}

std::optional<ServerPlace> placeFromText(const std::string &text)
{
    std::istringstream in(text);
    ServerPlace place;
    std::string scheme;
    std::string fingerprint;
    if (!(in >> place.host >> place.port >> scheme) || !isLinkHost(place.host) || place.port == 0)
        return std::nullopt;
    place.tls = scheme == "wss";
    if (in >> fingerprint)
        place.fingerprint = fingerprintFrom(fingerprint);
    return place;
}

Result<InvitationRequest> readInvitationRequest(const std::vector<std::string> &arguments)
{
    InvitationRequest request;
    for (std::size_t i = 0; i < arguments.size(); i += 2) {
        const bool isUrl = arguments[i] == "--url";
        if ((!isUrl && arguments[i] != "--expires") || i + 1 == arguments.size())
            return Error{ErrorCode::InvalidInput, "usage: evencartd admin [--data DIR] invite-admin [--url URL] "
                                                  "[--expires TIME]"};
        if (isUrl) {
            auto place = placeFromUrl(arguments[i + 1]);
            if (!place)
                return place.error();
            request.place = *std::move(place);
            continue;
        }
        const auto lifetime = ops::parseDuration(arguments[i + 1]);
        if (!lifetime || lifetime->count() <= 0)
            return Error{ErrorCode::InvalidInput,
                         "\"" + arguments[i + 1] +
                             "\" is no time that an invitation can be good for; write 2h or 30m."};
        request.lifetime = static_cast<std::uint64_t>(lifetime->count());
    }
    return request;
}

InviteLink linkFor(const ServerPlace &place, const KeyPair &key)
{
    return {place.host, place.port, place.tls, {}, Role::Owner, key, place.tls ? place.fingerprint : std::nullopt};
}

} // namespace evencart::app
