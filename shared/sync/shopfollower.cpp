#include "sync/shopfollower.h"

#include "protocol/protocollimits.h"

#include <algorithm>
#include <utility>

namespace evencart {

Result<protocol::ReadGoods> ShopFollower::question() const
{
    const auto record = m_copy.record();
    if (!record)
        return record.error();
    protocol::ReadGoods read;
    read.watch = true;
    read.life = m_parts ? m_parts->point.life : record->life;
    read.have = m_parts ? m_parts->point.revision : record->revision;
    read.least = read.life == record->life ? record->seen : 0;
    return read;
}

Result<ShopFollower::Taken> ShopFollower::take(const protocol::Goods &message, std::uint64_t now)
{
    const auto known = m_copy.record();
    if (!known)
        return known.error();
    const std::uint64_t before = m_parts && !message.isWhole ? m_parts->point.revision : 0;
    if (!m_parts || message.isWhole)
        m_parts = Parts{message.point, message.isWhole, {}};
    // Only a whole answer may come from another life than what it is put on.
    const bool follows =
        message.point.life == m_parts->point.life && (m_parts->isWhole || message.point.life == known->life);
    // A part with more behind it brings something, and all of them have an end.
    const bool ends = !message.hasMore || (!message.goods.empty() && message.point.revision > before &&
                                           m_parts->goods.size() + message.goods.size() <= protocol::goodsOfAShop);
    if (!follows || !ends) {
        m_parts.reset();
        return Taken::Unfounded;
    }
    for (const protocol::Good &good : message.goods)
        m_parts->goods.push_back({good.sku, good.name, good.unit, good.category, good.currency, good.price, good.stock,
                                  good.revision, good.reserved});
    m_parts->point = message.point;
    if (message.hasMore)
        return Taken::AskForRest;
    const Parts parts = *std::exchange(m_parts, std::nullopt);
    ShopRecord record;
    record.life = parts.point.life;
    record.revision = parts.point.revision;
    record.seen = record.life == known->life ? std::max(known->seen, record.revision) : record.revision;
    record.asOf = message.asOf;
    record.heard = now;
    if (auto updated = m_copy.update(record, parts.isWhole, parts.goods); !updated)
        return updated.error();
    return Taken::Complete;
}

Result<protocol::ReadOrders> ShopFollower::questionAboutOrders(std::uint64_t before) const
{
    const auto record = m_copy.record();
    if (!record)
        return record.error();
    protocol::ReadOrders read;
    read.life = record->life;
    read.least = record->seen;
    read.before = before;
    return read;
}

Result<void> ShopFollower::saw(const protocol::ShopPoint &point)
{
    auto record = m_copy.record();
    if (!record)
        return record.error();
    if (record->life == point.life && record->seen >= point.revision)
        return {};
    if (record->life != point.life)
        *record = {point.life, 0, point.revision, 0, 0}; // the goods that are here are of another life: read them anew
    record->seen = point.revision;
    return m_copy.setRecord(*record);
}

} // namespace evencart
