#include "support/orderhistory.h"

#include <algorithm>
#include <bitset>
#include <limits>
#include <optional>
#include <tuple>
#include <unordered_set>

namespace evencart::test {

namespace {

std::string text(std::uint64_t number)
{
    return std::to_string(number);
}

// What is kept, of one good or of all.
class Kept
{
public:
    void apply(const Hold &hold)
    {
        if (hold.end == Hold::End::Kept)
            m_holds[{hold.sku, hold.member}] = {hold.n, hold.until};
        else if (hold.end == Hold::End::Released)
            end(hold.sku, hold.member);
    }
    void end(const std::string &sku, const std::string &member) { m_holds.erase({sku, member}); }
    // For everybody but this member, at that time.
    std::int64_t forOthers(const std::string &sku, const std::string &member, std::uint64_t time) const
    {
        std::int64_t sum = 0;
        for (auto at = m_holds.lower_bound({sku, {}}); at != m_holds.end() && at->first.first == sku; ++at)
            sum += at->first.second != member && at->second.until > time ? at->second.n : 0;
        return sum;
    }

private:
    struct Part
    {
        std::int64_t n = 0;
        std::uint64_t until = 0;
    };
    std::map<std::pair<std::string, std::string>, Part> m_holds; // by sku and member
};

// ---- the serial order

struct Happening
{
    std::uint64_t revision = 0;
    bool isReading = false; // a refusal stands behind the change of its revision
    const Purchase *purchase = nullptr;
    const Delivery *delivery = nullptr;
    const Hold *hold = nullptr;

    std::uint64_t asked() const { return purchase ? purchase->asked : delivery ? delivery->asked : hold->asked; }
    std::uint64_t concluded() const
    {
        return purchase ? purchase->concluded : delivery ? delivery->concluded : hold->concluded;
    }
    std::string name() const
    {
        return purchase   ? purchase->name
               : delivery ? "the delivery of " + delivery->sku
                          : "what " + hold->member + " wanted kept of " + hold->sku;
    }
};

std::vector<Happening> inSerialOrder(const OrderHistory &history)
{
    std::vector<Happening> all;
    for (const Purchase &purchase : history.purchases) {
        if (purchase.end != Purchase::End::Never)
            all.push_back({purchase.revision, purchase.end == Purchase::End::Refused, &purchase, nullptr, nullptr});
    }
    for (const Delivery &delivery : history.deliveries)
        all.push_back({delivery.revision, false, nullptr, &delivery, nullptr});
    for (const Hold &hold : history.holds)
        all.push_back({hold.revision, hold.end == Hold::End::Refused, nullptr, nullptr, &hold});
    std::stable_sort(all.begin(), all.end(), [](const Happening &a, const Happening &b) {
        // Those that read one revision stand in any order; in that of their ends, none stands before one that had
        // ended.
        return std::tuple(a.revision, a.isReading, a.concluded()) < std::tuple(b.revision, b.isReading, b.concluded());
    });
    return all;
}

// The shop as the history makes it, one happening after the other. Each gives what is wrong.
class Shop
{
public:
    std::string take(const Purchase &purchase)
    {
        if (purchase.number != m_lastNumber + 1)
            return "the ledger goes from " + text(m_lastNumber) + " to " + text(purchase.number);
        m_lastNumber = purchase.number;
        for (const auto &[sku, n] : purchase.wanted) {
            const std::int64_t left = availableTo(purchase.member, sku, purchase.time);
            if (left < n)
                return purchase.name + " got " + std::to_string(n) + " of " + sku + ", and there were " +
                       std::to_string(left);
            m_stock[sku] -= n;
            m_kept.end(sku, purchase.member);
        }
        return {};
    }
    std::string refuse(const Purchase &purchase) const
    {
        if (purchase.left.empty())
            return purchase.name + " was refused without a reason";
        for (const auto &[sku, left] : purchase.left) {
            const std::int64_t available = availableTo(purchase.member, sku, purchase.time);
            if (available != left)
                return purchase.name + " was told that " + std::to_string(left) + " of " + sku +
                       " are left, and there were " + std::to_string(available);
            const auto wanted = purchase.wanted.find(sku);
            if (wanted == purchase.wanted.end() || wanted->second <= left)
                return purchase.name + " was refused although there was enough of " + sku;
        }
        return {};
    }
    std::string keep(const Hold &hold)
    {
        const std::int64_t available = availableTo(hold.member, hold.sku, hold.time);
        const std::string who = hold.member + " wanted " + std::to_string(hold.n) + " of " + hold.sku + " kept, ";
        if (hold.end == Hold::End::Refused && (available != hold.left || hold.n <= hold.left))
            return who + "was told that " + std::to_string(hold.left) + " are left, and there were " +
                   std::to_string(available);
        if (hold.end == Hold::End::Kept && available < hold.n)
            return who + "and got it, and there were " + std::to_string(available);
        m_kept.apply(hold);
        return {};
    }
    void deliver(const Delivery &delivery) { m_stock[delivery.sku] += delivery.n; }

private:
    std::int64_t availableTo(const std::string &member, const std::string &sku, std::uint64_t time) const
    {
        const auto stock = m_stock.find(sku);
        return (stock == m_stock.end() ? 0 : stock->second) - m_kept.forOthers(sku, member, time);
    }

