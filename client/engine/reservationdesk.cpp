#include "engine/reservationdesk.h"

#include "engine/engineroom.h"
#include "engine/serverwait.h"
#include "shopping/reserving.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace evencart {

ReservationDesk::ReservationDesk(EngineRoom &room) : m_room(room), m_lapse(this)
{
    m_lapse.setSingleShot(true);
    connect(&m_lapse, &QTimer::timeout, this, &ReservationDesk::endWhatLapsed);
    // Queued: off the stack of the connection, which goes on reading.
    connect(&room.client(), &SyncClient::welcomed, this, &ReservationDesk::read, Qt::QueuedConnection);
    connect(&room, &EngineRoom::orderEnded, this, [this](const OrderNews &news) {
        if (news.order) // it may have been the end of some
            read();
    });
}

std::uint64_t ReservationDesk::now() const
{
    return m_room.workspace().clock().monotonicMilliseconds();
}

// ---- what holds

void ReservationDesk::read()
{
    if (!m_room.client().canAskTheShop())
        return hold(std::vector<protocol::Reservation>()); // another server than before, perhaps
    m_room.client().readReservations([self = QPointer(this)](const Result<protocol::Reservations> &told) {
        if (self && told)
            self->hold(told->reservations);
    });
}

void ReservationDesk::hold(const std::vector<protocol::Reservation> &reservations)
{
    const bool wasEmpty = std::exchange(m_held, {}).empty();
    for (const protocol::Reservation &reservation : reservations)
        m_held.push_back({reservation, now() + reservation.remaining});
    if (!wasEmpty || !m_held.empty())
        tell();
}

void ReservationDesk::hold(const protocol::Reservation &reservation)
{
    std::erase_if(m_held, [&](const Held &held) {
        return held.reservation.cart == reservation.cart && held.reservation.sku == reservation.sku;
    });
    m_held.push_back({reservation, now() + reservation.remaining});
    tell();
}

void ReservationDesk::endWhatLapsed()
{
    std::erase_if(m_held, [now = now()](const Held &held) { return held.ends <= now; });
    tell();
}

std::vector<protocol::Reservation> ReservationDesk::mine() const
{
    std::vector<protocol::Reservation> mine;
    const std::uint64_t now = this->now();
    for (const Held &held : m_held) {
        if (held.ends <= now)
            continue;
        mine.push_back(held.reservation);
        mine.back().remaining = held.ends - now;
    }
    return mine;
}

std::vector<protocol::Reservation> ReservationDesk::mineFor(const CartId &cart) const
{
    auto mine = this->mine();
    std::erase_if(mine, [&](const protocol::Reservation &reservation) { return reservation.cart != cart; });
    return mine;
}

void ReservationDesk::tell()
{
    const auto mine = this->mine();
    const auto first = std::min_element(mine.begin(), mine.end(),
                                        [](const auto &a, const auto &b) { return a.remaining < b.remaining; });
    if (first == mine.end())
        m_lapse.stop();
    else
        m_lapse.start(std::chrono::milliseconds(first->remaining + 1));
    Q_EMIT reservationsChanged(mine);
}

// ---- asking

void ReservationDesk::reserve(const CartId &cart, const LineId &line, Answer<Outcome> answer)
{
    // The server judges by the cart as it has it.
    ServerWait::untilCaughtUp(m_room, cart, [this, cart, line, answer = std::move(answer)](const Result<void> &ready) {
        if (!ready)
            return answer(ready.error());
        const auto replica = m_room.workspace().cart(cart);
        if (!replica)
            return answer(replica.error());
        const auto question = reservationOf(m_room.workspace(), **replica, line, std::nullopt);
        if (!question)
            return answer(question.error());
        m_room.client().reserve(*question, [self = QPointer(this), answer](const Result<Outcome> &outcome) {
            if (!self)
                return;
            if (const auto *reserved = outcome ? std::get_if<protocol::Reserved>(&*outcome) : nullptr)
                self->hold(reserved->reservation);
            answer(outcome);
        });
    });
}

void ReservationDesk::release(const CartId &cart, const std::string &sku, Answer<void> answer)
{
    ServerWait::untilWelcome(m_room, [this, cart, sku, answer = std::move(answer)](const Result<void> &welcome) {
        if (!welcome)
            return answer(welcome.error());
        m_room.client().release(cart, sku, [self = QPointer(this), answer](const Result<protocol::Reservations> &left) {
            if (!self)
                return;
            if (left)
                self->hold(left->reservations);
            answer(left ? Result<void>() : Result<void>(left.error()));
        });
    });
}

} // namespace evencart
