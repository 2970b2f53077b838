#pragma once

#include "relay/reservationclock.h"
#include "relay/servercore.h"
#include "store/sqlitelogstore.h"
#include "support/failingdisk.h"
#include "support/manualclock.h"
#include "support/orderhistory.h"
#include "support/seededrandom.h"

#include <QTemporaryDir>

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>

// A shop with a crowd of customers, the server's real engine over its real database on a disk that stops in the middle
// of commits, and a network that loses answers. What everybody did and was told becomes an OrderHistory.
namespace evencart::test {

struct TillSettings
{
    std::uint64_t seed = 1;
    std::size_t customers = 64;
    std::int64_t stock = 500;       // of all goods together, at each delivery
    std::uint64_t lostAnswers = 30; // of a thousand
    std::uint64_t crashes = 40;     // of a thousand turns, of those that write something
};

class TillWorld : private net::PeerGateway
{
public:
    explicit TillWorld(const TillSettings &settings);
    ~TillWorld() override;

    // Until so many checkouts were sent.
    void run(std::size_t attempts);
    // Everybody asks what is open.
    void settle();

    const OrderHistory &history() const { return m_history; }
    Books books();
    // Goods that are in a cart and should not be, or the other way round; empty: none.
    std::string checkCarts();

    std::string unexpected; // what the store refused on a disk that worked; empty: nothing
    std::size_t attempts = 0;
    std::size_t crashesInCommit = 0;
    std::size_t powerCuts = 0; // of those, and of some between two commits
    std::size_t fullDisks = 0; // that stopped a commit
    std::size_t clockJumps = 0;
    std::size_t answersLost = 0;
    std::size_t lateMessages = 0;
    std::size_t resolvedByAsking = 0;
    std::size_t resolvedByOrderingAgain = 0;
    std::size_t reservationsMade = 0;
    std::size_t reservationsRefused = 0;
    std::size_t reservationsReleased = 0;

private:
    struct Customer
    {
        explicit Customer(RandomSource &random) : credentials(Credentials::generate(random)) {}

        Credentials credentials;
        ReplicaId replica;
        CartId cart;
        Bytes proof;
        std::uint64_t seq = 0;
        std::vector<protocol::Checkout::Line> inCart;
        net::PeerId peer = 0; // 0: not connected
        Epoch epoch;
        std::uint64_t cursor = 0;
        std::deque<protocol::ServerMessage> inbox;

        // The wish that is under way, if any.
        std::optional<Purchase> wish;
        std::optional<protocol::Checkout> asked;
        std::uint64_t number = 0; // of the last key
        bool isWaiting = false;   // in this turn
        bool isAsking = false;    // with AskOrder

        // What is to be kept for them, until there is an answer; one thing after the other.
        std::optional<Hold> hold;
        protocol::Reserve keeping;
        std::set<std::string> kept; // what they were told is kept, lapsed or not

        bool isOpen() const { return wish || hold; }
    };

    // What a kill leaves is what was written, and a power cut is FailingDisk's; so no real disk has to be waited for.
    static QString inMemory();

    // ---- the server
    void start();
    void crash();
    void turn();
    void noteTime(); // of what has been judged up to now
    void deliverGoods();

    // ---- the customers
    void connect(Customer &customer);
    void say(Customer &customer, const protocol::ClientMessage &message);
    template <typename Message>
    std::optional<Message> take(Customer &customer);
    void fillCart(Customer &customer);
    void wishForAll(Customer &customer);
    void ask(Customer &customer);
    void hear(Customer &customer);
    // ---- (tillreservations.cpp)
    void keepSomething(Customer &customer);
    void askToKeep(Customer &customer);
    void release(Customer &customer);
    void conclude(Customer &customer, const protocol::Reserved &reserved);
    void conclude(Customer &customer, const protocol::NotReserved &refused);
    void conclude(Customer &customer, const protocol::Ordered &ordered);
    void conclude(Customer &customer, const protocol::NotOrdered &refused);
    void follow(Customer &customer);

    void send(net::PeerId peer, std::shared_ptr<const Bytes> message) override;
    void sendToMany(const std::vector<net::PeerId> &peers, std::shared_ptr<const Bytes> message) override;
    void setAuthenticated(net::PeerId) override {}
    void close(net::PeerId peer, net::CloseCode, std::string) override;
    bool chance(std::uint64_t ofThousand) { return m_random.below(1000) < ofThousand; }

    const TillSettings m_settings;
    SeededRandom m_random;
    ManualClock m_clock;
    std::optional<relay::ReservationClock> m_time;   // the shop's, as the server reckons it
    std::uint64_t m_judgedAt = 0;                    // by it: what is answered in this step
    std::map<std::uint64_t, std::uint64_t> m_timeOf; // by revision: of it and those since the one before
    QTemporaryDir m_folder{inMemory()};
    FailingDisk m_disk;
    std::unique_ptr<store::SqliteLogStore> m_store;
    std::unique_ptr<relay::ServerCore> m_core;
    std::vector<std::unique_ptr<Customer>> m_customers;
    std::map<net::PeerId, Customer *> m_peers;
    net::PeerId m_nextPeer = 1;
    std::uint64_t m_step = 1;
    std::vector<std::pair<Customer *, protocol::Checkout>> m_late; // on their way through connections that are gone
    OrderHistory m_history;
};

} // namespace evencart::test
