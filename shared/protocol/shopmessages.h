#pragma once

#include "base/ids.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// The part of message.h that is about goods and orders. Amounts are never negative: quantities in thousandths, prices
// in minor units of the currency. Odd numbers are a client's messages, even ones a server's.
namespace evencart::protocol {

using Request = std::uint32_t;

// What names an order: printable ASCII, blanks too, so that it stands in one line of every list.
inline constexpr std::size_t orderKeyBytes = 64;
inline bool isOrderKey(std::string_view key)
{
    return !key.empty() && key.size() <= orderKeyBytes &&
           std::all_of(key.begin(), key.end(), [](char letter) { return letter >= ' ' && letter <= '~'; });
}

// What a server sells, as of one of its revisions. The revision is the shop's: every change of a good takes the next
// one.
struct Good
{
    std::string sku;
    std::string name;
    std::string unit;
    std::string category;
    std::string currency;   // three letters
    std::int64_t price = 0; // of one unit
    std::int64_t stock = 0;
    std::uint64_t revision = 0;
    std::int64_t reserved = 0; // of the stock, by whomever
    friend bool operator==(const Good &, const Good &) = default;
};

// How far a shop's history has been seen: the token that a session carries from read to read. Two lives cannot be
// compared: a server that was restored from a backup has a new one.
struct ShopPoint
{
    Epoch life;
    std::uint64_t revision = 0;
    friend bool operator==(const ShopPoint &, const ShopPoint &) = default;
};

struct OrderLine
{
    LineId line;
    std::string sku;
    std::string name;
    std::string unit;
    std::int64_t quantity = 0;
    std::int64_t price = 0; // of one unit, as it was sold
    std::int64_t total = 0;
    friend bool operator==(const OrderLine &, const OrderLine &) = default;
};

// One entry of the ledger. Never changes.
struct Order
{
    std::uint64_t number = 0; // of the ledger: 1, 2, 3 ... without gaps
    std::string key;          // chosen by who ordered; with the member the name of the order
    CartId cart;
    std::uint64_t placed = 0; // the server's clock, milliseconds since 1970
    std::string currency;
    std::int64_t total = 0;
    std::vector<OrderLine> lines;
    friend bool operator==(const Order &, const Order &) = default;
};

// What do you sell? From version 2 on, as all about goods and orders is. The answer holds what changed behind `have`,
// or everything where `have` was read in another life. A server that has not got as far as `least` says Behind.
struct ReadGoods // 27
{
    Request request = 0;
    Epoch life; // that both numbers count in; null: nothing seen yet
    std::uint64_t have = 0;
    std::uint64_t least = 0;
    bool watch = false; // tell me of changes from now on
    friend bool operator==(const ReadGoods &, const ReadGoods &) = default;
};

// My orders, newest first.
struct ReadOrders // 29
{
    Request request = 0;
    Epoch life;
    std::uint64_t least = 0;
    std::uint64_t before = 0; // numbers below this one; 0: from the newest
    friend bool operator==(const ReadOrders &, const ReadOrders &) = default;
};

// Order these lines of this cart, as I see them. The key is written down here before this leaves: asked again under it,
// by `checkout` or `ask-order`, the answer is the same order. Each sending of a key has the next attempt number.
struct Checkout // 33
{
    struct Line
    {
        LineId line;
        std::string sku;
        std::int64_t quantity = 0;
        std::string currency; // empty: no price was seen
        std::int64_t price = 0;
        friend bool operator==(const Line &, const Line &) = default;
    };