    Basket m_stock;
    Kept m_kept;
    std::uint64_t m_lastNumber = 0;
};

// ---- the search

struct Step
{
    std::uint64_t asked = 0;
    std::uint64_t concluded = 0;
    std::int64_t takes = 0; // below 0: a delivery
    std::string member;     // empty: the operator
    std::uint64_t time = 0;
    std::int64_t needs = 0;           // at least so much has to be available
    std::optional<std::int64_t> read; // a refusal: exactly so much was
    const Hold *hold = nullptr;
};

// Whether the steps of one good can be put in an order that explains them, beginning with `stock` and `kept`. A member
// does one thing after the other. REQUIRES: at most `mostSteps`.
class Search
{
public:
    Search(const std::string &sku, const std::vector<Step> &steps) : m_sku(sku), m_steps(steps) {}

    static constexpr std::size_t mostSteps = 512;

    bool run(std::int64_t stock, const Kept &kept) { return explore({}, stock, kept); }
    bool gaveUp() const { return m_nodes > mostNodes; }

    static void apply(const std::string &sku, const Step &step, Kept &kept)
    {
        if (step.hold)
            kept.apply(*step.hold);
        else if (step.takes > 0)
            kept.end(sku, step.member);
    }

private:
    using Done = std::bitset<mostSteps>;
    static constexpr std::size_t mostNodes = 2'000'000;

    bool explore(const Done &done, std::int64_t stock, const Kept &kept)
    {
        if (done.count() == m_steps.size())
            return true;
        // What is done decides what is left in stock and what is kept, so the set alone names the place.
        if (!m_seen.insert(done).second || ++m_nodes > mostNodes)
            return false;
        std::uint64_t firstEnd = std::numeric_limits<std::uint64_t>::max();
        for (std::size_t i = 0; i < m_steps.size(); ++i) {
            if (!done[i])
                firstEnd = std::min(firstEnd, m_steps[i].concluded);
        }
        for (std::size_t i = 0; i < m_steps.size(); ++i) {
            const Step &step = m_steps[i];
            if (done[i] || step.asked > firstEnd)
                continue;
            const std::int64_t available = stock - kept.forOthers(m_sku, step.member, step.time);
            if (step.read ? *step.read != available : step.needs > available)
                continue;
            Kept after = kept;
            apply(m_sku, step, after);
            if (explore(Done(done).set(i), stock - step.takes, after))
                return true;
        }
        return false;
    }

