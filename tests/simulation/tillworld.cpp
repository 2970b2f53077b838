#include "simulation/tillworld.h"

#include "cart/edit.h"
#include "cart/orderable.h"
#include "identity/membershipproof.h"
#include "protocol/codec.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace evencart::test {

namespace {

struct Shelf
{
    const char *sku;
    const char *name;
    std::int64_t price;
};
constexpr std::array<Shelf, 3> shelves{{{"m-1", "Milk", 119}, {"b-2", "Bread", 300}, {"t-3", "Tea", 459}}};
constexpr protocol::Channel channel = 1;
constexpr std::uint64_t day = 24ULL * 60 * 60 * 1000;
constexpr protocol::Request ofCheckout = 7;
constexpr protocol::Request ofNobody = 8; // of a message that came late

template <typename T>
T must(Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().message);
    return std::move(*result);
}

Basket basketOf(const protocol::Checkout &checkout)
{
    Basket basket;
    for (const protocol::Checkout::Line &line : checkout.lines)
        basket[line.sku] += line.quantity;
    return basket;
}

} // namespace

TillWorld::TillWorld(const TillSettings &settings) : m_settings(settings), m_random(settings.seed)
{
    start();
    for (std::size_t i = 0; i < settings.customers; ++i) {
        auto customer = std::make_unique<Customer>(m_random);
        customer->replica = ReplicaId{i + 1};
        const MembershipProof proof = foundCart(customer->credentials.member.publicKey(), m_random);
        customer->cart = cartIdFor(proof.founderKey, proof.nonce);
        customer->proof = encodeProof(proof);
        m_customers.push_back(std::move(customer));
    }
    deliverGoods();
}

TillWorld::~TillWorld()
{
    m_core.reset();
    m_store.reset();
}

// ---- the server

QString TillWorld::inMemory()
{
    const QString memory = QStringLiteral("/dev/shm");
    const bool hasRoom = QFileInfo(memory).isWritable() && QStorageInfo(memory).bytesAvailable() > 300'000'000;
    const QString folder = hasRoom ? memory : QDir::tempPath();
    return folder + QStringLiteral("/evencart-till-XXXXXX");
}

void TillWorld::start()
{
    // Set right by then, if it had been put back: what has lapsed under one server does not hold again under the next.
    if (m_time)
        m_clock.wall = std::max(m_clock.wall, m_time->now());
    m_time.emplace(m_clock, 0);
    m_store = must(store::SqliteLogStore::open(m_folder.path().toStdString(), store::SqliteLogStore::Mode::Own));
    net::PeerGateway &network = *this; // privately ours
    relay::ServerOptions options;
    options.storageFailed = [this](const Error &error) {
        if (!m_disk.hasStopped())
            unexpected = error.message;
    };
    m_core = std::make_unique<relay::ServerCore>(*m_store, network, m_clock, m_random, options);
    if (auto started = m_core->start(); !started)
        throw std::runtime_error(started.error().message);
}

void TillWorld::crash()
{
    m_core.reset();
    m_store.reset();
    if (chance(500)) {
        ++powerCuts;
        m_disk.losePower(m_random);
    }
    m_disk.goOn();
    m_peers.clear();
    for (auto &customer : m_customers)
        customer->peer = 0; // what was sent before has arrived, and has to be true
    start();
}

// One transaction, on a disk that may stop in the middle of it or just behind its answers, or be full for a while.
void TillWorld::turn()
{
    m_judgedAt = m_time->now(); // a restart may begin with another time
    const bool fails = chance(m_settings.crashes);
    const bool isFull = fails && chance(300);
    if (fails)
        m_disk.stopAt(1 + m_random.below(30), isFull ? FailingDisk::Stop::Full : FailingDisk::Stop::Broken);
    m_core->turnEnded();
    const bool hasStopped = m_disk.hasStopped();
    if (isFull) {
        fullDisks += hasStopped;
        m_disk.goOn();
    } else if (hasStopped) {
        ++crashesInCommit;
        crash();
    } else if (fails) {
        m_disk.stopNow();
        crash();
    }
    noteTime();
}

void TillWorld::noteTime()
{
    m_timeOf.emplace(must(m_store->shop().revision()), m_judgedAt);
}

