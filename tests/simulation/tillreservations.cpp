// The part of TillWorld in which customers have things kept for them.
#include "simulation/tillworld.h"

#include <stdexcept>

namespace evencart::test {

namespace {

constexpr protocol::Request ofReserve = 9;
constexpr protocol::Request ofRelease = 10;

} // namespace

// One good, for a while that is over before long.
void TillWorld::keepSomething(Customer &customer)
{
    static const std::array<const char *, 3> skus{"m-1", "b-2", "t-3"};
    protocol::Reserve &reserve = customer.keeping;
    reserve.request = ofReserve;
    reserve.key = "r" + std::to_string(++customer.number);
    reserve.cart = customer.cart;
    reserve.sku = skus.at(m_random.below(skus.size()));
    reserve.quantity = static_cast<std::int64_t>(1 + m_random.below(8)) * 1000;
    reserve.milliseconds = 2000 + m_random.below(20'000);
    Hold hold;
    hold.member = customer.credentials.memberId().toString();
    hold.sku = reserve.sku;
    hold.n = reserve.quantity;
    hold.asked = m_step;
    customer.hold = hold;
    askToKeep(customer);
}

// For the first time or again: the same key is the same reservation.
void TillWorld::askToKeep(Customer &customer)
{
    if (customer.peer == 0)
        connect(customer);
    customer.isWaiting = true;
    ++attempts;
    if (!chance(m_settings.lostAnswers)) // some are lost on the way there
        m_core->peerReceived(customer.peer, protocol::encode(protocol::ClientMessage(customer.keeping)));
}

void TillWorld::conclude(Customer &customer, const protocol::Reserved &reserved)
{
    if (!customer.hold || reserved.key != customer.keeping.key)
        throw std::runtime_error("a reservation that nobody asked for");
    Hold hold = *std::exchange(customer.hold, std::nullopt);
    const auto row = *m_store->shop().reservation(customer.credentials.memberId(), customer.cart, hold.sku);
    if (!row || row->key != reserved.key || row->until != reserved.reservation.until)
        throw std::runtime_error("a reservation that was told does not stand there");
    hold.end = Hold::End::Kept;
    hold.concluded = m_step;
    hold.n = reserved.reservation.quantity;
    hold.revision = row->revision;
    hold.time = row->made;
    hold.until = row->until;
    customer.kept.insert(hold.sku);
    m_history.holds.push_back(std::move(hold));
    ++reservationsMade;
}

void TillWorld::conclude(Customer &customer, const protocol::NotReserved &refused)
{
    if (!customer.hold || refused.key != customer.keeping.key)
        throw std::runtime_error("a refusal that nobody asked for");
    if (refused.problem != protocol::ReservationProblem::SoldOut)
        throw std::runtime_error("a reservation was refused for another reason than that it is sold out");
    Hold hold = *std::exchange(customer.hold, std::nullopt);
    hold.end = Hold::End::Refused;
    hold.concluded = m_step;
    hold.revision = refused.point.revision;
    hold.time = m_judgedAt;
    hold.left = refused.left;
    m_history.holds.push_back(std::move(hold));
    ++reservationsRefused;
}

// On a disk that works: where its answer is lost, nobody can tell from when on others could have it.
void TillWorld::release(Customer &customer)
{
    if (customer.peer == 0)
        connect(customer);
    customer.isWaiting = true; // nothing else in this step: the search counts on it
    const std::string sku = *customer.kept.begin();
    customer.kept.erase(sku);
    Hold hold;
    hold.member = customer.credentials.memberId().toString();
    hold.sku = sku;
    hold.asked = m_step;
    hold.concluded = m_step;
    hold.time = m_time->now();
    hold.end = Hold::End::Released;
    const auto before = *m_store->shop().reservation(customer.credentials.memberId(), customer.cart, sku);
    say(customer, protocol::Release{ofRelease, customer.cart, sku});
    m_core->turnEnded();
    const auto after = *m_store->shop().reservation(customer.credentials.memberId(), customer.cart, sku);
    follow(customer);
    if (!before || before->quantity == 0)
        return; // it had ended by itself
    if (!after || after->quantity != 0)
        throw std::runtime_error("what was released stands there");
    hold.revision = after->revision;
    m_history.holds.push_back(std::move(hold));
    ++reservationsReleased;
}

} // namespace evencart::test
