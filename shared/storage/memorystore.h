#pragma once

#include "storage/memoryfacts.h"
#include "storage/memoryshopcopy.h"
#include "storage/profilestore.h"

#include <map>

namespace evencart {

// A profile in memory: the reference that SqliteStore is compared with, and the store of tests, simulator and benchmark
// S1. failNext() makes the next commits fail, as a full disk does.
class MemoryStore final : public ProfileStore
{
public:
    Result<ProfileRecord> profile() override { return m_profile; }
    Result<void> setProfile(const ProfileRecord &record) override;
    Result<void> moveProfile(const ProfileRecord &record) override;
    Result<std::vector<CartRecord>> carts() override;
    Result<LoadedCart> loadCart(const CartId &cart) override;
    Result<void> commit(const ChangeSet &change) override;
    Result<std::vector<StoredFact>> buried(const CartId &cart) override;
    Result<std::vector<StoredDelta>> pending(const CartId &cart) override;
    Result<std::vector<StoredDelta>> history(const CartId &cart, std::uint64_t beyond = 0) override;
    Result<std::vector<StoredDelta>> rejected(const CartId &cart) override;
    Result<std::vector<UndoStep>> undoSteps(const CartId &cart) override;
    Result<std::vector<RemovedLine>> removedLines(const CartId &cart) override;
    Result<std::vector<KnownMember>> members() override;
    Result<void> rememberMembers(const std::vector<KnownMember> &members) override;
    Result<std::vector<KnownCursor>> cursors(const CartId &cart) override;
    Result<void> rememberCursors(const CartId &cart, const std::vector<KnownCursor> &cursors) override;
    ShopCopy &shop() override { return m_shop; }

    void failNext(int commits) { m_failures = commits; }
    int commits() const { return m_commits; } // how many there were

private:
    struct Cart
    {
        CartRecord record;
        VersionVector vector;
        MemoryFacts facts;
        std::map<std::pair<ReplicaId, std::uint64_t>, StoredDelta> deltas;
        std::map<std::uint64_t, UndoStep> undo;
        std::map<LineId, RemovedLine> removed;
        std::map<DeviceId, KnownCursor> cursors;
    };
    const Cart &cartAt(const CartId &id) const;
    static void applyFacts(Cart &cart, const ChangeSet &change);
    static void applyDeltas(Cart &cart, const ChangeSet &change);

    ProfileRecord m_profile;
    std::map<CartId, Cart> m_carts;
    std::map<MemberId, KnownMember> m_members;
    MemoryShopCopy m_shop;
    int m_failures = 0;
    int m_commits = 0;
};

} // namespace evencart
