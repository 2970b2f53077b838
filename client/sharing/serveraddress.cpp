#include "sharing/serveraddress.h"

#include "base/textcodec.h"
#include "text/utf8.h"

#include <QHostAddress>

#include <algorithm>

namespace evencart {

namespace {

constexpr int evencartdPort = 8787;
constexpr int securePort = 443;
constexpr int plainPort = 80;

bool isSecure(const QUrl &url)
{
    return url.scheme() == QStringLiteral("wss");
}

} // namespace

Result<QUrl> readServerUrl(const std::string &text)
{
    const bool bare = text.find("://") == std::string::npos;
    QUrl url(QString::fromStdString(bare ? "wss://" + text : text), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (!isSecure(url) && url.scheme() != QStringLiteral("ws")))
        return Error{ErrorCode::InvalidInput,
                     quoted(text) + " is no server address; write it like wss://cart.example.org:8787."};
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment() || url.path().size() > 1)
        return Error{ErrorCode::InvalidInput, "A server address holds a host and a port, nothing else."};
    url.setPath({});
    if (url.port() < 0)
        url.setPort(bare ? evencartdPort : isSecure(url) ? securePort : plainPort);
    return url;
}

Result<std::string> readFingerprint(const std::string &text)
{
    std::string digits = text;
    std::erase(digits, ':');
    std::transform(digits.begin(), digits.end(), digits.begin(),
                   [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (const auto bytes = fromHex(digits); bytes && bytes->size() == Fingerprint().size())
        return digits;
    if (const auto bytes = fromBase64Url(text); bytes && bytes->size() == Fingerprint().size())
        return toHex(*bytes);
    return Error{ErrorCode::InvalidInput,
                 "The fingerprint is not one: it has 64 hexadecimal digits. The server prints it when it starts."};
}

bool isOpenToOthers(const QUrl &url)
{
    const bool loopback = url.host() == QStringLiteral("localhost") || QHostAddress(url.host()).isLoopback();
    return url.scheme() == QStringLiteral("ws") && !loopback;
}

QUrl urlOf(const InviteLink &link)
{
    QUrl url;
    url.setScheme(link.tls ? QStringLiteral("wss") : QStringLiteral("ws"));
    url.setHost(QString::fromStdString(link.host));
    url.setPort(link.port);
    return url;
}

std::string fingerprintOf(const InviteLink &link)
{
    return link.fingerprint ? toHex(asBytes(*link.fingerprint)) : std::string();
}

InviteLink linkTo(const std::string &url, const std::string &fingerprint, const CartId &cart, Role role,
                  const KeyPair &invite)
{
    const QUrl server(QString::fromStdString(url));
    const bool tls = isSecure(server);
    InviteLink link{server.host(QUrl::FullyEncoded).toStdString(),
                    static_cast<std::uint16_t>(server.port(tls ? securePort : plainPort)),
                    tls,
                    cart,
                    role,
                    invite,
                    {}};
    const auto bytes = fromHex(fingerprint);
    if (tls && bytes && bytes->size() == Fingerprint().size()) {
        link.fingerprint.emplace();
        std::copy(bytes->begin(), bytes->end(), link.fingerprint->begin());
    }
    return link;
}

} // namespace evencart
