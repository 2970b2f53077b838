#include "typing/knownitems.h"

#include "text/normalize.h"

#include <algorithm>
#include <unordered_set>

namespace evencart {

namespace {

constexpr std::size_t mostCompanions = 100;
constexpr std::size_t mostAmounts = 6; // of one item: enough to know the usual one

bool beginsWord(std::string_view key, std::size_t at)
{
    return at == 0 || key[at - 1] == ' ' || key[at - 1] == '-' || key[at - 1] == '(' || key[at - 1] == '/';
}

bool isLess(const KnownItems::Item::Amount &a, const KnownItems::Item::Amount &b)
{
    return a.count != b.count ? a.count < b.count : a.last < b.last;
}

void countAmount(KnownItems::Item &item, const Occurrence &occurrence)
{
    const auto same = std::find_if(item.amounts.begin(), item.amounts.end(), [&](const auto &amount) {
        return amount.unit == occurrence.unit && amount.quantity == occurrence.quantity;
    });
    if (same != item.amounts.end()) {
        ++same->count;
        same->last = std::max(same->last, occurrence.when);
        return;
    }
    if (item.amounts.size() == mostAmounts)
        item.amounts.erase(std::min_element(item.amounts.begin(), item.amounts.end(), isLess));
    item.amounts.push_back({occurrence.unit, occurrence.quantity, 1, occurrence.when});
}

} // namespace

const KnownItems::Item::Amount &KnownItems::Item::usual() const
{
    return *std::max_element(amounts.begin(), amounts.end(), isLess);
}

void KnownItems::add(const Occurrence &occurrence)
{
    const std::string key = normalizedName(occurrence.name);
    if (key.empty())
        return;
    const auto [place, isNew] = m_byKey.try_emplace(key, static_cast<Index>(m_items.size()));
    if (isNew) {
        m_items.push_back({});
        m_items.back().key = key;
        for (std::size_t at = 0; at < key.size(); ++at) {
            if (key[at] != ' ' && beginsWord(key, at))
                m_byWord.emplace(key.substr(at), place->second);
        }
    }
    Item &item = m_items[place->second];
    if (occurrence.when >= item.last) {
        item.name = occurrence.name;
        item.last = occurrence.when;
        if (!occurrence.category.empty())
            item.category = occurrence.category;
        if (occurrence.price)
            item.price = occurrence.price;
    } else {
        if (item.category.empty())
            item.category = occurrence.category;
        if (!item.price)
            item.price = occurrence.price;
    }
    ++item.count;
    countAmount(item, occurrence);
    const auto basket = m_baskets.try_emplace(occurrence.basket, static_cast<std::uint32_t>(m_baskets.size())).first;
    const auto at = std::lower_bound(item.baskets.begin(), item.baskets.end(), basket->second);
    if (at == item.baskets.end() || *at != basket->second)
        item.baskets.insert(at, basket->second);
}

void KnownItems::amend(const Occurrence &occurrence)
{
    const auto known = m_byKey.find(normalizedName(occurrence.name));
    if (known == m_byKey.end())
        return;
    Item &item = m_items[known->second];
    if (!occurrence.category.empty())
        item.category = occurrence.category;
    if (occurrence.price)
        item.price = occurrence.price;
}

const KnownItems::Item *KnownItems::find(std::string_view key) const
{
    const auto found = m_byKey.find(std::string(key));
    return found == m_byKey.end() ? nullptr : &m_items[found->second];
}

// How many of the companions each basket held.
std::vector<std::uint32_t> KnownItems::basketWeights(const std::vector<std::string> &companions) const
{
    std::vector<std::uint32_t> weights(m_baskets.size());
    for (std::size_t i = 0; i < std::min(mostCompanions, companions.size()); ++i) {
        if (const Item *item = find(companions[i])) {
            for (const std::uint32_t basket : item->baskets)
                ++weights[basket];
        }
    }
    return weights;
}

std::vector<KnownItems::Candidate> KnownItems::candidates(std::string_view typed) const
{
    std::vector<Candidate> found;
    if (typed.empty()) {
        for (Index item = 0; item < m_items.size(); ++item)
            found.push_back({item, 0, true});
        return found;
    }
    for (auto at = m_byWord.lower_bound(typed); at != m_byWord.end() && at->first.starts_with(typed); ++at)
        found.push_back({at->second, 0, at->first.size() == m_items[at->second].key.size()});
    // "Milk milk" has two words that begin so.
    std::sort(found.begin(), found.end(), [](const Candidate &a, const Candidate &b) {
        return a.item != b.item ? a.item < b.item : a.fromStart > b.fromStart;
    });
    found.erase(std::unique(found.begin(), found.end(),
                            [](const Candidate &a, const Candidate &b) { return a.item == b.item; }),
                found.end());
    return found;
}

bool KnownItems::isBetter(const Candidate &a, const Candidate &b) const
{
    const Item &one = m_items[a.item];
    const Item &other = m_items[b.item];
    if (a.together != b.together)
        return a.together > b.together;
    if (one.count != other.count)
        return one.count > other.count;
    if (one.last != other.last)
        return one.last > other.last;
    if (a.fromStart != b.fromStart)
        return a.fromStart;
    return one.key < other.key;
}

std::vector<const KnownItems::Item *>
KnownItems::matching(std::string_view typed, const std::vector<std::string> &companions, std::size_t most) const
{
    std::vector<Candidate> found = candidates(typed);
    if (typed.empty()) {
        const std::unordered_set<std::string_view> there(companions.begin(), companions.end());
        std::erase_if(found, [&](const Candidate &c) { return there.contains(m_items[c.item].key); });
    }
    const std::vector<std::uint32_t> weights = basketWeights(companions);
    for (Candidate &candidate : found) {
        for (const std::uint32_t basket : m_items[candidate.item].baskets)
            candidate.together += weights[basket];
    }
    const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(most, found.size()));
    std::partial_sort(found.begin(), end, found.end(),
                      [this](const Candidate &a, const Candidate &b) { return isBetter(a, b); });
    std::vector<const Item *> best;
    for (auto at = found.begin(); at != end; ++at)
        best.push_back(&m_items[at->item]);
    return best;
}

} // namespace evencart
