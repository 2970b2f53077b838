#pragma once

#include "base/result.h"
#include "base/sha256.h"
#include "protocol/message.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace evencart::store {

// An entry of the ledger with what only the server needs.
struct LedgerRow
{
    protocol::Order order;
    MemberId member;
    Hash256 content{};          // of what was asked under the key
    std::uint64_t revision = 0; // of the shop when it was placed
    friend bool operator==(const LedgerRow &, const LedgerRow &) = default;
};

struct StockChange
{
    std::string sku;
    std::int64_t n = 0;
    std::uint64_t order = 0; // the ledger number; 0: by hand
    std::uint64_t at = 0;
    friend bool operator==(const StockChange &, const StockChange &) = default;
};

// One for each good and cart of a member. Times are the reservations' own (relay/reservationclock.h).
struct ReservationRow
{
    MemberId member;
    CartId cart;
    std::string sku;
    std::string key;
    std::int64_t quantity = 0; // 0: it has ended, and its key is remembered until then
    std::uint64_t made = 0;
    std::uint64_t until = 0;
    std::uint64_t revision = 0; // of the shop when it was made, or ended
    friend bool operator==(const ReservationRow &, const ReservationRow &) = default;
};

// Where a server keeps its goods and its ledger: the part of a LogStore that decides what must have one winner. Goods
// and the carts' logs stand in one store because an order takes from both in one transaction, LogStore's.
//
// Not the judge (shop/checkout.h) and not a calculator: it does not know what an order costs. It refuses what would
// break its shape: less than nothing in stock, a second order under one number or under one key of a member; as
// Corrupt, because a caller that got that far holds a wrong picture.
//
// Mutations REQUIRE an open transaction of the LogStore that this belongs to, and show in reads before its commit.
class ShopStore
{
public:
    virtual ~ShopStore() = default;

    // The number of the last change of any good; 0: nothing was ever sold here.
    virtual Result<std::uint64_t> revision() = 0;
    virtual Result<void> setRevision(std::uint64_t revision) = 0;

    virtual Result<std::optional<protocol::Good>> good(const std::string &sku) = 0;
    // Those whose revision is above `revision`, in the order of revisions.
    virtual Result<std::vector<protocol::Good>> goodsBehind(std::uint64_t revision, std::size_t most) = 0;
    // All but the stock, which a new good has none of and a known one keeps, and what is reserved of it.
    virtual Result<void> putGood(const protocol::Good &good) = 0;
    // Moves the stock and writes down why. REQUIRES: the good exists.
    virtual Result<void> changeStock(const StockChange &change) = 0;
    virtual Result<std::vector<StockChange>> stockChanges(const std::string &sku) = 0; // oldest first

    virtual Result<std::uint64_t> lastOrder() = 0; // 0: none
    virtual Result<void> appendOrder(const LedgerRow &row) = 0;
    virtual Result<std::optional<LedgerRow>> order(const MemberId &member, const std::string &key) = 0;
    // Newest first: numbers below `before` (0: from the newest), of this member and with this good, where they are
    // named.
    struct Filter
    {
        std::optional<MemberId> member;
        std::optional<std::string> sku;
        std::uint64_t before = 0;
    };
    virtual Result<std::vector<LedgerRow>> orders(const Filter &filter, std::size_t most) = 0;

    // Those that stand there, whatever the time is; a good's `reserved` is the sum of them. Ordered by member, cart,
    // sku.
    virtual Result<std::vector<ReservationRow>> reservationsOfGood(const std::string &sku) = 0; // that have not ended
    virtual Result<std::vector<ReservationRow>> reservationsOfMember(const MemberId &member) = 0;
    virtual Result<std::vector<ReservationRow>> reservationsUpTo(std::uint64_t until) = 0; // and including
    virtual Result<std::optional<ReservationRow>> reservation(const MemberId &member, const CartId &cart,
                                                              const std::string &sku) = 0;
    virtual Result<std::uint64_t> lastReservationMade() = 0; // 0: none stands there
    virtual Result<void> putReservation(const ReservationRow &row) = 0;
    virtual Result<void> removeReservation(const ReservationRow &row) = 0;

    // The last attempt of a key that was given up; 0: none. Kept for the keys of a member that were given up latest,
    // `keysGivenUp` of them: nobody fills the disk with questions.
    static constexpr std::uint64_t keysGivenUp = 1000;
    virtual Result<std::uint64_t> givenUp(const MemberId &member, const std::string &key) = 0;
    virtual Result<void> giveUp(const MemberId &member, const std::string &key, std::uint64_t attempt) = 0;
};

} // namespace evencart::store