    Request request = 0;
    std::string key;
    std::uint64_t attempt = 1;
    CartId cart;
    bool acceptPrices = false;
    std::vector<Line> lines;
    friend bool operator==(const Checkout &, const Checkout &) = default;
};

// What became of the key? Where there is no order, none of the attempts up to this one becomes one any more.
struct AskOrder // 35
{
    Request request = 0;
    std::string key;
    std::uint64_t attempt = 1;
    friend bool operator==(const AskOrder &, const AskOrder &) = default;
};

// Keep so much of a good for my order from this cart, for so long: nobody else is sold it meanwhile. One for each good
// and cart of a member; under another key it takes the place of the one before. Asked again under its key, it is the
// same one, and does not last longer.
struct Reserve // 37
{
    Request request = 0;
    std::string key; // as an order's, of a key space of its own
    CartId cart;
    std::string sku;
    std::string unit; // of the quantity; empty: the good's
    std::int64_t quantity = 0;
    std::uint64_t milliseconds = 0; // the server may give less
    friend bool operator==(const Reserve &, const Reserve &) = default;
};

// I do not need it any more.
struct Release // 39
{
    Request request = 0;
    CartId cart;
    std::string sku;
    friend bool operator==(const Release &, const Release &) = default;
};

struct ReadReservations // 41
{
    Request request = 0;
    friend bool operator==(const ReadReservations &, const ReadReservations &) = default;
};

// Answers ReadGoods; with request 0 also sent unasked to who watches.
struct Goods // 32
{
    Request request = 0;
    ShopPoint point;        // everything up to here is in it or was before
    std::uint64_t asOf = 0; // the server's clock
    bool isWhole = false;   // forget what you had
    bool hasMore = false;   // ask again from `point` on
    std::vector<Good> goods;
    friend bool operator==(const Goods &, const Goods &) = default;
};

struct Orders // 34
{
    Request request = 0;
    ShopPoint point;
    bool hasMore = false;
    std::vector<Order> orders;
    friend bool operator==(const Orders &, const Orders &) = default;
};

// The key's order, for ever.
struct Ordered // 36
{
    Request request = 0;
    ShopPoint point; // at least where it was placed
    Order order;
    friend bool operator==(const Ordered &, const Ordered &) = default;
};

enum class OrderProblem : std::uint8_t
{
    Lines = 1,      // see the lines
    NotAllowed = 2, // no cart of yours, or not yours to order from
    KeyTaken = 3,   // the key is another order's
    Superseded = 4, // this attempt was given up: `attempt` is the last of those
    Unknown = 5,    // to AskOrder: there is no such order, and up to `attempt` none comes any more
};
enum class LineProblem : std::uint8_t
{
    SoldOut = 1,      // `left` is there
    PriceChanged = 2, // it is `price` now
    CartChanged = 3,  // the line is not in the cart like this (any more), or one that was not named is
    NotSold = 4,      // no such good
};

// There is no order, and nothing of it has happened.
struct NotOrdered // 38
{
    struct Line
    {
        LineId line;
        LineProblem problem = LineProblem::SoldOut;
        std::int64_t left = 0;
        std::string currency;
        std::int64_t price = 0;
        friend bool operator==(const Line &, const Line &) = default;
    };

    Request request = 0;
    ShopPoint point; // where it was judged
    std::string key;
    OrderProblem problem = OrderProblem::Lines;
    std::uint64_t attempt = 0;
    std::vector<Line> lines;
    friend bool operator==(const NotOrdered &, const NotOrdered &) = default;
};

// Ends at `until` by the server's clock, when it is ordered, or when it is released.
struct Reservation
{
    CartId cart;
    std::string sku;
    std::int64_t quantity = 0;   // in the good's unit
    std::uint64_t until = 0;     // the server's clock
    std::uint64_t remaining = 0; // milliseconds, from when this was said: for clocks that differ
    friend bool operator==(const Reservation &, const Reservation &) = default;
};

struct Reserved // 42
{
    Request request = 0;
    ShopPoint point;
    std::string key;
    Reservation reservation;
    friend bool operator==(const Reserved &, const Reserved &) = default;
};

enum class ReservationProblem : std::uint8_t
{
    SoldOut = 1,    // `left` is there that nobody else has ordered or reserved
    NotSold = 2,    // no such good, or not in this unit
    NotAllowed = 3, // no cart of yours, or not yours to order from
    TooMany = 4,    // you have `left` reservations, as many as anybody may: order or release some
    Ended = 5,      // the one under this key was released or ordered: take another key
};

struct NotReserved // 44
{
    Request request = 0;
    ShopPoint point;
    std::string key;
    ReservationProblem problem = ReservationProblem::SoldOut;
    std::int64_t left = 0;
    friend bool operator==(const NotReserved &, const NotReserved &) = default;
};

// Those of the member that hold; answers ReadReservations and Release.
struct Reservations // 46
{
    Request request = 0;
    ShopPoint point;
    std::vector<Reservation> reservations;
    friend bool operator==(const Reservations &, const Reservations &) = default;
};

// What an administrator has done to the shop: an operator's command, word by word (PROTOCOL.md, 13), and the file that
// `catalog import` reads.
struct Administer // 47
{
    Request request = 0;
    std::vector<std::string> words;
    Bytes file;
    friend bool operator==(const Administer &, const Administer &) = default;
};

// The answer, in one part or several.
struct Administered // 48
{
    enum class Outcome : std::uint8_t
    {
        More = 0,    // another part follows
        Done = 1,    // the last part
        Refused = 2, // nothing was done, and why
    };

    Request request = 0;
    Outcome outcome = Outcome::Done;
    std::string text; // lines for a person
    friend bool operator==(const Administered &, const Administered &) = default;
};

} // namespace evencart::protocol
