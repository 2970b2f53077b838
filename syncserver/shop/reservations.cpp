#include "shop/reservations.h"

#include "protocol/protocollimits.h"
#include "shop/checkout.h"
#include "shop/stockroom.h"

#include <algorithm>
#include <limits>
#include <map>

namespace evencart::shop {

namespace {

using protocol::ReservationProblem;
using store::ReservationRow;

Result<void> noteChange(store::ShopStore &shop, const std::string &sku)
{
    const auto good = shop.good(sku);
    if (!good)
        return good.error();
    return good->has_value() ? putUnderNextRevision(shop, **good) : Result<void>();
}

// Besides those that hold, those that have ended and are remembered have a bound, too.
constexpr std::size_t mostRemembered = 4 * protocol::reservationsOfAMember;

Result<bool> isOneTooMany(store::ShopStore &shop, const MemberId &member, const protocol::Reserve &reserve)
{
    const auto rows = shop.reservationsOfMember(member);
    if (!rows)
        return rows.error();
    const auto others = [&](const ReservationRow &row) { return row.cart != reserve.cart || row.sku != reserve.sku; };
    const auto standing = std::count_if(rows->begin(), rows->end(),
                                        [&](const ReservationRow &row) { return row.quantity > 0 && others(row); });
    return static_cast<std::size_t>(standing) >= protocol::reservationsOfAMember;
}

// Of those that have ended, the one that would be forgotten first anyway makes place for another.
Result<void> makePlace(store::ShopStore &shop, const MemberId &member)
{
    const auto rows = shop.reservationsOfMember(member);
    if (!rows || rows->size() < mostRemembered)
        return rows ? Result<void>() : rows.error();
    const ReservationRow *oldest = nullptr;
    for (const ReservationRow &row : *rows) {
        if (row.quantity == 0 && (!oldest || row.until < oldest->until))
            oldest = &row;
    }
    return oldest ? shop.removeReservation(*oldest) : Result<void>();
}

} // namespace

Result<bool> hasLapsed(store::ShopStore &shop, std::uint64_t now)
{
    const auto lapsed = shop.reservationsUpTo(now);
    return lapsed ? Result<bool>(!lapsed->empty()) : lapsed.error();
}

Result<void> endLapsed(store::ShopStore &shop, std::uint64_t now)
{
    const auto lapsed = shop.reservationsUpTo(now);
    if (!lapsed)
        return lapsed.error();
    for (const ReservationRow &row : *lapsed) {
        if (auto removed = shop.removeReservation(row); !removed)
            return removed;
        if (row.quantity == 0)
            continue;
        if (auto noted = noteChange(shop, row.sku); !noted)
            return noted;
    }
    return {};
}

Result<std::int64_t> availableTo(store::ShopStore &shop, const protocol::Good &good, const MemberId &member,
                                 const CartId &cart)
{
    const auto rows = shop.reservationsOfGood(good.sku);
    if (!rows)
        return rows.error();
    std::int64_t available = good.stock;
    for (const ReservationRow &row : *rows)
        available -= row.member == member && row.cart == cart ? 0 : row.quantity;
    return std::max<std::int64_t>(available, 0);
}

Result<ReservationVerdict> judgeReservation(store::ShopStore &shop, const MemberId &member,
                                            const protocol::Reserve &reserve, std::uint64_t now)
{
    const auto refused = [](ReservationProblem problem, std::int64_t left = 0) {
        return ReservationVerdict{problem, left, {}, {}};
    };
    const auto known = shop.reservation(member, reserve.cart, reserve.sku);
    const auto good = known ? shop.good(reserve.sku) : Result<std::optional<protocol::Good>>(known.error());
    if (!good)
        return good.error();
    if (known->has_value() && (**known).key == reserve.key)
        return (**known).quantity > 0 ? ReservationVerdict{{}, 0, **known, {}} : refused(ReservationProblem::Ended);
    const auto wanted = good->has_value() ? amountOf(**good, reserve.unit, reserve.quantity) : std::nullopt;
    if (!wanted || *wanted == 0)
        return refused(ReservationProblem::NotSold);
    const auto tooMany = isOneTooMany(shop, member, reserve);
    const auto available =
        tooMany ? availableTo(shop, **good, member, reserve.cart) : Result<std::int64_t>(tooMany.error());
    if (!available)
        return available.error();
    if (*tooMany)
        return refused(ReservationProblem::TooMany, static_cast<std::int64_t>(protocol::reservationsOfAMember));
    if (*available < *wanted)
        return refused(ReservationProblem::SoldOut, *available);
    const std::uint64_t until = now + std::min(reserve.milliseconds, protocol::reservationMilliseconds);
    return ReservationVerdict{{}, 0, {}, {member, reserve.cart, reserve.sku, reserve.key, *wanted, now, until, 0}};
}

Result<void> reserve(store::ShopStore &shop, ReservationRow row)
{
    if (auto made = row.quantity > 0 ? makePlace(shop, row.member) : Result<void>(); !made)
        return made;
    if (auto noted = noteChange(shop, row.sku); !noted)
        return noted;
    const auto revision = shop.revision();
    if (!revision)
        return revision.error();
    row.revision = *revision;
    return shop.putReservation(row);
}

Result<void> endReservation(store::ShopStore &shop, const MemberId &member, const CartId &cart, const std::string &sku)
{
    const auto known = shop.reservation(member, cart, sku);
    if (!known)
        return known.error();
    if (!known->has_value() || (**known).quantity == 0)
        return {};
    ReservationRow ended = **known;
    ended.quantity = 0;
    return reserve(shop, ended);
}

Result<void> endReservationsFor(store::ShopStore &shop, const MemberId &member, const CartId &cart)
{
    const auto rows = standingReservations(shop, member);
    if (!rows)
        return rows.error();
    for (const ReservationRow &row : *rows) {
        if (row.cart != cart)
            continue;
        if (auto ended = endReservation(shop, member, cart, row.sku); !ended)
            return ended;
    }
    return {};
}

Result<void> endReservationsBeyondStock(store::ShopStore &shop, const std::string &sku)
{
    const auto good = shop.good(sku);
    auto rows = good ? shop.reservationsOfGood(sku) : Result<std::vector<ReservationRow>>(good.error());
    if (!rows)
        return rows.error();
    std::sort(rows->begin(), rows->end(),
              [](const ReservationRow &a, const ReservationRow &b) { return a.revision < b.revision; });
    std::int64_t left = good->has_value() ? (**good).stock : 0;
    for (const ReservationRow &row : *rows) {
        if (row.quantity <= left) {
            left -= row.quantity;
        } else if (auto ended = endReservation(shop, row.member, row.cart, sku); !ended) {
            return ended;
        }
    }
    return {};
}

Result<std::vector<ReservationRow>> standingReservations(store::ShopStore &shop, const MemberId &member)
{
    auto rows = shop.reservationsOfMember(member);
    if (rows)
        std::erase_if(*rows, [](const ReservationRow &row) { return row.quantity == 0; });
    return rows;
}

protocol::Reservation describe(const ReservationRow &row, std::uint64_t now)
{
    return {row.cart, row.sku, row.quantity, row.until, row.until > now ? row.until - now : 0};
}

Result<std::vector<std::string>> checkReservations(store::ShopStore &shop)
{
    const auto rows = shop.reservationsUpTo(std::numeric_limits<std::uint64_t>::max());
    if (!rows)
        return rows.error();
    std::vector<std::string> findings;
    std::map<MemberId, std::size_t> count;
    for (const ReservationRow &row : *rows) {
        const auto good = shop.good(row.sku);
        if (!good)
            return good.error();
        const bool lasts = row.until > row.made && row.until - row.made <= protocol::reservationMilliseconds;
        const bool isOneTooMany = row.quantity > 0 && ++count[row.member] > protocol::reservationsOfAMember;
        if (!good->has_value() || !lasts || isOneTooMany || row.quantity < 0)
            findings.push_back("A reservation of \"" + row.sku + "\" cannot have come about.");
    }
    return findings;
}

} // namespace evencart::shop
