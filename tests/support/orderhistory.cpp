#include "support/orderhistory.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <unordered_set>

namespace evencart::test {

namespace {

std::string text(std::uint64_t number)
{
    return std::to_string(number);
}

// ---- the serial order

struct Happening
{
    std::uint64_t revision = 0;
    bool isReading = false; // a refusal stands behind the change of its revision
    const Purchase *purchase = nullptr;
    const Delivery *delivery = nullptr;

    std::uint64_t asked() const { return purchase ? purchase->asked : delivery->asked; }
    std::uint64_t concluded() const { return purchase ? purchase->concluded : delivery->concluded; }
    std::string name() const { return purchase ? purchase->name : "the delivery of " + delivery->sku; }
};

std::vector<Happening> inSerialOrder(const OrderHistory &history)
{
    std::vector<Happening> all;
    for (const Purchase &purchase : history.purchases) {
        if (purchase.end != Purchase::End::Never)
            all.push_back({purchase.revision, purchase.end == Purchase::End::Refused, &purchase, nullptr});
    }
    for (const Delivery &delivery : history.deliveries)
        all.push_back({delivery.revision, false, nullptr, &delivery});
    std::stable_sort(all.begin(), all.end(), [](const Happening &a, const Happening &b) {
        return std::pair(a.revision, a.isReading) < std::pair(b.revision, b.isReading);
    });
    return all;
}

std::string take(Basket &stock, const Purchase &purchase, std::uint64_t &lastNumber)
{
    if (purchase.number != lastNumber + 1)
        return "the ledger goes from " + text(lastNumber) + " to " + text(purchase.number);
    lastNumber = purchase.number;
    for (const auto &[sku, n] : purchase.wanted) {
        if (stock[sku] < n)
            return purchase.name + " got " + std::to_string(n) + " of " + sku + ", and there were " +
                   std::to_string(stock[sku]);
        stock[sku] -= n;
    }
    return {};
}

std::string checkRefusal(Basket &stock, const Purchase &purchase)
{
    if (purchase.left.empty())
        return purchase.name + " was refused without a reason";
    for (const auto &[sku, left] : purchase.left) {
        if (stock[sku] != left)
            return purchase.name + " was told that " + std::to_string(left) + " of " + sku +
                   " are left, and there were " + std::to_string(stock[sku]);
        const auto wanted = purchase.wanted.find(sku);
        if (wanted == purchase.wanted.end() || wanted->second <= left)
            return purchase.name + " was refused although there was enough of " + sku;
    }
    return {};
}

// ---- the search

struct Step
{
    std::uint64_t asked = 0;
    std::uint64_t concluded = 0;
    std::int64_t takes = 0;           // below 0: a delivery
    std::optional<std::int64_t> read; // a refusal: what was there
};

// Whether the steps can be put in an order that explains them, beginning with `stock`. At most 64 steps.
class Search
{
public:
    explicit Search(const std::vector<Step> &steps) : m_steps(steps) {}

    bool run(std::int64_t stock) { return explore(0, stock); }
    bool gaveUp() const { return m_nodes > mostNodes; }

private:
    static constexpr std::size_t mostNodes = 2'000'000;

    bool explore(std::uint64_t done, std::int64_t stock)
    {
        if (done == (m_steps.size() == 64 ? ~0ULL : (1ULL << m_steps.size()) - 1))
            return true;
        // What is done decides what is left in stock, so the set alone names the place.
        if (!m_seen.insert(done).second || ++m_nodes > mostNodes)
            return false;
        std::uint64_t firstEnd = std::numeric_limits<std::uint64_t>::max();
        for (std::size_t i = 0; i < m_steps.size(); ++i) {
            if (!(done >> i & 1))
                firstEnd = std::min(firstEnd, m_steps[i].concluded);
        }
        for (std::size_t i = 0; i < m_steps.size(); ++i) {
            const Step &step = m_steps[i];
            const bool mayBeNext = !(done >> i & 1) && step.asked <= firstEnd;
            if (mayBeNext && (step.read ? *step.read == stock : step.takes <= stock) &&
                explore(done | 1ULL << i, stock - step.takes))
                return true;
        }
        return false;
    }