void TillWorld::deliverGoods()
{
    std::string file = "sku,name,price,currency\n";
    for (const Shelf &shelf : shelves)
        file += std::string(shelf.sku) + "," + shelf.name + "," + std::to_string(shelf.price / 100) + "." +
                std::to_string(shelf.price % 100 / 10) + std::to_string(shelf.price % 10) + ",EUR\n";
    m_core->operate({{"catalog", "import", "goods.csv"}, file}, [](const auto &) {});
    for (const Shelf &shelf : shelves) {
        const std::int64_t n = m_settings.stock / static_cast<std::int64_t>(shelves.size());
        m_core->operate(
            {{"stock", "add", shelf.sku, std::to_string(n)}, {}},
            [this, n, sku = std::string(shelf.sku), asked = m_step](const Result<std::string> &said) {
                must(said);
                m_history.deliveries.push_back({sku, n * 1000, asked, m_step, (**m_store->shop().good(sku)).revision});
            });
    }
    m_core->turnEnded();
    ++m_step;
}

// ---- the network

void TillWorld::send(net::PeerId peer, std::shared_ptr<const Bytes> message)
{
    if (const auto found = m_peers.find(peer); found != m_peers.end())
        found->second->inbox.push_back(must(protocol::decodeServerMessage(*message)));
}

void TillWorld::sendToMany(const std::vector<net::PeerId> &peers, std::shared_ptr<const Bytes> message)
{
    for (const net::PeerId peer : peers)
        send(peer, message);
}

void TillWorld::close(net::PeerId peer, net::CloseCode, std::string)
{
    if (const auto found = m_peers.find(peer); found != m_peers.end()) {
        found->second->peer = 0;
        m_peers.erase(found);
    }
}

void TillWorld::say(Customer &customer, const protocol::ClientMessage &message)
{
    m_core->peerReceived(customer.peer, protocol::encode(message));
}

template <typename Message>
std::optional<Message> TillWorld::take(Customer &customer)
{
    const auto found = std::find_if(customer.inbox.begin(), customer.inbox.end(),
                                    [](const auto &each) { return std::holds_alternative<Message>(each); });
    if (found == customer.inbox.end())
        return std::nullopt;
    const Message message = std::get<Message>(*found);
    customer.inbox.erase(found);
    return message;
}

// ---- the customers

void TillWorld::connect(Customer &customer)
{
    customer.peer = m_nextPeer++;
    m_peers[customer.peer] = &customer;
    customer.inbox.clear();
    m_core->peerOpened(customer.peer, {"127.0.0.1", true, false});
    protocol::Hello hello;
    hello.versions = {protocol::version};
    hello.software = "till";
    hello.memberKey = customer.credentials.member.publicKey();
    hello.deviceKey = customer.credentials.device.publicKey();
    hello.certificate = customer.credentials.certificate;
    hello.nameStamp = Hlc{1};
    say(customer, hello);
    m_core->turnEnded();
    const auto challenge = take<protocol::Challenge>(customer);
    say(customer, protocol::Answer{answerHello(customer.credentials.device, challenge->nonce, plainFingerprint)});
    m_core->turnEnded();
    say(customer, protocol::Open{channel, customer.cart, customer.proof, customer.replica, customer.seq, customer.epoch,
                                 customer.cursor});
    m_core->turnEnded();
    follow(customer);
}

// Keeps in step with the cart's log without reading what is in it.
void TillWorld::follow(Customer &customer)
{
    for (const protocol::ServerMessage &message : customer.inbox) {
        if (const auto *opened = std::get_if<protocol::Opened>(&message)) {
            customer.epoch = opened->epoch;
            if (opened->mode == protocol::CatchUp::Repair)
                throw std::runtime_error("the server has lost a part of a cart's log");
        } else if (const auto *records = std::get_if<protocol::Records>(&message)) {
            customer.cursor = std::max(customer.cursor, records->first + records->records.size() - 1);
        } else if (const auto *ack = std::get_if<protocol::Ack>(&message)) {
            customer.cursor = std::max(customer.cursor, ack->position + ack->count - 1);
        } else if (const auto *live = std::get_if<protocol::Live>(&message)) {
            customer.cursor = std::max(customer.cursor, live->head);
        }
    }
    std::erase_if(customer.inbox, [](const auto &message) {
        return !std::holds_alternative<protocol::Ordered>(message) &&
               !std::holds_alternative<protocol::NotOrdered>(message) &&
               !std::holds_alternative<protocol::Reserved>(message) &&
               !std::holds_alternative<protocol::NotReserved>(message);
    });
}

