#include "shop/operatorcommand.h"

#include "shop/catalogfile.h"
#include "text/money.h"
#include "text/quantity.h"

namespace evencart::shop {

namespace {

constexpr std::size_t mostGoodsAtOnce = 1000;
constexpr std::size_t mostOrdersAtOnce = 1000;

bool begins(const OperatorCommand &command, std::string_view first, std::string_view second)
{
    return command.words.size() >= 2 && command.words[0] == first && command.words[1] == second;
}
bool isList(const OperatorCommand &command)
{
    return begins(command, "catalog", "list") && command.words.size() == 2;
}
bool isStock(const OperatorCommand &command)
{
    return (begins(command, "stock", "set") || begins(command, "stock", "add")) && command.words.size() == 4;
}
bool isOrders(const OperatorCommand &command)
{
    return !command.words.empty() && command.words[0] == "orders" &&
           (command.words.size() == 1 || (command.words.size() == 3 && command.words[1] == "--sku"));
}

std::string lineOf(const protocol::Good &good)
{
    std::string text = good.sku + "  " + good.name + "  " + formatMoney({good.currency, good.price}) + "  stock " +
                       formatQuantity(good.stock);
    if (!good.unit.empty())
        text += " " + good.unit;
    if (good.reserved > 0)
        text += "  reserved " + formatQuantity(good.reserved);
    if (!good.category.empty())
        text += "  #" + good.category;
    return text + "\n";
}

std::string lineOf(const store::LedgerRow &row)
{
    const protocol::Order &order = row.order;
    std::string text = std::to_string(order.number) + "  placed " + std::to_string(order.placed) + "  member " +
                       row.member.toString() + "  cart " + order.cart.toString() + "  key " + order.key + "  total " +
                       formatMoney({order.currency, order.total}) + "\n";
    for (const protocol::OrderLine &line : order.lines)
        text += "    " + formatQuantity(line.quantity) + (line.unit.empty() ? "" : " " + line.unit) + "  " + line.sku +
                "  " + line.name + "  at " + formatMoney({order.currency, line.price}) + "  " +
                formatMoney({order.currency, line.total}) + "\n";
    return text;
}

Result<std::string> importFile(store::ShopStore &shop, const OperatorCommand &command, std::uint64_t now)
{
    const auto rows = command.rows();
    if (!rows)
        return rows.error();
    const auto imported = importCatalog(shop, *rows, now);
    if (!imported)
        return imported.error();
    return wordsFor(*imported);
}

Result<std::string> listGoods(store::ShopStore &shop)
{
    std::string text;
    std::uint64_t behind = 0;
    while (true) {
        const auto goods = shop.goodsBehind(behind, mostGoodsAtOnce);
        if (!goods)
            return goods.error();
        for (const protocol::Good &good : *goods)
            text += lineOf(good);
        if (goods->size() < mostGoodsAtOnce)
            return text;
        behind = goods->back().revision;
    }
}

Result<std::string> changeStock(store::ShopStore &shop, const OperatorCommand &command, std::uint64_t now)
{
    const bool isSet = command.words[1] == "set";
    const auto n = parseQuantity(command.words[3], DecimalSeparator::Point, isSet ? Sign::Refused : Sign::Allowed);
    if (!n)
        return Error{ErrorCode::InvalidInput, "\"" + command.words[3] +
                                                  "\" is no number of pieces: write 12 or 0.5, up to a million" +
                                                  (isSet ? "." : ", with a minus to take some away.")};
    const auto good = isSet ? setStock(shop, command.words[2], *n, now) : addStock(shop, command.words[2], *n, now);
    return good ? Result<std::string>(lineOf(*good)) : good.error();
}

Result<std::string> listOrders(store::ShopStore &shop, const OperatorCommand &command)
{
    store::ShopStore::Filter filter;
    if (command.words.size() == 3)
        filter.sku = command.words[2];
    std::string text;
    while (true) {
        const auto rows = shop.orders(filter, mostOrdersAtOnce);
        if (!rows)
            return rows.error();
        for (const store::LedgerRow &row : *rows)
            text += lineOf(row);
        if (rows->size() < mostOrdersAtOnce)
            return text;
        filter.before = rows->back().order.number;
    }
}

} // namespace

void OperatorCommand::readAhead()
{
    if (isImport())
        read = std::make_shared<Result<std::vector<CatalogRow>>>(readCatalog(text));
}

Result<std::vector<CatalogRow>> OperatorCommand::rows() const
{
    return read ? *read : readCatalog(text);
}

bool OperatorCommand::isKnown() const
{
    return isImport() || isList(*this) || isStock(*this) || isOrders(*this);
}

bool OperatorCommand::writes() const
{
    return isImport() || isStock(*this);
}

bool OperatorCommand::isImport() const
{
    return begins(*this, "catalog", "import") && words.size() == 3;
}

std::string wordsFor(const Imported &imported)
{
    return std::to_string(imported.added) + " goods added, " + std::to_string(imported.changed) + " changed, " +
           std::to_string(imported.unchanged) + " as before\n";
}

Result<std::string> runOperatorCommand(store::ShopStore &shop, const OperatorCommand &command, std::uint64_t now)
{
    if (command.isImport())
        return importFile(shop, command, now);
    if (isStock(command))
        return changeStock(shop, command, now);
    return isList(command) ? listGoods(shop) : listOrders(shop, command);
}

bool isOperatorsMistake(const Error &error)
{
    return error.code == ErrorCode::InvalidInput || error.code == ErrorCode::NotFound || error.code == ErrorCode::Limit;
}

} // namespace evencart::shop