    const std::vector<Step> &m_steps;
    std::unordered_set<std::uint64_t> m_seen;
    std::size_t m_nodes = 0;
};

std::map<std::string, std::vector<Step>> stepsByGood(const OrderHistory &history)
{
    std::map<std::string, std::vector<Step>> steps;
    for (const Delivery &delivery : history.deliveries)
        steps[delivery.sku].push_back({delivery.asked, delivery.concluded, -delivery.n, {}});
    for (const Purchase &purchase : history.purchases) {
        if (purchase.end == Purchase::End::Ordered) {
            for (const auto &[sku, n] : purchase.wanted)
                steps[sku].push_back({purchase.asked, purchase.concluded, n, {}});
        } else if (purchase.end == Purchase::End::Refused) {
            for (const auto &[sku, left] : purchase.left)
                steps[sku].push_back({purchase.asked, purchase.concluded, 0, left});
        }
    }
    return steps;
}

std::string searchGood(const std::string &sku, std::vector<Step> steps)
{
    std::sort(steps.begin(), steps.end(), [](const Step &a, const Step &b) { return a.asked < b.asked; });
    std::int64_t stock = 0;
    for (std::size_t from = 0; from < steps.size();) {
        // As far as somebody is waiting.
        std::size_t to = from;
        std::uint64_t end = steps[from].concluded;
        while (to < steps.size() && steps[to].asked <= end)
            end = std::max(end, steps[to++].concluded);
        const std::vector<Step> part(steps.begin() + static_cast<std::ptrdiff_t>(from),
                                     steps.begin() + static_cast<std::ptrdiff_t>(to));
        if (part.size() > 64)
            return "more than 64 at once wait for " + sku + ": too many for the search";
        Search search(part);
        if (!search.run(stock))
            return search.gaveUp() ? "the search for an order of " + sku + " gave up"
                                   : "nothing explains what happened to " + sku + " between " +
                                         text(part.front().asked) + " and " + text(end);
        for (const Step &step : part)
            stock -= step.takes;
        from = to;
    }
    return {};
}

} // namespace

std::string checkSerialOrder(const OrderHistory &history)
{
    const std::vector<Happening> all = inSerialOrder(history);
    Basket stock;
    std::uint64_t lastNumber = 0;
    std::uint64_t lastChange = 0;
    for (const Happening &happening : all) {
        std::string wrong;
        if (!happening.isReading) {
            if (happening.revision <= lastChange)
                return "two changes have the revision " + text(happening.revision);
            lastChange = happening.revision;
        }
        if (happening.delivery)
            stock[happening.delivery->sku] += happening.delivery->n;
        else if (happening.isReading)
            wrong = checkRefusal(stock, *happening.purchase);
        else
            wrong = take(stock, *happening.purchase, lastNumber);
        if (!wrong.empty())
            return wrong;
    }
    // Backwards: whoever stands later must not have ended before this one began.
    std::uint64_t earliestEnd = std::numeric_limits<std::uint64_t>::max();
    for (auto at = all.rbegin(); at != all.rend(); ++at) {
        if (earliestEnd < at->asked())
            return at->name() + " stands before something that had ended before it began";
        earliestEnd = std::min(earliestEnd, at->concluded());
    }
    return {};
}

std::string searchForAnOrder(const OrderHistory &history)
{
    for (auto &[sku, steps] : stepsByGood(history)) {
        if (auto wrong = searchGood(sku, steps); !wrong.empty())
            return wrong;
    }
    return {};
}

std::string checkBooks(const OrderHistory &history, const Books &books)
{
    std::map<std::string, const Purchase *> byName;
    for (const Purchase &purchase : history.purchases)
        byName[purchase.name] = &purchase;
    Basket expected;
    for (const Delivery &delivery : history.deliveries)
        expected[delivery.sku] += delivery.n;
    std::set<std::string> names;
    std::set<std::uint64_t> numbers;
    for (const Books::Entry &entry : books.ledger) {
        if (!names.insert(entry.name).second || !numbers.insert(entry.number).second)
            return "the ledger has " + entry.name + " or the number " + text(entry.number) + " twice";
        const auto purchase = byName.find(entry.name);
        if (purchase == byName.end() || purchase->second->end != Purchase::End::Ordered)
            return "the ledger has " + entry.name + ", of which nobody was told that it is ordered";
        if (purchase->second->number != entry.number || purchase->second->wanted != entry.sold)
            return "the ledger has another order of " + entry.name + " than its buyer was told";
        for (const auto &[sku, n] : entry.sold)
            expected[sku] -= n;
    }
    for (const Purchase &purchase : history.purchases) {
        if (purchase.end == Purchase::End::Ordered && !names.contains(purchase.name))
            return purchase.name + " was told that it is ordered, and the ledger does not have it";
    }
    if (!numbers.empty() && *numbers.rbegin() != numbers.size())
        return "the ledger has a hole";
    for (const auto &[sku, n] : books.stock) {
        const auto changes = books.changes.find(sku);
        if (n < 0 || expected[sku] != n || changes == books.changes.end() || changes->second != n)
            return "of " + sku + " there are " + std::to_string(n) + ", and there should be " +
                   std::to_string(expected[sku]);
    }
    return {};
}

} // namespace evencart::test
