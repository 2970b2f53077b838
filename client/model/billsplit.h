#pragma once

#include "cart/lineview.h"

#include <vector>

namespace evencart {

// Who owes what for the lines of a cart, in one currency: each pays for what he wanted, and has paid what he bought.
struct Debt
{
    MemberId member;
    std::int64_t wanted = 0; // minor units: the price of what the member wanted, of what was bought so far
    std::int64_t paid = 0;   // the price of what the member bought
    std::int64_t balance() const { return paid - wanted; } // above 0: gets money back
    friend bool operator==(const Debt &, const Debt &) = default;
};

struct Bill
{
    std::string currency;
    std::vector<Debt> debts; // sorted by member; their balances add up to 0
    std::int64_t total = 0;  // of what was bought
};

// One bill for each currency, sorted. Only what is bought counts, at the price that the line shows. A line's amount is
// shared among those who wanted it by how many each wanted, to the last cent: what does not divide goes to the first
// members. A line that nobody wants any more (a typed number has no owner) is its buyers' own.
std::vector<Bill> splitBill(const std::vector<const LineView *> &lines);

// The fewest-payments-first way to settle one bill: who owes most pays whom most is owed.
struct Payment
{
    MemberId from;
    MemberId to;
    std::int64_t minor = 0;
    friend bool operator==(const Payment &, const Payment &) = default;
};
std::vector<Payment> settle(const Bill &bill);

} // namespace evencart
