#include "relay/access.h"

#include "shop/reservations.h"

#include <algorithm>
#include <charconv>

namespace evencart::relay {

namespace {

using store::AdministratorRow;

constexpr std::size_t mostAdministrators = 1000; // and open invitations

bool isOpen(const AdministratorRow &row, std::uint64_t now)
{
    return !row.member && row.expiresAt > now;
}

Result<std::uint64_t> timeFrom(const std::string &text)
{
    std::uint64_t time = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), time);
    if (problem != std::errc() || end != text.data() + text.size())
        return Error{ErrorCode::InvalidInput, "\"" + text + "\" is no time."};
    return time;
}

// Invitations that nobody came by in time go on this occasion.
Result<std::string> invite(store::LogStore &log, const AccessCommand &command, std::uint64_t now)
{
    const auto key = fromHex(command.words[1]);
    const auto expiresAt = timeFrom(command.words[2]);
    AdministratorRow row;
    if (!key || key->size() != row.inviteKey.size() || !expiresAt || *expiresAt <= now)
        return Error{ErrorCode::InvalidInput, "An invitation needs a key and a time that is still to come."};
    const auto known = log.administrators();
    if (!known)
        return known.error();
    std::size_t kept = 0;
    for (const AdministratorRow &each : *known) {
        if (each.member || isOpen(each, now)) {
            ++kept;
            continue;
        }
        if (auto dropped = log.dropAdministrator(each.inviteKey); !dropped)
            return dropped.error();
    }
    if (kept >= mostAdministrators)
        return Error{ErrorCode::Limit, "There are " + std::to_string(kept) +
                                           " administrators and invitations; revoke some of them first."};
    std::copy(key->begin(), key->end(), row.inviteKey.begin());
    row.created = now;
    row.expiresAt = *expiresAt;
    if (auto put = log.putAdministrator(row); !put)
        return put.error();
    return std::string();
}

Result<std::string> nameOf(store::LogStore &log, const MemberId &member)
{
    const auto person = log.person(member);
    if (!person)
        return person.error();
    return *person ? (*person)->name : std::string();
}

Result<std::string> list(store::LogStore &log, std::uint64_t now)
{
    const auto known = log.administrators();
    if (!known)
        return known.error();
    std::string text;
    for (const AdministratorRow &row : *known) {
        if (!row.member && !isOpen(row, now))
            continue;
        if (!row.member) {
            text += "invitation  until " + std::to_string(row.expiresAt) + "\n";
            continue;
        }
        const auto name = nameOf(log, *row.member);
        if (!name)
            return name.error();
        text += row.member->toString() + "  " + *name + "  since " + std::to_string(row.since) + "\n";
    }
    return text;
}

Result<bool> dismiss(store::LogStore &log, const MemberId &member)
{
    const auto known = log.administrators();
    if (!known)
        return known.error();
    bool was = false;
    for (const AdministratorRow &row : *known) {
        if (row.member != member)
            continue;
        was = true;
        if (auto dropped = log.dropAdministrator(row.inviteKey); !dropped)
            return dropped.error();
    }
    return was;
}

Result<void> removeFrom(store::LogStore &log, const CartId &cart, const MemberId &member, std::uint64_t now,
                        const PutMembership &putMembership)
{
    const auto memberships = log.memberships(cart);
    if (!memberships)
        return memberships.error();
    for (store::MembershipRow row : *memberships) {
        if (row.member != member)
            continue;
        row.isRemoved = true;
        row.since = now;
        if (auto put = putMembership(cart, row); !put)
            return put;
    }
    return shop::endReservationsFor(log.shop(), member, cart);
}

Result<std::string> revoke(store::LogStore &log, const AccessCommand &command, std::uint64_t now,
                           const PutMembership &putMembership)
{
    const auto member = MemberId::fromString(command.words[1]);
    if (!member)
        return Error{ErrorCode::InvalidInput, "A member's id has 32 hexadecimal digits."};
    const auto carts = log.cartsOf(*member);
    const auto wasAdministrator = carts ? dismiss(log, *member) : Result<bool>(carts.error());
    if (!wasAdministrator)
        return wasAdministrator.error();
    if (carts->empty() && !*wasAdministrator)
        return Error{ErrorCode::NotFound, "Nobody of that id has rights here (any more)."};
    for (const CartId &cart : *carts) {
        if (auto removed = removeFrom(log, cart, *member, now, putMembership); !removed)
            return removed.error();
    }
    return "removed from " + std::to_string(carts->size()) + (carts->size() == 1 ? " cart" : " carts") +
           (*wasAdministrator ? "; no administrator any more\n" : "\n");
}

} // namespace

bool AccessCommand::isKnown() const
{
    if (words.empty())
        return false;
    return (words[0] == "invite-admin" && words.size() == 3) || (words[0] == "administrators" && words.size() == 1) ||
           (words[0] == "revoke" && words.size() == 2);
}

bool AccessCommand::writes() const
{
    return words[0] != "administrators";
}

Result<std::string> runAccessCommand(store::LogStore &log, const AccessCommand &command, std::uint64_t now,
                                     const PutMembership &putMembership)
{
    if (command.words[0] == "invite-admin")
        return invite(log, command, now);
    return command.words[0] == "revoke" ? revoke(log, command, now, putMembership) : list(log, now);
}

Result<bool> isAdministrator(store::LogStore &log, const MemberId &member)
{
    const auto known = log.administrators();
    if (!known)
        return known.error();
    return std::ranges::any_of(*known, [&](const AdministratorRow &row) { return row.member == member; });
}

std::optional<AdministratorRow> judgeAdministrator(const std::vector<AdministratorRow> &known,
                                                   const protocol::PublicKey &inviteKey, const MemberId &joiner,
                                                   std::uint64_t now)
{
    const auto named = std::ranges::find(known, inviteKey, &AdministratorRow::inviteKey);
    if (named == known.end() || (named->member && named->member != joiner))
        return std::nullopt;
    // One who is in already is told so, and spends nothing.
    const auto own = std::ranges::find(known, std::optional(joiner), &AdministratorRow::member);
    if (own != known.end())
        return *own;
    if (!isOpen(*named, now))
        return std::nullopt;
    AdministratorRow row = *named;
    row.member = joiner;
    row.since = now;
    return row;
}

} // namespace evencart::relay
