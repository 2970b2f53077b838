#include "store/sqliteshopstore.h"

#include "store/sqlitevalues.h"

#include <algorithm>
#include <limits>

namespace evencart::store {

namespace {

using sqlite::Text;

protocol::Good readGood(const sqlite::Statement &row)
{
    return {row.bytes(0),   row.bytes(1),   row.bytes(2),           row.bytes(3),  row.bytes(4),
            row.integer(5), row.integer(6), row.unsignedInteger(7), row.integer(8)};
}

LedgerRow readLedger(const sqlite::Statement &row)
{
    LedgerRow ledger;
    ledger.order.number = row.unsignedInteger(0);
    ledger.member = MemberId::fromBytes(row.view(1));
    ledger.order.key = row.bytes(2);
    ledger.content = arrayFrom<Hash256>(row.view(3));
    ledger.order.cart = CartId::fromBytes(row.view(4));
    ledger.order.placed = row.unsignedInteger(5);
    ledger.revision = row.unsignedInteger(6);
    ledger.order.currency = row.bytes(7);
    ledger.order.total = row.integer(8);
    return ledger;
}

ReservationRow readReservation(const sqlite::Statement &row)
{
    return {MemberId::fromBytes(row.view(0)),
            CartId::fromBytes(row.view(1)),
            row.bytes(2),
            row.bytes(3),
            row.integer(4),
            row.unsignedInteger(5),
            row.unsignedInteger(6),
            row.unsignedInteger(7)};
}

Result<std::uint64_t> oneNumber(sqlite::Statement statement)
{
    const auto number =
        oneRow<std::uint64_t>(std::move(statement), [](const auto &row) { return row.unsignedInteger(0); });
    return number ? Result<std::uint64_t>(number->value_or(0)) : number.error();
}

} // namespace

Result<std::uint64_t> SqliteShopStore::revision()
{
    return oneNumber(m_database.query("SELECT revision FROM shop"));
}

Result<void> SqliteShopStore::setRevision(std::uint64_t revision)
{
    return m_database.run("UPDATE shop SET revision = ?", revision);
}

Result<std::optional<protocol::Good>> SqliteShopStore::good(const std::string &sku)
{
    return oneRow<protocol::Good>(
        m_database.query("SELECT sku, name, unit, category, currency, price, stock, revision, (SELECT "
                         "coalesce(sum(quantity), 0) FROM reservation WHERE reservation.sku = good.sku) FROM good "
                         "WHERE sku = ?",
                         Text{sku}),
        readGood);
}

Result<std::vector<protocol::Good>> SqliteShopStore::goodsBehind(std::uint64_t revision, std::size_t most)
{
    return allRows<protocol::Good>(
        m_database.query("SELECT sku, name, unit, category, currency, price, stock, revision, (SELECT "
                         "coalesce(sum(quantity), 0) FROM reservation WHERE reservation.sku = good.sku) FROM good "
                         "WHERE revision > ? ORDER BY revision LIMIT ?",
                         revision, most),
        readGood);
}

Result<void> SqliteShopStore::putGood(const protocol::Good &good)
{
    return m_database.run("INSERT INTO good(sku, name, unit, category, currency, price, stock, revision) "
                          "VALUES(?1, ?2, ?3, ?4, ?5, ?6, 0, ?7) ON CONFLICT(sku) DO UPDATE SET name = ?2, unit = ?3, "
                          "category = ?4, currency = ?5, price = ?6, revision = ?7",
                          Text{good.sku}, Text{good.name}, Text{good.unit}, Text{good.category}, Text{good.currency},
                          good.price, good.revision);
}

Result<void> SqliteShopStore::changeStock(const StockChange &change)
{
    // The CHECK of the column is the last word: what would sell more than there is fails here.
    if (auto moved = m_database.run("UPDATE good SET stock = stock + ? WHERE sku = ?", change.n, Text{change.sku});
        !moved)
        return moved;
    const auto order = change.order == 0 ? std::nullopt : std::optional(change.order);
    return m_database.run("INSERT INTO stock_change(sku, n, order_number, at) VALUES(?, ?, ?, ?)", Text{change.sku},
                          change.n, order, change.at);
}

Result<std::vector<StockChange>> SqliteShopStore::stockChanges(const std::string &sku)
{
    return allRows<StockChange>(
        m_database.query("SELECT sku, n, order_number, at FROM stock_change WHERE sku = ? ORDER BY id", Text{sku}),
        [](const sqlite::Statement &row) {
            return StockChange{row.bytes(0), row.integer(1), row.unsignedInteger(2), row.unsignedInteger(3)};
        });
}

Result<std::uint64_t> SqliteShopStore::lastOrder()
{
    return oneNumber(m_database.query("SELECT coalesce(max(number), 0) FROM ledger"));
}

Result<void> SqliteShopStore::appendOrder(const LedgerRow &row)
{
    const protocol::Order &order = row.order;
    if (auto put = m_database.run("INSERT INTO ledger(number, member, key, content, cart, placed, revision, currency, "
                                  "total) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                  order.number, row.member.bytes(), Text{order.key}, asBytes(row.content),
                                  order.cart.bytes(), order.placed, row.revision, Text{order.currency}, order.total);
        !put)
        return put;
    std::uint64_t position = 0;
    for (const protocol::OrderLine &line : order.lines) {
        if (auto put = m_database.run("INSERT INTO ledger_line(number, position, line, sku, name, unit, quantity, "
                                      "price, total) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                      order.number, ++position, line.line.bytes(), Text{line.sku}, Text{line.name},
                                      Text{line.unit}, line.quantity, line.price, line.total);
            !put)
            return put;
    }
    return {};
}

Result<void> SqliteShopStore::readLines(LedgerRow &row)
{
    auto lines = allRows<protocol::OrderLine>(
        m_database.query("SELECT line, sku, name, unit, quantity, price, total FROM ledger_line WHERE number = ? "
                         "ORDER BY position",
                         row.order.number),
        [](const sqlite::Statement &line) {
            return protocol::OrderLine{LineId::fromBytes(line.view(0)),
                                       line.bytes(1),
                                       line.bytes(2),
                                       line.bytes(3),
                                       line.integer(4),
                                       line.integer(5),
                                       line.integer(6)};
        });
    if (!lines)
        return lines.error();
    row.order.lines = *std::move(lines);
    return {};
}

Result<std::optional<LedgerRow>> SqliteShopStore::order(const MemberId &member, const std::string &key)
{
    auto row = oneRow<LedgerRow>(
        m_database.query("SELECT number, member, key, content, cart, placed, revision, currency, total FROM ledger "
                         "WHERE member = ? AND key = ?",
                         member.bytes(), Text{key}),
        readLedger);
    if (!row || !row->has_value())
        return row;
    if (auto lines = readLines(**row); !lines)
        return lines.error();
    return row;
}

// Each filter has a statement that its index serves: a condition that may be absent has none.
sqlite::Statement SqliteShopStore::selectOrders(const Filter &filter, std::size_t most)
{
    constexpr std::uint64_t beyondAll = std::numeric_limits<std::int64_t>::max();
    const std::uint64_t before = filter.before == 0 ? beyondAll : std::min(filter.before, beyondAll);
    if (filter.member && filter.sku)
        return m_database.query(
            "SELECT number, member, key, content, cart, placed, revision, currency, total FROM ledger WHERE member = ? "
            "AND number < ? AND number IN (SELECT number FROM ledger_line WHERE sku = ?) ORDER BY number DESC LIMIT ?",
            filter.member->bytes(), before, Text{*filter.sku}, most);
    if (filter.member)
        return m_database.query(
            "SELECT number, member, key, content, cart, placed, revision, currency, total FROM ledger WHERE member = ? "
            "AND number < ? ORDER BY number DESC LIMIT ?",
            filter.member->bytes(), before, most);
    if (filter.sku)
        return m_database.query(
            "SELECT number, member, key, content, cart, placed, revision, currency, total FROM ledger WHERE number IN "
            "(SELECT number FROM ledger_line WHERE sku = ? AND number < ?) ORDER BY number DESC LIMIT ?",
            Text{*filter.sku}, before, most);
    return m_database.query(
        "SELECT number, member, key, content, cart, placed, revision, currency, total FROM ledger WHERE number < ? "
        "ORDER BY number DESC LIMIT ?",
        before, most);
}

Result<std::vector<LedgerRow>> SqliteShopStore::orders(const Filter &filter, std::size_t most)
{
    auto rows = allRows<LedgerRow>(selectOrders(filter, most), readLedger);
    if (!rows)
        return rows;
    for (LedgerRow &row : *rows) {
        if (auto lines = readLines(row); !lines)
            return lines.error();
    }
    return rows;
}

Result<std::vector<ReservationRow>> SqliteShopStore::reservationsOfGood(const std::string &sku)
{
    return allRows<ReservationRow>(
        m_database.query(
            "SELECT member, cart, sku, key, quantity, made, until, revision FROM reservation WHERE sku = ? AND "
            "quantity > 0 ORDER BY member, cart",
            Text{sku}),
        readReservation);
}

Result<std::vector<ReservationRow>> SqliteShopStore::reservationsOfMember(const MemberId &member)
{
    return allRows<ReservationRow>(
        m_database.query(
            "SELECT member, cart, sku, key, quantity, made, until, revision FROM reservation WHERE member = ? "
            "ORDER BY cart, sku",
            member.bytes()),
        readReservation);
}

Result<std::vector<ReservationRow>> SqliteShopStore::reservationsUpTo(std::uint64_t until)
{
    constexpr std::uint64_t beyondAll = std::numeric_limits<std::int64_t>::max();
    return allRows<ReservationRow>(
        m_database.query(
            "SELECT member, cart, sku, key, quantity, made, until, revision FROM reservation WHERE until <= ? "
            "ORDER BY member, cart, sku",
            std::min(until, beyondAll)),
        readReservation);
}

Result<std::optional<ReservationRow>> SqliteShopStore::reservation(const MemberId &member, const CartId &cart,
                                                                   const std::string &sku)
{
    return oneRow<ReservationRow>(
        m_database.query(
            "SELECT member, cart, sku, key, quantity, made, until, revision FROM reservation WHERE member = ? AND "
            "cart = ? AND sku = ?",
            member.bytes(), cart.bytes(), Text{sku}),
        readReservation);
}

Result<std::uint64_t> SqliteShopStore::lastReservationMade()
{
    return oneNumber(m_database.query("SELECT coalesce(max(made), 0) FROM reservation"));
}

Result<void> SqliteShopStore::putReservation(const ReservationRow &row)
{
    return m_database.run("INSERT OR REPLACE INTO reservation(member, cart, sku, key, quantity, made, until, "
                          "revision) VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
                          row.member.bytes(), row.cart.bytes(), Text{row.sku}, Text{row.key}, row.quantity, row.made,
                          row.until, row.revision);
}

Result<void> SqliteShopStore::removeReservation(const ReservationRow &row)
{
    return m_database.run("DELETE FROM reservation WHERE member = ? AND cart = ? AND sku = ?", row.member.bytes(),
                          row.cart.bytes(), Text{row.sku});
}

Result<std::uint64_t> SqliteShopStore::givenUp(const MemberId &member, const std::string &key)
{
    return oneNumber(
        m_database.query("SELECT attempt FROM given_up WHERE member = ? AND key = ?", member.bytes(), Text{key}));
}

Result<void> SqliteShopStore::giveUp(const MemberId &member, const std::string &key, std::uint64_t attempt)
{
    auto put = m_database.run(
        "INSERT INTO given_up(member, key, attempt, number) VALUES(?1, ?2, ?3, (SELECT coalesce(max(number), 0) + 1 "
        "FROM given_up WHERE member = ?1)) ON CONFLICT(member, key) DO UPDATE SET attempt = ?3",
        member.bytes(), Text{key}, attempt);
    if (!put)
        return put;
    return m_database.run("DELETE FROM given_up WHERE member = ?1 AND number <= (SELECT max(number) FROM given_up "
                          "WHERE member = ?1) - ?2",
                          member.bytes(), keysGivenUp);
}

} // namespace evencart::store
