#pragma once

#include "storage/shopcopy.h"

#include <map>

namespace evencart {

// The twin of SqliteShopCopy, for tests and the simulator.
class MemoryShopCopy final : public ShopCopy
{
public:
    Result<ShopRecord> record() override { return m_record; }
    Result<void> setRecord(const ShopRecord &record) override;
    Result<std::vector<KnownGood>> goods() override;
    Result<std::optional<KnownGood>> good(const std::string &sku) override;
    Result<std::vector<KnownGood>> goodsBehind(std::uint64_t revision) override;
    Result<void> update(const ShopRecord &record, bool isWhole, const std::vector<KnownGood> &goods) override;
    Result<std::vector<OwnOrder>> orders() override;
    Result<std::vector<OwnOrder>> ordersIn(OwnOrder::State state) override;
    Result<std::optional<OwnOrder>> order(const std::string &key) override;
    Result<void> putOrders(const std::vector<OwnOrder> &orders) override;

private:
    ShopRecord m_record;
    std::map<std::string, KnownGood> m_goods;
    std::map<std::string, OwnOrder> m_orders;
};

} // namespace evencart
