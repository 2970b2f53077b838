#pragma once

#include "identity/credentials.h"
#include "sync/cartchannel.h"
#include "sync/shopfollower.h"

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
    // The server's clock, in milliseconds since 1970: what it said at hello and the time since. 0 before.
    std::uint64_t serverTime() const { return m_serverTime == 0 ? 0 : m_serverTime + (m_now - m_serverTimeAt); }

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
    // Without a cart (null): to look after the shop.
    void join(const CartId &cart, const KeyPair &invite, Answer<protocol::Joined> answer);
    void listMembers(const CartId &cart, Answer<protocol::Members> answer);
    void setRole(const CartId &cart, const MemberId &member, protocol::RoleChange change,
                 Answer<protocol::Members> answer);

    // About goods and orders (clientengineshop.cpp); Refused where the server is too old to have any. A server that is
    // behind what this session has seen is asked again until it has caught up, so an answer may take its time.
    using OrderOutcome = std::variant<protocol::Ordered, protocol::NotOrdered>;
    void refreshGoods(Answer<ShopRecord> answer);
    void readOrders(std::uint64_t before, Answer<protocol::Orders> answer); // before 0: the newest
    // REQUIRES: the key and the attempt are on the disk.
    // What the server said comes as the answer also where this machine could not note how far it has seen; the host is
    // told of that.
    void checkout(const protocol::Checkout &checkout, Answer<OrderOutcome> answer);
    void askOrder(const std::string &key, std::uint64_t attempt, Answer<OrderOutcome> answer);
    // What is kept for this member's orders. A `reserve` that had no answer is sent again as it is, key and all.
    using ReserveOutcome = std::variant<protocol::Reserved, protocol::NotReserved>;
    void reserve(const protocol::Reserve &reserve, Answer<ReserveOutcome> answer);
    void release(const CartId &cart, const std::string &sku, Answer<protocol::Reservations> answer);
    void readReservations(Answer<protocol::Reservations> answer);
    // An operator's command, of somebody who looks after the shop (PROTOCOL.md, 13); what came of it, in lines for a
    // person. Refused where the server does not do it. An error of another kind does not say whether it was done.
    // REQUIRES: the words and the file are no longer than a message may have them.
    void administer(std::vector<std::string> words, Bytes file, Answer<std::string> answer);
    // The server has said on this connection what it sells, or why it cannot.
    bool hasGoods() const { return m_hasGoods || !mayAskTheShop(); }
    // Whether questions about goods and orders leave this machine at all.
    Result<void> canAskTheShop() const { return mayAskTheShop() ? Result<void>() : whyNotTheShop(); }

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
    void handle(const protocol::Goods &message);
    void handleMembers(const protocol::Members &message);
    template <typename Message>
    void toChannel(const Message &message);
    void openCart(const CartId &cart);
    CartChannel *channelOf(const CartId &cart) const;
    void fail(const Error &reason);
    // Of the copy of the goods: tells the host; the second one ends the connection too.
    const Error &storeFailed(const Error &reason);
    void failStore(const Error &reason);
    void answerRequest(protocol::Request request, Result<protocol::ServerMessage> result);
    template <typename T>
    protocol::Request ask(Answer<T> answer);

    // ---- the shop
    bool mayAskTheShop() const;
    Error whyNotTheShop() const;
    template <typename Question>
    void askTheShop(Question question, Pending answer);
    bool askAgainLater(const protocol::Failure &message);
    void askAgainWhatIsDue();
    void askForGoods();
    void goodsEnded(const Result<ShopRecord> &how);
    Pending outcomeFor(const std::string &key, Answer<OrderOutcome> answer);
    Pending reservationsFor(Answer<protocol::Reservations> answer);
    Pending administeredFor(protocol::Request request, std::string soFar, Answer<std::string> answer);
    void forgetTheShop();
    struct ShopQuestion
    {
        Bytes bytes;
        std::uint64_t again = 0; // when it is asked again; 0: it has not been put off
    };

    EngineHost &m_host;
    const Credentials &m_credentials;
    std::string m_software;
    Phase m_phase = Phase::Disconnected;
    Fingerprint m_server = plainFingerprint;
    std::uint64_t m_now = 0;
    std::uint64_t m_serverTime = 0; // at m_serverTimeAt
    std::uint64_t m_serverTimeAt = 0;
    std::map<protocol::Channel, std::unique_ptr<CartChannel>> m_channels;
    std::map<protocol::Request, Pending> m_requests;
    protocol::Channel m_nextChannel = 1;
    protocol::Request m_nextRequest = 1;
    std::uint64_t m_version = protocol::oldestVersion;
    std::optional<ShopFollower> m_shop; // where the host keeps goods
    bool m_hasGoods = false;            // since Welcome
    std::vector<Answer<ShopRecord>> m_waitForGoods;
    std::map<protocol::Request, ShopQuestion> m_shopQuestions; // not answered yet
};

} // namespace evencart
