#pragma once

#include "store/logstore.h"
#include "store/memoryshopstore.h"

#include <functional>
#include <map>
#include <utility>

namespace evencart::store {

// The log in memory, for tests and the simulator. Durable as long as the object lives: two cores one after the other on
// one store are a restart. Writes keep an undo list, so a rollback costs what was written.
class MemoryLogStore : public LogStore
{
public:
    Result<void> begin() override;
    Result<void> commit() override;
    void rollBack() override;

    Result<std::optional<ServerRow>> server() override { return m_server; }
    Result<void> putServer(const ServerRow &server) override;

    Result<std::vector<CartRow>> carts() override;
    Result<std::optional<CartRow>> cart(const CartId &cart) override;
    Result<void> createCart(const CartRow &cart) override;
    Result<void> updateCart(const CartRow &cart) override;
    Result<void> deleteCart(const CartId &cart) override;
    Result<CartUsage> usage(const CartId &cart) override;
    Result<std::vector<PastEpoch>> pastEpochs(const CartId &cart) override;
    Result<void> putPastEpochs(const CartId &cart, const std::vector<PastEpoch> &epochs) override;

    Result<void> append(const CartId &cart, const LogEntry &entry) override;
    Result<std::vector<LogEntry>> entries(const CartId &cart, std::uint64_t from, std::size_t mostEntries,
                                          std::size_t mostBytes) override;
    Result<std::optional<DeltaPlace>> findDelta(const CartId &cart, ReplicaId replica, std::uint64_t seq) override;
    Result<void> trim(const CartId &cart, std::uint64_t before) override;

    Result<std::vector<VectorRow>> vector(const CartId &cart) override;
    Result<void> putVector(const CartId &cart, const VectorRow &row) override;

    Result<std::vector<SnapshotRow>> snapshots(const CartId &cart) override;
    Result<std::optional<Bytes>> snapshotContent(const CartId &cart, std::uint64_t position) override;
    Result<void> putSnapshot(const CartId &cart, const SnapshotRow &row, ByteView zstd) override;
    Result<void> dropSnapshotContents(const CartId &cart, std::uint64_t before) override;
    Result<void> dropSnapshots(const CartId &cart) override;

    Result<std::optional<PersonRow>> person(const MemberId &member) override;
    Result<void> putPerson(const PersonRow &person) override;
    Result<std::vector<DeviceRow>> devices(const MemberId &member) override;
    Result<void> putDevice(const DeviceRow &device) override;

    Result<std::vector<MembershipRow>> memberships(const CartId &cart) override;
    Result<void> putMembership(const CartId &cart, const MembershipRow &membership) override;
    Result<std::vector<CartId>> cartsOf(const MemberId &member) override;
    Result<std::vector<CursorRow>> cursors(const CartId &cart) override;
    Result<void> putCursor(const CartId &cart, const CursorRow &cursor) override;
    Result<std::optional<InviteRow>> invite(const CartId &cart, const protocol::PublicKey &inviteKey) override;
    Result<void> putInvite(const CartId &cart, const InviteRow &invite) override;

    Result<std::vector<AdministratorRow>> administrators() override;
    Result<void> putAdministrator(const AdministratorRow &administrator) override;
    Result<void> dropAdministrator(const protocol::PublicKey &inviteKey) override;

    ShopStore &shop() override { return m_shop; }

private:
    struct SnapshotValue
    {
        SnapshotRow row;
        std::optional<Bytes> content;
    };
    struct Cart
    {
        CartRow row;
        std::vector<PastEpoch> pastEpochs;
        std::map<std::uint64_t, LogEntry> entries;
        std::map<std::pair<ReplicaId, std::uint64_t>, DeltaPlace> deltas;
        std::map<ReplicaId, VectorRow> vector;
        std::map<std::uint64_t, SnapshotValue> snapshots;
        std::map<MemberId, MembershipRow> memberships;
        std::map<DeviceId, CursorRow> cursors;
        std::map<protocol::PublicKey, InviteRow> invites;
    };

    Cart &at(const CartId &cart);
    // Sets or, with nothing, erases a value, and remembers how it was.
    template <typename Map>
    void change(Map &map, const typename Map::key_type &key, std::optional<typename Map::mapped_type> value);
    template <typename Map>
    void eraseBefore(Map &map, std::uint64_t before);
    void willChange() const;

    bool m_isOpen = false;
    std::vector<std::function<void()>> m_undo;
    std::optional<ServerRow> m_server;
    std::map<CartId, Cart> m_carts;
    std::map<MemberId, PersonRow> m_people;
    std::map<DeviceId, DeviceRow> m_devices;
    std::map<protocol::PublicKey, AdministratorRow> m_administrators;
    MemoryShopStore m_shop;
};

} // namespace evencart::store
