#pragma once

#include "sqlite/database.h"
#include "store/shopstore.h"

namespace evencart::store {

// Goods and ledger in the file of a SqliteLogStore, which owns this and the connection.
class SqliteShopStore final : public ShopStore
{
public:
    explicit SqliteShopStore(sqlite::Database &database) : m_database(database) {}

    Result<std::uint64_t> revision() override;
    Result<void> setRevision(std::uint64_t revision) override;
    Result<std::optional<protocol::Good>> good(const std::string &sku) override;
    Result<std::vector<protocol::Good>> goodsBehind(std::uint64_t revision, std::size_t most) override;
    Result<void> putGood(const protocol::Good &good) override;
    Result<void> changeStock(const StockChange &change) override;
    Result<std::vector<StockChange>> stockChanges(const std::string &sku) override;
    Result<std::uint64_t> lastOrder() override;
    Result<void> appendOrder(const LedgerRow &row) override;
    Result<std::optional<LedgerRow>> order(const MemberId &member, const std::string &key) override;
    Result<std::vector<LedgerRow>> orders(const Filter &filter, std::size_t most) override;
    Result<std::vector<ReservationRow>> reservationsOfGood(const std::string &sku) override;
    Result<std::vector<ReservationRow>> reservationsOfMember(const MemberId &member) override;
    Result<std::vector<ReservationRow>> reservationsUpTo(std::uint64_t until) override;
    Result<std::optional<ReservationRow>> reservation(const MemberId &member, const CartId &cart,
                                                      const std::string &sku) override;
    Result<std::uint64_t> lastReservationMade() override;
    Result<void> putReservation(const ReservationRow &row) override;
    Result<void> removeReservation(const ReservationRow &row) override;
    Result<std::uint64_t> givenUp(const MemberId &member, const std::string &key) override;
    Result<void> giveUp(const MemberId &member, const std::string &key, std::uint64_t attempt) override;

private:
    sqlite::Statement selectOrders(const Filter &filter, std::size_t most);
    Result<void> readLines(LedgerRow &row);

    sqlite::Database &m_database;
};

} // namespace evencart::store
