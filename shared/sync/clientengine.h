#pragma once

#include "identity/credentials.h"
#include "sync/cartchannel.h"

#include <functional>
#include <map>
#include <memory>

namespace evencart {

// The client's end of the protocol on one connection: hello, the open carts, requests. No sockets, clocks or files;
// driven by calls, in the programs by the WebSocket client and in tests by the simulator. A new connection is a new
// start: connected() forgets everything of the one before. One thread.
class ClientEngine
{
public:
    ClientEngine(EngineHost &host, const Credentials &credentials, std::string software);

    // The transport is up, over TLS to the server with this fingerprint, or over plain ws (plainFingerprint).
    void connected(const Fingerprint &server, std::uint64_t nowMilliseconds);
    void received(ByteView message);
    void disconnected();
    void tick(std::uint64_t nowMilliseconds);

    // After a local edit, and after a cart was created or joined.
    void cartEdited(const CartId &cart);

    bool isWelcome() const { return m_phase == Phase::Welcome; }
    bool isLive(const CartId &cart) const;
    bool isSettled(const CartId &cart) const;
    std::uint64_t digestMismatches() const;
    // The server's clock at hello, in milliseconds; 0 before.
    std::uint64_t serverTime() const { return m_serverTime; }

    // Requests. The answer comes once: a value, or why not (also when the connection ends first).
    template <typename T>
    using Answer = std::function<void(Result<T>)>;
    struct Invitation
    {
        CartId cart;
        protocol::Role role = protocol::Role::Editor;
        KeyPair key;                 // its seed is the secret of the link
        std::uint64_t expiresAt = 0; // milliseconds since 1970; 0: never
        std::uint32_t uses = 1;
    };
    void invite(const Invitation &invitation, Answer<protocol::Invited> answer);
    void join(const CartId &cart, const KeyPair &invite, Answer<protocol::Joined> answer);
    void listMembers(const CartId &cart, Answer<protocol::Members> answer);

private:
    enum class Phase
    {
        Disconnected,
        Greeting,
        Answering,
        Welcome
    };
    using Pending = std::function<void(Result<protocol::ServerMessage>)>;

    void dispatch(const protocol::ServerMessage &message);
    void handle(const protocol::Challenge &message);
    void handle(const protocol::Welcome &message);
    void handle(const protocol::Failure &message);
    void handleMembers(const protocol::Members &message);
    template <typename Message>
    void toChannel(const Message &message);
    void openCart(const CartId &cart);
    CartChannel *channelOf(const CartId &cart) const;
    void fail(const Error &reason);
    void answerRequest(protocol::Request request, Result<protocol::ServerMessage> result);
    template <typename T>
    protocol::Request ask(Answer<T> answer);

    EngineHost &m_host;
    const Credentials &m_credentials;
    std::string m_software;
    Phase m_phase = Phase::Disconnected;
    Fingerprint m_server = plainFingerprint;
    std::uint64_t m_now = 0;
    std::uint64_t m_serverTime = 0;
    std::map<protocol::Channel, std::unique_ptr<CartChannel>> m_channels;
    std::map<protocol::Request, Pending> m_requests;
    protocol::Channel m_nextChannel = 1;
    protocol::Request m_nextRequest = 1;
};

} // namespace evencart
