#pragma once

#include "store/shopstore.h"

#include <functional>
#include <map>
#include <tuple>

namespace evencart::store {

// Goods and ledger in memory: the twin of SqliteShopStore. Belongs to a MemoryLogStore, whose transactions it takes
// part in.
class MemoryShopStore final : public ShopStore
{
public:
    void begin() { m_isOpen = true; }
    void commit();
    void rollBack();

    Result<std::uint64_t> revision() override { return m_revision; }
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
    using Key = std::pair<MemberId, std::string>;
    using Place = std::tuple<MemberId, CartId, std::string>;
    void setGood(protocol::Good good);
    protocol::Good withReserved(protocol::Good good) const;
    std::vector<ReservationRow> reservations(const std::function<bool(const ReservationRow &)> &which) const;
    void setReservation(const Place &place, const std::optional<ReservationRow> &row);

    void willChange(std::function<void()> undo);

    bool m_isOpen = false;
    std::vector<std::function<void()>> m_undo;
    std::uint64_t m_revision = 0;
    std::map<std::string, protocol::Good> m_goods;
    std::map<std::uint64_t, std::string> m_byRevision;
    std::vector<StockChange> m_changes;
    std::map<std::uint64_t, LedgerRow> m_ledger;
    std::map<Key, std::uint64_t> m_byKey; // ledger numbers
    std::map<Place, ReservationRow> m_reservations;
    struct GivenUp
    {
        std::uint64_t attempt = 0;
        std::uint64_t number = 0; // of the member's: 1, 2, 3 ...
    };
    std::map<Key, GivenUp> m_givenUp;
};

} // namespace evencart::store
