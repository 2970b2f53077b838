#pragma once

#include "shop/stockroom.h"
#include "store/shopstore.h"

#include <memory>
#include <string>
#include <vector>

namespace evencart::shop {

// A command about goods and orders, as the operator typed it behind "evencartd admin": "catalog import", "catalog
// list", "stock set SKU N", "stock add SKU N", "orders [--sku S]". Run by the admin program on a store that nobody
// uses, or by the server on its own, for the operator or an administrator. As words alone it carries every other
// command to the server, too: isKnown() is false for those.
struct OperatorCommand
{
    std::vector<std::string> words;
    std::string text; // of the file that `catalog import` names
    // What is in it, once readAhead() was called: reading a large one takes seconds, and need not be done where the
    // command is run.
    std::shared_ptr<Result<std::vector<CatalogRow>>> read{};

    void readAhead();
    Result<std::vector<CatalogRow>> rows() const;

    bool isKnown() const; // and has the right number of arguments
    bool writes() const;
    bool isImport() const;
};

// What there is to say about it, with a newline at the end. REQUIRES: isKnown(), and for one that writes an open
// transaction. Errors as in stockroom.h.
Result<std::string> runOperatorCommand(store::ShopStore &shop, const OperatorCommand &command, std::uint64_t now);

// What there is to say of an import.
std::string wordsFor(const Imported &imported);

// Whether nothing was written when this came back: what was asked is at fault, not the store.
bool isOperatorsMistake(const Error &error);

} // namespace evencart::shop
