#pragma once

#include "protocol/message.h"
#include "shopping/orderbook.h"
#include "shopping/outlook.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// What crosses from the engine's thread to the interface's about goods and orders.
namespace evencart {

// How the copy of the goods changed. What is not in it is as it was.
struct GoodsUpdate
{
    ShopRecord record;                                   // heard 0: there is no copy
    std::uint64_t age = 0;                               // of the copy, milliseconds, when this was made
    bool isWhole = false;                                // `goods` replaces what was there
    std::shared_ptr<const std::vector<KnownGood>> goods; // by sku; never null
};

// A cart as somebody who wants to order from it sees it: what would be asked for, and what of the cart would not.
struct CartLook
{
    struct Other
    {
        std::string name;
        std::int64_t quantity = 0;
        std::string unit;
        bool isBought = false; // otherwise it names no good of the shop
    };

    CartId cart;
    SeenCart seen; // of `lines`, one for one
    std::vector<OrderableLine> lines;
    std::vector<LineOutlook> outlooks; // likewise
    std::vector<Other> others;
    std::optional<Error> problem; // why it cannot be asked for; there may be lines nevertheless
    ShopRecord record;
    std::uint64_t age = 0;
    std::optional<OwnOrder> open; // asked for before, and not known what came of it
    std::optional<OwnOrder> kept; // to be asked for when the server is back
};

// What became of an order. Neither `order` nor `refusal`: that is not known now.
struct OrderNews
{
    enum class Cause
    {
        Asked,      // just now
        AskedAgain, // it had not been known
        Kept        // it had been kept for when the server is back
    };

    std::string key;
    CartId cart;
    Cause cause = Cause::Asked;
    std::optional<protocol::Order> order;
    std::optional<protocol::NotOrdered> refusal;
    std::vector<std::string> names; // of the refusal's lines, one for one
};

// This profile's orders at its server that are not settled, those on their way just now left out.
struct OpenOrders
{
    std::vector<OwnOrder> unknown; // latest first
    std::vector<OwnOrder> kept;    // earliest first
};

} // namespace evencart
