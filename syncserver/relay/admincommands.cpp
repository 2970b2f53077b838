#include "relay/admincommands.h"

#include "relay/cartverifier.h"
#include "relay/room.h"
#include "relay/snapshots.h"

namespace evencart::relay {

namespace {

Result<store::CartRow> existing(store::LogStore &log, const CartId &cart)
{
    const auto row = log.cart(cart);
    if (!row)
        return row.error();
    if (!row->has_value())
        return Error{ErrorCode::NotFound, "This server has no cart " + cart.toString() + "."};
    return **row;
}

Result<CartSummary> summarise(store::LogStore &log, const store::CartRow &row)
{
    const auto usage = log.usage(row.cart);
    if (!usage)
        return usage.error();
    const auto members = log.memberships(row.cart);
    if (!members)
        return members.error();
    std::size_t present = 0;
    for (const store::MembershipRow &member : *members)
        present += member.isRemoved ? 0 : 1;
    return CartSummary{row, *usage, present};
}

Result<std::vector<store::CartRow>> selected(store::LogStore &log, const std::optional<CartId> &cart)
{
    if (!cart)
        return log.carts();
    const auto row = existing(log, *cart);
    if (!row)
        return row.error();
    return std::vector<store::CartRow>{*row};
}

Result<std::uint64_t> compactOne(store::LogStore &log, const store::CartRow &row, const SnapshotPolicy &policy,
                                 std::uint64_t now)
{
    const auto room = Room::load(log, row);
    if (!room)
        return room.error();
    if (auto begun = log.begin(); !begun)
        return begun.error();
    auto done = makeSnapshot(log, **room, policy, now);
    if (done)
        done = (*room)->flush(row.lastUsed);
    if (done)
        done = log.commit();
    if (!done) {
        log.rollBack();
        return done.error();
    }
    return (*room)->row().oldest - row.oldest;
}

} // namespace

Result<std::vector<CartSummary>> summariseCarts(store::LogStore &log)
{
    const auto rows = log.carts();
    if (!rows)
        return rows.error();
    std::vector<CartSummary> summaries;
    for (const store::CartRow &row : *rows) {
        auto summary = summarise(log, row);
        if (!summary)
            return summary.error();
        summaries.push_back(*std::move(summary));
    }
    return summaries;
}

Result<CartSummary> summariseCart(store::LogStore &log, const CartId &cart)
{
    const auto row = existing(log, cart);
    return row ? summarise(log, *row) : Result<CartSummary>(row.error());
}

Result<std::vector<MemberSummary>> summariseMembers(store::LogStore &log, const CartId &cart)
{
    if (const auto row = existing(log, cart); !row)
        return row.error();
    auto memberships = log.memberships(cart);
    if (!memberships)
        return memberships.error();
    std::vector<MemberSummary> members;
    for (store::MembershipRow &membership : *memberships) {
        const auto person = log.person(membership.member);
        if (!person)
            return person.error();
        const auto devices = log.devices(membership.member);
        if (!devices)
            return devices.error();
        const store::PersonRow known = person->value_or(store::PersonRow());
        members.push_back({std::move(membership), known.name, known.lastSeen, devices->size()});
    }
    return members;
}

Result<std::uint64_t> compact(store::LogStore &log, const std::optional<CartId> &cart, const SnapshotPolicy &policy,
                              std::uint64_t now)
{
    const auto rows = selected(log, cart);
    if (!rows)
        return rows.error();
    std::uint64_t trimmed = 0;
    for (const store::CartRow &row : *rows) {
        auto done = compactOne(log, row, policy, now);
        if (!done)
            return done;
        trimmed += *done;
    }
    return trimmed;
}

Result<void> deleteCart(store::LogStore &log, const CartId &cart)
{
    if (const auto row = existing(log, cart); !row)
        return row.error();
    if (auto begun = log.begin(); !begun)
        return begun;
    auto done = log.deleteCart(cart);
    if (done)
        done = log.commit();
    if (!done)
        log.rollBack();
    return done;
}

Result<Verification> verifyLog(store::LogStore &log, const std::optional<CartId> &cart)
{
    const auto rows = selected(log, cart);
    if (!rows)
        return rows.error();
    Verification result;
    for (const store::CartRow &row : *rows) {
        if (auto verified = verifyCart(log, row, result); !verified)
            return verified.error();
    }
    return result;
}

} // namespace evencart::relay
