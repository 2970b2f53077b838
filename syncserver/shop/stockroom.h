#pragma once

#include "shop/catalogfile.h"
#include "store/shopstore.h"

#include <span>
#include <string>
#include <vector>

// What an operator does to the goods. REQUIRES: an open transaction of the store. InvalidInput, NotFound and Limit are
// answered before anything is written; any other error is the store's, and the transaction is lost.
namespace evencart::shop {

struct Imported
{
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t unchanged = 0;
};
// Goods that the file does not name stay as they are: to take one off the shelf, set its stock to 0. InvalidInput where
// the shop would sell in two currencies, Limit where it would have more goods than clients take.
Result<Imported> importCatalog(store::ShopStore &shop, const std::vector<CatalogRow> &rows, std::uint64_t now);
// The same in parts, for a server that has other things to do: what stands against the whole, which reads only, and
// then some of its rows after the other; but all at once where it changes the currency, so that nobody is sold
// something in between.
struct CheckedCatalog
{
    bool changesCurrency = false;
};
Result<CheckedCatalog> checkCatalog(store::ShopStore &shop, const std::vector<CatalogRow> &rows);
Result<void> importRows(store::ShopStore &shop, std::span<const CatalogRow> rows, std::uint64_t now,
                        Imported &imported);

// n in thousandths. Both give the good as it is then.
Result<protocol::Good> setStock(store::ShopStore &shop, const std::string &sku, std::int64_t n, std::uint64_t now);
Result<protocol::Good> addStock(store::ShopStore &shop, const std::string &sku, std::int64_t n, std::uint64_t now);

// Whether every number on the shelf is the sum of its changes, every order is in them, everything is sold in one
// currency, and reservations can have come about as they are: a sentence for each finding.
// Reads only.
Result<std::vector<std::string>> checkBooks(store::ShopStore &shop);

// Something about a good has changed: it takes the shop's next revision.
Result<void> putUnderNextRevision(store::ShopStore &shop, protocol::Good good);

// Moves the stock of a good by n, as part of the ledger's order `order` (0: by hand), under the shop's next revision.
Result<void> moveStock(store::ShopStore &shop, protocol::Good good, std::int64_t n, std::uint64_t order,
                       std::uint64_t now);

} // namespace evencart::shop
