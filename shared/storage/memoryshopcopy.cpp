#include "storage/memoryshopcopy.h"

#include <algorithm>

namespace evencart {

Result<void> MemoryShopCopy::setRecord(const ShopRecord &record)
{
    m_record = record;
    return {};
}

Result<std::vector<KnownGood>> MemoryShopCopy::goods()
{
    std::vector<KnownGood> goods;
    for (const auto &[sku, good] : m_goods)
        goods.push_back(good);
    return goods;
}

Result<std::optional<KnownGood>> MemoryShopCopy::good(const std::string &sku)
{
    const auto found = m_goods.find(sku);
    return found == m_goods.end() ? std::optional<KnownGood>() : std::optional(found->second);
}

Result<std::vector<KnownGood>> MemoryShopCopy::goodsBehind(std::uint64_t revision)
{
    std::vector<KnownGood> goods;
    for (const auto &[sku, good] : m_goods) {
        if (good.revision > revision)
            goods.push_back(good);
    }
    return goods;
}

Result<void> MemoryShopCopy::update(const ShopRecord &record, bool isWhole, const std::vector<KnownGood> &goods)
{
    if (isWhole)
        m_goods.clear();
    for (const KnownGood &good : goods)
        m_goods[good.sku] = good;
    m_record = record;
    return {};
}

Result<std::vector<OwnOrder>> MemoryShopCopy::orders()
{
    std::vector<OwnOrder> orders;
    for (const auto &[key, order] : m_orders)
        orders.push_back(order);
    std::stable_sort(orders.begin(), orders.end(),
                     [](const OwnOrder &a, const OwnOrder &b) { return a.made > b.made; });
    return orders;
}

Result<std::vector<OwnOrder>> MemoryShopCopy::ordersIn(OwnOrder::State state)
{
    auto orders = this->orders();
    std::erase_if(*orders, [state](const OwnOrder &order) { return order.state != state; });
    return orders;
}

Result<std::optional<OwnOrder>> MemoryShopCopy::order(const std::string &key)
{
    const auto found = m_orders.find(key);
    return found == m_orders.end() ? std::optional<OwnOrder>() : std::optional(found->second);
}

Result<void> MemoryShopCopy::putOrders(const std::vector<OwnOrder> &orders)
{
    for (const OwnOrder &order : orders)
        m_orders[order.key] = order;
    return {};
}

} // namespace evencart
