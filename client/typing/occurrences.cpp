#include "typing/occurrences.h"

#include <set>

namespace evencart {

namespace {

constexpr std::uint64_t longestHistory = 20'000; // deltas: about a tenth of a second
constexpr std::uint64_t dayMilliseconds = 24ull * 60 * 60 * 1000;

std::string basketOf(const CartId &cart, std::uint64_t when)
{
    return cart.toString() + ' ' + std::to_string(when / dayMilliseconds);
}

class HistoryReader
{
public:
    explicit HistoryReader(const CartId &cart) : m_cart(cart) {}

    void read(const StoredDelta &stored)
    {
        if (stored.kind == StoredDelta::Kind::Rejected || stored.bytes.empty())
            return;
        const auto delta = decodeDelta(stored.bytes);
        if (!delta)
            return;
        for (const Add &add : delta->adds)
            readFact(add, delta->stamp.milliseconds());
    }

    void readLine(const LineView &line)
    {
        if (m_known.insert(line.id).second)
            m_occurrences.push_back(occurrenceOf(m_cart, line));
    }

    std::vector<Occurrence> occurrences()
    {
        for (const auto &[place, subject] : m_subjects) {
            Occurrence &occurrence = m_occurrences[place];
            if (const auto category = m_categories.find(subject); category != m_categories.end())
                occurrence.category = category->second;
            if (const auto price = m_prices.find(subject); price != m_prices.end())
                occurrence.price = price->second;
        }
        return std::move(m_occurrences);
    }

private:
    void readFact(const Add &add, std::uint64_t when)
    {
        if (add.field == number(Field::Category)) {
            if (auto category = decodeText(add.body))
                m_categories[add.subject] = std::move(*category);
        } else if (add.field == number(Field::Price)) {
            if (auto price = decodePrice(add.body))
                m_prices[add.subject] = std::move(*price);
        } else if (add.field == number(Field::Quantity)) {
            readQuantity(add, when);
        }
    }

    void readQuantity(const Add &add, std::uint64_t when)
    {
        const auto fact = decodeQuantity(add.body);
        const Inc *more = fact ? std::get_if<Inc>(&fact->what) : nullptr;
        if (!more || more->n <= 0 || !m_days.insert({add.subject, when / dayMilliseconds}).second)
            return;
        m_known.insert(add.subject);
        m_subjects.push_back({m_occurrences.size(), add.subject});
        m_occurrences.push_back({fact->line.name, fact->line.unit, more->n, {}, {}, when, basketOf(m_cart, when)});
    }

    CartId m_cart;
    std::vector<Occurrence> m_occurrences;
    std::vector<std::pair<std::size_t, LineId>> m_subjects; // which occurrence is of which line
    std::set<std::pair<LineId, std::uint64_t>> m_days;
    std::set<LineId> m_known;
    std::map<LineId, std::string> m_categories; // as written last
    std::map<LineId, Money> m_prices;
};

} // namespace

Occurrence occurrenceOf(const CartId &cart, const LineView &line)
{
    const std::uint64_t when = line.birth.stamp.milliseconds();
    const std::int64_t quantity = line.quantity > 0 ? line.quantity : oneThing;
    return {line.name, line.unit, quantity, line.category, line.price, when, basketOf(cart, when)};
}

std::vector<Occurrence> occurrencesIn(Workspace &workspace, const CartId &id)
{
    const auto cart = workspace.cart(id);
    if (!cart)
        return {}; // the engine tells of a cart that cannot be read
    HistoryReader reader(id);
    if ((*cart)->record().cursor + (*cart)->pendingCount() <= longestHistory) {
        if (const auto history = workspace.profile().store().history(id)) {
            for (const StoredDelta &delta : *history)
                reader.read(delta);
        }
    }
    for (const LineView *line : (*cart)->view().lines())
        reader.readLine(*line);
    if (const auto removed = (*cart)->removedLines()) {
        for (const LineView &line : *removed)
            reader.readLine(line);
    }
    return reader.occurrences();
}

} // namespace evencart