    const std::string &m_sku;
    const std::vector<Step> &m_steps;
    std::unordered_set<Done> m_seen;
    std::size_t m_nodes = 0;
};

std::map<std::string, std::vector<Step>> stepsByGood(const OrderHistory &history)
{
    std::map<std::string, std::vector<Step>> steps;
    constexpr std::int64_t nothing = std::numeric_limits<std::int64_t>::min();
    for (const Delivery &delivery : history.deliveries)
        steps[delivery.sku].push_back({delivery.asked, delivery.concluded, -delivery.n, {}, 0, nothing, {}, nullptr});
    for (const Purchase &purchase : history.purchases) {
        const auto step = [&](std::int64_t takes, std::optional<std::int64_t> read) {
            return Step{purchase.asked, purchase.concluded, takes, purchase.member, purchase.time, takes, read,
                        nullptr};
        };
        if (purchase.end == Purchase::End::Ordered) {
            for (const auto &[sku, n] : purchase.wanted)
                steps[sku].push_back(step(n, {}));
        } else if (purchase.end == Purchase::End::Refused) {
            for (const auto &[sku, left] : purchase.left)
                steps[sku].push_back(step(0, left));
        }
    }
    for (const Hold &hold : history.holds) {
        const bool isRefused = hold.end == Hold::End::Refused;
        const std::int64_t needs = hold.end == Hold::End::Kept ? hold.n : nothing;
        steps[hold.sku].push_back({hold.asked, hold.concluded, 0, hold.member, hold.time, needs,
                                   isRefused ? std::optional(hold.left) : std::nullopt, &hold});
    }
    return steps;
}

std::string searchGood(const std::string &sku, std::vector<Step> steps)
{
    std::sort(steps.begin(), steps.end(), [](const Step &a, const Step &b) { return a.asked < b.asked; });
    std::int64_t stock = 0;
    Kept kept;
    for (std::size_t from = 0; from < steps.size();) {
        // As far as somebody is waiting.
        std::size_t to = from;
        std::uint64_t end = steps[from].concluded;
        while (to < steps.size() && steps[to].asked <= end)
            end = std::max(end, steps[to++].concluded);
        std::vector<Step> part(steps.begin() + static_cast<std::ptrdiff_t>(from),
                               steps.begin() + static_cast<std::ptrdiff_t>(to));
        if (part.size() > Search::mostSteps)
            return "more than " + std::to_string(Search::mostSteps) + " at once wait for " + sku +
                   ": too many for the search";
        Search search(sku, part);
        if (!search.run(stock, kept))
            return search.gaveUp() ? "the search for an order of " + sku + " gave up"
                                   : "nothing explains what happened to " + sku + " between " +
                                         text(part.front().asked) + " and " + text(end);
        // Whatever the order: a member does one thing after the other.
        std::sort(part.begin(), part.end(), [](const Step &a, const Step &b) { return a.concluded < b.concluded; });
        for (const Step &step : part) {
            stock -= step.takes;
            Search::apply(sku, step, kept);
        }
        from = to;
    }
    return {};
}

// How much of each good is kept in the end.
Basket keptInTheEnd(const OrderHistory &history, std::uint64_t time)
{
    struct Last
    {
        std::uint64_t concluded = 0;
        std::int64_t n = 0;
        std::uint64_t until = 0;
    };
    std::map<std::pair<std::string, std::string>, Last> last; // by member and sku
    const auto note = [&](const std::string &member, const std::string &sku, const Last &what) {
        Last &known = last[{member, sku}];
        if (known.concluded <= what.concluded)
            known = what;
    };
    for (const Hold &hold : history.holds) {
        if (hold.end != Hold::End::Refused)
            note(hold.member, hold.sku, {hold.concluded, hold.end == Hold::End::Kept ? hold.n : 0, hold.until});
    }
    for (const Purchase &purchase : history.purchases) {
        for (const auto &[sku, n] : purchase.wanted) {
            if (purchase.end == Purchase::End::Ordered)
                note(purchase.member, sku, {purchase.concluded, 0, 0});
        }
    }
    Basket kept;
    for (const auto &[whose, what] : last)
        kept[whose.second] += what.until > time ? what.n : 0;
    return kept;
}

} // namespace

std::string checkSerialOrder(const OrderHistory &history)
{
    const std::vector<Happening> all = inSerialOrder(history);
    Shop shop;
    std::uint64_t lastChange = 0;
    for (const Happening &happening : all) {
        std::string wrong;
        if (!happening.isReading) {
            if (happening.revision <= lastChange)
                return "two changes have the revision " + text(happening.revision);
            lastChange = happening.revision;
        }
        if (happening.delivery)
            shop.deliver(*happening.delivery);
        else if (happening.hold)
            wrong = shop.keep(*happening.hold);
        else if (happening.isReading)
            wrong = shop.refuse(*happening.purchase);
        else
            wrong = shop.take(*happening.purchase);
        if (!wrong.empty())
            return wrong;
    }
    // Backwards: whoever stands later must not have ended before this one began.
    const Happening *earliest = nullptr;
    for (auto at = all.rbegin(); at != all.rend(); ++at) {
        if (earliest && earliest->concluded() < at->asked())
            return at->name() + " (revision " + text(at->revision) + ") stands before " + earliest->name() +
                   " (revision " + text(earliest->revision) + "), which had ended before it began";
        if (!earliest || at->concluded() < earliest->concluded())
            earliest = &*at;
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
    Basket kept = keptInTheEnd(history, books.time);
    for (const auto &[sku, n] : books.reserved) {
        if (kept[sku] != n)
            return "of " + sku + " there are " + std::to_string(n) + " reserved, and there should be " +
                   std::to_string(kept[sku]);
    }
    return {};
}

} // namespace evencart::test
