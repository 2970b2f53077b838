#include "shop/stockroom.h"

#include "base/limits.h"
#include "protocol/protocollimits.h"
#include "shop/reservations.h"
#include "text/quantity.h"

#include <limits>
#include <map>
#include <string_view>

namespace evencart::shop {

namespace {

using protocol::Good;

Result<Good> knownGood(store::ShopStore &shop, const std::string &sku)
{
    auto good = shop.good(sku);
    if (!good)
        return good.error();
    if (!good->has_value())
        return Error{ErrorCode::NotFound, "There is no good \"" + sku + "\" in the catalogue."};
    return **good;
}

bool isSameOffer(const Good &a, const Good &b)
{
    return a.name == b.name && a.unit == b.unit && a.category == b.category && a.currency == b.currency &&
           a.price == b.price;
}

// The shop's next revision, taken.
Result<std::uint64_t> nextRevision(store::ShopStore &shop)
{
    const auto revision = shop.revision();
    if (!revision)
        return revision;
    if (auto set = shop.setRevision(*revision + 1); !set)
        return set.error();
    return *revision + 1;
}

Result<void> importRow(store::ShopStore &shop, const CatalogRow &row, std::uint64_t now, Imported &imported)
{
    const auto known = shop.good(row.good.sku);
    if (!known)
        return known.error();
    const std::int64_t before = known->has_value() ? (**known).stock : 0;
    const std::int64_t after = row.stock.value_or(before);
    if (known->has_value() && isSameOffer(**known, row.good) && after == before) {
        ++imported.unchanged;
        return {};
    }
    ++(known->has_value() ? imported.changed : imported.added);
    if (auto put = putUnderNextRevision(shop, row.good); !put || after == before)
        return put;
    if (auto changed = shop.changeStock({row.good.sku, after - before, 0, now}); !changed || after > before)
        return changed;
    return endReservationsBeyondStock(shop, row.good.sku);
}

} // namespace

Result<void> putUnderNextRevision(store::ShopStore &shop, Good good)
{
    const auto revision = nextRevision(shop);
    if (!revision)
        return revision.error();
    good.revision = *revision;
    return shop.putGood(good);
}

Result<CheckedCatalog> checkCatalog(store::ShopStore &shop, const std::vector<CatalogRow> &rows)
{
    CheckedCatalog checked;
    if (rows.empty())
        return checked;
    const auto goods = shop.goodsBehind(0, std::numeric_limits<std::int32_t>::max());
    if (!goods)
        return goods.error();
    std::map<std::string_view, bool> named;
    for (const CatalogRow &row : rows)
        named.emplace(row.good.sku, true);
    std::size_t count = rows.size();
    for (const Good &good : *goods) {
        count += named.contains(good.sku) ? 0 : 1;
        checked.changesCurrency = checked.changesCurrency || good.currency != rows.front().good.currency;
        if (good.currency != rows.front().good.currency && !named.contains(good.sku))
            return Error{
                ErrorCode::InvalidInput,
                "The shop sells \"" + good.sku + "\" in " + good.currency + " and the file is in " +
                    rows.front().good.currency +
                    ": a shop has one currency. To change it, put every good into the file.\nNothing was imported."};
    }
    if (count > protocol::goodsOfAShop)
        return Error{ErrorCode::Limit, "A shop has up to " + std::to_string(protocol::goodsOfAShop) +
                                           " goods, and this would make it " + std::to_string(count) +
                                           ".\nNothing was imported."};
    return checked;
}

Result<void> importRows(store::ShopStore &shop, std::span<const CatalogRow> rows, std::uint64_t now, Imported &imported)
{
    for (const CatalogRow &row : rows) {
        if (auto done = importRow(shop, row, now, imported); !done)
            return done;
    }
    return {};
}

Result<Imported> importCatalog(store::ShopStore &shop, const std::vector<CatalogRow> &rows, std::uint64_t now)
{
    if (auto checked = checkCatalog(shop, rows); !checked)
        return checked.error();
    Imported imported;
    if (auto done = importRows(shop, rows, now, imported); !done)
        return done.error();
    return imported;
}

Result<std::vector<std::string>> checkBooks(store::ShopStore &shop)
{
    const auto goods = shop.goodsBehind(0, std::numeric_limits<std::int32_t>::max());
    const auto orders = shop.orders({}, std::numeric_limits<std::int32_t>::max());
    if (!goods || !orders)
        return goods ? orders.error() : goods.error();
    std::map<std::string, std::int64_t> sold;
    std::uint64_t next = orders->size();
    std::vector<std::string> findings;
    for (const store::LedgerRow &row : *orders) {
        if (row.order.number != next--)
            findings.push_back("The ledger has a hole before order " + std::to_string(row.order.number) + ".");
        for (const protocol::OrderLine &line : row.order.lines)
            sold[line.sku] += line.quantity;
    }
    for (const Good &good : *goods) {
        if (good.currency != goods->front().currency)
            findings.push_back("\"" + good.sku + "\" is sold in " + good.currency + " and \"" + goods->front().sku +
                               "\" in " + goods->front().currency + ": import the whole catalogue in one currency.");
        const auto changes = shop.stockChanges(good.sku);
        if (!changes)
            return changes.error();
        std::int64_t sum = 0;
        std::int64_t ordered = 0;
        for (const store::StockChange &change : *changes) {
            sum += change.n;
            ordered -= change.order != 0 ? change.n : 0;
        }
        if (sum != good.stock || ordered != sold[good.sku])
            findings.push_back("The stock of \"" + good.sku + "\" is not what its changes and the ledger make it.");
    }
    const auto reservations = checkReservations(shop);
    if (!reservations)
        return reservations.error();
    findings.insert(findings.end(), reservations->begin(), reservations->end());
    return findings;
}

Result<void> moveStock(store::ShopStore &shop, Good good, std::int64_t n, std::uint64_t order, std::uint64_t now)
{
    const std::string sku = good.sku;
    if (auto put = putUnderNextRevision(shop, std::move(good)); !put)
        return put;
    return shop.changeStock({sku, n, order, now});
}

Result<Good> setStock(store::ShopStore &shop, const std::string &sku, std::int64_t n, std::uint64_t now)
{
    const auto good = knownGood(shop, sku);
    if (!good)
        return good;
    return addStock(shop, sku, n - good->stock, now);
}

Result<Good> addStock(store::ShopStore &shop, const std::string &sku, std::int64_t n, std::uint64_t now)
{
    const auto good = knownGood(shop, sku);
    if (!good || n == 0)
        return good;
    if (good->stock + n < 0)
        return Error{ErrorCode::InvalidInput, "There are " + formatQuantity(good->stock) + " of \"" + sku +
                                                  "\" in stock: less than nothing cannot be left."};
    if (good->stock + n > limits::stockThousandths)
        return Error{ErrorCode::Limit, "More than a million million pieces of one good cannot be in stock."};
    if (auto moved = moveStock(shop, *good, n, 0, now); !moved)
        return moved.error();
    if (auto ended = n < 0 ? endReservationsBeyondStock(shop, sku) : Result<void>(); !ended)
        return ended.error();
    return knownGood(shop, sku);
}

} // namespace evencart::shop
