#pragma once

#include "relay/serveroptions.h"
#include "store/logstore.h"

#include <optional>
#include <string>
#include <vector>

// What `evencartd admin` does with a store, without printing. Backup and restore are the SQLite store's own
// (store/sqlitelogstore.h, store/sqliterestore.h). Those that only read may look at the store of a running server;
// compact() and deleteCart() need the store to themselves.
namespace evencart::relay {

struct CartSummary
{
    store::CartRow row;
    store::CartUsage usage;
    std::size_t members = 0;
    friend bool operator==(const CartSummary &, const CartSummary &) = default;
};
Result<std::vector<CartSummary>> summariseCarts(store::LogStore &log);
Result<CartSummary> summariseCart(store::LogStore &log, const CartId &cart); // NotFound

struct MemberSummary
{
    store::MembershipRow membership;
    std::string name;
    std::uint64_t lastSeen = 0; // 0: never here
    std::size_t devices = 0;
};
Result<std::vector<MemberSummary>> summariseMembers(store::LogStore &log, const CartId &cart); // NotFound

// Reads one cart, or all, from end to end: every delta's bytes against its hash and number, every sequence, the vector,
// and every snapshot against its own digest and against what the log makes of it. Changes nothing. A finding is one
// sentence for a person.
struct Verification
{
    std::size_t carts = 0;
    std::uint64_t entries = 0;
    std::uint64_t snapshots = 0;
    std::vector<std::string> findings; // empty: all is well
};
Result<Verification> verifyLog(store::LogStore &log, const std::optional<CartId> &cart);

// Takes a snapshot of one cart, or of all, and trims the logs as far as `policy` allows; one transaction a cart.
// Returns how many entries were trimmed.
Result<std::uint64_t> compact(store::LogStore &log, const std::optional<CartId> &cart, const SnapshotPolicy &policy,
                              std::uint64_t now);

// Forgets a cart with everything that belongs to it. Clients that have it bring it back unless it is closed to them
// elsewhere. NotFound.
Result<void> deleteCart(store::LogStore &log, const CartId &cart);

} // namespace evencart::relay
