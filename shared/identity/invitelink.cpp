#include "identity/invitelink.h"

#include "base/cbor.h"
#include "base/textcodec.h"
#include "identity/keybytes.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

namespace evencart {

namespace {

constexpr std::uint64_t linkVersion = 1;
constexpr std::size_t linkElements = 6;
constexpr std::size_t checksumBytes = 4;
constexpr std::size_t hostCharacters = 253;
constexpr std::string_view scheme = "evencart://";
constexpr std::string_view path = "/join#";

Error notALink(const char *what)
{
    return {ErrorCode::InvalidInput, std::string("This is not an invitation link: ") + what + "."};
}
Error damaged()
{
    return {ErrorCode::Corrupt, "This invitation link is incomplete or mistyped; copy the whole link again."};
}

std::string lowered(std::string_view ascii)
{
    std::string text(ascii);
    for (char &letter : text) {
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    }
    return text;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view space = " \t\r\n";
    const std::size_t first = text.find_first_not_of(space);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

bool isHostName(std::string_view host)
{
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789-_.";
    return !host.empty() && host.size() <= hostCharacters &&
           host.find_first_not_of(letters) == std::string_view::npos && host.front() != '.' && host.front() != '-' &&
           host.find("..") == std::string_view::npos;
}

bool isIpv6(const std::string &host)
{
    in6_addr address;
    return inet_pton(AF_INET6, host.c_str(), &address) == 1;
}

std::string authorityOf(const InviteLink &link)
{
    const bool bracketed = link.host.find(':') != std::string::npos;
    return (bracketed ? "[" + link.host + "]" : link.host) + ":" + std::to_string(link.port);
}

Bytes checksumOf(std::string_view authority, ByteView payload)
{
    Sha256 hash;
    hash.add(authority);
    hash.add(payload);
    const Hash256 digest = hash.finish();
    return Bytes(asBytes(digest).substr(0, checksumBytes));
}

struct Address
{
    std::string host;
    std::uint16_t port;
};

// HOST:PORT in lower case, brackets around IPv6.
Result<Address> parseAddress(const std::string &authority)
{
    const std::size_t colon = authority.rfind(':');
    if (colon == std::string::npos)
        return notALink("the port is missing");
    std::string host = authority.substr(0, colon);
    const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
    if (bracketed)
        host = host.substr(1, host.size() - 2);
    if (bracketed ? !isIpv6(host) : !isHostName(host))
        return notALink("the name of the server makes no sense");
    std::uint16_t port = 0;
    const char *const end = authority.data() + authority.size();
    const auto [stop, problem] = std::from_chars(authority.data() + colon + 1, end, port);
    if (problem != std::errc() || stop != end || port == 0 || authority[colon + 1] == '0')
        return notALink("the port makes no sense");
    return Address{std::move(host), port};
}

Bytes payloadOf(const InviteLink &link)
{
    cbor::Writer out;
    out.array(linkElements);
    out.unsignedInteger(linkVersion);
    out.unsignedInteger(link.tls ? 1 : 0);
    out.bytes(link.cart.bytes());
    out.unsignedInteger(static_cast<std::uint64_t>(link.role));
    out.bytes(link.invite.seed());
    out.bytes(link.fingerprint ? keybytes::view(*link.fingerprint) : ByteView());
    return out.take();
}

Result<InviteLink> parsePayload(Address address, ByteView payload)
{
    cbor::Reader in(payload);
    const std::size_t elements = in.array(16);
    const std::uint64_t version = in.unsignedInteger();
    if (!in.failed() && version > linkVersion)
        return Error{ErrorCode::TooNew, "This invitation was made by a later version of Evencart; update this one."};
    const std::uint64_t tls = in.unsignedInteger();
    const CartId cart = CartId::fromBytes(in.bytesExactly(16));
    const std::uint64_t role = in.unsignedInteger();
    const ByteView seed = in.bytesExactly(KeyPair::seedBytes);
    const ByteView fingerprint = in.bytes(sizeof(Fingerprint));
    const bool fits = version == linkVersion && elements == linkElements && tls <= 1 && role >= 1 && role <= 3 &&
                      (!cart.isNull() || role == static_cast<std::uint64_t>(Role::Owner)) &&
                      (fingerprint.empty() || (fingerprint.size() == sizeof(Fingerprint) && tls == 1));
    if (in.failed() || !in.atEnd() || !fits)
        return damaged();
    InviteLink link{
        std::move(address.host), address.port, tls == 1, cart, static_cast<Role>(role), KeyPair::fromSeed(seed), {}};
    if (!fingerprint.empty())
        link.fingerprint = keybytes::from<sizeof(Fingerprint)>(fingerprint);
    return link;
}

} // namespace

bool isLinkHost(const std::string &host)
{
    return isHostName(host) || isIpv6(host);
}

std::string toString(const InviteLink &link)
{
    assert(link.port != 0 && isLinkHost(link.host) && (link.tls || !link.fingerprint));
    const std::string authority = authorityOf(link);
    Bytes payload = payloadOf(link);
    payload += checksumOf(authority, payload);
    std::string text(scheme);
    text += authority;
    text += path;
    text += toBase64Url(payload);
    wipe(payload);
    return text;
}

Result<InviteLink> parseInviteLink(std::string_view text)
{
    text = trimmed(text);
    if (lowered(text.substr(0, scheme.size())) != scheme)
        return notALink("it should begin with evencart://");
    if (text.size() > InviteLink::mostCharacters)
        return notALink("it is too long");
    text.remove_prefix(scheme.size());
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos || text.substr(slash, path.size()) != path)
        return damaged();
    const std::string authority = lowered(text.substr(0, slash));
    auto address = parseAddress(authority);
    if (!address)
        return address.error();
    auto payload = fromBase64Url(text.substr(slash + path.size()));
    if (!payload || payload->size() <= checksumBytes)
        return damaged();
    const ByteView content = ByteView(*payload).substr(0, payload->size() - checksumBytes);
    const bool intact = checksumOf(authority, content) == payload->substr(content.size());
    auto link = intact ? parsePayload(std::move(*address), content) : Result<InviteLink>(damaged());
    wipe(*payload);
    return link;
}

} // namespace evencart
