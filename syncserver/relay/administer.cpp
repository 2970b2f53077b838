// The part of Administration that does what administrators ask for.
#include "base/textcodec.h"
#include "protocol/protocollimits.h"
#include "relay/administration.h"

#include <algorithm>

namespace evencart::relay {

namespace {

using protocol::Administered;
using protocol::FailureCode;

constexpr std::size_t mostReason = 8 * 1024;

// The first lines of what is left to say, as many as one message takes.
std::string_view nextPart(std::string_view left)
{
    if (left.size() <= protocol::administeredBytes)
        return left;
    const std::size_t lineEnd = left.rfind('\n', protocol::administeredBytes - 1);
    return left.substr(0, lineEnd + 1);
}

// What it quotes came out of a file: what may not be in a text is shown as question marks.
Administered refusal(protocol::Request request, std::string reason)
{
    if (reason.size() > mostReason)
        reason.resize(mostReason);
    if (!isCleanText(reason)) {
        std::ranges::replace_if(
            reason, [](char byte) { return byte != '\n' && (byte < ' ' || byte > '~'); }, '?');
    }
    return {request, Administered::Outcome::Refused, std::move(reason)};
}

} // namespace

Result<void> Administration::handle(const Peer &peer, const protocol::Administer &asked)
{
    if (m_context.options.isFollower) {
        fail(peer, asked.request, FailureCode::Behind, "This server decides nothing: ask the one that does.");
        return {};
    }
    const auto may = isAdministrator(m_context.log, peer.session.member());
    if (!may) {
        internal(peer, asked.request, may.error());
        return {};
    }
    if (!*may) {
        fail(peer, asked.request, FailureCode::NotAllowed,
             "Only an administrator of this server can look after its shop: whoever hosts it can invite you.");
        return {};
    }
    if (auto remembered = m_context.carts.rememberPerson(peer); !remembered) // by the name of today
        return remembered;
    const shop::OperatorCommand command{asked.words, asked.file};
    if (!command.isKnown()) {
        m_context.turn.replies.send(
            peer.id, refusal(asked.request, "This server does not know that command: is it of the same version?"));
        return {};
    }
    m_context.shop.operate(command, [this, id = peer.id, request = asked.request](const Result<std::string> &said) {
        answer(id, request, said);
    });
    return {};
}

void Administration::answer(PeerId peer, protocol::Request request, const Result<std::string> &said)
{
    const auto send = [&](const protocol::ServerMessage &message) { m_context.gateway.send(peer, packed(message)); };
    if (!said && (shop::isOperatorsMistake(said.error()) || said.error().code == ErrorCode::InUse))
        return send(refusal(request, said.error().message));
    if (!said)
        return send(protocol::Failure{request, 0, FailureCode::Internal,
                                      "The server could not store this; its operator has been told. Look whether it "
                                      "was done before you do it again."});
    std::string_view left = *said;
    if (left.size() > protocol::administeredTotalBytes)
        return send(refusal(request, "This is too much to send, more than 4 MiB: ask at the server itself, or, of "
                                     "orders, for those of one article."));
    do {
        const std::string_view part = nextPart(left);
        left.remove_prefix(part.size());
        send(Administered{request, left.empty() ? Administered::Outcome::Done : Administered::Outcome::More,
                          std::string(part)});
    } while (!left.empty());
}

} // namespace evencart::relay
