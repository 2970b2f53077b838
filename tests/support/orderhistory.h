#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

// What the customers and the operator of a shop did and were told, and three checkers that know nothing of each other.
// Each gives what is wrong as a sentence, or nothing. Quantities are plain numbers here.
namespace evencart::test {

using Basket = std::map<std::string, std::int64_t>; // sku → how many

// One wish to buy, from the first asking to the last word about it, however often it was asked.
struct Purchase
{
    std::string name; // member and key
    Basket wanted;
    std::uint64_t asked = 0;     // steps of the test's own clock
    std::uint64_t concluded = 0; // not before `asked`
    enum class End
    {
        Ordered,
        Refused, // because something was sold out
        Never    // the server said that nothing came of it, and nothing will
    } end = End::Never;
    std::uint64_t number = 0;   // Ordered: of the ledger
    std::uint64_t revision = 0; // Ordered: of the shop behind it; Refused: where it was judged
    Basket left;                // Refused: what was said to be there, of what was sold out
    std::string member;         // whose reservations are not in the way
    std::uint64_t time = 0;     // of the shop, when it was judged
};

// One wish to have something kept, or the end of it. There is one at a time for each member and good: another takes the
// place of the one before, an order of the good ends it, and so does its time.
struct Hold
{
    std::string member;
    std::string sku;
    std::int64_t n = 0;
    std::uint64_t asked = 0;
    std::uint64_t concluded = 0;
    enum class End
    {
        Kept,    // until then
        Refused, // because so much was `left`
        Released
    } end = End::Kept;
    std::uint64_t revision = 0; // of the shop behind it; Refused: where it was judged
    std::uint64_t time = 0;     // of the shop, when it was judged
    std::uint64_t until = 0;
    std::int64_t left = 0;
};

struct Delivery // by the operator
{
    std::string sku;
    std::int64_t n = 0;
    std::uint64_t asked = 0;
    std::uint64_t concluded = 0;
    std::uint64_t revision = 0;
};

struct OrderHistory
{
    std::vector<Purchase> purchases;
    std::vector<Delivery> deliveries;
    std::vector<Hold> holds;
};

// Trusts the numbers that the server gave: in the order of the revisions each purchase has to find what it takes, each
// refusal what it was told, none of what is kept for others, ledger numbers run 1, 2, 3 ..., and nothing comes before
// what had ended before it began.
std::string checkSerialOrder(const OrderHistory &history);

// Trusts the times, and no numbers: for each good it looks for any order of what was done that respects who came after
// whom and in which each purchase found enough and each refusal what it was told (Wing and Gong's search with a memo).
// Histories are cut where nobody was waiting.
std::string searchForAnOrder(const OrderHistory &history);

// Trusts nobody's words but the books: what the ledger and the shelves say in the end, against what the customers hold.
struct Books
{
    struct Entry
    {
        std::string name; // member and key
        std::uint64_t number = 0;
        Basket sold;
    };
    std::vector<Entry> ledger;
    Basket stock;
    Basket changes; // sums of the stock changes written down
    Basket reserved;
    std::uint64_t time = 0; // of the shop
};
std::string checkBooks(const OrderHistory &history, const Books &books);

} // namespace evencart::test
