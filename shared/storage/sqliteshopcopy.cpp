#include "storage/sqliteshopcopy.h"

#include "storage/checksum.h"
#include "storage/rowsums.h"

namespace evencart {

namespace {

using sqlite::Text;

std::int64_t sumOf(const OwnOrder &order)
{
    return Checksum()
        .add(ByteView(order.key))
        .add(ByteView(order.server))
        .add(order.cart.bytes())
        .add(order.attempt)
        .add(static_cast<int>(order.state))
        .add(order.made)
        .add(ByteView(order.asked))
        .add(ByteView(order.answer))
        .value();
}

} // namespace

Result<ShopRecord> SqliteShopCopy::record()
{
    auto rows = m_database.query("SELECT life, revision, seen, as_of, heard FROM shop");
    ShopRecord record;
    while (rows.next()) {
        if (rows.view(0).size() == sizeof(Epoch))
            record.life = Epoch::fromBytes(rows.view(0));
        record.revision = rows.unsignedInteger(1);
        record.seen = rows.unsignedInteger(2);
        record.asOf = rows.unsignedInteger(3);
        record.heard = rows.unsignedInteger(4);
    }
    if (auto read = rows.finish(); !read)
        return read.error();
    return record;
}

Result<void> SqliteShopCopy::setRecord(const ShopRecord &record)
{
    return m_database.run("UPDATE shop SET life = ?, revision = ?, seen = ?, as_of = ?, heard = ?", record.life.bytes(),
                          record.revision, record.seen, record.asOf, record.heard);
}

Result<std::vector<KnownGood>> SqliteShopCopy::readGoods(sqlite::Statement rows)
{
    std::vector<KnownGood> goods;
    while (rows.next())
        goods.push_back({rows.bytes(0), rows.bytes(1), rows.bytes(2), rows.bytes(3), rows.bytes(4), rows.integer(5),
                         rows.integer(6), rows.unsignedInteger(7), rows.integer(8)});
    if (auto read = rows.finish(); !read)
        return read.error();
    return goods;
}

Result<std::vector<KnownGood>> SqliteShopCopy::goods()
{
    return readGoods(
        m_database.query("SELECT sku, name, unit, category, currency, price, stock, revision, reserved FROM good "
                         "ORDER BY sku"));
}

Result<std::optional<KnownGood>> SqliteShopCopy::good(const std::string &sku)
{
    const auto goods = readGoods(m_database.query(
        "SELECT sku, name, unit, category, currency, price, stock, revision, reserved FROM good WHERE sku = ?",
        Text{sku}));
    if (!goods)
        return goods.error();
    return goods->empty() ? std::optional<KnownGood>() : std::optional(goods->front());
}

Result<std::vector<KnownGood>> SqliteShopCopy::goodsBehind(std::uint64_t revision)
{
    return readGoods(m_database.query("SELECT sku, name, unit, category, currency, price, stock, revision, "
                                      "reserved FROM good WHERE revision > ? ORDER BY sku",
                                      revision));
}

Result<void> SqliteShopCopy::update(const ShopRecord &record, bool isWhole, const std::vector<KnownGood> &goods)
{
    auto transaction = sqlite::Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    if (isWhole) {
        if (auto cleared = m_database.run("DELETE FROM good"); !cleared)
            return cleared;
    }
    for (const KnownGood &good : goods) {
        if (auto put = m_database.run("INSERT OR REPLACE INTO good(sku, name, unit, category, currency, price, stock, "
                                      "revision, reserved) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                      Text{good.sku}, Text{good.name}, Text{good.unit}, Text{good.category},
                                      Text{good.currency}, good.price, good.stock, good.revision, good.reserved);
            !put)
            return put;
    }
    if (auto set = setRecord(record); !set)
        return set;
    return transaction->commit();
}

Result<void> SqliteShopCopy::clearGoods()
{
    if (auto cleared = m_database.run("DELETE FROM good"); !cleared)
        return cleared;
    return setRecord({});
}

Result<std::vector<OwnOrder>> SqliteShopCopy::readOrders(sqlite::Statement rows)
{
    std::vector<OwnOrder> orders;
    bool isIntact = true;
    while (rows.next()) {
        OwnOrder order{rows.bytes(0),
                       rows.bytes(1),
                       {},
                       rows.unsignedInteger(3),
                       static_cast<OwnOrder::State>(rows.integer(4)),
                       rows.unsignedInteger(5),
                       rows.bytes(6),
                       rows.bytes(7)};
        if (rows.view(2).size() == sizeof(CartId))
            order.cart = CartId::fromBytes(rows.view(2));
        isIntact = isIntact && sumOf(order) == rows.integer(8);
        orders.push_back(std::move(order));
    }
    if (auto read = rows.finish(); !read)
        return read.error();
    return isIntact ? Result<std::vector<OwnOrder>>(std::move(orders)) : damaged("an order is not what was written");
}

Result<std::vector<OwnOrder>> SqliteShopCopy::orders()
{
    return readOrders(
        m_database.query("SELECT key, server, cart, attempt, state, made, asked, answer, sum FROM own_order "
                         "ORDER BY made DESC, key"));
}

Result<std::vector<OwnOrder>> SqliteShopCopy::ordersIn(OwnOrder::State state)
{
    return readOrders(
        m_database.query("SELECT key, server, cart, attempt, state, made, asked, answer, sum FROM own_order "
                         "WHERE state = ? ORDER BY made DESC, key",
                         static_cast<int>(state)));
}

Result<std::optional<OwnOrder>> SqliteShopCopy::order(const std::string &key)
{
    auto orders = readOrders(m_database.query(
        "SELECT key, server, cart, attempt, state, made, asked, answer, sum FROM own_order WHERE key = ?", Text{key}));
    if (!orders)
        return orders.error();
    return orders->empty() ? std::optional<OwnOrder>() : std::optional(std::move(orders->front()));
}

Result<void> SqliteShopCopy::putOrders(const std::vector<OwnOrder> &orders)
{
    auto transaction = sqlite::Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    for (const OwnOrder &order : orders) {
        if (auto put =
                m_database.run("INSERT OR REPLACE INTO own_order VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", Text{order.key},
                               Text{order.server}, order.cart.bytes(), order.attempt, static_cast<int>(order.state),
                               order.made, order.asked, order.answer, sumOf(order));
            !put)
            return put;
    }
    return transaction->commit();
}

} // namespace evencart
