// The part of ShopService that takes orders.
#include "shop/checkout.h"
#include "base/limits.h"
#include "cart/edit.h"
#include "protocol/protocollimits.h"
#include "relay/shopservice.h"

#include <algorithm>

namespace evencart::relay {

namespace {

using protocol::FailureCode;
using protocol::OrderProblem;

// Under what the server writes into one life of a cart's log, and to whom that replica is bound: nobody, because no key
// has this id. Another life has another one: a log that was put back must not give a number twice.
ReplicaId serverReplica(const store::CartRow &cart)
{
    const Hash256 hash = sha256("evencart server replica v1" + Bytes(cart.cart.bytes()) + Bytes(cart.epoch.bytes()));
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof value; ++i)
        value = value << 8 | hash[i];
    return {std::max<std::uint64_t>(value, 1)};
}
MemberId nobody()
{
    const Hash256 hash = sha256("evencart server v1");
    return MemberId::fromBytes({reinterpret_cast<const char *>(hash.data()), sizeof(MemberId)});
}

// Whoever lacks what a cart requires does not write into it, the server neither.
bool isUnderstood(const FeatureSet &required)
{
    const FeatureSet known = knownFeatures();
    return std::includes(known.begin(), known.end(), required.begin(), required.end());
}

// Later than everything that it takes away, so that a history by stamps tells cause before effect.
Hlc stampFor(const State &state, const std::vector<Dot> &removes, const std::vector<protocol::OrderLine> &lines,
             std::uint64_t now)
{
    Hlc stamp = Hlc::fromMilliseconds(now);
    for (const protocol::OrderLine &line : lines) {
        for (const Fact &fact : state.facts().of(line.line)) {
            if (std::binary_search(removes.begin(), removes.end(), fact.dot))
                stamp = std::max(stamp, Hlc{fact.stamp.value + 1});
        }
    }
    return stamp;
}

} // namespace

void ShopService::refuse(const Peer &peer, const protocol::Checkout &checkout, const protocol::ShopPoint &point,
                         OrderProblem problem, std::uint64_t attempt, std::vector<protocol::NotOrdered::Line> lines)
{
    ++m_context.metrics.refusedOrders;
    reply(peer.id, protocol::NotOrdered{checkout.request, point, checkout.key, problem, attempt, std::move(lines)});
}

// What is known of the key already; true where that was the answer.
Result<bool> ShopService::answerKnownKey(const Peer &peer, const protocol::Checkout &checkout,
                                         const protocol::ShopPoint &point)
{
    store::ShopStore &shop = m_context.log.shop();
    const auto known = shop.order(peer.session.member(), checkout.key);
    if (!known)
        return known.error();
    if (known->has_value() && (**known).content == shop::contentOf(checkout)) {
        ++m_context.metrics.repeatedOrders;
        reply(peer.id, protocol::Ordered{checkout.request, point, (**known).order});
        return true;
    }
    if (known->has_value()) {
        refuse(peer, checkout, point, OrderProblem::KeyTaken, 0, {});
        return true;
    }
    const auto givenUp = shop.givenUp(peer.session.member(), checkout.key);
    if (!givenUp)
        return givenUp.error();
    if (*givenUp < checkout.attempt)
        return false;
    refuse(peer, checkout, point, OrderProblem::Superseded, *givenUp, {});
    return true;
}

Result<void> ShopService::handle(const Peer &peer, const protocol::Checkout &checkout)
{
    if (m_context.options.isFollower) {
        sayBehind(peer.id, checkout.request);
        return {};
    }
    if (!mayAsk(peer, checkout.request))
        return {};
    // Nobody else writes between the first question and the last answer: this is the one thread of the one connection.
    // Until something is to be written, nothing is, so what cannot be read concerns this peer alone.
    const auto point = here();
    const auto isAnswered = point ? answerKnownKey(peer, checkout, *point) : Result<bool>(point.error());
    const auto room = isAnswered ? m_context.carts.find(checkout.cart) : Result<Room *>(isAnswered.error());
    if (!room) {
        internal(peer.id, checkout.request, room.error());
        return {};
    }
    if (*isAnswered)
        return {};
    if (mayWrite(peer, *room) && !checkout.lines.empty())
        return judge(peer, checkout, **room);
    const auto isKnown = isKnownPerson(peer);
    if (!isKnown) {
        internal(peer.id, checkout.request, isKnown.error());
        return {};
    }
    refuse(peer, checkout, *point, OrderProblem::NotAllowed, 0, {});
    return *isKnown ? closeEarlierAttempts(peer, checkout) : Result<void>();
}

// May this peer have the server write into the cart? nullptr: there is no such cart, which looks the same.
bool ShopService::mayWrite(const Peer &peer, const Room *room)
{
    const store::MembershipRow *membership = room ? room->membership(peer.session.member()) : nullptr;
    return membership && membership->role >= Role::Editor && !room->row().isClosed;
}