// Puts one to three goods into the empty cart; whatever happens to the push, it goes again under its number.
void TillWorld::fillCart(Customer &customer)
{
    const State nothing;
    const CartView view(customer.cart, nothing);
    Delta delta;
    delta.replica = customer.replica;
    delta.seq = ++customer.seq;
    delta.stamp = Hlc::fromMilliseconds(m_clock.wallMilliseconds());
    delta.author = customer.credentials.memberId();
    for (const Shelf &shelf : shelves) {
        if (!customer.inCart.empty() && m_random.below(2) == 0)
            continue;
        const auto pieces = static_cast<std::int64_t>(1 + m_random.below(3));
        Edit edit(view, delta.author);
        NewItem item;
        item.name = shelf.name;
        item.sku = shelf.sku;
        item.quantity = pieces * 1000;
        const LineId line = must(edit.add(item));
        for (Add &add : edit.take().adds)
            delta.adds.push_back(std::move(add));
        customer.inCart.push_back({line, shelf.sku, item.quantity, "EUR", shelf.price});
    }
    const Bytes bytes = encodeDelta(delta);
    while (true) {
        if (customer.peer == 0)
            connect(customer);
        say(customer, protocol::Push{channel, {bytes}});
        m_core->turnEnded(); // on a disk that works: this is not about edits
        const bool isAcked = std::any_of(customer.inbox.begin(), customer.inbox.end(), [](const auto &message) {
            return std::holds_alternative<protocol::Ack>(message);
        });
        follow(customer);
        if (isAcked)
            return;
    }
}

void TillWorld::wishForAll(Customer &customer)
{
    protocol::Checkout checkout;
    checkout.request = ofCheckout;
    checkout.key = "k" + std::to_string(++customer.number);
    checkout.attempt = 0;
    checkout.cart = customer.cart;
    checkout.lines = customer.inCart;
    customer.asked = checkout;
    customer.wish = Purchase();
    customer.wish->name = customer.credentials.memberId().toString() + " " + checkout.key;
    customer.wish->member = customer.credentials.memberId().toString();
    customer.wish->wanted = basketOf(checkout);
    customer.wish->asked = m_step;
}

// Sends the wish, for the first time or again.
void TillWorld::ask(Customer &customer)
{
    if (customer.peer == 0)
        connect(customer);
    if (!customer.wish) {
        if (customer.inCart.empty())
            fillCart(customer);
        wishForAll(customer);
    }
    customer.isWaiting = true;
    customer.isAsking = customer.asked->attempt > 0 && m_random.below(2) == 0;
    if (customer.isAsking) {
        say(customer, protocol::AskOrder{ofCheckout, customer.asked->key, customer.asked->attempt});
        return;
    }
    ++customer.asked->attempt;
    ++attempts;
    // Some are lost on the way there, and some of those arrive when nobody expects them any more.
    if (chance(m_settings.lostAnswers)) {
        m_late.emplace_back(&customer, *customer.asked);
        return;
    }
    say(customer, *customer.asked);
}

void TillWorld::hear(Customer &customer)
{
    if (!std::exchange(customer.isWaiting, false))
        return;
    if (chance(m_settings.lostAnswers) && customer.peer != 0) {
        ++answersLost;
        customer.inbox.clear();
        m_core->peerClosed(customer.peer);
        m_peers.erase(std::exchange(customer.peer, 0));
        return;
    }
    follow(customer);
    while (!customer.inbox.empty() && customer.isOpen()) {
        const protocol::ServerMessage message = customer.inbox.front();
        customer.inbox.pop_front();
        if (const auto *reserved = std::get_if<protocol::Reserved>(&message))
            conclude(customer, *reserved);
        else if (const auto *notReserved = std::get_if<protocol::NotReserved>(&message))
            conclude(customer, *notReserved);
        else if (const auto *ordered = std::get_if<protocol::Ordered>(&message);
                 ordered && ordered->request == ofCheckout)
            conclude(customer, *ordered);
        else if (const auto *refused = std::get_if<protocol::NotOrdered>(&message);
                 refused && refused->request == ofCheckout)
            conclude(customer, *refused);
    }
}

