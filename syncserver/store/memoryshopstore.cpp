#include "store/memoryshopstore.h"

#include <algorithm>
#include <cassert>
#include <iterator>

namespace evencart::store {

void MemoryShopStore::commit()
{
    m_isOpen = false;
    m_undo.clear();
}

void MemoryShopStore::rollBack()
{
    m_isOpen = false;
    for (auto undo = m_undo.rbegin(); undo != m_undo.rend(); ++undo)
        (*undo)();
    m_undo.clear();
}

void MemoryShopStore::willChange(std::function<void()> undo)
{
    assert(m_isOpen);
    m_undo.push_back(std::move(undo));
}

Result<void> MemoryShopStore::setRevision(std::uint64_t revision)
{
    willChange([this, before = m_revision] { m_revision = before; });
    m_revision = revision;
    return {};
}

Result<std::optional<protocol::Good>> MemoryShopStore::good(const std::string &sku)
{
    const auto found = m_goods.find(sku);
    return found == m_goods.end() ? std::optional<protocol::Good>() : std::optional(withReserved(found->second));
}

protocol::Good MemoryShopStore::withReserved(protocol::Good good) const
{
    good.reserved = 0;
    for (const auto &[place, row] : m_reservations)
        good.reserved += row.sku == good.sku ? row.quantity : 0;
    return good;
}

Result<std::vector<protocol::Good>> MemoryShopStore::goodsBehind(std::uint64_t revision, std::size_t most)
{
    std::vector<protocol::Good> goods;
    for (auto at = m_byRevision.upper_bound(revision); at != m_byRevision.end() && goods.size() < most; ++at)
        goods.push_back(withReserved(m_goods.at(at->second)));
    return goods;
}

void MemoryShopStore::setGood(protocol::Good good)
{
    const auto known = m_goods.find(good.sku);
    const auto before = known == m_goods.end() ? std::optional<protocol::Good>() : std::optional(known->second);
    willChange([this, before, sku = good.sku, revision = good.revision] {
        m_byRevision.erase(revision);
        m_goods.erase(sku);
        if (before) {
            m_byRevision[before->revision] = sku;
            m_goods[sku] = *before;
        }
    });
    if (before)
        m_byRevision.erase(before->revision);
    m_byRevision[good.revision] = good.sku;
    m_goods[good.sku] = std::move(good);
}

Result<void> MemoryShopStore::putGood(const protocol::Good &good)
{
    protocol::Good put = good;
    const auto known = m_goods.find(good.sku);
    put.stock = known == m_goods.end() ? 0 : known->second.stock;
    setGood(std::move(put));
    return {};
}

Result<void> MemoryShopStore::changeStock(const StockChange &change)
{
    protocol::Good good = m_goods.at(change.sku);
    good.stock += change.n;
    if (good.stock < 0)
        return Error{ErrorCode::Corrupt, "There would be less than nothing in stock: what was read is out of date."};
    setGood(std::move(good));
    willChange([this] { m_changes.pop_back(); });
    m_changes.push_back(change);
    return {};
}

Result<std::vector<StockChange>> MemoryShopStore::stockChanges(const std::string &sku)
{
    std::vector<StockChange> changes;
    std::copy_if(m_changes.begin(), m_changes.end(), std::back_inserter(changes),
                 [&](const StockChange &each) { return each.sku == sku; });
    return changes;
}

Result<std::uint64_t> MemoryShopStore::lastOrder()
{
    return m_ledger.empty() ? 0 : m_ledger.rbegin()->first;
}

Result<void> MemoryShopStore::appendOrder(const LedgerRow &row)
{
    const Key key{row.member, row.order.key};
    if (m_ledger.contains(row.order.number) || m_byKey.contains(key))
        return Error{ErrorCode::Corrupt, "The ledger has this order already: what was read before is out of date."};
    willChange([this, key, number = row.order.number] {
        m_byKey.erase(key);
        m_ledger.erase(number);
    });
    m_byKey[key] = row.order.number;
    m_ledger[row.order.number] = row;
    return {};
}

Result<std::optional<LedgerRow>> MemoryShopStore::order(const MemberId &member, const std::string &key)
{
    const auto found = m_byKey.find({member, key});
    return found == m_byKey.end() ? std::optional<LedgerRow>() : std::optional(m_ledger.at(found->second));
}

Result<std::vector<LedgerRow>> MemoryShopStore::orders(const Filter &filter, std::size_t most)
{
    const auto fits = [&](const LedgerRow &row) {
        const auto hasSku = [&](const protocol::OrderLine &line) { return line.sku == *filter.sku; };
        return (!filter.member || row.member == *filter.member) &&
               (!filter.sku || std::any_of(row.order.lines.begin(), row.order.lines.end(), hasSku)) &&
               (filter.before == 0 || row.order.number < filter.before);
    };
    std::vector<LedgerRow> rows;
    for (auto at = m_ledger.rbegin(); at != m_ledger.rend() && rows.size() < most; ++at) {
        if (fits(at->second))
            rows.push_back(at->second);
    }
    return rows;
}

std::vector<ReservationRow>
MemoryShopStore::reservations(const std::function<bool(const ReservationRow &)> &which) const
{
    std::vector<ReservationRow> rows;
    for (const auto &[place, row] : m_reservations) {
        if (which(row))
            rows.push_back(row);
    }
    return rows;
}

Result<std::vector<ReservationRow>> MemoryShopStore::reservationsOfGood(const std::string &sku)
{
    return reservations([&](const ReservationRow &row) { return row.sku == sku && row.quantity > 0; });
}

Result<std::vector<ReservationRow>> MemoryShopStore::reservationsOfMember(const MemberId &member)
{
    return reservations([&](const ReservationRow &row) { return row.member == member; });
}

Result<std::vector<ReservationRow>> MemoryShopStore::reservationsUpTo(std::uint64_t until)
{
    return reservations([&](const ReservationRow &row) { return row.until <= until; });
}

Result<std::optional<ReservationRow>> MemoryShopStore::reservation(const MemberId &member, const CartId &cart,
                                                                   const std::string &sku)
{
    const auto found = m_reservations.find({member, cart, sku});
    return found == m_reservations.end() ? std::optional<ReservationRow>() : std::optional(found->second);
}

Result<std::uint64_t> MemoryShopStore::lastReservationMade()
{
    std::uint64_t last = 0;
    for (const auto &[place, row] : m_reservations)
        last = std::max(last, row.made);
    return last;
}

void MemoryShopStore::setReservation(const Place &place, const std::optional<ReservationRow> &row)
{
    if (row)
        m_reservations[place] = *row;
    else
        m_reservations.erase(place);
}

Result<void> MemoryShopStore::putReservation(const ReservationRow &row)
{
    const auto before = *reservation(row.member, row.cart, row.sku);
    const Place place{row.member, row.cart, row.sku};
    willChange([this, place, before] { setReservation(place, before); });
    setReservation(place, row);
    return {};
}

Result<void> MemoryShopStore::removeReservation(const ReservationRow &row)
{
    const auto before = *reservation(row.member, row.cart, row.sku);
    const Place place{row.member, row.cart, row.sku};
    willChange([this, place, before] { setReservation(place, before); });
    setReservation(place, std::nullopt);
    return {};
}

Result<std::uint64_t> MemoryShopStore::givenUp(const MemberId &member, const std::string &key)
{
    const auto found = m_givenUp.find({member, key});
    return found == m_givenUp.end() ? 0 : found->second.attempt;
}

Result<void> MemoryShopStore::giveUp(const MemberId &member, const std::string &key, std::uint64_t attempt)
{
    std::uint64_t last = 0;
    std::map<Key, GivenUp>::iterator oldest = m_givenUp.end();
    for (auto at = m_givenUp.lower_bound({member, {}}); at != m_givenUp.end() && at->first.first == member; ++at) {
        last = std::max(last, at->second.number);
        if (oldest == m_givenUp.end() || at->second.number < oldest->second.number)
            oldest = at;
    }
    const auto set = [this](const Key &place, const std::optional<GivenUp> &value) {
        const auto known = m_givenUp.find(place);
        const auto before = known == m_givenUp.end() ? std::optional<GivenUp>() : std::optional(known->second);
        willChange([this, place, before] {
            if (before)
                m_givenUp[place] = *before;
            else
                m_givenUp.erase(place);
        });
        if (value)
            m_givenUp[place] = *value;
        else
            m_givenUp.erase(place);
    };
    const auto known = m_givenUp.find({member, key});
    const std::uint64_t number = known == m_givenUp.end() ? last + 1 : known->second.number;
    if (oldest != m_givenUp.end() && oldest->second.number + keysGivenUp <= number)
        set(Key(oldest->first), std::nullopt);
    set({member, key}, GivenUp{attempt, number});
    return {};
}

} // namespace evencart::store
