// The part of ShopService that keeps things for members.
#include "shop/reservations.h"
#include "relay/shopservice.h"

namespace evencart::relay {

using protocol::ReservationProblem;

Result<bool> ShopService::hasLapsed()
{
    return shop::hasLapsed(m_context.log.shop(), m_context.reservationClock.now());
}

Result<void> ShopService::endLapsed()
{
    if (auto begun = m_context.turn.willWrite(); !begun)
        return begun;
    return shop::endLapsed(m_context.log.shop(), m_context.reservationClock.now());
}

Result<void> ShopService::tick()
{
    if (m_context.options.isFollower)
        return {};
    const auto lapsed = hasLapsed();
    if (!lapsed && m_context.options.storageFailed)
        m_context.options.storageFailed(lapsed.error()); // nothing is lost by it: whoever judges asks again
    return lapsed && *lapsed ? endLapsed() : Result<void>();
}

Result<void> ShopService::handle(const Peer &peer, const protocol::Reserve &reserve)
{
    if (m_context.options.isFollower) {
        sayBehind(peer.id, reserve.request);
        return {};
    }
    if (!mayAsk(peer, reserve.request))
        return {};
    const auto refuse = [&](const protocol::ShopPoint &point, ReservationProblem problem, std::int64_t left) {
        reply(peer.id, protocol::NotReserved{reserve.request, point, reserve.key, problem, left});
    };
    const auto room = m_context.carts.find(reserve.cart);
    const auto lapsed = room ? hasLapsed() : Result<bool>(room.error());
    const auto before = lapsed ? here() : Result<protocol::ShopPoint>(lapsed.error());
    if (!before) {
        internal(peer.id, reserve.request, before.error());
        return {};
    }
    if (!mayWrite(peer, *room)) {
        refuse(*before, ReservationProblem::NotAllowed, 0);
        return {};
    }
    if (auto ended = *lapsed ? endLapsed() : Result<void>(); !ended)
        return ended;
    store::ShopStore &goods = m_context.log.shop();
    const std::uint64_t time = m_context.reservationClock.now();
    const auto verdict = shop::judgeReservation(goods, peer.session.member(), reserve, time);
    auto point = verdict ? here() : Result<protocol::ShopPoint>(verdict.error());
    if (!point) {
        internal(peer.id, reserve.request, point.error());
        return {};
    }
    if (verdict->problem) {
        refuse(*point, *verdict->problem, verdict->left);
        return {};
    }
    if (!verdict->standing) {
        if (auto begun = m_context.turn.willWrite(); !begun)
            return begun;
        if (auto reserved = shop::reserve(goods, verdict->row); !reserved)
            return reserved;
        point = here();
        if (!point)
            return point.error();
    }
    const store::ReservationRow &row = verdict->standing ? *verdict->standing : verdict->row;
    reply(peer.id, protocol::Reserved{reserve.request, *point, reserve.key, shop::describe(row, time)});
    return {};
}

Result<void> ShopService::handle(const Peer &peer, const protocol::Release &release)
{
    if (m_context.options.isFollower) {
        sayBehind(peer.id, release.request);
        return {};
    }
    if (!mayAsk(peer, release.request))
        return {};
    const auto known = m_context.log.shop().reservation(peer.session.member(), release.cart, release.sku);
    if (!known) {
        internal(peer.id, release.request, known.error());
        return {};
    }
    if (known->has_value() && (**known).quantity > 0) {
        if (auto begun = m_context.turn.willWrite(); !begun)
            return begun;
        if (auto ended = shop::endReservation(m_context.log.shop(), peer.session.member(), release.cart, release.sku);
            !ended)
            return ended;
    }
    return tellReservations(peer, release.request);
}

Result<void> ShopService::handle(const Peer &peer, const protocol::ReadReservations &read)
{
    return mayAsk(peer, read.request) ? tellReservations(peer, read.request) : Result<void>();
}

Result<void> ShopService::tellReservations(const Peer &peer, protocol::Request request)
{
    const auto rows = shop::standingReservations(m_context.log.shop(), peer.session.member());
    const auto point = rows ? here() : Result<protocol::ShopPoint>(rows.error());
    if (!point) {
        internal(peer.id, request, point.error());
        return {};
    }
    const std::uint64_t time = m_context.reservationClock.now();
    protocol::Reservations message{request, *point, {}};
    for (const store::ReservationRow &row : *rows) {
        if (row.until > time)
            message.reservations.push_back(shop::describe(row, time));
    }
    reply(peer.id, message);
    return {};
}

} // namespace evencart::relay
