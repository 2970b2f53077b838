#include "model/billsplit.h"

#include <algorithm>
#include <map>

namespace evencart {

namespace {

// `amount` by the weights, to the last unit. 128 bits: a price times a quantity may not fit into 64.
void share(std::int64_t amount, const std::vector<Share> &weights, std::map<MemberId, std::int64_t> &into)
{
    std::int64_t sum = 0;
    for (const Share &weight : weights)
        sum = saturatingAdd(sum, std::max<std::int64_t>(weight.quantity, 0));
    if (sum == 0)
        return;
    std::int64_t left = amount;
    for (const Share &weight : weights) {
        __extension__ using Wide = __int128;
        const Wide part = static_cast<Wide>(amount) * std::max<std::int64_t>(weight.quantity, 0) / sum;
        into[weight.member] = saturatingAdd(into[weight.member], static_cast<std::int64_t>(part));
        left -= static_cast<std::int64_t>(part);
    }
    const std::int64_t one = left < 0 ? -1 : 1;
    for (const Share &weight : weights) {
        if (left == 0)
            break;
        if (weight.quantity <= 0)
            continue; // who has no part of it pays no cent of it
        into[weight.member] += one;
        left -= one;
    }
}

// What a number of this line costs.
std::int64_t costOf(const LineView &line, std::int64_t quantity)
{
    LineView part = line;
    part.quantity = quantity;
    return lineTotalMinor(part);
}

} // namespace

std::vector<Bill> splitBill(const std::vector<const LineView *> &lines)
{
    struct Sums
    {
        std::map<MemberId, std::int64_t> wanted;
        std::map<MemberId, std::int64_t> paid;
        std::int64_t total = 0;
    };
    std::map<std::string, Sums> byCurrency;
    for (const LineView *line : lines) {
        if (!line->price || line->bought() <= 0)
            continue;
        Sums &sums = byCurrency[line->price->currency];
        const std::int64_t cost = costOf(*line, line->bought());
        sums.total = saturatingAdd(sums.total, cost);
        share(cost, line->boughtBy, sums.paid);
        const bool somebodyWants =
            std::any_of(line->wantedBy.begin(), line->wantedBy.end(), [](const Share &s) { return s.quantity > 0; });
        share(cost, somebodyWants ? line->wantedBy : line->boughtBy, sums.wanted);
    }
    std::vector<Bill> bills;
    for (const auto &[currency, sums] : byCurrency) {
        std::map<MemberId, Debt> debts;
        for (const auto &[member, minor] : sums.wanted)
            debts[member].wanted = minor;
        for (const auto &[member, minor] : sums.paid)
            debts[member].paid = minor;
        Bill bill{currency, {}, sums.total};
        for (auto &[member, debt] : debts) {
            debt.member = member;
            bill.debts.push_back(debt);
        }
        bills.push_back(std::move(bill));
    }
    return bills;
}

std::vector<Payment> settle(const Bill &bill)
{
    std::vector<std::pair<std::int64_t, MemberId>> open;
    for (const Debt &debt : bill.debts) {
        if (debt.balance() != 0)
            open.push_back({debt.balance(), debt.member});
    }
    std::vector<Payment> payments;
    while (open.size() > 1) {
        std::sort(open.begin(), open.end());
        auto &[owes, debtor] = open.front();
        auto &[gets, creditor] = open.back();
        const std::int64_t minor = std::min(-owes, gets);
        if (minor <= 0)
            break;
        payments.push_back({debtor, creditor, minor});
        owes += minor;
        gets -= minor;
        std::erase_if(open, [](const auto &entry) { return entry.first == 0; });
    }
    return payments;
}

} // namespace evencart
