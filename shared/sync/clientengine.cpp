#include "sync/clientengine.h"

#include "identity/membershipproof.h"
#include "protocol/codec.h"

#include <algorithm>

namespace evencart {

namespace {

Error connectionLost()
{
    return {ErrorCode::Unreachable, "The connection to the server ended before it answered."};
}

Error errorOf(const protocol::Failure &failure)
{
    using Code = protocol::FailureCode;
    const ErrorCode code =
        failure.code == Code::TooOld     ? ErrorCode::TooNew
        : failure.code == Code::Protocol ? ErrorCode::Corrupt
        : failure.code == Code::Busy || failure.code == Code::Internal || failure.code == Code::Behind
            ? ErrorCode::Unreachable

            : ErrorCode::Refused;
    return {code, failure.message};
}

Error otherVersion(std::uint64_t version)
{
    const std::string speaks = "The server speaks version " + std::to_string(version) + " of the protocol, ";
    return {ErrorCode::TooNew, version < protocol::oldestVersion
                                   ? speaks + "which is too old for this program: ask whoever hosts it to update it."
                                   : speaks + "which this program does not know: update this program."};
}

} // namespace

ClientEngine::ClientEngine(EngineHost &host, const Credentials &credentials, std::string software)
    : m_host(host), m_credentials(credentials), m_software(std::move(software))
{
}

void ClientEngine::connected(const Fingerprint &server, std::uint64_t nowMilliseconds)
{
    disconnected();
    if (ShopCopy *copy = m_host.shop(); copy && !m_shop)
        m_shop.emplace(*copy);
    m_now = nowMilliseconds;
    m_server = server;
    m_nextChannel = 1;
    m_phase = Phase::Greeting;
    protocol::Hello hello;
    hello.versions = {protocol::oldestVersion, protocol::version};
    hello.software = m_software;
    hello.memberKey = m_credentials.member.publicKey();
    hello.deviceKey = m_credentials.device.publicKey();
    hello.certificate = m_credentials.certificate;
    hello.memberName = m_host.memberName();
    hello.nameStamp = m_host.memberNameStamp();
    m_host.send(encode(protocol::ClientMessage(hello)));
}

void ClientEngine::disconnected()
{
    m_phase = Phase::Disconnected;
    m_channels.clear();
    auto requests = std::move(m_requests);
    m_requests.clear();
    forgetTheShop();
    for (const auto &[request, answer] : requests)
        answer(connectionLost());
}

void ClientEngine::received(ByteView bytes)
{
    if (m_phase == Phase::Disconnected)
        return;
    const auto message = protocol::decodeServerMessage(bytes);
    if (!message) {
        fail(message.error());
        return;
    }
    dispatch(*message);
}

void ClientEngine::fail(const Error &reason)
{
    if (reason.code == ErrorCode::Io)
        m_host.storageFailed(reason);
    m_host.drop(reason, reason.code == ErrorCode::TooNew ? EngineHost::Retry::Never : EngineHost::Retry::WithBackOff);
}

void ClientEngine::dispatch(const protocol::ServerMessage &message)
{
    using namespace protocol;
    std::visit(
        [this, &message](const auto &content) {
            using Content = std::decay_t<decltype(content)>;
            if constexpr (std::is_same_v<Content, Challenge> || std::is_same_v<Content, Welcome> ||
                          std::is_same_v<Content, Failure> || std::is_same_v<Content, Goods>)
                handle(content);
            else if constexpr (std::is_same_v<Content, Members>)
                handleMembers(content);
            else if constexpr (std::is_same_v<Content, Invited> || std::is_same_v<Content, Joined> ||
                               std::is_same_v<Content, Orders> || std::is_same_v<Content, Ordered> ||
                               std::is_same_v<Content, NotOrdered> || std::is_same_v<Content, Reserved> ||
                               std::is_same_v<Content, NotReserved> || std::is_same_v<Content, Reservations> ||
                               std::is_same_v<Content, Administered>)
                answerRequest(content.request, message);
            else
                toChannel(content);
        },
        message);
}

void ClientEngine::handle(const protocol::Challenge &message)
{
    if (m_phase != Phase::Greeting)
        return fail({ErrorCode::Corrupt, "The server does not keep to the protocol: a second challenge."});
    if (message.version < protocol::oldestVersion || message.version > protocol::version)
        return fail(otherVersion(message.version));
    m_serverTime = message.serverTime;
    m_serverTimeAt = m_now;
    m_version = message.version;
    m_phase = Phase::Answering;
    m_host.send(
        encode(protocol::ClientMessage(protocol::Answer{answerHello(m_credentials.device, message.nonce, m_server)})));
}

void ClientEngine::handle(const protocol::Welcome &)
{
    if (m_phase != Phase::Answering)
        return fail({ErrorCode::Corrupt, "The server does not keep to the protocol: a welcome before the answer."});
    m_phase = Phase::Welcome;
    if (mayAskTheShop())
        refreshGoods([](const auto &) {});
    for (const CartId &cart : m_host.cartsToSync())
        openCart(cart);
}

void ClientEngine::handle(const protocol::Failure &message)
{
    if (askAgainLater(message))
        return;
    if (message.request != 0)
        return answerRequest(message.request, errorOf(message));
    const auto channel = m_channels.find(message.channel);
    if (message.channel == 0 || channel == m_channels.end())
        return fail(errorOf(message));
    const CartId cart = channel->second->cart();
    m_channels.erase(channel);
    CartReplica *replica = message.code == protocol::FailureCode::NotFoundOrForbidden ? m_host.cart(cart) : nullptr;
    if (replica) {
        if (auto saved = replica->setRole(CartRecord::noRole); !saved) {
            m_host.storageFailed(saved.error());
            return fail(saved.error());
        }
    }
    m_host.cartRefused(cart, errorOf(message));
}

void ClientEngine::handleMembers(const protocol::Members &message)
{
    const MemberId self = m_credentials.memberId();
    CartReplica *cart = channelOf(message.cart) ? m_host.cart(message.cart) : nullptr; // a server may say anything
    const auto own = std::ranges::find(message.members, self, &protocol::Member::member);
    if (cart && own != message.members.end()) {
        if (auto saved = cart->setRole(static_cast<std::uint8_t>(own->role)); !saved) {
            m_host.storageFailed(saved.error());
            return fail(saved.error());
        }
    }
    m_host.membersChanged(message.cart, message.members);
    if (message.request != 0)
        answerRequest(message.request, protocol::ServerMessage(message));
}

template <typename Message>
void ClientEngine::toChannel(const Message &message)
{
    const auto channel = m_channels.find(message.channel);
    if (channel == m_channels.end() || !m_host.cart(channel->second->cart()))
        return; // closed on our side while this was under way
    const CartId cart = channel->second->cart();
    if (auto handled = channel->second->handle(message); !handled) {
        if (const CartReplica *replica = m_host.cart(cart); replica && replica->isDamaged())
            m_host.storageFailed(handled.error());
        return fail(handled.error());
    }
    // Who the others are is asked once per opening; the answer comes to handleMembers() like the unasked ones.
    if constexpr (std::is_same_v<Message, protocol::Opened>)
        listMembers(channel->second->cart(), [](const auto &) {});
}

void ClientEngine::openCart(const CartId &cart)
{
    const protocol::Channel number = m_nextChannel++;
    auto channel = std::make_unique<CartChannel>(m_host, number, cart);
    channel->setTime(m_now);
    channel->open();
    m_channels.emplace(number, std::move(channel));
}

CartChannel *ClientEngine::channelOf(const CartId &cart) const
{
    for (const auto &[number, channel] : m_channels) {
        if (channel->cart() == cart)
            return channel.get();
    }
    return nullptr;
}

void ClientEngine::cartEdited(const CartId &cart)
{
    if (m_phase != Phase::Welcome)
        return;
    CartChannel *channel = channelOf(cart);
    if (!channel)
        return openCart(cart);
    if (auto pushed = channel->pushPending(); !pushed)
        fail(pushed.error());
}

bool ClientEngine::isLive(const CartId &cart) const
{
    const CartChannel *channel = channelOf(cart);
    return channel && channel->isLive();
}

bool ClientEngine::isSettled(const CartId &cart) const
{
    const CartChannel *channel = channelOf(cart);
    return channel && channel->isSettled();
}

std::uint64_t ClientEngine::digestMismatches() const
{
    std::uint64_t sum = 0;
    for (const auto &[number, channel] : m_channels)
        sum += channel->digestMismatches();
    return sum;
}

void ClientEngine::tick(std::uint64_t nowMilliseconds)
{
    m_now = nowMilliseconds;
    if (m_phase != Phase::Welcome)
        return;
    askAgainWhatIsDue();
    for (const auto &[number, channel] : m_channels) {
        if (auto ticked = channel->tick(nowMilliseconds); !ticked)
            return fail(ticked.error());
    }
}

template <typename T>
protocol::Request ClientEngine::ask(Answer<T> answer)
{
    const protocol::Request request = m_nextRequest++;
    m_requests[request] = [answer = std::move(answer)](Result<protocol::ServerMessage> result) {
        if (!result)
            answer(result.error());
        else if (const T *content = std::get_if<T>(&*result))
            answer(*content);
        else
            answer(Error{ErrorCode::Corrupt, "The server answered another question than the one that was asked."});
    };
    return request;
}

void ClientEngine::answerRequest(protocol::Request request, Result<protocol::ServerMessage> result)
{
    const auto waiting = m_requests.find(request);
    if (waiting == m_requests.end())
        return;
    const Pending answer = std::move(waiting->second);
    m_requests.erase(waiting);
    m_shopQuestions.erase(request);
    answer(std::move(result));
}

void ClientEngine::invite(const Invitation &invitation, Answer<protocol::Invited> answer)
{
    if (m_phase != Phase::Welcome)
        return answer(connectionLost());
    protocol::Invite message;
    message.request = ask<protocol::Invited>(std::move(answer));
    message.cart = invitation.cart;
    message.role = invitation.role;
    message.inviteKey = invitation.key.publicKey();
    message.signature = grantInvitation(m_credentials.member, invitation.cart, invitation.role, message.inviteKey);
    message.expiresAt = invitation.expiresAt;
    message.uses = invitation.uses;
    m_host.send(encode(protocol::ClientMessage(message)));
}

void ClientEngine::join(const CartId &cart, const KeyPair &invite, Answer<protocol::Joined> answer)
{
    if (m_phase != Phase::Welcome)
        return answer(connectionLost());
    const protocol::Request request = ask<protocol::Joined>(std::move(answer));
    m_host.send(encode(protocol::ClientMessage(protocol::Join{
        request, cart, invite.publicKey(), signJoining(invite, cart, m_credentials.member.publicKey())})));
}

void ClientEngine::listMembers(const CartId &cart, Answer<protocol::Members> answer)
{
    if (m_phase != Phase::Welcome)
        return answer(connectionLost());
    m_host.send(
        encode(protocol::ClientMessage(protocol::ListMembers{ask<protocol::Members>(std::move(answer)), cart})));
}

void ClientEngine::setRole(const CartId &cart, const MemberId &member, protocol::RoleChange change,
                           Answer<protocol::Members> answer)
{
    if (m_phase != Phase::Welcome)
        return answer(connectionLost());
    if (m_version < 2)
        return answer(
            Error{ErrorCode::Refused, "The server is too old to change members: ask whoever hosts it to update it."});
    m_host.send(encode(
        protocol::ClientMessage(protocol::SetRole{ask<protocol::Members>(std::move(answer)), cart, member, change})));
}

} // namespace evencart
