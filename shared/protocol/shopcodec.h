#pragma once

#include "protocol/codecparts.h"

// How goods and orders are written, the part that clientcodec.cpp and servercodec.cpp take from here; nobody else
// includes this.
namespace evencart::protocol {

template <>
inline constexpr Shape shapeOf<ReadGoods>{27, 6};
template <>
inline constexpr Shape shapeOf<ReadOrders>{29, 5};
template <>
inline constexpr Shape shapeOf<Checkout>{33, 7};
template <>
inline constexpr Shape shapeOf<AskOrder>{35, 4};
template <>
inline constexpr Shape shapeOf<Reserve>{37, 8};
template <>
inline constexpr Shape shapeOf<Release>{39, 4};
template <>
inline constexpr Shape shapeOf<ReadReservations>{41, 2};
template <>
inline constexpr Shape shapeOf<Goods>{32, 8};
template <>
inline constexpr Shape shapeOf<Orders>{34, 6};
template <>
inline constexpr Shape shapeOf<Ordered>{36, 11};
template <>
inline constexpr Shape shapeOf<NotOrdered>{38, 8};
template <>
inline constexpr Shape shapeOf<Reserved>{42, 10};
template <>
inline constexpr Shape shapeOf<NotReserved>{44, 7};
template <>
inline constexpr Shape shapeOf<Reservations>{46, 5};
template <>
inline constexpr Shape shapeOf<Administer>{47, 4};
template <>
inline constexpr Shape shapeOf<Administered>{48, 4};

inline constexpr std::size_t currencyBytes = 3;

template <typename Archive>
void keyField(Archive &archive, Ref<Archive, std::string> key)
{
    archive.text(key, orderKeyBytes);
    archive.require(isOrderKey(key));
}

template <typename Archive>
void pointFields(Archive &archive, Ref<Archive, ShopPoint> point)
{
    archive.id(point.life);
    archive.number(point.revision);
}

template <typename Archive>
void priceFields(Archive &archive, Ref<Archive, std::string> currency, Ref<Archive, std::int64_t> price)
{
    archive.text(currency, currencyBytes);
    archive.amount(price, limits::priceMinor);
}

inline constexpr std::size_t orderElements = 7;
inline constexpr std::size_t orderLineElements = 7;

template <typename Archive>
void orderFields(Archive &archive, Ref<Archive, Order> order)
{
    archive.fromOne(order.number);
    keyField(archive, order.key);
    archive.id(order.cart);
    archive.number(order.placed);
    archive.text(order.currency, currencyBytes);
    archive.amount(order.total, limits::orderMinor);
    archive.list(order.lines, orderLines, orderLineElements, [](auto &each, auto &line) {
        each.id(line.line);
        each.text(line.sku, limits::shortTextBytes);
        each.text(line.name, limits::nameBytes);
        each.text(line.unit, limits::shortTextBytes);
        each.amount(line.quantity, limits::quantityThousandths);
        each.amount(line.price, limits::priceMinor);
        each.amount(line.total, limits::orderMinor);
    });
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, ReadGoods> read)
{
    archive.fromOne(read.request);
    archive.id(read.life);
    archive.number(read.have);
    archive.number(read.least);
    archive.flag(read.watch);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, ReadOrders> read)
{
    archive.fromOne(read.request);
    archive.id(read.life);
    archive.number(read.least);
    archive.number(read.before);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Checkout> checkout)
{
    archive.fromOne(checkout.request);
    keyField(archive, checkout.key);
    archive.fromOne(checkout.attempt);
    archive.id(checkout.cart);
    archive.flag(checkout.acceptPrices);
    archive.list(checkout.lines, orderLines, 5, [](auto &each, auto &line) {
        each.id(line.line);
        each.text(line.sku, limits::shortTextBytes);
        each.amount(line.quantity, limits::quantityThousandths);
        priceFields(each, line.currency, line.price);
    });
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, AskOrder> ask)
{
    archive.fromOne(ask.request);
    keyField(archive, ask.key);
    archive.fromOne(ask.attempt);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Reserve> reserve)
{
    archive.fromOne(reserve.request);
    keyField(archive, reserve.key);
    archive.id(reserve.cart);
    archive.text(reserve.sku, limits::shortTextBytes);
    archive.text(reserve.unit, limits::shortTextBytes);
    archive.amount(reserve.quantity, limits::quantityThousandths);
    archive.fromOne(reserve.milliseconds);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Release> release)
{
    archive.fromOne(release.request);
    archive.id(release.cart);
    archive.text(release.sku, limits::shortTextBytes);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, ReadReservations> read)
{
    archive.fromOne(read.request);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Goods> message)
{
    archive.number(message.request);
    pointFields(archive, message.point);
    archive.number(message.asOf);
    archive.flag(message.isWhole);
    archive.flag(message.hasMore);
    archive.list(message.goods, goodsPerMessage, 9, [](auto &each, auto &good) {
        each.text(good.sku, limits::shortTextBytes);
        each.text(good.name, limits::nameBytes);
        each.text(good.unit, limits::shortTextBytes);
        each.text(good.category, limits::shortTextBytes);
        priceFields(each, good.currency, good.price);
        each.amount(good.stock, limits::stockThousandths);
        each.fromOne(good.revision);
        each.amount(good.reserved, limits::stockThousandths);
    });
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Orders> message)
{
    archive.fromOne(message.request);
    pointFields(archive, message.point);
    archive.flag(message.hasMore);
    archive.list(message.orders, ordersPerMessage, orderElements,
                 [](auto &each, auto &order) { orderFields(each, order); });
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Ordered> ordered)
{
    archive.fromOne(ordered.request);
    pointFields(archive, ordered.point);
    orderFields(archive, ordered.order);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, NotOrdered> refusal)
{
    archive.fromOne(refusal.request);
    pointFields(archive, refusal.point);
    keyField(archive, refusal.key);
    archive.oneOf(refusal.problem, OrderProblem::Lines, OrderProblem::Unknown);
    archive.number(refusal.attempt);
    archive.list(refusal.lines, orderLines, 5, [](auto &each, auto &line) {
        each.id(line.line);
        each.oneOf(line.problem, LineProblem::SoldOut, LineProblem::NotSold);
        each.amount(line.left, limits::stockThousandths);
        priceFields(each, line.currency, line.price);
    });
}

inline constexpr std::size_t reservationElements = 5;

template <typename Archive>
void reservationFields(Archive &archive, Ref<Archive, Reservation> reservation)
{
    archive.id(reservation.cart);
    archive.text(reservation.sku, limits::shortTextBytes);
    archive.amount(reservation.quantity, limits::quantityThousandths);
    archive.number(reservation.until);
    archive.number(reservation.remaining);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Reserved> reserved)
{
    archive.fromOne(reserved.request);
    pointFields(archive, reserved.point);
    keyField(archive, reserved.key);
    reservationFields(archive, reserved.reservation);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, NotReserved> refusal)
{
    archive.fromOne(refusal.request);
    pointFields(archive, refusal.point);
    keyField(archive, refusal.key);
    archive.oneOf(refusal.problem, ReservationProblem::SoldOut, ReservationProblem::Ended);
    archive.amount(refusal.left, limits::stockThousandths);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Reservations> message)
{
    archive.fromOne(message.request);
    pointFields(archive, message.point);
    archive.list(message.reservations, reservationsOfAMember, reservationElements,
                 [](auto &each, auto &reservation) { reservationFields(each, reservation); });
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Administer> administer)
{
    archive.fromOne(administer.request);
    archive.list(administer.words, administerWords, 1,
                 [](auto &each, auto &word) { each.text(word, limits::shortTextBytes); });
    archive.bytes(administer.file, administerFileBytes);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Administered> administered)
{
    archive.fromOne(administered.request);
    archive.oneOf(administered.outcome, Administered::Outcome::More, Administered::Outcome::Refused);
    archive.text(administered.text, administeredBytes);
}

} // namespace evencart::protocol
