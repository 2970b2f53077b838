// The part of Administration that does what administrators ask for.
#include "base/textcodec.h"
#include "protocol/protocollimits.h"
#include "relay/administration.h"

namespace evencart::relay {

namespace {

using protocol::Administered;
using protocol::FailureCode;

// The first lines of what is left to say, as many as one message takes.
std::string_view nextPart(std::string_view left)
{
    if (left.size() <= protocol::administeredBytes)
        return left;
    const std::size_t lineEnd = left.rfind('\n', protocol::administeredBytes - 1);
    return left.substr(0, lineEnd + 1);
}

Administered refusal(protocol::Request request, const std::string &reason)
{
    // What it quotes came out of a file.
    const bool fits = reason.size() <= protocol::administeredBytes && isCleanText(reason);
    return {request, Administered::Outcome::Refused,
            fits ? reason : "Nothing was done: there are characters in it that no text here may have."};
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
        return send(refusal(request, "This is too much to send: ask for the orders of one article, or at the server "
                                     "itself."));
    do {
        const std::string_view part = nextPart(left);
        left.remove_prefix(part.size());
        send(Administered{request, left.empty() ? Administered::Outcome::Done : Administered::Outcome::More,
                          std::string(part)});
    } while (!left.empty());
}

} // namespace evencart::relay
