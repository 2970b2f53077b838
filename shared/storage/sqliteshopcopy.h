#pragma once

#include "sqlite/database.h"
#include "storage/shopcopy.h"

namespace evencart {

// Goods and own orders in the file of a SqliteStore, which owns this and the connection. Corrupt where an order's row
// is not what was written; a damaged copy of the goods is replaced by the next one.
class SqliteShopCopy final : public ShopCopy
{
public:
    explicit SqliteShopCopy(sqlite::Database &database) : m_database(database) {}

    Result<ShopRecord> record() override;
    Result<void> setRecord(const ShopRecord &record) override;
    Result<std::vector<KnownGood>> goods() override;
    Result<std::optional<KnownGood>> good(const std::string &sku) override;
    Result<std::vector<KnownGood>> goodsBehind(std::uint64_t revision) override;
    Result<void> update(const ShopRecord &record, bool isWhole, const std::vector<KnownGood> &goods) override;
    Result<std::vector<OwnOrder>> orders() override;
    Result<std::vector<OwnOrder>> ordersIn(OwnOrder::State state) override;
    Result<std::optional<OwnOrder>> order(const std::string &key) override;
    Result<void> putOrders(const std::vector<OwnOrder> &orders) override;

    // As an update() with nothing in it, within the caller's transaction.
    Result<void> clearGoods();

private:
    Result<std::vector<OwnOrder>> readOrders(sqlite::Statement rows);
    Result<std::vector<KnownGood>> readGoods(sqlite::Statement rows);

    sqlite::Database &m_database;
};

} // namespace evencart