Result<void> ShopService::judge(const Peer &peer, const protocol::Checkout &checkout, Room &room)
{
    const auto lapsed = hasLapsed();
    if (!lapsed) {
        internal(peer.id, checkout.request, lapsed.error());
        return {};
    }
    if (auto ended = *lapsed ? endLapsed() : Result<void>(); !ended)
        return ended;
    const auto point = here();
    const auto offer = point ? room.orderable() : Result<const Room::Orderable *>(point.error());
    if (!offer) {
        internal(peer.id, checkout.request, offer.error());
        return {};
    }
    peer.session.shopPacer.took((*offer)->cost());
    if (!isUnderstood((*offer)->required)) {
        reply(peer.id,
              protocol::Failure{checkout.request, 0, FailureCode::NotAllowed,
                                "This cart requires what this server does not know: its operator has to update "
                                "it."});
        return closeEarlierAttempts(peer, checkout);
    }
    const auto verdict = shop::judgeCheckout(m_context.log.shop(), peer.session.member(), checkout, (*offer)->lines);
    if (!verdict) {
        internal(peer.id, checkout.request, verdict.error());
        return {};
    }
    if (!verdict->problems.empty()) {
        refuse(peer, checkout, *point, OrderProblem::Lines, 0, verdict->problems);
        return closeEarlierAttempts(peer, checkout);
    }
    if (auto begun = m_context.turn.willWrite(); !begun)
        return begun;
    if (auto named = m_context.carts.prepareToWrite(room); !named)
        return named;
    if (verdict->total > limits::orderMinor || !hasPlaceForServer(room)) {
        reply(peer.id, protocol::Failure{checkout.request, 0, FailureCode::NotAllowed,
                                         "This order is too large, or the cart too old: put what is to be ordered into "
                                         "a new cart."});
        return closeEarlierAttempts(peer, checkout);
    }
    const auto row = shop::sell(m_context.log.shop(), peer.session.member(), checkout, *verdict, now());
    if (!row)
        return row.error();
    if (auto taken = takeOutOfCart(room, row->member, row->order); !taken)
        return taken;
    ++m_context.metrics.orders;
    reply(peer.id, protocol::Ordered{checkout.request, {point->life, row->revision}, row->order});
    return {};
}

// An earlier sending of this key may still be under way on a connection that is gone: what this one was told holds for
// that one, too. The first attempt has none before it, and costs no write.
Result<void> ShopService::closeEarlierAttempts(const Peer &peer, const protocol::Checkout &checkout)
{
    if (checkout.attempt == 1)
        return {};
    return giveUp(peer, checkout.key, checkout.attempt);
}

Result<void> ShopService::giveUp(const Peer &peer, const std::string &key, std::uint64_t attempt)
{
    if (auto begun = m_context.turn.willWrite(); !begun)
        return begun;
    return m_context.log.shop().giveUp(peer.session.member(), key, attempt);
}

// Whether this member was ever in a cart of this server. For a stranger nothing is written down: what came from there
// before is refused anyway, and strangers are as many as somebody makes.
Result<bool> ShopService::isKnownPerson(const Peer &peer)
{
    const auto person = m_context.log.person(peer.session.member());
    return person ? Result<bool>(person->has_value()) : person.error();
}

bool ShopService::hasPlaceForServer(const Room &room) const
{
    return room.picture().seen(serverReplica(room.row())) > 0 || room.picture().vector.size() < limits::cartReplicas;
}

// What was ordered leaves the cart by a change of the server's own: exactly the facts that were judged. What others add
// to those lines meanwhile was not among them, and stays.
Result<void> ShopService::takeOutOfCart(Room &room, const MemberId &buyer, const protocol::Order &order)
{
    if (auto begun = m_context.turn.willWrite(&room); !begun)
        return begun;
    const auto state = room.state();
    if (!state)
        return state.error();
    const CartView view(room.cart(), **state);
    Edit edit(view, buyer);
    for (const protocol::OrderLine &line : order.lines) {
        if (auto removed = edit.remove(line.line); !removed)
            return removed;
    }
    const ReplicaId replica = serverReplica(room.row());
    for (Draft &piece : inPieces(edit.take())) {
        Delta delta;
        delta.replica = replica;
        delta.seq = room.picture().seen(replica) + 1;
        delta.base = {epochTag(room.row().epoch), room.row().head};
        delta.author = buyer;
        delta.removes = std::move(piece.removes);
        std::sort(delta.removes.begin(), delta.removes.end());
        delta.stamp = stampFor(view.state(), delta.removes, order.lines, now());
        const Bytes bytes = encodeDelta(delta);
        Room::Incoming incoming;
        incoming.entry = {0, 0, replica, delta.seq, deltaHash(room.cart(), bytes), protocol::AcceptedDelta{bytes, {}}};
        incoming.delta = &delta;
        incoming.member = nobody();
        if (auto appended = room.append(std::move(incoming), now()); !appended)
            return appended;
    }
    return {};
}

Result<void> ShopService::handle(const Peer &peer, const protocol::AskOrder &ask)
{
    if (m_context.options.isFollower) {
        sayBehind(peer.id, ask.request);
        return {};
    }
    if (!mayAsk(peer, ask.request))
        return {};
    store::ShopStore &shop = m_context.log.shop();
    const MemberId member = peer.session.member();
    const auto point = here();
    const auto known = shop.order(member, ask.key);
    const auto givenUp = known ? shop.givenUp(member, ask.key) : Result<std::uint64_t>(known.error());
    const auto isKnown = givenUp ? isKnownPerson(peer) : Result<bool>(givenUp.error());
    if (!point || !isKnown) {
        internal(peer.id, ask.request, point ? isKnown.error() : point.error());
        return {};
    }
    if (known->has_value()) {
        reply(peer.id, protocol::Ordered{ask.request, *point, (**known).order});
        return {};
    }
    const std::uint64_t last = std::max(*givenUp, ask.attempt);
    if (last > *givenUp && *isKnown) {
        if (auto given = giveUp(peer, ask.key, last); !given)
            return given;
    }
    reply(peer.id, protocol::NotOrdered{ask.request, *point, ask.key, OrderProblem::Unknown, last, {}});
    return {};
}

} // namespace evencart::relay
