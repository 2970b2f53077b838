#include "cart/cartview.h"

#include "cart/linereader.h"
#include "text/normalize.h"

#include <algorithm>
#include <map>

namespace evencart {

namespace {

bool comesBefore(const LineView *a, const LineView *b)
{
    return std::tie(a->orderKey, a->id) < std::tie(b->orderKey, b->id);
}

LineIdentity identityOf(const LineView &line)
{
    return {line.name, line.unit, line.sku};
}

// Equal for what sameItem() calls the same. Texts hold no NUL.
std::string itemKey(const LineIdentity &identity)
{
    std::string key = normalizedName(identity.name);
    key += '\0';
    key += normalizedName(identity.unit);
    key += '\0';
    key += identity.sku;
    return key;
}

std::vector<std::string> cartNames(const State &state)
{
    std::vector<std::string> names;
    for (const Fact *fact : siblings(state.facts().of({}), Field::CartName)) {
        if (auto name = decodeText(fact->body))
            names.push_back(std::move(*name));
    }
    return names;
}

} // namespace

CartView::CartView(const CartId &cart, const State &state) : m_cart(cart), m_state(state) {}

void CartView::refresh(const std::vector<LineId> &touched)
{
    for (const LineId &id : touched) {
        const auto view = m_views.find(id);
        if (view == m_views.end())
            continue;
        const auto [from, to] = m_byItem.equal_range(itemKey(identityOf(view->second)));
        const auto entry = std::find_if(from, to, [&](const auto &named) { return named.second == id; });
        if (entry != to)
            m_byItem.erase(entry);
        m_views.erase(view);
    }
    m_orderValid = false;
    if (m_allRead) {
        for (const LineId &id : touched)
            read(id);
    }
}

void CartView::refreshAll()
{
    m_views.clear();
    m_byItem.clear();
    m_order.clear();
    m_orderValid = false;
    m_allRead = false;
}

const LineView &CartView::read(const LineId &id) const
{
    const auto known = m_views.find(id);
    if (known != m_views.end())
        return known->second;
    const LineView &view = m_views.emplace(id, readLine(id, m_state.facts().of(id))).first->second;
    if (view.present)
        m_byItem.emplace(itemKey(identityOf(view)), id);
    return view;
}

void CartView::readEverything() const
{
    if (m_allRead)
        return;
    for (const auto &[id, facts] : m_state.facts().bySubject()) {
        if (!id.isNull())
            read(id);
    }
    m_allRead = true;
}

std::string CartView::name() const
{
    const auto names = cartNames(m_state);
    return names.empty() ? std::string() : names.front();
}

std::vector<std::string> CartView::otherNames() const
{
    auto names = cartNames(m_state);
    if (names.empty())
        return {};
    const std::string shown = names.front();
    std::erase(names, shown);
    return names;
}

FeatureSet CartView::requiredFeatures() const
{
    FeatureSet features;
    for (const Fact &fact : m_state.facts().of({})) {
        const auto feature = fact.field == number(Field::Requires) ? decodeFeature(fact.body) : std::nullopt;
        if (feature)
            features.insert(*feature);
    }
    return features;
}

const LineView *CartView::line(const LineId &id) const
{
    if (id.isNull())
        return nullptr;
    const LineView &view = read(id);
    return view.present ? &view : nullptr;
}

const std::vector<const LineView *> &CartView::lines() const
{
    if (m_orderValid)
        return m_order;
    readEverything();
    m_order.clear();
    for (const auto &[id, view] : m_views) {
        if (view.present)
            m_order.push_back(&view);
    }
    std::sort(m_order.begin(), m_order.end(), comesBefore);
    m_orderValid = true;
    return m_order;
}

std::size_t CartView::count() const
{
    readEverything();
    return m_byItem.size();
}

std::vector<Total> CartView::totals() const
{
    std::map<std::string, std::int64_t> sums;
    for (const LineView *line : lines()) {
        if (line->price)
            sums[line->price->currency] = saturatingAdd(sums[line->price->currency], lineTotalMinor(*line));
    }
    std::vector<Total> totals;
    for (const auto &[currency, minor] : sums)
        totals.push_back({currency, minor});
    return totals;
}

LineId CartView::lineFor(const LineIdentity &identity) const
{
    readEverything();
    const auto fits = [&](const LineView &view) { return sameItem(identity, identityOf(view)); };
    std::optional<LineId> shown;
    const auto [from, to] = m_byItem.equal_range(itemKey(identity));
    for (auto entry = from; entry != to; ++entry) {
        if (fits(m_views.at(entry->second)) && (!shown || entry->second < *shown))
            shown = entry->second;
    }
    const LineId plain = lineIdFor(m_cart, identity);
    const LineView *owner = line(plain);
    if (owner && fits(*owner))
        return plain; // of two lines that are shown alike, the one that an unsynced replica would choose too
    if (shown)
        return *shown;
    if (!owner)
        return plain;
    for (std::uint32_t suffix = 1;; ++suffix) {
        const LineId next = lineIdFor(m_cart, identity, suffix);
        const LineView *taken = line(next);
        if (!taken || fits(*taken))
            return next;
    }
}

std::vector<const LineView *> CartView::find(std::string_view text) const
{
    const std::string name = normalizedName(text);
    std::vector<const LineView *> byName;
    std::vector<const LineView *> byId;
    const bool mayBeId = text.size() >= 4 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    for (const LineView *view : lines()) {
        if (normalizedName(view->name) == name)
            byName.push_back(view);
        if (mayBeId && view->id.toString().starts_with(text))
            byId.push_back(view);
    }
    return byName.empty() ? byId : byName;
}

} // namespace evencart