void TillWorld::conclude(Customer &customer, const protocol::Ordered &ordered)
{
    Purchase purchase = *std::exchange(customer.wish, std::nullopt);
    (customer.isAsking ? resolvedByAsking : resolvedByOrderingAgain) +=
        customer.asked->attempt > 1 || customer.isAsking;
    purchase.end = Purchase::End::Ordered;
    purchase.concluded = m_step;
    purchase.number = ordered.order.number;
    // The answer may come long after; the ledger says under which revision it was placed.
    purchase.revision = (**m_store->shop().order(customer.credentials.memberId(), ordered.order.key)).revision;
    purchase.time = m_timeOf.lower_bound(purchase.revision)->second;
    for (const protocol::OrderLine &line : ordered.order.lines)
        customer.kept.erase(line.sku);
    m_history.purchases.push_back(std::move(purchase));
    customer.inCart.clear();
}

void TillWorld::conclude(Customer &customer, const protocol::NotOrdered &refused)
{
    Purchase purchase = *std::exchange(customer.wish, std::nullopt);
    purchase.concluded = m_step;
    purchase.revision = refused.point.revision;
    purchase.time = m_judgedAt;
    if (refused.problem == protocol::OrderProblem::Lines) {
        purchase.end = Purchase::End::Refused;
        for (const protocol::NotOrdered::Line &line : refused.lines) {
            if (line.problem != protocol::LineProblem::SoldOut)
                throw std::runtime_error("a line was refused for another reason than that it is sold out");
            for (const protocol::Checkout::Line &asked : customer.asked->lines) {
                if (asked.line == line.line)
                    purchase.left[asked.sku] = line.left;
            }
        }
    } else if (refused.problem == protocol::OrderProblem::Unknown) {
        ++resolvedByAsking;
        purchase.end = Purchase::End::Never;
    } else {
        throw std::runtime_error("an order was refused for a reason that does not exist here");
    }
    m_history.purchases.push_back(std::move(purchase));
}

void TillWorld::run(std::size_t count)
{
    const std::size_t until = attempts + count;
    std::size_t nextDelivery = 0;
    while (attempts < until) {
        m_clock.advance(m_random.below(50));
        if (chance(2)) { // somebody sets the clock
            ++clockJumps;
            const std::uint64_t by = m_random.below(3 * day);
            m_clock.wall = m_random.below(2) == 0 ? m_clock.wall + by : m_clock.wall - by;
        }
        if (attempts >= nextDelivery) {
            deliverGoods();
            nextDelivery = attempts + 1500 + m_random.below(3000);
        }
        if (m_step % 50 == 0) { // snapshots are made, so that a restart does not read everything again
            m_core->tick();
            m_core->turnEnded();
        }
        // Who does not know what became of an order asks again soon, and mostly nobody else comes meanwhile, so that
        // the history has places where nobody waits.
        bool isAnybodyOpen = false;
        for (auto &customer : m_customers) {
            isAnybodyOpen = isAnybodyOpen || customer->isOpen();
            if (customer->wish && chance(700))
                ask(*customer);
            else if (customer->hold && chance(700))
                askToKeep(*customer);
        }
        const std::size_t crowd = isAnybodyOpen && chance(750) ? 0 : 1 + m_random.below(16);
        for (std::size_t i = 0; i < crowd; ++i) {
            Customer &customer = *m_customers[m_random.below(m_customers.size())];
            if (customer.isWaiting || customer.isOpen())
                continue;
            if (!customer.kept.empty() && chance(150))
                release(customer);
            else if (chance(250))
                keepSomething(customer);
            else
                ask(customer);
        }
        if (!m_late.empty() && chance(300)) {
            auto [customer, checkout] = m_late[m_random.below(m_late.size())];
            if (customer->peer != 0) {
                ++lateMessages;
                checkout.request = ofNobody;
                say(*customer, checkout);
            }
        }
        turn();
        for (auto &customer : m_customers)
            hear(*customer);
        ++m_step;
    }
}

void TillWorld::settle()
{
    for (int round = 0; round < 50; ++round) {
        for (auto &customer : m_customers) {
            if (customer->wish)
                ask(*customer);
            else if (customer->hold)
                askToKeep(*customer);
        }
        m_core->turnEnded();
        m_judgedAt = m_time->now();
        noteTime();
        for (auto &customer : m_customers)
            hear(*customer);
        ++m_step;
    }
    for (auto &customer : m_customers) {
        if (customer->isOpen())
            throw std::runtime_error("somebody never learned what became of an order, or of a reservation");
    }
}

} // namespace evencart::test
