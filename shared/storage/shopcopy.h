#pragma once

#include "base/ids.h"
#include "base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace evencart {

// How old the copy of the goods is, and how far the session has seen.
struct ShopRecord
{
    Epoch life;                 // of the server's shop, that the numbers count in; null: none was heard of
    std::uint64_t revision = 0; // of the copy: everything up to here is in it
    std::uint64_t seen = 0;     // the session's token: whatever was read or written here reaches this far
    std::uint64_t asOf = 0;     // the server's clock when the copy was right, milliseconds
    std::uint64_t heard = 0;    // this machine's clock then
    friend bool operator==(const ShopRecord &, const ShopRecord &) = default;
};

// A good as it was at some revision. Quantities in thousandths, prices in minor units.
struct KnownGood
{
    std::string sku;
    std::string name;
    std::string unit;
    std::string category;
    std::string currency;
    std::int64_t price = 0;
    std::int64_t stock = 0;
    std::uint64_t revision = 0;
    std::int64_t reserved = 0; // of the stock, by whomever
    friend bool operator==(const KnownGood &, const KnownGood &) = default;
};

// An order of this profile's, from before it was asked for.
struct OwnOrder
{
    enum class State : std::uint8_t
    {
        Unknown = 0, // asked, and the answer never came
        Ordered = 1,
        NotOrdered = 2,
        Kept = 3 // never asked: to be asked when the server can be reached
    };

    std::string key;
    std::string server; // where it was asked for
    CartId cart;
    std::uint64_t attempt = 0; // of the last sending
    State state = State::Unknown;
    std::uint64_t made = 0; // milliseconds since 1970
    Bytes asked;            // the message as it was sent
    Bytes answer;           // the message that came; empty: none yet
    friend bool operator==(const OwnOrder &, const OwnOrder &) = default;
};

// What a profile holds of its server's shop: goods to look at, which nobody edits here, and own orders. A part of a
// ProfileStore; every write is a transaction of its own, durable when it returns.
class ShopCopy
{
public:
    virtual ~ShopCopy() = default;

    virtual Result<ShopRecord> record() = 0;
    virtual Result<void> setRecord(const ShopRecord &record) = 0;

    virtual Result<std::vector<KnownGood>> goods() = 0; // by sku
    virtual Result<std::optional<KnownGood>> good(const std::string &sku) = 0;
    virtual Result<std::vector<KnownGood>> goodsBehind(std::uint64_t revision) = 0; // changed since then; by sku
    // Puts the goods in, in place of all others if they are the whole, and the record with them.
    virtual Result<void> update(const ShopRecord &record, bool isWhole, const std::vector<KnownGood> &goods) = 0;

    virtual Result<std::vector<OwnOrder>> orders() = 0;                        // latest first
    virtual Result<std::vector<OwnOrder>> ordersIn(OwnOrder::State state) = 0; // of them, likewise
    virtual Result<std::optional<OwnOrder>> order(const std::string &key) = 0;
    virtual Result<void> putOrders(const std::vector<OwnOrder> &orders) = 0; // all or none
};

} // namespace evencart
